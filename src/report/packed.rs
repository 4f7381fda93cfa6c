//! Issues on their way out of the module: in short, as JSON text. The package's JavaScript unfolds them.

use alloc::vec::Vec;

#[cfg(feature = "full")]
use super::Code;
use super::{Change, Issue, Link, Param, Path, Segment, Severity};
use crate::sources::number_of;
use crate::words::plain;

/// What an issue is beside its values, one bit each.
const WARNING: usize = 1;
const ON_KEY: usize = 2;
const WITHIN: usize = 4;
/// A suggestion: to write a value, to leave one out, or to move one.
const REPLACE: usize = 8;
const REMOVE: usize = 16;
const MOVE: usize = 32;
#[cfg(feature = "full")]
const HAS_MESSAGE: usize = 64;
#[cfg(feature = "full")]
const OWN_WORDS: usize = 128;

/// Appends how many issues there are, and the values of each, all in one row: an array for each would take twice as long
/// to read.
///
/// They are the number of its code, what it is beside, its path with its length before it, its parameters, its rule, the
/// number of its page or its title and address, where it is within a document, and the suggestion.
pub(crate) fn pack(issues: &[Issue], out: &mut Vec<u8>) {
    if cfg!(feature = "glance") {
        out.reserve(issues.len() * USUAL_LENGTH);
    }
    push_number(out, issues.len());
    for issue in issues {
        Packed(out).issue(issue);
    }
}

/// The bytes that most issues take.
const USUAL_LENGTH: usize = 192;

struct Packed<'o>(&'o mut Vec<u8>);

impl Packed<'_> {
    fn issue(&mut self, issue: &Issue) {
        self.number(issue.code as usize);
        self.number(kind_of(issue));
        self.path(&issue.path);
        for param in &issue.params {
            self.param(param);
        }
        self.text(&issue.rule);
        self.source(&issue.source);
        if let Some(spot) = &issue.within {
            self.text(&spot.pointer);
            self.number(spot.line);
            self.number(spot.column);
        }
        if let Some(suggestion) = &issue.suggestion {
            self.path(&suggestion.path);
            match &suggestion.change {
                Change::Replace(value) => self.text(value),
                Change::Remove => {}
                Change::MoveFrom(from) => self.path(from),
            }
        }
        // The message of a house rule is in no language but the caller's or English.
        #[cfg(feature = "full")]
        if issue.code == Code::HouseRule {
            self.text(&issue.message());
        }
    }

    fn path(&mut self, path: &Path) {
        self.number(path.0.len());
        for segment in &path.0 {
            match segment {
                Segment::Index(index) => self.number(*index),
                Segment::Key(key) => self.text(key),
            }
        }
    }

    fn param(&mut self, param: &Param) {
        match param {
            Param::Number(number) => self.number(*number),
            Param::Text(text) => self.text(text),
            Param::List(texts) => {
                self.0.extend_from_slice(b",[");
                for (index, text) in texts.iter().enumerate() {
                    if index > 0 {
                        self.0.push(b',');
                    }
                    push_text(self.0, text);
                }
                self.0.push(b']');
            }
        }
    }

    /// A page by its number, or by its title and address where it has none: a house rule's, or one that few cite.
    fn source(&mut self, source: &Link) {
        match source.page.and_then(number_of) {
            Some(number) => self.number(number),
            None => {
                self.text(&source.title);
                self.text(&source.url);
            }
        }
    }

    fn number(&mut self, number: usize) {
        self.0.push(b',');
        push_number(self.0, number);
    }

    fn text(&mut self, text: &str) {
        self.0.push(b',');
        push_text(self.0, text);
    }
}

fn kind_of(issue: &Issue) -> usize {
    let suggestion = match issue.suggestion.as_ref().map(|suggestion| &suggestion.change) {
        None => 0,
        Some(Change::Replace(_)) => REPLACE,
        Some(Change::Remove) => REMOVE,
        Some(Change::MoveFrom(_)) => MOVE,
    };
    let kind = suggestion
        + WARNING * usize::from(issue.severity == Severity::Warning)
        + ON_KEY * usize::from(issue.on_key)
        + WITHIN * usize::from(issue.within.is_some());
    #[cfg(feature = "full")]
    let kind = kind
        + HAS_MESSAGE * usize::from(issue.code == Code::HouseRule)
        + OWN_WORDS * usize::from(issue.own_words.is_some());
    kind
}

/// Appends a number of JSON.
pub(crate) fn push_number(out: &mut Vec<u8>, number: usize) {
    if number >= 10 {
        push_number(out, number / 10);
    }
    out.push(b'0' + (number % 10) as u8);
}

/// Appends a string of JSON.
pub(crate) fn push_text(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    let mut rest = text.as_bytes();
    loop {
        let (plain, special) = rest.split_at_checked(plain(rest)).unwrap_or_default();
        out.extend_from_slice(plain);
        let Some((byte, after)) = special.split_first() else { break };
        match byte {
            b'"' | b'\\' => out.extend([b'\\', *byte]),
            _ => out.extend([b'\\', b'u', b'0', b'0', b'0' + byte / 16, digit(byte % 16)]),
        }
        rest = after;
    }
    out.push(b'"');
}

/// A hexadecimal digit.
fn digit(value: u8) -> u8 {
    if value < 10 { b'0' + value } else { b'a' - 10 + value }
}
