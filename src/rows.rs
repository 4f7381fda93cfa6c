//! Rows, as forms and tables have them, for the entries of maps and the items of lists. They are read from values of any
//! origin, and what is made of them is of the same.

mod judged;
mod made;

use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;

pub(crate) use judged::judged;
use made::Made;
pub(crate) use made::Source;

use crate::input::{Characters, JsonType, Look};
use crate::report::{Code, Issue, Name, Params, Path, Severity, echo};
use crate::shape::{Bounds, List, Map, Operation, Shape, Structure};
use crate::sorted::first_of_each;

/// The rows of an input: each map as a list of rows.
pub(crate) fn made_of<'a, V: Source<'a>>(operation: &'static Operation, input: V) -> V::Made {
    Walk::over(operation, input, true).made
}

/// Reads an input whose maps are lists of rows.
pub(crate) fn read<'a, V: Source<'a>>(operation: &'static Operation, rows: V) -> Walk<'a, V> {
    Walk::over(operation, rows, false)
}

/// The entries of an object.
type Entries<'a, V> = Vec<(Characters<'a>, V)>;

/// The rows of a map.
struct Rows<'a> {
    map: &'static Map,
    path: Path,
    /// The key in each row that is one.
    keys: Vec<Option<Cow<'a, str>>>,
}

/// The way through a value, from rows to an input or from an input to rows.
pub(crate) struct Walk<'a, V: Source<'a>> {
    /// What was made of it.
    pub(crate) made: V::Made,
    /// What could not be read.
    pub(crate) issues: Vec<Issue>,
    /// Where rows were read.
    lists: Vec<Rows<'a>>,
    steps: Vec<Step>,
    to_rows: bool,
}

/// A step to where the walk is.
#[derive(Clone, Copy)]
enum Step {
    Key(&'static str),
    Index(usize),
}

impl<'a, V: Source<'a>> Walk<'a, V> {
    fn over(operation: &'static Operation, value: V, to_rows: bool) -> Self {
        let (made, steps) = (V::Made::default(), Vec::new());
        let mut walk = Self { made, issues: Vec::new(), lists: Vec::new(), steps, to_rows };
        match value.clone().look(JsonType::Object) {
            Look::Object(members) => walk.structure(&operation.input, members),
            _ => walk.made.kept(value),
        }
        walk
    }

    fn structure(&mut self, structure: &'static Structure, members: Entries<'a, V>) {
        self.made.open(true);
        self.members(structure, members, None);
        self.made.close(true);
    }

    /// The members of an object but for one, which is none of its structure.
    fn members(&mut self, structure: &'static Structure, members: Entries<'a, V>, except: Option<&str>) {
        for (name, value) in members {
            if except == Some(&*name.text) {
                continue;
            }
            let member = structure.members.iter().find(|member| member.name == name.text);
            let is_optional = member.filter(|member| member.required.is_none() && !self.to_rows);
            if is_optional.is_some_and(|member| is_left_empty(&member.shape, value.clone())) {
                continue;
            }
            self.made.name(&name.text);
            match member {
                Some(member) => self.value(Step::Key(member.name), &member.shape, value),
                None => self.made.kept(value),
            }
        }
    }

    fn value(&mut self, step: Step, shape: &'static Shape, value: V) {
        self.steps.push(step);
        let wanted = match shape {
            Shape::Structure(_) => JsonType::Object,
            Shape::Map(_) if self.to_rows => JsonType::Object,
            Shape::Map(_) | Shape::List(_) => JsonType::Array,
            Shape::Boolean(_) | Shape::Text(_) => JsonType::Null,
        };
        match (shape, value.clone().look(wanted)) {
            (Shape::Structure(structure), Look::Object(members)) => self.structure(structure, members),
            (Shape::List(list), Look::List(items)) => {
                self.made.open(false);
                for (index, item) in items {
                    self.made.item();
                    self.value(Step::Index(index), list.item, item);
                }
                self.made.close(false);
            }
            (Shape::Map(map), Look::List(rows)) => self.entries(map, rows),
            (Shape::Map(map), Look::Object(entries)) if entries.iter().all(|entry| fits(map, entry)) => {
                self.rows(map, entries);
            }
            _ => self.made.kept(value),
        }
        self.steps.pop();
    }

    fn rows(&mut self, map: &'static Map, entries: Entries<'a, V>) {
        self.made.open(false);
        for (key, value) in entries {
            self.made.item();
            self.made.open(true);
            self.made.name(map.key_name.0);
            self.made.text(&key.text);
            if let Shape::Structure(structure) = map.value {
                self.members(structure, entries_of(value), None);
            } else {
                self.made.name(map.value_name.0);
                self.value(Step::Key(map.value_name.0), map.value, value);
            }
            self.made.close(true);
        }
        self.made.close(false);
    }

    fn entries(&mut self, map: &'static Map, rows: Vec<(usize, V)>) {
        let mut keys = Vec::new();
        for (index, row) in &rows {
            self.steps.push(Step::Index(*index));
            keys.push(self.key_in(map, row.clone()));
            self.steps.pop();
        }
        let firsts = first_of_each(keys.len(), &|one, another| keys.get(one).cmp(&keys.get(another)));
        self.made.open(true);
        for (index, row) in rows {
            self.steps.push(Step::Index(index));
            let first = firsts.get(index).copied().unwrap_or_default();
            match keys.get(index) {
                Some(Some(_)) if first == index => self.entry(map, entries_of(row)),
                Some(Some(_)) => self.note(map, Some(map.key_name.0), Code::Duplicate, vec![first.into()]),
                _ => {}
            }
            self.steps.pop();
        }
        self.made.close(true);
        self.lists.push(Rows { map, path: self.path(), keys });
    }

    /// The key in a row, empty where it was not filled in. A row that is none is refused, and a key that is no text.
    fn key_in(&mut self, map: &Map, row: V) -> Option<Cow<'a, str>> {
        let (field, expected, actual) = match row.look(JsonType::Object) {
            Look::Object(cells) => {
                let Some(key) = cell(&cells, map.key_name.0) else { return Some(Cow::Borrowed("")) };
                match key.look(JsonType::String) {
                    Look::Text(characters) => return Some(characters.text),
                    other => (Some(map.key_name.0), JsonType::String, other.json_type()),
                }
            }
            other => (None, JsonType::Object, other.json_type()),
        };
        self.note(map, field, Code::WrongType, vec![expected.name().into(), actual.name().into()]);
        None
    }

    /// The entry of a row.
    fn entry(&mut self, map: &'static Map, cells: Entries<'a, V>) {
        match cell(&cells, map.key_name.0) {
            Some(key) => self.made.name_of(key),
            None => self.made.name(""),
        }
        if let Shape::Structure(structure) = map.value {
            self.made.open(true);
            self.members(structure, cells, Some(map.key_name.0));
            return self.made.close(true);
        }
        match cell(&cells, map.value_name.0) {
            Some(value) => self.value(Step::Key(map.value_name.0), map.value, value),
            None => self.made.text(""),
        }
        for (name, _) in cells {
            if name.text != map.value_name.0 && name.text != map.key_name.0 {
                let known = vec![Name::from(map.key_name.0), Name::from(map.value_name.0)];
                self.note(map, Some(&name.text), Code::UnknownField, vec![echo(&name.text), known.into()]);
            }
        }
    }

    fn path(&self) -> Path {
        let mut path = Path::default();
        for step in &self.steps {
            path = match *step {
                Step::Key(key) => path.join(key),
                Step::Index(index) => path.item(index),
            };
        }
        path
    }

    /// Notes something about a row or a field of it.
    fn note(&mut self, map: &Map, field: Option<&str>, code: Code, params: Params) {
        let mut path = self.path();
        if let Some(field) = field {
            path = path.join(field);
        }
        self.issues.push(Issue::new(map.rule, code, Severity::Error, path, false, params));
    }
}

/// What an object holds under a name.
fn cell<'a, V: Source<'a>>(cells: &Entries<'a, V>, wanted: &str) -> Option<V> {
    cells.iter().find(|(name, _)| name.text == wanted).map(|(_, value)| value.clone())
}

fn entries_of<'a, V: Source<'a>>(value: V) -> Entries<'a, V> {
    value.look(JsonType::Object).into_entries().unwrap_or_default()
}

/// Whether an entry can be a row: not if its value has no members where it should, or one that the key's field has, or
/// if its key would become another.
fn fits<'a, V: Source<'a>>(map: &Map, (key, value): &(Characters<'a>, V)) -> bool {
    let has_members = || match value.clone().look(JsonType::Object) {
        Look::Object(members) => cell(&members, map.key_name.0).is_none(),
        _ => false,
    };
    key.well_formed && (!matches!(map.value, Shape::Structure(_)) || has_members())
}

/// Whether nothing was filled in. An empty list that passes says something: that there shall be no item.
fn is_left_empty<'a>(shape: &Shape, value: impl Source<'a>) -> bool {
    let wanted = match shape {
        Shape::Text(_) => JsonType::String,
        Shape::List(List { count: Some(Bounds { min: 1.., .. }), .. })
        | Shape::Map(Map { count: Some(Bounds { min: 1.., .. }), .. }) => JsonType::Array,
        _ => return false,
    };
    match value.look(wanted) {
        Look::Text(characters) => characters.text.is_empty(),
        Look::List(items) => items.is_empty(),
        _ => false,
    }
}
