//! One field at a time, as a form asks.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use xregion::operations::{
    CREATE_REPLICATION_CONFIGURATION, CREATE_REPLICATION_SET, REPLICATE_KEY, REPLICATE_SECRET_TO_REGIONS,
};
use xregion::shape::{Operation, Shape, Structure};
use xregion::{Context, Issue, OPERATIONS, validate, validate_field};

use crate::support::{cases, vectors};

const KEY_ARN: &str = "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";

/// What is asked of a field, and the path, code and key mark of every issue in the answer.
struct Asked {
    operation: &'static Operation,
    pointer: &'static str,
    value: Option<Value>,
    rest: Option<Value>,
    expect: Expected,
}

type Expected = &'static [(&'static str, &'static str)];

/// A field of ReplicateKey that holds a value.
fn asked(pointer: &'static str, value: Value, expect: Expected) -> Asked {
    Asked { operation: &REPLICATE_KEY, pointer, value: Some(value), rest: None, expect }
}

/// A field of ReplicateKey that was cleared.
fn cleared(pointer: &'static str, expect: Expected) -> Asked {
    Asked { operation: &REPLICATE_KEY, pointer, value: None, rest: None, expect }
}

impl Asked {
    fn of(self, operation: &'static Operation) -> Self {
        Self { operation, ..self }
    }

    fn within(self, rest: Value) -> Self {
        Self { rest: Some(rest), ..self }
    }
}

#[test]
fn answers_about_one_field() {
    let tags = || json!({ "Tags": [{ "TagKey": "a", "TagValue": "1" }, { "TagKey": "b", "TagValue": "2" }, { "TagKey": "a", "TagValue": "3" }] });
    let eu = || json!({ "KeyId": KEY_ARN, "ReplicaRegion": "eu-west-1" });
    let table = [
        // What there is not.
        asked("/keyId", json!("x"), &[("/keyId", "unknown_field")]),
        asked("keyId", json!("x"), &[("/keyId", "unknown_field")]),
        asked("KeyId", json!("x"), &[("/KeyId", "unknown_field")]),
        asked("/", json!("x"), &[("/", "unknown_field")]),
        asked("/KeyId/", json!("x"), &[("/KeyId/", "unknown_field")]),
        asked("/KeyId/0", json!("x"), &[("/KeyId/0", "unknown_field")]),
        asked("/Tags/0/Key", json!("x"), &[("/Tags/0/Key", "unknown_field")]),
        asked("/Tags/first", json!("x"), &[("/Tags/first", "unknown_field")]),
        asked("/Tags/-", json!("x"), &[("/Tags/-", "unknown_field")]),
        asked("/Tags/-1", json!("x"), &[("/Tags/-1", "unknown_field")]),
        asked("/Tags/+1", json!({}), &[("/Tags/+1", "unknown_field")]),
        asked("/Tags/01", json!({}), &[("/Tags/01", "unknown_field")]),
        asked("/Tags/99999999999999999999999", json!({}), &[("/Tags/99999999999999999999999", "unknown_field")]),
        asked("/__proto__", json!("x"), &[("/__proto__", "unknown_field")]),
        asked("/a~1b~0c/d", json!("x"), &[("/a~1b~0c", "unknown_field")]),
        cleared("/keyId", &[("/keyId", "unknown_field")]),
        asked("/regions/us-east-1/key", json!("x"), &[("/regions/us-east-1/key", "unknown_field")])
            .of(&CREATE_REPLICATION_SET),
        // Alone.
        asked("/KeyId", json!(KEY_ARN), &[]),
        asked("/KeyId", json!("alias/a"), &[("/KeyId", "invalid_identifier")]),
        asked("/KeyId", json!(""), &[("/KeyId", "too_short")]),
        asked("/KeyId", json!(null), &[("/KeyId", "wrong_type")]),
        asked("/KeyId", json!({ "KeyId": KEY_ARN }), &[("/KeyId", "wrong_type")]),
        asked("/BypassPolicyLockoutSafetyCheck", json!("true"), &[("/BypassPolicyLockoutSafetyCheck", "wrong_type")]),
        asked(
            "/BypassPolicyLockoutSafetyCheck",
            json!(true),
            &[("/BypassPolicyLockoutSafetyCheck", "lockout_check_bypassed")],
        ),
        asked("/Policy", json!("{}"), &[("/Policy", "invalid_policy")]),
        asked("/ReplicaRegion", json!("us-east-1"), &[]),
        asked("/ReplicaRegion", json!("xx-new-1"), &[("/ReplicaRegion", "unknown_region")]),
        // Within lists and maps, which need not be there yet.
        asked("/Tags", json!([]), &[]),
        asked("/Tags", json!({}), &[("/Tags", "wrong_type")]),
        asked(
            "/Tags/0",
            json!({}),
            &[("/Tags/0/TagKey", "missing_required"), ("/Tags/0/TagValue", "missing_required")],
        ),
        asked("/Tags/0", json!("a"), &[("/Tags/0", "wrong_type")]),
        asked("/Tags/0/TagKey", json!("aws:a"), &[("/Tags/0/TagKey", "reserved_prefix")]),
        asked("/Tags/7/TagKey", json!(""), &[("/Tags/7/TagKey", "too_short")]),
        asked("/Tags/60/TagKey", json!("a"), &[]),
        asked("/tags/a~1b", json!("x"), &[]).of(&CREATE_REPLICATION_SET),
        asked("/tags/a~0b", json!("x"), &[("/tags/a~0b", "pattern_mismatch on its key")]).of(&CREATE_REPLICATION_SET),
        asked("/tags/a~01", json!("x"), &[("/tags/a~01", "pattern_mismatch on its key")]).of(&CREATE_REPLICATION_SET),
        asked("/tags/", json!("x"), &[("/tags/", "too_short on its key")]).of(&CREATE_REPLICATION_SET),
        asked("/tags/__proto__", json!("x"), &[]).of(&CREATE_REPLICATION_SET),
        asked(
            "/tags/aws:a",
            json!("!"),
            &[("/tags/aws:a", "pattern_mismatch on its key"), ("/tags/aws:a", "pattern_mismatch")],
        )
        .of(&CREATE_REPLICATION_SET),
        asked("/regions/us-east", json!({}), &[("/regions/us-east", "invalid_identifier on its key")])
            .of(&CREATE_REPLICATION_SET),
        asked(
            "/regions/us-east/sseKmsKeyId",
            json!("arn:x"),
            &[("/regions/us-east/sseKmsKeyId", "invalid_identifier")],
        )
        .of(&CREATE_REPLICATION_SET),
        asked(
            "/regions/us-east-1/sseKmsKeyId",
            json!("arn:aws:kms:us-west-2:111122223333:key/a"),
            &[("/regions/us-east-1/sseKmsKeyId", "region_mismatch")],
        )
        .of(&CREATE_REPLICATION_SET),
        asked("/Destinations/0/Region", json!("us-west-2a"), &[("/Destinations/0/Region", "pattern_mismatch")])
            .of(&CREATE_REPLICATION_CONFIGURATION),
        // With the rest of the request.
        asked("/ReplicaRegion", json!("us-east-1"), &[("/ReplicaRegion", "same_region")]).within(eu()),
        asked("/ReplicaRegion", json!("cn-north-1"), &[("/ReplicaRegion", "partition_mismatch")]).within(eu()),
        asked("/KeyId", json!("x"), &[("/KeyId", "invalid_identifier")])
            .within(json!({ "ReplicaRegion": 5, "Tags": {} })),
        asked("/Policy", json!(r#"{"Statement":{"Principal":"*"}}"#), &[("/Policy", "policy_lockout")]).within(eu()),
        asked("/Policy", json!(r#"{"Statement":{"Principal":"*"}}"#), &[])
            .within(json!({ "BypassPolicyLockoutSafetyCheck": true })),
        asked("/Tags/0/TagKey", json!("a"), &[]).within(tags()),
        asked("/Tags/1/TagKey", json!("a"), &[("/Tags/1/TagKey", "duplicate")]).within(tags()),
        asked("/Tags/2/TagKey", json!("a"), &[("/Tags/2/TagKey", "duplicate")]).within(tags()),
        asked("/Tags/2/TagKey", json!("c"), &[]).within(tags()),
        asked("/Tags/3/TagKey", json!("b"), &[("/Tags/3/TagKey", "duplicate")]).within(tags()),
        asked("/Tags/8/TagKey", json!("b"), &[("/Tags/8/TagKey", "duplicate")]).within(tags()),
        asked("/Tags", json!([{ "TagKey": "a", "TagValue": "" }]), &[]).within(tags()),
        asked("/Tags/1", json!({ "TagKey": "a", "TagValue": "" }), &[("/Tags/1/TagKey", "duplicate")]).within(tags()),
        asked("/Tags/0/TagKey", json!("a"), &[]).within(json!({ "Tags": "a, b" })),
        asked("/AddReplicaRegions/0/Region", json!("eu-west-1"), &[])
            .of(&REPLICATE_SECRET_TO_REGIONS)
            .within(json!({ "AddReplicaRegions": [{}, { "Region": "eu-west-1" }] })),
        asked("/regions/us-east-1", json!({}), &[])
            .of(&CREATE_REPLICATION_SET)
            .within(json!({ "regions": { "a": {}, "b": {}, "c": {}, "d": {} } })),
        asked("/regions", json!({}), &[("/regions", "too_few")]).of(&CREATE_REPLICATION_SET),
        asked(
            "/Destinations/0/AvailabilityZoneName",
            json!("us-east-1a"),
            &[("/Destinations/0/AvailabilityZoneName", "region_mismatch")],
        )
        .of(&CREATE_REPLICATION_CONFIGURATION)
        .within(json!({ "Destinations": [{ "Region": "us-west-2" }] })),
        // Cleared.
        cleared("/KeyId", &[("/KeyId", "missing_required")]),
        cleared("/KeyId", &[("/KeyId", "missing_required")]).within(eu()),
        cleared("/Description", &[]),
        cleared("/Description", &[]).within(json!({ "Description": 5 })),
        cleared("/Tags/1/TagKey", &[("/Tags/1/TagKey", "missing_required")]).within(tags()),
        cleared("/Tags/1", &[]).within(tags()),
        cleared("/tags/a!", &[]).of(&CREATE_REPLICATION_SET).within(json!({ "tags": { "a!": "" } })),
        cleared("/regions", &[("/regions", "missing_required")]).of(&CREATE_REPLICATION_SET),
        // The whole is a field, too.
        asked("", json!([]), &[("", "wrong_type")]),
        asked("", json!({ "KeyId": KEY_ARN, "ReplicaRegion": "us-east-1" }), &[("/ReplicaRegion", "same_region")]),
        asked("", json!({ "KeyId": KEY_ARN }), &[("/ReplicaRegion", "missing_required")]).within(eu()),
    ];
    let mut wrong = Vec::new();
    for Asked { operation, pointer, value, rest, expect } in table {
        let report = validate_field(operation, pointer, value.as_ref(), rest.as_ref(), &Context::default());
        let found: BTreeSet<_> = report.issues().iter().map(path_and_code).collect();
        let expect: BTreeSet<_> = expect.iter().map(|(path, code)| ((*path).to_owned(), (*code).to_owned())).collect();
        if found != expect {
            wrong.push(format!("{pointer} = {value:?} within {rest:?}: {found:?} instead of {expect:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn path_and_code(issue: &Issue) -> (String, String) {
    let on_key = if issue.on_key { " on its key" } else { "" };
    (issue.path.pointer(), format!("{}{on_key}", issue.code.as_str()))
}

#[test]
fn the_context_counts_for_a_field() {
    let context: Context =
        serde_json::from_value(json!({ "region": "eu-west-1", "rules": { "same_region": "warning" } })).unwrap();
    let rest = json!({ "KeyId": "mrk-1234abcd12ab34cd56ef1234567890ab" });
    let report = validate_field(&REPLICATE_KEY, "/ReplicaRegion", Some(&json!("eu-west-1")), Some(&rest), &context);
    assert_eq!(
        report.issues().iter().map(path_and_code).collect::<Vec<_>>(),
        [("/ReplicaRegion".to_owned(), "same_region".to_owned())]
    );
    assert!(report.is_ok());
}

/// Whatever stood in the field, and whether the rest still holds its value, the answer is the part of the whole report
/// that is about the field.
#[test]
fn a_field_is_answered_as_the_whole_is() {
    let mut wrong = Vec::new();
    let mut count = 0;
    let ours =
        cases().into_iter().filter_map(|case| Some((case.name.clone(), case.operation, case.value()?, case.context)));
    let theirs = vectors().into_iter().map(|vector| (vector.id, vector.operation, vector.request, Context::default()));
    for (name, operation, request, context) in ours.chain(theirs).filter(|(_, _, request, _)| request.is_object()) {
        let whole = validate(operation, &request, &context);
        for pointer in leaves(operation, &request) {
            let value = request.pointer(&pointer).unwrap();
            let below: Vec<_> = whole.issues().iter().filter(|issue| is_at_or_below(issue, &pointer)).collect();
            let mut stale = request.clone();
            *stale.pointer_mut(&pointer).unwrap() = json!("what stood here before");
            for rest in [&request, &stale] {
                count += 1;
                let report = validate_field(operation, &pointer, Some(value), Some(rest), &context);
                if report.issues().iter().collect::<Vec<_>>() != below {
                    wrong.push(format!("{name}: {pointer}: {:?} instead of {below:?}", report.issues()));
                }
            }
        }
    }
    assert!(count > 5000, "only {count} fields");
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong[..wrong.len().min(5)].join("\n"));
}

fn is_at_or_below(issue: &Issue, pointer: &str) -> bool {
    let at = issue.path.pointer();
    at.strip_prefix(pointer).is_some_and(|below| below.is_empty() || below.starts_with('/'))
}

/// The pointers to all values that hold no others, at places that the operation has.
fn leaves(operation: &'static Operation, request: &Value) -> Vec<String> {
    let mut found = Vec::new();
    leaves_of_structure(&operation.input, request, String::new(), &mut found);
    found
}

fn leaves_of_structure(structure: &'static Structure, value: &Value, at: String, found: &mut Vec<String>) {
    for member in structure.members {
        if let Some(value) = value.get(member.name) {
            leaves_of(&member.shape, value, format!("{at}/{}", member.name), found);
        }
    }
}

fn leaves_of(shape: &'static Shape, value: &Value, at: String, found: &mut Vec<String>) {
    match (shape, value) {
        (Shape::List(list), Value::Array(items)) => {
            for (index, item) in items.iter().enumerate() {
                leaves_of(list.item, item, format!("{at}/{index}"), found);
            }
        }
        (Shape::Map(map), Value::Object(entries)) => {
            for (key, value) in entries {
                leaves_of(map.value, value, format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        (Shape::Structure(structure), Value::Object(_)) => leaves_of_structure(structure, value, at, found),
        _ => found.push(at),
    }
}

#[test]
fn every_member_can_be_asked_for() {
    for operation in OPERATIONS {
        for member in operation.input.members {
            let pointer = format!("/{}", member.name);
            let cleared = validate_field(operation, &pointer, None, None, &Context::default());
            assert_eq!(
                cleared.is_ok(),
                member.required.is_none(),
                "{}{pointer}: {:?}",
                operation.name,
                cleared.issues()
            );
            let number = validate_field(operation, &pointer, Some(&json!(1)), None, &Context::default());
            assert_eq!(number.issues().len(), 1, "{}{pointer}: {:?}", operation.name, number.issues());
        }
    }
}
