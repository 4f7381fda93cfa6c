//! JSON text with the members of structures in one order, whatever order they came in: those that are required before
//! the others, both as they are documented. AWS's SDK for JavaScript writes them so, and a body that is the same to the
//! byte has the same signature.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value};

use crate::shape::{Member, Shape, Structure};

/// The input as JSON text, with or without one member.
pub(super) fn to_json(structure: &Structure, input: &Value, without: Option<&str>) -> String {
    let text = match input {
        Value::Object(entries) => serde_json::to_string(&Object { structure, entries, without }),
        other => serde_json::to_string(other),
    };
    text.unwrap_or_default()
}

struct Object<'a> {
    structure: &'a Structure,
    entries: &'a Map<String, Value>,
    without: Option<&'a str>,
}

impl Object<'_> {
    fn members(&self) -> impl Iterator<Item = &'static Member> {
        let members = self.structure.members;
        let that_are = move |required| members.iter().filter(move |member| member.required.is_some() == required);
        that_are(true).chain(that_are(false)).copied()
    }

    fn is_unknown(&self, name: &str) -> bool {
        !self.structure.members.iter().any(|member| member.name == name)
    }
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for Member { name, shape, .. } in self.members().filter(|member| self.without != Some(member.name)) {
            if let Some(value) = self.entries.get(*name) {
                map.serialize_entry(name, &Ordered { shape, value })?;
            }
        }
        for (name, value) in self.entries.iter().filter(|(name, _)| self.is_unknown(name)) {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

struct Ordered<'a> {
    shape: &'a Shape,
    value: &'a Value,
}

impl Serialize for Ordered<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.shape, self.value) {
            (Shape::Structure(structure), Value::Object(entries)) => {
                Object { structure, entries, without: None }.serialize(serializer)
            }
            (Shape::List(list), Value::Array(items)) => {
                serializer.collect_seq(items.iter().map(|value| Ordered { shape: list.item, value }))
            }
            (Shape::Map(map), Value::Object(entries)) => {
                serializer.collect_map(entries.iter().map(|(key, value)| (key, Ordered { shape: map.value, value })))
            }
            (_, value) => value.serialize(serializer),
        }
    }
}
