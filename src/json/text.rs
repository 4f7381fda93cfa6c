//! Strings of JSON, without their quotes and escapes.

use alloc::string::String;

use crate::input::Characters;
use crate::parts::cut;

/// The string of a text that was checked. A surrogate that lacks its partner becomes U+FFFD.
pub(super) fn characters(quoted: &str) -> Characters<'_> {
    let inside = quoted.strip_prefix("\"").and_then(|rest| rest.strip_suffix("\"")).unwrap_or_default();
    if cut(inside, b'\\').is_none() {
        return inside.into();
    }
    let mut text = String::with_capacity(inside.len());
    let mut well_formed = true;
    let mut rest = inside;
    while let Some((plain, escaped)) = cut(rest, b'\\') {
        text.push_str(plain);
        rest = match unit(escaped) {
            Some((high @ 0xD800..0xDC00, after)) => match after.strip_prefix("\\").and_then(unit) {
                Some((low @ 0xDC00..0xE000, after)) => {
                    text.extend(char::from_u32(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00)));
                    after
                }
                _ => lone(&mut text, &mut well_formed, after),
            },
            Some((unit, after)) => match char::from_u32(unit) {
                Some(character) => {
                    text.push(character);
                    after
                }
                None => lone(&mut text, &mut well_formed, after),
            },
            None => simple(&mut text, escaped),
        };
    }
    text.push_str(rest);
    Characters { text: text.into(), well_formed }
}

fn lone<'a>(text: &mut String, well_formed: &mut bool, after: &'a str) -> &'a str {
    *well_formed = false;
    text.push(char::REPLACEMENT_CHARACTER);
    after
}

/// What `uXXXX` stands for, and what comes after it.
fn unit(escaped: &str) -> Option<(u32, &str)> {
    let (digits, after) = escaped.strip_prefix("u")?.split_at_checked(4)?;
    let unit = digits.chars().try_fold(0, |unit, digit| Some(unit * 16 + digit.to_digit(16)?))?;
    Some((unit, after))
}

fn simple<'a>(text: &mut String, escaped: &'a str) -> &'a str {
    let mut characters = escaped.chars();
    text.extend(characters.next().map(|character| match character {
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        other => other,
    }));
    characters.as_str()
}
