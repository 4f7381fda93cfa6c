//! What the whole module can tell beside the verdict.
//!
//! An operation crosses as its index in [`OPERATIONS`]; a request of JSON and options cross as JSON text, other plain
//! data as plain objects.

use serde::Serialize;
use serde_json::{Map, Value};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use super::house;
use super::value::JsInput;
use crate::context::Context;
use crate::context::read::problem;
use crate::derive;
use crate::derive::SchemaTarget;
use crate::notes::notes_on;
use crate::operations::OPERATIONS;
use crate::report::Issue;

/// What follows from a request, and the permissions that it needs.
#[wasm_bindgen]
pub fn notes(operation: usize, value: JsValue, context: Option<String>) -> JsValue {
    let Some(operation) = OPERATIONS.get(operation) else { return JsValue::UNDEFINED };
    let (context, _) = read_context(context);
    to_js(&notes_on(operation, JsInput::from(value), &context))
}

/// How many operations there are.
#[wasm_bindgen]
pub fn count() -> usize {
    OPERATIONS.len()
}

/// An operation's JSON Schema, as JSON text. `undefined` where there is none of that version.
#[wasm_bindgen(js_name = jsonSchema)]
pub fn json_schema(operation: usize, target: &str) -> Option<String> {
    let target = SchemaTarget::named(target)?;
    OPERATIONS.get(operation).map(|operation| derive::json_schema(operation, target).to_string())
}

/// The JSON Schema of house rules, as JSON text.
#[wasm_bindgen(js_name = houseRulesSchema)]
pub fn house_rules_schema() -> String {
    derive::house_rules_schema().to_string()
}

/// The members of options, which are an object or absent.
pub(super) fn members(options: Option<String>) -> Result<Map<String, Value>, Issue> {
    match options.map(|text| serde_json::from_str(&text)) {
        None => Ok(Map::new()),
        Some(Ok(Value::Object(members))) => Ok(members),
        Some(_) => Err(problem("object", "options_object")),
    }
}

pub(super) fn read_context(options: Option<String>) -> (Context, Vec<Issue>) {
    match members(options) {
        Ok(members) => context_of(members),
        Err(issue) => (Context::default(), vec![issue]),
    }
}

fn context_of(mut members: Map<String, Value>) -> (Context, Vec<Issue>) {
    let house = members.remove("house").map(|index| house::loaded(&index));
    let (mut context, mut issues) = Context::read(members);
    match house {
        Some(Ok(rules)) => context.house = Some(rules),
        Some(Err(issue)) => issues.push(issue),
        None => {}
    }
    (context, issues)
}

pub(super) fn to_js(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}
