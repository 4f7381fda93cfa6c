//! A request as a resource of Terraform, for version 6 of its AWS provider.

use serde::{Deserialize, Serialize};

use super::data::{Data, Entry};
use super::form::Form;
use super::{Payload, hcl};
use crate::report::{Issue, Path, Report};
use crate::resource::node::{Body, Lookup, Node};
use crate::resource::{Carried, Limit, Resource};
use crate::sources;

const NAME: &str = "Terraform";

const STRINGS: Limit = Limit { accepts: hcl::is_normalized, requirement: "normalized_text" };

/// What there is to know for Terraform beside the request.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[non_exhaustive]
pub struct TerraformOptions {
    /// The Region of the primary; without one it is that of its ARN.
    pub region: Option<String>,
}

impl TerraformOptions {
    /// With the Region of the primary.
    pub fn region(region: impl Into<String>) -> Self {
        Self { region: Some(region.into()) }
    }
}

/// A configuration of Terraform.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TerraformConfiguration<'a> {
    /// The type of the resource, where there is one for the request: `aws_kms_replica_key`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource: Option<&'static str>,
    /// The Region of the resource, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The configuration in Terraform's JSON syntax, for a file that ends in `.tf.json`.
    pub json: Data<'a>,
    /// The configuration in HCL, for a file that ends in `.tf`.
    pub text: String,
    /// What the resource does not carry and needs beside itself, and what there is to say of the Region.
    pub issues: Vec<Issue>,
}

impl Payload {
    pub(super) fn terraform(&self, options: &TerraformOptions) -> TerraformConfiguration<'_> {
        let Some(resource) = self.operation.guide.terraform else {
            let form = Form { name: NAME, source: &sources::TERRAFORM_REGION };
            let issues = vec![form.does_not_carry(Path::default(), "no_resource")];
            let json = Data::Object(Vec::new());
            return TerraformConfiguration { resource: None, region: None, json, text: String::new(), issues };
        };
        let call = self.call_region(options.region.as_deref());
        let form = Form { name: NAME, source: resource.source };
        let mut carried = Carried::new(resource, form, STRINGS, self.data(), call.region);
        if let (Some(argument), Some(region)) = (resource.region, &carried.region) {
            carried.body.insert(0, (argument, Node::text(region.clone())));
        }
        let blocks = blocks(resource, &mut carried);
        let texts: Vec<String> = blocks.iter().map(Block::text).collect();
        TerraformConfiguration {
            resource: Some(resource.name),
            region: carried.region,
            text: texts.join("\n"),
            json: json(blocks),
            issues: Report::default().and(carried.issues.into_iter().chain(call.issues)).into_issues(),
        }
    }
}

/// A block at the top of a file.
struct Block<'a> {
    kind: &'static str,
    labels: Vec<&'static str>,
    body: Body<'a>,
}

impl Block<'_> {
    fn text(&self) -> String {
        let labels: String = self.labels.iter().map(|label| format!(" \"{label}\"")).collect();
        hcl::block(&format!("{}{labels}", self.kind), &self.body)
    }
}

/// What is imported and looked up, and the resource.
fn blocks<'a>(resource: &'static Resource, carried: &mut Carried<'a>) -> Vec<Block<'a>> {
    let mut blocks = Vec::new();
    if let (Some(existing), Some(id)) = (&resource.existing, carried.import.take()) {
        let address = Node::Address(format!("{}.{}", resource.name, resource.label));
        let body = vec![("to", address), (existing.identifier, Node::text(id))];
        blocks.push(Block { kind: "import", labels: Vec::new(), body });
    }
    let body = std::mem::take(&mut carried.body);
    blocks.extend(body.iter().filter_map(|(_, node)| match node {
        Node::Lookup(Lookup { name, label, body, .. }) => {
            Some(Block { kind: "data", labels: vec![name, label], body: body.clone() })
        }
        _ => None,
    }));
    blocks.push(Block { kind: "resource", labels: vec![resource.name, resource.label], body });
    blocks
}

fn json<'a>(blocks: Vec<Block<'a>>) -> Data<'a> {
    let block = |Block { kind, labels, body }: Block<'a>| {
        let body = labels.iter().rev().fold(object(body), |body, label| Data::Object(vec![((*label).into(), body)]));
        (kind.into(), body)
    };
    Data::Object(blocks.into_iter().map(block).collect())
}

fn object<'a>(body: Body<'a>) -> Data<'a> {
    Data::Object(body.into_iter().map(|(name, node)| (name.into(), value(node))).collect())
}

fn value<'a>(node: Node<'a>) -> Data<'a> {
    match node {
        Node::Data(data) => escaped(data),
        Node::Document(text) => hcl::template(&text).into(),
        Node::Items(items) => Data::List(items.into_iter().map(object).collect()),
        Node::Body(body) => object(body),
        Node::Lookup(lookup) => format!("${{{}}}", hcl::reference(&lookup)).into(),
        Node::Address(address) => address.into(),
    }
}

/// In Terraform's JSON every string is a template, names included.
fn escaped<'a>(data: Data<'a>) -> Data<'a> {
    match data {
        Data::Text(text) => hcl::template(&text).into(),
        Data::List(items) => Data::List(items.into_iter().map(escaped).collect()),
        Data::Object(entries) => {
            let entry = |(name, value): Entry<'a>| (hcl::template(&name).into(), escaped(value));
            Data::Object(entries.into_iter().map(entry).collect())
        }
        other => other,
    }
}
