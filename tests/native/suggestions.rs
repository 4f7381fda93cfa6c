//! What is suggested, and that it helps.

use serde_json::{Value, json};
use xregion::{Context, validate};

use crate::support::{cases, operation, vectors};

/// An operation, what was typed, and the request after every suggestion was followed.
fn suggestions() -> Vec<(&'static str, Value, Value)> {
    let key = "mrk-1234abcd12ab34cd56ef1234567890ab";
    let arn = format!("arn:aws:kms:us-east-1:111122223333:key/{key}");
    let west = format!("arn:aws:kms:us-west-2:111122223333:key/{key}");
    vec![
        (
            "ReplicateKey",
            json!({"KeyId": key, "ReplicaRegion": "eu-west-1a"}),
            json!({"KeyId": key, "ReplicaRegion": "eu-west-1"}),
        ),
        (
            "ReplicateKey",
            json!({"KeyId": key, "ReplicaRegion": " EU-WEST-1 "}),
            json!({"KeyId": key, "ReplicaRegion": "eu-west-1"}),
        ),
        (
            "ReplicateKey",
            json!({"KeyId": key, "ReplicaRegion": "eu-wset-1"}),
            json!({"KeyId": key, "ReplicaRegion": "eu-west-1"}),
        ),
        (
            "ReplicateKey",
            json!({"KeyId": key, "ReplicaRegion": "eu-wset-11"}),
            json!({"KeyId": key, "ReplicaRegion": "eu-west-1"}),
        ),
        (
            "ReplicateKey",
            json!({"KeyId": key, "ReplicaRegion": "eu-wset-112"}),
            json!({"KeyId": key, "ReplicaRegion": "eu-wset-112"}),
        ),
        (
            "ReplicateKey",
            json!({"KeyId": key, "ReplicaRegion": "eu-west-1xy"}),
            json!({"KeyId": key, "ReplicaRegion": "eu-west-1"}),
        ),
        (
            "ReplicateKey",
            // Two letters were swapped twice, or one is another and two were swapped: us-west-1 is as near.
            json!({"KeyId": key, "ReplicaRegion": "ue-wets-1"}),
            json!({"KeyId": key, "ReplicaRegion": "ue-wets-1"}),
        ),
        (
            "ReplicateKey",
            json!({"KeyId": key, "ReplicaRegion": "ue-wets-11"}),
            json!({"KeyId": key, "ReplicaRegion": "ue-wets-11"}),
        ),
        (
            "ReplicateKey",
            json!({"KeyId": key, "ReplicaRegion": "mars-north-1"}),
            json!({"KeyId": key, "ReplicaRegion": "mars-north-1"}),
        ),
        (
            "ReplicateKey",
            json!({"KeyId": "mrk-1234ABCD-12ab-34cd-56ef-1234567890ab", "ReplicaRegion": "eu-west-1"}),
            json!({"KeyId": key, "ReplicaRegion": "eu-west-1"}),
        ),
        (
            "ReplicateKey",
            json!({"KeyId": format!("arn:aws:kms:us-east-1:111122223333:alias/{key}"), "ReplicaRegion": "eu-west-1"}),
            json!({"KeyId": arn, "ReplicaRegion": "eu-west-1"}),
        ),
        (
            "ReplicateKey",
            json!({"KeyId": key, "ReplicaRegion": "eu-west-1", "Tag": [], "description": "d"}),
            json!({"KeyId": key, "ReplicaRegion": "eu-west-1", "Tags": [], "Description": "d"}),
        ),
        (
            "ReplicateKey",
            json!({"KeyId": key, "ReplicaRegion": "eu-west-1", "Policy": ""}),
            json!({"KeyId": key, "ReplicaRegion": "eu-west-1"}),
        ),
        (
            "CreateReplicationSet",
            json!({"regions": {"US-EAST-1": {"sseKmsKeyId": "DefaultKey"}, "us-west-2b": {}}}),
            json!({"regions": {"us-east-1": {}, "us-west-2": {}}}),
        ),
        (
            "CreateReplicationSet",
            json!({"regions": {"us-west-2": {}, "US-WEST-2": {}}}),
            json!({"regions": {"us-west-2": {}, "US-WEST-2": {}}}),
        ),
        (
            "CreateReplicationSet",
            json!({"regions": {"us-west-2": {"sseKmsKeyId": arn}}}),
            json!({"regions": {"us-west-2": {"sseKmsKeyId": west}}}),
        ),
        (
            "ReplicateSecretToRegions",
            json!({"SecretId": "n", "AddReplicaRegions": [{"Region": "us-west-2", "KmsKeyId": arn}]}),
            json!({"SecretId": "n", "AddReplicaRegions": [{"Region": "us-west-2", "KmsKeyId": west}]}),
        ),
        (
            "ReplicateSecretToRegions",
            json!({"SecretId": "n", "AddReplicaRegions": [{"Region": "us-west-2", "KmsKeyId": "aws/secretsmanager"}]}),
            json!({"SecretId": "n", "AddReplicaRegions": [{"Region": "us-west-2", "KmsKeyId": "alias/aws/secretsmanager"}]}),
        ),
        (
            "ReplicateSecretToRegions",
            json!({"SecretId": "n", "AddReplicaRegions": [{"Region": "us-west-2", "KmsKeyId": "mrk-1234ABCD-12ab-34cd-56ef-1234567890ab"}]}),
            json!({"SecretId": "n", "AddReplicaRegions": [{"Region": "us-west-2", "KmsKeyId": key}]}),
        ),
        (
            "CreateReplicationSet",
            json!({"regions": {"us-west-2a": {"sseKmsKeyId": "a"}, "US-WEST-2": {"sseKmsKeyId": "b"}}}),
            json!({"regions": {"us-west-2a": {"sseKmsKeyId": "a"}, "us-west-2": {"sseKmsKeyId": "b"}}}),
        ),
        (
            "ReplicateSecretToRegions",
            json!({"SecretId": "n", "AddReplicaRegions": [{"Region": "US-WEST-2"}]}),
            json!({"SecretId": "n", "AddReplicaRegions": [{"Region": "us-west-2"}]}),
        ),
        (
            "CreateReplicationConfiguration",
            json!({"SourceFileSystemId": "fs-0123456789abcdef0", "Destinations": [{"Region": "US-WEST-2"}]}),
            json!({"SourceFileSystemId": "fs-0123456789abcdef0", "Destinations": [{"Region": "us-west-2"}]}),
        ),
        (
            "CreateReplicationConfiguration",
            json!({"SourceFileSystemId": "fs-0123456789abcdef0", "Destinations": [{"Region": "us-west-2", "KmsKeyId": arn, "AvailabilityZoneName": ""}]}),
            json!({"SourceFileSystemId": "fs-0123456789abcdef0", "Destinations": [{"Region": "us-west-2", "KmsKeyId": west}]}),
        ),
    ]
}

/// Requests in which something is wrong that nothing is suggested for.
fn without_suggestions() -> Vec<(&'static str, Value)> {
    let arn = |resource: &str| format!("arn:aws:kms:us-east-1:111122223333:{resource}");
    let region = |region: &str| json!({"KeyId": "mrk-1234abcd12ab34cd56ef1234567890ab", "ReplicaRegion": region});
    vec![
        // Required, and a key: neither is left out.
        ("ReplicateKey", json!({"KeyId": "", "ReplicaRegion": "eu-west-1"})),
        ("CreateReplicationSet", json!({"regions": {"": {}}})),
        // As near to one Region as to another, too far from any, or much longer.
        ("ReplicateKey", region("us-xxst-1")),
        ("ReplicateKey", region("xx-xxxx-1")),
        ("ReplicateKey", region("eu-west-12")),
        // Three letters are wrong: two beside each other are not swapped, though one of them is another one's neighbour.
        ("ReplicateKey", region("eu-wxyt-1x")),
        ("ReplicateKey", region("eu-wxet-1x")),
        ("ReplicateKey", region("verylongregionname-eu-west-1")),
        // A key of one Region alone has no namesake in another, and no Region one in another partition.
        (
            "CreateReplicationSet",
            json!({"regions": {"us-west-2": {"sseKmsKeyId": arn("key/1234abcd-12ab-34cd-56ef-1234567890ab")}}}),
        ),
        (
            "CreateReplicationSet",
            json!({"regions": {"cn-north-1": {"sseKmsKeyId": arn("key/mrk-1234abcd12ab34cd56ef1234567890ab")}}}),
        ),
        // Every member is there already, or none has such a name: half of the letters are not enough.
        ("CreateReplicationSet", json!({"regions": {"us-east-1": {}}, "region": {}})),
        ("CreateReplicationSet", json!({"regions": {"us-east-1": {}}, "toks": {}})),
        (
            "ReplicateSecretToRegions",
            json!({"SecretId": "n", "AddReplicaRegions": [{"Region": "eu-west-1", "Zone": "x"}]}),
        ),
    ]
}

#[test]
fn what_cannot_be_known_is_not_suggested() {
    for (name, request) in without_suggestions() {
        let report = validate(operation(name), &request, &Context::default());
        assert!(!report.issues().is_empty(), "{request}");
        assert!(report.issues().iter().all(|issue| issue.suggestion.is_none()), "{request}: {:?}", report.issues());
    }
}

#[test]
fn no_suggestion_takes_the_name_of_another_entry() {
    let mut request = json!({"regions": {"us-west-2a": {"sseKmsKeyId": "a"}, "US-WEST-2": {"sseKmsKeyId": "b"}}});
    let report = validate(operation("CreateReplicationSet"), &request, &Context::default());
    for suggestion in report.into_issues().into_iter().filter_map(|issue| issue.suggestion) {
        suggestion.apply(&mut request);
    }
    let kept: Vec<&Value> = request["regions"].as_object().unwrap().values().collect();
    assert_eq!(kept.len(), 2, "{request}");
}

#[test]
fn what_was_meant_is_suggested() {
    for (name, typed, meant) in suggestions() {
        let mut request = typed.clone();
        let next = |request: &Value| {
            let report = validate(operation(name), request, &Context::default());
            report.into_issues().into_iter().find_map(|issue| issue.suggestion)
        };
        let mut followed = 0;
        while let Some(suggestion) = next(&request) {
            assert!(!suggestion.title().is_empty());
            suggestion.apply(&mut request);
            followed += 1;
            assert!(followed < 9, "suggestions for {typed} never end");
        }
        assert_eq!(request, meant, "{typed}");
    }
}

#[test]
fn a_suggestion_removes_its_issue() {
    let own = cases().into_iter().filter_map(|case| Some((case.name.clone(), case.operation, case.value()?)));
    let shared = vectors().into_iter().map(|vector| (vector.id, vector.operation, vector.request));
    let mut followed = 0;
    for (name, operation, request) in own.chain(shared) {
        for issue in validate(operation, &request, &Context::default()).issues() {
            let Some(suggestion) = &issue.suggestion else { continue };
            let mut mended = request.clone();
            suggestion.apply(&mut mended);
            assert_ne!(mended, request, "{name}: {suggestion:?} changes nothing");
            let left = validate(operation, &mended, &Context::default());
            let stays = left.issues().iter().any(|other| (other.code, &other.path) == (issue.code, &issue.path));
            assert!(!stays, "{name}: {:?} at {} stays after {suggestion:?}", issue.code, issue.path);
            followed += 1;
        }
    }
    assert!(followed > 100, "only {followed} suggestions");
}
