//! Issues as people and programs read them.

use serde::Serialize;

use super::Issue;
use crate::message;

impl Issue {
    /// The issue in English, as a sentence for people.
    pub fn message(&self) -> String {
        match &self.own_words {
            Some(words) => words.to_string(),
            None => message::english(self.code, &self.params),
        }
    }
}

impl Serialize for Issue {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        struct ByName<'a>(&'a Issue);
        impl Serialize for ByName<'_> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(self.0.code.params().iter().zip(&self.0.params))
            }
        }

        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", &self.code)?;
        map.serialize_entry("severity", &self.severity)?;
        map.serialize_entry("path", &self.path)?;
        map.serialize_entry("pointer", &self.path.pointer())?;
        if self.on_key {
            map.serialize_entry("on", "key")?;
        }
        map.serialize_entry("message", &self.message())?;
        if self.own_words.is_some() {
            map.serialize_entry("ownWords", &true)?;
        }
        map.serialize_entry("params", &ByName(self))?;
        map.serialize_entry("rule", &self.rule)?;
        map.serialize_entry("source", &self.source)?;
        if let Some(within) = &self.within {
            map.serialize_entry("within", within)?;
        }
        if let Some(suggestion) = &self.suggestion {
            map.serialize_entry("suggestion", suggestion)?;
        }
        map.end()
    }
}
