//! The forms in which an error comes back: a response over HTTP, an exception of an SDK, a text that a program prints.

use serde_json::Value;

use super::{ErrorReport, RetryAfter};
use crate::moment::moment;

/// Where the service's text stands in a body.
const MESSAGES: [&str; 3] = ["message", "Message", "errorMessage"];

/// Where the name stands in a body, after the header.
const NAMES: [&str; 4] = ["__type", "code", "Code", "ErrorCode"];

/// Names that JavaScript gives to whatever goes wrong.
const OF_THE_LANGUAGE: [&str; 8] =
    ["Error", "TypeError", "RangeError", "SyntaxError", "AggregateError", "AbortError", "TimeoutError", "Object"];

/// The longest name: whatever is longer is none.
const LONGEST_NAME: usize = 128;

impl ErrorReport {
    /// An error as an SDK throws it.
    pub fn from_exception(name: &str, message: &str, status: Option<u16>) -> Self {
        let value = serde_json::json!({ "name": name, "message": message });
        Self { status, ..Self::from_value(&value) }
    }

    /// An error as it goes over HTTP. The names of headers are in any letter case.
    pub fn from_response<'h>(status: u16, headers: impl IntoIterator<Item = (&'h str, &'h str)>, body: &str) -> Self {
        let headers: serde_json::Map<String, Value> =
            headers.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
        Self::from_value(&serde_json::json!({ "status": status, "headers": headers, "body": body }))
    }

    /// An error as a program prints it: the AWS CLI and botocore, Terraform and other programs in Go, or a body of JSON.
    pub fn from_text(text: &str) -> Self {
        if let Some(body) = object(text) {
            return Self::from_value(&body);
        }
        let printed = Printed::read(text);
        Self {
            name: printed.name.and_then(name),
            message: Some(printed.message.to_owned()),
            status: printed.status,
            retry_after: None,
        }
    }

    /// An error as plain data: a text, or an object with what an exception or a response has.
    pub fn from_value(value: &Value) -> Self {
        if let Value::String(text) = value {
            return Self::from_text(text);
        }
        let response = value.get("$response").unwrap_or(&Value::Null);
        let reply = value.get("ResponseMetadata").unwrap_or(&Value::Null);
        let headers = [value.get("headers"), response.get("headers"), reply.get("HTTPHeaders")];
        let header = |name: &str| headers.iter().copied().flatten().find_map(|headers| header(headers, name));

        let body = match value.get("body") {
            Some(Value::String(text)) => object(text),
            Some(body @ Value::Object(_)) => Some(body.clone()),
            _ => None,
        };
        let parts = [body.as_ref(), value.get("Error"), Some(value)];
        let parts = || parts.iter().copied().flatten();
        let message = parts().find_map(|part| text_of(part, &MESSAGES));
        let unread = value.get("body").and_then(Value::as_str).filter(|text| body.is_none() && !text.is_empty());
        let text = message.or(unread);

        let printed = text.map(Printed::read);
        let own = value.get("name").and_then(Value::as_str);
        let of_text = printed.as_ref().and_then(|printed| printed.name);
        let names = header("x-amzn-errortype").into_iter().chain(parts().flat_map(names_in)).chain(of_text).chain(own);
        let mut names = names.filter_map(name).collect::<Vec<_>>();
        if let Some(telling) = names.iter().position(|name| !OF_THE_LANGUAGE.contains(&name.as_str())) {
            names.swap(0, telling);
        }
        let status = [
            value.get("status"),
            value.get("statusCode"),
            value.get("$metadata").and_then(|metadata| metadata.get("httpStatusCode")),
            response.get("statusCode"),
            reply.get("HTTPStatusCode"),
        ];
        let status = status.into_iter().flatten().find_map(|status| u16::try_from(status.as_u64()?).ok());
        let seconds = header("retry-after").and_then(|text| text.trim().parse().ok()).map(RetryAfter::Seconds);
        let until = || parts().find_map(|part| moment(part.get("retryAfter")?)).map(RetryAfter::At);
        Self {
            name: names.into_iter().next(),
            message: printed.as_ref().map(|printed| printed.message.to_owned()),
            status: status.or(printed.and_then(|printed| printed.status)),
            retry_after: seconds.or_else(until),
        }
    }
}

fn object(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok().filter(Value::is_object)
}

fn header<'v>(headers: &'v Value, name: &str) -> Option<&'v str> {
    let headers = headers.as_object()?;
    headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).and_then(|(_, value)| value.as_str())
}

fn text_of<'v>(part: &'v Value, names: &[&str]) -> Option<&'v str> {
    names.iter().find_map(|name| part.get(*name).and_then(Value::as_str))
}

fn names_in(part: &Value) -> impl Iterator<Item = &str> {
    NAMES.iter().filter_map(|name| part.get(*name).and_then(Value::as_str))
}

/// The name alone, of what may have a namespace before it and an address behind it.
fn name(text: &str) -> Option<String> {
    let text = text.split(':').next().unwrap_or_default();
    let text = text.rsplit('#').next().unwrap_or_default().trim();
    let is_name = |text: &str| {
        (1..=LONGEST_NAME).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.')
    };
    Some(text).filter(|text| is_name(text)).map(str::to_owned)
}

/// What is in a text that a program prints.
struct Printed<'t> {
    name: Option<&'t str>,
    message: &'t str,
    status: Option<u16>,
}

impl<'t> Printed<'t> {
    fn read(text: &'t str) -> Self {
        let of_botocore = || of_botocore(text).map(|(name, message)| (Some(name), message, None));
        let of_go = || of_go(text).map(|(name, message, status)| (Some(name), message, status));
        let unsent = || text.contains(UNSENT).then_some((Some("ParamValidationError"), text, None));
        let (name, message, status) = of_botocore().or_else(of_go).or_else(unsent).unwrap_or((None, text, None));
        Self { name, message, status }
    }
}

/// How botocore begins what it says about a request that it does not send.
pub(super) const UNSENT: &str = "Parameter validation failed:";

/// `An error occurred (NAME) when calling the OPERATION operation: MESSAGE`, perhaps with a remark before the colon.
fn of_botocore(text: &str) -> Option<(&str, &str)> {
    let (_, rest) = text.split_once("An error occurred (")?;
    let (name, rest) = rest.split_once(')')?;
    let (_, rest) = rest.split_once("when calling the")?;
    let (_, rest) = rest.split_once("operation")?;
    let (_, message) = rest.split_once(':')?;
    Some((name, message.trim_start()))
}

/// `… https response error StatusCode: 400, RequestID: …, api error NAME: MESSAGE`, the two words not always there.
fn of_go(text: &str) -> Option<(&str, &str, Option<u16>)> {
    let (_, rest) = text.split_once("https response error StatusCode: ")?;
    let (status, rest) = rest.split_once(',')?;
    let (_, rest) = rest.split_once("RequestID:")?;
    let (_, rest) = rest.split_once(',')?;
    let rest = rest.trim_start();
    let (name, message) = rest.strip_prefix("api error ").unwrap_or(rest).split_once(':')?;
    Some((name, message.trim_start(), status.trim().parse().ok()))
}
