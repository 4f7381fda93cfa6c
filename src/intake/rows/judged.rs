//! What is said of an input, said at the rows that it was read from.

use serde_json::Value;

use super::{from_rows, key_of};
use crate::context::Context;
use crate::report::{Change, Code, Issue, Path, Report, Segment, Suggestion};
use crate::shape::{Operation, Shape, Structure};
use crate::validate::validate;

/// Looks at the input that rows stand for, and says everything at the row's own field: what is wrong with a key at the
/// key's field, what is wrong with a value at the value's. The input comes with it.
///
/// ```
/// use xregion::{Context, operations::CREATE_REPLICATION_SET, validate_rows};
///
/// let rows = serde_json::json!({ "regions": [{ "Region": "eu-west-1" }, { "Region": "us-east-1a" }] });
/// let (report, _) = validate_rows(&CREATE_REPLICATION_SET, &rows, &Context::default());
/// assert_eq!(report.issues()[0].path.pointer(), "/regions/1/Region");
/// ```
pub fn validate_rows(operation: &'static Operation, rows: &Value, context: &Context) -> (Report, Value) {
    let intake = from_rows(operation, rows);
    let report = validate(operation, &intake.input, context);
    // Rows that were refused are entries all the same.
    let lacks_refused = |issue: &Issue| {
        let is_refused = |row: &Issue| row.code == Code::WrongType && row.path.0.starts_with(&issue.path.0);
        issue.code == Code::TooFew && intake.issues.iter().any(is_refused)
    };
    let judged = report.into_issues().into_iter().filter(|issue| !lacks_refused(issue));
    let judged: Vec<Issue> = judged.map(|issue| at_row(operation, rows, issue)).collect();
    (Report::default().and(judged.into_iter().chain(intake.issues)), intake.input)
}

fn at_row(operation: &Operation, rows: &Value, mut issue: Issue) -> Issue {
    let place = |path: &Path| Place::of(&operation.input, rows, path);
    let found = place(&issue.path);
    issue.path = if issue.on_key { found.key.clone().unwrap_or(found.path) } else { found.path };
    issue.on_key &= found.key.is_none();
    issue.suggestion = issue.suggestion.and_then(|Suggestion { path, change }| match change {
        Change::MoveFrom(from) => Some(match place(&from).key {
            Some(key) => Suggestion::replace(key, path.last_key()?.to_owned()),
            None => Suggestion { path: place(&path).path, change: Change::MoveFrom(place(&from).path) },
        }),
        // A row is not left out by emptying one of its fields.
        Change::Remove if place(&path).key.is_some() => None,
        change => Some(Suggestion { path: place(&path).path, change }),
    });
    issue
}

/// Where something stands among rows.
struct Place {
    path: Path,
    /// The field of the key, where the path leads to an entry.
    key: Option<Path>,
}

impl Place {
    fn of(structure: &Structure, rows: &Value, path: &Path) -> Self {
        let mut at = Walk::Structure(structure);
        let mut value = Some(rows);
        let mut place = Self { path: Path::default(), key: None };
        for segment in &path.0 {
            let map = match at {
                Walk::Shape(Shape::Map(map)) => value.and_then(Value::as_array).map(|rows| (map, rows)),
                _ => None,
            };
            place.key = None;
            if let (Some((map, rows)), Segment::Key(key)) = (map, segment) {
                let index = rows.iter().position(|row| key_of(map, row) == Ok(key)).unwrap_or_default();
                place.path = place.path.item(index);
                place.key = Some(place.path.clone().join(map.key_name.0));
                value = rows.get(index);
                if !matches!(map.value, Shape::Structure(_)) {
                    place.path = place.path.join(map.value_name.0);
                }
                at = Walk::Shape(map.value);
            } else {
                place.path.0.push(segment.clone());
                value = match segment {
                    Segment::Key(key) => value.and_then(|value| value.get(key)),
                    Segment::Index(index) => value.and_then(|value| value.get(index)),
                };
                at = at.step(segment);
            }
        }
        place
    }
}

#[derive(Clone, Copy)]
enum Walk<'s> {
    Structure(&'s Structure),
    Shape(&'s Shape),
    Nowhere,
}

impl<'s> Walk<'s> {
    fn step(self, segment: &Segment) -> Self {
        let structure = match self {
            Self::Structure(structure) | Self::Shape(Shape::Structure(structure)) => structure,
            Self::Shape(Shape::List(list)) => return Self::Shape(list.item),
            _ => return Self::Nowhere,
        };
        let Segment::Key(name) = segment else { return Self::Nowhere };
        let member: Option<&'s &'static crate::shape::Member> =
            structure.members.iter().find(|member| member.name == name);
        member.map_or(Self::Nowhere, |member| Self::Shape(&member.shape))
    }
}
