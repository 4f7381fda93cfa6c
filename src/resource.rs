//! The vocabulary of infrastructure as code: which resource a request becomes in Terraform or CloudFormation, and what
//! becomes of its members there.
//!
//! A member that no property names is not lost: [`Carried`] takes the members out of the request one by one, and says
//! of everything that is left over that it is not carried.

mod carried;
pub(crate) mod node;

pub use carried::Carried;

use crate::report::Path;
use crate::shape::Member;
use crate::sources::Source;

/// The resource that a request makes, or the existing one that it changes.
#[derive(Debug)]
pub struct Resource {
    /// Its type: `aws_kms_replica_key`, `AWS::KMS::ReplicaKey`.
    pub name: &'static str,
    /// What this one is called in the text.
    pub label: &'static str,
    /// The page that documents the type.
    pub source: &'static Source,
    /// The argument that says in which Region the resource is, where there is one.
    pub region: Option<&'static str>,
    /// What becomes of the members, in the order of the text.
    pub properties: &'static [Property],
    /// How it is imported, where it is there before the request.
    pub existing: Option<Existing>,
    /// What there is to add and to say when the members are carried.
    pub complete: fn(&mut Carried<'_>),
}

/// A resource that is there before the request.
#[derive(Debug)]
pub struct Existing {
    /// What identifies it when it is imported.
    pub identifier: &'static str,
    /// The properties that it has already.
    pub properties: &'static [&'static str],
}

/// What becomes of a member.
#[derive(Debug)]
pub struct Property {
    /// The member.
    pub member: &'static Member,
    /// The property; a dot leads into a property of objects.
    pub name: &'static str,
    /// How the value gets there.
    pub carry: Carry,
    /// What the property takes, where that is less than the request admits: of keys, where there are any.
    pub limit: Option<Limit>,
}

/// What a property takes.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// Whether it takes a string.
    pub accepts: fn(&str) -> bool,
    /// The name of the phrase that says so ([`crate::message`]).
    pub requirement: &'static str,
}

/// How a value gets into a property.
#[derive(Debug)]
pub enum Carry {
    /// A string or a boolean, as it is.
    Same,
    /// The Region of the resource, which may have no property for it.
    Region,
    /// A JSON document in a string, which may be written out.
    Document,
    /// A list of objects: an object or a block for each.
    Each(&'static [Property]),
    /// An object of objects: an object or a block for each, with its key as a property.
    EachByKey(&'static str, &'static [Property]),
    /// An object of strings, as it is.
    Entries,
    /// An object of strings: an object for each, with these properties.
    Spread {
        /// Of the key.
        key: &'static str,
        /// Of the value.
        value: &'static str,
        /// What the latter takes.
        limit: Limit,
    },
    /// A list of objects with these members: one object of strings.
    Collect {
        /// With the key.
        key: &'static Member,
        /// With the value.
        value: &'static Member,
    },
    /// A string that is written in a way of its own.
    By(fn(&str, Path, &mut Carried<'_>)),
}

impl Resource {
    /// Whether a member says in which Region the resource is. Otherwise it is that of the call.
    pub fn has_region_member(&self) -> bool {
        self.properties.iter().any(|property| matches!(property.carry, Carry::Region))
    }
}

impl Property {
    /// A property with the value as it is.
    pub const fn same(member: &'static Member, name: &'static str) -> Self {
        Self::of(member, name, Carry::Same)
    }

    /// A property with the value in another form.
    pub const fn of(member: &'static Member, name: &'static str, carry: Carry) -> Self {
        Self { member, name, carry, limit: None }
    }

    /// The property with what it takes.
    pub const fn taking(self, accepts: fn(&str) -> bool, requirement: &'static str) -> Self {
        let Self { member, name, carry, .. } = self;
        Self { member, name, carry, limit: Some(Limit { accepts, requirement }) }
    }
}
