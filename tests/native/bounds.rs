//! What is too much to be looked at.

use serde_json::{Map, Value, json};
use xregion::operations::{CREATE_REPLICATION_SET, REPLICATE_KEY, REPLICATE_SECRET_TO_REGIONS};
use xregion::report::MOST_ISSUES;
use xregion::shape::Operation;
use xregion::{Code, Context, MOST_ITEMS, Override, Severity, validate};

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
        let of_members = if refused { vec![Code::WrongType] } else { vec![Code::IssuesOmitted] };
        assert_eq!(codes(&CREATE_REPLICATION_SET, &entries(count), ""), of_members, "{count} members");
        // Where a maximum is documented, that is what is broken, and nothing is said of the entries.
        let map = json!({ "regions": { "us-east-1": {} }, "tags": entries(count) });
        assert_eq!(codes(&CREATE_REPLICATION_SET, &map, "/tags"), [Code::TooMany], "{count} entries");
        assert_eq!(codes(&CREATE_REPLICATION_SET, &map, "/tags/key 0").len(), 0, "{count} entries");
    }
}

/// How many errors and warnings a report tells, and how many findings it says that it leaves out.
fn told(operation: &'static Operation, request: &Value, context: &Context) -> [usize; 3] {
    let report = validate(operation, request, context);
    let (omissions, told): (Vec<_>, Vec<_>) =
        report.issues().iter().partition(|issue| issue.code == Code::IssuesOmitted);
    let omitted = omissions.iter().map(|issue| serde_json::to_value(&issue.params).unwrap()[0].as_u64().unwrap());
    let errors = told.iter().filter(|issue| issue.severity == Severity::Error).count();
    [errors, told.len() - errors, omitted.sum::<u64>() as usize]
}

#[test]
fn a_report_tells_no_more_than_can_be_read() {
    let key = |tags: Value| json!({ "KeyId": "mrk-1234abcd12ab34cd56ef1234567890ab", "ReplicaRegion": "eu-west-1", "Tags": tags });
    let secret = |count: usize| {
        let replica = |index: usize| json!({ "Region": format!("eu-south-{}", index + 10) });
        json!({ "SecretId": "n", "AddReplicaRegions": (0..count).map(replica).collect::<Vec<_>>() })
    };
    let mut softened = Context::default();
    softened.rules.insert("missing_required", Override::Warning);
    let mut silent = Context::default();
    silent.rules.insert("issues_omitted", Override::Off);
    let plain = Context::default();
    let empty_tags = |count: usize| key(vec![json!({}); count].into());
    for (operation, request, context, expected) in [
        // Each empty tag lacks two members, and there are too many of them.
        (&REPLICATE_KEY, empty_tags(499), &plain, [999, 0, 0]),
        (&REPLICATE_KEY, empty_tags(500), &plain, [MOST_ISSUES, 0, 1]),
        (&REPLICATE_KEY, empty_tags(MOST_ITEMS), &plain, [MOST_ISSUES, 0, 2 * MOST_ITEMS + 1 - MOST_ISSUES]),
        (&REPLICATE_KEY, empty_tags(2000), &softened, [1, MOST_ISSUES, 3000]),
        (&REPLICATE_KEY, empty_tags(2000), &silent, [MOST_ISSUES, 0, 0]),
        // Warnings take no room from errors, nor errors from warnings.
        (&REPLICATE_SECRET_TO_REGIONS, secret(1000), &plain, [0, 1000, 0]),
        (&REPLICATE_SECRET_TO_REGIONS, secret(1001), &plain, [0, MOST_ISSUES, 1]),
    ] {
        assert_eq!(told(operation, &request, context), expected, "{}", operation.name);
    }
    // An error that comes after more warnings than are told is told.
    let mut request = secret(2000);
    request["AddReplicaRegions"][1999]["Region"] = 5.into();
    assert_eq!(told(&REPLICATE_SECRET_TO_REGIONS, &request, &plain), [1, MOST_ISSUES, 999]);
}
