//! Where something stands in the text of a policy.

use alloc::string::String;

#[cfg(feature = "full")]
use serde::Serialize;

use crate::json::Json;
use crate::written::{push_number, push_step};

/// A place in a document.
pub(crate) const PLACE: &str = "line {line@}, column {column@}";

/// A place in a document, and the way to it.
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

impl Spot {
    pub(super) fn new(text: &str, pointer: String, value: Json<'_>) -> Self {
        let before = text.get(..value.offset_in(text)).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        Self { pointer, line: before.matches('\n').count() + 1, column: line.chars().count() + 1 }
    }

    pub(super) fn child(&self, text: &str, key: &str, value: Json<'_>) -> Self {
        let mut pointer = self.pointer.clone();
        push_step(&mut pointer, key);
        Self::new(text, pointer, value)
    }
}

impl Spot {
    /// The place in English, as issues about the document tell it.
    pub fn words(&self) -> String {
        let template = if self.pointer.is_empty() { PLACE } else { PLACE_BELOW };
        let mut words = String::new();
        for (index, piece) in template.split(['{', '}']).enumerate() {
            match piece {
                "pointer" if index % 2 == 1 => words.push_str(&self.pointer),
                "line@" if index % 2 == 1 => push_number(&mut words, self.line),
                "column@" if index % 2 == 1 => push_number(&mut words, self.column),
                _ => words.push_str(piece),
            }
        }
        words
    }
}
