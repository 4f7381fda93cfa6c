//! The way to a value.

#[cfg(all(feature = "wasm", not(feature = "full")))]
use alloc::borrow::Cow;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

#[cfg(feature = "full")]
use serde::Serialize;

use crate::written::{push_number, push_step};

/// The name of a member or an entry.
#[cfg(not(all(feature = "wasm", not(feature = "full"))))]
pub type Name = String;
/// The name of a member or an entry: the module that only validates does not copy those of the tables.
#[cfg(all(feature = "wasm", not(feature = "full")))]
pub type Name = Cow<'static, str>;

/// A name that is no table's.
#[cfg(not(all(feature = "wasm", not(feature = "full"))))]
pub(crate) fn own_name(name: String) -> Name {
    name
}

/// A name that is no table's.
#[cfg(all(feature = "wasm", not(feature = "full")))]
pub(crate) fn own_name(name: String) -> Name {
    Cow::Owned(name)
}

/// A step of a path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "full", derive(Serialize))]
#[cfg_attr(feature = "full", serde(untagged))]
pub enum Segment {
    /// A position in an array, from 0.
    Index(usize),
    /// A key of an object.
    Key(Name),
}

/// The way from the root of a request to a value.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "full", derive(Serialize))]
pub struct Path(pub Vec<Segment>);

impl Path {
    /// The path as a JSON Pointer (RFC 6901).
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for segment in &self.0 {
            match segment {
                Segment::Index(index) => {
                    pointer.push('/');
                    push_number(&mut pointer, *index);
                }
                Segment::Key(key) => push_step(&mut pointer, key),
            }
        }
        pointer
    }

    /// The last step, where it is a key.
    pub fn last_key(&self) -> Option<&str> {
        match self.0.last() {
            Some(Segment::Key(key)) => Some(key),
            _ => None,
        }
    }

    /// The path one step further, to an item of an array.
    pub fn item(mut self, index: usize) -> Self {
        self.0.push(Segment::Index(index));
        self
    }

    /// The path one step further, to a member or an entry.
    pub fn join(self, key: &str) -> Self {
        self.named(own_name(key.to_owned()))
    }

    pub(crate) fn named(mut self, name: Name) -> Self {
        self.0.push(Segment::Key(name));
        self
    }
}

impl fmt::Display for Path {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.pointer())
    }
}
