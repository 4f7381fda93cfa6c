//! The boundary: what JavaScript can call. Everything here is a list of exports; what they do is done elsewhere.
//!
//! An operation crosses as its index in [`OPERATIONS`]; a request of JSON and options cross as JSON text, other plain
//! data as plain objects.

pub mod answers;
pub mod forms;
mod house;
pub mod intake;
mod value;

use serde::Serialize;
use serde_json::{Map, Value};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::context::Context;
use crate::context::read::problem;
use crate::derive::SchemaTarget;
use crate::engine::judge;
use crate::notes::notes_on;
use crate::operations::OPERATIONS;
use crate::report::{Issue, Report};
use crate::request::{BuildOptions, Draft};
use crate::shape::Operation;
use crate::validate::{judge_field, validate_json as judge_json};
use crate::{derive, request};

pub use house::{keep_house_rules, read_house_rules};
use value::JsInput;

/// Issues of a value, `undefined` where there are none.
#[wasm_bindgen]
pub fn validate(operation: usize, value: JsValue, context: Option<String>) -> JsValue {
    with_context(operation, context, |operation, context| judge(operation, JsInput::from(value), context).0)
}

/// Issues of a JSON text in UTF-8.
#[wasm_bindgen(js_name = validateJson)]
pub fn validate_json(operation: usize, text: &[u8], context: Option<String>) -> JsValue {
    with_context(operation, context, |operation, context| judge_json(operation, text, context))
}

/// Issues of one field, in a request or alone.
#[wasm_bindgen(js_name = validateField)]
pub fn validate_field(
    operation: usize,
    pointer: &str,
    value: JsValue,
    rest: JsValue,
    context: Option<String>,
) -> JsValue {
    let given = |value: JsValue| (!value.is_undefined()).then(|| JsInput::from(value));
    with_context(operation, context, |operation, context| {
        judge_field(operation, pointer, given(value), given(rest), context)
    })
}

/// The issues of a request, and the request as JSON text where JSON can carry it. The token is for an input without
/// one, unless the options hold another.
#[wasm_bindgen]
pub fn build(operation: usize, value: JsValue, options: Option<String>, token: Option<String>) -> JsValue {
    #[derive(Serialize)]
    struct Built {
        issues: Vec<Issue>,
        #[serde(skip_serializing_if = "Option::is_none")]
        input: Option<String>,
    }
    let Some(operation) = OPERATIONS.get(operation) else { return JsValue::UNDEFINED };
    let (mut options, mut issues) = build_options(options);
    options.client_token = options.client_token.or(token);
    let (report, built) =
        request::build_from(operation, JsInput::from(value.clone()), || value::to_json(&value), &options);
    issues.extend(report.into_issues());
    let input = built.map(|value| Draft::new(operation, value).to_json());
    to_js(&Built { issues, input })
}

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

/// An operation's name, service and form, as JSON text.
#[wasm_bindgen]
pub fn form(operation: usize) -> Option<String> {
    OPERATIONS.get(operation).and_then(|operation| serde_json::to_string(&derive::form(operation)).ok())
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

fn with_context(
    operation: usize,
    context: Option<String>,
    judge: impl FnOnce(&'static Operation, &Context) -> Report,
) -> JsValue {
    let Some(operation) = OPERATIONS.get(operation) else { return JsValue::UNDEFINED };
    let (context, mut issues) = read_context(context);
    issues.extend(judge(operation, &context).into_issues());
    if issues.is_empty() { JsValue::UNDEFINED } else { to_js(&issues) }
}

/// The members of options, which are an object or absent.
fn members(options: Option<String>) -> Result<Map<String, Value>, Issue> {
    match options.map(|text| serde_json::from_str(&text)) {
        None => Ok(Map::new()),
        Some(Ok(Value::Object(members))) => Ok(members),
        Some(_) => Err(problem("object", "options_object")),
    }
}

fn read_context(options: Option<String>) -> (Context, Vec<Issue>) {
    match members(options) {
        Ok(members) => context_of(members),
        Err(issue) => (Context::default(), vec![issue]),
    }
}

fn context_of(mut members: Map<String, Value>) -> (Context, Vec<Issue>) {
    let house = house::take(&mut members);
    let (context, mut issues) = Context::read(members);
    issues.extend(house.as_ref().err().cloned());
    (Context { house: house.unwrap_or_default(), ..context }, issues)
}

/// The options of `build`: those of a context, and the token.
fn build_options(options: Option<String>) -> (BuildOptions, Vec<Issue>) {
    let mut members = match members(options) {
        Ok(members) => members,
        Err(issue) => return (BuildOptions::default(), vec![issue]),
    };
    let token = members.remove("clientToken").filter(|token| !token.is_null());
    let (context, mut issues) = context_of(members);
    let client_token = match token {
        Some(Value::String(token)) => Some(token),
        Some(_) => {
            issues.push(problem("clientToken", "option_text"));
            None
        }
        None => None,
    };
    (BuildOptions { client_token, context }, issues)
}

fn to_js(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}
