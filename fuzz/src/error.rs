//! What services answer when they refuse.

use serde_json::Value;
use xregion::{ErrorReport, explain_error};

use crate::{operation, told};

/// The first byte tells the operation and the form, the rest is the text or the body.
pub fn check(data: &[u8]) {
    let [number, text @ ..] = data else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let operation = operation(*number);
    let report = match number / 4 % 4 {
        0 => ErrorReport::from_response(400, [("x-amzn-ErrorType", "ValidationException:http://a")], text),
        1 => ErrorReport::from_exception("ValidationException", text, Some(400)),
        2 => {
            serde_json::from_str(text).map_or_else(|_| ErrorReport::default(), |value| ErrorReport::from_value(&value))
        }
        _ => ErrorReport::from_text(text),
    };
    let explanation = explain_error(operation, &report);
    told(&explanation.issues);
    assert!(explanation.issues.len() <= 100);
    for issue in &explanation.issues {
        let names = operation.input.members.iter().map(|member| member.name);
        let first = issue.path.pointer().split('/').nth(1).map(str::to_owned);
        assert!(first.is_none_or(|first| names.into_iter().any(|name| name == first)), "{}", issue.path);
    }
    serde_json::to_string(&explanation).unwrap_or_else(|error| panic!("{error}: {explanation:?}"));
    assert_eq!(ErrorReport::from_text(text), ErrorReport::from_value(&Value::from(text)));
}
