//! JSON text, read one level at a time and never as a tree: the whole of it is checked once, and a value is a part of the
//! text. So a text may be of any depth, and what no shape asks for costs nothing but the check.

mod scan;
mod text;

use alloc::vec::Vec;

use crate::input::{Characters, Input, JsonType, Look};
use crate::parts::number_of;
use crate::sorted::first_of_each;

pub(crate) use scan::SyntaxError;
use scan::{Scanner, next_value, skip_value};

/// What programs for other systems put in front of a text. Parsers may ignore it (RFC 8259, section 8.1).
pub(crate) const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A value in a text that is known to be JSON. Strings in it may hold lone surrogates, written as escapes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Json<'a>(&'a str);

impl<'a> Json<'a> {
    /// A text in UTF-8 that holds one value, with white space around it.
    pub(crate) fn parse(text: &'a [u8]) -> Result<Self, SyntaxError> {
        let checked = core::str::from_utf8(text);
        let valid = match checked {
            Ok(text) => text,
            Err(error) => core::str::from_utf8(text.get(..error.valid_up_to()).unwrap_or_default()).unwrap_or_default(),
        };
        let mut scanner = Scanner::new(valid);
        let value = scanner.document();
        match (value, checked) {
            (Some(value), Ok(_)) => Ok(Self(value)),
            _ => Err(SyntaxError::at(valid, scanner.furthest())),
        }
    }

    /// A text that the package's own JavaScript wrote: JSON, but that `!` stands for what JSON cannot carry, `#` and a
    /// number for a list or an object with so many items that they are not looked at, and `'5:texts` for a string of so
    /// many UTF-16 units.
    #[cfg(all(target_arch = "wasm32", feature = "wasm"))]
    pub(crate) fn written(text: &'a [u8]) -> Option<Self> {
        core::str::from_utf8(text).ok().map(Self)
    }

    /// The text of the value, as it is.
    #[cfg(all(target_arch = "wasm32", feature = "wasm"))]
    pub(crate) fn as_bytes(self) -> &'a [u8] {
        self.0.as_bytes()
    }

    /// The whole of the value; null where it is too deep or holds half of a surrogate pair.
    #[cfg(feature = "full")]
    pub(crate) fn to_value(self) -> serde_json::Value {
        serde_json::from_str(self.0).unwrap_or_default()
    }

    /// Where the value begins in the text that it was parsed from, in bytes.
    pub(crate) fn offset_in(self, text: &str) -> usize {
        (self.0.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
    }

    /// The type that its first character tells.
    pub(crate) fn json_type(self) -> JsonType {
        match self.0.as_bytes().first() {
            Some(b'n') => JsonType::Null,
            Some(b't' | b'f') => JsonType::Boolean,
            Some(b'"' | b'\'') => JsonType::String,
            Some(b'[') => JsonType::Array,
            Some(b'{') => JsonType::Object,
            Some(b'-' | b'0'..=b'9') => JsonType::Number,
            _ => JsonType::Other,
        }
    }

    /// The string that stands here; empty where none does.
    pub(crate) fn characters(self) -> Characters<'a> {
        text::characters(self.0)
    }

    /// The items of an array; none where it is no array.
    pub(crate) fn items(self) -> Vec<Self> {
        let mut items = Vec::new();
        let mut rest = self.inside("[");
        while !rest.is_empty() {
            let (value, after) = skip_value(rest);
            items.push(Self(value));
            rest = after;
        }
        items
    }

    /// The entries of an object, those with the key of another included; none where it is no object.
    pub(crate) fn all_entries(self) -> Vec<(Characters<'a>, Self)> {
        let mut entries = Vec::new();
        let mut rest = self.inside("{");
        while !rest.is_empty() {
            let (key, after) = skip_value(rest);
            let (value, after) = skip_value(after);
            entries.push((text::characters(key), Self(value)));
            rest = after;
        }
        entries
    }

    /// The entries of an object, each key once. Of two with one key the last counts, at the place of the first, as with
    /// `JSON.parse`.
    pub(crate) fn entries(self) -> Vec<(Characters<'a>, Self)> {
        let all = self.all_entries();
        if !has_repeated(&all) {
            return all;
        }
        let firsts = first_of_each(all.len(), &|one, another| match (all.get(one), all.get(another)) {
            (Some((one, _)), Some((another, _))) => {
                one.text.cmp(&another.text).then(one.well_formed.cmp(&another.well_formed))
            }
            _ => core::cmp::Ordering::Equal,
        });
        let mut places = Vec::with_capacity(all.len());
        let mut entries: Vec<(Characters<'a>, Self)> = Vec::with_capacity(all.len());
        for ((key, value), first) in all.into_iter().zip(firsts) {
            match places.get(first).copied() {
                Some(place) => {
                    if let Some(entry) = entries.get_mut::<usize>(place) {
                        entry.1 = value;
                    }
                    places.push(place);
                }
                None => {
                    places.push(entries.len());
                    entries.push((key, value));
                }
            }
        }
        entries
    }

    /// What stands between the brackets, from the first value on.
    fn inside(self, bracket: &str) -> &'a str {
        let inside = self.0.strip_prefix(bracket).and_then(|rest| rest.get(..rest.len().checked_sub(1)?));
        next_value(inside.unwrap_or_default())
    }
}

/// Whether a key may stand twice. Few keys are compared with each other; of many it takes more to tell.
fn has_repeated(entries: &[(Characters<'_>, Json<'_>)]) -> bool {
    const FEW: usize = 12;
    let mut rest = entries;
    while let [(key, _), others @ ..] = rest {
        if entries.len() > FEW || others.iter().any(|(other, _)| other.text == key.text) {
            return true;
        }
        rest = others;
    }
    false
}

impl<'a> Input<'a> for Json<'a> {
    fn look(self, wanted: JsonType) -> Look<'a, Self> {
        if let Some(count) = self.0.strip_prefix("#") {
            return Look::Crowd(number_of(count).unwrap_or(usize::MAX));
        }
        match self.json_type() {
            actual if actual != wanted => Look::Other(actual),
            JsonType::Boolean => Look::Boolean(self.0 == "true"),
            JsonType::String => Look::Text(self.characters()),
            JsonType::Array => Look::List(self.items().into_iter().enumerate().collect()),
            JsonType::Object => Look::Object(self.entries()),
            actual => Look::Other(actual),
        }
    }
}
