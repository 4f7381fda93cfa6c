//! The members of a response, and the errors.

use anyhow::Result;
use xregion::answer::{Kind as Ours, Output, ServiceError};
use xregion::shape::Operation;

use super::difference::{Found, Kind, Side};
use super::model::{self, Service};

/// The rule by which responses are never refused: it stands for what is not in the table.
const OPEN: &str = "X-12";

/// The rule of errors that are not in the table.
const OTHER_ERRORS: &str = "X-14";

/// A response, and where its differences go.
pub(super) struct Response<'a> {
    pub(super) operation: &'a Operation,
    pub(super) model: &'a Service,
    pub(super) found: &'a mut Found,
}

impl Response<'_> {
    /// The members of the response, where there are any.
    pub(super) fn compare(&mut self, theirs: Option<&model::Shape>) -> Result<()> {
        let members = self.operation.guide.answers.response;
        match theirs {
            Some(theirs) => self.members("", OPEN, members, theirs),
            None => {
                for ours in members {
                    self.missing(ours, &self.place(ours.name));
                }
                Ok(())
            }
        }
    }

    fn members(&mut self, path: &str, rule: &str, ours: &[Output], theirs: &model::Shape) -> Result<()> {
        let names = theirs.members_on_the_wire();
        for name in names.keys().filter(|name| ours.iter().all(|output| output.name != **name)) {
            let place = self.place(&format!("{path}{name}"));
            let (here, there) = (format!("no {name}"), (*name).to_owned());
            self.found.note(Some(Side::Stricter), Kind::Member, rule, &place, here, there);
        }
        for output in ours {
            let path = format!("{path}{}", output.name);
            let place = self.place(&path);
            let Some((name, reference)) = names.get(output.name) else {
                self.missing(output, &place);
                continue;
            };
            let always = theirs.required.iter().any(|required| required == name);
            let word = |always| if always { "always there" } else { "may be absent" };
            let side = Side::of_demanding(output.always, always);
            self.found.note(side, Kind::Required, output.rule.id, &place, word(output.always), word(always));
            let location = reference.location.as_deref().unwrap_or("body");
            self.found.compare(Kind::Location, output.rule.id, &place, "body", location);
            self.found.unread(output.rule.id, &place, *reference);
            self.kind(&path, output.rule.id, &output.kind, self.model.shape(reference)?)?;
        }
        Ok(())
    }

    fn missing(&mut self, ours: &Output, place: &str) {
        let there = format!("no {}", ours.name);
        self.found.note(Some(Side::Looser), Kind::Member, ours.rule.id, place, ours.name, there);
    }

    fn kind(&mut self, path: &str, rule: &str, ours: &Ours, theirs: &model::Shape) -> Result<()> {
        let place = self.place(path);
        self.found.unread(rule, &place, theirs);
        let kind = type_of(ours);
        if kind != theirs.kind && !(kind == "integer" && theirs.kind == "long") {
            self.found.compare(Kind::Type, rule, &place, kind, &theirs.kind);
            return Ok(());
        }
        let listed: Vec<&str> = match ours {
            Ours::Values(values) => values.to_vec(),
            Ours::Status(status) => status.states.iter().map(|state| state.value).collect(),
            _ => vec![],
        };
        let theirs_listed = theirs.values.iter().map(String::as_str);
        self.found.compare_lists(Kind::Value, |_| rule.to_owned(), |_| place.clone(), listed, theirs_listed);
        match ours {
            Ours::List(item, rule) => {
                self.kind(&format!("{path}[]"), rule.id, item, self.model.inner(theirs.member.as_ref())?)
            }
            Ours::Structure(members) => self.members(&format!("{path}."), rule, members, theirs),
            _ => Ok(()),
        }
    }

    /// The errors, by their names on the wire.
    pub(super) fn errors(&mut self, theirs: &[model::Reference]) -> Result<()> {
        let ours = self.operation.guide.answers.errors;
        let mut listed = Vec::new();
        for reference in theirs {
            let shape = self.model.shape(reference)?;
            let code = shape.error.as_ref().and_then(|error| error.code.as_deref());
            listed.push((code.unwrap_or(&reference.shape), status(shape)));
        }
        let known = |name: &str| ours.iter().find(|error| error.name == name);
        let place = |name: &str| format!("{} error {name}", self.operation.name);
        self.found.compare_lists(
            Kind::Error,
            |name| known(name).map_or(OTHER_ERRORS, |error| error.rule.id).to_owned(),
            place,
            ours.iter().map(|error| error.name),
            listed.iter().map(|(name, _)| *name),
        );
        for (name, status) in listed {
            let Some(ServiceError { rule, status: expected, .. }) = known(name) else { continue };
            let (here, there) = (expected.to_string(), status.to_string());
            self.found.compare(Kind::ErrorStatus, rule.id, &place(name), &here, &there);
        }
        Ok(())
    }

    fn place(&self, path: &str) -> String {
        format!("{} response {path}", self.operation.name)
    }
}

/// The status of an error; where a model names none, it is the one of its side.
fn status(shape: &model::Shape) -> u16 {
    let told = shape.error.as_ref().and_then(|error| error.http_status_code);
    told.unwrap_or(if shape.fault { 500 } else { 400 })
}

fn type_of(kind: &Ours) -> &'static str {
    match kind {
        Ours::Text | Ours::Values(_) | Ours::Status(_) => "string",
        Ours::Boolean => "boolean",
        Ours::Integer => "integer",
        Ours::Timestamp => "timestamp",
        Ours::List(..) => "list",
        Ours::Structure(_) => "structure",
    }
}
