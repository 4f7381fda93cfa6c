//! Requests read from other forms.

use serde_json::{Value, json};
use xregion::derive::{Skeleton, skeleton};
use xregion::operations::{CREATE_REPLICATION_CONFIGURATION, CREATE_REPLICATION_SET, REPLICATE_KEY};
use xregion::{Context, Issue, OPERATIONS, from_json, from_rows, to_rows, validate, validate_rows};

use crate::support::{Part, assert_typed, parts, vectors};

/// Issues as `pointer code`.
fn told(issues: &[Issue]) -> Vec<String> {
    assert_typed(issues);
    issues.iter().map(|issue| format!("{} {}", issue.path.pointer(), issue.code.as_str())).collect()
}

#[test]
fn rows_become_entries() {
    for (rows, expected, issues) in [
        (
            json!({ "regions": [{ "Region": "a", "sseKmsKeyId": "k" }, { "Region": "b", "sseKmsKeyId": "" }], "clientToken": "" }),
            json!({ "regions": { "a": { "sseKmsKeyId": "k" }, "b": {} } }),
            &[][..],
        ),
        (
            json!({ "regions": [{ "Region": "a" }, { "Region": "b" }, { "Region": "a" }, {}, { "Region": "" }] }),
            json!({ "regions": { "a": {}, "b": {}, "": {} } }),
            &["/regions/2/Region duplicate", "/regions/4/Region duplicate"],
        ),
        (
            json!({ "tags": [{ "Key": "__proto__", "Value": "" }, { "Key": "a" }, { "Key": "b", "value": "c" }] }),
            json!({ "tags": { "__proto__": "", "a": "", "b": "" } }),
            &["/tags/2/value unknown_field"],
        ),
        (
            json!({ "regions": [{ "Region": "a", "sseKmsKeyId": 5, "x": 1 }] }),
            json!({ "regions": { "a": { "sseKmsKeyId": 5, "x": 1 } } }),
            &[],
        ),
        // What is no list of rows is left to be judged.
        (
            json!({ "regions": [{ "Region": 5 }, "a"], "x": [] }),
            json!({ "regions": {}, "x": [] }),
            &["/regions/0/Region wrong_type", "/regions/1 wrong_type"],
        ),
        (json!({ "regions": { "a": {} } }), json!({ "regions": { "a": {} } }), &[]),
        (json!({ "regions": [] }), json!({ "regions": {} }), &[]),
        // No rows where there need not be any, and where one must be.
        (json!({ "regions": [{ "Region": "a" }], "tags": [] }), json!({ "regions": { "a": {} } }), &[]),
        (json!({ "regions": [{ "Region": "a" }], "tags": {} }), json!({ "regions": { "a": {} }, "tags": {} }), &[]),
        (json!([1]), json!([1]), &[]),
    ] {
        let intake = from_rows(&CREATE_REPLICATION_SET, &rows);
        assert_eq!(
            (intake.input, told(&intake.issues)),
            (expected, issues.iter().map(ToString::to_string).collect()),
            "{rows}"
        );
    }
}

#[test]
fn what_is_said_of_an_input_is_said_at_its_rows() {
    for (rows, expected, suggestion) in [
        (
            json!({ "regions": [{ "Region": "us-east-1" }, { "Region": "us-west-2a" }] }),
            &["/regions/1/Region invalid_identifier"][..],
            Some(("/regions/1/Region", "us-west-2")),
        ),
        (
            json!({ "regions": [{ "Region": "a" }, { "Region": "us-east-1", "sseKmsKeyId": "DefaultKey", "x": 1 }] }),
            &[
                "/regions/0/Region invalid_identifier",
                "/regions/1/sseKmsKeyId default_key_name",
                "/regions/1/x unknown_field",
            ],
            None,
        ),
        (
            json!({ "regions": [{ "Region": "us-east-1" }], "tags": [{ "Key": "a", "Value": "é" }, { "Key": "é", "Value": "" }, { "Key": "a" }] }),
            &["/tags/0/Value pattern_mismatch", "/tags/1/Key pattern_mismatch", "/tags/2/Key duplicate"],
            None,
        ),
        (json!({ "regions": [] }), &["/regions too_few"], None),
        (json!({ "regions": { "us-east-1a": {} } }), &["/regions/us-east-1a invalid_identifier"], None),
        (
            json!({ "regions": [5, { "Region": null }] }),
            &["/regions/0 wrong_type", "/regions/1/Region wrong_type"],
            None,
        ),
        (json!(5), &[" wrong_type"], None),
    ] {
        let (report, _) = validate_rows(&CREATE_REPLICATION_SET, &rows, &Context::default());
        assert_eq!(told(report.issues()), expected, "{rows}");
        if let Some((pointer, value)) = suggestion {
            let found = serde_json::to_value(report.issues()[0].suggestion.as_ref().unwrap()).unwrap();
            assert_eq!((found["pointer"].as_str(), found["value"].as_str()), (Some(pointer), Some(value)));
        }
    }
}

#[test]
fn rows_of_an_input_stand_for_it() {
    for vector in vectors() {
        let rows = to_rows(vector.operation, &vector.request);
        let has_empty = ["\"\"", "\"tags\":{}"].iter().any(|empty| vector.request.to_string().contains(empty));
        assert!(has_empty || from_rows(vector.operation, &rows).input == vector.request, "{}: {rows}", vector.id);
        let (report, input) = validate_rows(vector.operation, &rows, &Context::default());
        assert_eq!(report.is_ok(), validate(vector.operation, &input, &Context::default()).is_ok(), "{}", vector.id);
    }
}

#[test]
fn what_was_left_empty_is_left_out_of_lists_too() {
    let rows = json!({ "SourceFileSystemId": "", "Destinations": [{ "Region": "us-west-2", "KmsKeyId": "" }] });
    let intake = from_rows(&CREATE_REPLICATION_CONFIGURATION, &rows);
    assert_eq!(intake.input, json!({ "SourceFileSystemId": "", "Destinations": [{ "Region": "us-west-2" }] }));
    assert!(intake.is_ok());
}

#[test]
fn json_tells_its_operation_and_what_stands_twice() {
    for (text, operation, input, issues) in [
        (r#"{"KeyId":"k"}"#, Some("ReplicateKey"), json!({ "KeyId": "k" }), &[][..]),
        (r#"{"operation":"ReplicateKey","input":{"KeyId":"k"}}"#, Some("ReplicateKey"), json!({ "KeyId": "k" }), &[]),
        (r#"{"operation":"ReplicateKeys","input":[]}"#, None, json!([]), &[]),
        (r#"{"operation":"ReplicateKey"}"#, None, json!({ "operation": "ReplicateKey" }), &[]),
        (r#"{"KeyId":"k","SecretId":"s"}"#, None, json!({ "KeyId": "k", "SecretId": "s" }), &[]),
        ("{}", None, json!({}), &[]),
        ("[]", None, json!([]), &[]),
        ("{", None, Value::Null, &[" invalid_json"]),
        (
            r#"{"Tags":[{},{"TagKey":"a","TagKey":"b","TagKey":"c"}],"KeyId":"k","KeyId":"l"}"#,
            Some("ReplicateKey"),
            json!({ "Tags": [{}, { "TagKey": "c" }], "KeyId": "l" }),
            &["/KeyId repeated_member", "/Tags/1/TagKey repeated_member"],
        ),
        (
            r#"{"KeyId":"\ud800","KeyId":"k"}"#,
            Some("ReplicateKey"),
            json!({ "KeyId": "k" }),
            &["/KeyId repeated_member"],
        ),
        (
            r#"{"input":{"KeyId":"k","KeyId":"l"},"operation":"ReplicateKey"}"#,
            Some("ReplicateKey"),
            json!({ "KeyId": "l" }),
            &["/KeyId repeated_member"],
        ),
    ] {
        let (intake, found) = from_json(text.as_bytes());
        assert_eq!(found.map(|operation| operation.name), operation, "{text}");
        assert_eq!(
            (intake.input, told(&intake.issues)),
            (input, issues.iter().map(ToString::to_string).collect()),
            "{text}"
        );
    }
}

#[test]
fn a_text_of_any_depth_is_read() {
    let deep = format!("{{\"KeyId\":{}{}}}", "[".repeat(10_000), "]".repeat(10_000));
    let (intake, operation) = from_json(deep.as_bytes());
    assert_eq!(operation.map(|operation| operation.name), Some("ReplicateKey"));
    assert!(intake.is_ok());
}

#[test]
fn a_skeleton_has_every_member() {
    for operation in OPERATIONS {
        let full = skeleton(operation, Skeleton::Full).to_string();
        for part in parts(operation) {
            if let Part::Member(member) = part {
                assert!(full.contains(&format!("{:?}:", member.name)), "{}: {full}", member.name);
            }
        }
    }
    assert_eq!(skeleton(&REPLICATE_KEY, Skeleton::Full)["Tags"], json!([{ "TagKey": "", "TagValue": "" }]));
    assert_eq!(skeleton(&CREATE_REPLICATION_SET, Skeleton::Required), json!({ "regions": { "us-east-1": {} } }));
}
