//! Usual strings as conditions in JavaScript.

use std::fmt::Write;

use crate::shape::{Ascii, Part, Tail};

/// The sets of characters that conditions ask for, each made once.
#[derive(Default)]
pub(super) struct Sets(Vec<String>);

impl Sets {
    /// The name of the set of these.
    pub(super) fn of(&mut self, characters: &Ascii) -> String {
        self.of_text((0_u8..0x80).filter(|byte| characters.has(*byte)).map(char::from).collect())
    }

    fn of_text(&mut self, text: String) -> String {
        let index = self.0.iter().position(|known| *known == text).unwrap_or_else(|| {
            self.0.push(text);
            self.0.len() - 1
        });
        format!("SET_{}", index + 1)
    }

    /// What makes them.
    pub(super) fn made(&self) -> String {
        let mut made = String::new();
        for (index, text) in self.0.iter().enumerate() {
            let _ = writeln!(made, "const SET_{} = /* @__PURE__ */ ascii({text:?});", index + 1);
        }
        made
    }
}

/// That a text goes on like one of some forms, from a place to its end: a function, if no part of them names a Region.
pub(super) fn of_any<'p>(forms: impl Iterator<Item = Option<&'p [Part]>>, sets: &mut Sets) -> Option<String> {
    let any: Vec<String> = forms.map(|form| of_parts(form?, sets)).collect::<Option<_>>()?;
    Some(format!("(text, at) => {}", if any.is_empty() { "false".to_owned() } else { any.join(" || ") }))
}

fn of_parts(parts: &[Part], sets: &mut Sets) -> Option<String> {
    let (last, before) = parts.split_last()?;
    let mut from = 0;
    let mut conditions = String::new();
    for part in before {
        let Part::Text(text) = part else { return None };
        let _ = write!(conditions, "has(text, {}, {text:?}) && ", at(from));
        from += text.len();
    }
    let at = at(from);
    conditions.push_str(&match last {
        Part::Hex(count) => format!("isHex(text, {at}, {count})"),
        Part::Uuid => format!("isUuid(text, {at})"),
        Part::Rest(tail) => of_tail(tail, &at, sets),
        _ => return None,
    });
    Some(conditions)
}

fn at(from: usize) -> String {
    match from {
        0 => "at".to_owned(),
        _ => format!("at + {from}"),
    }
}

fn of_tail(tail: &Tail, at: &str, sets: &mut Sets) -> String {
    let is_some = format!("isSome(text, {at}, {}, {})", number(tail.most), sets.of(tail.characters));
    match tail.ends_like_arn {
        None => is_some,
        Some(true) => format!("endsLikeArn(text) && {is_some}"),
        Some(false) => format!("!endsLikeArn(text) && {is_some}"),
    }
}

/// A number of which there may be no largest.
pub(super) fn number(most: usize) -> String {
    if most == usize::MAX { "Infinity".to_owned() } else { most.to_string() }
}
