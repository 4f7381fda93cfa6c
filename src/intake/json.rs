//! JSON text as people keep it: the input of a request, with or without the operation's name around it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Intake, another};
use crate::engine::WELL_FORMED;
use crate::input::{Characters, Input, JsonType, Look};
use crate::json::Json;
use crate::operations::OPERATIONS;
use crate::report::{Code, Issue, Path};
use crate::shape::Operation;
use crate::sources::{self, Rule};
use crate::validate::no_json;

/// The input that a JSON text holds, and the operation that it is for: the one that the text names around it,
/// `{"operation": "ReplicateKey", "input": {…}}`, else the only one that has all of its members.
///
/// A member that stands twice in one object is told: the last one counts.
///
/// ```
/// let (intake, operation) = xregion::from_json(br#"{ "SecretId": "orders", "SecretId": "prod/orders" }"#);
/// assert_eq!(operation.unwrap().name, "ReplicateSecretToRegions");
/// assert_eq!(intake.input["SecretId"], "prod/orders");
/// assert_eq!(intake.issues[0].path.pointer(), "/SecretId");
/// ```
pub fn from_json(text: &[u8]) -> (Intake, Option<&'static Operation>) {
    let JsonReading { operation, is_wrapped, mut issues } = read(text, None);
    let Ok(json) = Json::parse(text) else { return (Intake { input: Value::Null, issues }, operation) };
    let around = json.look(JsonType::Object).into_entries().unwrap_or_default();
    let wrapped = around.into_iter().find(|(name, _)| is_wrapped && name.text == INPUT);
    let input = wrapped.map_or(json, |(_, value)| value);
    let input = value_of(input, Path::default(), &mut issues);
    (Intake { input, issues }, operation)
}

/// A value, and what there is to say of its text.
pub(super) struct Told {
    pub(super) value: Value,
    pub(super) issues: Vec<Issue>,
}

/// The value that a JSON text holds; none where it is no JSON.
pub(super) fn plain(text: &str) -> Option<Told> {
    let json = Json::parse(text.as_bytes()).ok()?;
    let mut repeated = BTreeSet::new();
    repeated_members(json, Path::default(), &mut repeated);
    let mut issues = repeated.into_iter().map(|path| told(path, false)).collect();
    let value = value_of(json, Path::default(), &mut issues);
    Some(Told { value, issues })
}

/// The whole of a value. Halves of surrogate pairs are told and replaced; beyond the depth of every request is null.
fn value_of(value: Json<'_>, path: Path, issues: &mut Vec<Issue>) -> Value {
    match value.look(JsonType::String) {
        Look::Text(characters) => Value::String(text_of(characters, &path, issues)),
        Look::Other(JsonType::Array | JsonType::Object) if path.0.len() == DEEPEST => Value::Null,
        Look::Other(JsonType::Array) => {
            let items = value.look(JsonType::Array).into_items().unwrap_or_default();
            items.into_iter().map(|(index, item)| value_of(item, path.clone().item(index), issues)).collect()
        }
        Look::Other(JsonType::Object) => {
            let entries = value.look(JsonType::Object).into_entries().unwrap_or_default();
            let entries = entries.into_iter().map(|(name, value)| {
                let path = path.clone().join(&name.text);
                let name = text_of(name, &path, issues);
                (name, value_of(value, path, issues))
            });
            Value::Object(entries.collect())
        }
        _ => value.to_value(),
    }
}

fn text_of(characters: Characters<'_>, path: &Path, issues: &mut Vec<Issue>) -> String {
    if !characters.well_formed {
        let code = Code::InvalidUnicode;
        issues.push(Issue::new(WELL_FORMED, code, code.severity(), path.clone(), false, vec![]));
    }
    characters.text.into_owned()
}

/// What there is to say of a text beside its value.
pub(crate) struct JsonReading {
    pub(crate) operation: Option<&'static Operation>,
    /// Whether the input stands below [`INPUT`].
    pub(crate) is_wrapped: bool,
    pub(crate) issues: Vec<Issue>,
}

/// The members of what stands around an input.
const OPERATION: &str = "operation";
const INPUT: &str = "input";

/// Reads a text which is to be of one operation, where one is expected. A text that names none is taken for that.
pub(crate) fn read(text: &[u8], expected: Option<&'static Operation>) -> JsonReading {
    let json = match Json::parse(text) {
        Ok(json) => json,
        Err(error) => return JsonReading { operation: expected, is_wrapped: false, issues: vec![no_json(error)] },
    };
    let entries = json.look(JsonType::Object).into_entries().unwrap_or_default();
    let entry = |wanted: &str| entries.iter().find(|(name, _)| name.text == wanted).map(|(_, value)| *value);
    let named = entry(OPERATION).and_then(name_in).filter(|_| entry(INPUT).is_some() && entries.len() == 2);
    let is_wrapped = named.is_some();
    let operation = match &named {
        Some(named) => OPERATIONS.iter().copied().find(|operation| operation.name == named),
        None => expected.or_else(|| only_one_with(entries.iter().map(|(name, _)| &*name.text))),
    };
    let mut repeated = BTreeSet::new();
    repeated_members(json, Path::default(), &mut repeated);
    let repeated = repeated.into_iter().map(|path| told(path, is_wrapped));
    let issues = repeated.chain(another(named.as_deref(), expected)).collect();
    JsonReading { operation, is_wrapped, issues }
}

/// The only operation that has all of these members.
fn only_one_with<'n>(names: impl Iterator<Item = &'n str> + Clone) -> Option<&'static Operation> {
    let has = |operation: &Operation, name: &str| operation.input.members.iter().any(|member| member.name == name);
    let mut able = OPERATIONS.iter().copied().filter(|operation| names.clone().all(|name| has(operation, name)));
    able.next().filter(|_| able.next().is_none())
}

fn name_in(value: Json<'_>) -> Option<String> {
    match value.look(JsonType::String) {
        Look::Text(name) => Some(name.text.into_owned()),
        _ => None,
    }
}

/// The rule that no member stands twice.
static NAMES: Rule = Rule { id: "X-07", source: &sources::JSON };

fn told(Path(mut path): Path, is_wrapped: bool) -> Issue {
    if is_wrapped && !path.is_empty() {
        path.remove(0);
    }
    let code = Code::RepeatedMember;
    Issue::new(NAMES, code, code.severity(), Path(path), false, vec![])
}

/// No request is nearly as deep.
const DEEPEST: usize = 16;

/// The members that stand twice in one object, each once.
fn repeated_members(json: Json<'_>, path: Path, found: &mut BTreeSet<Path>) {
    if path.0.len() == DEEPEST {
        return;
    }
    let items = json.look(JsonType::Array).into_items().unwrap_or_default();
    for (index, item) in items {
        repeated_members(item, path.clone().item(index), found);
    }
    let mut names = BTreeSet::new();
    for (name, value) in json.all_entries() {
        let path = path.clone().join(&name.text);
        if !names.insert((name.text, name.well_formed)) {
            found.insert(path.clone());
        }
        repeated_members(value, path, found);
    }
}
