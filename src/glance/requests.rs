//! Requests, gone over once.

use core::str;

use super::facts::{Facts, Keys, Members, is_new};
use super::forms;
use super::text::JsonText;
use crate::context::Context;
use crate::engine::passes;
use crate::identifiers::tag;
use crate::operations::OPERATIONS;
use crate::shape::{Ascii, Bounds, List, Map, Operation, Role, Shape, Structure, Text, Usual};

/// Whether there is certainly nothing to say about a request in JSON text: the input of an operation, or a request that says
/// whose it is before it says what, as in `{"operation": "ReplicateKey", "input": {…}}`.
pub(crate) fn at_json(operation: Option<&'static Operation>, text: &[u8], context: &Context) -> bool {
    context.tells_nothing() && read(operation, JsonText::new(text)).is_some()
}

/// The same of a request on the first line of a text: how long it is, up to its line feed.
pub(crate) fn at_line(operation: Option<&'static Operation>, text: &[u8], context: &Context) -> Option<usize> {
    context.tells_nothing().then_some(())?;
    read(operation, JsonText::first_line(text)).map(|line| line.length())
}

/// A text that was gone over to its end, where there is nothing to say.
fn read<'a>(operation: Option<&'static Operation>, text: JsonText<'a>) -> Option<JsonText<'a>> {
    let mut glance = Glance { source: text, facts: Facts::new(), keys: &mut Keys::new_const() };
    match operation {
        Some(operation) => glance.request(operation)?,
        None => glance.named_request()?,
    }
    glance.source.is_at_end().then_some(glance.source)
}

struct Glance<'k, 'a> {
    source: JsonText<'a>,
    facts: Facts,
    keys: &'k mut Keys,
}

impl Glance<'_, '_> {
    fn request(&mut self, operation: &'static Operation) -> Option<()> {
        self.structure(&operation.input)?;
        self.facts.silence(operation.constraints()).then_some(())
    }

    fn named_request(&mut self) -> Option<()> {
        self.source.object()?;
        (self.source.entry()?? == b"operation").then_some(())?;
        let name = self.source.text()?;
        let operation = OPERATIONS.iter().find(|operation| operation.name.as_bytes() == name)?;
        (self.source.entry()?? == b"input").then_some(())?;
        self.request(operation)?;
        self.source.entry()?.is_none().then_some(())
    }

    /// Goes over a value, and tells which members it has, as bits.
    fn value(&mut self, shape: &'static Shape) -> Option<Members> {
        match shape {
            Shape::Structure(structure) => return self.structure(structure),
            Shape::Boolean(_) => (!self.source.boolean()?).then_some(())?,
            Shape::Text(text) if text.document => self.source.policy()?,
            Shape::Text(text) => {
                let characters = self.source.text()?;
                self.text(text, characters)?;
                if text.role == Role::TagKey {
                    is_new(self.keys, characters).then_some(())?;
                }
            }
            Shape::List(list) => self.list(list)?,
            Shape::Map(map) => self.map(map)?,
        }
        Some(Members::MIN)
    }

    fn structure(&mut self, structure: &'static Structure) -> Option<Members> {
        self.source.object()?;
        let mut present = Members::MIN;
        while let Some(index) = self.source.member(structure)? {
            let bit = 2_u32.checked_shl(u32::try_from(index).ok()?)?;
            let member = structure.members.get(index).filter(|_| present.get() & bit == 0)?;
            present |= bit;
            self.value(&member.shape)?;
        }
        let mut bit = 2;
        for member in structure.members {
            if member.required.is_some() && present.get() & bit == 0 {
                return None;
            }
            bit <<= 1;
        }
        Some(present)
    }

    fn list(&mut self, list: &'static List) -> Option<()> {
        self.source.list()?;
        let is_placed = list.item.names_regions();
        let mut count = 0;
        while self.source.item()? {
            count += 1;
            self.facts.enter(is_placed);
            let members = self.value(list.item)?;
            self.facts.leave(is_placed, members);
        }
        is_within(list.count.as_ref(), count)
    }

    fn map(&mut self, map: &'static Map) -> Option<()> {
        self.source.object()?;
        let is_placed = map.key.names_regions();
        let mut count = 0;
        while let Some(key) = self.source.entry()? {
            count += 1;
            is_new(self.keys, key).then_some(())?;
            self.facts.enter(is_placed);
            self.text(&map.key, key)?;
            let members = self.value(map.value)?;
            self.facts.leave(is_placed, members);
        }
        is_within(map.count.as_ref(), count)
    }

    fn text(&mut self, text: &'static Text, characters: &[u8]) -> Option<()> {
        match text.usual {
            Usual::Forms(forms) => {
                // A form says nothing of a length.
                text.length.as_ref().is_none_or(|bounds| characters.len() <= bounds.max).then_some(())?;
                let claims = forms.iter().find_map(|form| forms::claims(form, characters))?;
                self.facts.note(claims);
            }
            Usual::Tag(usual) if is_tag(text, usual, characters) => {}
            Usual::Tag(_) | Usual::Prose(_) | Usual::Varied { .. } | Usual::Sound => {
                passes(text, str::from_utf8(characters).ok()?).then_some(())?
            }
        }
        Some(())
    }
}

fn is_tag(text: &Text, usual: &Ascii, characters: &[u8]) -> bool {
    let has_length = is_within(text.length.as_ref(), characters.len()).is_some();
    has_length && !tag::begins_like_aws(characters) && usual.are_all_of(characters)
}

fn is_within(bounds: Option<&Bounds>, count: usize) -> Option<()> {
    bounds.is_none_or(|bounds| (bounds.min..=bounds.max).contains(&count)).then_some(())
}
