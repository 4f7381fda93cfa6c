//! Usual strings as regular expressions of ECMA-262.

use std::fmt::Write;

use crate::shape::{Ascii, Part};

const UUID: &str = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

/// What stands in such a form, if no part of it names a Region.
pub(super) fn of_parts(parts: &[Part]) -> Option<String> {
    let mut expression = String::new();
    for part in parts {
        match part {
            Part::Text(text) => text.chars().for_each(|character| expression.push_str(&literal(character))),
            Part::Hex(count) => {
                let _ = write!(expression, "[0-9a-f]{{{count}}}");
            }
            Part::Uuid => expression.push_str(UUID),
            Part::Rest(tail) => {
                let _ = write!(expression, "(?:{})", tail.pattern);
            }
            Part::Region | Part::RegionIn(_) | Part::Arn(_) | Part::ArnNearby(_) | Part::Zone | Part::Where(_) => {
                return None;
            }
        }
    }
    Some(expression)
}

/// A class of such characters, without its brackets.
pub(super) fn class(characters: &Ascii) -> String {
    let mut class = String::new();
    let mut bytes = (0_u8..0x80).filter(|byte| characters.has(*byte)).peekable();
    while let Some(first) = bytes.next() {
        let mut last = first;
        while let Some(next) = bytes.next_if(|next| *next == last + 1) {
            last = next;
        }
        class.push_str(&literal(char::from(first)));
        if last > first + 1 {
            class.push('-');
        }
        if last > first {
            class.push_str(&literal(char::from(last)));
        }
    }
    class
}

/// A character that stands for itself, in a class or outside of one.
fn literal(character: char) -> String {
    match character {
        'A'..='Z' | 'a'..='z' | '0'..='9' | ' ' | '_' | ':' | ',' | '=' | '@' => character.to_string(),
        _ => format!("\\{character}"),
    }
}
