//! What follows from requests, and which permissions they need.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;
use xregion::notes::Notes;
use xregion::{Context, OPERATIONS, notes};

use crate::support::{catalogue, operation, read};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    operation: String,
    input: Value,
    #[serde(default)]
    context: Context,
    /// Rules whose notes must be there.
    notes: BTreeSet<String>,
    /// Rules whose notes must not be there.
    silent: BTreeSet<String>,
    /// The statements of the policy by their ids.
    policy: Value,
    /// Of what users get wrong, the numbers that the notes tell.
    #[serde(default)]
    mistakes: BTreeSet<usize>,
}

fn cases() -> Vec<Case> {
    serde_json::from_str(&read("tests/vectors/notes.json")).unwrap()
}

fn rules(notes: &Notes) -> BTreeSet<String> {
    notes.notes.iter().map(|note| note.rule.id.to_owned()).collect()
}

#[test]
fn requests_have_their_notes_and_permissions() {
    for case in cases() {
        let found = notes(operation(&case.operation), &case.input, &case.context);
        let rules = rules(&found);
        assert!(case.notes.is_subset(&rules), "{}: lacks {:?}", case.name, &case.notes - &rules);
        assert!(case.silent.is_disjoint(&rules), "{}: has {:?}", case.name, &case.silent & &rules);
        let statements = found.policy["Statement"].as_array().unwrap();
        let by_id: Value = statements
            .iter()
            .map(|statement| {
                assert_eq!(statement["Effect"], "Allow", "{}", case.name);
                let mut statement = statement.as_object().unwrap().clone();
                statement.remove("Effect");
                (statement.remove("Sid").unwrap().as_str().unwrap().to_owned(), Value::Object(statement))
            })
            .collect();
        assert_eq!(by_id, case.policy, "{}", case.name);
    }
}

#[test]
fn every_note_is_told_and_every_conditional_one_is_not_always() {
    let cases = cases();
    for operation in OPERATIONS {
        let of_operation = || cases.iter().filter(|case| case.operation == operation.name);
        for note in operation.guide.notes {
            let id = note.rule.id;
            assert!(of_operation().any(|case| case.notes.contains(id)), "no case has {id}");
            let always = of_operation().all(|case| rules(&notes(operation, &case.input, &case.context)).contains(id));
            assert!(always || of_operation().any(|case| case.silent.contains(id)), "no case is without {id}");
        }
    }
}

#[test]
fn notes_cite_the_catalogue() {
    let rows = catalogue();
    for operation in OPERATIONS {
        let cited = operation
            .guide
            .notes
            .iter()
            .map(|note| note.rule)
            .chain(operation.guide.permissions.iter().map(|permission| permission.rule));
        for rule in cited {
            let row = rows.get(rule.id).unwrap_or_else(|| panic!("there is no {}", rule.id));
            assert_eq!(row.operation, operation.name, "{}", rule.id);
        }
    }
}

#[test]
fn what_only_notes_can_tell_is_told() {
    let told: BTreeSet<usize> = cases().into_iter().flat_map(|case| case.mistakes).collect();
    assert_eq!(told, BTreeSet::from([7, 8, 16, 17, 23, 30, 40, 45, 54, 55, 56]));
}

#[test]
fn a_request_that_is_none_has_notes_all_the_same() {
    for operation in OPERATIONS {
        for input in [Value::Null, Value::from(5), serde_json::json!({}), serde_json::json!([])] {
            assert!(!notes(operation, &input, &Context::default()).notes.is_empty());
        }
    }
}
