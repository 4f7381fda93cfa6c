//! A request as a resource of CloudFormation.

use serde::{Deserialize, Serialize};

use super::data::{Data, Entry};
use super::form::Form;
use super::literal::is_unseen;
use super::{Payload, document, yaml};
use crate::message;
use crate::report::{Issue, Path, Report};
use crate::resource::node::{Body, Lookup, Node};
use crate::resource::{Carried, Limit, Resource};
use crate::sources;

const NAME: &str = "CloudFormation";

const STRINGS: Limit = Limit { accepts: is_literal, requirement: "dynamic_reference" };

/// Whether a string is what it says, and not where its value is to be found.
fn is_literal(text: &str) -> bool {
    !text.contains("{{resolve:")
}

/// How a template is to be written, and what there is to know beside the request.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[non_exhaustive]
pub struct CloudFormationOptions {
    /// The Region of the primary; without one it is that of its ARN.
    pub region: Option<String>,
    /// The language of the text.
    pub format: TemplateFormat,
}

impl CloudFormationOptions {
    /// With the Region of the primary.
    pub fn region(region: impl Into<String>) -> Self {
        Self { region: Some(region.into()), ..Self::default() }
    }

    /// With the language of the text.
    pub fn format(mut self, format: TemplateFormat) -> Self {
        self.format = format;
        self
    }
}

/// The languages of templates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum TemplateFormat {
    /// YAML, as its versions 1.1 and 1.2 read it alike.
    #[default]
    Yaml,
    /// JSON.
    Json,
}

/// A template of CloudFormation.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CloudFormationTemplate<'a> {
    /// The type of the resource, where there is one for the request: `AWS::KMS::ReplicaKey`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource: Option<&'static str>,
    /// The Region to make the stack in, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The template.
    pub template: Data<'a>,
    /// The template as text.
    pub text: String,
    /// How to import what exists before the template can be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub import: Option<TemplateImport<'a>>,
    /// What the resource does not carry and needs beside itself, and what there is to say of the Region.
    pub issues: Vec<Issue>,
}

/// How to import a resource that exists. Importing changes nothing: it makes a stack to be updated.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TemplateImport<'a> {
    /// What to import, as `--resources-to-import` takes it. Empty where the request does not identify it.
    pub resources: Data<'a>,
    /// The template to import it with.
    pub template: Data<'a>,
    /// That template as text.
    pub text: String,
}

impl Payload {
    pub(super) fn cloud_formation(&self, options: &CloudFormationOptions) -> CloudFormationTemplate<'_> {
        let Some(resource) = self.operation.guide.cloud_formation else {
            let form = Form { name: NAME, source: &sources::CLOUDFORMATION };
            let issues = vec![form.does_not_carry(Path::default(), "no_resource")];
            let (template, text) = (Data::Object(Vec::new()), String::new());
            return CloudFormationTemplate { resource: None, region: None, template, text, import: None, issues };
        };
        let call = self.call_region(options.region.as_deref());
        let form = Form { name: NAME, source: resource.source };
        let carried = Carried::new(resource, form, STRINGS, self.data(), call.region);
        let import = resource.existing.as_ref().map(|existing| {
            let is_there = |(name, _): &&(&'static str, Node<'_>)| existing.properties.contains(name);
            let template = template(resource, carried.body.iter().filter(is_there).cloned().collect(), Vec::new());
            let import = carried.import.iter().map(|id| to_import(resource, existing.identifier, id.clone())).collect();
            TemplateImport { resources: Data::List(import), text: options.format.write(&template), template }
        });
        let mut around = parameters(&carried);
        if let (Some(region), true) = (&carried.region, resource.has_region_member()) {
            around.push(("Rules".into(), only_in(region)));
        }
        let template = template(resource, carried.body, around);
        CloudFormationTemplate {
            resource: Some(resource.name),
            region: carried.region,
            text: options.format.write(&template),
            template,
            import,
            issues: Report::default().and(carried.issues.into_iter().chain(call.issues)).into_issues(),
        }
    }
}

impl TemplateFormat {
    fn write(self, template: &Data<'_>) -> String {
        match self {
            Self::Yaml => yaml::document(template),
            Self::Json => {
                let json = serde_json::to_string_pretty(template).unwrap_or_default() + "\n";
                // Between strings there are blanks and ends of lines alone.
                let is_hidden = |character| character != '\n' && is_unseen(character);
                let seen = |character| match is_hidden(character) {
                    true => format!("\\u{:04x}", u32::from(character)),
                    false => String::from(character),
                };
                json.chars().map(seen).collect()
            }
        }
    }
}

fn entry<'a>(name: &'static str, value: impl Into<Data<'a>>) -> Entry<'a> {
    (name.into(), value.into())
}

fn template<'a>(resource: &'static Resource, body: Body<'a>, around: Vec<Entry<'a>>) -> Data<'a> {
    let mut entries = vec![entry("Type", resource.name)];
    if resource.existing.is_some() {
        entries.extend([entry("DeletionPolicy", "Retain"), entry("UpdateReplacePolicy", "Retain")]);
    }
    if !body.is_empty() {
        entries.push(entry("Properties", object(body)));
    }
    let resources = Data::Object(vec![entry(resource.label, Data::Object(entries))]);
    let version = entry("AWSTemplateFormatVersion", "2010-09-09");
    Data::Object(std::iter::once(version).chain(around).chain([entry("Resources", resources)]).collect())
}

fn to_import(resource: &'static Resource, identifier: &'static str, id: String) -> Data<'static> {
    Data::Object(vec![
        entry("ResourceType", resource.name),
        entry("LogicalResourceId", resource.label),
        entry("ResourceIdentifier", Data::Object(vec![entry(identifier, id)])),
    ])
}

fn parameters(carried: &Carried<'_>) -> Vec<Entry<'static>> {
    let parameter = |(name, phrase): &(&'static str, &'static str)| {
        let about = vec![entry("Type", "String"), entry("Description", message::phrase(phrase).to_owned())];
        entry(name, Data::Object(about))
    };
    match carried.parameters.is_empty() {
        true => Vec::new(),
        false => vec![entry("Parameters", Data::Object(carried.parameters.iter().map(parameter).collect()))],
    }
}

/// A rule that stops a stack in another Region before anything is made.
fn only_in(region: &str) -> Data<'static> {
    let of_stack = Data::Object(vec![entry("Ref", "AWS::Region")]);
    let equals = Data::Object(vec![entry("Fn::Equals", Data::List(vec![of_stack, region.to_owned().into()]))]);
    let description = message::filled("assert_region", region);
    let assertion = Data::Object(vec![entry("Assert", equals), entry("AssertDescription", description)]);
    let rule = Data::Object(vec![entry("Assertions", Data::List(vec![assertion]))]);
    Data::Object(vec![entry("ReplicaRegion", rule)])
}

fn object<'a>(body: Body<'a>) -> Data<'a> {
    Data::Object(body.into_iter().map(|(name, node)| (name.into(), value(node))).collect())
}

fn value<'a>(node: Node<'a>) -> Data<'a> {
    match node {
        Node::Data(data) => data,
        Node::Document(text) => {
            let written =
                document::object(&text).filter(|document| is_kept(document) && is_as_literal(&text, document));
            written.unwrap_or(Data::Text(text))
        }
        Node::Items(items) => Data::List(items.into_iter().map(object).collect()),
        Node::Body(body) => object(body),
        // These are of Terraform alone.
        Node::Lookup(Lookup { attribute: text, .. }) => text.into(),
        Node::Address(address) => address.into(),
    }
}

/// The longest name that YAML reads without a mark before it is three times as long as this one, escapes included.
const LONGEST_NAME: usize = 128;

/// Whether the strings of a document are literal where its text is: escapes in the text can hide what they are not.
fn is_as_literal(text: &str, document: &Data<'_>) -> bool {
    fn holds_literals(document: &Data<'_>) -> bool {
        match document {
            Data::Text(text) => is_literal(text),
            Data::List(items) => items.iter().all(holds_literals),
            Data::Object(entries) => entries.iter().all(|(name, value)| is_literal(name) && holds_literals(value)),
            Data::Null | Data::Boolean(_) | Data::Number(_) => true,
        }
    }
    !is_literal(text) || holds_literals(document)
}

/// Whether a document stays what it is within a template: there are functions there, and strings in the place of all
/// other scalars.
fn is_kept(document: &Data<'_>) -> bool {
    match document {
        Data::Text(_) => true,
        Data::List(items) => items.iter().all(is_kept),
        Data::Object(entries) => entries.iter().all(|(name, value)| {
            name.len() <= LONGEST_NAME
                && is_literal(name)
                && name != "Ref"
                && !name.starts_with("Fn::")
                && is_kept(value)
        }),
        Data::Null | Data::Boolean(_) | Data::Number(_) => false,
    }
}
