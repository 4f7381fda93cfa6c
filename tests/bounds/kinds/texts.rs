//! Commands, house rules, errors and responses that have much of something.

use std::hint::black_box;
use std::sync::Arc;

use serde_json::{Value, json};
use xregion::shape::Operation;
use xregion::{
    Context, ErrorReport, FromCliOptions, HouseRules, OPERATIONS, Shell, explain_error, from_cli, read_response,
    validate_json,
};

use super::written::{SOUND, Written, quoted};
use super::{Kind, tell};

/// What there is much of in a command, and what stands before, again and again, and after it.
const COMMANDS: &[(&str, [&str; 3])] = &[
    ("bytes of a quoted word", ["aws kms replicate-key --description '", "a", "'"]),
    ("bytes in double quotes", ["aws kms replicate-key --description \"", "\\\\", "\""]),
    ("words", ["aws kms replicate-key --key-id a ", "b ", ""]),
    ("quotes", ["aws kms replicate-key --key-id ", "'x'", ""]),
    ("variables", ["aws kms replicate-key --key-id ", "$A%a%", ""]),
    ("substitutions in each other", ["aws kms replicate-key --key-id ", "$(", ""]),
    ("documents that are not ended", ["aws kms replicate-key --key-id a ", "<<a\n", ""]),
    ("unknown options", ["aws kms replicate-key ", "--colour red ", ""]),
    ("options that stand again and again", ["aws kms replicate-key ", "--key-id a ", ""]),
    ("tags in shorthand", ["aws kms replicate-key --tags ", "TagKey=a,TagValue=b ", ""]),
    ("entries in shorthand", ["aws ssm-incidents create-replication-set --tags ", "a=b,", "a=b"]),
    ("levels in shorthand", ["aws kms replicate-key --tags ", "a=[{b=", ""]),
    ("levels of JSON", ["aws kms replicate-key --tags '", "[{\"a\":", "'"]),
    ("tags in JSON", ["aws kms replicate-key --tags '[", "{\"TagKey\":\"a\"},", "{}]'"]),
    ("other commands", ["", "aws kms list-keys; ", "aws kms replicate-key --key-id a"]),
    ("variables that are set", ["", "export AWS_REGION=b; ", "aws kms replicate-key --key-id a"]),
    ("lines", ["aws kms replicate-key ", "\\\n^\n`\n", "--key-id a"]),
    ("bytes that are no command", ["", "x", ""]),
];

/// What there is much of in a document, how much at first, and the document with so much of it.
type Large = (&'static str, usize, fn(usize) -> Value);

const HOUSE: &[Large] = &[
    ("house rules", 200, |count| {
        let rules =
            |rule: Value| -> Value { (0..count).map(|index| (format!("Rule {index:06}"), rule.clone())).collect() };
        json!({
            "name": "Rules",
            "replicaRegions": rules(json!({ "allowed": ["us-east-1"] })),
            "regionPairs": rules(json!({ "allowed": { "us-east-1": [] } })),
            "requiredTags": rules(json!({ "keys": ["team"] })),
            "tagKeys": rules(json!({ "pattern": "^[a-z]+$" })),
            "tagValues": rules(json!({ "key": "team", "pattern": "^[a-z]+$" })),
            "customerKeys": rules(json!({})),
            "keyAccounts": rules(json!({ "allowed": ["111122223333"] })),
        })
    }),
    ("Regions that a house rule allows", 1000, |count| {
        let regions: Vec<String> = (0..count).map(|index| format!("eu-south-{}", 100_000 + index)).collect();
        json!({ "name": "Rules", "replicaRegions": { "Rule 1": { "allowed": regions } } })
    }),
    ("tags that a house rule requires", 1000, |count| {
        let keys: Vec<String> = (0..count).map(|index| format!("key {index:06}")).collect();
        json!({ "name": "Rules", "requiredTags": { "Rule 1": { "keys": keys } } })
    }),
    (
        "bytes of a house rule's message",
        50_000,
        |length| json!({ "name": "Rules", "customerKeys": { "Rule 1": { "message": "a".repeat(length) } } }),
    ),
    (
        "bytes of a pattern",
        500,
        |length| json!({ "name": "Rules", "tagKeys": { "Rule 1": { "pattern": "a?".repeat(length / 2) } } }),
    ),
    (
        "levels of a pattern",
        20,
        |depth| json!({ "name": "Rules", "tagKeys": { "Rule 1": { "pattern": "(".repeat(depth) + &")*".repeat(depth) } } }),
    ),
    ("unknown sorts of house rules", 1000, |count| {
        (0..count).map(|index| (format!("sort {index:06}"), Value::Null)).collect()
    }),
];

/// What there is much of in the text of an error, and what stands before it, again and again, and after it.
const ERRORS: &[(&str, [&str; 3])] = &[
    ("words of an error", ["An error occurred (A) when calling the B operation: ", "word: ", ""]),
    ("bytes of an error", ["", "a", ""]),
    ("complaints", ["100 validation errors detected: ", "Value 'a' at 'tags' failed to satisfy constraint: b; ", ""]),
    (
        "places in one complaint",
        ["1 validation error detected: Value 'a' ", "at '", "' failed to satisfy constraint: b"],
    ),
    (
        "values in one complaint",
        ["1 validation error detected: ", "Value '", "' at 'tags' failed to satisfy constraint: b"],
    ),
    (
        "steps to a member",
        ["1 validation error detected: Value 'a' at 'tags", ".1.member.tagKey", "' failed to satisfy constraint: b"],
    ),
    ("starts of complaints", ["", "1 validation error detected: ", ""]),
    (
        "lines of botocore",
        [
            "Parameter validation failed:\n",
            "Missing required parameter in input: \"KeyId\"\nUnknown parameter in input: \"a\", must be one of: b\n",
            "",
        ],
    ),
    ("levels of a body", ["{\"message\":\"a\",\"b\":", "[", ""]),
    ("members of a body", ["{\"message\":\"a\"", ",\"b\":1", "}"]),
];

const RESPONSES: &[Large] = &[
    ("entries of a response", 1000, |count| {
        let replica = json!({ "Region": "a", "Status": "InSync", "LastAccessedDate": 1, "new": 1 });
        let destination = json!({ "Status": "ENABLED", "FileSystemId": "fs-1", "Region": "a", "new": 1 });
        json!({
            "ReplicationStatus": vec![replica; count],
            "Destinations": vec![destination; count],
            "ReplicaTags": vec![json!({ "TagKey": "a" }); count],
            "ReplicaKeyMetadata": { "EncryptionAlgorithms": vec!["new"; count] },
        })
    }),
    ("unknown members of a response", 1000, |count| {
        (0..count).map(|index| (format!("name {index:06}"), Value::Null)).collect()
    }),
];

fn commands() -> impl Iterator<Item = Kind> {
    COMMANDS.iter().map(|(input, [start, part, end])| {
        Kind::new(input, "from_cli for every shell", 1000, move |count| {
            let text = format!("{start}{}{end}", part.repeat(count));
            move || {
                for shell in [Shell::Posix, Shell::PowerShell, Shell::Cmd] {
                    let mut options = FromCliOptions::default();
                    options.shell = Some(shell);
                    black_box(from_cli(&text, &options));
                }
            }
        })
    })
}

fn house_rules() -> impl Iterator<Item = Kind> {
    HOUSE.iter().flat_map(|(input, least, rules)| {
        let rules = *rules;
        let load = Kind::new(input, "HouseRules::load", *least, move |count| {
            let text = rules(count).to_string();
            move || {
                black_box(HouseRules::load(&text).is_ok());
            }
        });
        let asked = OPERATIONS.iter().copied().map(move |operation| {
            Kind::new(input, operation.name, *least, move |count| {
                let context = under(&rules(count));
                let text = SOUND.request(operation);
                move || tell(&validate_json(operation, text.as_bytes(), &context))
            })
        });
        [load].into_iter().chain(asked)
    })
}

/// One rule of each sort, and a request with many entries.
fn under_house_rules(operation: &'static Operation) -> Kind {
    Kind::new("tags, Regions and destinations under house rules", operation.name, 500, move |count| {
        let context = under(&HOUSE.iter().map(|(_, _, rules)| rules(1)).next().unwrap_or_default());
        let text = Written { count, ..SOUND }.request(operation);
        move || tell(&validate_json(operation, text.as_bytes(), &context))
    })
}

fn under(rules: &Value) -> Context {
    let mut context = Context::default();
    context.house = HouseRules::from_value(rules).ok().map(Arc::new);
    context
}

fn errors() -> impl Iterator<Item = Kind> {
    ERRORS.iter().map(|(input, [start, part, end])| {
        Kind::new(input, "explain_error", 1000, move |count| {
            let text = format!("{start}{}{end}", part.repeat(count));
            let body = json!({ "status": 400, "body": format!("{{\"message\":{}}}", quoted(&text)) });
            move || {
                for operation in OPERATIONS {
                    for report in [ErrorReport::from_text(&text), ErrorReport::from_value(&body)] {
                        black_box(explain_error(operation, &report));
                    }
                }
            }
        })
    })
}

fn responses() -> impl Iterator<Item = Kind> {
    RESPONSES.iter().flat_map(|(input, least, response)| {
        OPERATIONS.iter().copied().map(move |operation| {
            Kind::new(input, operation.name, *least, move |count| {
                let response = response(count);
                move || {
                    black_box(read_response(operation, &response));
                }
            })
        })
    })
}

pub(super) fn kinds() -> Vec<Kind> {
    let under_house_rules = OPERATIONS.iter().copied().map(under_house_rules);
    commands().chain(house_rules()).chain(under_house_rules).chain(errors()).chain(responses()).collect()
}
