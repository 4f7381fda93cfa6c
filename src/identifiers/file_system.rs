//! The ways to name an EFS file system.
//!
//! Source: <https://docs.aws.amazon.com/efs/latest/ug/API_CreateReplicationConfiguration.html>

use super::Arn;
use crate::parts::last_part;
use crate::shape::Part;

/// How file systems are usually named.
pub static USUAL: &[&[Part]] = &[
    &[Part::Arn("elasticfilesystem"), Part::Text("file-system/fs-"), Part::Hex(17)],
    &[Part::Text("fs-"), Part::Hex(17)],
];

/// A file system by its id or its ARN.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileSystemName<'a> {
    /// `fs-` and hexadecimal digits.
    pub id: &'a str,
    /// The ARN around it. The documented pattern also admits ARNs without a real Region or account: they tell nothing.
    pub arn: Option<Arn<'a>>,
    is_arn: bool,
}

impl<'a> FileSystemName<'a> {
    /// Reads what the documented pattern has admitted.
    pub fn new(text: &'a str) -> Self {
        let arn = Arn::parse_regional(text, "elasticfilesystem");
        Self { id: last_part(text, b'/'), arn, is_arn: text.starts_with("arn:") }
    }

    /// Whether it is given by an ARN, a complete one or not.
    pub fn is_arn(&self) -> bool {
        self.is_arn
    }

    /// Whether a name that the documented pattern has admitted is an id, or an ARN with a Region and an account.
    pub fn is_complete(text: &str) -> bool {
        !text.starts_with("arn:") || FileSystemName::new(text).arn.is_some()
    }

    /// Whether the two can be one: the same id, and no Region or account that tells them apart.
    pub fn may_be(&self, other: &Self) -> bool {
        self.id == other.id
            && match (self.arn, other.arn) {
                (Some(one), Some(another)) => one.region == another.region && one.account == another.account,
                _ => true,
            }
    }
}
