//! Looking at requests: whole values, JSON text, single fields.

use alloc::vec;

use crate::context::Context;
use crate::engine::{judge, judge_part};
use crate::field::{Field, locate};
#[cfg(feature = "glance")]
use crate::glance;
use crate::input::{Input, Plain};
use crate::json::{BYTE_ORDER_MARK, Json, SyntaxError};
use crate::operations::REPLICATE_KEY;
use crate::report::{Code, Issue, Notebook, Path, Report, Severity};
use crate::shape::{Operation, Rule};
use crate::sources;

#[cfg(feature = "full")]
/// Looks at a request and says everything that there is to say about it.
///
/// ```
/// use xregion::{operations::REPLICATE_KEY, validate, Code, Context};
///
/// let request = serde_json::json!({ "KeyId": "alias/orders", "ReplicaRegion": "eu-west-1" });
/// let report = validate(&REPLICATE_KEY, &request, &Context::default());
/// assert_eq!(report.issues()[0].code, Code::InvalidIdentifier);
/// assert_eq!(report.issues()[0].path.pointer(), "/KeyId");
/// ```
pub fn validate(operation: &'static Operation, request: &serde_json::Value, context: &Context) -> Report {
    judge(operation, request, context).0
}

/// Looks at a request in JSON text, which may begin with a byte order mark. What is not JSON is one issue at the root, with
/// its line and column, which the context cannot switch off: there is no request then.
///
/// ```
/// use xregion::{operations::REPLICATE_KEY, validate_json, Code, Context};
///
/// let report = validate_json(&REPLICATE_KEY, br#"{ "KeyId": "#, &Context::default());
/// assert_eq!(report.issues()[0].code, Code::InvalidJson);
/// ```
pub fn validate_json(operation: &'static Operation, text: &[u8], context: &Context) -> Report {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    #[cfg(feature = "glance")]
    if glance::at_json(Some(operation), text, context) {
        return Report::default();
    }
    match Json::parse(text) {
        Ok(request) => judge_whole(operation, request, context),
        Err(error) => Report::default().and([no_json(error)]),
    }
}

#[cfg(feature = "full")]
/// Looks at one field of a request, as a form does while it is typed into.
///
/// `value` is what the field holds, `None` where it is empty. `rest` is the request around it, if there is one yet: then
/// the rules that tie the field to others are asked, too. The report holds what is to be said at `pointer` and below.
pub fn validate_field(
    operation: &'static Operation,
    pointer: &str,
    value: Option<&serde_json::Value>,
    rest: Option<&serde_json::Value>,
    context: &Context,
) -> Report {
    judge_field(operation, pointer, value, rest, context)
}

/// Looks at a key policy by itself, as a field of ReplicateKey: its structure, whom it lets change it again, and what is
/// likely to be a mistake. Each issue about the document says where in its text it is ([`Issue::within`]).
///
/// ```
/// use xregion::{check_key_policy, Code, Context};
///
/// let report = check_key_policy(r#"{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow" }] }"#, &Context::default());
/// assert_eq!(report.issues()[0].code, Code::InvalidPolicy);
/// assert_eq!(report.issues()[0].within.as_ref().unwrap().pointer, "/Statement/0");
/// ```
pub fn check_key_policy(text: &str, context: &Context) -> Report {
    judge_field(&REPLICATE_KEY, "/Policy", Some(Plain(text)), None, context)
}

/// Looks at a whole request in JSON.
#[cfg(feature = "glance")]
pub(crate) fn judge_whole(operation: &'static Operation, request: Json<'_>, context: &Context) -> Report {
    judge(operation, request, context).0
}

/// The way in which fields are looked at serves here, too: another engine beside it would add 4 KB to the module that is
/// sent to browsers.
#[cfg(not(feature = "glance"))]
pub(crate) fn judge_whole(operation: &'static Operation, request: Json<'_>, context: &Context) -> Report {
    judge_field(operation, "", Some(request), None, context)
}

pub(crate) fn judge_field<'a, V: Input<'a> + 'a>(
    operation: &'static Operation,
    pointer: &str,
    value: Option<V>,
    rest: Option<V>,
    context: &Context,
) -> Report {
    let (path, parent) = match locate(&operation.input, pointer) {
        Ok(path) => (path, None),
        Err((path, parent)) => (path, Some(parent)),
    };
    let is_part = rest.is_none() && !path.0.is_empty();
    let field = Field::new(&path.0, value, rest);
    let report = match is_part {
        true => judge_part(operation, field, context),
        false => judge(operation, field, context).0,
    };
    let report = report.below(&path);
    match parent {
        // A pointer that does not begin with a slash is none, whatever name it holds.
        Some(parent) if report.issues().is_empty() || !pointer.starts_with("/") => {
            let mut notebook = Notebook::new(context);
            let params = parent.unknown(path.last_key().unwrap_or_default());
            notebook.note(&parent.closed, Code::UnknownField, path, false, params);
            notebook.close()
        }
        _ => report,
    }
}

pub(crate) fn no_json(SyntaxError { line, column }: SyntaxError) -> Issue {
    let params = vec![line.into(), column.into()];
    Issue::new(JSON_TEXT, Code::InvalidJson, Severity::Error, Path::default(), false, params)
}

/// A text that is to be JSON is JSON.
static JSON_TEXT: Rule = Rule { id: "X-07", source: &sources::JSON };
