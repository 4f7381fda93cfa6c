//! Rows, as forms and tables have them, for the entries of maps and the items of lists.

mod judged;

use std::collections::BTreeMap;

pub use judged::validate_rows;
use serde_json::{Map, Value};

use super::Intake;
use crate::input::{Input, JsonType};
use crate::report::{Code, Issue, Path, Severity, echo};
use crate::shape::{self, Bounds, List, Operation, Shape, Structure};

/// Reads an input whose maps are lists of rows. A row holds the key under the name that its field has in
/// [the form](crate::derive::form()), `Region` or `Key`, and beside it the members of the value, or the value itself under
/// the name of its field. A map that is no list stays as it is.
///
/// What is optional and empty is left out, for in a form it was not filled in: a text, and rows of which there must be
/// one. Of two rows with one key the first counts, and the other is a `duplicate` at its key's field.
///
/// ```
/// use xregion::{from_rows, operations::CREATE_REPLICATION_SET};
///
/// let rows = serde_json::json!({
///     "clientToken": "",
///     "regions": [{ "Region": "eu-west-1", "sseKmsKeyId": "" }, { "Region": "eu-central-1" }],
///     "tags": [{ "Key": "team", "Value": "operations" }, { "Key": "team", "Value": "orders" }],
/// });
/// let intake = from_rows(&CREATE_REPLICATION_SET, &rows);
/// assert_eq!(intake.input["regions"], serde_json::json!({ "eu-west-1": {}, "eu-central-1": {} }));
/// assert_eq!(intake.issues[0].path.pointer(), "/tags/1/Key");
/// ```
pub fn from_rows(operation: &'static Operation, rows: &Value) -> Intake {
    let mut reader = Reader::default();
    let input = match rows {
        Value::Object(members) => reader.structure(&operation.input, members, &Path::default()),
        other => other.clone(),
    };
    Intake { input, issues: reader.issues }
}

/// The rows of an input: each map as a list of rows, so that [`from_rows`] gives the input back.
///
/// ```
/// use xregion::{operations::CREATE_REPLICATION_SET, to_rows};
///
/// let input = serde_json::json!({ "regions": { "eu-west-1": {} }, "tags": { "team": "operations" } });
/// let rows = to_rows(&CREATE_REPLICATION_SET, &input);
/// assert_eq!(rows["regions"], serde_json::json!([{ "Region": "eu-west-1" }]));
/// assert_eq!(rows["tags"], serde_json::json!([{ "Key": "team", "Value": "operations" }]));
/// ```
pub fn to_rows(operation: &'static Operation, input: &Value) -> Value {
    match input {
        Value::Object(members) => rows_of_structure(&operation.input, members),
        other => other.clone(),
    }
}

fn rows_of_structure(structure: &Structure, members: &Map<String, Value>) -> Value {
    let shape = |name: &str| structure.members.iter().find(|member| member.name == name).map(|member| &member.shape);
    let member = |(name, value): (&String, &Value)| {
        (name.clone(), shape(name).map_or_else(|| value.clone(), |shape| rows_of(shape, value)))
    };
    members.iter().map(member).collect()
}

fn rows_of(shape: &Shape, value: &Value) -> Value {
    match (shape, value) {
        (Shape::Structure(structure), Value::Object(members)) => rows_of_structure(structure, members),
        (Shape::List(list), Value::Array(items)) => items.iter().map(|item| rows_of(list.item, item)).collect(),
        (Shape::Map(map), Value::Object(entries)) => {
            let rows: Option<Vec<Value>> = entries.iter().map(|(key, value)| row(map, key, value)).collect();
            rows.map_or_else(|| value.clone(), Value::Array)
        }
        _ => value.clone(),
    }
}

/// The row of an entry. A value that has no members where it should, or one that the key's field has, is in no row.
fn row(map: &shape::Map, key: &str, value: &Value) -> Option<Value> {
    let mut cells = match (map.value, rows_of(map.value, value)) {
        (Shape::Structure(_), Value::Object(members)) => members,
        (Shape::Structure(_), _) => return None,
        (_, value) => Map::from_iter([(map.value_name.0.to_owned(), value)]),
    };
    let before = cells.insert(map.key_name.0.to_owned(), key.into());
    before.is_none().then_some(Value::Object(cells))
}

#[derive(Default)]
struct Reader {
    issues: Vec<Issue>,
}

impl Reader {
    fn structure(&mut self, structure: &Structure, members: &Map<String, Value>, path: &Path) -> Value {
        let mut read = Map::new();
        for (name, value) in members {
            let value = match structure.members.iter().find(|member| member.name == name) {
                Some(member) if member.required.is_none() && is_left_empty(&member.shape, value) => continue,
                Some(member) => self.value(&member.shape, value, &path.clone().join(name)),
                None => value.clone(),
            };
            read.insert(name.clone(), value);
        }
        Value::Object(read)
    }

    fn value(&mut self, shape: &Shape, value: &Value, path: &Path) -> Value {
        match (shape, value) {
            (Shape::Structure(structure), Value::Object(members)) => self.structure(structure, members, path),
            (Shape::List(list), Value::Array(items)) => {
                let item = |(index, item)| self.value(list.item, item, &path.clone().item(index));
                Value::Array(items.iter().enumerate().map(item).collect())
            }
            (Shape::Map(map), Value::Array(rows)) => self.entries(map, rows, path),
            _ => value.clone(),
        }
    }

    fn entries(&mut self, map: &shape::Map, rows: &[Value], path: &Path) -> Value {
        let mut first = BTreeMap::new();
        let mut entries = Map::new();
        for (index, row) in rows.iter().enumerate() {
            let path = path.clone().item(index);
            let key = match key_of(map, row) {
                Ok(key) => key,
                Err(at_key) => {
                    let (path, value) = match at_key {
                        Some(key) => (path.join(map.key_name.0), (JsonType::String, key)),
                        None => (path, (JsonType::Object, row)),
                    };
                    self.refuse(map, path, value);
                    continue;
                }
            };
            let before = *first.entry(key).or_insert(index);
            if before == index {
                entries.insert(key.to_owned(), self.cells(map, row, &path));
            } else {
                let (path, params) = (path.join(map.key_name.0), vec![before.into()]);
                self.issues.push(Issue::new(map.rule, Code::Duplicate, Severity::Error, path, false, params));
            }
        }
        Value::Object(entries)
    }

    fn refuse(&mut self, map: &shape::Map, path: Path, (expected, value): (JsonType, &Value)) {
        let params = vec![expected.name().into(), value.look(expected).json_type().name().into()];
        self.issues.push(Issue::new(map.rule, Code::WrongType, Severity::Error, path, false, params));
    }

    /// The value that a row holds beside its key.
    fn cells(&mut self, map: &shape::Map, row: &Value, path: &Path) -> Value {
        let mut cells = row.as_object().cloned().unwrap_or_default();
        cells.shift_remove(map.key_name.0);
        if let Shape::Structure(structure) = map.value {
            return self.structure(structure, &cells, path);
        }
        let value = cells.shift_remove(map.value_name.0).unwrap_or_else(|| Value::from(""));
        for name in cells.keys() {
            let known = vec![map.key_name.0.to_owned(), map.value_name.0.to_owned()];
            let (path, params) = (path.clone().join(name), vec![echo(name), known.into()]);
            self.issues.push(Issue::new(map.rule, Code::UnknownField, Severity::Error, path, false, params));
        }
        self.value(map.value, &value, path)
    }
}

/// The key in a row: empty where it was not filled in. A row that is none is refused, and a key that is no text.
fn key_of<'v>(map: &shape::Map, row: &'v Value) -> Result<&'v str, Option<&'v Value>> {
    match row.as_object().ok_or(None)?.get(map.key_name.0) {
        None => Ok(""),
        Some(key) => key.as_str().ok_or(Some(key)),
    }
}

/// Whether nothing was filled in. An empty list that passes says something: that there shall be no item.
fn is_left_empty(shape: &Shape, value: &Value) -> bool {
    let needs_one = |count: Option<Bounds>| count.is_some_and(|count| count.min > 0);
    match shape {
        Shape::Text(_) => value.as_str() == Some(""),
        Shape::List(List { count, .. }) | Shape::Map(shape::Map { count, .. }) => {
            needs_one(*count) && value.as_array().is_some_and(Vec::is_empty)
        }
        Shape::Boolean(_) | Shape::Structure(_) => false,
    }
}
