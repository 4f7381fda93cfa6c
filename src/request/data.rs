//! The input as the forms of a request write it, whatever order it came in: the required members of a structure before
//! the others, both as they are documented. AWS's SDK for JavaScript writes them so, and a body that is the same to the
//! byte has the same signature.

use std::borrow::Cow;

use serde::ser::{Serialize, Serializer};
use serde_json::{Map, Number, Value};

use crate::shape::{Shape, Structure};

/// JSON whose objects keep the order of their entries.
#[derive(Debug, Clone, PartialEq)]
pub enum Data<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A number.
    Number(Number),
    /// A string.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Data<'a>>),
    /// An object. No name stands twice.
    Object(Vec<Entry<'a>>),
}

/// An entry of an object.
pub type Entry<'a> = (Cow<'a, str>, Data<'a>);

impl<'a> Data<'a> {
    /// An input with the members of its structures in order, and after them what is not documented.
    pub(super) fn input(structure: &Structure, input: &'a Value) -> Self {
        match input {
            Value::Object(entries) => Self::structure(structure, entries),
            other => Self::from(other),
        }
    }

    /// The same without one of its entries.
    pub(super) fn without(self, name: &str) -> Self {
        match self {
            Self::Object(entries) => Self::Object(entries.into_iter().filter(|(entry, _)| entry != name).collect()),
            other => other,
        }
    }

    /// Itself as JSON text.
    pub(crate) fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    fn structure(structure: &Structure, entries: &'a Map<String, Value>) -> Self {
        let is_known = |name: &str| structure.members.iter().any(|member| member.name == name);
        let that_are = |required| structure.members.iter().filter(move |member| member.required.is_some() == required);
        let known = that_are(true).chain(that_are(false)).filter_map(|member| {
            let (name, value) = entries.get_key_value(member.name)?;
            Some((name.into(), Self::shaped(&member.shape, value)))
        });
        let unknown = entries.iter().filter(|(name, _)| !is_known(name));
        Self::Object(known.chain(unknown.map(|(name, value)| (name.into(), value.into()))).collect())
    }

    fn shaped(shape: &Shape, value: &'a Value) -> Self {
        match (shape, value) {
            (Shape::Structure(structure), Value::Object(entries)) => Self::structure(structure, entries),
            (Shape::List(list), Value::Array(items)) => {
                Self::List(items.iter().map(|item| Self::shaped(list.item, item)).collect())
            }
            (Shape::Map(map), Value::Object(entries)) => {
                let entry = |(key, value): (&'a String, _)| (key.into(), Self::shaped(map.value, value));
                Self::Object(entries.iter().map(entry).collect())
            }
            (_, value) => value.into(),
        }
    }
}

impl<'a> From<&'a Value> for Data<'a> {
    fn from(value: &'a Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(boolean) => Self::Boolean(*boolean),
            Value::Number(number) => Self::Number(number.clone()),
            Value::String(text) => Self::Text(text.into()),
            Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(entries) => {
                Self::Object(entries.iter().map(|(name, value)| (name.into(), value.into())).collect())
            }
        }
    }
}

impl<'a> From<&'a str> for Data<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Data<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl Serialize for Data<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Boolean(boolean) => serializer.serialize_bool(*boolean),
            Self::Number(number) => number.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(entries) => serializer.collect_map(entries.iter().map(|(name, value)| (name, value))),
        }
    }
}
