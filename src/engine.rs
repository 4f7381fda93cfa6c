//! The one engine: a value is read along a shape, and what does not fit is noted.

use alloc::vec;
use alloc::vec::Vec;

use crate::context::Context;
use crate::input::{Characters, Input, JsonType, Look};
use crate::nearest::nearest;
use crate::policy::KeyPolicy;
use crate::report::{Code, Findings, Notebook, Params, Path, Report, Severity, Suggestion, own_name};
use crate::shape::{Boolean, Bounds, Format, List, Map, Member, Operation, Repair, Shape, Structure, Text};
use crate::sources;
use crate::sources::Rule;
use crate::tree::{Content, Step, Tree};
use crate::words::count_of_characters;

/// The most items of a list and entries of an object that are looked at. A request holds a few dozens; the bound keeps
/// a hostile value, such as an array that claims four thousand million items, from being walked for ever.
pub const MOST_ITEMS: usize = 100_000;

/// A surrogate without its partner is not a character: JSON in UTF-8 cannot carry it.
pub(crate) static WELL_FORMED: Rule = Rule { id: "X-02", source: &sources::SMITHY_STRING };

/// Lengths count Unicode scalar values.
pub(crate) static COUNTED: Rule = Rule { id: "X-01", source: &sources::SMITHY_STRING };

/// What holds for every request, whatever its operation.
#[cfg(any(feature = "full", feature = "wasm"))]
pub(crate) static RULES_OF_EVERY_REQUEST: [&Rule; 2] = [&COUNTED, &WELL_FORMED];

/// Reads a request of any origin, and gives what is sound of it beside the report.
pub(crate) fn judge<'a, V: Input<'a>>(
    operation: &'static Operation,
    request: V,
    context: &Context,
) -> (Report, Tree<'a>) {
    judge_into(Tree::new(false), operation, request, context)
}

/// The same for a part of a request, whose other parts are not known.
pub(crate) fn judge_part<'a, V: Input<'a>>(operation: &'static Operation, part: V, context: &Context) -> Report {
    judge_into(Tree::new(true), operation, part, context).0
}

fn judge_into<'a, V: Input<'a>>(
    tree: Tree<'a>,
    operation: &'static Operation,
    request: V,
    context: &Context,
) -> (Report, Tree<'a>) {
    let (mut notebook, tree) = read_into(tree, &operation.input, &operation.null, request, context);
    for constraint in operation.constraints() {
        if notebook.is_off(&constraint.rule, constraint.code) {
            continue;
        }
        let mut findings = Findings::new(&mut notebook, &constraint.rule, constraint.code);
        (constraint.check)(tree.root(), context, &mut findings);
    }
    #[cfg(feature = "full")]
    if let Some(house) = &context.house {
        house.check(operation, tree.root(), context, &mut notebook);
    }
    (notebook.close(), tree)
}

/// Reads a value along a structure that no operation is about.
#[cfg(feature = "full")]
pub(crate) fn read<'a, V: Input<'a>>(
    structure: &'static Structure,
    null: &'static Rule,
    value: V,
) -> (Report, Tree<'a>) {
    let (notebook, tree) = read_into(Tree::new(false), structure, null, value, &Context::default());
    (notebook.close(), tree)
}

fn read_into<'a, V: Input<'a>>(
    tree: Tree<'a>,
    structure: &'static Structure,
    null: &'static Rule,
    value: V,
    context: &Context,
) -> (Notebook, Tree<'a>) {
    let mut engine = Engine { null, tree, notebook: Notebook::new(context) };
    let root = engine.tree.open(0, Step::Root);
    engine.structure_or_type(root, structure, within_bounds(value.look(JsonType::Object)));
    engine.tree.close(root);
    (engine.notebook, engine.tree)
}

/// A level with more on it than [`MOST_ITEMS`] is not read.
fn within_bounds<'a, V>(look: Look<'a, V>) -> Look<'a, V> {
    match look {
        Look::List(items) if items.len() > MOST_ITEMS => Look::Crowd(items.len()),
        Look::Object(entries) if entries.len() > MOST_ITEMS => Look::Crowd(entries.len()),
        look => look,
    }
}

struct Engine<'a> {
    null: &'static Rule,
    tree: Tree<'a>,
    notebook: Notebook,
}

impl<'a> Engine<'a> {
    fn note(&mut self, node: usize, rule: &Rule, code: Code, params: Params) {
        self.notebook.note(rule, code, self.tree.path(node), false, params);
    }

    fn value<V: Input<'a>>(&mut self, parent: usize, step: Step<'a>, shape: &'static Shape, value: V) {
        let node = self.tree.open(parent, step);
        let look = within_bounds(value.look(JsonType::of(shape)));
        match (shape, look) {
            (Shape::Boolean(_), Look::Boolean(boolean)) => self.tree.fill(node, Content::Boolean(boolean)),
            (Shape::Text(text), Look::Text(characters)) => {
                if self.text(node, None, text, &characters) {
                    let content = match text.document {
                        true => Content::Policy(characters.text.clone(), KeyPolicy::parse(&characters.text)),
                        false => Content::Text(characters.text),
                    };
                    self.tree.fill(node, content);
                }
            }
            (Shape::List(list), Look::List(items)) => self.list(node, list, items),
            (Shape::Map(map), Look::Object(entries)) => self.map(node, map, entries),
            (
                Shape::List(List { count: Some(bounds), .. }) | Shape::Map(Map { count: Some(bounds), .. }),
                Look::Crowd(actual),
            ) if actual > bounds.max => self.count(node, Some(bounds), actual),
            (Shape::Structure(structure), look) => self.structure_or_type(node, structure, look),
            (Shape::Boolean(Boolean { rule }), look)
            | (Shape::Text(Text { rule, .. }), look)
            | (Shape::List(List { rule, .. }), look)
            | (Shape::Map(Map { rule, .. }), look) => {
                self.wrong_type(node, rule, JsonType::of(shape), look.json_type())
            }
        }
        self.tree.close(node);
    }

    fn wrong_type(&mut self, node: usize, rule: &'static Rule, expected: JsonType, actual: JsonType) {
        let rule = if actual == JsonType::Null { self.null } else { rule };
        self.note(node, rule, Code::WrongType, vec![expected.name().into(), actual.name().into()]);
    }

    fn structure_or_type<V: Input<'a>>(&mut self, node: usize, structure: &'static Structure, look: Look<'a, V>) {
        match look {
            Look::Object(entries) => self.structure(node, structure, entries),
            other => self.wrong_type(node, &structure.rule, JsonType::Object, other.json_type()),
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
        let mut unknown = Vec::new();
        for (name, value) in entries {
            let known = structure.members.iter().position(|member| member.name == name.text && name.well_formed);
            match known.and_then(|index| values.get_mut(index)) {
                Some(slot) => *slot = Some(value),
                None => unknown.push(name.text),
            }
        }
        for name in unknown {
            let path = || self.tree.path_below(node, own_name(name.clone().into_owned()));
            let absent = structure.members.iter().zip(&values).filter(|(_, value)| value.is_none());
            let params = structure.unknown(&name);
            let noted = self.notebook.note(&structure.closed, Code::UnknownField, path(), false, params);
            if noted.is_told() {
                let meant = nearest(&name, &mut absent.map(|(member, _)| member.name));
                noted.suggesting(meant.and_then(|meant| Suggestion::rename(path(), meant)));
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
        if let Some(rule) = &member.required {
            let path = self.tree.path_below(node, member.name.into());
            self.notebook.note(rule, Code::MissingRequired, path, false, vec![member.name.into()]);
        }
    }

    fn list<V: Input<'a>>(&mut self, node: usize, list: &'static List, items: Vec<(usize, V)>) {
        self.tree.fill(node, Content::List);
        self.count(node, list.count.as_ref(), items.len());
        for (index, item) in items {
            self.value(node, Step::Item(index), list.item, item);
        }
    }

    fn map<V: Input<'a>>(&mut self, node: usize, map: &'static Map, entries: Vec<(Characters<'a>, V)>) {
        self.tree.fill(node, Content::Map);
        self.count(node, map.count.as_ref(), entries.len());
        let (keys, values): (Vec<_>, Vec<_>) = entries.into_iter().unzip();
        for (key, value) in keys.iter().zip(values) {
            let next = self.tree.next();
            self.value(node, Step::Entry { key: key.text.clone(), sound: true }, map.value, value);
            if !self.text(next, Some(&keys), &map.key, key) {
                self.tree.refuse_key(next);
            }
        }
    }

    fn count(&mut self, node: usize, bounds: Option<&Bounds>, actual: usize) {
        let Some(&Bounds { min, max, ref rule }) = bounds else { return };
        if actual < min {
            self.note(node, rule, Code::TooFew, bound(min, actual));
        }
        if actual > max {
            self.note(node, rule, Code::TooMany, bound(max, actual));
        }
    }

    /// Whether the string, a value or a key, has no finding about its characters, length or pattern.
    /// For a key come all keys beside it.
    fn text(
        &mut self,
        node: usize,
        keys: Option<&[Characters<'a>]>,
        shape: &'static Text,
        characters: &Characters<'a>,
    ) -> bool {
        let on_key = keys.is_some();
        if !characters.well_formed {
            self.notebook.note(&WELL_FORMED, Code::InvalidUnicode, self.tree.path(node), on_key, vec![]);
            return false;
        }
        let mut findings = Vec::new();
        let is_off = |format: &Format| self.notebook.is_off(&format.rule, format.code);
        let sound = judge_text(shape, &characters.text, &is_off, &mut findings);
        for (rule, code, params) in findings {
            let noted = self.notebook.note(rule, code, self.tree.path(node), on_key, params);
            if noted.is_told() {
                let path = || self.tree.path(node);
                noted.suggesting(suggest(shape, &characters.text, keys, self.tree.is_optional(node), &path));
            }
        }
        sound
    }
}

/// Judges a well-formed string by itself, and says whether it is sound: without a finding about its length or pattern.
///
/// What the caller switched off is not asked, unless what comes after it depends on the answer: a length, a pattern, or
/// the format of an identifier.
fn judge_text(
    shape: &'static Text,
    text: &str,
    is_off: &dyn Fn(&Format) -> bool,
    findings: &mut Vec<(&'static Rule, Code, Params)>,
) -> bool {
    let mut in_utf16 = None;
    if let Some(&Bounds { min, max, ref rule }) = shape.length.as_ref() {
        // No text has more characters than bytes, and none but the empty one has no character.
        if text.len() > max || text.len() < min || min > 1 {
            let actual = count_of_characters(text);
            if actual < min {
                findings.push((rule, Code::TooShort, bound(min, actual)));
            }
            if actual > max {
                findings.push((rule, Code::TooLong, bound(max, actual)));
            } else if text.len() > max {
                let units = text.chars().map(char::len_utf16).sum::<usize>();
                in_utf16 = (units > max).then_some((max, units));
            }
        }
    }
    let reported_as_empty = text.is_empty() && !findings.is_empty();
    if let Some((pattern, rule)) = &shape.pattern
        && !reported_as_empty
        && !pattern.matches(text)
    {
        findings.push((rule, Code::PatternMismatch, vec![pattern.name.into(), pattern.documented.into()]));
    }
    let sound = findings.is_empty();
    if let Some((max, units)) = in_utf16.filter(|_| sound) {
        findings.push((&COUNTED, Code::AmbiguousLength, bound(max, units)));
    }
    if sound {
        for format in shape.formats {
            let is_decisive = format.code.severity() == Severity::Error;
            if !is_decisive && is_off(format) || (format.accepts)(text) {
                continue;
            }
            findings.push((&format.rule, format.code, format.params(text)));
            if is_decisive {
                break;
            }
        }
    }
    sound
}

/// Whether there is nothing to say about a string by itself.
pub(crate) fn passes(shape: &'static Text, text: &str) -> bool {
    let mut findings = Vec::new();
    judge_text(shape, text, &|_| false, &mut findings);
    findings.is_empty()
}

/// The parameters of a finding about a count.
fn bound(documented: usize, actual: usize) -> Params {
    vec![documented.into(), actual.into()]
}

/// What could stand in place of a string with findings: nothing, or its repair, if that has none.
fn suggest(
    shape: &'static Text,
    text: &str,
    keys: Option<&[Characters<'_>]>,
    optional: bool,
    path: &dyn Fn() -> Path,
) -> Option<Suggestion> {
    if text.is_empty() && optional && keys.is_none() {
        return Some(Suggestion::remove(path()));
    }
    let repaired = match (shape.repair)(text)? {
        Repair::LeaveOut => return Some(Suggestion::remove(path())),
        Repair::Write(repaired) => repaired,
    };
    match keys {
        _ if !passes(shape, &repaired) => None,
        Some(keys) if keys.iter().any(|key| key.text == repaired) => None,
        Some(_) => Suggestion::rename(path(), &repaired),
        None => Some(Suggestion::replace(path(), repaired)),
    }
}
