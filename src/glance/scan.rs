//! Going over JSON text, eight bytes at a time where that is possible.

use crate::words::{self, ALL, before, first};

/// What is left of a text. Each function gives `None` where something else comes next.
#[derive(Clone, Copy)]
pub(super) struct Scan<'a> {
    pub(super) rest: &'a [u8],
    /// Whether something other than ASCII was met.
    pub(super) has_more_than_ascii: bool,
    /// What is white space beside blanks, tabs and carriage returns: a line feed, or again a blank, where that ends the text.
    line_feed: u8,
}

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a [u8]) -> Self {
        Self { rest: text, has_more_than_ascii: false, line_feed: b'\n' }
    }

    /// The first line of a text.
    #[cfg(feature = "glance")]
    pub(super) fn first_line(text: &'a [u8]) -> Self {
        Self { line_feed: b' ', ..Self::new(text) }
    }

    /// Whether nothing is left of the text, or of its first line.
    #[cfg(feature = "glance")]
    pub(super) fn is_at_end(&self) -> bool {
        match self.rest {
            [] => self.line_feed == b'\n',
            [first, ..] => self.line_feed != b'\n' && *first == b'\n',
        }
    }

    /// Goes over white space.
    #[inline(always)]
    pub(super) fn space(&mut self) {
        while let [first, rest @ ..] = self.rest
            && (matches!(first, b' ' | b'\r' | b'\t') || *first == self.line_feed)
        {
            self.rest = rest;
        }
    }

    /// Goes over a byte, if it comes next.
    #[inline(always)]
    pub(super) fn take(&mut self, byte: u8) -> bool {
        match self.rest {
            [next, rest @ ..] if *next == byte => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    /// Goes over what has to come next.
    #[inline(always)]
    pub(super) fn expect(&mut self, bytes: &[u8]) -> Option<()> {
        self.rest = self.rest.strip_prefix(bytes)?;
        Some(())
    }

    /// Goes over the plain characters of a string: up to quotes, a backslash or a control character.
    #[inline(always)]
    pub(super) fn plain(&mut self) -> &'a [u8] {
        let mut length = 0;
        let (chunks, _) = self.rest.as_chunks::<8>();
        let mut is_over = false;
        for word in chunks {
            let word = u64::from_le_bytes(*word);
            let special = first_special(word);
            if special != 0 {
                let plain = before(special);
                self.has_more_than_ascii |= word & ALL & ((1_u64 << (8 * plain)) - 1) != 0;
                length += plain;
                is_over = true;
                break;
            }
            self.has_more_than_ascii |= word & ALL != 0;
            length += 8;
        }
        if !is_over {
            let left = self.rest.get(length..).unwrap_or_default();
            for byte in left {
                if matches!(byte, b'"' | b'\\' | 0..0x20 | 0x7F) {
                    break;
                }
                self.has_more_than_ascii |= !byte.is_ascii();
                length += 1;
            }
        }
        let (plain, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, &[]));
        self.rest = rest;
        plain
    }

    /// Reads a string that has no escapes.
    #[cfg(feature = "glance")]
    #[inline(always)]
    pub(super) fn string(&mut self) -> Option<&'a [u8]> {
        self.expect(b"\"")?;
        let plain = self.plain();
        self.expect(b"\"")?;
        Some(plain)
    }
}

/// Marks the first byte that is no plain character of a string of JSON; marks above that mean nothing.
#[inline(always)]
fn first_special(word: u64) -> u64 {
    words::first_special(word) | first(word, 0x7F)
}
