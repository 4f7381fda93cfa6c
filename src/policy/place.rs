//! Where something stands in the text of a policy.

use alloc::string::String;
use alloc::vec::Vec;

#[cfg(feature = "full")]
use serde::Serialize;

use crate::json::Json;
use crate::parts::Position;
use crate::written::{push_number, push_step};

/// A place in a document, as the template of [`Spot::words`].
#[cfg(feature = "full")]
pub(crate) const PLACE: &str = "line {line@}, column {column@}";

/// A place in a document, and the way to it.
#[cfg(feature = "full")]
pub(crate) const PLACE_BELOW: &str = "{pointer}, line {line@}, column {column@}";

/// Where something stands in the text of a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "full", derive(Serialize))]
pub struct Spot {
    /// The way through the document, as a JSON Pointer.
    pub pointer: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in the line, from 1, in Unicode scalar values.
    pub column: usize,
}

/// A document, and marks in it from which lines and columns are counted: from its beginning they would be counted again
/// for everything that stands in it.
pub(super) struct Document<'a> {
    text: &'a str,
    /// The offset and the position of each.
    marks: Vec<(usize, Position)>,
}

/// How many bytes there are from one mark to the next, but for the rest of a character.
const STEP: usize = 64;

impl<'a> Document<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut mark = (0, Position::START);
        for offset in (0..text.len()).step_by(STEP) {
            let end = (offset..text.len()).find(|end| text.is_char_boundary(*end)).unwrap_or(text.len());
            mark = (end, mark.1.after(text.get(mark.0..end).unwrap_or_default()));
            marks.push(mark);
        }
        Self { text, marks }
    }

    /// The spot of a value, by the way to it.
    pub(super) fn spot(&self, pointer: String, value: Json<'_>) -> Spot {
        let offset = value.offset_in(self.text);
        let nearest = self.marks.get(..=offset / STEP).unwrap_or(&self.marks);
        let mark = nearest.iter().rev().find(|(start, _)| *start <= offset);
        let (start, position) = mark.copied().unwrap_or((0, Position::START));
        let Position { line, column } = position.after(self.text.get(start..offset).unwrap_or_default());
        Spot { pointer, line, column }
    }

    /// The spot of what stands there under a key.
    pub(super) fn child(&self, parent: &Spot, key: &str, value: Json<'_>) -> Spot {
        let mut pointer = parent.pointer.clone();
        push_step(&mut pointer, key);
        self.spot(pointer, value)
    }
}

impl Spot {
    /// The place in English, as issues about the document tell it.
    pub fn words(&self) -> String {
        let mut words = self.pointer.clone();
        words.push_str(if words.is_empty() { "line " } else { ", line " });
        push_number(&mut words, self.line);
        words.push_str(", column ");
        push_number(&mut words, self.column);
        words
    }
}
