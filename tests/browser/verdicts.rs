//! Verdicts, which both modules give.

use js_sys::{Array, JSON};
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;
use xregion::shape::Operation;
use xregion::{Context, OPERATIONS, Severity, from_rows, to_rows, validate_rows};

use crate::support::{Findings, Told, errors, get, index_of, issues, json, list, of_rows, pairs, text};

const VECTORS: &str = include_str!("../vectors/validate.jsonl");

#[wasm_bindgen_test]
fn vectors_as_text_and_as_written() {
    let mut wrong = Vec::new();
    let mut judged = 0;
    for line in VECTORS.lines() {
        let vector = JSON::parse(line).unwrap();
        let expected = list(get(&vector, "expect"));
        let expected: Array = expected.iter().filter(|issue| get(issue, "severity") != "warning").collect();
        let expected = pairs(expected.into(), ["path", "code"]);
        let request = json(&get(&vector, "request"));
        for told in [Told::Given, Told::Written] {
            judged += 1;
            let found = errors(&issues(&text(&vector, "operation"), told, None, &request));
            if found != expected {
                wrong.push(format!("{} {told:?}: {found:?} instead of {expected:?}", text(&vector, "id")));
            }
        }
    }
    assert!(judged >= 2 * 695, "only {judged}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[wasm_bindgen_test]
fn what_json_cannot_carry_is_written_in_marks() {
    let deep = format!(r#"{{"KeyId":{}{},"ReplicaRegion":"eu-west-1"}}"#, "[".repeat(10_000), "]".repeat(10_000));
    let long = format!(r#"{{"KeyId":"{}","ReplicaRegion":"eu-west-1"}}"#, "a".repeat(10_000_000));
    let key = r#""KeyId":"mrk-1234abcd12ab34cd56ef1234567890ab","ReplicaRegion":"eu-west-1""#;
    for (written, place, code) in [
        ("!", "", "wrong_type"),
        ("#100001", "", "wrong_type"),
        (r#"{"KeyId":!,"ReplicaRegion":"eu-west-1"}"#, "/KeyId", "wrong_type"),
        (&deep, "/KeyId", "wrong_type"),
        (&long, "/KeyId", "too_long"),
        (&format!(r#"{{{key},"Tags":#4000000000}}"#), "/Tags", "too_many"),
        (&format!(r#"{{{key},"Description":"a\ud800b"}}"#), "/Description", "invalid_unicode"),
    ] {
        let found = errors(&issues("ReplicateKey", Told::Written, None, written));
        let shown: String = written.chars().take(100).collect();
        assert_eq!(found, Findings::from([(place.to_owned(), code.to_owned())]), "{shown}");
    }
}

/// What rows are asked for, as the package's JavaScript has it.
const READ: u32 = 0;
const JUDGED: u32 = 1;
const MADE: u32 = 2;

#[wasm_bindgen_test]
fn rows_of_vectors_are_what_the_library_makes_of_them() {
    for line in VECTORS.lines() {
        let vector: Value = serde_json::from_str(line).unwrap();
        let (id, name) = (&vector["id"], vector["operation"].as_str().unwrap());
        let operation: &'static Operation = OPERATIONS[index_of(name)];
        let rows = to_rows(operation, &vector["request"]);
        let written = rows.to_string();
        let value = |text: String| serde_json::from_str::<Value>(&text).unwrap();

        assert_eq!(value(of_rows(name, MADE, &vector["request"].to_string()).1), rows, "{id}");
        assert_eq!(value(of_rows(name, READ, &written).1), from_rows(operation, &rows).input, "{id}");
        let (issues, input) = of_rows(name, JUDGED, &written);
        let (report, expected) = validate_rows(operation, &rows, &Context::default());
        assert_eq!(value(input), expected, "{id}");
        let of_library = report.issues().iter().filter(|issue| issue.severity == Severity::Error);
        let of_library = of_library.map(|issue| (issue.path.pointer(), issue.code.as_str().to_owned()));
        assert_eq!(errors(&issues), of_library.collect::<Findings>(), "{id}");
    }
}
