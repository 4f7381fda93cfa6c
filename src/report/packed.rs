//! Issues on their way out of the module: in short, as JSON text. The package's JavaScript unfolds them.

use alloc::string::String;
use alloc::vec::Vec;

#[cfg(feature = "full")]
use super::Code;
use super::{Change, Issue, Link, Param, Path, Segment, Severity};
use crate::sources::number_of;
use crate::words::plain;
use crate::written::push_number;

/// An array for each issue: its code, whether it is a warning, its path, whether it is about a key, its parameters, its
/// rule, the number of its page or its title and address, where it is within a document, and the suggestion.
pub(crate) fn packed(issues: &[Issue]) -> Vec<u8> {
    let mut out = Packed(Vec::with_capacity(issues.len() * USUAL_LENGTH));
    out.list(issues, Packed::issue);
    out.0
}

/// The bytes that most issues take.
const USUAL_LENGTH: usize = 256;

struct Packed(Vec<u8>);

impl Packed {
    fn issue(&mut self, issue: &Issue) {
        self.0.push(b'[');
        self.text(issue.code.as_str());
        self.flag(issue.severity == Severity::Warning);
        self.0.push(b',');
        self.path(&issue.path);
        self.flag(issue.on_key);
        self.0.push(b',');
        self.list(&issue.params, Self::param);
        self.0.push(b',');
        self.text(&issue.rule);
        self.0.push(b',');
        self.source(&issue.source);
        self.0.push(b',');
        match &issue.within {
            None => self.0.push(b'0'),
            Some(spot) => {
                self.0.push(b'[');
                self.text(&spot.pointer);
                self.0.push(b',');
                self.number(spot.line);
                self.0.push(b',');
                self.number(spot.column);
                self.0.push(b']');
            }
        }
        self.suggestion(issue);
        #[cfg(feature = "full")]
        self.own(issue);
        self.0.push(b']');
    }

    /// A page by its number, or by what a house rule says of it.
    fn source(&mut self, source: &Link) {
        match source.page.and_then(number_of) {
            Some(number) => self.number(number),
            None => self.list(&[&source.title, &source.url], |out, text| out.text(text)),
        }
    }

    /// The message of a house rule, which is in no language but the caller's or English.
    #[cfg(feature = "full")]
    fn own(&mut self, issue: &Issue) {
        if issue.code == Code::HouseRule {
            self.0.extend(b",{\"message\":");
            self.text(&issue.message());
            self.0.extend(if issue.own_words.is_some() { &b",\"isOwn\":true}"[..] } else { b"}" });
        }
    }

    fn suggestion(&mut self, issue: &Issue) {
        if let Some(suggestion) = &issue.suggestion {
            self.0.extend(b",[");
            self.text(&suggestion.path.pointer());
            match &suggestion.change {
                Change::Replace(value) => {
                    self.0.push(b',');
                    self.text(value);
                }
                Change::Remove => {}
                Change::MoveFrom(from) => {
                    self.0.extend(b",0,");
                    self.text(&from.pointer());
                }
            }
            self.0.push(b']');
        } else {
            self.0.extend(b",0");
        }
    }

    fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.0.push(b'[');
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.0.push(b',');
            }
            write(self, item);
        }
        self.0.push(b']');
    }

    fn path(&mut self, path: &Path) {
        self.list(&path.0, |out, segment| match segment {
            Segment::Index(index) => out.number(*index),
            Segment::Key(key) => out.text(key),
        });
    }

    fn param(&mut self, param: &Param) {
        match param {
            Param::Number(number) => self.number(*number),
            Param::Text(text) => self.text(text),
            Param::List(texts) => self.list(texts, |out, text| out.text(text)),
        }
    }

    fn flag(&mut self, flag: bool) {
        self.0.extend(if flag { b",1" } else { b",0" });
    }

    fn number(&mut self, number: usize) {
        let mut digits = String::new();
        push_number(&mut digits, number);
        self.0.extend(digits.as_bytes());
    }

    fn text(&mut self, text: &str) {
        push_text(&mut self.0, text);
    }
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
