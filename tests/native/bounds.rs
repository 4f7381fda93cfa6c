//! What is too much to be looked at.

use serde_json::{Map, Value, json};
use xregion::operations::{CREATE_REPLICATION_SET, REPLICATE_SECRET_TO_REGIONS};
use xregion::shape::Operation;
use xregion::{Code, Context, MOST_ITEMS, validate};

/// The codes of what is said about the value at a pointer itself.
fn codes(operation: &'static Operation, request: &Value, pointer: &str) -> Vec<Code> {
    let report = validate(operation, request, &Context::default());
    report.issues().iter().filter(|issue| issue.path.pointer() == pointer).map(|issue| issue.code).collect()
}

fn entries(count: usize) -> Value {
    (0..count).map(|index| (format!("key {index}"), Value::from("value"))).collect::<Map<_, _>>().into()
}

#[test]
fn levels_with_more_than_most_items_are_not_read() {
    for (count, refused) in [(MOST_ITEMS - 1, false), (MOST_ITEMS, false), (MOST_ITEMS + 1, true)] {
        let list = json!({ "SecretId": "n", "AddReplicaRegions": vec![json!({}); count] });
        let expected = if refused { vec![Code::WrongType] } else { vec![] };
        assert_eq!(codes(&REPLICATE_SECRET_TO_REGIONS, &list, "/AddReplicaRegions"), expected, "{count} items");
        assert_eq!(codes(&CREATE_REPLICATION_SET, &entries(count), ""), expected, "{count} members");
        // Where a maximum is documented, that is what is broken, and nothing is said of the entries.
        let map = json!({ "regions": { "us-east-1": {} }, "tags": entries(count) });
        assert_eq!(codes(&CREATE_REPLICATION_SET, &map, "/tags"), [Code::TooMany], "{count} entries");
        assert_eq!(codes(&CREATE_REPLICATION_SET, &map, "/tags/key 0").len(), 0, "{count} entries");
    }
}
