//! Values of options: JSON, or the CLI's short notation.

use serde_json::Value;

use super::super::json::{Told, plain};
use super::shorthand;
use crate::shape::{List, Shape};
use crate::shell::Word;

/// Why a value was not read.
pub(super) enum Problem {
    /// The name of a phrase.
    Named(&'static str),
}

/// Whether the CLI takes a value for the address of one.
pub(super) fn is_address(text: &str) -> bool {
    ["file://", "fileb://", "http://", "https://"].iter().any(|address| text.starts_with(address))
}

/// The value of an option that takes one argument.
pub(super) fn of(shape: &Shape, text: &str) -> Result<Told, Problem> {
    match shape {
        Shape::Text(_) | Shape::Boolean(_) => Ok(Told { value: text.into(), issues: Vec::new() }),
        _ if text.trim_start().starts_with(['{', '[']) => json(text),
        _ => short(shape, text).map(|value| Told { value, issues: Vec::new() }),
    }
}

/// The value of an option that takes a list: one argument for all of it in JSON, or one for each item.
pub(super) fn list(list: &List, words: &[Word]) -> Result<Told, Problem> {
    if let Some(doubt) = words.iter().find_map(|word| word.doubt) {
        return Err(Problem::Named(doubt));
    }
    match words {
        [word] if is_address(&word.text) => Err(Problem::Named("file_or_page")),
        [word] if word.text.trim_start().starts_with('[') => json(&word.text),
        _ => {
            let mut whole = Told { value: Value::Null, issues: Vec::new() };
            let mut items = Vec::new();
            for (index, word) in words.iter().enumerate() {
                let item = of(list.item, &word.text)?;
                whole.issues.extend(item.issues.into_iter().map(|told| told_below(told, index)));
                items.push(item.value);
            }
            whole.value = items.into();
            Ok(whole)
        }
    }
}

fn told_below(mut issue: crate::report::Issue, index: usize) -> crate::report::Issue {
    issue.path.0.insert(0, crate::report::Segment::Index(index));
    issue
}

pub(super) fn json(text: &str) -> Result<Told, Problem> {
    plain(text).ok_or(Problem::Named("no_json"))
}

fn short(shape: &Shape, text: &str) -> Result<Value, Problem> {
    let mut value = shorthand::read(text).ok_or(Problem::Named("no_shorthand"))?;
    conform(shape, &mut value);
    Ok(value)
}

/// The notation has neither booleans nor lists of one item: what is meant tells the member.
fn conform(shape: &Shape, value: &mut Value) {
    match (shape, &mut *value) {
        (Shape::Boolean(_), Value::String(text)) => match text.to_lowercase().as_str() {
            "true" => *value = true.into(),
            "false" => *value = false.into(),
            _ => {}
        },
        (Shape::List(list), Value::Array(items)) => items.iter_mut().for_each(|item| conform(list.item, item)),
        (Shape::List(_), other) => *value = vec![other.take()].into(),
        (Shape::Map(map), Value::Object(entries)) => {
            entries.values_mut().for_each(|entry| conform(map.value, entry));
        }
        (Shape::Structure(structure), Value::Object(entries)) => {
            for member in structure.members {
                if let Some(value) = entries.get_mut(member.name) {
                    conform(&member.shape, value);
                }
            }
        }
        _ => {}
    }
}
