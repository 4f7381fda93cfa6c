//! What services answer when all went well: read with typed values, and never refused.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::{Value, json};
use xregion::answer::{Kind, Output};
use xregion::{Code, OPERATIONS, Param, Severity, read_response};

use crate::support::{assert_typed, operation, read};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vector {
    name: String,
    operation: String,
    response: Value,
    issues: BTreeSet<Deviation>,
    statuses: Vec<Status>,
    /// In ISO 8601, as JavaScript writes it: held against dates there.
    moments: BTreeMap<String, String>,
    #[serde(default)]
    seen: Option<String>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
struct Deviation {
    path: String,
    problem: String,
    rule: String,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Status {
    pointer: String,
    status: String,
    phase: Option<String>,
}

fn vectors() -> Vec<Vector> {
    serde_json::from_str(&read("tests/vectors/responses.json")).unwrap()
}

#[test]
fn responses_are_read_as_the_vectors_say() {
    for vector in vectors() {
        let what = format!("{}: {} {:?}", vector.operation, vector.name, vector.seen);
        let reading = read_response(operation(&vector.operation), &vector.response);
        assert_typed(&reading.issues);
        let mut issues = BTreeSet::new();
        for issue in &reading.issues {
            assert_eq!((issue.code, issue.severity), (Code::UnexpectedResponse, Severity::Warning), "{what}");
            assert_eq!(issue.params.len(), 2, "{what}");
            assert!(!issue.message().contains(['{', '}', '#']), "{what}: {}", issue.message());
            let Param::Text(problem) = &issue.params[0] else { panic!("{what}: {issue:?}") };
            let (path, rule) = (issue.path.pointer(), issue.rule.clone().into_owned());
            issues.insert(Deviation { path, problem: problem.clone().into_owned(), rule });
        }
        assert_eq!(issues, vector.issues, "{what}");
        let statuses = reading.statuses.iter().map(|status| {
            assert!(!status.meaning.is_empty() && !status.advice.is_empty(), "{what}");
            Status {
                pointer: status.pointer.pointer(),
                status: status.status.clone(),
                phase: status.phase.map(|phase| phase.as_str().to_owned()),
            }
        });
        let statuses: Vec<_> = statuses.collect();
        assert_eq!(statuses, vector.statuses, "{what}");
        let pointers: BTreeSet<_> = reading.moments.iter().map(|path| path.pointer()).collect();
        assert_eq!(pointers, vector.moments.keys().cloned().collect(), "{what}");
        for pointer in pointers {
            assert!(reading.value.pointer(&pointer).unwrap().is_f64(), "{what}: {pointer}");
        }
    }
}

#[test]
fn what_is_read_is_given_out_as_it_is() {
    for vector in vectors() {
        let mut reading = read_response(operation(&vector.operation), &vector.response);
        for path in &reading.moments {
            let pointer = path.pointer();
            *reading.value.pointer_mut(&pointer).unwrap() = vector.response.pointer(&pointer).unwrap().clone();
        }
        assert_eq!(reading.value, vector.response, "{}", vector.name);
    }
}

#[test]
fn moments_are_those_that_clients_write() {
    let at = |moment: Value| {
        let response = json!({ "ReplicationStatus": [{ "LastAccessedDate": moment }] });
        read_response(operation("ReplicateSecretToRegions"), &response).value["ReplicationStatus"][0]["LastAccessedDate"].as_f64()
    };
    for (written, expected) in [
        (json!(0), Some(0.0)),
        (json!(-1.5), Some(-1500.0)),
        (json!(1_607_472_987.918), Some(1_607_472_987_918.0)),
        (json!("1970-01-01T00:00:00Z"), Some(0.0)),
        (json!("1969-12-31T23:59:59.999Z"), Some(-1.0)),
        (json!("2000-02-29T12:00:00.5+02:00"), Some(951_818_400_500.0)),
        (json!("2021-11-16 11:43:46.123456-08:00"), Some(1_637_091_826_123.0)),
        (json!(1e300), Some(1e300)),
        (json!("2021-13-01T00:00:00Z"), None),
        (json!("2021-11-16"), None),
        (json!("2021-11-16T11:43Z"), None),
        (json!("2021-11-16T11:43:46"), None),
        (json!("now"), None),
        (json!("٢٠٢١-11-16T11:43:46Z"), None),
        (json!("T Z"), None),
    ] {
        assert_eq!(at(written.clone()), expected, "{written}");
    }
}

#[test]
fn a_known_cause_of_a_failure_says_what_to_do() {
    let response = |message: &str| json!({ "ReplicationStatus": [{ "Status": "Failed", "StatusMessage": message }] });
    let advice = |message| read_response(operation("ReplicateSecretToRegions"), &response(message)).statuses[0].advice;
    assert!(advice("Secret with this name already exists in this region").contains("ForceOverwriteReplicaSecret"));
    assert_ne!(advice("Secret with this name already exists in this region"), advice("no reason"));
}

#[test]
fn every_known_value_is_read_without_a_warning() {
    for operation in OPERATIONS {
        let mut count = 0;
        each_value(operation.guide.answers.response, &mut |output, value| {
            let reading = read_response(operation, &value);
            let about: Vec<_> =
                reading.issues.iter().filter(|issue| issue.path.last_key() == Some(output.name)).collect();
            assert!(about.is_empty(), "{}: {about:?}", output.name);
            count += 1;
        });
        assert!(count > 0, "{}", operation.name);
    }
}

/// Calls with each member of a response and a response that holds a value of it.
fn each_value(outputs: &'static [Output], visit: &mut dyn FnMut(&Output, Value)) {
    for output in outputs {
        let mut within = |value: Value| visit(output, json!({ output.name: value }));
        match &output.kind {
            Kind::Text => within(json!("text")),
            Kind::Boolean => within(json!(true)),
            Kind::Integer => within(json!(7)),
            Kind::Timestamp => within(json!(7.5)),
            Kind::Values(values) => values.iter().for_each(|value| within(json!(value))),
            Kind::Status(status) => status.states.iter().for_each(|state| within(json!(state.value))),
            Kind::List(Kind::Values(values), _) => within(json!(values)),
            Kind::List(Kind::Structure(inner), _) => {
                each_value(inner, &mut |inner, value| visit(inner, json!({ output.name: [value] })));
            }
            Kind::List(..) => panic!("{}", output.name),
            Kind::Structure(inner) => {
                each_value(inner, &mut |inner, value| visit(inner, json!({ output.name: value })))
            }
        }
    }
}
