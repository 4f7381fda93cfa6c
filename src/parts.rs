//! Texts, taken apart at ASCII characters without the searchers of the standard library, which would weigh more in the
//! module than the rules of an operation.

use alloc::vec::Vec;

use crate::words::find;

/// What stands before the first such character and what after it; `None` where there is none.
#[inline(never)]
pub(crate) fn cut(text: &str, at: u8) -> Option<(&str, &str)> {
    let place = find(text.as_bytes(), at);
    Some((text.get(..place)?, text.get(place + 1..)?))
}

/// The parts between such characters, at most so many: in the last one they are characters like others.
pub(crate) fn parts(text: &str, at: u8, most: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while parts.len() + 1 < most
        && let Some((part, after)) = cut(rest, at)
    {
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts
}

/// What stands after the last such character: all of the text where there is none.
pub(crate) fn last_part(text: &str, at: u8) -> &str {
    let mut last = text;
    while let Some((_, after)) = cut(last, at) {
        last = after;
    }
    last
}

/// A line and a column, from 1; columns count Unicode scalar values.
#[derive(Clone, Copy)]
pub(crate) struct Position {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl Position {
    /// Where a text begins.
    pub(crate) const START: Self = Self { line: 1, column: 1 };

    /// What comes after a text that begins here.
    pub(crate) fn after(mut self, text: &str) -> Self {
        for character in text.chars() {
            (self.line, self.column) = match character {
                '\n' => (self.line + 1, 1),
                _ => (self.line, self.column + 1),
            };
        }
        self
    }
}

/// The number that decimal digits stand for; `None` where a text is none, or too large.
pub(crate) fn number_of(digits: &str) -> Option<usize> {
    let append = |number: usize, digit: char| number.checked_mul(10)?.checked_add(digit.to_digit(10)? as usize);
    if digits.is_empty() { None } else { digits.chars().try_fold(0, append) }
}
