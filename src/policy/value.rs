//! What an element of a policy holds, as far as policies are looked at.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::input::JsonType;
use crate::json::Json;

/// What an element of a policy holds, as far as policies are looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A string.
    Text(String),
    /// A list, without what is no string in it.
    List(Vec<String>),
    /// Strings by their type, as principals are given.
    ByType(Vec<(String, Vec<String>)>),
    /// Something else.
    Other,
}

impl Value {
    /// The string, where it is one.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The strings, of a string or a list.
    pub fn texts(&self) -> &[String] {
        match self {
            Self::Text(text) => core::slice::from_ref(text),
            Self::List(texts) => texts,
            Self::ByType(_) | Self::Other => &[],
        }
    }

    /// The strings of a type.
    pub fn of_type(&self, name: &str) -> &[String] {
        match self {
            Self::ByType(types) => types.iter().find(|(of, _)| of == name).map_or(&[], |(_, texts)| texts),
            _ => &[],
        }
    }

    /// Whether, as a principal, it names anybody: a string or, by type, strings that are not empty.
    pub(super) fn names_somebody(&self) -> bool {
        match self {
            Self::Text(name) => !name.is_empty(),
            Self::ByType(types) => types.iter().any(|(_, names)| names.iter().any(|name| !name.is_empty())),
            Self::List(_) | Self::Other => false,
        }
    }
}

impl From<Json<'_>> for Value {
    fn from(value: Json<'_>) -> Self {
        match value.json_type() {
            JsonType::String => Self::Text(text(value)),
            JsonType::Array => Self::List(texts(value)),
            JsonType::Object => Self::ByType(
                value.entries().into_iter().map(|(name, value)| (name.text.into_owned(), texts(value))).collect(),
            ),
            _ => Self::Other,
        }
    }
}

fn text(value: Json<'_>) -> String {
    value.characters().text.into_owned()
}

fn texts(value: Json<'_>) -> Vec<String> {
    match value.json_type() {
        JsonType::String => vec![text(value)],
        _ => value.items().into_iter().filter(|item| item.json_type() == JsonType::String).map(text).collect(),
    }
}
