//! House rules: the policy of the caller's own organisation, as data.
//!
//! They speak of replicas, tags and keys, not of operations: which member of a request is which is a fact of the
//! operation's table ([`Role`](crate::shape::Role)). A document of house rules is stated in the vocabulary of requests
//! ([`vocabulary`]), read by the same engine, and has its JSON Schema from the same table.

mod check;
mod own_pattern;
mod subjects;
pub mod vocabulary;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

use crate::engine::read;
use crate::input::Input;
use crate::json::{Json, SyntaxError};
use crate::message;
use crate::report::{Code, Link, Report, Severity};
use crate::tree::Place;
use own_pattern::OwnPattern;
use vocabulary::{DOCUMENT, KINDS, RULE};

/// The rules of an organisation, loaded and ready to be asked.
///
/// ```
/// use std::sync::Arc;
/// use xregion::{Code, Context, HouseRules, operations::REPLICATE_KEY, validate};
///
/// let rules = HouseRules::load(r#"{
///     "name": "Data protection at Example Corp",
///     "replicaRegions": { "EU only": { "allowed": ["eu-west-1"], "message": "Data of customers stays in the EU." } }
/// }"#)?;
/// let mut context = Context::default();
/// context.house = Some(Arc::new(rules));
///
/// let key = "arn:aws:kms:eu-west-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";
/// let request = serde_json::json!({ "KeyId": key, "ReplicaRegion": "us-east-1" });
/// let report = validate(&REPLICATE_KEY, &request, &context);
/// let issue = &report.issues()[0];
/// assert_eq!((issue.code, &*issue.rule), (Code::HouseRule, "EU only"));
/// assert_eq!(issue.message(), "Data of customers stays in the EU.");
/// # Ok::<(), xregion::HouseRulesError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseRules {
    name: String,
    rules: Vec<HouseRule>,
}

/// One rule, by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
struct HouseRule {
    name: String,
    kind: &'static str,
    message: Option<Arc<str>>,
    severity: Severity,
    source: Link,
    demand: Demand,
}

/// What a rule demands.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Demand {
    ReplicaRegions(Vec<String>),
    /// By the primary's Region, the Regions of its replicas.
    RegionPairs(BTreeMap<String, Vec<String>>),
    RequiredTags(Vec<String>),
    TagKeys(OwnPattern),
    /// Of the tags with this key, or of all.
    TagValues(Option<String>, OwnPattern),
    CustomerKeys,
    KeyAccounts(Vec<String>),
}

/// Why house rules cannot be used: everything that is wrong with them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct HouseRulesError {
    /// At least one problem, in the order of their pointers.
    pub problems: Vec<LoadProblem>,
}

/// Something that is wrong with a document of house rules.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[non_exhaustive]
pub struct LoadProblem {
    /// Where in the document, as a JSON Pointer.
    pub pointer: String,
    /// What, as a sentence.
    pub message: String,
}

impl fmt::Display for HouseRulesError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the house rules cannot be used")?;
        for LoadProblem { pointer, message } in &self.problems {
            let place = if pointer.is_empty() { "at the root" } else { pointer };
            write!(formatter, "; {place}: {message}")?;
        }
        Ok(())
    }
}

impl std::error::Error for HouseRulesError {}

impl HouseRules {
    /// Loads rules from JSON text. Their patterns are made ready here, once.
    pub fn load(json: &str) -> Result<Self, HouseRulesError> {
        Self::read(Self::parse(json)?)
    }

    /// Loads rules from a JSON value.
    pub fn from_value(document: &Value) -> Result<Self, HouseRulesError> {
        Self::read(document)
    }

    /// Loads rules from a value of any origin.
    pub(crate) fn read<'a, V: Input<'a>>(document: V) -> Result<Self, HouseRulesError> {
        let (report, tree) = read(&DOCUMENT, &RULE, document);
        Self::of(&report, tree.root())
    }

    /// The document that a value of any origin is, as it was read: a second look might show another.
    #[cfg(all(target_arch = "wasm32", feature = "wasm-full"))]
    pub(crate) fn document<'a, V: Input<'a>>(value: V) -> Result<Value, HouseRulesError> {
        let (report, tree) = read(&DOCUMENT, &RULE, value);
        Self::of(&report, tree.root()).map(|_| tree.root().to_json())
    }

    /// A text as JSON, whatever it says.
    pub(crate) fn parse(json: &str) -> Result<Json<'_>, HouseRulesError> {
        Json::parse(json.as_bytes()).map_err(|SyntaxError { line, column }| {
            let message = message::english(Code::InvalidJson, &vec![line.into(), column.into()]);
            HouseRulesError { problems: vec![LoadProblem { pointer: String::new(), message }] }
        })
    }

    fn of(report: &Report, root: Place<'_, '_>) -> Result<Self, HouseRulesError> {
        let problem = |pointer, message| LoadProblem { pointer, message };
        let errors = report.issues().iter().filter(|issue| issue.severity == Severity::Error);
        let mut problems: Vec<_> = errors.map(|issue| problem(issue.path.pointer(), issue.message())).collect();
        let name = root.text_of(&vocabulary::NAME).unwrap_or_default();
        let source =
            source_of(root).unwrap_or_else(|| Link { title: name.to_owned().into(), url: "".into(), page: None });
        let mut rules = Vec::new();
        for kind in KINDS {
            for place in root.member(kind.section).into_iter().flat_map(Place::children) {
                match (kind.demand)(place) {
                    Ok(demand) => rules.push(HouseRule::read(place, kind.section.name, &source, demand)),
                    Err(error) => problems.push(problem(error.place.path().pointer(), error.message)),
                }
            }
        }
        if problems.is_empty() {
            return Ok(Self { name: name.to_owned(), rules });
        }
        problems.sort();
        Err(HouseRulesError { problems })
    }

    /// The name of the rules as a whole.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl HouseRule {
    /// The rule that stands at a place, as far as it is sound.
    fn read(place: Place<'_, '_>, kind: &'static str, source: &Link, demand: Demand) -> Self {
        let severity = match place.text_of(&vocabulary::SEVERITY) {
            Some("warning") => Severity::Warning,
            _ => Severity::Error,
        };
        Self {
            name: place.key().unwrap_or_default().to_owned(),
            kind,
            message: place.text_of(&vocabulary::MESSAGE).map(Arc::from),
            severity,
            source: source_of(place).unwrap_or_else(|| source.clone()),
            demand,
        }
    }
}

/// The page that the document or a rule names.
fn source_of(place: Place<'_, '_>) -> Option<Link> {
    let source = place.member(&vocabulary::SOURCE)?;
    let text = |member| source.text_of(member).unwrap_or_default().to_owned().into();
    Some(Link { title: text(&vocabulary::SOURCE_TITLE), url: text(&vocabulary::SOURCE_URL), page: None })
}
