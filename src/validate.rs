//! Looking at requests: whole values, JSON text, single fields.

use crate::context::Context;
use crate::engine::judge;
use crate::field::{Field, locate};
use crate::input::{Input, Json, SyntaxError};
use crate::report::{Code, Issue, Notebook, Path, Report, Segment, Severity};
use crate::shape::{Operation, Rule};
use crate::sources;

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

/// Looks at a request in JSON text. What is not JSON is one issue at the root, with its line and column, which the
/// context cannot switch off: there is no request then.
///
/// ```
/// use xregion::{operations::REPLICATE_KEY, validate_json, Code, Context};
///
/// let report = validate_json(&REPLICATE_KEY, br#"{ "KeyId": "#, &Context::default());
/// assert_eq!(report.issues()[0].code, Code::InvalidJson);
/// ```
pub fn validate_json(operation: &'static Operation, text: &[u8], context: &Context) -> Report {
    match Json::parse(text) {
        Ok(request) => judge(operation, request, context).0,
        Err(SyntaxError { line, column }) => {
            let params = vec![line.into(), column.into()];
            let issue = Issue::new(JSON_TEXT, Code::InvalidJson, Severity::Error, Path::default(), false, params);
            Report::default().and([issue])
        }
    }
}

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

pub(crate) fn judge_field<'a, V: Input<'a> + 'a>(
    operation: &'static Operation,
    pointer: &str,
    value: Option<V>,
    rest: Option<V>,
    context: &Context,
) -> Report {
    match locate(&operation.input, pointer) {
        Ok(path) => judge(operation, Field::new(&path.0, value, rest), context).0.below(&path),
        Err(path) => {
            let mut notebook = Notebook::new(context);
            let name = path.0.last().map_or("", |segment| match segment {
                Segment::Key(key) => key,
                Segment::Index(_) => "",
            });
            notebook.note(
                operation.input.closed,
                Code::UnknownField,
                path.clone(),
                false,
                operation.input.unknown(name),
            );
            notebook.close()
        }
    }
}

/// A text that is to be JSON is JSON.
static JSON_TEXT: Rule = Rule { id: "X-07", source: &sources::JSON };
