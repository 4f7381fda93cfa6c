//! Rows, as forms and tables have them, for the entries of maps and the items of lists.

use serde_json::Value;

use super::Intake;
use crate::context::Context;
use crate::report::Report;
use crate::rows;
use crate::shape::Operation;
use crate::validate::validate;

/// Reads an input whose maps are lists of rows. A row holds the key under the name that its field has in
/// [the form](crate::derive::form()), `Region` or `Key`, and beside it the members of the value, or the value itself under
/// the name of its field. A map that is no list stays as it is.
///
/// What is optional and empty is left out, for in a form it was not filled in: a text, and rows of which there must be
/// one. Of two rows with one key the first counts, and the other is a `duplicate` at its key's field.
///
/// ```
/// use xregion::{from_rows, operations::CREATE_REPLICATION_SET};
///
/// let rows = serde_json::json!({
///     "clientToken": "",
///     "regions": [{ "Region": "eu-west-1", "sseKmsKeyId": "" }, { "Region": "eu-central-1" }],
///     "tags": [{ "Key": "team", "Value": "operations" }, { "Key": "team", "Value": "orders" }],
/// });
/// let intake = from_rows(&CREATE_REPLICATION_SET, &rows);
/// assert_eq!(intake.input["regions"], serde_json::json!({ "eu-west-1": {}, "eu-central-1": {} }));
/// assert_eq!(intake.issues[0].path.pointer(), "/tags/1/Key");
/// ```
pub fn from_rows(operation: &'static Operation, rows: &Value) -> Intake {
    let read = rows::read(operation, rows);
    Intake { input: read.made.whole(), issues: read.issues }
}

/// The rows of an input: each map as a list of rows, so that [`from_rows`] gives the input back.
///
/// ```
/// use xregion::{operations::CREATE_REPLICATION_SET, to_rows};
///
/// let input = serde_json::json!({ "regions": { "eu-west-1": {} }, "tags": { "team": "operations" } });
/// let rows = to_rows(&CREATE_REPLICATION_SET, &input);
/// assert_eq!(rows["regions"], serde_json::json!([{ "Region": "eu-west-1" }]));
/// assert_eq!(rows["tags"], serde_json::json!([{ "Key": "team", "Value": "operations" }]));
/// ```
pub fn to_rows(operation: &'static Operation, input: &Value) -> Value {
    rows::made_of(operation, input).whole()
}

/// Looks at the input that rows stand for, and says everything at the row's own field: what is wrong with a key at the
/// key's field, what is wrong with a value at the value's. The input comes with it.
///
/// ```
/// use xregion::{Context, operations::CREATE_REPLICATION_SET, validate_rows};
///
/// let rows = serde_json::json!({ "regions": [{ "Region": "eu-west-1" }, { "Region": "us-east-1a" }] });
/// let (report, _) = validate_rows(&CREATE_REPLICATION_SET, &rows, &Context::default());
/// assert_eq!(report.issues()[0].path.pointer(), "/regions/1/Region");
/// ```
pub fn validate_rows(operation: &'static Operation, rows: &Value, context: &Context) -> (Report, Value) {
    rows::judged(operation, rows, |made| {
        let input = made.whole();
        (validate(operation, &input, context), input)
    })
}
