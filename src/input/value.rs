//! Values of `serde_json`.

use serde_json::Value;

use super::{Input, JsonType, Look};

impl<'a> Input<'a> for &'a Value {
    fn look(self, wanted: JsonType) -> Look<'a, Self> {
        match (self, wanted) {
            (Value::Bool(boolean), JsonType::Boolean) => Look::Boolean(*boolean),
            (Value::String(text), JsonType::String) => Look::Text(text.as_str().into()),
            (Value::Array(items), JsonType::Array) => Look::List(items.iter().enumerate().collect()),
            (Value::Object(entries), JsonType::Object) => {
                Look::Object(entries.iter().map(|(key, value)| (key.as_str().into(), value)).collect())
            }
            (Value::Null, _) => Look::Other(JsonType::Null),
            (Value::Bool(_), _) => Look::Other(JsonType::Boolean),
            (Value::Number(_), _) => Look::Other(JsonType::Number),
            (Value::String(_), _) => Look::Other(JsonType::String),
            (Value::Array(_), _) => Look::Other(JsonType::Array),
            (Value::Object(_), _) => Look::Other(JsonType::Object),
        }
    }
}
