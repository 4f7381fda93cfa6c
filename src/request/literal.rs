//! Data as literals of programming languages, laid out for people to read.

use super::data::{Data, Entry};

/// The languages that differ in nothing else from JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    JavaScript,
    Python,
}

impl Language {
    /// Data as a literal that goes on at this depth.
    pub(super) fn literal(self, data: &Data<'_>, depth: usize) -> String {
        match data {
            Data::Null => self.word("null", "None"),
            Data::Boolean(true) => self.word("true", "True"),
            Data::Boolean(false) => self.word("false", "False"),
            Data::Number(number) => number.to_string(),
            Data::Text(text) => quoted(text),
            Data::List(items) => {
                self.block(["[", "]"], items.iter().map(|item| self.literal(item, depth + 1)).collect(), depth)
            }
            Data::Object(entries) => {
                let entry =
                    |(name, value): &Entry<'_>| format!("{}: {}", self.name(name), self.literal(value, depth + 1));
                self.block(["{", "}"], entries.iter().map(entry).collect(), depth)
            }
        }
    }

    /// Lines between brackets, each one step deeper.
    pub(super) fn block(self, [open, close]: [&str; 2], lines: Vec<String>, depth: usize) -> String {
        if lines.is_empty() {
            return format!("{open}{close}");
        }
        let step = if self == Self::Python { "    " } else { "  " };
        let lines: String = lines.iter().map(|line| format!("{}{line},\n", step.repeat(depth + 1))).collect();
        format!("{open}\n{lines}{}{close}", step.repeat(depth))
    }

    fn word(self, javascript: &str, python: &str) -> String {
        String::from(if self == Self::Python { python } else { javascript })
    }

    fn name(self, name: &str) -> String {
        match self {
            Self::Python => quoted(name),
            // Written otherwise, it would be the prototype and no member.
            Self::JavaScript if name == "__proto__" => String::from("[\"__proto__\"]"),
            Self::JavaScript if is_identifier(name) => name.to_owned(),
            Self::JavaScript => quoted(name),
        }
    }
}

/// Whether a name can stand for itself, whatever words a language keeps for itself.
pub(super) fn is_identifier(name: &str) -> bool {
    !name.starts_with(|first: char| first.is_ascii_digit())
        && !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// A string in double quotes as JavaScript, Python, JSON and YAML read it alike.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            unseen if is_unseen(unseen) => out.push_str(&format!("\\u{:04x}", u32::from(unseen))),
            seen => out.push(seen),
        }
    }
    out.push('"');
    out
}

/// Characters that people do not see, or that change the order of what they see. All are in the first plane.
pub(crate) fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{FFFE}' | '\u{FFFF}')
}
