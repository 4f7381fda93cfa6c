//! Values of any origin, as the engine looks at them: one level at a time, and only as far as a shape asks. So a value
//! may be as deep as it likes, contain itself, or be hostile in what no shape asks for.

#[cfg(feature = "full")]
mod value;

use alloc::borrow::Cow;
use alloc::vec::Vec;

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

/// A string that is known to be one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plain<'a>(pub(crate) &'a str);

impl<'a> Input<'a> for Plain<'a> {
    fn look(self, wanted: JsonType) -> Look<'a, Self> {
        match wanted {
            JsonType::String => Look::Text(self.0.into()),
            _ => Look::Other(JsonType::String),
        }
    }
}
