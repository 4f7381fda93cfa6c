//! A text, read character by character.

use std::str::Chars;

/// What is left of a text.
pub(super) struct Text<'t>(Chars<'t>);

impl<'t> Text<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self(text.chars())
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.0.clone().next()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        self.0.next()
    }

    /// Takes a text, if that comes next.
    pub(super) fn take(&mut self, wanted: &str) -> bool {
        let rest = self.0.as_str().strip_prefix(wanted);
        if let Some(rest) = rest {
            self.0 = rest.chars();
        }
        rest.is_some()
    }

    /// Takes the characters that are such.
    pub(super) fn take_while(&mut self, is_such: impl Fn(char) -> bool) -> &'t str {
        let all = self.0.as_str();
        // By its length: to compare the rest would take the time of all the text for each character.
        let (taken, rest) = all.split_at(all.len() - all.trim_start_matches(is_such).len());
        self.0 = rest.chars();
        taken
    }

    /// Leaves out the rest of the line.
    pub(super) fn skip_line(&mut self) {
        self.take_while(|character| character != '\n');
    }

    /// Leaves out everything to the next such character, and that.
    pub(super) fn skip_past(&mut self, end: char) {
        while self.next().is_some_and(|character| character != end) {}
    }

    /// Takes at most so many digits of a base.
    pub(super) fn digits(&mut self, base: u32, most: usize) -> Option<u32> {
        let mut value = None;
        for _ in 0..most {
            let Some(digit) = self.peek().and_then(|character| character.to_digit(base)) else { break };
            self.next();
            value = Some(value.unwrap_or(0) * base + digit);
        }
        value
    }
}
