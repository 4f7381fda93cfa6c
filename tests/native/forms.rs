//! What a form says of its fields, where that is more than their names.

use serde_json::{Value, json};
use xregion::derive::form;
use xregion::operations::{CREATE_REPLICATION_SET, OPERATIONS, REPLICATE_KEY, REPLICATE_SECRET_TO_REGIONS};
use xregion::shape::{Member, Operation, Rule, Shape, Structure, Wire};
use xregion::{Context, sources, validate};

fn fields(operation: &Operation) -> Value {
    serde_json::to_value(form(operation)).unwrap()["fields"].take()
}

#[test]
fn what_is_expected_is_said_where_one_format_decides_it() {
    let key = &fields(&CREATE_REPLICATION_SET)[1]["columns"][0];
    assert!(key["expected"].as_str().unwrap().starts_with("the ARN of a KMS key"), "{key}");
    let name_or_arn = &fields(&REPLICATE_SECRET_TO_REGIONS)[0];
    assert_eq!(name_or_arn["expected"], Value::Null, "{name_or_arn}");
    let not_a_prefix = &fields(&REPLICATE_KEY)[5]["columns"][0];
    assert_eq!(not_a_prefix["expected"], Value::Null, "{not_a_prefix}");
}

#[test]
fn rows_with_a_key_say_what_is_said_of_items_that_stand_twice() {
    for field in OPERATIONS.iter().flat_map(|operation| fields(operation).as_array().unwrap().clone()) {
        assert_eq!(field["key"].is_null(), field["duplicate"].is_null(), "{field}");
    }
    let words = fields(&CREATE_REPLICATION_SET)[1]["duplicate"].as_str().unwrap().replace("{first+}", "2");
    let tags = ["a", "b", "b"].map(|key| json!({ "TagKey": key, "TagValue": "" }));
    let twice = json!({
        "KeyId": "mrk-1234abcd12ab34cd56ef1234567890ab",
        "ReplicaRegion": "eu-west-1",
        "Tags": tags,
    });
    let report = validate(&REPLICATE_KEY, &twice, &Context::default());
    assert_eq!(report.issues()[0].message(), words);
    assert_eq!(words, "Stands already in entry 2. Each may be given once.");
}

#[test]
fn a_structure_is_a_group_of_fields() {
    const RULE: Rule = Rule { id: "X-01", source: &sources::JSON };
    static NESTED: Member = Member {
        name: "Nested",
        shape: Shape::Structure(Structure { rule: RULE, closed: RULE, members: &[] }),
        ..Member::OPTIONAL
    };
    static MEMBERS: &[&Member] = &[&NESTED];
    let operation = Operation {
        input: Structure { members: MEMBERS, ..REPLICATE_KEY.input },
        wire: Wire::AwsJson { target: "Nobody.Listens" },
        ..REPLICATE_KEY
    };
    let field = &fields(&operation)[0];
    assert_eq!((&field["control"], &field["fields"]), (&json!("group"), &json!([])));
}
