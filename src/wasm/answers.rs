//! What comes back from the services: errors and responses.

use serde::Serialize;
use serde_json::Value;
use wasm_bindgen::prelude::*;

use super::full::to_js;
use crate::operations::OPERATIONS;
use crate::report::{Issue, Path};
use crate::response::StatusReading;
use crate::{derive, explain_error, read_response, service_error::ErrorReport};

/// An operation's errors, as JSON text.
#[wasm_bindgen]
pub fn errors(operation: usize) -> Option<String> {
    OPERATIONS.get(operation).map(|operation| derive::errors(operation).to_string())
}

/// What an error means. It comes as plain data in JSON text.
#[wasm_bindgen(js_name = explainError)]
pub fn explain(operation: usize, error: &str) -> JsValue {
    let Some(operation) = OPERATIONS.get(operation) else { return JsValue::UNDEFINED };
    let error = serde_json::from_str(error).unwrap_or(Value::Null);
    to_js(&explain_error(operation, &ErrorReport::from_value(&error)))
}

/// A response, read: its value as JSON text, with the paths to its moments.
#[wasm_bindgen(js_name = readResponse)]
pub fn read(operation: usize, response: &str) -> JsValue {
    #[derive(Serialize)]
    struct Read {
        value: String,
        moments: Vec<Path>,
        issues: Vec<Issue>,
        statuses: Vec<StatusReading>,
    }
    let Some(operation) = OPERATIONS.get(operation) else { return JsValue::UNDEFINED };
    let response = serde_json::from_str(response).unwrap_or(Value::Null);
    let reading = read_response(operation, &response);
    to_js(&Read {
        value: reading.value.to_string(),
        moments: reading.moments,
        issues: reading.issues,
        statuses: reading.statuses,
    })
}
