//! A glance is sure only of what the engine has nothing to say about. JSON text is glanced at first, a value of `serde_json`
//! never: so whatever they say differently is the glance's fault.

use serde_json::{Value, json};
use xregion::jsonl::judge_text;
use xregion::operations::{
    CREATE_REPLICATION_CONFIGURATION, CREATE_REPLICATION_SET, REPLICATE_KEY, REPLICATE_SECRET_TO_REGIONS,
};
use xregion::shape::Operation;
use xregion::{Context, validate, validate_json};

use crate::properties::sound::for_sound_requests;
use crate::support::{cases, vectors};
use crate::words::others;

fn check(operation: &'static Operation, request: &Value) {
    let by_engine = validate(operation, request, &Context::default());
    for text in [request.to_string(), serde_json::to_string_pretty(request).unwrap()] {
        let report = validate_json(operation, text.as_bytes(), &Context::default());
        assert_eq!(report.issues(), by_engine.issues(), "{}: {text}", operation.name);
        let named = format!("{{\"operation\": \"{}\", \"input\": {text}}}", operation.name);
        let report = judge_text(None, named.as_bytes(), &Context::default());
        assert_eq!(report.issues().is_empty(), by_engine.issues().is_empty(), "{named}");
    }
}

/// Requests as they are usually made, each with most of the members that there are.
fn usual() -> [(&'static Operation, Value); 6] {
    let key = |region: &str| format!("arn:aws:kms:{region}:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");
    let policy = json!({ "Version": "2012-10-17", "Id": "key", "Statement": [
        { "Sid": "Root", "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" },
        { "Sid": "Use", "Effect": "Deny", "Principal": { "AWS": ["a", "b"], "Service": "efs" }, "Action": ["kms:Encrypt", "kms:PutKeyPolicy"],
          "Resource": "*", "Condition": { "StringEquals": { "kms:ViaService": ["one", "two"] } } },
    ] });
    [
        (
            &CREATE_REPLICATION_SET,
            json!({ "clientToken": "aa1b2cde-27e3-42ff-9cac-99380EXAMPLE", "tags": { "team": "a", "stage": "b" },
                "regions": { "us-east-1": { "sseKmsKeyId": key("us-east-1") }, "eu-west-1": { "sseKmsKeyId": key("eu-west-1") } } }),
        ),
        (&CREATE_REPLICATION_SET, json!({ "regions": { "us-east-1": {}, "eu-west-1": {} } })),
        (
            &REPLICATE_SECRET_TO_REGIONS,
            json!({ "SecretId": "arn:aws:secretsmanager:us-east-1:111122223333:secret:MySecret-a1b2c3", "ForceOverwriteReplicaSecret": false,
                "AddReplicaRegions": [{ "Region": "eu-west-1", "KmsKeyId": key("eu-west-1") }, { "Region": "us-west-2" }] }),
        ),
        (
            &CREATE_REPLICATION_CONFIGURATION,
            json!({ "SourceFileSystemId": "arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-0123456789abcdef0",
                "Destinations": [{ "Region": "us-west-2", "AvailabilityZoneName": "us-west-2a", "KmsKeyId": key("us-west-2") }] }),
        ),
        (
            &REPLICATE_KEY,
            json!({ "KeyId": "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab", "ReplicaRegion": "eu-west-1",
                "Policy": policy.to_string(), "BypassPolicyLockoutSafetyCheck": false, "Description": "größe",
                "Tags": [{ "TagKey": "team", "TagValue": "a" }, { "TagKey": "stage", "TagValue": "" }] }),
        ),
        (
            &REPLICATE_KEY,
            json!({ "KeyId": "mrk-1234abcd12ab34cd56ef1234567890ab", "ReplicaRegion": "eu-west-1", "Policy": serde_json::to_string_pretty(&policy).unwrap() }),
        ),
    ]
}

/// Everything that is a change away from a value: with another string or boolean, another key, or without a member.
fn changed(value: &Value, others: &[String], visit: &mut dyn FnMut(Value)) {
    match value {
        Value::String(_) => others.iter().for_each(|other| visit(other.as_str().into())),
        Value::Bool(boolean) => visit((!boolean).into()),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let mut place = |other: Option<Value>| {
                    let mut items = items.clone();
                    items.splice(index..=index, other);
                    visit(items.into());
                };
                place(None);
                changed(item, others, &mut |other| place(Some(other)));
            }
            let mut twice = items.clone();
            twice.extend(items.first().cloned());
            visit(twice.into());
        }
        Value::Object(entries) => {
            for (name, value) in entries {
                let mut without = entries.clone();
                without.shift_remove(name);
                visit(without.clone().into());
                for other in others.iter().take(4) {
                    let mut renamed = without.clone();
                    renamed.insert(other.clone(), value.clone());
                    visit(renamed.into());
                }
                changed(value, others, &mut |other| {
                    let mut entries = entries.clone();
                    entries.insert(name.clone(), other);
                    visit(entries.into());
                });
            }
        }
        Value::Null | Value::Number(_) => {}
    }
}

#[test]
fn a_glance_agrees_with_the_engine_on_every_vector() {
    for vector in vectors() {
        check(vector.operation, &vector.request);
    }
    for case in cases() {
        if let Some(request) = case.value() {
            check(case.operation, &request);
        }
    }
}

#[test]
fn a_glance_agrees_with_the_engine_on_whatever_is_a_change_or_two_away() {
    let others = others();
    for (operation, request) in usual() {
        check(operation, &request);
        changed(&request, &others, &mut |request| check(operation, &request));
    }
    for (operation, request) in usual() {
        let few: Vec<String> = others.iter().step_by(19).cloned().collect();
        changed(&request, &few, &mut |request| changed(&request, &few, &mut |request| check(operation, &request)));
    }
}

#[test]
fn a_glance_agrees_with_the_engine_on_changed_policies() {
    let strings = [
        "",
        "*",
        "Allow",
        "Deny",
        "2008-10-17",
        "kms:*",
        "KMS:Put*",
        "kms:PutKeyPolicy",
        "kms:Encrypt",
        "\u{7f}",
        "ä",
        "a\\b",
        "a\nb",
    ];
    let strings: Vec<String> =
        strings.into_iter().chain(["Principal", "NotAction", "Resource"]).map(str::to_owned).collect();
    for (operation, request) in usual() {
        let Some(policy) = request.get("Policy").and_then(Value::as_str) else { continue };
        let policy: Value = serde_json::from_str(policy).unwrap();
        let check_policy = |policy: &str| {
            let mut request = request.clone();
            request["Policy"] = policy.into();
            check(operation, &request);
        };
        changed(&policy, &strings, &mut |policy| check_policy(&policy.to_string()));
        let text = policy.to_string();
        for at in 0..text.len() {
            for other in ["", "\"", "\\", "]", ",", "\n", "\u{1}"] {
                let mut text = text.clone();
                text.replace_range(at..=at, other);
                check_policy(&text);
            }
        }
        let padded = |length: usize| format!("{text}{}", " ".repeat(length - text.len()));
        for length in [32_768, 32_769] {
            check_policy(&padded(length));
        }
    }
}

#[test]
fn a_glance_agrees_with_the_engine_on_text_that_is_nearly_json() {
    for (operation, request) in usual() {
        let text = request.to_string();
        for at in 0..text.len() {
            for other in ["", "\"", "\\", "}", ",", "\n", "\u{1}", "0"] {
                let mut text = text.clone().into_bytes();
                text.splice(at..=at, other.bytes());
                let by_engine = match serde_json::from_slice::<Value>(&text) {
                    Ok(request) => validate(operation, &request, &Context::default()).issues().len(),
                    Err(_) => 1,
                };
                let report = validate_json(operation, &text, &Context::default());
                assert_eq!(report.issues().is_empty(), by_engine == 0, "{}", String::from_utf8_lossy(&text));
            }
        }
    }
}

#[test]
fn a_glance_agrees_with_the_engine_on_requests_by_the_book() {
    for_sound_requests(256, |operation, request| {
        check(operation, request);
        Ok(())
    });
}
