//! JavaScript values as the engine looks at them. Whatever is asked of a value can throw: a getter, a proxy, a revoked
//! one. What cannot be read is no value of JSON, there where it stands.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::engine::MOST_ITEMS;
use crate::input::{Characters, Input, JsonType, Look};

#[wasm_bindgen]
extern "C" {
    /// `Array.isArray` throws for a revoked proxy.
    #[wasm_bindgen(js_namespace = Array, js_name = isArray, catch)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;

    /// The only way to tell plain data from dates, maps, boxed primitives and typed arrays, of whatever realm.
    #[wasm_bindgen(js_namespace = ["Object", "prototype", "toString"], js_name = call, catch)]
    fn tag(value: &JsValue) -> Result<String, JsValue>;
}

/// A value, or what there is when reading it threw.
#[derive(Clone)]
pub(super) enum JsInput {
    Value(JsValue),
    Unreadable,
}

impl From<JsValue> for JsInput {
    fn from(value: JsValue) -> Self {
        Self::Value(value)
    }
}

impl From<Result<JsValue, JsValue>> for JsInput {
    fn from(read: Result<JsValue, JsValue>) -> Self {
        read.map_or(Self::Unreadable, Self::Value)
    }
}

impl<'a> Input<'a> for JsInput {
    fn look(self, wanted: JsonType) -> Look<'a, Self> {
        let Self::Value(value) = self else { return Look::Other(JsonType::Other) };
        let actual = type_of(&value);
        let look = match actual {
            _ if actual != wanted => None,
            JsonType::Boolean => value.as_bool().map(Look::Boolean),
            JsonType::String => characters(&value).map(Look::Text),
            JsonType::Array => items(&value),
            JsonType::Object => entries(&value),
            JsonType::Null | JsonType::Number | JsonType::Other => None,
        };
        look.unwrap_or(Look::Other(if actual == wanted { JsonType::Other } else { actual }))
    }
}

fn type_of(value: &JsValue) -> JsonType {
    if value.is_null() {
        JsonType::Null
    } else if value.as_bool().is_some() {
        JsonType::Boolean
    } else if value.as_f64().is_some() {
        JsonType::Number
    } else if value.is_string() {
        JsonType::String
    } else if !value.is_object() {
        JsonType::Other
    } else {
        match is_array(value) {
            Ok(true) => JsonType::Array,
            Ok(false) if tag(value).is_ok_and(|tag| tag == "[object Object]" || tag == "[object Module]") => {
                JsonType::Object
            }
            _ => JsonType::Other,
        }
    }
}

/// A string on its way into Rust loses its lone surrogates: they become U+FFFD. Only where one appears is it asked
/// whether the string has changed.
pub(super) fn characters<'a>(value: &JsValue) -> Option<Characters<'a>> {
    let text = value.as_string()?;
    let well_formed = !text.contains(char::REPLACEMENT_CHARACTER) || JsValue::from_str(&text) == *value;
    Some(Characters { text: text.into(), well_formed })
}

fn items<'a>(array: &JsValue) -> Option<Look<'a, JsInput>> {
    let length = Reflect::get(array, &"length".into()).ok()?.as_f64().filter(|length| *length >= 0.0)?;
    if length > MOST_ITEMS as f64 {
        return Some(Look::Crowd(length as usize));
    }
    let item = |index: u32| (index as usize, Reflect::get(array, &index.into()).into());
    Some(Look::List((0..length as u32).map(item).collect()))
}

/// The own enumerable members with names. One that is `undefined` is absent.
fn entries<'a>(object: &JsValue) -> Option<Look<'a, JsInput>> {
    let keys: Array = Reflect::own_keys(object).ok()?;
    if keys.length() as usize > MOST_ITEMS {
        return Some(Look::Crowd(keys.length() as usize));
    }
    let object: &Object = object.unchecked_ref();
    let entry = |key: JsValue| {
        let name = characters(&key)?;
        let read = match Reflect::get_own_property_descriptor(object, &key) {
            Err(error) => Err(error),
            Ok(descriptor) if !is_enumerable(&descriptor) => return None,
            Ok(_) => Reflect::get(object, &key),
        };
        (!matches!(&read, Ok(value) if value.is_undefined())).then(|| (name, read.into()))
    };
    Some(Look::Object(keys.iter().filter_map(entry).collect()))
}

fn is_enumerable(descriptor: &JsValue) -> bool {
    descriptor.is_object() && Reflect::get(descriptor, &"enumerable".into()).is_ok_and(|value| value.is_truthy())
}
