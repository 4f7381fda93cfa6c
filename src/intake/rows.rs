//! Rows, as forms and tables have them, for the entries of maps and the items of lists.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::Intake;
use crate::report::{Code, Issue, Path, Severity, echo};
use crate::shape::{self, Operation, Shape, Structure};

/// Reads an input whose maps are lists of rows. A row holds the key under the name that its field has in
/// [the form](crate::derive::form()), `Region` or `Key`, and beside it the members of the value, or the value itself under
/// the name of its field. A map that is no list of rows stays as it is.
///
/// An optional text that is empty is left out: in a form it was not filled in. Of two rows with one key the first counts,
/// and the other is a `duplicate` at its key's field.
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

#[derive(Default)]
struct Reader {
    issues: Vec<Issue>,
}

impl Reader {
    fn structure(&mut self, structure: &Structure, members: &Map<String, Value>, path: &Path) -> Value {
        let mut read = Map::new();
        for (name, value) in members {
            let value = match structure.members.iter().find(|member| member.name == name) {
                Some(member) if member.required.is_none() && is_empty_text(&member.shape, value) => continue,
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
            (Shape::Map(map), Value::Array(rows)) => match rows.iter().map(|row| key_of(map, row)).collect() {
                Some(keys) => self.entries(map, rows, keys, path),
                None => value.clone(),
            },
            _ => value.clone(),
        }
    }

    fn entries(&mut self, map: &shape::Map, rows: &[Value], keys: Vec<&str>, path: &Path) -> Value {
        let mut first = BTreeMap::new();
        let mut entries = Map::new();
        for (index, (row, key)) in rows.iter().zip(keys).enumerate() {
            let path = path.clone().item(index);
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

    /// The value that a row holds beside its key.
    fn cells(&mut self, map: &shape::Map, row: &Value, path: &Path) -> Value {
        let mut cells = row.as_object().cloned().unwrap_or_default();
        cells.remove(map.key_name.0);
        if let Shape::Structure(structure) = map.value {
            return self.structure(structure, &cells, path);
        }
        let value = cells.remove(map.value_name.0).unwrap_or_else(|| Value::from(""));
        for name in cells.keys() {
            let known = vec![map.key_name.0.to_owned(), map.value_name.0.to_owned()];
            let (path, params) = (path.clone().join(name), vec![echo(name), known.into()]);
            self.issues.push(Issue::new(map.rule, Code::UnknownField, Severity::Error, path, false, params));
        }
        self.value(map.value, &value, path)
    }
}

/// The key in a row: empty where it was not filled in, `None` where the row is none.
fn key_of<'v>(map: &shape::Map, row: &'v Value) -> Option<&'v str> {
    match row.as_object()?.get(map.key_name.0) {
        None => Some(""),
        Some(key) => key.as_str(),
    }
}

fn is_empty_text(shape: &Shape, value: &Value) -> bool {
    matches!(shape, Shape::Text(_)) && value.as_str() == Some("")
}
