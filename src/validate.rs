//! The one engine: a value is read along a shape, and what does not fit is noted.

use std::borrow::Cow;

use crate::context::Context;
use crate::field::Field;
use crate::input::{Characters, Input, Json, JsonType, Look, SyntaxError};
use crate::report::{Code, Findings, Issue, Notebook, Param, Path, Report, Segment, Severity};
use crate::shape::{Bounds, List, Map, Member, Operation, Rule, Shape, Structure, Text};
use crate::sources;
use crate::tree::{Content, Step, Tree};

/// The most items of a list and entries of an object that are looked at. A request holds a few dozens; the bound keeps
/// a hostile value, such as an array that claims four thousand million items, from being walked for ever.
pub const MOST_ITEMS: usize = 100_000;

/// Looks at a request and says everything that there is to say about it.
///
/// ```
/// use xregion::{operations::REPLICATE_KEY, validate, Code, Context};
///
/// let request = serde_json::json!({ "KeyId": "alias/orders", "ReplicaRegion": "eu-west-1" });
/// let report = validate(&REPLICATE_KEY, &request, &Context::default());
/// assert_eq!(report.issues()[0].code, Code::InvalidIdentifier);
/// assert_eq!(report.issues()[0].path.pointer(), "/KeyId");
/// ```
pub fn validate(operation: &'static Operation, request: &serde_json::Value, context: &Context) -> Report {
    judge(operation, request, context).0
}

/// Looks at a request in JSON text. What is not JSON is one issue at the root, with its line and column, which the
/// context cannot switch off: there is no request then.
///
/// ```
/// use xregion::{operations::REPLICATE_KEY, validate_json, Code, Context};
///
/// let report = validate_json(&REPLICATE_KEY, br#"{ "KeyId": "#, &Context::default());
/// assert_eq!(report.issues()[0].code, Code::InvalidJson);
/// ```
pub fn validate_json(operation: &'static Operation, text: &[u8], context: &Context) -> Report {
    match Json::parse(text) {
        Ok(request) => judge(operation, request, context).0,
        Err(SyntaxError { line, column }) => {
            let params = vec![line.into(), column.into()];
            let issue = Issue::new(JSON_TEXT, Code::InvalidJson, Severity::Error, Path::default(), false, params);
            Report::default().and([issue])
        }
    }
}

/// Looks at one field of a request, as a form does while it is typed into.
///
/// `value` is what the field holds, `None` where it is empty. `rest` is the request around it, if there is one yet: then
/// the rules that tie the field to others are asked, too. The report holds what is to be said at `pointer` and below.
pub fn validate_field(
    operation: &'static Operation,
    pointer: &str,
    value: Option<&serde_json::Value>,
    rest: Option<&serde_json::Value>,
    context: &Context,
) -> Report {
    judge_field(operation, pointer, value, rest, context)
}

pub(crate) fn judge_field<'a, V: Input<'a> + 'a>(
    operation: &'static Operation,
    pointer: &str,
    value: Option<V>,
    rest: Option<V>,
    context: &Context,
) -> Report {
    match operation.input.locate(pointer) {
        Ok(path) => judge(operation, Field::new(&path.0, value, rest), context).0.below(&path),
        Err((path, structure)) => {
            let mut notebook = Notebook::new(context);
            let name = path.0.last().map_or("", |segment| match segment {
                Segment::Key(key) => key,
                Segment::Index(_) => "",
            });
            let params = structure.unknown(name);
            notebook.note(structure.closed, Code::UnknownField, path, false, params);
            notebook.close()
        }
    }
}

/// A text that is to be JSON is JSON.
static JSON_TEXT: Rule = Rule { id: "X-07", source: &sources::JSON };

/// A surrogate without its partner is not a character: JSON in UTF-8 cannot carry it.
static WELL_FORMED: Rule = Rule { id: "X-02", source: &sources::SMITHY_STRING };

/// Reads a request of any origin, and gives what is sound of it beside the report.
pub(crate) fn judge<'a, V: Input<'a>>(
    operation: &'static Operation,
    request: V,
    context: &Context,
) -> (Report, Tree<'a>) {
    let mut engine = Engine { null: operation.null, tree: Tree::default(), notebook: Notebook::new(context) };
    let root = engine.tree.open(0, Step::Root);
    engine.structure_or_type(root, &operation.input, within_bounds(request.look(JsonType::Object)));
    engine.tree.close(root);
    let Engine { tree, mut notebook, .. } = engine;
    for constraint in operation.constraints {
        let (rule, code) = (constraint.rule, constraint.code);
        let mut note = |path, params| notebook.note(rule, code, path, false, params);
        (constraint.check)(tree.root(), context, &mut Findings::new(&mut note));
    }
    (notebook.close(), tree)
}

/// A level with more on it than [`MOST_ITEMS`] is not read.
fn within_bounds<'a, V>(look: Look<'a, V>) -> Look<'a, V> {
    match look {
        Look::List(items) if items.len() > MOST_ITEMS => Look::Other(JsonType::Other),
        Look::Object(entries) if entries.len() > MOST_ITEMS => Look::Other(JsonType::Other),
        look => look,
    }
}

struct Engine<'a, 'c> {
    null: Rule,
    tree: Tree<'a>,
    notebook: Notebook<'c>,
}

impl<'a> Engine<'a, '_> {
    fn note(&mut self, node: usize, rule: Rule, code: Code, params: Vec<Param>) {
        let path = self.tree.path(node);
        self.notebook.note(rule, code, path, false, params);
    }

    fn value<V: Input<'a>>(&mut self, parent: usize, step: Step<'a>, shape: &'static Shape, value: V) {
        let node = self.tree.open(parent, step);
        let look = within_bounds(value.look(JsonType::of(shape)));
        match (shape, look) {
            (Shape::Boolean(_), Look::Boolean(boolean)) => self.tree.fill(node, Content::Boolean(boolean)),
            (Shape::Text(text), Look::Text(characters)) => {
                if self.text(node, false, text, &characters) {
                    self.tree.fill(node, Content::Text(characters.text));
                }
            }
            (Shape::List(list), Look::List(items)) => self.list(node, list, items),
            (Shape::Map(map), Look::Object(entries)) => self.map(node, map, entries),
            (Shape::Structure(structure), look) => self.structure_or_type(node, structure, look),
            (Shape::Boolean(crate::shape::Boolean { rule }), look)
            | (Shape::Text(Text { rule, .. }), look)
            | (Shape::List(List { rule, .. }), look)
            | (Shape::Map(Map { rule, .. }), look) => {
                self.wrong_type(node, *rule, JsonType::of(shape), look.json_type())
            }
        }
        self.tree.close(node);
    }

    fn wrong_type(&mut self, node: usize, rule: Rule, expected: JsonType, actual: JsonType) {
        let rule = if actual == JsonType::Null { self.null } else { rule };
        self.note(node, rule, Code::WrongType, vec![expected.name().into(), actual.name().into()]);
    }

    fn structure_or_type<V: Input<'a>>(&mut self, node: usize, structure: &'static Structure, look: Look<'a, V>) {
        match look {
            Look::Object(entries) => self.structure(node, structure, entries),
            other => self.wrong_type(node, structure.rule, JsonType::Object, other.json_type()),
        }
    }

    fn structure<V: Input<'a>>(
        &mut self,
        node: usize,
        structure: &'static Structure,
        entries: Vec<(Characters<'a>, V)>,
    ) {
        self.tree.fill(node, Content::Structure);
        let mut values: Vec<Option<V>> = structure.members.iter().map(|_| None).collect();
        for (name, value) in entries {
            let known = structure.members.iter().position(|member| member.name == name.text && name.well_formed);
            match known.and_then(|index| values.get_mut(index)) {
                Some(slot) => *slot = Some(value),
                None => {
                    let path = self.tree.path(node).join(&name.text);
                    self.notebook.note(
                        structure.closed,
                        Code::UnknownField,
                        path,
                        false,
                        structure.unknown(&name.text),
                    );
                }
            }
        }
        for (member, value) in structure.members.iter().copied().zip(values) {
            match value {
                Some(value) => self.value(node, Step::Member(member), &member.shape, value),
                None => self.absent(node, member),
            }
        }
    }

    fn absent(&mut self, node: usize, member: &'static Member) {
        if let Some(rule) = member.required {
            let path = self.tree.path(node).join(member.name);
            self.notebook.note(rule, Code::MissingRequired, path, false, vec![member.name.into()]);
        }
    }

    fn list<V: Input<'a>>(&mut self, node: usize, list: &'static List, items: Vec<(usize, V)>) {
        self.tree.fill(node, Content::List);
        self.count(node, list.count, items.len());
        for (index, item) in items {
            self.value(node, Step::Item(index), list.item, item);
        }
    }

    fn map<V: Input<'a>>(&mut self, node: usize, map: &'static Map, entries: Vec<(Characters<'a>, V)>) {
        self.tree.fill(node, Content::Map);
        self.count(node, map.count, entries.len());
        for (key, value) in entries {
            let next = self.tree.next();
            self.value(node, Step::Entry { key: key.text.clone(), sound: true }, map.value, value);
            if !self.text(next, true, &map.key, &key) {
                self.tree.refuse_key(next);
            }
        }
    }

    fn count(&mut self, node: usize, bounds: Option<Bounds>, actual: usize) {
        let Some(Bounds { min, max, rule }) = bounds else { return };
        if actual < min {
            self.note(node, rule, Code::TooFew, vec![min.into(), actual.into()]);
        }
        if actual > max {
            self.note(node, rule, Code::TooMany, vec![max.into(), actual.into()]);
        }
    }

    /// Whether the string has no finding about its characters, length or pattern.
    fn text(&mut self, node: usize, on_key: bool, shape: &'static Text, characters: &Characters<'a>) -> bool {
        let path = self.tree.path(node);
        let mut sound = true;
        let mut note = |rule: Rule, code: Code, params: Vec<Param>| {
            self.notebook.note(rule, code, path.clone(), on_key, params);
        };
        if !characters.well_formed {
            note(WELL_FORMED, Code::InvalidUnicode, vec![]);
            return false;
        }
        let text: &Cow<'_, str> = &characters.text;
        let mut too_short = false;
        if let Some(Bounds { min, max, rule }) = shape.length {
            let actual = text.chars().count();
            too_short = actual < min;
            if too_short {
                note(rule, Code::TooShort, vec![min.into(), actual.into()]);
            }
            if actual > max {
                note(rule, Code::TooLong, vec![max.into(), actual.into()]);
            }
            sound = !too_short && actual <= max;
        }
        if let Some((pattern, rule)) = shape.pattern
            && !(too_short && text.is_empty())
            && !pattern.matches(text)
        {
            note(rule, Code::PatternMismatch, vec![pattern.name.into(), pattern.documented.into()]);
            sound = false;
        }
        if sound {
            for format in shape.formats {
                if !(format.accepts)(text) {
                    note(format.rule, format.code, format.params(text));
                    if format.code.severity() == Severity::Error {
                        break;
                    }
                }
            }
        }
        sound
    }
}
