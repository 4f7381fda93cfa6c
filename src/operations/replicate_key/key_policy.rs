//! What a key policy must be, and what is likely to be a mistake in it.

use alloc::string::String;
use alloc::vec;

use super::{BYPASS, POLICY, cited, rule};
use crate::context::Context;
use crate::nearest::nearest;
use crate::policy::{Element, Grant, KeyPolicy, Spot, Statement, Value};
use crate::report::{Code, Findings};
use crate::shape::{Constraint, Silence, told};
use crate::sources;
use crate::tree::Place;

pub(super) static CONSTRAINTS: &[Constraint] = &[
    Constraint {
        rule: cited("KMS-REPLICATEKEY-26", &sources::KEY_POLICIES),
        code: Code::QuotaExceeded,
        doc: told("The key policy takes at most 32,768 bytes in UTF-8, white space included."),
        silent: Silence::Usual,
        check: |request, _, findings| {
            const MOST: usize = 32_768;
            if let Some((place, policy)) = request.place_and_text(&POLICY)
                && policy.len() > MOST
            {
                findings.at(place, vec![MOST.into(), policy.len().into()]);
            }
        },
    },
    Constraint {
        rule: cited("KMS-REPLICATEKEY-29", &sources::KEY_POLICIES),
        code: Code::InvalidPolicy,
        doc: told("The key policy is a JSON document."),
        silent: Silence::Usual,
        check: |request, _, findings| invalid(request, findings, |problem| problem == "policy_not_json"),
    },
    Constraint {
        rule: cited("KMS-REPLICATEKEY-30", &sources::KEY_POLICIES),
        code: Code::InvalidPolicy,
        doc: told("The key policy is an object with one or more statements, each an object."),
        silent: Silence::Usual,
        check: |request, _, findings| {
            invalid(request, findings, |problem| !matches!(problem, "policy_not_json" | "statement_no_principal"));
        },
    },
    Constraint {
        rule: cited("KMS-REPLICATEKEY-31", &sources::KEY_POLICIES),
        code: Code::InvalidPolicy,
        doc: told("Each statement of the key policy has a principal."),
        silent: Silence::Usual,
        check: |request, _, findings| invalid(request, findings, |problem| problem == "statement_no_principal"),
    },
    Constraint {
        rule: cited("KMS-REPLICATEKEY-31", &sources::KEY_POLICIES),
        code: Code::PolicyPrincipal,
        doc: told("A principal that is one string is `*`; others are given by their type, such as `AWS`."),
        silent: Silence::Usual,
        check: |request, _, findings| {
            note_elements(request, findings, |_, element| {
                let is_other = matches!(&element.value, Value::Text(name) if name != "*");
                matches!(element.name.as_str(), "Principal" | "NotPrincipal") && is_other
            });
        },
    },
    Constraint {
        rule: rule("KMS-REPLICATEKEY-32"),
        code: Code::PolicyLockout,
        doc: told(
            "Some statement can allow kms:PutKeyPolicy, to the caller where the context tells who calls, unless the safety check is bypassed.",
        ),
        silent: Silence::Usual,
        check: |request, context, findings| {
            let Some((place, policy)) = checked_for_lockout(request) else { return };
            let problem = match (policy.can_be_changed(), grant_to_caller(policy, context)) {
                (false, _) => "lockout_of_everybody",
                (true, Some(Grant::Never)) => "lockout_of_caller",
                _ => return,
            };
            findings.about(place, &[problem]);
        },
    },
    Constraint {
        rule: rule("KMS-REPLICATEKEY-32"),
        code: Code::PossibleLockout,
        doc: told(
            "Whether the caller may change the policy again depends on no condition, where the context tells who calls.",
        ),
        silent: Silence::Usual,
        check: |request, context, findings| {
            if let Some((place, policy)) = checked_for_lockout(request)
                && grant_to_caller(policy, context) == Some(Grant::Conditionally)
            {
                findings.about(place, &[]);
            }
        },
    },
    Constraint {
        rule: cited("KMS-REPLICATEKEY-33", &sources::KEY_POLICIES),
        code: Code::IneffectiveStatement,
        doc: told(
            "A statement has an Action or NotAction and a Resource or NotResource; without them it is accepted and has no effect.",
        ),
        silent: Silence::Usual,
        check: |request, _, findings| {
            let Some((place, policy)) = policy(request) else { return };
            for statement in &policy.statements {
                let lacks = |name, opposite| statement.get(name).is_none() && statement.get(opposite).is_none();
                if lacks("Action", "NotAction") {
                    note(findings, place, Some("Action"), &statement.spot);
                } else if lacks("Resource", "NotResource") {
                    note(findings, place, Some("Resource"), &statement.spot);
                }
            }
        },
    },
    Constraint {
        rule: cited("KMS-REPLICATEKEY-34", &sources::KEY_POLICIES),
        code: Code::PolicyElement,
        doc: told(
            "Version is `2012-10-17` or `2008-10-17`, each Effect is `Allow` or `Deny`, and there are no elements but those of the policy language.",
        ),
        silent: Silence::Usual,
        check: |request, _, findings| {
            let Some((place, policy)) = policy(request) else { return };
            for element in policy.elements.iter().filter(|element| !is_element_of_policy(element)) {
                note_strange(findings, place, "", element, &OF_POLICY);
            }
            for statement in &policy.statements {
                for element in statement.elements.iter().filter(|element| !is_element_of_statement(element)) {
                    note_strange(findings, place, &statement.spot.pointer, element, &OF_STATEMENT);
                }
            }
            for statement in &policy.statements {
                if statement.get("Effect").is_none() {
                    note(findings, place, Some("Effect"), &statement.spot);
                }
            }
            if !policy.elements.iter().any(|element| element.name == "Version") {
                note(findings, place, Some("Version"), &Spot { pointer: String::new(), line: 1, column: 1 });
            }
        },
    },
    Constraint {
        rule: cited("KMS-REPLICATEKEY-35", &sources::KEY_POLICIES),
        code: Code::PolicyResource,
        doc: told("The Resource of a key policy is `*`, which means this key."),
        silent: Silence::Usual,
        check: |request, _, findings| {
            note_elements(request, findings, |_, element| element.name == "Resource" && element.value.texts() != ["*"]);
        },
    },
    Constraint {
        rule: cited("KMS-REPLICATEKEY-37", &sources::KEY_POLICIES),
        code: Code::PublicPolicy,
        doc: told("No statement allows something to everybody without a condition."),
        silent: Silence::Usual,
        check: |request, _, findings| {
            note_elements(request, findings, |statement, element| {
                let is_open = || statement.allows() && statement.is_for_everybody() && !statement.is_conditional();
                element.name == "Principal" && is_open()
            });
        },
    },
    Constraint {
        rule: rule("KMS-REPLICATEKEY-41"),
        code: Code::LockoutCheckBypassed,
        doc: told("Bypassing the safety check risks a key that nobody can manage."),
        silent: Silence::Usual,
        check: |request, _, findings| {
            if let Some(place) = bypassed(request) {
                findings.about(place, &[]);
            }
        },
    },
    Constraint {
        rule: rule("KMS-REPLICATEKEY-42"),
        code: Code::BypassWithoutPolicy,
        doc: told("The safety check is bypassed for a policy of one's own only: the default policy always passes."),
        silent: Silence::Usual,
        check: |request, _, findings| {
            if let Some(place) = bypassed(request).filter(|_| request.lacks(&POLICY)) {
                findings.about(place, &[]);
            }
        },
    },
];

fn policy<'t, 'a>(request: Place<'t, 'a>) -> Option<(Place<'t, 'a>, &'t KeyPolicy)> {
    let place = request.member(&POLICY)?;
    Some((place, place.policy()?.as_ref().ok()?))
}

/// Notes a finding at a spot of the policy, and the name of the element that it is about where the code has one.
fn note(findings: &mut Findings<'_>, place: Place<'_, '_>, element: Option<&str>, spot: &Spot) {
    let words = spot.words();
    let noted = match element {
        Some(name) => findings.about(place, &[name, &words]),
        None => findings.about(place, &[&words]),
    };
    noted.within(spot);
}

/// Notes an element that the policy language does not have, or not with this value. Its name may be a text of the policy's
/// author, and is repeated only where it is one of the language, or nearly so.
fn note_strange(findings: &mut Findings<'_>, place: Place<'_, '_>, around: &str, element: &Element, known: &[&str]) {
    if nearest(&element.name, &mut known.iter().copied()).is_some() {
        note(findings, place, Some(&element.name), &element.spot);
    } else {
        note(findings, place, Some("…"), &Spot { pointer: around.into(), ..element.spot });
    }
}

/// Notes the elements of statements that are such.
fn note_elements(request: Place<'_, '_>, findings: &mut Findings<'_>, is_such: fn(&Statement, &Element) -> bool) {
    let Some((place, policy)) = policy(request) else { return };
    for statement in &policy.statements {
        for element in &statement.elements {
            if is_such(statement, element) {
                note(findings, place, None, &element.spot);
            }
        }
    }
}

fn invalid(request: Place<'_, '_>, findings: &mut Findings<'_>, of_this_rule: fn(&str) -> bool) {
    if let Some(place) = request.member(&POLICY)
        && let Some(Err(problem)) = place.policy()
        && of_this_rule(problem.name)
    {
        note(findings, place, Some(problem.name), &problem.spot);
    }
}

fn bypassed<'t, 'a>(request: Place<'t, 'a>) -> Option<Place<'t, 'a>> {
    request.member(&BYPASS).filter(|place| place.boolean() == Some(true))
}

/// The policy, unless the safety check is bypassed or it cannot be told whether it is.
fn checked_for_lockout<'t, 'a>(request: Place<'t, 'a>) -> Option<(Place<'t, 'a>, &'t KeyPolicy)> {
    policy(request).filter(|_| request.member(&BYPASS).is_none_or(|place| place.boolean() == Some(false)))
}

fn grant_to_caller(policy: &KeyPolicy, context: &Context) -> Option<Grant> {
    policy.can_be_changed_by(context.caller_arn.as_deref()?)
}

const OF_POLICY: [&str; 3] = ["Version", "Id", "Statement"];

const OF_STATEMENT: [&str; 9] =
    ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

fn is_element_of_policy(element: &Element) -> bool {
    match element.name.as_str() {
        "Version" => ["2012-10-17", "2008-10-17"].contains(&element.value.text().unwrap_or_default()),
        name => OF_POLICY.contains(&name),
    }
}

fn is_element_of_statement(element: &Element) -> bool {
    match element.name.as_str() {
        "Effect" => ["Allow", "Deny"].contains(&element.value.text().unwrap_or_default()),
        name => OF_STATEMENT.contains(&name),
    }
}
