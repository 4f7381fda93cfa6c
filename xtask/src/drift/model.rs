//! The services' models, in the form in which botocore carries them. What is not read here is listed where it is met:
//! a fact that models learn to state shall not go unnoticed.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde::Deserialize;
use serde_json::{Map, Number, Value};

/// What changes nothing of a request or a response.
const WITHOUT_EFFECT: &[&str] = &[
    "box",
    "deprecated",
    "deprecatedMessage",
    "deprecatedSince",
    "documentation",
    "documentationUrl",
    "exception",
    "idempotent",
    "name",
    "readonly",
    "retryable",
    "synthetic",
    "wrapper",
];

/// A service: `service-2.json`.
#[derive(Deserialize)]
pub(crate) struct Service {
    pub(crate) metadata: Metadata,
    pub(crate) operations: BTreeMap<String, Operation>,
    shapes: BTreeMap<String, Shape>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Metadata {
    pub(crate) endpoint_prefix: String,
    pub(crate) signing_name: Option<String>,
    pub(crate) protocol: String,
    #[serde(default)]
    pub(crate) protocols: Vec<String>,
    pub(crate) json_version: Option<String>,
    pub(crate) target_prefix: Option<String>,
    pub(crate) signature_version: Option<String>,
    #[serde(default)]
    pub(crate) auth: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct Operation {
    pub(crate) http: Http,
    pub(crate) input: Option<Reference>,
    pub(crate) output: Option<Reference>,
    #[serde(default)]
    pub(crate) errors: Vec<Reference>,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Http {
    pub(crate) method: String,
    pub(crate) request_uri: String,
    pub(crate) response_code: Option<u16>,
}

/// A shape in the place of a member.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Reference {
    pub(crate) shape: String,
    pub(crate) location: Option<String>,
    pub(crate) location_name: Option<String>,
    #[serde(default)]
    pub(crate) idempotency_token: bool,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

#[derive(Deserialize)]
pub(crate) struct Shape {
    #[serde(rename = "type")]
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) members: BTreeMap<String, Reference>,
    #[serde(default)]
    pub(crate) required: Vec<String>,
    pub(crate) member: Option<Reference>,
    pub(crate) key: Option<Reference>,
    pub(crate) value: Option<Reference>,
    min: Option<Number>,
    max: Option<Number>,
    pub(crate) pattern: Option<String>,
    #[serde(default, rename = "enum")]
    pub(crate) values: Vec<String>,
    #[serde(default)]
    pub(crate) sensitive: bool,
    #[serde(default)]
    pub(crate) fault: bool,
    pub(crate) error: Option<ErrorTrait>,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ErrorTrait {
    pub(crate) http_status_code: Option<u16>,
    pub(crate) code: Option<String>,
}

impl Service {
    /// The shape that stands in a place.
    pub(crate) fn shape(&self, reference: &Reference) -> Result<&Shape> {
        self.shapes.get(&reference.shape).with_context(|| format!("the model has no shape {}", reference.shape))
    }

    /// The shape of what a list or a map holds.
    pub(crate) fn inner(&self, reference: Option<&Reference>) -> Result<&Shape> {
        self.shape(reference.context("a list or a map of the model holds nothing")?)
    }
}

impl Shape {
    /// How long, or how many: without bounds of its own from nothing to any number.
    pub(crate) fn bounds(&self) -> (u64, u64) {
        let number = |number: &Option<Number>| number.as_ref().and_then(Number::as_u64);
        (number(&self.min).unwrap_or(0), number(&self.max).unwrap_or(u64::MAX))
    }

    /// The members by their names on the wire.
    pub(crate) fn members_on_the_wire<'a>(&'a self) -> BTreeMap<&'a str, (&'a str, &'a Reference)> {
        let entry = |(name, reference): (&'a String, &'a Reference)| {
            (reference.location_name.as_ref().unwrap_or(name).as_str(), (name.as_str(), reference))
        };
        self.members.iter().map(entry).collect()
    }
}

/// What a model says beyond what is read, for people.
pub(crate) trait Unread {
    fn rest(&self) -> &Map<String, Value>;

    fn unread(&self) -> Vec<String> {
        let rest = self.rest().iter().filter(|(name, _)| !WITHOUT_EFFECT.contains(&name.as_str()));
        rest.map(|(name, value)| format!("{name} {value}")).collect()
    }
}

macro_rules! unread {
    ($($name:ident),*) => {$(
        impl Unread for $name {
            fn rest(&self) -> &Map<String, Value> {
                &self.rest
            }
        }
    )*};
}

unread!(Operation, Reference, Shape);

/// The partitions: `partitions.json`.
#[derive(Deserialize)]
pub(crate) struct Partitions {
    pub(crate) partitions: Vec<Partition>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Partition {
    pub(crate) id: String,
    pub(crate) region_regex: String,
    pub(crate) regions: BTreeMap<String, Value>,
    /// As the endpoint rules see it.
    pub(crate) outputs: Map<String, Value>,
}

/// Where services are offered: `endpoints.json`.
#[derive(Deserialize)]
pub(crate) struct Endpoints {
    pub(crate) partitions: Vec<Offers>,
}

#[derive(Deserialize)]
pub(crate) struct Offers {
    pub(crate) services: BTreeMap<String, Offer>,
}

#[derive(Deserialize)]
pub(crate) struct Offer {
    #[serde(default)]
    pub(crate) endpoints: BTreeMap<String, Value>,
}
