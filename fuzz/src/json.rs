//! JSON text of a request.

use serde::de::IgnoredAny;
use serde_json::Value;
use xregion::{Code, validate, validate_json};

use crate::{context, operation, told};

/// The first byte tells the operation and what is known beside it, the rest is the text.
pub fn check(data: &[u8]) {
    let [number, text @ ..] = data else { return };
    let (operation, context) = (operation(*number), context(number / 4));
    let report = validate_json(operation, text, &context);
    told(report.issues());

    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    let is_json = std::str::from_utf8(text).is_ok_and(|text| serde_json::from_str::<IgnoredAny>(text).is_ok());
    let is_refused = matches!(report.issues(), [issue] if issue.code == Code::InvalidJson);
    assert_eq!(is_json, !is_refused);
    if let Ok(request) = serde_json::from_slice::<Value>(text) {
        assert_eq!(report, validate(operation, &request, &context), "{}", operation.name);
    }
}
