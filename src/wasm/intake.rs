//! Requests read from other forms.

use serde::Serialize;
use serde_json::Value;
use wasm_bindgen::prelude::*;

use super::full::{members, to_js};
use super::value;
use crate::derive::{self, Skeleton};
use crate::intake::{FromCliOptions, read_cli, read_json};
use crate::operations::OPERATIONS;
use crate::report::Issue;
use crate::request::Draft;

/// What there is to say of a JSON text beside its value, and the operation that it is for. With an operation, it is to
/// be that one.
#[wasm_bindgen(js_name = fromJson)]
pub fn json(expected: Option<usize>, text: &[u8]) -> JsValue {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Reading {
        #[serde(skip_serializing_if = "Option::is_none")]
        operation: Option<&'static str>,
        is_wrapped: bool,
        issues: Vec<Issue>,
    }
    let expected = expected.and_then(|index| OPERATIONS.get(index)).copied();
    let reading = read_json(text, expected);
    let operation = reading.operation.map(|operation| operation.name);
    to_js(&Reading { operation, is_wrapped: reading.is_wrapped, issues: reading.issues })
}

/// The input that a command of the AWS CLI holds, as JSON text, and the operation that it calls. With an operation, it is
/// to be that one.
#[wasm_bindgen(js_name = fromCli)]
pub fn cli(expected: Option<usize>, text: &JsValue, options: Option<String>) -> JsValue {
    #[derive(Serialize)]
    struct Reading {
        #[serde(skip_serializing_if = "Option::is_none")]
        operation: Option<&'static str>,
        input: String,
        context: Known,
        issues: Vec<Issue>,
    }
    #[derive(Serialize)]
    struct Known {
        #[serde(skip_serializing_if = "Option::is_none")]
        region: Option<String>,
    }
    let expected = expected.and_then(|index| OPERATIONS.get(index)).copied();
    let (options, problems) = match members(options) {
        Ok(members) => FromCliOptions::read(members),
        Err(problem) => (FromCliOptions::default(), vec![problem]),
    };
    let text = value::characters(text).unwrap_or_else(|| "".into());
    let intake = read_cli(&text.text, text.well_formed, &options, expected);
    to_js(&Reading {
        operation: intake.operation.map(|operation| operation.name),
        input: intake.operation.map_or_else(String::new, |operation| Draft::new(operation, intake.input).to_json()),
        context: Known { region: intake.context.region },
        issues: intake.issues.into_iter().chain(problems).collect(),
    })
}

/// A request to be filled in, as JSON text.
#[wasm_bindgen]
pub fn skeleton(operation: usize, only_required: bool) -> Option<String> {
    let operation = OPERATIONS.get(operation)?;
    let which = if only_required { Skeleton::Required } else { Skeleton::Full };
    let skeleton: Value = derive::skeleton(operation, which);
    Some(Draft::new(operation, skeleton).to_json())
}
