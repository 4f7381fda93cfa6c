//! Usual strings as conditions in JavaScript.

use std::fmt::Write;

use crate::shape::{Ascii, Part, Tail};

/// What conditions ask for that is made once: a name for each, and how it is made.
#[derive(Default)]
pub(super) struct Constants(Vec<(String, String)>);

impl Constants {
    /// The name of what is made so.
    pub(super) fn name(&mut self, made: String) -> String {
        if let Some((name, _)) = self.0.iter().find(|(_, known)| *known == made) {
            return name.clone();
        }
        let kind = made.split('(').next().unwrap_or_default().to_uppercase();
        let name = format!("{kind}_{}", self.0.len() + 1);
        self.0.push((name.clone(), made));
        name
    }

    /// That of the set of these characters.
    pub(super) fn set(&mut self, characters: &Ascii) -> String {
        let text: String = (0_u8..0x80).filter(|byte| characters.has(*byte)).map(char::from).collect();
        self.name(format!("ascii({text:?})"))
    }

    /// What makes them.
    pub(super) fn made(&self) -> String {
        let mut all = String::new();
        for (name, made) in &self.0 {
            let _ = writeln!(all, "const {name} = /* @__PURE__ */ {made};");
        }
        all
    }
}

/// That a text goes on like one of some forms, from a place to its end: a function, if no part of them names a Region.
pub(super) fn of_any<'p>(forms: impl Iterator<Item = Option<&'p [Part]>>, constants: &mut Constants) -> Option<String> {
    let any: Vec<String> = forms.map(|form| of_parts(form?, constants)).collect::<Option<_>>()?;
    Some(format!("(text, at) => {}", if any.is_empty() { "false".to_owned() } else { any.join(" || ") }))
}

fn of_parts(parts: &[Part], constants: &mut Constants) -> Option<String> {
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
        Part::Rest(tail) => of_tail(tail, &at, constants),
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

fn of_tail(tail: &Tail, at: &str, constants: &mut Constants) -> String {
    let is_some = format!("isSome(text, {at}, {}, {})", number(tail.most), constants.set(tail.characters));
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
