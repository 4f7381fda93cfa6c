//! The vocabulary in which a service's answers are stated: the errors and the responses of an operation. Data only,
//! words included.

mod common;

pub use common::{COMMON_ERRORS, OTHER_ANSWERS, Span};

use serde::Serialize;

use crate::report::Code;
use crate::shape::Member;
use crate::sources::Rule;

/// What a service answers to a request.
#[derive(Debug)]
pub struct Answers {
    /// The HTTP status of success.
    pub success: (u16, Rule),
    /// The errors that the operation documents.
    pub errors: &'static [ServiceError],
    /// What the service has been seen to say, and what of the request it means.
    pub sayings: &'static [Saying],
    /// The members of the response.
    pub response: &'static [Output],
}

/// An error that a service documents.
#[derive(Debug)]
pub struct ServiceError {
    /// The name, as it is on the wire.
    pub name: &'static str,
    /// Where it is documented.
    pub rule: Rule,
    /// The HTTP status that it comes with.
    pub status: u16,
    /// Whether the same request can succeed.
    pub retry: Retry,
    /// What it means for this operation.
    pub meaning: &'static str,
    /// What to do.
    pub advice: &'static str,
}

/// Whether the very same request can succeed when it is sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "advised", content = "when", rename_all = "lowercase")]
pub enum Retry {
    /// No: something must be changed first, in the request or around it.
    Never,
    /// Yes, once this has happened.
    Later(&'static str),
    /// Yes, after a moment that grows with each attempt.
    Yes,
}

/// A text of a service that says more than the name of its error.
#[derive(Debug)]
pub struct Saying {
    /// What occurs in the text, in this order and in any letter case.
    pub says: &'static [&'static str],
    /// The fact behind it.
    pub rule: Rule,
    /// The member that is meant, by the way to it. The item of a list that holds one at most is understood.
    pub at: &'static [&'static Member],
    /// The finding.
    pub code: Code,
    /// What is wrong, by the name of a phrase ([`crate::message`]): the parameter of a code that takes one.
    pub problem: &'static str,
    /// What to do.
    pub advice: &'static str,
}

/// A member of a response.
#[derive(Debug)]
pub struct Output {
    /// The name on the wire.
    pub name: &'static str,
    /// What it says.
    pub doc: &'static str,
    /// Where it is documented.
    pub rule: Rule,
    /// Whether it is documented to be there always.
    pub always: bool,
    /// What its values look like.
    pub kind: Kind,
}

impl Output {
    /// The defaults of a member's declaration: a string that may be absent.
    pub const TEXT: Self = Self {
        name: "",
        doc: "",
        rule: Rule { id: "", source: &crate::sources::XREGION },
        always: false,
        kind: Kind::Text,
    };
}

/// What a value of a response looks like. Nothing here limits it: services add members and values without notice.
#[derive(Debug)]
pub enum Kind {
    /// A string.
    Text,
    /// `true` or `false`.
    Boolean,
    /// A number without a fraction.
    Integer,
    /// A moment: seconds since 1970, or ISO 8601.
    Timestamp,
    /// One of these strings, today.
    Values(&'static [&'static str]),
    /// A status.
    Status(Status),
    /// Several values of one kind, with the rule of the items.
    List(&'static Kind, Rule),
    /// An object with these members.
    Structure(&'static [Output]),
}

/// A string that says how far something is.
#[derive(Debug)]
pub struct Status {
    /// What it can say, today.
    pub states: &'static [State],
    /// The member beside it that says why, if there is one.
    pub reason: Option<&'static str>,
}

/// A value of a status.
#[derive(Debug)]
pub struct State {
    /// The value on the wire.
    pub value: &'static str,
    /// How far that is.
    pub phase: Phase,
    /// What it means.
    pub meaning: &'static str,
    /// What to do.
    pub advice: &'static str,
}

/// What a status that is not in its table means, and what to do.
pub const UNKNOWN_STATUS: (&str, &str) =
    ("The documentation did not have this status when this was written.", "Ask again after a while, and look it up.");

/// How far something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// It is as it was asked for.
    Done,
    /// It changes by itself: ask again.
    Working,
    /// Somebody must do something first.
    Waiting,
    /// It did not succeed, or is no more.
    Failed,
}

impl Retry {
    /// The name for programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Later(_) => "later",
            Self::Yes => "yes",
        }
    }
}

impl Phase {
    /// The name for programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Working => "working",
            Self::Waiting => "waiting",
            Self::Failed => "failed",
        }
    }
}

impl Answers {
    /// An error by its name, the operation's own first. SDKs of some languages add `Exception` to a name, or take it
    /// away: that makes no difference.
    pub fn error(&self, name: &str) -> Option<&'static ServiceError> {
        let all = || self.errors.iter().chain(COMMON_ERRORS);
        all().find(|error| error.name == name).or_else(|| all().find(|error| stem(error.name) == stem(name)))
    }
}

/// What is left of an error's name when it does not say that it is one.
fn stem(name: &str) -> &str {
    ["Exception", "Error", "Fault"].iter().find_map(|suffix| name.strip_suffix(suffix)).unwrap_or(name)
}
