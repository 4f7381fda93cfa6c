//! What services answer: the errors as data, the types of responses, and both as sections of the reference.

use std::fmt::Write;

use serde_json::{Value, json};

use super::reference::{cell, rule};
use crate::answer::{COMMON_ERRORS, Kind, Output, Retry, ServiceError, State};
use crate::shape::Operation;

/// The errors of an operation, its own first, then those of every operation.
pub fn errors(operation: &Operation) -> Value {
    let entry = |error: &ServiceError, common: bool| {
        let mut retry = json!({ "advised": error.retry.as_str() });
        if let (Retry::Later(when), Some(retry)) = (error.retry, retry.as_object_mut()) {
            retry.insert("when".to_owned(), json!(when));
        }
        let mut entry = json!({
            "name": error.name,
            "retry": retry,
            "meaning": error.meaning,
            "advice": error.advice,
            "common": common,
            "rule": error.rule.id,
            "source": { "title": error.rule.source.title, "url": error.rule.source.url },
        });
        if let (1.., Some(entry)) = (error.status, entry.as_object_mut()) {
            entry.insert("status".to_owned(), json!(error.status));
        }
        entry
    };
    let own = operation.guide.answers.errors;
    let common = COMMON_ERRORS.iter().filter(|error| !own.iter().any(|known| known.name == error.name));
    own.iter().map(|error| entry(error, false)).chain(common.map(|error| entry(error, true))).collect()
}

/// The type of an operation's response.
pub(super) fn response_type(operation: &Operation) -> String {
    object(operation.guide.answers.response, 0)
}

fn object(outputs: &[Output], depth: usize) -> String {
    let indent = "  ".repeat(depth + 1);
    let mut out = String::from("{\n");
    for output in outputs {
        let optional = if output.always { "" } else { "?" };
        let type_ = type_of(&output.kind, depth + 1);
        let _ = writeln!(out, "{indent}/** {} */\n{indent}{}{optional}: {type_};", output.doc, output.name);
    }
    out + &"  ".repeat(depth) + "}"
}

/// Strings are open: the values that are known are offered, and others are admitted.
fn type_of(kind: &Kind, depth: usize) -> String {
    let open = |values: &mut dyn Iterator<Item = &str>| {
        let values: String = values.map(|value| format!("{value:?} | ")).collect();
        format!("{values}(string & {{}})")
    };
    match kind {
        Kind::Text => "string".to_owned(),
        Kind::Boolean => "boolean".to_owned(),
        Kind::Integer => "number".to_owned(),
        Kind::Timestamp => "Date".to_owned(),
        Kind::Values(values) => open(&mut values.iter().copied()),
        Kind::Status(status) => open(&mut status.states.iter().map(|state| state.value)),
        Kind::List(item, _) => format!("Array<{}>", type_of(item, depth)),
        Kind::Structure(outputs) => object(outputs, depth),
    }
}

/// The sections about what comes back.
pub(super) fn sections(out: &mut String, operation: &Operation) {
    out.push_str("\n### Errors\n\nBeside the [errors of every operation](#errors-of-every-operation).\n\n");
    table(out, operation.guide.answers.errors);
    let (status, success) = operation.guide.answers.success;
    let _ = write!(
        out,
        "\n### Response\n\nWith HTTP status {status} ({}). Other members and values are taken as they come.\n\n\
         | member | is | rule |\n| --- | --- | --- |\n",
        rule(success)
    );
    rows(out, "", operation.guide.answers.response);
    for (path, states) in statuses("", operation.guide.answers.response) {
        let _ = write!(
            out,
            "\nThe values of {path}:\n\n| status | phase | means | what to do |\n| --- | --- | --- | --- |\n"
        );
        for State { value, phase, meaning, advice } in states {
            let _ = writeln!(out, "| `{value}` | {} | {} | {} |", phase.as_str(), cell(meaning), cell(advice));
        }
    }
}

/// The section about the errors of every operation.
pub(super) fn common(out: &mut String) {
    out.push_str("\n## Errors of every operation\n\n");
    table(out, COMMON_ERRORS);
}

fn table(out: &mut String, errors: &[ServiceError]) {
    out.push_str(
        "| error | HTTP status | send it again | means | what to do | rule |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    for error in errors {
        let status = if error.status == 0 { String::new() } else { error.status.to_string() };
        let retry = match error.retry {
            Retry::Never => "no".to_owned(),
            Retry::Yes => "yes, after a moment".to_owned(),
            Retry::Later(when) => format!("once this holds: {when}"),
        };
        let (meaning, advice) = (cell(error.meaning), cell(error.advice));
        let _ = writeln!(
            out,
            "| `{}` | {status} | {} | {meaning} | {advice} | {} |",
            error.name,
            cell(&retry),
            rule(error.rule)
        );
    }
}

fn join(prefix: &str, name: &str) -> String {
    if prefix.is_empty() { name.to_owned() } else { format!("{prefix}.{name}") }
}

fn rows(out: &mut String, prefix: &str, outputs: &[Output]) {
    for output in outputs {
        let path = join(prefix, output.name);
        let always = if output.always { "always there: " } else { "" };
        let is = words(&output.kind);
        let _ = writeln!(out, "| **{path}** | {always}{is}. {} | {} |", cell(output.doc), rule(output.rule));
        match &output.kind {
            Kind::Structure(within) => rows(out, &path, within),
            Kind::List(Kind::Structure(within), _) => rows(out, &format!("{path}[]"), within),
            Kind::List(item, by) => {
                let _ = writeln!(out, "| {path}[] | {} | {} |", words(item), rule(*by));
            }
            _ => {}
        }
    }
}

fn words(kind: &Kind) -> String {
    let values =
        |values: &mut dyn Iterator<Item = &str>| values.map(|value| format!("`{value}`")).collect::<Vec<_>>().join(" ");
    match kind {
        Kind::Text => "a string".to_owned(),
        Kind::Boolean => "true or false".to_owned(),
        Kind::Integer => "a whole number".to_owned(),
        Kind::Timestamp => "a moment in time".to_owned(),
        Kind::Values(known) => values(&mut known.iter().copied()),
        Kind::Status(status) => values(&mut status.states.iter().map(|state| state.value)),
        Kind::List(..) => "a list".to_owned(),
        Kind::Structure(_) => "an object".to_owned(),
    }
}

fn statuses<'o>(prefix: &str, outputs: &'o [Output]) -> Vec<(String, &'o [State])> {
    let mut found = Vec::new();
    for output in outputs {
        let path = join(prefix, output.name);
        match &output.kind {
            Kind::Status(status) => found.push((path, status.states)),
            Kind::Structure(within) => found.extend(statuses(&path, within)),
            Kind::List(Kind::Structure(within), _) => found.extend(statuses(&format!("{path}[]"), within)),
            _ => {}
        }
    }
    found
}
