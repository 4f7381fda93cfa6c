//! A request in which one field holds another value: how a form asks about the field that is typed into.

use std::borrow::Cow;

use crate::input::{Characters, Input, JsonType, Look};
use crate::report::Segment;

/// A value, or the way from it to the field.
#[derive(Debug)]
pub(crate) enum Field<'p, V> {
    /// What is not on the way.
    Untouched(V),
    /// A step on the way: what is left of it, the field's value, and what stands here already.
    OnTheWay { rest: &'p [Segment], value: Option<V>, here: Option<V> },
}

impl<'p, V> Field<'p, V> {
    pub(crate) fn new(path: &'p [Segment], value: Option<V>, request: Option<V>) -> Self {
        Self::OnTheWay { rest: path, value, here: request }
    }
}

impl<'a, V: Input<'a>> Input<'a> for Field<'_, V> {
    fn look(self, wanted: JsonType) -> Look<'a, Self> {
        let (rest, value, here) = match self {
            Self::Untouched(value) => return untouched(value.look(wanted)),
            Self::OnTheWay { rest, value, here } => (rest, value, here),
        };
        let Some((segment, rest)) = rest.split_first() else {
            return value.map_or(Look::Other(JsonType::Other), |value| untouched(value.look(wanted)));
        };
        match (segment, here.map(|here| here.look(wanted))) {
            (Segment::Key(key), look) if wanted == JsonType::Object => {
                let mut here = None;
                let mut entries = Vec::new();
                for (name, entry) in look.and_then(Look::into_entries).unwrap_or_default() {
                    if name.text == *key { here = Some(entry) } else { entries.push((name, Self::Untouched(entry))) }
                }
                if !rest.is_empty() || value.is_some() {
                    let name = Characters { text: Cow::Owned(key.clone()), well_formed: true };
                    entries.push((name, Self::OnTheWay { rest, value, here }));
                }
                Look::Object(entries)
            }
            (Segment::Index(index), look) if wanted == JsonType::Array => {
                let mut here = None;
                let mut items = Vec::new();
                for (at, item) in look.and_then(Look::into_items).unwrap_or_default() {
                    if at == *index { here = Some(item) } else { items.push((at, Self::Untouched(item))) }
                }
                items.push((*index, Self::OnTheWay { rest, value, here }));
                Look::List(items)
            }
            _ => Look::Other(JsonType::Other),
        }
    }
}

fn untouched<'a, 'p, V>(look: Look<'a, V>) -> Look<'a, Field<'p, V>> {
    match look {
        Look::Boolean(boolean) => Look::Boolean(boolean),
        Look::Text(text) => Look::Text(text),
        Look::List(items) => {
            Look::List(items.into_iter().map(|(index, item)| (index, Field::Untouched(item))).collect())
        }
        Look::Object(entries) => {
            Look::Object(entries.into_iter().map(|(key, value)| (key, Field::Untouched(value))).collect())
        }
        Look::Other(other) => Look::Other(other),
    }
}
