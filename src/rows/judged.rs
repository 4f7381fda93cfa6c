//! What is said of an input, said at the rows that it was read from.

use alloc::borrow::ToOwned;

use super::{Rows, Source, read};
use crate::report::{Change, Code, Issue, Path, Report, Segment, Suggestion};
use crate::shape::{Operation, Shape};

/// Reads rows, has what was made of them judged, and says everything at the row's own field.
pub(crate) fn judged<'a, V: Source<'a>, I>(
    operation: &'static Operation,
    rows: V,
    judge: impl FnOnce(V::Made) -> (Report, I),
) -> (Report, I) {
    let read = read(operation, rows);
    let (report, input) = judge(read.made);
    let mut issues = report.into_issues();
    // Rows that were refused are entries all the same.
    issues.retain(|issue| {
        let is_refused = |row: &Issue| row.code == Code::WrongType && row.path.0.starts_with(&issue.path.0);
        issue.code != Code::TooFew || !read.issues.iter().any(is_refused)
    });
    for issue in &mut issues {
        let found = Place::of(&read.lists, &issue.path);
        issue.path = found.path;
        if let (true, Some(key)) = (issue.on_key, found.key) {
            issue.on_key = false;
            issue.path = key;
        }
        if let Some(suggestion) = issue.suggestion.take() {
            issue.suggestion = at_rows(&read.lists, suggestion);
        }
    }
    issues.extend(read.issues);
    (Report::default().and(issues), input)
}

fn at_rows(lists: &[Rows<'_>], Suggestion { path, change }: Suggestion) -> Option<Suggestion> {
    let found = Place::of(lists, &path);
    let change = match change {
        Change::MoveFrom(from) => {
            let from = Place::of(lists, &from);
            if let Some(key) = from.key {
                return Some(Suggestion::replace(key, path.last_key()?.to_owned()));
            }
            Change::MoveFrom(from.path)
        }
        // A row is not left out by emptying one of its fields.
        Change::Remove if found.key.is_some() => return None,
        change => change,
    };
    Some(Suggestion { path: found.path, change })
}

/// Where something stands among rows.
struct Place {
    path: Path,
    /// The field of the key, where the path leads to an entry.
    key: Option<Path>,
}

impl Place {
    fn of(lists: &[Rows<'_>], path: &Path) -> Self {
        let mut place = Self { path: Path::default(), key: None };
        for segment in &path.0 {
            place.key = None;
            let rows = lists.iter().find(|rows| rows.path == place.path);
            let (Some(Rows { map, keys, .. }), Segment::Key(key)) = (rows, segment) else {
                place.path.0.push(segment.clone());
                continue;
            };
            let row = keys.iter().position(|found| found.as_deref() == Some(key)).unwrap_or_default();
            place.path = place.path.item(row);
            place.key = Some(place.path.clone().join(map.key_name.0));
            if !matches!(map.value, Shape::Structure(_)) {
                place.path = place.path.join(map.value_name.0);
            }
        }
        place
    }
}
