//! Sensitive values are not repeated.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use xregion::report::Change;
use xregion::shape::Operation;
use xregion::{BuildOptions, Context, Issue, Param, Rejected, build, validate, validate_field, validate_json};

use super::config;
use super::sound::sound_requests;

/// So much of a mark tells that it was repeated.
const TELLING: usize = 8;

/// A text that stands nowhere by chance.
fn mark() -> impl Strategy<Value = String> {
    "[a-z]{3}[A-Z0-9]{5}[a-z]{3}[A-Z0-9]{5}[a-z]{3}[A-Z0-9]{5}"
}

/// A mark as a value, and in ways in which a member refuses it.
const DRESSES: [fn(&str) -> Value; 9] = [
    |mark| json!(mark),
    |mark| json!(format!("{mark}\0")),
    |mark| json!(format!("aws:{mark}")),
    |mark| json!(format!("password={mark}")),
    |mark| json!(format!("{mark} € ä")),
    |mark| json!(mark.repeat(400)),
    |mark| json!([mark]),
    |mark| json!({ mark: mark }),
    |mark| json!(policy(&[("Sid", json!(mark))])),
];

/// Key policies that hold a mark wherever they can.
const POLICIES: [fn(&str) -> String; 10] = [
    |mark| policy(&[("Sid", json!(mark)), (mark, json!(mark))]),
    |mark| policy(&[("Effect", json!(mark))]),
    |mark| policy(&[("Principal", json!(mark))]),
    |mark| {
        policy(&[("Principal", json!({ "AWS": [mark, format!("arn:aws:iam::111122223333:role/{mark}")], mark: mark }))])
    },
    |mark| policy(&[("Action", json!([mark])), ("Resource", json!(mark))]),
    |mark| policy(&[("NotAction", json!(mark)), ("Condition", json!({ mark: { mark: mark } }))]),
    |mark| json!({ "Version": mark, "Id": mark, mark: mark, "Statement": [{ "Principal": "*" }] }).to_string(),
    |mark| json!({ "Statement": mark }).to_string(),
    |mark| json!([mark]).to_string(),
    |mark| format!("{{\"{mark}\": {mark}"),
];

fn policy(elements: &[(&str, Value)]) -> String {
    let mut statement = json!({
        "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
        "Action": "kms:*",
        "Resource": "*",
    });
    for (name, value) in elements {
        statement[*name] = value.clone();
    }
    json!({ "Version": "2012-10-17", "Statement": [statement] }).to_string()
}

/// A request with marks in place of everything that is sensitive.
fn marked(operation: &Operation, mut request: Value, mark: &str, dress: usize, policy: usize) -> Value {
    let value = DRESSES[dress](mark);
    if operation.name == "ReplicateKey" {
        request["Description"] = value.clone();
        request["Policy"] = if policy < POLICIES.len() { json!(POLICIES[policy](mark)) } else { value.clone() };
        request["Tags"] = json!([{ "TagKey": "team", "TagValue": value }]);
    } else if operation.name == "CreateReplicationSet" {
        request["clientToken"] = value.clone();
        request["tags"] = json!({ "team": value, mark: "x", format!("{mark}€"): mark });
    }
    request
}

/// What an issue says beside the places that it names: these hold the keys of the input.
fn said(issue: &Issue) -> Vec<String> {
    let mut said = vec![issue.message(), issue.rule.to_string()];
    for param in &issue.params {
        match param {
            Param::Number(_) => {}
            Param::Text(text) => said.push(text.to_string()),
            Param::List(list) => said.extend(list.iter().cloned()),
        }
    }
    if let Some(suggestion) = &issue.suggestion {
        said.push(suggestion.title());
        if let Change::Replace(text) = &suggestion.change {
            said.push(text.clone());
        }
    }
    said
}

/// The words of a rejection without the places that it names, the longest of them first: one can begin another.
fn without_places(rejected: &Rejected) -> String {
    let mut places: Vec<String> = rejected.report.issues().iter().map(|issue| issue.path.pointer()).collect();
    places.sort_by_key(|place| std::cmp::Reverse(place.len()));
    places.retain(|place| !place.is_empty());
    places.iter().fold(rejected.to_string(), |text, place| text.replace(place, ""))
}

fn assert_untold(text: &str, mark: &str) -> Result<(), TestCaseError> {
    for start in 0..=mark.len() - TELLING {
        let part = &mark[start..start + TELLING];
        prop_assert!(!text.contains(part), "{part} of {mark} is in {text}");
    }
    Ok(())
}

#[test]
fn sensitive_values_are_not_repeated() {
    let count = Cell::new(0);
    for (operation, strategy) in sound_requests() {
        if !["ReplicateKey", "CreateReplicationSet"].contains(&operation.name) {
            continue;
        }
        let marks = (strategy, mark(), 0..DRESSES.len(), 0..2 * POLICIES.len());
        let result = TestRunner::new(config(256)).run(&marks, |(request, mark, dress, policy)| {
            let request = marked(operation, request, &mark, dress, policy);
            let mut context = Context::default();
            context.caller_arn = Some("arn:aws:iam::111122223333:role/x".to_owned());
            let text = request.to_string();
            let mut reports = vec![
                validate(operation, &request, &context),
                validate_json(operation, text.as_bytes(), &context),
                validate_json(operation, &text.as_bytes()[..text.len() - 1], &context),
            ];
            for member in operation.input.members {
                let pointer = format!("/{}", member.name);
                reports.push(validate_field(operation, &pointer, request.get(member.name), Some(&request), &context));
            }
            if let Err(rejected) = build(operation, &request, &BuildOptions::default()) {
                assert_untold(&without_places(&rejected), &mark)?;
                reports.push(rejected.report);
            }
            for issue in reports.iter().flat_map(|report| report.issues()) {
                count.set(count.get() + 1);
                // In a policy no place that is told is named by its author.
                let within = issue.within.as_ref().map(|spot| spot.pointer.clone());
                for text in said(issue).into_iter().chain(within) {
                    assert_untold(&text, &mark)?;
                }
            }
            Ok(())
        });
        result.unwrap_or_else(|error| panic!("{}: {error}", operation.name));
    }
    assert!(count.get() > 1000, "only {} issues", count.get());
}
