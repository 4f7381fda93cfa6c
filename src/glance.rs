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
mod text;
mod words;

use core::str;

use crate::context::Context;
use crate::engine::passes;
use crate::identifiers::tag;
use crate::operations::OPERATIONS;
use crate::shape::{Ascii, Bounds, List, Map, Operation, Role, Shape, Structure, Text, Usual};
use facts::{Facts, Keys, Members, is_new};
pub(crate) use regions::bits;
#[cfg(feature = "full")]
pub(crate) use regions::{ends, slot};
#[cfg(all(target_arch = "wasm32", feature = "wasm"))]
use scan::Scan;
use text::JsonText;

/// Values in the order in which they are written. Each function gives `None` where what comes next is not what is asked
/// for, or is of a form that only the engine reads.
trait Source<'a> {
    /// What is known of what is still to come in an object or array.
    type Left;

    /// Goes into an object.
    fn object(&mut self) -> Option<Self::Left>;

    /// Goes to the value of the object's next member, and tells its place among these; `Some(None)` after the last.
    fn member(&mut self, left: &mut Self::Left, structure: &'static Structure) -> Option<Option<usize>>;

    /// Goes to the value of the object's next entry, and tells its key.
    fn entry(&mut self, left: &mut Self::Left) -> Option<Option<&'a [u8]>>;

    /// Goes into an array.
    fn list(&mut self) -> Option<Self::Left>;

    /// Goes to the next item, if there is one.
    fn item(&mut self, left: &mut Self::Left) -> Option<bool>;

    /// Reads a string.
    fn text(&mut self) -> Option<&'a [u8]>;

    /// Reads a string with a key policy that is plain ([`policy`]).
    fn policy(&mut self) -> Option<()>;

    /// Reads a boolean.
    fn boolean(&mut self) -> Option<bool>;

    /// Whether everything was read, and is well-formed.
    fn is_at_end(&mut self) -> bool;
}

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

/// The same of a key policy by itself.
#[cfg(all(target_arch = "wasm32", feature = "wasm"))]
pub(crate) fn at_policy(text: &[u8]) -> bool {
    let mut scan = Scan::new(text);
    policy::plain::<false>(&mut scan).is_some() && scan.rest.is_empty()
}

/// A source that was gone over to its end, where there is nothing to say.
fn read<'a, S: Source<'a>>(operation: Option<&'static Operation>, source: S) -> Option<S> {
    let mut glance = Glance { source, facts: Facts::new(), keys: &mut Keys::new_const() };
    match operation {
        Some(operation) => glance.request(operation)?,
        None => glance.named_request()?,
    }
    glance.source.is_at_end().then_some(glance.source)
}

struct Glance<'k, S> {
    source: S,
    facts: Facts,
    keys: &'k mut Keys,
}

impl<'a, S: Source<'a>> Glance<'_, S> {
    fn request(&mut self, operation: &'static Operation) -> Option<()> {
        self.structure(&operation.input)?;
        self.facts.silence(operation.constraints()).then_some(())
    }

    fn named_request(&mut self) -> Option<()> {
        let left = &mut self.source.object()?;
        (self.source.entry(left)?? == b"operation").then_some(())?;
        let name = self.source.text()?;
        let operation = OPERATIONS.iter().find(|operation| operation.name.as_bytes() == name)?;
        (self.source.entry(left)?? == b"input").then_some(())?;
        self.request(operation)?;
        self.source.entry(left)?.is_none().then_some(())
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
        let left = &mut self.source.object()?;
        let mut present = Members::MIN;
        while let Some(index) = self.source.member(left, structure)? {
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
        let left = &mut self.source.list()?;
        let is_placed = names_regions(list.item);
        let mut count = 0;
        while self.source.item(left)? {
            count += 1;
            self.facts.enter(is_placed);
            let members = self.value(list.item)?;
            self.facts.leave(is_placed, members);
        }
        is_within(list.count.as_ref(), count)
    }

    fn map(&mut self, map: &'static Map) -> Option<()> {
        let left = &mut self.source.object()?;
        let is_placed = matches!(map.key.usual, Usual::Forms(_));
        let mut count = 0;
        while let Some(key) = self.source.entry(left)? {
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
            Usual::Tag(_) | Usual::Prose(_) | Usual::Varied(..) | Usual::Sound => {
                passes(text, str::from_utf8(characters).ok()?).then_some(())?
            }
        }
        Some(())
    }
}

/// Whether items of such a shape name Regions.
fn names_regions(shape: &Shape) -> bool {
    let is_placed = |shape: &Shape| matches!(shape, Shape::Text(Text { usual: Usual::Forms(_), .. }));
    matches!(shape, Shape::Structure(structure) if structure.members.iter().any(|member| is_placed(&member.shape)))
}

fn is_tag(text: &Text, usual: &Ascii, characters: &[u8]) -> bool {
    let has_length = is_within(text.length.as_ref(), characters.len()).is_some();
    has_length && !tag::begins_like_aws(characters) && usual.are_all_of(characters)
}

fn is_within(bounds: Option<&Bounds>, count: usize) -> Option<()> {
    bounds.is_none_or(|bounds| (bounds.min..=bounds.max).contains(&count)).then_some(())
}
