//! Small texts, put together without the formatting machinery of the standard library, which would weigh more in the
//! module than the rules of an operation.

use alloc::string::String;

use crate::parts::cut;

/// Texts as one, with something between them. The standard library checks its own sums with a panic.
pub(crate) fn joined(texts: &[&str], between: &str) -> String {
    let mut whole = String::new();
    for (index, text) in texts.iter().enumerate() {
        if index > 0 {
            whole.push_str(between);
        }
        whole.push_str(text);
    }
    whole
}

/// Appends a number in decimal digits.
pub(crate) fn push_number(out: &mut String, number: usize) {
    if number >= 10 {
        push_number(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

/// Appends a step of a JSON Pointer (RFC 6901).
pub(crate) fn push_step(out: &mut String, step: &str) {
    out.push('/');
    for character in step.chars() {
        match character {
            '~' => out.push_str("~0"),
            '/' => out.push_str("~1"),
            _ => out.push(character),
        }
    }
}

/// The step that a token of a JSON Pointer stands for.
pub(crate) fn step_of(token: &str) -> String {
    let mut step = String::with_capacity(token.len());
    let mut rest = token;
    while let Some((plain, escaped)) = cut(rest, b'~') {
        step.push_str(plain);
        let (character, after) = match escaped.as_bytes().first() {
            Some(b'0') => ('~', escaped.get(1..)),
            Some(b'1') => ('/', escaped.get(1..)),
            _ => ('~', Some(escaped)),
        };
        step.push(character);
        rest = after.unwrap_or_default();
    }
    step.push_str(rest);
    step
}
