//! What the operations share: the names of AWS's things and their grammars, each with its source.

pub mod arn;
pub mod file_system;
pub mod kms_key;
pub mod partition;
pub mod region;
pub mod secret;

pub use arn::Arn;
pub use partition::Partition;
