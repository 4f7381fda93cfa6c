//! What issues say, in words and as JSON.

use serde_json::{Value, json};
use xregion::operations::{CREATE_REPLICATION_SET, REPLICATE_KEY, REPLICATE_SECRET_TO_REGIONS};
use xregion::shape::Operation;
use xregion::{Context, Issue, validate, validate_json};

fn only_issue(operation: &'static Operation, request: &Value) -> Issue {
    let report = validate(operation, request, &Context::default());
    let [issue] = report.issues() else { panic!("{request}: {:?}", report.issues()) };
    issue.clone()
}

fn key(member: &str, value: impl Into<Value>) -> Value {
    let mut request = json!({ "KeyId": "mrk-1234abcd12ab34cd56ef1234567890ab", "ReplicaRegion": "eu-west-1" });
    request[member] = value.into();
    request
}

/// A key policy with an element of another name than there is.
fn policy_with(element: &str) -> String {
    let statement =
        r#""Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*""#;
    format!(r#"{{"Version":"2012-10-17","Statement":[{{{statement},"{element}":"x"}}]}}"#)
}

#[test]
fn messages_in_full() {
    let table = [
        (key("KeyId", 5), "Must be a string, but is a number."),
        (key("Tags", json!(null)), "Must be a list, but is null."),
        (key("KeyId", ""), "Must have at least 1 character, but has 0."),
        (key("ReplicaRegion", "a".repeat(29) + "-b-1"), "Must have at most 32 characters, but has 33."),
        (key("KeyId", "a".repeat(2049)), "Must have at most 2,048 characters, but has 2,049."),
        (key("ReplicaRegion", "Ireland"), "Must be a Region code such as us-east-1."),
        (key("ReplicaRegion", "xx-new-1"), "xx-new-1 is in no published list of Regions. Check the spelling."),
        (
            key("Region", "eu-west-1"),
            "There is no member “Region”. The members are: KeyId, ReplicaRegion, Policy, BypassPolicyLockoutSafetyCheck, Description, Tags.",
        ),
        (key("Policy", "{}"), "The policy must have a Statement with at least one statement (line 1, column 1)."),
        (key("Policy", "{"), "The policy is not JSON (line 1, column 2)."),
        (
            key("Policy", policy_with("Actions")),
            "Actions is missing here, unknown, or has a value that the policy language does not have (/Statement/0/Actions, line 1, column 151).",
        ),
        (
            key("Policy", policy_with("a text of its author's own")),
            "… is missing here, unknown, or has a value that the policy language does not have (/Statement/0, line 1, column 170).",
        ),
    ];
    for (request, expected) in table {
        assert_eq!(only_issue(&REPLICATE_KEY, &request).message(), expected, "{request}");
    }
    let mixed = json!({ "regions": { "us-east-1": {}, "us-east-2": { "sseKmsKeyId": "arn:aws:kms:us-east-2:111122223333:alias/a" }, "us-west-2": {} } });
    assert_eq!(
        only_issue(&CREATE_REPLICATION_SET, &mixed).message(),
        "Give every Region a customer managed key, or none. These have none: us-east-1, us-west-2."
    );
    let none = json!({ "SecretId": "a", "AddReplicaRegions": [] });
    assert_eq!(only_issue(&REPLICATE_SECRET_TO_REGIONS, &none).message(), "Must have at least 1 entry, but has 0.");
}

#[test]
fn values_are_repeated_up_to_64_characters() {
    let exact = only_issue(&REPLICATE_KEY, &key(&"ö".repeat(64), 1)).message();
    assert!(exact.contains(&format!("“{}”", "ö".repeat(64))), "{exact}");
    let longer = only_issue(&REPLICATE_KEY, &key(&"ö".repeat(65), 1)).message();
    assert!(longer.contains(&format!("“{}…”", "ö".repeat(64))), "{longer}");
}

#[test]
fn braces_in_values_are_left_alone() {
    let message = only_issue(&REPLICATE_KEY, &key("{known#}", 1)).message();
    assert!(message.starts_with("There is no member “{known#}”. The members are: KeyId,"), "{message}");
}

#[test]
fn an_issue_as_json() {
    let request = json!({ "regions": { "us-east-1": {} }, "tags": { "a/b~!": "" } });
    let issue = serde_json::to_value(only_issue(&CREATE_REPLICATION_SET, &request)).unwrap();
    let expected = json!({
        "code": "pattern_mismatch",
        "severity": "error",
        "path": ["tags", "a/b~!"],
        "pointer": "/tags/a~1b~0!",
        "on": "key",
        "message": "Must be made of letters A to Z of either case, digits, spaces and _ = @ : . + - , / and not begin with “aws:”.",
        "params": { "expected": "tag_key", "pattern": "^(?!aws:)[A-Za-z0-9 _=@:.+-/]+$" },
        "rule": "SSMI-CREATEREPLSET-29",
        "source": {
            "title": "Incident Manager API Reference: CreateReplicationSet",
            "url": "https://docs.aws.amazon.com/incident-manager/latest/APIReference/API_CreateReplicationSet.html",
        },
    });
    assert_eq!(issue, expected);

    let request =
        json!({ "SecretId": "a", "AddReplicaRegions": [{ "Region": "eu-west-1" }, { "Region": "eu-west-1" }] });
    let issue = serde_json::to_value(only_issue(&REPLICATE_SECRET_TO_REGIONS, &request)).unwrap();
    assert_eq!(issue["path"], json!(["AddReplicaRegions", 1, "Region"]));
    assert_eq!(issue["params"], json!({ "first": 0 }));
    assert_eq!(issue.get("on"), None);
}

#[test]
fn a_syntax_error_tells_line_and_column() {
    let table: [(&[u8], usize, usize); 6] = [
        (b"", 1, 1),
        (b"{", 1, 2),
        (b"{}x", 1, 3),
        (b"{\n  \"KeyId\": x\n}", 2, 12),
        (b"{\n\n", 3, 1),
        (b"\"\xff\"", 1, 2),
    ];
    for (text, line, column) in table {
        let report = validate_json(&REPLICATE_KEY, text, &Context::default());
        let issue = serde_json::to_value(&report.issues()[0]).unwrap();
        assert_eq!(issue["code"], "invalid_json");
        let (at_line, at_column) =
            (issue["params"]["line"].as_u64().unwrap(), issue["params"]["column"].as_u64().unwrap());
        assert_eq!((at_line, at_column), (line as u64, column as u64), "{}", String::from_utf8_lossy(text));
    }
}
