//! A first glance at a request: whether there is certainly nothing to say about it.
//!
//! Most requests pass, and look like most others. A glance goes over such a one once, without the heap, and notes no more
//! of it than which Regions it names where. It is sure only of what the tables call usual ([`Usual`], [`crate::shape::Silence`]); of
//! everything else it says nothing, and the engine has to look. So the engine alone knows what is wrong, and whatever is
//! left out here costs time and no verdict.

mod facts;
mod forms;
mod policy;
mod regions;
mod scan;
#[cfg(all(target_arch = "wasm32", feature = "wasm"))]
mod tape;
mod text;
mod words;

use core::str;

use crate::context::Context;
use crate::engine::passes;
use crate::operations::OPERATIONS;
use crate::shape::{Bounds, List, Map, Operation, Role, Shape, Structure, Text, Usual};
use facts::Facts;
#[cfg(feature = "full")]
pub(crate) use regions::{ends, slot};
#[cfg(all(target_arch = "wasm32", feature = "wasm"))]
use tape::Tape;

/// Values in the order in which they are written. Each function gives `None` where what comes next is not what is asked
/// for, or is of a form that only the engine reads.
trait Source<'a> {
    /// Goes into an object.
    fn object(&mut self) -> Option<()>;

    /// Goes to the value of the object's next member, and tells its place among these; `Some(None)` after the last.
    fn member(&mut self, structure: &'static Structure) -> Option<Option<usize>>;

    /// Goes to the value of the object's next entry, and tells its key.
    fn entry(&mut self) -> Option<Option<&'a [u8]>>;

    /// Goes into an array.
    fn list(&mut self) -> Option<()>;

    /// Goes to the next item, if there is one.
    fn item(&mut self) -> Option<bool>;

    /// Reads a string.
    fn text(&mut self) -> Option<&'a [u8]>;

    /// Reads a string with a key policy that is plain ([`policy`]).
    fn policy(&mut self) -> Option<()>;

    /// Reads a boolean.
    fn boolean(&mut self) -> Option<bool>;

    /// Whether everything was read, and is well-formed.
    fn is_at_end(&mut self) -> bool;
}

/// Whether there is certainly nothing to say about a request in JSON text.
pub(crate) fn at_json(operation: &'static Operation, text: &[u8], context: &Context) -> bool {
    is_quiet(operation, text::JsonText::new(text), context)
}

/// The same of a request that says whose it is before it says what: `{"operation": "ReplicateKey", "input": {…}}`.
pub(crate) fn at_named_json(text: &[u8], context: &Context) -> bool {
    let mut glance = Glance { source: text::JsonText::new(text), facts: Facts::new() };
    context.tells_nothing() && glance.named_request().is_some() && glance.source.is_at_end()
}

/// The same of a request that the package's JavaScript wrote.
#[cfg(all(target_arch = "wasm32", feature = "wasm"))]
pub(crate) fn at_tape(operation: &'static Operation, tape: &[u8]) -> bool {
    is_quiet(operation, Tape::new(tape), &Context::default())
}

fn is_quiet<'a>(operation: &'static Operation, source: impl Source<'a>, context: &Context) -> bool {
    let mut glance = Glance { source, facts: Facts::new() };
    context.tells_nothing() && glance.request(operation).is_some() && glance.source.is_at_end()
}

struct Glance<S> {
    source: S,
    facts: Facts,
}

impl<'a, S: Source<'a>> Glance<S> {
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
    fn value(&mut self, shape: &'static Shape) -> Option<u32> {
        match shape {
            Shape::Structure(structure) => return self.structure(structure),
            Shape::Boolean(_) => (!self.source.boolean()?).then_some(())?,
            Shape::Text(text) if text.document => self.source.policy()?,
            Shape::Text(text) => {
                let characters = self.source.text()?;
                self.text(text, characters)?;
                if text.role == Role::TagKey {
                    self.facts.is_new(characters).then_some(())?;
                }
            }
            Shape::List(list) => self.list(list)?,
            Shape::Map(map) => self.map(map)?,
        }
        Some(0)
    }

    fn structure(&mut self, structure: &'static Structure) -> Option<u32> {
        self.source.object()?;
        let mut present = 0_u32;
        while let Some(index) = self.source.member(structure)? {
            let bit = 1_u32.checked_shl(u32::try_from(index).ok()?)?;
            let member = structure.members.get(index).filter(|_| present & bit == 0)?;
            present |= bit;
            self.value(&member.shape)?;
        }
        let mut bit = 1;
        for member in structure.members {
            if member.required.is_some() && present & bit == 0 {
                return None;
            }
            bit <<= 1;
        }
        Some(present)
    }

    fn list(&mut self, list: &'static List) -> Option<()> {
        self.source.list()?;
        let is_placed = names_regions(list.item);
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
        let is_placed = matches!(map.key.usual, Usual::Forms(_));
        let mut count = 0;
        while let Some(key) = self.source.entry()? {
            count += 1;
            self.facts.is_new(key).then_some(())?;
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
            Usual::Sound => passes(text, str::from_utf8(characters).ok()?).then_some(())?,
        }
        Some(())
    }
}

/// Whether items of such a shape name Regions.
fn names_regions(shape: &Shape) -> bool {
    let is_placed = |shape: &Shape| matches!(shape, Shape::Text(Text { usual: Usual::Forms(_), .. }));
    matches!(shape, Shape::Structure(structure) if structure.members.iter().any(|member| is_placed(&member.shape)))
}

fn is_within(bounds: Option<&Bounds>, count: usize) -> Option<()> {
    bounds.is_none_or(|bounds| (bounds.min..=bounds.max).contains(&count)).then_some(())
}
