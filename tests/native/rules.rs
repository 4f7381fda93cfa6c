//! Our own vectors: every rule of the catalogue is met by a request that breaks it, and by one that nearly does.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use xregion::report::{Change, Suggestion};
use xregion::shape::{Map, Shape, Structure};
use xregion::{Code, Context, Issue, OPERATIONS, Param, Report, Severity, validate};

use crate::support::{Case, Finding, assert_typed, cases, catalogue, findings, rules, vectors};

/// Findings of another weight than their row: a hint that stands beside an error in one row, and what the caller's
/// context makes an error of.
const OTHER_THAN_THEIR_ROW: [(&str, Code); 9] = [
    ("EFS-CREATEREPLCONF-07", Code::IncompleteArn),
    ("EFS-CREATEREPLCONF-36", Code::IncompleteArn),
    ("EFS-CREATEREPLCONF-48", Code::RoleMayBeRequired),
    ("KMS-REPLICATEKEY-11", Code::RegionMismatch),
    ("KMS-REPLICATEKEY-31", Code::PolicyPrincipal),
    ("KMS-REPLICATEKEY-32", Code::PossibleLockout),
    ("SECM-REPLICATESECRET-13", Code::RegionMismatch),
    ("SECM-REPLICATESECRET-22", Code::UnknownRegion),
    ("SSMI-CREATEREPLSET-51", Code::ServiceNotInRegion),
];

/// That a text must be JSON is no fact about an operation: the catalogue only knows what JSON leaves open.
const NO_JSON: &str = "X-07";

#[test]
fn every_case_yields_its_findings() {
    let mut wrong = Vec::new();
    for case in cases() {
        for (way, report) in case.reports() {
            let errors = findings(&report, Severity::Error);
            let warnings = findings(&report, Severity::Warning);
            let is_silent = errors.iter().chain(&warnings).all(|finding| !case.silent.contains(&finding.code));
            if errors != case.expect || !case.warns.is_subset(&warnings) || !is_silent {
                let Case { name, expect, warns, .. } = &case;
                wrong.push(format!(
                    "{name}, as {way}:\n  {errors:?}\n  {warnings:?}\ninstead of\n  {expect:?}\n  {warns:?}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_error_of_the_catalogue_has_a_case_for_each_of_its_codes() {
    let mut met = BTreeSet::new();
    for case in cases() {
        met.extend(case.expect.iter().map(|finding| (finding.rule.clone(), finding.code.clone())));
        let codes = case.expect.iter().map(|finding| finding.code.clone());
        met.extend(codes.flat_map(|code| case.covers.iter().map(move |rule| (rule.clone(), code.clone()))));
    }
    let rows = catalogue();
    let errors: Vec<_> = rows.values().filter(|row| row.severity == "error").collect();
    assert_eq!(errors.len(), 130);
    let mut missing = Vec::new();
    for row in errors {
        if !met.iter().any(|(rule, _)| *rule == row.id) {
            missing.push(row.id.clone());
        }
        let codes = row.codes.iter().filter(|code| !met.contains(&(row.id.clone(), (*code).clone())));
        missing.extend(codes.map(|code| format!("{} {code}", row.id)));
    }
    assert!(missing.is_empty(), "no case expects or covers {missing:?}");
}

/// What users get wrong is numbered from 1. These are told by notes, made right by the form, or not to be seen in a
/// request.
const MISTAKES_WITHOUT_FINDINGS: [usize; 14] = [7, 8, 16, 17, 23, 29, 30, 40, 45, 46, 54, 55, 56, 57];
const MISTAKES: usize = 57;

#[test]
fn every_mistake_is_made_and_avoided() {
    let (mut made, mut avoided) = (BTreeSet::new(), BTreeSet::new());
    for case in cases() {
        let met = !case.expect.is_empty() || !case.warns.is_empty();
        if met { &mut made } else { &mut avoided }.extend(case.mistake);
    }
    let numbers = || (1..=MISTAKES).filter(|number| !MISTAKES_WITHOUT_FINDINGS.contains(number));
    let missing: Vec<_> = numbers().filter(|number| !made.contains(number) || !avoided.contains(number)).collect();
    assert!(missing.is_empty(), "not both made and avoided: {missing:?}");
}

#[test]
fn every_rule_of_the_tables_has_a_case() {
    let cases = cases();
    let met: BTreeSet<_> = cases.iter().flat_map(|case| case.expect.iter().chain(&case.warns)).collect();
    let is_met =
        |rule: &str, code: Code| met.iter().any(|finding| finding.rule == rule && finding.code == code.as_str());
    let all = OPERATIONS.iter().flat_map(|operation| rules(operation));
    let missing: BTreeSet<_> =
        all.filter(|(rule, code)| !is_met(rule.id, *code)).map(|(rule, code)| (rule.id, code)).collect();
    assert!(missing.is_empty(), "no case meets {missing:?}");
}

#[test]
fn only_rules_that_no_finding_carries_are_covered_by_others() {
    let carried: BTreeSet<_> =
        OPERATIONS.iter().flat_map(|operation| rules(operation)).map(|(rule, _)| rule.id).collect();
    for case in cases() {
        let wrongly: Vec<_> = case.covers.iter().filter(|rule| carried.contains(rule.as_str())).collect();
        assert!(wrongly.is_empty(), "{}: {wrongly:?} have findings of their own: expect these", case.name);
    }
}

#[test]
fn the_names_of_cases_are_unique() {
    let mut count = BTreeMap::new();
    for case in cases() {
        *count.entry(case.name).or_insert(0) += 1;
    }
    count.retain(|_, count| *count > 1);
    assert!(count.is_empty(), "{count:?}");
}

#[test]
fn the_tables_cite_the_catalogue() {
    let rows = catalogue();
    let mut wrong = Vec::new();
    for operation in OPERATIONS {
        for (rule, code) in rules(operation) {
            let Some(row) = rows.get(rule.id) else {
                wrong.push(format!("{}: there is no rule {:?}", operation.name, rule.id));
                continue;
            };
            let severity = if code.severity() == Severity::Error { "error" } else { "warning" };
            let is_own = row.operation == operation.name || row.operation == "all";
            let is_code = row.codes.is_empty() || row.codes.iter().any(|known| known == code.as_str());
            let is_other = OTHER_THAN_THEIR_ROW.contains(&(rule.id, code));
            if !is_own || !is_other && (row.severity != severity || !is_code) {
                wrong.push(format!("{}: {} as {severity} {code:?}, but {row:?}", operation.name, rule.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_issue_says_what_it_must_and_nothing_that_it_must_not() {
    let rows = catalogue();
    let mut wrong = Vec::new();
    let mut count = 0;
    for (name, secrets, report) in all_reports() {
        assert_typed(report.issues());
        let keys: Vec<_> =
            report.issues().iter().map(|issue| (&issue.path, issue.code.as_str(), issue.on_key, spot(issue))).collect();
        if !keys.is_sorted_by(|one, next| one < next) {
            wrong.push(format!("{name}: twice or out of order: {keys:?}"));
        }
        for issue in report.issues() {
            count += 1;
            let mut complain = |what: String| wrong.push(format!("{name}: {:?}: {what}", Finding::from(issue)));
            if !rows.contains_key(&*issue.rule) {
                complain("a rule that there is not".to_owned());
            }
            if (issue.rule == NO_JSON) != (issue.code == Code::InvalidJson) {
                complain("a rule of another code".to_owned());
            }
            if !issue.source.url.starts_with("https://") || issue.source.title.is_empty() {
                complain(format!("{:?}", issue.source));
            }
            let message = issue.message();
            if message.is_empty() || message.contains(['{', '}', '#']) {
                complain(message.clone());
            }
            for (secret, said) in
                secrets.iter().flat_map(|secret| words(issue).into_iter().map(move |said| (secret, said)))
            {
                if said.contains(secret.as_str()) {
                    complain(format!("{said:?} holds {secret:?}"));
                }
            }
        }
    }
    assert!(count > 1000, "only {count} issues");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn spot(issue: &Issue) -> Option<(usize, usize, String)> {
    issue.within.as_ref().map(|spot| (spot.line, spot.column, spot.pointer.clone()))
}

/// The reports on all vectors, each with what must not be said of its request.
fn all_reports() -> Vec<(String, BTreeSet<String>, Report)> {
    let mut reports = Vec::new();
    for case in cases() {
        let secrets = case.value().map(|value| secrets(case.operation, &value)).unwrap_or_default();
        reports.extend(case.reports().into_iter().map(|(_, report)| (case.name.clone(), secrets.clone(), report)));
    }
    for vector in vectors() {
        let report = validate(vector.operation, &vector.request, &Context::default());
        reports.push((vector.id, secrets(vector.operation, &vector.request), report));
    }
    reports
}

/// Beginnings and ends of all strings of sensitive members that are long enough to be told from ordinary words.
fn secrets(operation: &'static xregion::shape::Operation, request: &Value) -> BTreeSet<String> {
    const LONG: usize = 9;
    const PART: usize = 24;
    let mut found = Vec::new();
    sensitive_of_structure(&operation.input, request, &mut found);
    let parts = |text: &str| {
        let characters: Vec<char> = text.chars().collect();
        let part = characters.len().min(PART);
        [characters[..part].iter().collect(), characters[characters.len() - part..].iter().collect::<String>()]
    };
    found.iter().filter(|text| text.chars().count() >= LONG).flat_map(|text| parts(text)).collect()
}

fn sensitive_of_structure(structure: &'static Structure, value: &Value, found: &mut Vec<String>) {
    for member in structure.members {
        match value.get(member.name) {
            Some(value) if member.sensitive => strings(value, found),
            Some(value) => sensitive(&member.shape, value, found),
            None => {}
        }
    }
}

fn sensitive(shape: &'static Shape, value: &Value, found: &mut Vec<String>) {
    match (shape, value) {
        (Shape::List(list), Value::Array(items)) => items.iter().for_each(|item| sensitive(list.item, item, found)),
        (Shape::Map(Map { value: shape, .. }), Value::Object(entries)) => {
            entries.values().for_each(|value| sensitive(shape, value, found));
        }
        (Shape::Structure(structure), value) => sensitive_of_structure(structure, value, found),
        _ => {}
    }
}

fn strings(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(entries) => {
            found.extend(entries.keys().cloned());
            entries.values().for_each(|value| strings(value, found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The message of an issue, the words in its parameters, and what it would write.
fn words(issue: &Issue) -> Vec<String> {
    let mut words = vec![issue.message()];
    if let Some(Suggestion { change: Change::Replace(text), .. }) = &issue.suggestion {
        words.push(text.clone());
    }
    for param in &issue.params {
        match param {
            Param::Number(_) => {}
            Param::Text(text) => words.push(text.clone().into_owned()),
            Param::List(list) => words.extend(list.iter().cloned()),
        }
    }
    words
}
