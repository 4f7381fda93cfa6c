//! A request as the AWS SDKs take it: what to call with which input, and the source that does it.

use serde::{Deserialize, Serialize};

use super::Payload;
use super::data::{Data, Entry};
use super::form::Form;
use super::literal::{Language, quoted};
use crate::report::{Code, Issue};
use crate::sources;

static JAVASCRIPT: Form = Form { name: "aws_sdk_v3", source: &sources::SDK_V3 };
static PYTHON: Form = Form { name: "boto3", source: &sources::BOTO3 };

/// Where an SDK's client is to send a request.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[non_exhaustive]
pub struct SdkOptions {
    /// The Region of the call; without one it is that of the primary's ARN, else left to the client.
    pub region: Option<String>,
}

impl SdkOptions {
    /// To a Region.
    pub fn region(region: impl Into<String>) -> Self {
        Self { region: Some(region.into()) }
    }
}

/// A call of the AWS SDK for JavaScript, version 3.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SdkV3Call<'a> {
    /// The package of the client: `@aws-sdk/client-kms`.
    pub package: &'static str,
    /// The class of the client: `KMSClient`.
    pub client: &'static str,
    /// The class of the command: `ReplicateKeyCommand`.
    pub command: String,
    /// The Region for the client, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// What the command is made of.
    pub input: Data<'a>,
    /// A module that sends the request.
    pub text: String,
    /// What the client does not carry, and what there is to say of the Region.
    pub issues: Vec<Issue>,
}

/// A call of boto3, the AWS SDK for Python.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Boto3Call<'a> {
    /// The name of the client: `kms`.
    pub client: &'static str,
    /// The name of the method: `replicate_key`.
    pub method: String,
    /// The Region for the client, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The keyword arguments.
    pub kwargs: Data<'a>,
    /// A script that sends the request.
    pub text: String,
    /// What the client does not carry, and what there is to say of the Region.
    pub issues: Vec<Issue>,
}

impl Payload {
    pub(super) fn sdk_v3(&self, options: &SdkOptions) -> SdkV3Call<'_> {
        let call = self.call_region(options.region.as_deref());
        let (package, client) = self.operation.service.sdk_v3;
        let command = format!("{}Command", self.operation.name);
        let input = self.data();
        let config = call.region.as_deref().map(|region| format!("{{ region: {} }}", quoted(region)));
        let text = format!(
            "import {{ {client}, {command} }} from {};\n\nconst client = new {client}({});\nconst response = await client.send(\n  new {command}({}),\n);\n",
            quoted(package),
            config.as_deref().unwrap_or("{}"),
            Language::JavaScript.literal(&input, 1),
        );
        let dropped = self.places_of(&[Code::UnknownField]);
        let issues =
            dropped.map(|path| JAVASCRIPT.does_not_carry(path, "dropped_by_client")).chain(call.issues).collect();
        SdkV3Call { package, client, command, region: call.region, input, text, issues }
    }

    pub(super) fn boto3(&self, options: &SdkOptions) -> Boto3Call<'_> {
        let call = self.call_region(options.region.as_deref());
        let client = self.operation.service.client_name;
        let method = self.operation.lower_name('_');
        let kwargs = self.data();
        let region = call.region.as_deref().map(|region| format!(", region_name={}", quoted(region)));
        let text = format!(
            "import boto3\n\nclient = boto3.client({}{})\nresponse = client.{method}{}\n",
            quoted(client),
            region.unwrap_or_default(),
            arguments(self, &kwargs),
        );
        let issues = self.refused_by(&PYTHON).chain(call.issues).collect();
        Boto3Call { client, method, region: call.region, kwargs, text, issues }
    }
}

/// Keyword arguments in parentheses. A draft may have names that no keyword has.
fn arguments(payload: &Payload, kwargs: &Data<'_>) -> String {
    let is_member = |name: &str| payload.operation.input.members.iter().any(|member| member.name == name);
    let entries = match kwargs {
        Data::Object(entries) if entries.iter().all(|(name, _)| is_member(name)) => entries,
        _ => return format!("(**{})", Language::Python.literal(kwargs, 0)),
    };
    let argument = |(name, value): &Entry<'_>| format!("{name}={}", Language::Python.literal(value, 1));
    Language::Python.block(["(", ")"], entries.iter().map(argument).collect(), 0)
}
