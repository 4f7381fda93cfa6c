//! Requests that say whose they are: `{"operation": "ReplicateKey", "input": {…}}`.

use alloc::borrow::ToOwned;
use alloc::vec;
use alloc::vec::Vec;

use super::LINE;
use crate::context::Context;
use crate::engine::MOST_ITEMS;
use crate::input::{Input, JsonType, Look};
use crate::json::Json;
use crate::nearest::nearest;
use crate::operations::OPERATIONS;
use crate::report::{Change, Code, Issue, Name, Notebook, Path, Report, Segment, Suggestion, echo};
use crate::shape::Operation;
use crate::validate::judge_whole;

const OPERATION: &str = "operation";
const INPUT: &str = "input";

/// Looks at a request, and at what says whose it is.
pub(super) fn judged(request: Json<'_>, context: &Context) -> Report {
    let mut notebook = Notebook::new(context);
    let (mut operation, mut input) = (None, None);
    let entries = match request.look(JsonType::Object) {
        Look::Object(entries) if entries.len() <= MOST_ITEMS => entries,
        other => {
            let actual = other.json_type();
            let actual = if actual == JsonType::Object { JsonType::Other } else { actual };
            wrong_type(&mut notebook, JsonType::Object, actual, Path::default());
            return notebook.close();
        }
    };
    let mut others = Vec::new();
    for (name, value) in entries {
        match &*name.text {
            OPERATION => operation = Some(value),
            INPUT => input = Some(value),
            _ => others.push(name.text),
        }
    }
    for name in others {
        let path = Path::default().join(&name);
        let absent = [(OPERATION, operation.is_none()), (INPUT, input.is_none())];
        let mut absent = absent.into_iter().filter(|(_, is_absent)| *is_absent).map(|(member, _)| member);
        let params = vec![echo(&name), vec![Name::from(OPERATION), Name::from(INPUT)].into()];
        let noted = notebook.note(&LINE, Code::UnknownField, path.clone(), false, params);
        if noted.is_told() {
            noted.suggesting(nearest(&name, &mut absent).and_then(|meant| Suggestion::rename(path, meant)));
        }
    }
    for (member, is_absent) in [(OPERATION, operation.is_none()), (INPUT, input.is_none())] {
        if is_absent {
            let path = Path::default().join(member);
            notebook.note(&LINE, Code::MissingRequired, path, false, vec![member.into()]);
        }
    }
    let operation = operation.and_then(|name| operation_of(&mut notebook, name));
    let around = notebook.close();
    match (operation, input) {
        (Some(operation), Some(input)) => around.and(below_input(judge_whole(operation, input, context))),
        _ => around,
    }
}

/// The operation of a name; what is none is noted.
fn operation_of(notebook: &mut Notebook, name: Json<'_>) -> Option<&'static Operation> {
    let path = Path::default().join(OPERATION);
    let name = match name.look(JsonType::String) {
        Look::Text(characters) => characters.text,
        other => {
            wrong_type(notebook, JsonType::String, other.json_type(), path);
            return None;
        }
    };
    let named = OPERATIONS.iter().copied().find(|operation| operation.name == name);
    if named.is_none() {
        let meant = nearest(&name, &mut OPERATIONS.iter().map(|operation| operation.name));
        let meant = meant.map(|meant| Suggestion::replace(path.clone(), meant.to_owned()));
        let params = vec!["operation_name".into()];
        notebook.note(&LINE, Code::InvalidIdentifier, path, false, params).suggesting(meant);
    }
    named
}

fn wrong_type(notebook: &mut Notebook, expected: JsonType, actual: JsonType, path: Path) {
    notebook.note(&LINE, Code::WrongType, path, false, vec![expected.name().into(), actual.name().into()]);
}

/// What is said of an input, where it stands on the line.
fn below_input(report: Report) -> impl Iterator<Item = Issue> {
    report.into_issues().into_iter().map(|mut issue| {
        put_below(&mut issue.path);
        if let Some(suggestion) = &mut issue.suggestion {
            put_below(&mut suggestion.path);
            if let Change::MoveFrom(from) = &mut suggestion.change {
                put_below(from);
            }
        }
        issue
    })
}

fn put_below(path: &mut Path) {
    path.0.insert(0, Segment::Key(INPUT.into()));
}
