//! Rules that the caller switches off: nothing else changes, and nothing is asked in vain.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};
use xregion::report::Findings;
use xregion::shape::{Constraint, Format, Member, Operation, Service, Shape, Structure, Text, Wire};
use xregion::sources::{Rule, Source};
use xregion::tree::Place;
use xregion::{Code, Context, Issue, Override, Severity, validate};

use crate::support::{cases, vectors};

/// Of two findings at one path the first hides the second.
const HIDES: [(Code, Code); 2] =
    [(Code::SameRegion, Code::PartitionMismatch), (Code::PartitionMismatch, Code::RegionMismatch)];

/// Every request of the vectors, with its context.
fn requests() -> Vec<(String, &'static Operation, Value, Context)> {
    let own = cases().into_iter().filter_map(|case| {
        let value = case.value()?;
        Some((case.name, case.operation, value, case.context))
    });
    let shared = vectors().into_iter().map(|vector| (vector.id, vector.operation, vector.request, Context::default()));
    own.chain(shared).collect()
}

fn issues(operation: &'static Operation, request: &Value, context: &Context, rules: &[(&str, Override)]) -> Vec<Issue> {
    let mut context = context.clone();
    context.rules.extend(rules.iter().map(|(name, change)| ((*name).to_owned(), *change)));
    validate(operation, request, &context).into_issues()
}

/// What may be said only once another is silent.
fn was_hidden(issue: &Issue, silenced: &[&Issue]) -> bool {
    let hides = |other: &&Issue| other.path == issue.path && HIDES.contains(&(other.code, issue.code));
    silenced.iter().any(hides)
}

/// The names under which the findings of a request can be switched.
fn names(issues: &[Issue]) -> BTreeSet<String> {
    issues.iter().flat_map(|issue| [issue.rule.to_string(), issue.code.as_str().to_owned()]).collect()
}

fn is_of(issue: &Issue, name: &str) -> bool {
    issue.rule == name || issue.code.as_str() == name
}

#[test]
fn what_is_off_is_silent_and_hides_nothing() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (name, operation, request, context) in requests().into_iter().filter(|request| request.3.rules.is_empty()) {
        let all = issues(operation, &request, &context, &[]);
        for off in names(&all) {
            count += 1;
            let (silenced, stay): (Vec<&Issue>, Vec<&Issue>) = all.iter().partition(|issue| is_of(issue, &off));
            let left = issues(operation, &request, &context, &[(&off, Override::Off)]);
            let lost: Vec<_> = stay.iter().filter(|issue| !left.contains(issue)).collect();
            let new: Vec<_> =
                left.iter().filter(|issue| !all.contains(issue) && !was_hidden(issue, &silenced)).collect();
            let loud: Vec<_> = left.iter().filter(|issue| is_of(issue, &off)).collect();
            if !lost.is_empty() || !new.is_empty() || !loud.is_empty() {
                wrong.push(format!("{name} without {off}: lost {lost:?}, new {new:?}, not silent {loud:?}"));
            }
        }
    }
    assert!(count > 2000, "only {count}");
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_down_or_up_changes_its_weight_and_nothing_else() {
    for (name, operation, request, context) in requests().into_iter().filter(|request| request.3.rules.is_empty()) {
        let all = issues(operation, &request, &context, &[]);
        for (change, severity) in [(Override::Warning, Severity::Warning), (Override::Error, Severity::Error)] {
            for changed in names(&all) {
                let mut expected = all.clone();
                expected.iter_mut().filter(|issue| is_of(issue, &changed)).for_each(|issue| issue.severity = severity);
                let found = issues(operation, &request, &context, &[(&changed, change)]);
                assert_eq!(found, expected, "{name}: {changed} as {change:?}");
            }
        }
    }
}

static ASKED: AtomicUsize = AtomicUsize::new(0);
static LOOKED_AT: AtomicUsize = AtomicUsize::new(0);

const fn rule(id: &'static str) -> Rule {
    static PAGE: Source = Source { title: "Counters API Reference", url: "https://example.com/Count" };
    Rule { id, source: &PAGE }
}

static COUNT: Operation = Operation {
    name: "Count",
    doc: "Counts how often its rules are asked.",
    service: &Service { title: "Counters", signing_name: "counters", host_label: "counters", dual_stack: &[] },
    input: Structure { rule: rule("COUNT-01"), closed: rule("COUNT-02"), members: &[&COUNTED] },
    null: rule("COUNT-03"),
    constraints: &[&[Constraint {
        rule: rule("COUNT-04"),
        code: Code::SameRegion,
        doc: "It is not asked.",
        check: ask,
    }]],
    primary: None,
    wire: Wire::RestJson { path: "/count" },
    samples: &[],
};

static COUNTED: Member = Member {
    name: "Counted",
    doc: "A text that is looked at.",
    shape: Shape::Text(Text {
        rule: rule("COUNT-05"),
        formats: &[Format { rule: rule("COUNT-06"), code: Code::WeakToken, expected: "token", accepts: look_at }],
        ..Text::ANY
    }),
    ..Member::OPTIONAL
};

fn ask(request: Place<'_, '_>, _: &Context, findings: &mut Findings<'_>) {
    ASKED.fetch_add(1, Ordering::Relaxed);
    findings.at(request, vec!["here".into()]);
}

fn look_at(_: &str) -> bool {
    LOOKED_AT.fetch_add(1, Ordering::Relaxed);
    false
}

/// How often the constraint and the format were asked, and how many findings there were.
fn asked(rules: &[(&str, Override)]) -> [usize; 3] {
    ASKED.store(0, Ordering::Relaxed);
    LOOKED_AT.store(0, Ordering::Relaxed);
    let found = issues(&COUNT, &json!({ "Counted": "x" }), &Context::default(), rules).len();
    [ASKED.load(Ordering::Relaxed), LOOKED_AT.load(Ordering::Relaxed), found]
}

#[test]
fn what_is_off_is_not_asked() {
    assert_eq!(asked(&[]), [1, 1, 2]);
    assert_eq!(asked(&[("COUNT-04", Override::Off)]), [0, 1, 1]);
    assert_eq!(asked(&[("same_region", Override::Off)]), [0, 1, 1]);
    assert_eq!(asked(&[("COUNT-06", Override::Off)]), [1, 0, 1]);
    assert_eq!(asked(&[("weak_token", Override::Off)]), [1, 0, 1]);
    // The id goes first.
    assert_eq!(asked(&[("COUNT-04", Override::Error), ("same_region", Override::Off)]), [1, 1, 2]);
    assert_eq!(asked(&[("COUNT-04", Override::Off), ("same_region", Override::Error)]), [0, 1, 1]);
    assert_eq!(asked(&[("COUNT-04", Override::Warning), ("COUNT-06", Override::Error)]), [1, 1, 2]);
}
