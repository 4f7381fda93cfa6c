//! Where something stands in the text of a policy.

use alloc::string::String;

#[cfg(feature = "full")]
use serde::Serialize;

use crate::json::Json;
use crate::parts::position_after;
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

impl Spot {
    pub(super) fn new(text: &str, pointer: String, value: Json<'_>) -> Self {
        let before = text.get(..value.offset_in(text)).unwrap_or_default();
        let (line, column) = position_after(before);
        Self { pointer, line, column }
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
        let mut words = self.pointer.clone();
        words.push_str(if words.is_empty() { "line " } else { ", line " });
        push_number(&mut words, self.line);
        words.push_str(", column ");
        push_number(&mut words, self.column);
        words
    }
}
