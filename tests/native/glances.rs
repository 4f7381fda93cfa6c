//! A glance is sure only of what the engine has nothing to say about. JSON text is glanced at first, a value of `serde_json`
//! never: so whatever they say differently is the glance's fault.

mod usual;

use allocation_counter::measure;
use serde_json::Value;
use xregion::jsonl::{Lines, judge_text};
use xregion::shape::Operation;
use xregion::{Context, validate, validate_json};

use crate::architecture::assert_none;
use crate::properties::sound::for_sound_requests;
use crate::support::{cases, vectors};
use crate::words::others;
use usual::{also_usual, usual};

fn check(operation: &'static Operation, request: &Value) {
    let by_engine = validate(operation, request, &Context::default());
    for text in [request.to_string(), serde_json::to_string_pretty(request).unwrap()] {
        let report = validate_json(operation, text.as_bytes(), &Context::default());
        assert_eq!(report.issues(), by_engine.issues(), "{}: {text}", operation.name);
        let named = format!("{{\"operation\": \"{}\", \"input\": {text}}}", operation.name);
        let report = judge_text(None, named.as_bytes(), &Context::default());
        assert_eq!(report.issues().is_empty(), by_engine.issues().is_empty(), "{named}");
    }
}

/// Everything that is a change away from a value: with another string or boolean, another key, or without a member.
fn changed(value: &Value, others: &[String], visit: &mut dyn FnMut(Value)) {
    match value {
        Value::String(_) => others.iter().for_each(|other| visit(other.as_str().into())),
        Value::Bool(boolean) => visit((!boolean).into()),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let mut place = |other: Option<Value>| {
                    let mut items = items.clone();
                    items.splice(index..=index, other);
                    visit(items.into());
                };
                place(None);
                changed(item, others, &mut |other| place(Some(other)));
            }
            let mut twice = items.clone();
            twice.extend(items.first().cloned());
            visit(twice.into());
        }
        Value::Object(entries) => {
            for (name, value) in entries {
                let mut without = entries.clone();
                without.shift_remove(name);
                visit(without.clone().into());
                for other in others.iter().take(4) {
                    let mut renamed = without.clone();
                    renamed.insert(other.clone(), value.clone());
                    visit(renamed.into());
                }
                changed(value, others, &mut |other| {
                    let mut entries = entries.clone();
                    entries.insert(name.clone(), other);
                    visit(entries.into());
                });
            }
        }
        Value::Null | Value::Number(_) => {}
    }
}

/// What of the heap is taken as something is judged in which nothing is wrong.
fn heap_for(judged: impl Fn() -> usize) -> u64 {
    let heap = measure(|| assert_eq!(judged(), 0));
    heap.count_total
}

/// The engine puts what it has read on the heap; a glance takes none of it.
#[test]
fn what_is_usual_is_told_at_a_glance() {
    let context = Context::default();
    let mut wrong = Vec::new();
    for (operation, request) in usual().into_iter().chain(also_usual()) {
        let line = request.to_string();
        for text in [&line, &serde_json::to_string_pretty(&request).unwrap()] {
            let named = format!("{{\"operation\": \"{}\", \"input\": {text}}}", operation.name);
            let taken = [
                heap_for(|| validate_json(operation, text.as_bytes(), &context).issues().len()),
                heap_for(|| judge_text(None, named.as_bytes(), &context).issues().len()),
            ];
            if taken != [0, 0] {
                wrong.push(format!("{}: {text:.300}: {taken:?}", operation.name));
            }
        }
        let lines = format!(" {line}\r\n{line} \n\t{line}\n");
        let mut judged = Lines::new(Some(operation), &context);
        let taken = measure(|| assert_eq!(judged.push(lines.as_bytes()).filter(|line| line.report.is_ok()).count(), 3));
        if taken.count_total > 0 {
            wrong.push(format!("{}: in lines: {line:.300}", operation.name));
        }
    }
    assert_none(&wrong);
}

#[test]
fn a_glance_agrees_with_the_engine_on_every_vector() {
    for vector in vectors() {
        check(vector.operation, &vector.request);
    }
    for case in cases() {
        if let Some(request) = case.value() {
            check(case.operation, &request);
        }
    }
}

#[test]
fn a_glance_agrees_with_the_engine_on_whatever_is_a_change_away() {
    let others = others();
    for (operation, request) in usual().into_iter().chain(also_usual()) {
        check(operation, &request);
        if request.to_string().len() > 2000 {
            continue;
        }
        changed(&request, &others, &mut |request| check(operation, &request));
    }
}

#[test]
fn a_glance_agrees_with_the_engine_on_whatever_is_two_changes_away() {
    let few: Vec<String> = others().into_iter().step_by(19).collect();
    for (operation, request) in usual() {
        changed(&request, &few, &mut |request| changed(&request, &few, &mut |request| check(operation, &request)));
    }
}

/// The policies of requests, with what puts others in their places.
fn for_policies(
    requests: impl IntoIterator<Item = (&'static Operation, Value)>,
    visit: impl Fn(&Value, &dyn Fn(&str)),
) {
    for (operation, request) in requests {
        let Some(policy) = request.get("Policy").and_then(Value::as_str) else { continue };
        visit(&serde_json::from_str(policy).unwrap(), &|policy| {
            let mut request = request.clone();
            request["Policy"] = policy.into();
            check(operation, &request);
        });
    }
}

#[test]
fn a_glance_agrees_with_the_engine_on_changed_policies() {
    let strings = [
        "",
        "*",
        "Allow",
        "Deny",
        "2008-10-17",
        "kms:*",
        "KMS:Put*",
        "kms:PutKeyPolicy",
        "kms:Encrypt",
        "\u{7f}",
        "ä",
        "1234大",
        "Ā",
        "a\\b",
        "a\nb",
    ];
    let strings: Vec<String> =
        strings.into_iter().chain(["Principal", "NotAction", "Resource"]).map(str::to_owned).collect();
    for_policies(usual().into_iter().chain(also_usual()), |policy, check| {
        changed(policy, &strings, &mut |policy| check(&policy.to_string()));
    });
}

#[test]
fn a_glance_agrees_with_the_engine_on_policies_that_are_nearly_json() {
    for_policies(usual(), |policy, check| {
        let text = policy.to_string();
        for at in 0..text.len() {
            for other in ["", "\"", "\\", "]", ",", "\n", "\u{1}"] {
                let mut text = text.clone();
                text.replace_range(at..=at, other);
                check(&text);
            }
        }
        let padded = |length: usize| format!("{text}{}", " ".repeat(length - text.len()));
        for length in [32_768, 32_769] {
            check(&padded(length));
        }
    });
}

#[test]
fn a_glance_agrees_with_the_engine_on_text_that_is_nearly_json() {
    for (operation, request) in usual() {
        let text = request.to_string();
        for at in 0..text.len() {
            for other in ["", "\"", "\\", "}", ",", "\n", "\u{1}", "0", "-", "G"] {
                let mut text = text.clone().into_bytes();
                text.splice(at..=at, other.bytes());
                let by_engine = match serde_json::from_slice::<Value>(&text) {
                    Ok(request) => validate(operation, &request, &Context::default()).issues().len(),
                    Err(_) => 1,
                };
                let report = validate_json(operation, &text, &Context::default());
                assert_eq!(report.issues().is_empty(), by_engine == 0, "{}", String::from_utf8_lossy(&text));
            }
        }
    }
}

#[test]
fn a_glance_agrees_with_the_engine_on_requests_by_the_book() {
    for_sound_requests(256, |operation, request| {
        check(operation, request);
        Ok(())
    });
}
