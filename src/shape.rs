//! The vocabulary in which an operation is stated: data only.
//!
//! The set of shapes is closed and small. Whoever adds one is led by the compiler to the functions that must know it:
//! the engine and what is derived from a table ([`crate::derive`]).

mod usual;

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::context::Context;
#[cfg(feature = "full")]
use crate::guide::Guide;
use crate::pattern::Pattern;
use crate::report::{Code, Findings, Params, echo};
pub use crate::sources::{Rule, Source};
use crate::tree::Place;
pub use usual::{Ascii, Part, Prose, Regions, Silence, Tail, Usual};

/// One request of one service, as its page in the API reference states it.
pub struct Operation {
    /// The name in the API reference: `ReplicateKey`.
    pub name: &'static str,
    /// What the operation does, in a sentence.
    pub doc: &'static str,
    /// The service that offers it.
    #[cfg(feature = "full")]
    pub service: &'static Service,
    /// The members of the request.
    pub input: Structure,
    /// JSON `null` is not a value of any member.
    pub null: Rule,
    /// What ties members together.
    pub constraints: &'static [&'static [Constraint]],
    /// The ways to fill the items of a list that exclude each other, where there are such.
    #[cfg(feature = "full")]
    pub modes: Option<&'static Modes>,
    /// The member that names the primary. Where it is an ARN, its Region is the one to send the call to.
    #[cfg(feature = "full")]
    pub primary: Option<&'static Member>,
    /// How the request is sent.
    #[cfg(feature = "full")]
    pub wire: Wire,
    /// What is told beside the verdict.
    #[cfg(feature = "full")]
    pub guide: &'static Guide,
}

/// Words that no verdict says. A build without the feature `full` leaves them out.
pub const fn told(words: &'static str) -> &'static str {
    if cfg!(feature = "full") { words } else { "" }
}

/// The ways to fill the items of a list that exclude each other.
#[cfg(feature = "full")]
#[derive(Debug)]
pub struct Modes {
    /// The list.
    pub list: &'static Member,
    /// Each of the ways.
    pub modes: &'static [Mode],
}

/// One of the ways to fill an item.
#[cfg(feature = "full")]
#[derive(Debug)]
pub struct Mode {
    /// The name in JavaScript: `oneZone`.
    pub name: &'static str,
    /// What comes of it, in a sentence.
    pub doc: &'static str,
    /// The members that make the mode.
    pub required: &'static [&'static Member],
    /// The members that can stand beside them.
    pub optional: &'static [&'static Member],
}

/// A service, by the names under which it is known.
#[cfg(feature = "full")]
#[derive(Debug)]
pub struct Service {
    /// The name for people: `AWS KMS`.
    pub title: &'static str,
    /// The name under which requests are signed.
    pub signing_name: &'static str,
    /// The name under which boto3 and the AWS CLI know it: `efs`.
    pub client_name: &'static str,
    /// The package and the class of its client in the AWS SDK for JavaScript, version 3.
    pub sdk_v3: (&'static str, &'static str),
    /// The first label of its hosts, before the `-fips` that FIPS hosts add.
    pub host_label: &'static str,
    /// The partitions whose dual-stack hosts are named otherwise.
    pub dual_stack: &'static [DualStackHost],
}

/// How the dual-stack hosts of some partitions are named.
#[cfg(feature = "full")]
#[derive(Debug)]
pub struct DualStackHost {
    /// The partitions, by their ids.
    pub partitions: &'static [&'static str],
    /// Whether FIPS hosts follow suit.
    pub with_fips: bool,
    /// The label in place of [`Service::host_label`].
    pub label: &'static str,
    /// Whether the suffix is that of the plain hosts.
    pub plain_suffix: bool,
}

/// How a request goes over HTTP.
#[cfg(feature = "full")]
#[derive(Debug)]
pub enum Wire {
    /// AWS JSON 1.1: everything in the body, the operation in a header.
    AwsJson {
        /// The value of `X-Amz-Target`.
        target: &'static str,
    },
    /// REST with a JSON body.
    RestJson {
        /// The path; a member's name in braces stands for its value, which then is not in the body.
        path: &'static str,
    },
}

/// An object with named members.
#[derive(Debug)]
pub struct Structure {
    /// That it is an object.
    pub rule: Rule,
    /// That it has no members but these.
    pub closed: Rule,
    /// In the order of the API reference.
    pub members: &'static [&'static Member],
}

/// A member of a [`Structure`].
#[derive(Debug)]
pub struct Member {
    /// The name on the wire.
    pub name: &'static str,
    /// What it is for, in a sentence or two.
    pub doc: &'static str,
    /// The rule that makes it required, if one does.
    pub required: Option<Rule>,
    /// What its values look like.
    pub shape: Shape,
    /// A token that makes the call idempotent, filled in where it is absent.
    pub idempotency_token: bool,
    /// A value that people do not want to see in messages and logs.
    pub sensitive: bool,
    /// A value to show as an example.
    pub example: &'static str,
}

impl Member {
    /// The defaults of a member's declaration: optional and unremarkable.
    pub const OPTIONAL: Self = Self {
        name: "",
        doc: "",
        required: None,
        shape: Shape::Boolean(Boolean { rule: Rule { id: "", source: &Source { title: "", url: "" } } }),
        idempotency_token: false,
        sensitive: false,
        example: "",
    };
}

/// What a value looks like.
#[derive(Debug)]
pub enum Shape {
    /// `true` or `false`.
    Boolean(Boolean),
    /// A string.
    Text(Text),
    /// An array of values of one shape.
    List(List),
    /// An object whose keys are the caller's.
    Map(Map),
    /// An object with named members.
    Structure(Structure),
}

/// A boolean.
#[derive(Debug)]
pub struct Boolean {
    /// That it is a boolean.
    pub rule: Rule,
}

/// A string, with what it alone must satisfy.
#[derive(Debug)]
pub struct Text {
    /// That it is a string.
    pub rule: Rule,
    /// The documented bounds of its length, in Unicode scalar values.
    pub length: Option<Bounds>,
    /// The documented pattern, always of the whole string.
    pub pattern: Option<(&'static Pattern, Rule)>,
    /// What else it must be, asked in this order until an error is found.
    pub formats: &'static [Format],
    /// What could be written in place of a string that does not pass.
    pub repair: fn(&str) -> Option<Repair>,
    /// Whether a key policy is written in the string.
    pub document: bool,
    /// What the string is to the replication.
    pub role: Role,
    /// Which strings a glance knows.
    pub usual: Usual,
}

impl Text {
    /// The defaults of a string's declaration: any string.
    pub const ANY: Self = Self {
        rule: Rule { id: "", source: &Source { title: "", url: "" } },
        length: None,
        pattern: None,
        formats: &[],
        repair: |_| None,
        document: false,
        role: Role::None,
        usual: Usual::Sound,
    };
}

/// What a string is to a replication, whatever its member is called: so much of an operation is known to house rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Nothing that house rules speak of.
    None,
    /// The Region of a replica.
    ReplicaRegion,
    /// The Availability Zone of a replica, by its name.
    ReplicaZone,
    /// Something that exists and becomes the replica, by its id or ARN.
    Replica,
    /// The key of a tag.
    TagKey,
    /// The value of the tag whose key stands beside it.
    TagValue,
    /// The KMS key that encrypts a replica.
    EncryptionKey,
    /// The KMS key that is replicated.
    ReplicatedKey,
}

impl Role {
    /// The role in words, for the reference.
    pub const fn doc(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::ReplicaRegion => Some("the Region of a replica"),
            Self::ReplicaZone => Some("the Availability Zone of a replica"),
            Self::Replica => Some("an existing resource that becomes the replica"),
            Self::TagKey => Some("the key of a tag"),
            Self::TagValue => Some("the value of a tag"),
            Self::EncryptionKey => Some("the key that encrypts a replica"),
            Self::ReplicatedKey => Some("the key that is replicated"),
        }
    }
}

/// What could be done with a string that does not pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Repair {
    /// Write this instead, if it passes.
    Write(String),
    /// Leave the member out.
    LeaveOut,
}

/// An array.
#[derive(Debug)]
pub struct List {
    /// That it is an array.
    pub rule: Rule,
    /// How many items.
    pub count: Option<Bounds>,
    /// What each item looks like.
    pub item: &'static Shape,
    /// What one item is called in a form: `Tag`.
    pub item_name: &'static str,
}

/// An object whose keys are the caller's.
#[derive(Debug)]
pub struct Map {
    /// That it is an object.
    pub rule: Rule,
    /// How many entries.
    pub count: Option<Bounds>,
    /// What the keys look like.
    pub key: Text,
    /// What a key is called in a form, and an example of one: `("Region", "us-east-1")`.
    pub key_name: (&'static str, &'static str),
    /// What the values look like.
    pub value: &'static Shape,
    /// What one value is called in a form.
    pub value_name: (&'static str, &'static str),
    /// What one entry is called in a form: `Region`.
    pub entry_name: &'static str,
}

/// Documented bounds, both inclusive.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// The least.
    pub min: usize,
    /// The most; `usize::MAX` where none is documented.
    pub max: usize,
    /// Where they are documented.
    pub rule: Rule,
}

/// Something that a string must be beyond its length and pattern.
pub struct Format {
    /// Where it is documented.
    pub rule: Rule,
    /// The finding when it is not.
    pub code: Code,
    /// The name of the phrase that says what would pass ([`crate::message`]).
    pub expected: &'static str,
    /// Whether a string is such.
    pub accepts: fn(&str) -> bool,
}

/// Something that ties members together, or a member to the caller's context.
pub struct Constraint {
    /// Where it is documented.
    pub rule: Rule,
    /// The finding when it is broken.
    pub code: Code,
    /// What must hold, as a sentence of the reference.
    pub doc: &'static str,
    /// When it need not be asked.
    pub silent: Silence,
    /// Looks at a request and notes what breaks the constraint.
    pub check: fn(Place<'_, '_>, &Context, &mut Findings<'_>),
}

impl Format {
    /// The parameters of the finding about a string.
    pub(crate) fn params(&self, text: &str) -> Params {
        let mut params = Params::new();
        for name in self.code.params() {
            params.push(if *name == "expected" { self.expected.into() } else { echo(text) });
        }
        params
    }
}

impl Structure {
    /// The parameters of the finding about a member that there is not.
    pub(crate) fn unknown(&self, name: &str) -> Params {
        vec![echo(name), self.members.iter().map(|member| member.name.into()).collect::<Vec<_>>().into()]
    }
}

impl Operation {
    /// All constraints.
    pub fn constraints(&self) -> impl Iterator<Item = &'static Constraint> {
        self.constraints.iter().copied().flatten()
    }

    /// The name as clients spell it in lower case, with a character between its words: `replicate_key`.
    pub fn lower_name(&self, between: char) -> String {
        lower_name(self.name, between)
    }

    /// The name in JavaScript: `replicateKey`.
    pub fn js_name(&self) -> String {
        let mut name = self.name.to_owned();
        if let Some(first) = name.get_mut(..1) {
            first.make_ascii_lowercase();
        }
        name
    }
}

/// A name as clients spell it in lower case, with a character between its words: `replica_region`.
pub(crate) fn lower_name(name: &str, between: char) -> String {
    let mut lower = String::with_capacity(name.len() + 8);
    for character in name.chars() {
        if character.is_ascii_uppercase() && !lower.is_empty() {
            lower.push(between);
        }
        lower.push(character.to_ascii_lowercase());
    }
    lower
}

impl core::fmt::Debug for Operation {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.debug_tuple("Operation").field(&self.name).finish()
    }
}

macro_rules! debug_as_rule_id {
    ($($name:ident),*) => {$(
        impl core::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                formatter.debug_struct(stringify!($name)).field("rule", &self.rule.id).finish_non_exhaustive()
            }
        }
    )*};
}

debug_as_rule_id!(Format, Constraint);
