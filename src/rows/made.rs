//! What is made of values: of JSON text such text, of values of `serde_json` such values.

#[cfg(all(target_arch = "wasm32", feature = "wasm"))]
use alloc::vec::Vec;

#[cfg(feature = "full")]
use serde_json::Value;

use crate::input::Input;
#[cfg(all(target_arch = "wasm32", feature = "wasm"))]
use crate::json::Json;
#[cfg(all(target_arch = "wasm32", feature = "wasm"))]
use crate::report::push_text;

/// A value of which parts are taken into another.
pub(crate) trait Source<'a>: Input<'a> + Clone {
    /// What is made.
    type Made: Made<Self>;
}

/// Something that is made from its beginning to its end.
pub(crate) trait Made<V>: Default {
    /// Begins an array or an object.
    fn open(&mut self, is_object: bool);

    /// Ends it.
    fn close(&mut self, is_object: bool);

    /// Begins an item of an array.
    fn item(&mut self);

    /// Begins an entry of an object by its name.
    fn name(&mut self, name: &str);

    /// The same, by the string that its name is.
    fn name_of(&mut self, name: V);

    /// Adds a string.
    fn text(&mut self, text: &str);

    /// Adds a value as it is.
    fn kept(&mut self, value: V);
}

#[cfg(all(target_arch = "wasm32", feature = "wasm"))]
impl<'a> Source<'a> for Json<'a> {
    type Made = Vec<u8>;
}

#[cfg(all(target_arch = "wasm32", feature = "wasm"))]
impl<'a> Made<Json<'a>> for Vec<u8> {
    fn open(&mut self, is_object: bool) {
        self.push(if is_object { b'{' } else { b'[' });
    }

    fn close(&mut self, is_object: bool) {
        self.push(if is_object { b'}' } else { b']' });
    }

    fn item(&mut self) {
        if !matches!(self.last(), Some(b'[' | b'{')) {
            self.push(b',');
        }
    }

    fn name(&mut self, name: &str) {
        self.item();
        self.text(name);
        self.push(b':');
    }

    fn name_of(&mut self, name: Json<'a>) {
        self.item();
        self.kept(name);
        self.push(b':');
    }

    fn text(&mut self, text: &str) {
        push_text(self, text);
    }

    fn kept(&mut self, value: Json<'a>) {
        self.extend_from_slice(value.as_bytes());
    }
}

/// A value in the making: the items of what is open, and names before the values of entries.
#[cfg(feature = "full")]
pub(crate) struct MadeValue(Vec<Vec<Value>>);

#[cfg(feature = "full")]
impl Default for MadeValue {
    fn default() -> Self {
        Self(vec![Vec::new()])
    }
}

#[cfg(feature = "full")]
impl MadeValue {
    /// The value, when it is made.
    pub(crate) fn whole(mut self) -> Value {
        self.0.pop().and_then(|mut items| items.pop()).unwrap_or_default()
    }

    fn push(&mut self, value: Value) {
        if let Some(items) = self.0.last_mut() {
            items.push(value);
        }
    }
}

#[cfg(feature = "full")]
impl<'a> Source<'a> for &'a Value {
    type Made = MadeValue;
}

#[cfg(feature = "full")]
impl<'a> Made<&'a Value> for MadeValue {
    fn open(&mut self, _: bool) {
        self.0.push(Vec::new());
    }

    fn close(&mut self, is_object: bool) {
        let items = self.0.pop().unwrap_or_default();
        if !is_object {
            return self.push(Value::Array(items));
        }
        let mut items = items.into_iter();
        let entry = || match (items.next()?, items.next()?) {
            (Value::String(name), value) => Some((name, value)),
            _ => None,
        };
        let entries = std::iter::from_fn(entry).collect();
        self.push(Value::Object(entries));
    }

    fn item(&mut self) {}

    fn name(&mut self, name: &str) {
        self.text(name);
    }

    fn name_of(&mut self, name: &'a Value) {
        self.kept(name);
    }

    fn text(&mut self, text: &str) {
        self.push(text.into());
    }

    fn kept(&mut self, value: &'a Value) {
        self.push(value.clone());
    }
}
