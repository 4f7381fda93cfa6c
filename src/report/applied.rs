//! Suggestions, told and followed.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value};

use super::{Change, Path, Segment, Suggestion};
use crate::message;

impl Suggestion {
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
