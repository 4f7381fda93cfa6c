//! The operations, one file each. A file reads like the operation's page in the API reference: its members with their
//! documented facts, then the few rules that tie members together.

mod create_replication_configuration;
mod create_replication_set;
mod replicate_key;
mod replicate_secret_to_regions;

pub use create_replication_configuration::CREATE_REPLICATION_CONFIGURATION;
#[cfg(feature = "full")]
pub use create_replication_configuration::{CreateReplicationConfiguration, Destination, Existing, OneZone, Regional};
pub use create_replication_set::CREATE_REPLICATION_SET;
#[cfg(feature = "full")]
pub use create_replication_set::CreateReplicationSet;
pub use replicate_key::REPLICATE_KEY;
#[cfg(feature = "full")]
pub use replicate_key::ReplicateKey;
pub use replicate_secret_to_regions::REPLICATE_SECRET_TO_REGIONS;
#[cfg(feature = "full")]
pub use replicate_secret_to_regions::ReplicateSecretToRegions;

use crate::shape::Operation;

/// Every operation.
pub static OPERATIONS: &[&Operation] =
    &[&CREATE_REPLICATION_SET, &REPLICATE_SECRET_TO_REGIONS, &CREATE_REPLICATION_CONFIGURATION, &REPLICATE_KEY];
