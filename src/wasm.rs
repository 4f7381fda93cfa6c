//! The boundary: what JavaScript can call. Everything here is a list of exports; what they do is done elsewhere.
//!
//! An operation crosses as its index in [`OPERATIONS`], a request of JSON as its text, what is plain data as plain
//! objects.

mod value;

use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::context::Context;
use crate::engine::judge;
use crate::operations::OPERATIONS;
use crate::report::{Code, Issue, Path, Report};
use crate::request::{BuildOptions, Draft, HttpOptions};
use crate::shape::{Operation, Rule};
use crate::validate::{judge_field, validate_json as judge_json};
use crate::{derive, request, sources};

use value::JsInput;

/// The rule that options are what they should be.
static OPTIONS: Rule = Rule { id: "XREGION-OPTIONS", source: &sources::XREGION };

/// Issues of a value, `undefined` where there are none.
#[wasm_bindgen]
pub fn validate(operation: usize, value: JsValue, context: JsValue) -> JsValue {
    with_context(operation, context, |operation, context| judge(operation, JsInput::from(value), context).0)
}

/// Issues of a JSON text in UTF-8.
#[wasm_bindgen(js_name = validateJson)]
pub fn validate_json(operation: usize, text: &[u8], context: JsValue) -> JsValue {
    with_context(operation, context, |operation, context| judge_json(operation, text, context))
}

/// Issues of one field, in a request or alone.
#[wasm_bindgen(js_name = validateField)]
pub fn validate_field(operation: usize, pointer: &str, value: JsValue, rest: JsValue, context: JsValue) -> JsValue {
    let given = |value: JsValue| (!value.is_undefined()).then(|| JsInput::from(value));
    with_context(operation, context, |operation, context| {
        judge_field(operation, pointer, given(value), given(rest), context)
    })
}

/// A request as JSON text, or the issues why there is none.
#[wasm_bindgen]
pub fn build(operation: usize, value: JsValue, token: Option<String>, context: JsValue) -> JsValue {
    #[derive(Serialize)]
    struct Built {
        issues: Vec<Issue>,
        input: Option<String>,
    }
    let mut input = None;
    let issues = report(operation, context, |operation, context| {
        let options = BuildOptions { client_token: token, context: context.clone() };
        let (report, built) =
            request::build_from(operation, JsInput::from(value.clone()), || value::to_json(&value), &options);
        input = built.map(|value| Draft::new(operation, value).to_json());
        report
    });
    to_js(&Built { issues, input })
}

/// A request's HTTP form, or `{ code, message }` of what it lacks.
#[wasm_bindgen]
pub fn http(operation: usize, input: &str, options: JsValue) -> JsValue {
    #[derive(Serialize)]
    #[serde(untagged)]
    enum Answer {
        Http(request::HttpRequest),
        Refused { code: &'static str, message: String },
    }
    let options: Result<HttpOptions, _> = read(options);
    let input = serde_json::from_str(input);
    let answer = match (OPERATIONS.get(operation), options, input) {
        (Some(operation), Ok(options), Ok(input)) => match Draft::new(operation, input).to_http(&options) {
            Ok(http) => Answer::Http(http),
            Err(error) => Answer::Refused { code: error.code(), message: error.to_string() },
        },
        (_, Err(message), _) => Answer::Refused { code: "invalid_options", message },
        (None, ..) | (_, _, Err(_)) => {
            Answer::Refused { code: "invalid_options", message: String::from("the request is none") }
        }
    };
    to_js(&answer)
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

fn with_context(
    operation: usize,
    context: JsValue,
    judge: impl FnOnce(&'static Operation, &Context) -> Report,
) -> JsValue {
    let issues = report(operation, context, judge);
    if issues.is_empty() { JsValue::UNDEFINED } else { to_js(&issues) }
}

/// The issues of a judgement. Options that cannot be read are left out of account, and an issue says so.
fn report(
    operation: usize,
    context: JsValue,
    judge: impl FnOnce(&'static Operation, &Context) -> Report,
) -> Vec<Issue> {
    let Some(operation) = OPERATIONS.get(operation) else { return Vec::new() };
    match read(context) {
        Ok(context) => judge(operation, &context).into_issues(),
        Err(problem) => {
            let mut issues = judge(operation, &Context::default()).into_issues();
            let code = Code::InvalidContext;
            issues.insert(0, Issue::new(OPTIONS, code, code.severity(), Path::default(), false, vec![problem.into()]));
            issues
        }
    }
}

fn read<T: Default + for<'de> Deserialize<'de>>(options: JsValue) -> Result<T, String> {
    if options.is_undefined() || options.is_null() {
        return Ok(T::default());
    }
    serde_wasm_bindgen::from_value(options).map_err(|error| error.to_string())
}

fn to_js(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}
