//! What callers make of rules.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use xregion::operations::REPLICATE_KEY;
use xregion::shape::Operation;
use xregion::{Context, Issue, Override, Report, Severity, validate};

use crate::support::{cases, vectors};

fn ruled(mut context: Context, name: &str, rule: Override) -> Context {
    context.rules.insert(name.to_owned(), rule);
    context
}

fn requests_with_findings() -> Vec<(String, &'static Operation, Value, Context)> {
    let ours =
        cases().into_iter().filter_map(|case| Some((case.name.clone(), case.operation, case.value()?, case.context)));
    let theirs = vectors().into_iter().map(|vector| (vector.id, vector.operation, vector.request, Context::default()));
    ours.chain(theirs).collect()
}

/// Whether a finding can have stood in the shadow of another at its path.
fn was_suppressed_by(shown: &Issue, gone: &[&Issue]) -> bool {
    let shadows = [("same_region", "partition_mismatch"), ("partition_mismatch", "region_mismatch")];
    gone.iter().any(|issue| issue.path == shown.path && shadows.contains(&(issue.code.as_str(), shown.code.as_str())))
}

#[test]
fn a_rule_switched_off_takes_its_findings_with_it_and_no_others() {
    let mut count = 0;
    for (name, operation, request, context) in requests_with_findings() {
        let before = validate(operation, &request, &context);
        let names: BTreeSet<_> = before.issues().iter().flat_map(|issue| [&*issue.rule, issue.code.as_str()]).collect();
        for rule in names {
            count += 1;
            let after = validate(operation, &request, &ruled(context.clone(), rule, Override::Off));
            let is_meant = |issue: &&Issue| issue.rule == rule || issue.code.as_str() == rule;
            let (gone, kept): (Vec<_>, Vec<_>) = before.issues().iter().partition(is_meant);
            let (mut came, stayed): (Vec<_>, Vec<_>) = after.issues().iter().partition(|issue| !kept.contains(issue));
            assert_eq!(stayed, kept, "{name}: {rule}");
            came.retain(|issue| !was_suppressed_by(issue, &gone));
            assert!(came.is_empty(), "{name}: {rule}: {came:?}");
            assert!(!after.issues().iter().any(|issue| is_meant(&issue)), "{name}: {rule}");
        }
    }
    assert!(count > 1500, "only {count}");
}

#[test]
fn a_rule_switched_up_or_down_changes_the_severity_of_its_findings_and_nothing_else() {
    for (name, operation, request, context) in requests_with_findings() {
        let before = validate(operation, &request, &context);
        let names: BTreeSet<_> = before.issues().iter().flat_map(|issue| [&*issue.rule, issue.code.as_str()]).collect();
        for rule in names {
            for (to, severity) in [(Override::Warning, Severity::Warning), (Override::Error, Severity::Error)] {
                let after = validate(operation, &request, &ruled(context.clone(), rule, to));
                let mut expected = before.issues().to_vec();
                for issue in expected.iter_mut().filter(|issue| issue.rule == rule || issue.code.as_str() == rule) {
                    issue.severity = severity;
                }
                // A warning does not stand for an error: what an error had made needless is said then.
                let changed: Vec<_> = expected.iter().filter(|issue| issue.severity == Severity::Warning).collect();
                let (_, stayed): (Vec<_>, Vec<_>) = after
                    .issues()
                    .iter()
                    .partition(|issue| !expected.contains(issue) && was_suppressed_by(issue, &changed));
                assert_eq!(stayed, expected.iter().collect::<Vec<_>>(), "{name}: {rule}");
                let is_error = |issue: &Issue| issue.severity == Severity::Error;
                assert_eq!(after.is_ok(), !after.issues().iter().any(is_error), "{name}: {rule}");
            }
        }
    }
}

#[test]
fn the_id_of_a_rule_goes_before_its_code() {
    let request = json!({ "KeyId": "alias/a", "ReplicaRegion": "eu-west-1" });
    let severities = |rules: &[(&str, Override)]| {
        let context = rules.iter().fold(Context::default(), |context, (name, rule)| ruled(context, name, *rule));
        let report: Report = validate(&REPLICATE_KEY, &request, &context);
        report.issues().iter().map(|issue| issue.severity).collect::<Vec<_>>()
    };
    let (id, code) = ("KMS-REPLICATEKEY-08", "invalid_identifier");
    assert_eq!(severities(&[]), [Severity::Error]);
    assert_eq!(severities(&[(id, Override::Warning), (code, Override::Off)]), [Severity::Warning]);
    assert_eq!(severities(&[(id, Override::Off), (code, Override::Error)]), []);
    assert_eq!(
        severities(&[("KMS-REPLICATEKEY-07", Override::Off), ("no such rule", Override::Off)]),
        [Severity::Error]
    );
}
