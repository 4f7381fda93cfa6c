//! The boundary as the package's JavaScript uses it, and what is said over it.

use std::collections::BTreeSet;

use js_sys::{Array, JSON, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use xregion::OPERATIONS;
use xregion::wasm::verdict::{answered, judge, reserve, rows};

/// Places, each with what stands there.
pub(crate) type Findings = BTreeSet<(String, String)>;

pub(crate) fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap()
}

pub(crate) fn text(object: &JsValue, key: &str) -> String {
    get(object, key).as_string().unwrap()
}

pub(crate) fn list(value: JsValue) -> Array {
    value.dyn_into().unwrap()
}

pub(crate) fn json(value: &JsValue) -> String {
    JSON::stringify(value).unwrap().into()
}

pub(crate) fn vectors(text: &str) -> Array {
    list(JSON::parse(text).unwrap())
}

pub(crate) fn index_of(operation: &str) -> usize {
    OPERATIONS.iter().position(|known| known.name == operation).unwrap()
}

fn memory(place: usize, length: usize) -> Uint8Array {
    let memory: WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    Uint8Array::new_with_byte_offset_and_length(&memory.buffer(), place as u32, length as u32)
}

/// The answer to parts that are written into the module's memory, as the package's JavaScript does it.
fn asked<const N: usize>(parts: [Option<&str>; N], call: impl Fn([usize; N]) -> usize) -> Option<String> {
    let area = parts.map(|part| part.unwrap_or_default()).concat();
    memory(reserve(area.len()) as usize, area.len()).copy_from(area.as_bytes());
    let length = call(parts.map(|part| part.map_or(u32::MAX as usize, str::len)));
    (length > 0).then(|| String::from_utf8(memory(answered() as usize, length).to_vec()).unwrap())
}

/// How a value is told: as it came, or as the package writes it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Told {
    Given,
    Written,
}

/// The issues of a value, in short.
pub(crate) fn issues(operation: &str, told: Told, options: Option<&str>, value: &str) -> Array {
    let index = index_of(operation);
    let judged = asked([options, Some(value)], |[options, value]| {
        judge(index, told == Told::Given, options, 0, value, u32::MAX as usize)
    });
    judged.map_or_else(Array::new, |answer| list(JSON::parse(&answer).unwrap()))
}

/// What is made of rows, or of an input, and the issues.
pub(crate) fn of_rows(operation: &str, wanted: u32, value: &str) -> (Array, String) {
    let answer = asked([Some(value)], |[value]| rows(index_of(operation), wanted, u32::MAX as usize, value));
    let answer = list(JSON::parse(&answer.unwrap()).unwrap());
    (list(answer.get(0)), json(&answer.get(1)))
}

/// Place and code of each error, of issues in short.
pub(crate) fn errors(issues: &Array) -> Findings {
    let parts = issues.iter().map(|issue| list(issue));
    let errors = parts.filter(|issue| issue.get(1) == 0.0);
    errors.map(|issue| (pointer(&list(issue.get(2))), issue.get(0).as_string().unwrap())).collect()
}

pub(crate) fn pointer(path: &Array) -> String {
    let steps = path.iter().map(|step| step.as_string().unwrap_or_else(|| json(&step)));
    steps.map(|step| format!("/{}", step.replace('~', "~0").replace('/', "~1"))).collect()
}

/// Two texts of each of what is listed.
pub(crate) fn pairs(listed: JsValue, [one, another]: [&str; 2]) -> Findings {
    let listed = if listed.is_undefined() { Array::new() } else { list(listed) };
    listed.iter().map(|item| (text(&item, one), text(&item, another))).collect()
}
