//! Validates and builds the four AWS requests that replicate something to another Region: CreateReplicationSet of SSM
//! Incidents, ReplicateSecretToRegions of Secrets Manager, CreateReplicationConfiguration of EFS and ReplicateKey of KMS.
//!
//! ```
//! use xregion::{ReplicateKey, Code};
//!
//! let rejected = ReplicateKey::builder()
//!     .key_id("arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab")
//!     .replica_region("us-east-1")
//!     .build()
//!     .unwrap_err();
//! let issue = &rejected.report.issues()[0];
//! assert_eq!(issue.code, Code::SameRegion);
//! assert_eq!(issue.path.pointer(), "/ReplicaRegion");
//! assert_eq!(issue.message(), "The primary is in us-east-1 itself. Choose another Region for the replica.");
//! ```
//!
//! # Terms
//! - An **operation** is one request of one service, stated as data ([`shape`]): a table of members and a few rules.
//! - An **issue** says what is wrong, where, why and by which page. An **error** is what the service certainly refuses;
//!   a **warning** is a documented hazard or a likely mistake.
//! - A **request** passed every check; a **draft** did not, and can be rendered all the same.
//!
//! # Advisory by contract
//! AWS relaxes limits without notice, and no service was asked: the facts are those of the documentation of
//! [`FACTS_AS_OF`]. Every issue names its rule and its page, every rule can be switched off ([`Context::rules`]), and
//! what did not pass can be sent knowingly ([`Draft`]).

// The module that validates holds nothing of the standard library but its allocations.
#![cfg_attr(all(feature = "wasm", not(feature = "full")), no_std)]

extern crate alloc;

#[cfg(feature = "full")]
pub mod answer;
pub mod context;
#[cfg(feature = "full")]
pub mod derive;
mod engine;
mod field;
#[cfg(any(feature = "glance", all(target_arch = "wasm32", feature = "wasm")))]
mod glance;
#[cfg(feature = "full")]
pub mod guide;
#[cfg(feature = "full")]
pub mod house;
pub mod identifiers;
mod input;
#[cfg(feature = "full")]
pub mod intake;
mod json;
pub mod jsonl;
#[cfg(feature = "full")]
pub mod message;
#[cfg(feature = "full")]
mod moment;
mod nearest;
#[cfg(feature = "full")]
pub mod notes;
pub mod operations;
mod parts;
pub mod pattern;
pub mod policy;
#[cfg(feature = "full")]
#[doc(hidden)]
pub mod program;
pub mod report;
#[cfg(feature = "full")]
pub mod request;
#[cfg(feature = "full")]
pub mod resource;
#[cfg(feature = "full")]
pub mod response;
#[cfg(any(feature = "full", all(target_arch = "wasm32", feature = "wasm")))]
mod rows;
#[cfg(any(feature = "full", feature = "wasm"))]
mod rules;
#[cfg(feature = "full")]
pub mod service_error;
pub mod shape;
#[cfg(feature = "full")]
pub mod shell;
mod sorted;
pub mod sources;
pub mod tree;
mod validate;
#[cfg(all(target_arch = "wasm32", feature = "wasm"))]
pub mod wasm;
mod words;
mod written;

pub use context::{Context, Override, Overrides};
pub use engine::MOST_ITEMS;
#[cfg(feature = "full")]
pub use house::{HouseRules, HouseRulesError, LoadProblem};
#[cfg(feature = "full")]
pub use intake::cli::{CliIntake, FromCliOptions, from_cli};
#[cfg(feature = "full")]
pub use intake::{Intake, from_json, from_rows, to_rows, validate_rows};
#[cfg(feature = "full")]
pub use notes::notes;
pub use operations::OPERATIONS;
#[cfg(feature = "full")]
pub use operations::{
    CreateReplicationConfiguration, CreateReplicationSet, Destination, ReplicateKey, ReplicateSecretToRegions,
};
pub use report::{Code, Issue, Param, ParamType, Path, Report, Segment, Severity};
#[cfg(feature = "full")]
pub use request::{
    BuildOptions, Builder, CliOptions, CloudFormationOptions, Draft, HttpError, HttpOptions, HttpRequest, Rejected,
    Request, SdkOptions, TerraformOptions, build,
};
#[cfg(feature = "full")]
pub use response::{Reading, read_response};
#[cfg(feature = "full")]
pub use service_error::{ErrorReport, Explanation, explain_error};
#[cfg(feature = "full")]
pub use shell::Shell;
pub use validate::{check_key_policy, validate_json};
#[cfg(feature = "full")]
pub use validate::{validate, validate_field};

/// The day whose documentation the facts are from.
pub const FACTS_AS_OF: &str = "2026-11-20";

/// The examples of the README are run with those of the documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
