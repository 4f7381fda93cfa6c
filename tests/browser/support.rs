//! The boundary as the package's JavaScript uses it, and what is said over it.

use std::collections::BTreeSet;

use js_sys::{Array, JSON, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use xregion::OPERATIONS;
use xregion::report::Code;
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

/// What of an issue is looked at here.
pub(crate) struct Short {
    pub(crate) code: &'static str,
    pub(crate) is_error: bool,
    pub(crate) pointer: String,
    pub(crate) rule: String,
}

/// The issues of a value.
pub(crate) fn issues(operation: &str, told: Told, options: Option<&str>, value: &str) -> Vec<Short> {
    let index = index_of(operation);
    let judged = asked([options, Some(value)], |[options, value]| {
        judge(index, told == Told::Given, options, 0, value, u32::MAX as usize)
    });
    judged.map_or_else(Vec::new, |answer| issues_in(&list(JSON::parse(&answer).unwrap())))
}

/// What is made of rows, or of an input, and the issues.
pub(crate) fn of_rows(operation: &str, wanted: u32, value: &str) -> (Vec<Short>, String) {
    let answer = asked([Some(value)], |[value]| rows(index_of(operation), wanted, u32::MAX as usize, value));
    let answer = list(JSON::parse(&answer.unwrap()).unwrap());
    (issues_in(&list(answer.get(0))), json(&answer.get(1)))
}

/// Issues in a row, as `src/report/packed.rs` writes them.
fn issues_in(row: &Array) -> Vec<Short> {
    let mut row = Row(row.iter());
    (0..row.number()).map(|_| row.issue()).collect()
}

struct Row<I>(I);

impl<I: Iterator<Item = JsValue>> Row<I> {
    fn value(&mut self) -> JsValue {
        self.0.next().unwrap()
    }

    fn number(&mut self) -> usize {
        self.value().as_f64().unwrap() as usize
    }

    fn pointer(&mut self) -> String {
        let steps = (0..self.number()).map(|_| self.value());
        let steps = steps.map(|step| step.as_string().unwrap_or_else(|| json(&step)));
        steps.map(|step| format!("/{}", step.replace('~', "~0").replace('/', "~1"))).collect()
    }

    fn skip(&mut self, count: usize) {
        (0..count).for_each(|_| drop(self.value()));
    }

    fn issue(&mut self) -> Short {
        let code = Code::ALL[self.number()];
        let kind = self.number();
        let has = |bit: usize| kind & bit != 0;
        let pointer = self.pointer();
        self.skip(code.params().len());
        let rule = self.value().as_string().unwrap();
        if self.value().is_string() {
            // The title of a page without a number, before its address.
            self.skip(1);
        }
        self.skip(if has(4) { 3 } else { 0 });
        if has(8 | 16 | 32) {
            self.pointer();
        }
        if has(32) {
            self.pointer();
        }
        self.skip(usize::from(has(8)) + usize::from(has(64)));
        Short { code: code.as_str(), is_error: !has(1), pointer, rule }
    }
}

/// Place and code of each error.
pub(crate) fn errors(issues: &[Short]) -> Findings {
    let errors = issues.iter().filter(|issue| issue.is_error);
    errors.map(|issue| (issue.pointer.clone(), issue.code.to_owned())).collect()
}

/// Two texts of each of what is listed.
pub(crate) fn pairs(listed: JsValue, [one, another]: [&str; 2]) -> Findings {
    let listed = if listed.is_undefined() { Array::new() } else { list(listed) };
    listed.iter().map(|item| (text(&item, one), text(&item, another))).collect()
}
