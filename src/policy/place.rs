//! Where something stands in the text of a policy.

use std::fmt;

use serde::Serialize;

use crate::json::Json;
use crate::message;

/// Where something stands in the text of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Spot {
    /// The way through the document, as a JSON Pointer.
    pub pointer: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in the line, from 1, in Unicode scalar values.
    pub column: usize,
}

impl Spot {
    pub(super) fn new(text: &str, pointer: &str, value: Json<'_>) -> Self {
        let before = text.get(..value.offset_in(text)).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        Self { pointer: pointer.to_owned(), line: before.matches('\n').count() + 1, column: line.chars().count() + 1 }
    }

    pub(super) fn child(&self, text: &str, key: &str, value: Json<'_>) -> Self {
        let key = key.replace('~', "~0").replace('/', "~1");
        Self::new(text, &format!("{}/{key}", self.pointer), value)
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let phrase = if self.pointer.is_empty() { "place" } else { "place_below" };
        formatter.write_str(&message::place(phrase, &self.pointer, self.line, self.column))
    }
}
