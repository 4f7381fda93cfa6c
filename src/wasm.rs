//! The boundary: what JavaScript can call. Everything here is a list of exports; what they do is done elsewhere.
//!
//! An operation crosses as its index in [`OPERATIONS`]; a request of JSON and options cross as JSON text, other plain
//! data as plain objects.

pub mod answers;
mod house;
mod value;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::context::Context;
use crate::engine::judge;
use crate::notes::notes_on;
use crate::operations::OPERATIONS;
use crate::report::{Code, Issue, Path, Report};
use crate::request::{BuildOptions, Draft, HttpOptions};
use crate::shape::{Operation, Rule};
use crate::validate::{judge_field, validate_json as judge_json};
use crate::{derive, request, sources};

pub use house::load_house_rules;
use value::JsInput;

/// The rule that options are what they should be.
static OPTIONS: Rule = Rule { id: "XREGION-OPTIONS", source: &sources::XREGION };

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
    let mut input = None;
    let issues = report(operation, build_options(options), |operation, mut options| {
        options.client_token = options.client_token.or(token);
        let (report, built) =
            request::build_from(operation, JsInput::from(value.clone()), || value::to_json(&value), &options);
        input = built.map(|value| Draft::new(operation, value).to_json());
        report
    });
    to_js(&Built { issues, input })
}

/// A request's HTTP form, or `{ code, message }` of what it lacks.
#[wasm_bindgen]
pub fn http(operation: usize, input: &str, options: Option<String>) -> JsValue {
    #[derive(Serialize)]
    #[serde(untagged)]
    enum Answer {
        Http(request::HttpRequest),
        Refused { code: &'static str, message: String },
    }
    let options: Result<HttpOptions, _> = members(options).and_then(read);
    let input = serde_json::from_str(input);
    let answer = match (OPERATIONS.get(operation), options, input) {
        (Some(operation), Ok(options), Ok(input)) => match Draft::new(operation, input).to_http(&options) {
            Ok(http) => Answer::Http(http),
            Err(error) => Answer::Refused { code: error.code(), message: error.to_string() },
        },
        (_, Err(problem), _) => {
            Answer::Refused { code: "invalid_options", message: format!("the options cannot be read: {problem}") }
        }
        (None, ..) | (_, _, Err(_)) => {
            Answer::Refused { code: "invalid_options", message: String::from("the request is none") }
        }
    };
    to_js(&answer)
}

/// What follows from a request, and the permissions that it needs.
#[wasm_bindgen]
pub fn notes(operation: usize, value: JsValue, context: Option<String>) -> JsValue {
    let Some(operation) = OPERATIONS.get(operation) else { return JsValue::UNDEFINED };
    let context = members(context).and_then(read).unwrap_or_default();
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

/// An operation's JSON Schema, as JSON text.
#[wasm_bindgen(js_name = jsonSchema)]
pub fn json_schema(operation: usize) -> Option<String> {
    OPERATIONS.get(operation).map(|operation| derive::json_schema(operation).to_string())
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
    let context = members(context).and_then(read_context);
    let issues = report(operation, context, |operation, context| judge(operation, &context));
    if issues.is_empty() { JsValue::UNDEFINED } else { to_js(&issues) }
}

/// The issues of a judgement. Options that cannot be read are left out of account, and an issue says so.
fn report<T: Default>(
    operation: usize,
    options: Result<T, String>,
    judge: impl FnOnce(&'static Operation, T) -> Report,
) -> Vec<Issue> {
    let Some(operation) = OPERATIONS.get(operation) else { return Vec::new() };
    match options {
        Ok(options) => judge(operation, options).into_issues(),
        Err(problem) => {
            let mut issues = judge(operation, T::default()).into_issues();
            let code = Code::InvalidContext;
            issues.insert(0, Issue::new(OPTIONS, code, code.severity(), Path::default(), false, vec![problem.into()]));
            issues
        }
    }
}

/// The most of what is wrong with options that is told: it may repeat what they hold.
const MOST_OF_A_PROBLEM: usize = 256;

fn problem(error: &impl ToString) -> String {
    error.to_string().chars().take(MOST_OF_A_PROBLEM).collect()
}

/// The members of options, which are an object or absent.
fn members(options: Option<String>) -> Result<Map<String, Value>, String> {
    let Some(text) = options else { return Ok(Map::new()) };
    match serde_json::from_str(&text) {
        Ok(Value::Object(members)) => Ok(members),
        Ok(_) => Err("they are no plain object".to_owned()),
        Err(error) => Err(problem(&error)),
    }
}

fn read<T: DeserializeOwned>(members: Map<String, Value>) -> Result<T, String> {
    serde_json::from_value(Value::Object(members)).map_err(|error| problem(&error))
}

fn read_context(mut members: Map<String, Value>) -> Result<Context, String> {
    let house = house::take(&mut members)?;
    let context: Context = read(members)?;
    Ok(Context { house, ..context })
}

/// The options of `build`: those of a context, and the token.
fn build_options(options: Option<String>) -> Result<BuildOptions, String> {
    let mut members = members(options)?;
    let client_token = members.remove("clientToken").map(serde_json::from_value).transpose();
    let client_token = client_token.map_err(|error| problem(&error))?.flatten();
    Ok(BuildOptions { client_token, context: read_context(members)? })
}

fn to_js(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}
