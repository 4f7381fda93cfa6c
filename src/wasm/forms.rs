//! The forms in which a request is written.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use wasm_bindgen::prelude::*;

use super::full::members;
use crate::operations::OPERATIONS;
use crate::report::shortened;
use crate::request::Draft;

/// A request in the form of this name, or `{ code, message }` of what it lacks. It crosses as JSON text: a member can
/// have the name `__proto__`.
#[wasm_bindgen]
pub fn render(operation: usize, input: &str, form: &str, options: Option<String>) -> String {
    let text = match (OPERATIONS.get(operation), serde_json::from_str(input)) {
        (Some(operation), Ok(input)) => write(&Draft::new(operation, input), form, options),
        _ => Err(Refused::options("the request is none")),
    };
    text.unwrap_or_else(|refused| json(&refused).unwrap_or_default())
}

#[derive(Serialize)]
struct Refused {
    code: &'static str,
    message: String,
}

impl Refused {
    fn options(problem: &str) -> Self {
        Self { code: "invalid_options", message: format!("the options cannot be read: {problem}") }
    }
}

fn write(draft: &Draft, form: &str, options: Option<String>) -> Result<String, Refused> {
    match form {
        "http" => match draft.to_http(&read(options)?) {
            Ok(http) => json(&http),
            Err(error) => Err(Refused { code: error.code(), message: error.to_string() }),
        },
        "sdkV3" => json(&draft.to_sdk_v3(&read(options)?)),
        "cli" => json(&draft.to_cli(&read(options)?)),
        "boto3" => json(&draft.to_boto3(&read(options)?)),
        "terraform" => json(&draft.to_terraform(&read(options)?)),
        "cloudFormation" => json(&draft.to_cloud_formation(&read(options)?)),
        _ => Err(Refused::options("there is no such form")),
    }
}

fn read<O: DeserializeOwned>(options: Option<String>) -> Result<O, Refused> {
    let members = members(options).map_err(|issue| Refused::options(&issue.message()))?;
    serde_json::from_value(Value::Object(members)).map_err(|error| Refused::options(&shortened(&error.to_string())))
}

fn json(form: &impl Serialize) -> Result<String, Refused> {
    serde_json::to_string(form).map_err(|error| Refused::options(&error.to_string()))
}
