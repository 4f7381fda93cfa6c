//! Whether a text is JSON, by the grammar of RFC 8259, and where it stops being so.

use alloc::vec::Vec;

use super::text::measured;
use crate::parts::Position;
use crate::words::plain;

/// Where a text stops being JSON, counted from 1; columns count Unicode scalar values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl SyntaxError {
    /// At an offset in bytes.
    pub(super) fn at(text: &str, offset: usize) -> Self {
        let Position { line, column } = Position::START.after(text.get(..offset).unwrap_or(text));
        Self { line, column }
    }
}

/// White space, and what stands between values.
fn is_between(byte: u8) -> bool {
    matches!(byte, b',' | b':' | b' ' | b'\n' | b'\r' | b'\t')
}

/// The text from the next value on.
pub(super) fn next_value(text: &str) -> &str {
    let start = text.bytes().position(|byte| !is_between(byte)).unwrap_or(text.len());
    text.get(start..).unwrap_or_default()
}

/// The first value of a text that was checked, and what comes after it, from the next value on.
pub(super) fn skip_value(text: &str) -> (&str, &str) {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut depth = 0_usize;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => at = end_of_string(bytes, at),
            b'\'' => at = text.len() - measured(text.get(at..).unwrap_or_default()).1.len() - 1,
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            byte if depth == 0 && is_between(*byte) => break,
            _ => {}
        }
        at += 1;
        if depth == 0 && matches!(byte, b'"' | b'\'' | b']' | b'}') {
            break;
        }
    }
    let (value, after) = text.split_at_checked(at).unwrap_or((text, ""));
    (value, next_value(after))
}

/// The place of the quotes that end the string whose first ones stand at `at`.
fn end_of_string(bytes: &[u8], mut at: usize) -> usize {
    loop {
        at += 1;
        at += plain(bytes.get(at..).unwrap_or_default());
        match bytes.get(at) {
            Some(b'\\') => at += 1,
            _ => return at,
        }
    }
}

/// What a text is checked with. It goes forward only, and stays where the text stops being JSON.
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

/// What may come next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Value,
    /// A value, or the end of the array that was opened.
    FirstItem,
    /// A key, or the end of the object that was opened.
    FirstKey,
    Key,
    /// A comma, or the end of what is open.
    After,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// Where it stands.
    pub(super) fn furthest(&self) -> usize {
        self.at
    }

    /// The one value of the text.
    pub(super) fn document(&mut self) -> Option<&'a str> {
        self.space();
        let start = self.at;
        self.value()?;
        let end = self.at;
        self.space();
        if self.at == self.text.len() { self.text.get(start..end) } else { None }
    }

    /// Goes over a value of whatever depth: what is open is remembered by its closing bracket.
    fn value(&mut self) -> Option<()> {
        let mut open: Vec<u8> = Vec::new();
        let mut next = Next::Value;
        loop {
            self.space();
            let byte = self.peek()?;
            next = match (next, byte) {
                (Next::After, b',') => {
                    self.at += 1;
                    if open.last() == Some(&b'}') { Next::Key } else { Next::Value }
                }
                (Next::After | Next::FirstItem | Next::FirstKey, b']' | b'}') if open.last() == Some(&byte) => {
                    self.at += 1;
                    open.pop();
                    Next::After
                }
                (Next::Key | Next::FirstKey, b'"') => {
                    self.string()?;
                    self.space();
                    self.byte(b':')?;
                    Next::Value
                }
                (Next::Value | Next::FirstItem, b'[') => {
                    self.at += 1;
                    open.push(b']');
                    Next::FirstItem
                }
                (Next::Value | Next::FirstItem, b'{') => {
                    self.at += 1;
                    open.push(b'}');
                    Next::FirstKey
                }
                (Next::Value | Next::FirstItem, _) => {
                    self.scalar(byte)?;
                    Next::After
                }
                _ => return None,
            };
            if next == Next::After && open.is_empty() {
                return Some(());
            }
        }
    }

    fn scalar(&mut self, first: u8) -> Option<()> {
        match first {
            b'"' => self.string(),
            b't' => self.word("true"),
            b'f' => self.word("false"),
            b'n' => self.word("null"),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str) -> Option<()> {
        word.bytes().try_for_each(|byte| self.byte(byte))
    }

    fn number(&mut self) -> Option<()> {
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _ = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Some(())
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn string(&mut self) -> Option<()> {
        self.byte(b'"')?;
        loop {
            self.at += plain(self.text.as_bytes().get(self.at..).unwrap_or_default());
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return Some(());
                }
                b'\\' => {
                    self.at += 1;
                    self.escape()?;
                }
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<()> {
        match self.peek()? {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => self.at += 1,
            b'u' => {
                self.at += 1;
                for _ in 0..4 {
                    self.peek().filter(u8::is_ascii_hexdigit)?;
                    self.at += 1;
                }
            }
            _ => return None,
        }
        Some(())
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn byte(&mut self, byte: u8) -> Option<()> {
        self.take(byte).then_some(())
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}
