//! Where something stands in the text of a policy.

use alloc::string::String;
use alloc::vec::Vec;

#[cfg(feature = "full")]
use serde::Serialize;

use crate::json::Json;
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
    marks: Vec<Mark>,
}

/// The line and the column at an offset.
#[derive(Clone, Copy)]
struct Mark {
    offset: usize,
    line: usize,
    column: usize,
}

/// How many bytes there are from one mark to the next, but for the rest of a character.
const STEP: usize = 64;

impl<'a> Document<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut mark = Mark { offset: 0, line: 1, column: 1 };
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        for character in text.chars() {
            if mark.offset >= marks.len() * STEP {
                marks.push(mark);
            }
            mark.go_over(character);
        }
        Self { text, marks }
    }

    /// The spot of a value, by the way to it.
    pub(super) fn spot(&self, pointer: String, value: Json<'_>) -> Spot {
        let offset = value.offset_in(self.text);
        let is_before = |mark: &&Mark| mark.offset <= offset;
        let nearest = self.marks.get(..=offset / STEP).unwrap_or(&self.marks);
        let mut mark = nearest.iter().rev().find(is_before).copied().unwrap_or(Mark { offset: 0, line: 1, column: 1 });
        for character in self.text.get(mark.offset..offset).unwrap_or_default().chars() {
            mark.go_over(character);
        }
        Spot { pointer, line: mark.line, column: mark.column }
    }

    /// The spot of what stands there under a key.
    pub(super) fn child(&self, parent: &Spot, key: &str, value: Json<'_>) -> Spot {
        let mut pointer = parent.pointer.clone();
        push_step(&mut pointer, key);
        self.spot(pointer, value)
    }
}

impl Mark {
    fn go_over(&mut self, character: char) {
        self.offset += character.len_utf8();
        (self.line, self.column) = match character {
            '\n' => (self.line + 1, 1),
            _ => (self.line, self.column + 1),
        };
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
