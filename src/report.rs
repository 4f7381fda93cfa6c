//! What a look at a request yields: issues, each with a code, a path and typed parameters.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use crate::context::Context;
use crate::message;
use crate::shape::Rule;
use crate::tree::Place;

/// How much an issue weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The service certainly refuses the request.
    Error,
    /// A documented hazard or a likely mistake: the request can be sent.
    Warning,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $severity:ident, [$($param:literal),*];)+) => {
        /// What is wrong. A code is for ever: programs compare it, the words beside it may change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code { $($(#[doc = $doc])+ $variant,)+ }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The code as it is written in JavaScript and JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// How much its findings weigh unless the caller says otherwise.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }

            /// The names of the parameters that each of its findings carries.
            pub const fn params(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($param,)*],)+ }
            }

            /// What the code means, for the reference.
            pub const fn doc(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc),+),)+ }
            }
        }
    };
}

codes! {
    /// A value of another type than documented, or one that JSON cannot carry.
    WrongType = "wrong_type", Error, ["expected", "actual"];
    /// A required member is absent.
    MissingRequired = "missing_required", Error, ["member"];
    /// A member that the request does not have.
    UnknownField = "unknown_field", Error, ["member", "known"];
    /// A string shorter than its documented minimum.
    TooShort = "too_short", Error, ["min", "actual"];
    /// A string longer than its documented maximum, counted in Unicode scalar values.
    TooLong = "too_long", Error, ["max", "actual"];
    /// Fewer items or entries than the documented minimum.
    TooFew = "too_few", Error, ["min", "actual"];
    /// More items or entries than the documented maximum.
    TooMany = "too_many", Error, ["max", "actual"];
    /// A string that does not match its documented pattern as a whole.
    PatternMismatch = "pattern_mismatch", Error, ["expected", "pattern"];
    /// A string with a surrogate that has no partner: it cannot be sent as UTF-8.
    InvalidUnicode = "invalid_unicode", Error, [];
    /// A string that is none of the names that the member takes.
    InvalidIdentifier = "invalid_identifier", Error, ["expected"];
    /// A key that is not a multi-Region key.
    NotMultiRegionKey = "not_multi_region_key", Error, ["expected"];
    /// A Region or tag key that an earlier item has already.
    Duplicate = "duplicate", Error, ["first"];
    /// A tag key that begins with the prefix kept for AWS.
    ReservedPrefix = "reserved_prefix", Error, ["expected"];
    /// The replica would be in the Region of its primary.
    SameRegion = "same_region", Error, ["region"];
    /// The destination is the source.
    SameResource = "same_resource", Error, ["id"];
    /// Something of another partition: nothing is replicated across partitions.
    PartitionMismatch = "partition_mismatch", Error, ["partition", "expected"];
    /// Something of another Region than the one it is needed in.
    RegionMismatch = "region_mismatch", Error, ["region", "expected"];
    /// Something of another account than the one it must belong to.
    AccountMismatch = "account_mismatch", Error, ["account", "expected"];
    /// Customer managed keys in some Regions, but not in all.
    MixedEncryption = "mixed_encryption", Error, ["without"];
    /// A key policy that is not a policy document.
    InvalidPolicy = "invalid_policy", Error, ["problem", "at"];
    /// A key policy that lets nobody change it again.
    PolicyLockout = "policy_lockout", Error, [];
    /// A fixed quota of the service is exceeded.
    QuotaExceeded = "quota_exceeded", Error, ["max", "actual"];
    /// The text is not JSON.
    InvalidJson = "invalid_json", Error, ["line", "column"];
    /// A Region of the right form that is in no published list.
    UnknownRegion = "unknown_region", Warning, ["region"];
    /// `DefaultKey` is what the service shows for a key of its own, not a key to ask for.
    DefaultKeyName = "default_key_name", Warning, [];
    /// The safety check that keeps a key manageable is switched off.
    LockoutCheckBypassed = "lockout_check_bypassed", Warning, [];
    /// A secret of the same name in a replica Region will be destroyed.
    OverwritesSecret = "overwrites_secret", Warning, [];
    /// The replica will fail some time after the call: its key is in another Region.
    ReplicaKeyRegion = "replica_key_region", Warning, ["region", "expected"];
    /// The existing file system loses what its source does not have.
    OverwritesFileSystem = "overwrites_file_system", Warning, [];
    /// The options or the context of the call are not what they should be, and were left out of account.
    InvalidContext = "invalid_context", Warning, ["problem"];
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// A step of a path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(untagged)]
pub enum Segment {
    /// A position in an array, from 0.
    Index(usize),
    /// A key of an object.
    Key(String),
}

/// The way from the root of a request to a value.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Path(pub Vec<Segment>);

impl Path {
    /// The path as a JSON Pointer (RFC 6901).
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for segment in &self.0 {
            pointer.push('/');
            match segment {
                Segment::Index(index) => pointer.push_str(&index.to_string()),
                Segment::Key(key) => pointer.push_str(&key.replace('~', "~0").replace('/', "~1")),
            }
        }
        pointer
    }

    /// The path one step further.
    pub fn join(mut self, key: &str) -> Self {
        self.0.push(Segment::Key(key.to_owned()));
        self
    }
}

impl fmt::Display for Path {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.pointer())
    }
}

/// A parameter of an issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Param {
    /// A count, a limit, a position.
    Number(usize),
    /// A name. Never the whole of a long value, and nothing of a sensitive one.
    Text(Cow<'static, str>),
    /// Several names.
    List(Vec<String>),
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

impl From<Vec<String>> for Param {
    fn from(list: Vec<String>) -> Self {
        Self::List(list)
    }
}

/// The longest part of a value that a parameter repeats, in Unicode scalar values.
const ECHO: usize = 64;

/// A part of a value, short enough to be repeated.
pub(crate) fn echo(value: &str) -> Param {
    match value.char_indices().nth(ECHO) {
        None => Param::from(value.to_owned()),
        Some((end, _)) => Param::from(format!("{}…", value.get(..end).unwrap_or_default())),
    }
}

/// Parameters in the order in which [`Code::params`] names them.
pub type Params = Vec<Param>;

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
    /// The id of the rule that is broken.
    pub rule: &'static str,
    /// The page that documents the rule.
    pub source: crate::shape::Source,
}

impl Issue {
    /// An issue of a rule.
    pub(crate) fn new(rule: Rule, code: Code, severity: Severity, path: Path, on_key: bool, params: Params) -> Self {
        Self { code, severity, path, on_key, params, rule: rule.id, source: *rule.source }
    }

    /// The issue in English, as a sentence for people.
    pub fn message(&self) -> String {
        message::english(self.code, &self.params)
    }

    fn order(&self) -> (&Path, &'static str, bool, &'static str) {
        (&self.path, self.code.as_str(), self.on_key, self.rule)
    }
}

impl Serialize for Issue {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        struct ByName<'a>(&'a Issue);
        impl Serialize for ByName<'_> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(self.0.code.params().iter().zip(&self.0.params))
            }
        }
        #[derive(Serialize)]
        struct Link {
            title: &'static str,
            url: &'static str,
        }

        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", &self.code)?;
        map.serialize_entry("severity", &self.severity)?;
        map.serialize_entry("path", &self.path)?;
        map.serialize_entry("pointer", &self.path.pointer())?;
        if self.on_key {
            map.serialize_entry("on", "key")?;
        }
        map.serialize_entry("message", &self.message())?;
        map.serialize_entry("params", &ByName(self))?;
        map.serialize_entry("rule", self.rule)?;
        map.serialize_entry("source", &Link { title: self.source.title, url: self.source.url })?;
        map.end()
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
        self.issues.sort_by(|one, another| one.order().cmp(&another.order()));
        self
    }

    /// The report with only the issues at `path` and below it.
    pub(crate) fn below(mut self, path: &Path) -> Self {
        self.issues.retain(|issue| issue.path.0.starts_with(&path.0));
        self
    }
}

/// Of two findings at one path the first named makes the second needless.
const SUPPRESSES: [(Code, Code); 2] =
    [(Code::SameRegion, Code::PartitionMismatch), (Code::PartitionMismatch, Code::RegionMismatch)];

/// Where findings are noted while a request is looked at.
pub(crate) struct Notebook<'c> {
    context: &'c Context,
    issues: Vec<Issue>,
}

impl<'c> Notebook<'c> {
    pub(crate) fn new(context: &'c Context) -> Self {
        Self { context, issues: Vec::new() }
    }

    /// Notes a finding, unless the caller switched its rule off.
    pub(crate) fn note(&mut self, rule: Rule, code: Code, path: Path, on_key: bool, params: Params) {
        if let Some(severity) = self.context.severity(rule, code) {
            self.issues.push(Issue::new(rule, code, severity, path, on_key, params));
        }
    }

    /// The findings that stand, in their order.
    pub(crate) fn close(self) -> Report {
        let mut issues = self.issues;
        issues.sort_by(|one, another| one.order().cmp(&another.order()));
        issues.dedup();
        let stands = |issue: &&Issue, beside: &[Issue]| {
            !SUPPRESSES
                .iter()
                .any(|(stronger, weaker)| issue.code == *weaker && beside.iter().any(|other| other.code == *stronger))
        };
        let at_one_path = issues.chunk_by(|one, another| one.path == another.path);
        let issues =
            at_one_path.flat_map(|beside| beside.iter().filter(|issue| stands(issue, beside))).cloned().collect();
        Report { issues }
    }
}

/// What a constraint may note: findings of its own rule and code.
pub struct Findings<'n> {
    note: &'n mut dyn FnMut(Path, Params),
}

impl<'n> Findings<'n> {
    pub(crate) fn new(note: &'n mut dyn FnMut(Path, Params)) -> Self {
        Self { note }
    }

    /// Notes a finding at a place.
    pub fn at(&mut self, place: Place<'_, '_>, params: Params) {
        (self.note)(place.path(), params);
    }

    /// Notes each string that an earlier place holds already.
    pub fn duplicates<'t, 'a: 't>(&mut self, places: impl Iterator<Item = Option<Place<'t, 'a>>>) {
        let mut seen = BTreeMap::new();
        for (index, place) in places.enumerate() {
            if let Some((place, text)) = place.and_then(|place| Some((place, place.text()?))) {
                let first = *seen.entry(text).or_insert(index);
                if first != index {
                    self.at(place, vec![first.into()]);
                }
            }
        }
    }

    /// Notes a finding at a path, for what is not there.
    pub fn at_path(&mut self, path: Path, params: Params) {
        (self.note)(path, params);
    }
}
