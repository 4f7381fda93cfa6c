//! The operations, one file each. A file reads like the operation's page in the API reference: its members with their
//! documented facts, then the few rules that tie members together.

mod create_replication_configuration;
mod create_replication_set;
mod replicate_key;
mod replicate_secret_to_regions;

pub use create_replication_configuration::{
    CREATE_REPLICATION_CONFIGURATION, CreateReplicationConfiguration, Destination, Existing, OneZone, Regional,
};
pub use create_replication_set::{CREATE_REPLICATION_SET, CreateReplicationSet};
pub use replicate_key::{REPLICATE_KEY, ReplicateKey};
pub use replicate_secret_to_regions::{REPLICATE_SECRET_TO_REGIONS, ReplicateSecretToRegions};

use crate::shape::Operation;

/// Every operation.
pub static OPERATIONS: &[&Operation] =
    &[&CREATE_REPLICATION_SET, &REPLICATE_SECRET_TO_REGIONS, &CREATE_REPLICATION_CONFIGURATION, &REPLICATE_KEY];
