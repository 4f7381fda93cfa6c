//! Issues on their way out of the module: in short, as JSON text. The package's JavaScript unfolds them.

use alloc::string::String;
use alloc::vec::Vec;

#[cfg(feature = "full")]
use super::Code;
use super::{Change, Issue, Param, Path, Segment, Severity};
use crate::written::push_number;

/// An array for each issue: its code, whether it is a warning, its path, whether it is about a key, its parameters, its
/// rule, the title and the address of its page, where it is within a document, and the suggestion.
pub(crate) fn packed(issues: &[Issue]) -> String {
    let mut out = Packed(String::new());
    out.list(issues, Packed::issue);
    out.0
}

/// Appends a string of JSON.
pub(crate) fn push_quoted(out: &mut Vec<u8>, text: &str) {
    let mut quoted = Packed(String::new());
    quoted.text(text);
    out.extend_from_slice(quoted.0.as_bytes());
}

struct Packed(String);

impl Packed {
    fn issue(&mut self, issue: &Issue) {
        self.0.push('[');
        self.text(issue.code.as_str());
        self.flag(issue.severity == Severity::Warning);
        self.0.push(',');
        self.path(&issue.path);
        self.flag(issue.on_key);
        self.0.push(',');
        self.list(&issue.params, Self::param);
        for text in [&issue.rule, &issue.source.title, &issue.source.url] {
            self.0.push(',');
            self.text(text);
        }
        self.0.push(',');
        match &issue.within {
            None => self.0.push('0'),
            Some(spot) => {
                self.0.push('[');
                self.text(&spot.pointer);
                self.0.push(',');
                self.number(spot.line);
                self.0.push(',');
                self.number(spot.column);
                self.0.push(']');
            }
        }
        self.suggestion(issue);
        #[cfg(feature = "full")]
        self.own(issue);
        self.0.push(']');
    }

    /// The message of a house rule, which is in no language but the caller's or English.
    #[cfg(feature = "full")]
    fn own(&mut self, issue: &Issue) {
        if issue.code == Code::HouseRule {
            self.0.push_str(",{\"message\":");
            self.text(&issue.message());
            self.0.push_str(if issue.own_words.is_some() { ",\"isOwn\":true}" } else { "}" });
        }
    }

    fn suggestion(&mut self, issue: &Issue) {
        if let Some(suggestion) = &issue.suggestion {
            self.0.push_str(",[");
            self.text(&suggestion.path.pointer());
            match &suggestion.change {
                Change::Replace(value) => {
                    self.0.push(',');
                    self.text(value);
                }
                Change::Remove => {}
                Change::MoveFrom(from) => {
                    self.0.push_str(",0,");
                    self.text(&from.pointer());
                }
            }
            self.0.push(']');
        } else {
            self.0.push_str(",0");
        }
    }

    fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.0.push('[');
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.0.push(',');
            }
            write(self, item);
        }
        self.0.push(']');
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
        self.0.push_str(if flag { ",1" } else { ",0" });
    }

    fn number(&mut self, number: usize) {
        push_number(&mut self.0, number);
    }

    fn text(&mut self, text: &str) {
        self.0.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(character);
                }
                '\0'..' ' => {
                    self.0.push_str("\\u00");
                    let digits = [character as u32 / 16, character as u32 % 16];
                    self.0.extend(digits.into_iter().filter_map(|digit| char::from_digit(digit, 16)));
                }
                _ => self.0.push(character),
            }
        }
        self.0.push('"');
    }
}
