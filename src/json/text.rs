//! Strings of JSON, without their quotes and escapes.

use alloc::string::String;

use crate::input::Characters;
use crate::parts::cut;
use crate::words::count_of_characters;

/// The string of a text that was checked. A surrogate that lacks its partner becomes U+FFFD.
pub(super) fn characters(quoted: &str) -> Characters<'_> {
    if quoted.starts_with('\'') {
        return measured(quoted).0.into();
    }
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

/// The string that a text begins with, after its length in UTF-16 units, and what comes after it.
pub(super) fn measured(text: &str) -> (&str, &str) {
    let mut units = 0_usize;
    let mut start = 1;
    while let Some(digit @ b'0'..=b'9') = text.as_bytes().get(start) {
        units = units.saturating_mul(10).saturating_add(usize::from(digit - b'0'));
        start += 1;
    }
    let rest = text.get(start + 1..).unwrap_or_default();
    rest.split_at_checked(bytes_of(rest, units)).unwrap_or((rest, ""))
}

/// How many bytes so many UTF-16 units take.
fn bytes_of(text: &str, units: usize) -> usize {
    if text.get(..units).is_some_and(|text| count_of_characters(text) == units) {
        return units;
    }
    let mut left = units;
    let mut rest = text.chars();
    while left > 0
        && let Some(character) = rest.next()
    {
        left = left.saturating_sub(character.len_utf16());
    }
    text.len() - rest.as_str().len()
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
