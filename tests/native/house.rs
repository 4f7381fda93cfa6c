//! House rules: what they find, by the vectors, and which documents are such rules.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Value, json};
use xregion::house::vocabulary::SAMPLE;
use xregion::shape::Operation;
use xregion::{
    BuildOptions, Code, Context, HouseRules, Issue, OPERATIONS, Severity, build, validate, validate_field,
    validate_json,
};

use crate::support::{assert_typed, operation, read};

/// Rules, a request, and every finding of theirs.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    rules: Value,
    operation: String,
    input: Value,
    #[serde(default)]
    context: Context,
    expect: Vec<Expected>,
}

/// A finding; what is not told is not asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    path: String,
    rule: String,
    #[serde(default = "error")]
    severity: String,
    on: Option<String>,
    kind: Option<Value>,
    actual: Option<Value>,
    expected: Option<Value>,
    message: Option<Value>,
    source: Option<Value>,
}

fn error() -> String {
    "error".to_owned()
}

/// A document and the places of all that is wrong with it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    name: String,
    document: Value,
    problems: Vec<Problem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Problem {
    pointer: String,
    message: Option<String>,
    /// Whether no JSON Schema can say it: then it is about a pattern.
    #[serde(default)]
    beyond_the_schema: bool,
}

fn cases() -> Vec<Case> {
    serde_json::from_str(&read("tests/vectors/house.json")).unwrap()
}

fn documents() -> Vec<Document> {
    serde_json::from_str(&read("tests/vectors/house_documents.json")).unwrap()
}

fn with(rules: &Value, context: Context) -> Context {
    let mut context = context;
    context.house = Some(Arc::new(HouseRules::from_value(rules).unwrap()));
    context
}

/// Compares findings with what is expected of them, in their order.
fn check(issues: &[Issue], expected: &[Expected]) -> Result<(), String> {
    assert_typed(issues);
    let found: Vec<Value> = issues
        .iter()
        .filter(|issue| issue.code == Code::HouseRule)
        .map(|issue| serde_json::to_value(issue).unwrap())
        .collect();
    let is_as = |found: &Value, expected: &Expected| {
        let params = &found["params"];
        let asked = [
            (&expected.kind, &params["kind"]),
            (&expected.actual, &params["actual"]),
            (&expected.expected, &params["expected"]),
            (&expected.message, &found["message"]),
            (&expected.source, &found["source"]),
        ];
        found["pointer"] == expected.path
            && found["rule"] == expected.rule
            && found["severity"] == expected.severity
            && found.get("on").and_then(Value::as_str) == expected.on.as_deref()
            && asked.iter().all(|(expected, found)| expected.as_ref().is_none_or(|expected| expected == *found))
    };
    if found.len() == expected.len() && found.iter().zip(expected).all(|(found, expected)| is_as(found, expected)) {
        return Ok(());
    }
    Err(format!("{found:#?}"))
}

#[test]
fn every_case_yields_its_findings() {
    let cases = cases();
    let mut wrong = Vec::new();
    for Case { name, rules, operation: of, input, context, expect } in &cases {
        let (of, context) = (operation(of), with(rules, context.clone()));
        for (way, report) in [
            ("value", validate(of, input, &context)),
            ("text", validate_json(of, input.to_string().as_bytes(), &context)),
        ] {
            if let Err(found) = check(report.issues(), expect) {
                wrong.push(format!("{name} as {way}: {found}"));
            }
        }
    }
    assert!(cases.len() >= 75, "only {} cases", cases.len());
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_operation_and_every_kind_has_a_finding() {
    let sample = HouseRules::load(SAMPLE.input).unwrap();
    assert_eq!(sample.name(), "Cloud policy of Example Corp");
    let document: Value = serde_json::from_str(SAMPLE.input).unwrap();
    let kinds = document.as_object().unwrap().values().filter(|section| section.get("url").is_none());
    let kinds = kinds.filter(|section| section.is_object()).count();
    let mut met = std::collections::BTreeSet::new();
    for case in cases() {
        let report = validate(operation(&case.operation), &case.input, &with(&case.rules, case.context));
        let house = report.into_issues().into_iter().filter(|issue| issue.code == Code::HouseRule);
        met.extend(house.map(|issue| (format!("{:?}", issue.params[0]), case.operation.clone())));
    }
    let met_kinds: std::collections::BTreeSet<_> = met.iter().map(|(kind, _)| kind).collect();
    assert_eq!(met_kinds.len(), kinds, "{met_kinds:?}");
    for operation in OPERATIONS {
        assert!(met.iter().any(|(_, name)| name == operation.name), "{}", operation.name);
    }
}

#[test]
fn a_document_is_taken_or_refused_with_everything_that_is_wrong() {
    let mut wrong = Vec::new();
    for Document { name, document, problems } in documents() {
        let mut beyond = problems.iter().filter(|problem| problem.beyond_the_schema);
        assert!(beyond.all(|problem| problem.pointer.ends_with("/pattern")), "{name}");
        let expected: Vec<&str> = problems.iter().map(|problem| problem.pointer.as_str()).collect();
        for loaded in [HouseRules::from_value(&document), HouseRules::load(&document.to_string())] {
            let found = loaded.map_or_else(|error| error.problems, |_| Vec::new());
            let pointers: Vec<&str> = found.iter().map(|problem| problem.pointer.as_str()).collect();
            let said = found.iter().zip(&problems).all(|(found, expected)| {
                !found.message.contains(['{', '}'])
                    && expected.message.as_ref().is_none_or(|message| *message == found.message)
            });
            if pointers != expected || !said {
                wrong.push(format!("{name}: {found:#?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_no_json_is_told_by_line_and_column() {
    let error = HouseRules::load("{\n \"name\": nobody }").unwrap_err();
    assert_eq!(error.problems.len(), 1);
    assert_eq!(error.problems[0].pointer, "");
    assert_eq!(error.problems[0].message, "Is not JSON: look at line 2, column 11.");
    assert_eq!(
        error.to_string(),
        "the house rules cannot be used; at the root: Is not JSON: look at line 2, column 11."
    );
    let error = HouseRules::load(r#"{"name":"\ud800"}"#).unwrap_err();
    assert_eq!(error.problems[0].pointer, "/name");
}

#[test]
fn of_two_rules_with_one_name_in_one_section_the_last_counts_as_in_javascript() {
    let twice = r#"{"name":"n","tagKeys":{"A":{"pattern":"("},"A":{"pattern":"a"}}}"#;
    let once = json!({"name": "n", "tagKeys": {"A": {"pattern": "a"}}});
    assert_eq!(HouseRules::load(twice).unwrap(), HouseRules::from_value(&once).unwrap());
}

/// Rules that nothing passes.
fn strict() -> Context {
    let rules = json!({
        "name": "Strict",
        "replicaRegions": { "Region": { "allowed": ["ap-east-1"] } },
        "regionPairs": { "Pair": { "allowed": { "ap-east-1": [] } } },
        "requiredTags": { "Tag": { "keys": ["owner"] } },
        "tagKeys": { "Key": { "pattern": "z" } },
        "tagValues": { "Value": { "pattern": "z" } },
        "customerKeys": { "Own key": {} },
        "keyAccounts": { "Account": { "allowed": ["999999999999"] } },
    });
    with(&rules, Context::default())
}

fn found(issues: &[Issue]) -> Vec<(String, &str)> {
    issues.iter().map(|issue| (issue.path.pointer(), &*issue.rule)).collect()
}

const KEY_ARN: &str = "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";

#[test]
fn a_field_alone_is_asked_what_it_can_answer() {
    let of = operation("ReplicateKey");
    let ask = |pointer: &str, value: Value, rest: Option<&Value>| {
        let report = validate_field(of, pointer, Some(&value), rest, &strict());
        report.issues().iter().map(|issue| issue.rule.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(ask("/ReplicaRegion", json!("eu-west-1"), None), ["Region"]);
    let rest = json!({ "KeyId": KEY_ARN });
    assert_eq!(ask("/ReplicaRegion", json!("eu-west-1"), Some(&rest)), ["Pair", "Region"]);
    assert_eq!(ask("/Tags/0/TagKey", json!("team"), None), ["Key"]);
    assert_eq!(ask("/Tags/0/TagValue", json!("a"), None), ["Value"]);
    assert_eq!(ask("/Tags", json!([]), None), ["Tag"]);
    assert_eq!(ask("/Description", json!("owner"), None), [""; 0]);
    let cleared = |pointer: &str| validate_field(of, pointer, None, None, &strict());
    assert_eq!(found(cleared("/Tags").issues()), [("/Tags".to_owned(), "Tag")]);
    assert_eq!(found(cleared("/Description").issues()), []);
    let of = operation("CreateReplicationConfiguration");
    let key = "/Destinations/0/KmsKeyId";
    // There may be an existing file system beside it, which keeps its key.
    assert_eq!(found(validate_field(of, key, None, None, &strict()).issues()), []);
    let rest = json!({ "SourceFileSystemId": "fs-0123456789abcdef0", "Destinations": [{ "Region": "us-west-2" }] });
    let report = validate_field(of, key, None, Some(&rest), &strict());
    assert_eq!(found(report.issues()), [(key.to_owned(), "Own key")]);
    let of = operation("ReplicateSecretToRegions");
    let row = validate_field(of, "/AddReplicaRegions/0/Region", Some(&json!("eu-west-1")), None, &strict());
    assert_eq!(found(row.issues()), [("/AddReplicaRegions/0/Region".to_owned(), "Region")]);
}

#[test]
fn what_breaks_them_is_no_request_but_a_draft() {
    let of = operation("ReplicateKey");
    let input = json!({ "KeyId": KEY_ARN, "ReplicaRegion": "eu-west-1" });
    let mut options = BuildOptions::default();
    options.context = strict();
    let rejected = build(of, &input, &options).unwrap_err();
    let expected = [("/KeyId", "Account"), ("/ReplicaRegion", "Pair"), ("/ReplicaRegion", "Region"), ("/Tags", "Tag")];
    assert_eq!(found(rejected.report.issues()), expected.map(|(path, rule)| (path.to_owned(), rule)));
    assert_eq!(*rejected.draft.input(), input);
    options.context.rules.insert("house_rule".to_owned(), xregion::Override::Warning);
    let request = build(of, &input, &options).unwrap();
    assert_eq!(request.issues().len(), 4);
    assert!(request.issues().iter().all(|issue| issue.severity == Severity::Warning));
}

/// A value of a sensitive member must not be repeated.
#[test]
fn values_of_tags_are_not_repeated() {
    let secret = "correct horse battery staple";
    let requests: [(&'static Operation, Value); 2] = [
        (
            operation("ReplicateKey"),
            json!({ "KeyId": KEY_ARN, "ReplicaRegion": "eu-west-1", "Tags": [{ "TagKey": "a", "TagValue": secret }] }),
        ),
        (operation("CreateReplicationSet"), json!({ "regions": { "eu-west-1": {} }, "tags": { secret: secret } })),
    ];
    for (of, request) in requests {
        let report = validate(of, &request, &strict());
        assert!(report.issues().iter().any(|issue| issue.rule == "Value"));
        for issue in report.issues() {
            let said = format!("{} {:?}", issue.message(), issue.params);
            assert!(!said.contains(secret), "{said}");
        }
    }
}

#[test]
fn long_values_are_not_repeated_whole() {
    let long = format!("eu-{}-1", "a".repeat(90));
    let rules = json!({
        "name": "n",
        "replicaRegions": { "Region": { "allowed": ["eu-west-1"] } },
        "regionPairs": { "Pair": { "allowed": { "us-east-1": ["eu-west-1"] } } },
    });
    let mut context = Context::default();
    context.house = Some(Arc::new(HouseRules::from_value(&rules).unwrap()));
    let secret = "arn:aws:secretsmanager:us-east-1:111122223333:secret:MySecret-a1b2c3";
    let request = json!({ "SecretId": secret, "AddReplicaRegions": [{ "Region": long }] });
    let report = validate(operation("ReplicateSecretToRegions"), &request, &context);
    let rules: Vec<&str> = report.issues().iter().map(|issue| &*issue.rule).collect();
    assert_eq!(rules, ["Pair", "Region", "SECM-REPLICATESECRET-22"]);
    for issue in report.issues() {
        assert!(!issue.message().contains(&long), "{}", issue.message());
    }
}
