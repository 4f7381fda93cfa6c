//! Requests that passed, and drafts that did not: the same renderings under two types.

mod build;
mod call_region;
pub mod cli;
pub mod cloud_formation;
pub mod data;
mod document;
pub mod endpoint;
mod form;
mod hcl;
pub mod http;
pub(crate) mod literal;
pub mod sdk;
pub mod terraform;
mod yaml;

use std::fmt;

use serde_json::Value;

pub(crate) use build::builder;
pub use build::{BuildOptions, Buildable, Builder, build};
pub use cli::{CliCommand, CliOptions, CliStyle};
pub use cloud_formation::{CloudFormationOptions, CloudFormationTemplate, TemplateFormat, TemplateImport};
pub use data::Data;
pub(crate) use form::Form;
pub use http::{HttpError, HttpOptions, HttpRequest, Signing};
pub use sdk::{Boto3Call, SdkOptions, SdkV3Call};
pub use terraform::{TerraformConfiguration, TerraformOptions};

use crate::report::{Issue, Report};
use crate::shape::Operation;

/// A request that passed every check. It can only be had from [`build()`] and the typed builders.
#[derive(Debug, Clone)]
pub struct Request {
    payload: Payload,
    report: Report,
}

/// A request that did not pass, for those who know better: services relax their limits, and facts grow old.
#[derive(Debug, Clone)]
pub struct Draft {
    payload: Payload,
}

/// What [`Request`] and [`Draft`] render.
#[derive(Clone)]
struct Payload {
    operation: &'static Operation,
    input: Value,
}

/// The input may hold what nobody should see in a log.
impl fmt::Debug for Payload {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct(self.operation.name).finish_non_exhaustive()
    }
}

impl Payload {
    /// The input with its members in order.
    fn data(&self) -> Data<'_> {
        Data::input(&self.operation.input, &self.input)
    }
}

macro_rules! renderings {
    ($($name:ident),*) => {$(
        impl $name {
            /// The operation.
            pub fn operation(&self) -> &'static Operation {
                self.payload.operation
            }

            /// The input for an SDK's command: what the caller gave, with the idempotency token.
            pub fn input(&self) -> &Value {
                &self.payload.input
            }

            /// The input as JSON text, its required members before the others, both in the documented order.
            pub fn to_json(&self) -> String {
                self.payload.data().to_json()
            }

            /// The request as it goes over HTTP, unsigned.
            pub fn to_http(&self, options: &HttpOptions) -> Result<HttpRequest, HttpError> {
                http::render(&self.payload, options)
            }

            /// The request as a command of the AWS SDK for JavaScript, version 3.
            pub fn to_sdk_v3(&self, options: &SdkOptions) -> SdkV3Call<'_> {
                self.payload.sdk_v3(options)
            }

            /// The request as a call of boto3, the AWS SDK for Python.
            pub fn to_boto3(&self, options: &SdkOptions) -> Boto3Call<'_> {
                self.payload.boto3(options)
            }

            /// The request as a command of the AWS CLI.
            pub fn to_cli(&self, options: &CliOptions) -> CliCommand {
                self.payload.cli(options)
            }

            /// The request as a resource of Terraform, for version 6 of its AWS provider.
            pub fn to_terraform(&self, options: &TerraformOptions) -> TerraformConfiguration<'_> {
                self.payload.terraform(options)
            }

            /// The request as a resource of CloudFormation.
            pub fn to_cloud_formation(&self, options: &CloudFormationOptions) -> CloudFormationTemplate<'_> {
                self.payload.cloud_formation(options)
            }
        }
    )*};
}

renderings!(Request, Draft);

impl Request {
    /// What there is to warn of.
    pub fn issues(&self) -> &[Issue] {
        self.report.issues()
    }
}

impl Draft {
    /// A draft of any input.
    pub fn new(operation: &'static Operation, input: Value) -> Self {
        Self { payload: Payload { operation, input } }
    }
}

/// Why there is no [`Request`], and what can be had instead.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Rejected {
    /// Everything there is to say: at least one error.
    pub report: Report,
    /// The request all the same.
    pub draft: Draft,
}

impl fmt::Display for Rejected {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} did not pass", self.draft.operation().name)?;
        for issue in self.report.issues() {
            write!(formatter, "; {}: {}", issue.path, issue.message())?;
        }
        Ok(())
    }
}

impl std::error::Error for Rejected {}
