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
                let entries = look.and_then(Look::into_entries).unwrap_or_default();
                let mut touched = (!rest.is_empty() || value.is_some()).then_some(value);
                let mut entries: Vec<_> = entries
                    .into_iter()
                    .filter_map(|(name, entry)| {
                        if name.text != *key {
                            return Some((name, Self::Untouched(entry)));
                        }
                        touched.take().map(|value| (name, Self::OnTheWay { rest, value, here: Some(entry) }))
                    })
                    .collect();
                if let Some(value) = touched {
                    let name = Characters { text: Cow::Owned(key.clone()), well_formed: true };
                    entries.push((name, Self::OnTheWay { rest, value, here: None }));
                }
                Look::Object(entries)
            }
            (Segment::Index(index), look) if wanted == JsonType::Array => {
                let items = look.and_then(Look::into_items).unwrap_or_default();
                let mut touched = Some(value);
                let mut items: Vec<_> = items
                    .into_iter()
                    .filter_map(|(at, item)| {
                        if at != *index {
                            return Some((at, Self::Untouched(item)));
                        }
                        touched.take().map(|value| (at, Self::OnTheWay { rest, value, here: Some(item) }))
                    })
                    .collect();
                if let Some(value) = touched {
                    items.push((*index, Self::OnTheWay { rest, value, here: None }));
                }
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
