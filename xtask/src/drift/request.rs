//! The members of a request, one by one.

use anyhow::Result;
use xregion::pattern::Pattern;
use xregion::shape::{Bounds, List, Map, Member, Operation, Rule, Shape, Structure, Text, Wire};

use super::difference::{Found, Kind, Side};
use super::model::{self, Service};

/// A request, and where its differences go.
pub(super) struct Request<'a> {
    pub(super) operation: &'a Operation,
    pub(super) model: &'a Service,
    pub(super) found: &'a mut Found,
}

/// Whether a value is kept out of sight, here and in the model.
#[derive(Clone, Copy)]
struct Hidden(bool, bool);

impl Request<'_> {
    pub(super) fn compare(&mut self, theirs: &model::Shape) -> Result<()> {
        let operation = self.operation;
        self.structure("", &operation.input, theirs, Hidden(false, false))
    }

    fn structure(&mut self, path: &str, ours: &Structure, theirs: &model::Shape, hidden: Hidden) -> Result<()> {
        let names = theirs.members_on_the_wire();
        for name in names.keys().filter(|name| ours.members.iter().all(|member| member.name != **name)) {
            let place = self.place(&join(path, name));
            let (here, there) = (format!("no {name}"), (*name).to_owned());
            self.found.note(Some(Side::Stricter), Kind::Member, ours.closed.id, &place, here, there);
        }
        for member in ours.members.iter().copied() {
            let (path, rule) = (join(path, member.name), rule_of(&member.shape));
            let place = self.place(&path);
            let Some((name, reference)) = names.get(member.name) else {
                let (here, there) = (member.name, format!("no {}", member.name));
                self.found.note(Some(Side::Looser), Kind::Member, rule.id, &place, here, there);
                continue;
            };
            let required = theirs.required.iter().any(|required| required == name);
            self.member(&place, member, reference, required);
            self.shape(&path, &member.shape, self.model.shape(reference)?, member.sensitive, hidden)?;
        }
        Ok(())
    }

    /// What is said of a member itself.
    fn member(&mut self, place: &str, ours: &Member, theirs: &model::Reference, required: bool) {
        let rule = rule_of(&ours.shape).id;
        let word = |required| if required { "required" } else { "optional" };
        let side = Side::of_demanding(ours.required.is_some(), required);
        let by = ours.required.map_or(rule, |rule| rule.id);
        self.found.note(side, Kind::Required, by, place, word(ours.required.is_some()), word(required));

        let word = |token| if token { "filled in" } else { "none" };
        self.found.compare(Kind::Token, rule, place, word(ours.idempotency_token), word(theirs.idempotency_token));

        let in_path = match self.operation.wire {
            Wire::RestJson { path } => path.contains(&format!("{{{}}}", ours.name)),
            Wire::AwsJson { .. } => false,
        };
        let here = if in_path { "uri" } else { "body" };
        self.found.compare(Kind::Location, rule, place, here, theirs.location.as_deref().unwrap_or("body"));
        self.found.unread(rule, place, theirs);
    }

    fn shape(&mut self, path: &str, ours: &Shape, theirs: &model::Shape, sensitive: bool, above: Hidden) -> Result<()> {
        let (place, rule) = (self.place(path), rule_of(ours).id);
        let hidden = Hidden(above.0 || sensitive, above.1 || theirs.sensitive);
        if above.0 == above.1 {
            let word = |hidden| if hidden { "hidden" } else { "shown" };
            self.found.compare(Kind::Sensitive, rule, &place, word(hidden.0), word(hidden.1));
        }
        self.found.unread(rule, &place, theirs);
        if type_of(ours) != theirs.kind {
            self.found.compare(Kind::Type, rule, &place, type_of(ours), &theirs.kind);
            return Ok(());
        }
        match ours {
            Shape::Boolean(_) => {}
            Shape::Text(text) => self.text(&place, text, theirs),
            Shape::List(List { rule, count, item, .. }) => {
                self.bounds(Kind::Count, *count, *rule, &place, theirs);
                self.shape(&format!("{path}[]"), item, self.model.inner(theirs.member.as_ref())?, false, hidden)?;
            }
            Shape::Map(Map { rule, count, key, value, .. }) => {
                self.bounds(Kind::Count, *count, *rule, &place, theirs);
                let key_of_theirs = self.model.inner(theirs.key.as_ref())?;
                self.key(&format!("{path}.(key)"), key, key_of_theirs, hidden);
                self.shape(&format!("{path}.(value)"), value, self.model.inner(theirs.value.as_ref())?, false, hidden)?;
            }
            Shape::Structure(structure) => self.structure(path, structure, theirs, hidden)?,
        }
        Ok(())
    }

    /// The keys of a map, which here are always strings.
    fn key(&mut self, path: &str, ours: &Text, theirs: &model::Shape, above: Hidden) {
        let place = self.place(path);
        if above.0 == above.1 && theirs.sensitive && !above.1 {
            self.found.note(Some(Side::Other), Kind::Sensitive, ours.rule.id, &place, "shown", "hidden");
        }
        self.found.unread(ours.rule.id, &place, theirs);
        self.found.compare(Kind::Type, ours.rule.id, &place, "string", &theirs.kind);
        self.text(&place, ours, theirs);
    }

    fn text(&mut self, place: &str, ours: &Text, theirs: &model::Shape) {
        self.bounds(Kind::Length, ours.length, ours.rule, place, theirs);
        self.pattern(place, ours, theirs.pattern.as_deref());
        for value in &theirs.values {
            self.found.note(
                Some(Side::Looser),
                Kind::Value,
                ours.rule.id,
                place,
                "any",
                format!("{value} among others"),
            );
        }
    }

    fn bounds(&mut self, kind: Kind, ours: Option<Bounds>, rule: Rule, place: &str, theirs: &model::Shape) {
        let most = |max: usize| if max == usize::MAX { u64::MAX } else { u64::try_from(max).unwrap_or(u64::MAX) };
        let range = ours.map_or((0, u64::MAX), |bounds| (most(bounds.min), most(bounds.max)));
        let by = ours.map_or(rule, |bounds| bounds.rule).id;
        let side = Side::of_ranges(range, theirs.bounds());
        self.found.note(side, kind, by, place, words(range), words(theirs.bounds()));
    }

    fn pattern(&mut self, place: &str, ours: &Text, theirs: Option<&str>) {
        let rule = ours.pattern.map_or(ours.rule, |(_, rule)| rule).id;
        let documented = ours.pattern.map(|(Pattern { documented, .. }, _)| *documented);
        let side = match (documented, theirs) {
            (Some(ours), Some(theirs)) => (bare(ours) != bare(theirs)).then_some(Side::Other),
            (ours, theirs) => Side::of_demanding(ours.is_some(), theirs.is_some()),
        };
        let word = |pattern: Option<&str>| pattern.unwrap_or("none").to_owned();
        self.found.note(side, Kind::Pattern, rule, place, word(documented), word(theirs));
    }

    fn place(&self, path: &str) -> String {
        format!("{} {}", self.operation.name, if path.is_empty() { "(request)" } else { path })
    }
}

/// A pattern without the anchors at its ends. Pages strip them, models mostly do not, and here every pattern is read as
/// one of the whole string: they make no difference.
pub(super) fn bare(pattern: &str) -> &str {
    let pattern = pattern.strip_prefix('^').unwrap_or(pattern);
    pattern.strip_suffix('$').filter(|rest| !rest.ends_with('\\')).unwrap_or(pattern)
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn rule_of(shape: &Shape) -> Rule {
    match shape {
        Shape::Boolean(boolean) => boolean.rule,
        Shape::Text(text) => text.rule,
        Shape::List(list) => list.rule,
        Shape::Map(map) => map.rule,
        Shape::Structure(structure) => structure.rule,
    }
}

fn type_of(shape: &Shape) -> &'static str {
    match shape {
        Shape::Boolean(_) => "boolean",
        Shape::Text(_) => "string",
        Shape::List(_) => "list",
        Shape::Map(_) => "map",
        Shape::Structure(_) => "structure",
    }
}

fn words((min, max): (u64, u64)) -> String {
    match (min, max) {
        (0, u64::MAX) => "any number".to_owned(),
        (min, u64::MAX) => format!("{min} or more"),
        (min, max) if min == max => format!("exactly {min}"),
        (min, max) => format!("{min} to {max}"),
    }
}
