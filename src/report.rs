//! What a look at a request yields: issues, each with a code, a path and typed parameters.

#[cfg(feature = "full")]
mod applied;
mod code;
mod notebook;
#[cfg(all(target_arch = "wasm32", feature = "wasm"))]
mod packed;
mod path;
mod suggestion;
#[cfg(feature = "full")]
mod told;

use alloc::borrow::Cow;
use alloc::borrow::ToOwned;
use alloc::string::String;
#[cfg(feature = "full")]
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cmp::Ordering;

#[cfg(feature = "full")]
use serde::Serialize;

pub use code::{Code, ParamType};
#[cfg(any(feature = "full", feature = "wasm"))]
pub(crate) use notebook::MOST;
pub(crate) use notebook::Notebook;
pub use notebook::{Findings, MOST_ISSUES, Noted};
#[cfg(all(target_arch = "wasm32", feature = "wasm"))]
pub(crate) use packed::{pack, push_number, push_text};
pub(crate) use path::own_name;
pub use path::{Name, Path, Segment};
pub use suggestion::{Change, Suggestion};

use crate::policy::Spot;
use crate::sorted::sorted;
use crate::sources::{Rule, Source};
use crate::written::joined;

/// How much an issue weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "full", derive(Serialize))]
#[cfg_attr(feature = "full", serde(rename_all = "lowercase"))]
pub enum Severity {
    /// The service certainly refuses the request.
    Error,
    /// A documented hazard or a likely mistake: the request can be sent.
    Warning,
}

/// A parameter of an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "full", derive(Serialize))]
#[cfg_attr(feature = "full", serde(untagged))]
pub enum Param {
    /// A count, a limit, a position.
    Number(usize),
    /// A name. Never the whole of a long value, and nothing of a sensitive one.
    Text(Cow<'static, str>),
    /// Several names.
    List(Vec<Name>),
}

impl From<usize> for Param {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<&'static str> for Param {
    fn from(text: &'static str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Param {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<Vec<Name>> for Param {
    fn from(list: Vec<Name>) -> Self {
        Self::List(list)
    }
}

/// The longest part of a value that a parameter repeats, in Unicode scalar values.
const ECHO: usize = 64;

/// A value as a parameter.
pub(crate) fn echo(value: &str) -> Param {
    shortened(value).into()
}

/// A part of a value, short enough to be repeated.
pub(crate) fn shortened(value: &str) -> String {
    match value.char_indices().nth(ECHO) {
        None => value.to_owned(),
        Some((end, _)) => joined(&[value.get(..end).unwrap_or_default(), "…"], ""),
    }
}

/// Parameters in the order in which [`Code::params`] names them.
pub type Params = Vec<Param>;

/// A text of the tables, or of the caller's own rules.
#[cfg(not(all(feature = "wasm", not(feature = "full"))))]
pub type Stated = Cow<'static, str>;
/// A text of the tables: the module that only validates knows no other rules.
#[cfg(all(feature = "wasm", not(feature = "full")))]
pub type Stated = &'static str;

#[cfg(not(all(feature = "wasm", not(feature = "full"))))]
const fn stated(text: &'static str) -> Stated {
    Cow::Borrowed(text)
}

#[cfg(all(feature = "wasm", not(feature = "full")))]
const fn stated(text: &'static str) -> Stated {
    text
}

fn text_of(stated: &Stated) -> &str {
    stated
}

/// The page that states what an issue is about.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "full", derive(Serialize))]
pub struct Link {
    /// The page's title.
    pub title: Stated,
    /// The page's address. Only house rules can lack one: then it is empty.
    pub url: Stated,
    /// The page itself, where it is no house rule's.
    #[cfg_attr(feature = "full", serde(skip))]
    pub(crate) page: Option<&'static Source>,
}

impl From<&'static Source> for Link {
    fn from(source: &'static Source) -> Self {
        Self { title: stated(source.title), url: stated(source.url), page: Some(source) }
    }
}

/// Something to say about a request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Issue {
    /// What is wrong.
    pub code: Code,
    /// How much it weighs for this caller.
    pub severity: Severity,
    /// Where.
    pub path: Path,
    /// Whether it is the key of a map's entry that is meant, not its value.
    pub on_key: bool,
    /// The particulars, in the order in which [`Code::params`] names them.
    pub params: Params,
    /// The id of the rule that is broken, or the name of the house rule.
    pub rule: Stated,
    /// The page that documents the rule.
    pub source: Link,
    /// Where it is inside a document that is written in a string, such as a key policy.
    pub within: Option<Spot>,
    /// What would make the issue go away, where it can be known.
    pub suggestion: Option<Suggestion>,
    /// The caller's own words, where the house rule has some.
    #[cfg(feature = "full")]
    pub own_words: Option<Arc<str>>,
}

impl Issue {
    /// An issue of a rule.
    pub(crate) fn new(rule: Rule, code: Code, severity: Severity, path: Path, on_key: bool, params: Params) -> Self {
        Self {
            code,
            severity,
            path,
            on_key,
            params,
            rule: stated(rule.id),
            source: rule.source.into(),
            within: None,
            suggestion: None,
            #[cfg(feature = "full")]
            own_words: None,
        }
    }

    /// In the order of paths, then codes.
    fn compare(&self, other: &Self) -> Ordering {
        self.path.cmp(&other.path).then_with(|| self.order_at_path().cmp(&other.order_at_path()))
    }

    fn order_at_path(&self) -> (&'static str, bool, Option<(usize, usize)>, &str) {
        let within = self.within.as_ref().map(|spot| (spot.line, spot.column));
        (self.code.as_str(), self.on_key, within, text_of(&self.rule))
    }
}

/// Everything there is to say about a request, in the order of paths, then codes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    issues: Vec<Issue>,
}

impl Report {
    /// Whether there is no error; there may be warnings.
    pub fn is_ok(&self) -> bool {
        !self.issues.iter().any(|issue| issue.severity == Severity::Error)
    }

    /// Whether there is a warning.
    pub fn has_warning(&self) -> bool {
        self.issues.iter().any(|issue| issue.severity == Severity::Warning)
    }

    /// Errors and warnings.
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// The same, given away.
    pub fn into_issues(self) -> Vec<Issue> {
        self.issues
    }

    /// The report with more issues, all in their order.
    pub(crate) fn and(mut self, more: impl IntoIterator<Item = Issue>) -> Self {
        self.issues.extend(more);
        self.issues = sorted(self.issues, Issue::compare);
        self
    }

    /// The report with only the issues at `path` and below it.
    pub(crate) fn below(mut self, path: &Path) -> Self {
        self.issues.retain(|issue| issue.path.0.starts_with(&path.0));
        self
    }
}
