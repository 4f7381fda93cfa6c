//! Rules that the caller switches off are not asked.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};
use xregion::answer::Answers;
use xregion::guide::Guide;
use xregion::report::Findings;
use xregion::shape::{Constraint, Format, Member, Operation, Service, Shape, Silence, Structure, Text, Wire};
use xregion::sources::{Rule, Source};
use xregion::tree::Place;
use xregion::{Code, Context, Issue, Override, validate};

fn issues(operation: &'static Operation, request: &Value, context: &Context, rules: &[(&str, Override)]) -> Vec<Issue> {
    let mut context = context.clone();
    context.rules.extend(rules.iter().map(|(name, change)| ((*name).to_owned(), *change)));
    validate(operation, request, &context).into_issues()
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
    service: &Service {
        title: "Counters",
        signing_name: "counters",
        client_name: "counters",
        sdk_v3: ("@aws-sdk/client-counters", "CountersClient"),
        host_label: "counters",
        dual_stack: &[],
    },
    input: Structure { rule: rule("COUNT-01"), closed: rule("COUNT-02"), members: &[&COUNTED] },
    null: rule("COUNT-03"),
    constraints: &[&[Constraint {
        rule: rule("COUNT-04"),
        code: Code::SameRegion,
        doc: "It is not asked.",
        silent: Silence::None,
        check: ask,
    }]],
    modes: None,
    primary: None,
    wire: Wire::RestJson { path: "/count" },
    guide: &Guide {
        notes: &[],
        permissions: &[],
        samples: &[],
        answers: &Answers { success: (200, rule("COUNT-07")), errors: &[], sayings: &[], response: &[] },
        terraform: None,
        cloud_formation: None,
    },
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
