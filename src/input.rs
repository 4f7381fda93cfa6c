//! Values of any origin, as the engine looks at them: one level at a time, and only as far as a shape asks. So a value
//! may be as deep as it likes, contain itself, or be hostile in what no shape asks for.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::shape::Shape;

/// The types of JSON, by their names in JSON Schema, and what is none of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum JsonType {
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
    /// What JSON cannot carry, or what could not be read.
    Other,
}

impl JsonType {
    pub(crate) fn of(shape: &Shape) -> Self {
        match shape {
            Shape::Boolean(_) => Self::Boolean,
            Shape::Text(_) => Self::String,
            Shape::List(_) => Self::Array,
            Shape::Map(_) | Shape::Structure(_) => Self::Object,
        }
    }

    /// The name, which is also that of a phrase in [`crate::message`].
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
            Self::Other => "other",
        }
    }
}

/// A string as it came. One that is not well-formed has U+FFFD where a surrogate lacked its partner.
#[derive(Debug, Clone)]
pub(crate) struct Characters<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) well_formed: bool,
}

impl<'a> From<&'a str> for Characters<'a> {
    fn from(text: &'a str) -> Self {
        Self { text: Cow::Borrowed(text), well_formed: true }
    }
}

/// One level of a value.
#[derive(Debug)]
pub(crate) enum Look<'a, V> {
    Boolean(bool),
    Text(Characters<'a>),
    /// The items, each with its index.
    List(Vec<(usize, V)>),
    /// The entries, each key once.
    Object(Vec<(Characters<'a>, V)>),
    /// What was asked for, with more items or entries than are looked at: so many.
    Crowd(usize),
    /// Not what was asked for, but this.
    Other(JsonType),
}

impl<'a, V> Look<'a, V> {
    pub(crate) fn into_items(self) -> Option<Vec<(usize, V)>> {
        if let Self::List(items) = self { Some(items) } else { None }
    }

    pub(crate) fn into_entries(self) -> Option<Vec<(Characters<'a>, V)>> {
        if let Self::Object(entries) = self { Some(entries) } else { None }
    }

    pub(crate) fn json_type(&self) -> JsonType {
        match self {
            Self::Boolean(_) => JsonType::Boolean,
            Self::Text(_) => JsonType::String,
            Self::List(_) => JsonType::Array,
            Self::Object(_) => JsonType::Object,
            Self::Crowd(_) => JsonType::Other,
            Self::Other(other) => *other,
        }
    }
}

/// A value of any origin.
pub(crate) trait Input<'a>: Sized {
    /// Looks at one level. Only a value of the type that is asked for is opened.
    fn look(self, wanted: JsonType) -> Look<'a, Self>;
}

impl<'a> Input<'a> for &'a Value {
    fn look(self, wanted: JsonType) -> Look<'a, Self> {
        match (self, wanted) {
            (Value::Bool(boolean), JsonType::Boolean) => Look::Boolean(*boolean),
            (Value::String(text), JsonType::String) => Look::Text(text.as_str().into()),
            (Value::Array(items), JsonType::Array) => Look::List(items.iter().enumerate().collect()),
            (Value::Object(entries), JsonType::Object) => {
                Look::Object(entries.iter().map(|(key, value)| (key.as_str().into(), value)).collect())
            }
            (Value::Null, _) => Look::Other(JsonType::Null),
            (Value::Bool(_), _) => Look::Other(JsonType::Boolean),
            (Value::Number(_), _) => Look::Other(JsonType::Number),
            (Value::String(_), _) => Look::Other(JsonType::String),
            (Value::Array(_), _) => Look::Other(JsonType::Array),
            (Value::Object(_), _) => Look::Other(JsonType::Object),
        }
    }
}

/// JSON text, known to be well-formed JSON. Strings in it may still hold lone surrogates, written as escapes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Json<'a>(&'a RawValue);

/// Where a text stops being JSON, counted from 1; columns count Unicode scalar values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl SyntaxError {
    /// Of a column that counts bytes.
    fn new(text: &[u8], line: usize, column: usize) -> Self {
        let of_line = text.split(|byte| *byte == b'\n').nth(line.saturating_sub(1)).unwrap_or_default();
        let before = of_line.get(..column.saturating_sub(1)).unwrap_or(of_line);
        // Bytes that go on with a character do not begin one.
        let characters = before.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        Self { line, column: characters + 1 }
    }
}

impl<'a> Json<'a> {
    pub(crate) fn parse(text: &'a [u8]) -> Result<Self, SyntaxError> {
        let raw = serde_json::from_slice(text);
        raw.map(Self).map_err(|error| SyntaxError::new(text, error.line(), error.column()))
    }

    /// Where the value begins in the text that it was parsed from, in bytes.
    pub(crate) fn offset_in(self, text: &str) -> usize {
        (self.0.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
    }

    /// The whole of the value; null where it is too deep or holds half of a surrogate pair.
    pub(crate) fn to_value(self) -> Value {
        serde_json::from_str(self.0.get()).unwrap_or_default()
    }

    /// The entries of an object, those with the key of another included; none where it is no object.
    pub(crate) fn all_entries(self) -> Vec<(Characters<'a>, Self)> {
        self.read(Entries).unwrap_or_default()
    }

    fn read<S: DeserializeSeed<'a>>(self, seed: S) -> Option<S::Value> {
        seed.deserialize(&mut serde_json::Deserializer::from_str(self.0.get())).ok()
    }
}

impl<'a> Input<'a> for Json<'a> {
    fn look(self, wanted: JsonType) -> Look<'a, Self> {
        let actual = match self.0.get().as_bytes().first() {
            Some(b'n') => JsonType::Null,
            Some(b't' | b'f') => JsonType::Boolean,
            Some(b'"') => JsonType::String,
            Some(b'[') => JsonType::Array,
            Some(b'{') => JsonType::Object,
            _ => JsonType::Number,
        };
        let look = match actual {
            _ if actual != wanted => None,
            JsonType::Boolean => Some(Look::Boolean(self.0.get() == "true")),
            JsonType::String => self.read(Text).map(Look::Text),
            JsonType::Array => self.read(Items).map(Look::List),
            JsonType::Object => self.read(Entries).map(each_once).map(Look::Object),
            JsonType::Null | JsonType::Number | JsonType::Other => None,
        };
        look.unwrap_or(Look::Other(actual))
    }
}

/// Reads a string as bytes: for `serde_json` a string is then any sequence of UTF-16 units, with lone surrogates in the
/// generalised UTF-8 of their code points.
struct Text;

impl<'a> DeserializeSeed<'a> for Text {
    type Value = Characters<'a>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_bytes(self)
    }
}

impl<'a> Visitor<'a> for Text {
    type Value = Characters<'a>;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_borrowed_bytes<E>(self, bytes: &'a [u8]) -> Result<Self::Value, E> {
        Ok(match std::str::from_utf8(bytes) {
            Ok(text) => text.into(),
            Err(_) => Characters { text: with_replacements(bytes).into(), well_formed: false },
        })
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Self::Value, E> {
        Ok(match std::str::from_utf8(bytes) {
            Ok(text) => Characters { text: text.to_owned().into(), well_formed: true },
            Err(_) => Characters { text: with_replacements(bytes).into(), well_formed: false },
        })
    }
}

/// One U+FFFD for each surrogate that lacks its partner: three bytes in generalised UTF-8.
fn with_replacements(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if chunk.invalid().first() == Some(&0xED) {
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    text
}

struct Items;

impl<'a> DeserializeSeed<'a> for Items {
    type Value = Vec<(usize, Json<'a>)>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'a> Visitor<'a> for Items {
    type Value = Vec<(usize, Json<'a>)>;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut sequence: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(raw) = sequence.next_element()? {
            items.push((items.len(), Json(raw)));
        }
        Ok(items)
    }
}

struct Entries;

impl<'a> DeserializeSeed<'a> for Entries {
    type Value = Vec<(Characters<'a>, Json<'a>)>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'a> Visitor<'a> for Entries {
    type Value = Vec<(Characters<'a>, Json<'a>)>;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key_seed(Text)? {
            entries.push((key, Json(map.next_value()?)));
        }
        Ok(entries)
    }
}

/// Of two entries with one key the last counts, at the place of the first, as with `JSON.parse`.
fn each_once<'a>(all: Vec<(Characters<'a>, Json<'a>)>) -> Vec<(Characters<'a>, Json<'a>)> {
    let mut entries: Vec<(Characters<'a>, Json<'a>)> = Vec::with_capacity(all.len());
    let mut seen = BTreeMap::new();
    for (key, value) in all {
        let name = (key.text.clone(), key.well_formed);
        match seen.get(&name).and_then(|index: &usize| entries.get_mut(*index)) {
            Some(entry) => entry.1 = value,
            None => {
                seen.insert(name, entries.len());
                entries.push((key, value));
            }
        }
    }
    entries
}
