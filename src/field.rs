//! A request in which one field holds another value: how a form asks about the field that is typed into.

use alloc::borrow::Cow;
use alloc::borrow::ToOwned;
use alloc::vec::Vec;

use crate::input::{Characters, Input, JsonType, Look};
use crate::parts::{number_of, parts};
use crate::report::{Path, Segment, own_name};
use crate::shape::{Shape, Structure};
use crate::written::step_of;

/// The path that a JSON Pointer stands for in such a structure. Where there is no such place in it: the path as far as it
/// can be told, and the structure that it leads into.
pub(crate) fn locate<'s>(structure: &'s Structure, pointer: &str) -> Result<Path, (Path, &'s Structure)> {
    let mut path = Path::default();
    let mut at = At::Structure(structure);
    let mut inside = structure;
    let tokens = pointer.strip_prefix("/").map_or(Vec::new(), |rest| parts(rest, b'/', usize::MAX));
    if tokens.is_empty() && !pointer.is_empty() {
        return Err((path.join(pointer), inside));
    }
    for token in tokens {
        let token = step_of(token);
        at = match at.step(&token) {
            Some((segment, next)) => {
                path.0.push(segment);
                next
            }
            None => return Err((path.join(&token), inside)),
        };
        if let At::Shape(Shape::Structure(inner)) = at {
            inside = inner;
        }
    }
    Ok(path)
}

/// A place in a shape.
enum At<'s> {
    Structure(&'s Structure),
    Shape(&'s Shape),
}

impl<'s> At<'s> {
    fn step(&self, token: &str) -> Option<(Segment, At<'s>)> {
        match *self {
            At::Structure(structure) | At::Shape(Shape::Structure(structure)) => {
                let member = structure.members.iter().find(|member| member.name == token)?;
                Some((Segment::Key(member.name.into()), At::Shape(&member.shape)))
            }
            At::Shape(Shape::List(list)) => {
                // RFC 6901 has neither signs nor leading zeros.
                let has_zeros = token.len() > 1 && token.starts_with("0");
                let index = number_of(token).filter(|_| !has_zeros)?;
                Some((Segment::Index(index), At::Shape(list.item)))
            }
            At::Shape(Shape::Map(map)) => Some((Segment::Key(own_name(token.to_owned())), At::Shape(map.value))),
            At::Shape(Shape::Boolean(_) | Shape::Text(_)) => None,
        }
    }
}

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
        let (here, way) = match self {
            Self::Untouched(value) => (Some(value), None),
            Self::OnTheWay { rest, value, here } => match rest.split_first() {
                None => (value, None),
                Some((step, rest)) => (here, Some((step, Way { rest, value }))),
            },
        };
        let look = here.map_or(Look::Other(JsonType::Other), |here| here.look(wanted));
        match (way, look) {
            (None, Look::Boolean(boolean)) => Look::Boolean(boolean),
            (None, Look::Text(text)) => Look::Text(text),
            (None, Look::List(items)) => Look::List(with_field(items, &|_| false, None)),
            (None, Look::Object(entries)) => Look::Object(with_field(entries, &|_| false, None)),
            (None, Look::Crowd(count)) => Look::Crowd(count),
            (None, Look::Other(other)) => Look::Other(other),
            (Some((Segment::Key(key), way)), look) if wanted == JsonType::Object => {
                let name = Characters { text: Cow::Owned(str::to_owned(key)), well_formed: true };
                let entries = look.into_entries().unwrap_or_default();
                Look::Object(with_field(entries, &|name| name.text == *key, Some((name, way))))
            }
            (Some((Segment::Index(index), way)), look) if wanted == JsonType::Array => {
                let items = look.into_items().unwrap_or_default();
                Look::List(with_field(items, &|at| at == index, Some((*index, way))))
            }
            _ => Look::Other(JsonType::Other),
        }
    }
}

/// What is left of the way to the field, and its value.
struct Way<'p, V> {
    rest: &'p [Segment],
    value: Option<V>,
}

impl<'p, V> Way<'p, V> {
    fn through(self, here: Option<V>) -> Field<'p, V> {
        Field::OnTheWay { rest: self.rest, value: self.value, here }
    }
}

/// A level with the way to the field in its place, which counts where an earlier item is told from a later one. A field
/// that was cleared is not there.
fn with_field<'p, K, V>(
    level: Vec<(K, V)>,
    is_way: &dyn Fn(&K) -> bool,
    way: Option<(K, Way<'p, V>)>,
) -> Vec<(K, Field<'p, V>)> {
    let mut way = way.filter(|(_, way)| !way.rest.is_empty() || way.value.is_some());
    let mut found = Vec::with_capacity(level.len() + 1);
    for (key, here) in level {
        if !is_way(&key) {
            found.push((key, Field::Untouched(here)));
        } else if let Some((_, way)) = way.take() {
            found.push((key, way.through(Some(here))));
        }
    }
    found.extend(way.map(|(name, way)| (name, way.through(None))));
    found
}
