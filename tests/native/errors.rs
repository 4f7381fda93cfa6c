//! What services answer when they refuse: every documented error in every form, recorded texts, and texts made to
//! mislead.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::{Value, json};
use xregion::answer::{COMMON_ERRORS, Kind, OTHER_ANSWERS, Output, Retry, ServiceError};
use xregion::message::PHRASES;
use xregion::service_error::RetryAfter;
use xregion::shape::Operation;
use xregion::{Code, ErrorReport, Explanation, OPERATIONS, Param, explain_error, sources};

use crate::support::{Finding, assert_typed, catalogue, operation, read};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vectors {
    documented: Vec<Documented>,
    recorded: Vec<Recorded>,
    given: Vec<Given>,
}

/// An error that a page documents.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Documented {
    operations: Vec<String>,
    name: String,
    status: u16,
    retry: String,
    message: String,
}

/// A text that was seen.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Recorded {
    operation: String,
    code: String,
    message: String,
    status: u16,
    seen: String,
    issues: BTreeSet<Finding>,
}

/// An error in the form in which it stands there.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    name: String,
    operation: String,
    error: Value,
    expect: Expected,
    #[serde(default)]
    seen: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Expected {
    name: Option<String>,
    known: bool,
    retry: String,
    status: Option<u16>,
    after_seconds: Option<u32>,
    at: Option<f64>,
    issues: BTreeSet<Finding>,
}

fn vectors() -> Vectors {
    serde_json::from_str(&read("tests/vectors/errors.json")).unwrap()
}

fn findings(explanation: &Explanation) -> BTreeSet<Finding> {
    assert_typed(&explanation.issues);
    explanation.issues.iter().map(Finding::from).collect()
}

/// The three forms of one error, and whether each tells the HTTP status.
fn forms(operation: &Operation, name: &str, message: &str, status: u16) -> [(&'static str, ErrorReport, bool); 4] {
    let text = format!("An error occurred ({name}) when calling the {} operation: {message}", operation.name);
    let typed = json!({ "__type": name, "message": message }).to_string();
    let body = json!({ "Message": message }).to_string();
    let header = [("Content-Type", "application/json"), ("x-amzn-ErrorType", name)];
    [
        ("a text", ErrorReport::from_text(&text), false),
        ("an exception", ErrorReport::from_exception(name, message, Some(status)), true),
        ("a response with a type", ErrorReport::from_response(status, [], &typed), true),
        ("a response with a header", ErrorReport::from_response(status, header, &body), true),
    ]
}

#[test]
fn every_documented_error_is_known_in_every_form() {
    let mut met = BTreeSet::new();
    for error in vectors().documented {
        for operation in error.operations.iter().map(|name| operation(name)) {
            for (form, report, has_status) in forms(operation, &error.name, &error.message, error.status) {
                let explanation = explain_error(operation, &report);
                let what = format!("{}: {} as {form}: {explanation:?}", operation.name, error.name);
                assert_eq!(explanation.name.as_deref(), Some(error.name.as_str()), "{what}");
                assert!(explanation.known && explanation.issues.is_empty(), "{what}");
                assert_eq!(explanation.status, Some(error.status), "{what}");
                assert_eq!(explanation.retry.as_str(), error.retry, "{what}");
                assert!(report.status.is_some() == has_status, "{what}");
            }
            met.insert((operation.name, error.name.clone()));
        }
    }
    for operation in OPERATIONS {
        let all = operation.guide.answers.errors.iter().chain(COMMON_ERRORS).filter(|error| error.status != 0);
        let missing: Vec<_> = all
            .filter(|error| !met.contains(&(operation.name, error.name.to_owned())))
            .map(|error| error.name)
            .collect();
        assert!(missing.is_empty(), "{}: no vector for {missing:?}", operation.name);
    }
}

#[test]
fn recorded_texts_concern_their_members_in_every_form() {
    let recorded = vectors().recorded;
    assert!(recorded.len() >= 20, "only {} recorded texts", recorded.len());
    for recorded in recorded {
        assert!(!recorded.seen.is_empty());
        let operation = operation(&recorded.operation);
        for (form, report, _) in forms(operation, &recorded.code, &recorded.message, recorded.status) {
            let explanation = explain_error(operation, &report);
            assert_eq!(findings(&explanation), recorded.issues, "{} as {form}", recorded.message);
            assert!(explanation.known, "{}", recorded.code);
        }
    }
}

#[test]
fn errors_are_understood_as_they_are_given() {
    for given in vectors().given {
        let what = format!("{}: {} {:?}", given.operation, given.name, given.seen);
        let explanation = explain_error(operation(&given.operation), &ErrorReport::from_value(&given.error));
        let Expected { name, known, retry, status, after_seconds, at, issues } = given.expect;
        assert_eq!(explanation.name, name, "{what}");
        assert_eq!(explanation.known, known, "{what}");
        assert_eq!(explanation.retry.as_str(), retry, "{what}");
        assert_eq!(explanation.status, status, "{what}");
        assert_eq!(
            explanation.retry_after,
            after_seconds.map(RetryAfter::Seconds).or(at.map(RetryAfter::At)),
            "{what}"
        );
        assert_eq!(findings(&explanation), issues, "{what}: {:?}", explanation.issues);
        assert!(!explanation.meaning.is_empty() && !explanation.advice.is_empty(), "{what}");
        assert!(explanation.source.url.starts_with("https://"), "{what}");
    }
}

#[test]
fn values_in_a_text_are_not_repeated() {
    const VALUE: &str = "a value that is nobody else's";
    for constraint in [
        "Member must have length less than or equal to 3",
        "Member must have length greater than or equal to 300",
        "Member must not be null",
        "Member must satisfy regular expression pattern: [a value that is nobody else's]+",
        "Member must satisfy enum value set: [a value that is nobody else's]",
        "a value that is nobody else's",
    ] {
        for place in ["policy", "tags", "tags.1.member.tagValue", "keyId", "replicaRegion"] {
            let text = format!(
                "1 validation error detected: Value '{VALUE}' at '{place}' failed to satisfy constraint: {constraint}"
            );
            let explanation = explain_error(operation("ReplicateKey"), &ErrorReport::from_text(&text));
            assert_eq!(explanation.issues.len(), 1, "{text}");
            let issue = &explanation.issues[0];
            assert_typed(&explanation.issues);
            assert!(!issue.message().contains(['{', '}', '#']), "{}", issue.message());
            let mut said = vec![issue.message()];
            said.extend(issue.params.iter().map(|param| match param {
                Param::Number(number) => number.to_string(),
                Param::Text(text) => text.clone().into_owned(),
                Param::List(list) => list.join(","),
            }));
            assert!(said.iter().all(|said| !said.contains(VALUE)), "{said:?}");
        }
    }
}

#[test]
fn the_service_s_bound_is_told_and_the_value_is_counted() {
    let text = "1 validation error detected: Value 'äöü' at 'tags.1.member.tagKey' failed to satisfy constraint: Member must have length less than or equal to 2";
    let explanation = explain_error(operation("ReplicateKey"), &ErrorReport::from_text(text));
    assert_eq!(explanation.issues[0].message(), "Must have at most 2 characters, but has 3.");
    let text = "1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50";
    let explanation = explain_error(operation("ReplicateKey"), &ErrorReport::from_text(text));
    assert_eq!(explanation.issues[0].message(), "Must have at most 50 entries, but has more.");
}

#[test]
fn texts_that_are_long_or_broken_are_read_quickly() {
    let long = "x".repeat(1_000_000);
    let many =
        "Value 'x' at 'tags.1.member.tagKey' failed to satisfy constraint: Member must not be null; ".repeat(10_000);
    let dots = ".member".repeat(100_000);
    for text in [
        long.clone(),
        format!("1 validation error detected: {long}"),
        format!("99999999999999999999999999 validation errors detected: {many}"),
        format!("10000 validation errors detected: {many}"),
        format!("1 validation error detected: Value 'x' at 'tags{dots}' failed to satisfy constraint: {long}"),
        format!("1 validation error detected: Value 'x' at 'tags.{}.member' failed to satisfy constraint: x", u64::MAX),
        format!("An error occurred ({long}"),
        format!("Parameter validation failed:\n{}", "Missing required parameter in Tags[[[[: \"\n".repeat(10_000)),
        "validation error detected:".repeat(1000),
        "' failed to satisfy constraint: ".repeat(1000),
    ] {
        for operation in OPERATIONS {
            let explanation = explain_error(operation, &ErrorReport::from_text(&text));
            assert!(explanation.issues.len() <= 100);
        }
    }
}

fn is_sentence(text: &str) -> bool {
    text.len() > 10 && text.ends_with('.') && text.trim() == text && !text.contains("  ")
}

#[test]
fn the_tables_of_answers_are_sound() {
    let phrases: BTreeSet<&str> = PHRASES.iter().map(|(name, _)| *name).collect();
    let sound = |error: &ServiceError| {
        let when = if let Retry::Later(when) = error.retry { when } else { "It is." };
        assert!(is_sentence(error.meaning) && is_sentence(error.advice), "{error:?}");
        assert!(when.ends_with('.'), "{error:?}");
    };
    COMMON_ERRORS.iter().for_each(sound);
    OTHER_ANSWERS.iter().for_each(|span| sound(&span.error));
    for status in [0, 1, 200, 400, 418, 429, 500, 503, 599, u16::MAX] {
        assert!(OTHER_ANSWERS.iter().any(|span| (span.from..=span.to).contains(&status)), "{status}");
    }
    for operation in OPERATIONS {
        operation.guide.answers.errors.iter().for_each(sound);
        let names: BTreeSet<_> = operation.guide.answers.errors.iter().map(|error| error.name).collect();
        assert_eq!(names.len(), operation.guide.answers.errors.len());
        for saying in operation.guide.answers.sayings {
            assert!(is_sentence(saying.advice) && !saying.says.is_empty() && !saying.at.is_empty(), "{saying:?}");
            match saying.code {
                Code::TooMany => assert!(saying.problem.is_empty(), "{saying:?}"),
                Code::MissingRequired => assert_eq!(saying.at.last().unwrap().name, saying.problem),
                code => assert!(code.params().len() == 1 && phrases.contains(saying.problem), "{saying:?}"),
            }
        }
    }
}

#[test]
fn every_fact_about_answers_is_stated() {
    let rows = catalogue();
    let mut stated = BTreeSet::new();
    for operation in OPERATIONS {
        let answers = operation.guide.answers;
        let mut own: Vec<_> = answers.errors.iter().map(|error| error.rule).collect();
        rules_of(answers.response, &mut own);
        for rule in own.iter().chain(answers.sayings.iter().map(|saying| &saying.rule)).chain([&answers.success.1]) {
            let row = rows.get(rule.id).unwrap_or_else(|| panic!("there is no rule {}", rule.id));
            assert!(row.operation == operation.name || row.operation == "all", "{}: {row:?}", operation.name);
            assert!(sources::all().any(|source| source == rule.source), "{rule:?}");
        }
        stated.extend(own.iter().map(|rule| rule.id));
    }
    let missing: Vec<_> = rows
        .values()
        .filter(|row| row.group.is_some() && !stated.contains(row.id.as_str()))
        .map(|row| &row.id)
        .collect();
    assert_eq!(rows.values().filter(|row| row.group.is_some()).count(), 98);
    assert!(missing.is_empty(), "nothing states {missing:?}");
}

fn rules_of(outputs: &'static [Output], rules: &mut Vec<xregion::shape::Rule>) {
    for output in outputs {
        rules.push(output.rule);
        assert!(is_sentence(output.doc), "{}: {}", output.name, output.doc);
        match &output.kind {
            Kind::Structure(within) => rules_of(within, rules),
            Kind::List(item, rule) => {
                rules.push(*rule);
                if let Kind::Structure(within) = item {
                    rules_of(within, rules);
                }
            }
            Kind::Status(status) => {
                for state in status.states {
                    assert!(is_sentence(state.meaning) && is_sentence(state.advice), "{state:?}");
                }
                let names: BTreeSet<_> = outputs.iter().map(|output| output.name).collect();
                assert!(status.reason.is_none_or(|reason| names.contains(reason)), "{status:?}");
            }
            _ => {}
        }
    }
}
