//! What would make an issue go away.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value};

use super::{Path, Segment};
use crate::message;

/// A change of the request that makes an issue go away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Where.
    pub path: Path,
    /// What to do there.
    pub change: Change,
}

/// What to do at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Change {
    /// Write this value in place of what stands there.
    Replace(String),
    /// Leave out what stands there.
    Remove,
    /// Move what stands at this path to the place.
    MoveFrom(Path),
}

impl Suggestion {
    /// To write a value.
    pub(crate) fn replace(path: Path, value: String) -> Self {
        Self { path, change: Change::Replace(value) }
    }

    /// To leave a value out.
    pub(crate) fn remove(path: Path) -> Self {
        Self { path, change: Change::Remove }
    }

    /// To give a member or an entry another name.
    pub(crate) fn rename(from: Path, name: &str) -> Option<Self> {
        let (_, parent) = from.0.split_last()?;
        Some(Self { path: Path(parent.to_vec()).join(name), change: Change::MoveFrom(from) })
    }

    /// The suggestion in English, for a button.
    pub fn title(&self) -> String {
        match &self.change {
            Change::Replace(value) => message::suggestion("suggest_replace", value),
            Change::Remove => message::suggestion("suggest_remove", ""),
            Change::MoveFrom(_) => message::suggestion("suggest_rename", self.path.last_key().unwrap_or_default()),
        }
    }

    /// Changes a request as suggested. Where the place is not there any more, or another entry has the new name,
    /// nothing is changed.
    pub fn apply(&self, request: &mut Value) {
        match &self.change {
            Change::Replace(value) => put(request, &self.path, Value::from(value.as_str())),
            Change::Remove => drop(take(request, &self.path)),
            Change::MoveFrom(from) => {
                if !holds(request, &self.path)
                    && let Some(value) = take(request, from)
                {
                    put(request, &self.path, value);
                }
            }
        }
    }
}

fn parent<'v>(request: &'v mut Value, path: &Path) -> Option<(&'v mut Map<String, Value>, String)> {
    let (last, way) = path.0.split_last()?;
    let parent = way.iter().try_fold(request, |value, segment| match segment {
        Segment::Key(key) => value.get_mut(key),
        Segment::Index(index) => value.get_mut(index),
    });
    match (parent?, last) {
        (Value::Object(entries), Segment::Key(key)) => Some((entries, key.clone())),
        _ => None,
    }
}

fn holds(request: &mut Value, path: &Path) -> bool {
    parent(request, path).is_some_and(|(entries, key)| entries.contains_key(&key))
}

fn take(request: &mut Value, path: &Path) -> Option<Value> {
    let (entries, key) = parent(request, path)?;
    entries.shift_remove(&key)
}

fn put(request: &mut Value, path: &Path, value: Value) {
    if let Some((entries, key)) = parent(request, path) {
        entries.insert(key, value);
    }
}

impl Serialize for Suggestion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("pointer", &self.path.pointer())?;
        match &self.change {
            Change::Replace(value) => map.serialize_entry("value", value)?,
            Change::Remove => {}
            Change::MoveFrom(from) => map.serialize_entry("from", &from.pointer())?,
        }
        map.serialize_entry("title", &self.title())?;
        map.end()
    }
}
