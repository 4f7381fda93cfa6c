//! What is too much to be looked at.

use serde_json::{Map, Value, json};
use xregion::operations::{CREATE_REPLICATION_SET, REPLICATE_SECRET_TO_REGIONS};
use xregion::shape::Operation;
use xregion::{Code, Context, MOST_ITEMS, validate};

/// Whether the value at a pointer was refused as a whole.
fn is_refused(operation: &'static Operation, request: &Value, pointer: &str) -> bool {
    let report = validate(operation, request, &Context::default());
    report.issues().iter().any(|issue| issue.path.pointer() == pointer && issue.code == Code::WrongType)
}

fn entries(count: usize) -> Value {
    (0..count).map(|index| (format!("key {index}"), Value::from("value"))).collect::<Map<_, _>>().into()
}

#[test]
fn levels_with_more_than_most_items_are_not_read() {
    for (count, refused) in [(MOST_ITEMS - 1, false), (MOST_ITEMS, false), (MOST_ITEMS + 1, true)] {
        let list = json!({ "SecretId": "n", "AddReplicaRegions": vec![json!({}); count] });
        assert_eq!(is_refused(&REPLICATE_SECRET_TO_REGIONS, &list, "/AddReplicaRegions"), refused, "{count} items");
        let map = json!({ "regions": { "us-east-1": {} }, "tags": entries(count) });
        assert_eq!(is_refused(&CREATE_REPLICATION_SET, &map, "/tags"), refused, "{count} entries");
        assert_eq!(is_refused(&CREATE_REPLICATION_SET, &entries(count), ""), refused, "{count} members");
    }
}
