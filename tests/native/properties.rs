//! What holds for every request, tried on many.

mod agreement;
pub(crate) mod any;
mod mutations;
mod secrets;
pub(crate) mod sound;

use proptest::prelude::*;
use serde::de::IgnoredAny;
use serde_json::{Value, json};
use xregion::operations::REPLICATE_KEY;
use xregion::{BuildOptions, Context, Draft, Severity, build, validate, validate_field, validate_json};

use self::any::{any_context, any_json, any_key, any_text, nearly_request};
use self::sound::{errors, for_sound_requests};
use crate::support::{findings, operation};

/// Seeds are not kept: a failure prints the smallest request that fails, which becomes a vector.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn text_and_value_are_judged_alike((name, request) in nearly_request(), context in any_context()) {
        let operation = operation(name);
        let of_value = validate(operation, &request, &context);
        let text = request.to_string();
        let of_text = validate_json(operation, text.as_bytes(), &context);
        for severity in [Severity::Error, Severity::Warning] {
            prop_assert_eq!(findings(&of_value, severity), findings(&of_text, severity), "{}", text);
        }
        prop_assert_eq!(of_value.is_ok(), findings(&of_value, Severity::Error).is_empty());
    }

    #[test]
    fn bytes_that_are_no_json_are_one_issue(bytes in prop::collection::vec(any::<u8>(), 0..40), at in 0..5usize) {
        let mut text = br#"{"KeyId":"a","Tags":[]}"#.to_vec();
        let at = at * text.len() / 5;
        text.splice(at..at, bytes);
        let report = validate_json(&REPLICATE_KEY, &text, &Context::default());
        let is_json = std::str::from_utf8(&text).is_ok_and(|text| serde_json::from_str::<IgnoredAny>(text).is_ok());
        let codes: Vec<_> = report.issues().iter().map(|issue| issue.code.as_str()).collect();
        prop_assert_eq!(codes == ["invalid_json"], !is_json, "{:?}: {:?}", String::from_utf8_lossy(&text), codes);
        prop_assert!(is_json || report.issues()[0].path.0.is_empty());
    }

    #[test]
    fn a_field_is_answered_at_its_place(
        (name, rest) in nearly_request(),
        tokens in prop::collection::vec(prop_oneof![any_key(), "[0-9]{1,2}"], 0..4),
        value in prop::option::of(any_json()),
    ) {
        let operation = operation(name);
        let pointer: String = tokens.iter().map(|token| format!("/{}", token.replace('~', "~0").replace('/', "~1"))).collect();
        let report = validate_field(operation, &pointer, value.as_ref(), Some(&rest), &Context::default());
        for issue in report.issues() {
            let at = issue.path.pointer();
            let is_unknown = issue.code.as_str() == "unknown_field" && pointer.starts_with(&at);
            prop_assert!(is_unknown || at.starts_with(&pointer), "{} for {}", at, pointer);
        }
    }

    #[test]
    fn what_is_built_is_what_was_given((name, request) in nearly_request(), token in any_text()) {
        let operation = operation(name);
        let mut options = BuildOptions::default();
        options.client_token = Some(token.clone());
        let mut expected = request.clone();
        if let (Some(member), Some(members)) =
            (operation.input.members.iter().find(|member| member.idempotency_token), expected.as_object_mut())
        {
            members.entry(member.name).or_insert(Value::from(token));
        }
        let verdict = validate(operation, &expected, &Context::default());
        match build(operation, &request, &options) {
            Ok(request) => {
                prop_assert_eq!(request.input(), &expected);
                prop_assert_eq!(request.issues(), verdict.issues());
                prop_assert!(verdict.is_ok());
            }
            Err(rejected) => {
                prop_assert_eq!(rejected.draft.input(), &expected);
                prop_assert_eq!(rejected.report, verdict);
            }
        }
        let text = Draft::new(operation, expected.clone()).to_json();
        prop_assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), expected);
    }
}

#[test]
fn requests_by_the_book_pass() {
    for_sound_requests(256, |operation, request| {
        prop_assert_eq!(errors(operation, request), []);
        Ok(())
    });
}

#[test]
fn a_value_of_another_type_is_one_finding_wherever_it_stands() {
    for_sound_requests(48, |operation, request| {
        for (pointer, other) in
            pointers(request).into_iter().flat_map(|pointer| [(pointer.clone(), json!(7)), (pointer, json!(null))])
        {
            let mut broken = request.clone();
            *broken.pointer_mut(&pointer).unwrap() = other;
            prop_assert_eq!(errors(operation, &broken), [(pointer, "wrong_type".to_owned())]);
        }
        Ok(())
    });
}

/// The pointers to all values in a value, itself among them.
fn pointers(value: &Value) -> Vec<String> {
    let below: Vec<(String, &Value)> = match value {
        Value::Array(items) => items.iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect(),
        Value::Object(entries) => {
            entries.iter().map(|(key, value)| (key.replace('~', "~0").replace('/', "~1"), value)).collect()
        }
        _ => vec![],
    };
    let below = below
        .into_iter()
        .flat_map(|(token, value)| pointers(value).into_iter().map(move |rest| format!("/{token}{rest}")));
    std::iter::once(String::new()).chain(below).collect()
}

#[test]
fn a_member_that_there_is_not_is_one_finding_in_every_structure() {
    for_sound_requests(48, |operation, request| {
        let mut places = vec![String::new()];
        places.extend(match operation.name {
            "CreateReplicationSet" => {
                request["regions"].as_object().unwrap().keys().map(|key| format!("/regions/{key}")).collect()
            }
            "ReplicateSecretToRegions" => vec!["/AddReplicaRegions/0".to_owned()],
            "CreateReplicationConfiguration" => vec!["/Destinations/0".to_owned()],
            _ => vec![],
        });
        for place in places {
            let mut broken = request.clone();
            broken.pointer_mut(&place).unwrap()["__proto__"] = json!({});
            prop_assert_eq!(errors(operation, &broken), [(format!("{place}/__proto__"), "unknown_field".to_owned())]);
        }
        Ok(())
    });
}
