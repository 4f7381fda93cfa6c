//! What is asked of inputs that a fuzzer makes, a module for each target. Whatever does not hold is a panic.

pub mod cli;
pub mod error;
pub mod house;
pub mod json;
pub mod jsonl;
#[path = "../../tests/shared/lines.rs"]
mod lines;
mod nearly;
pub mod policy;
pub mod request;
#[path = "../../tests/shared/typed.rs"]
mod typed;
#[path = "../../tests/shared/words.rs"]
mod words;

use serde_json::Value;
use xregion::shape::Operation;
use xregion::{Context, Issue, OPERATIONS, Report, validate, validate_json};

/// The operation that a number stands for.
fn operation(number: u8) -> &'static Operation {
    OPERATIONS[usize::from(number) % OPERATIONS.len()]
}

/// What is known beside the request. Most often that is nothing: else nothing is told at a glance.
fn context(number: u8) -> Context {
    let (region, account, destination) = match number % 8 {
        5 => (Some("us-east-1"), Some("111122223333"), None),
        6 => (Some("cn-north-1"), None, Some("444455556666")),
        7 => (Some("eu-west-1"), Some("444455556666"), Some("111122223333")),
        _ => (None, None, None),
    };
    let mut context = Context::default();
    context.region = region.map(str::to_owned);
    context.account_id = account.map(str::to_owned);
    context.destination_account_id = destination.map(str::to_owned);
    context
}

/// What is said of a request, after it was asserted that text, glance and engine say the same, and that it can be told.
fn judged_alike(operation: &'static Operation, request: &Value, context: &Context) -> Report {
    let by_engine = validate(operation, request, context);
    let of_text = validate_json(operation, request.to_string().as_bytes(), context);
    assert_eq!(of_text, by_engine, "{}: {request}", operation.name);
    told(by_engine.issues());
    by_engine
}

/// Asserts that issues can be told to people.
fn told(issues: &[Issue]) {
    typed::assert_typed(issues);
    for issue in issues {
        assert!(!issue.message().is_empty(), "{issue:?}");
    }
}
