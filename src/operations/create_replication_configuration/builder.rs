//! The typed builder of CreateReplicationConfiguration.

use super::{
    AVAILABILITY_ZONE_NAME, CREATE_REPLICATION_CONFIGURATION, DESTINATIONS, FILE_SYSTEM_ID, KMS_KEY_ID, REGION,
    ROLE_ARN, SOURCE_FILE_SYSTEM_ID,
};
use crate::request::{Builder, builder};

/// A destination of a [`CreateReplicationConfiguration`] request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Destination {
    /// The Region of the destination.
    pub region: Option<String>,
    /// The Availability Zone of a One Zone file system.
    pub availability_zone_name: Option<String>,
    /// The key that encrypts a new file system.
    pub kms_key_id: Option<String>,
    /// An existing file system.
    pub file_system_id: Option<String>,
    /// The role in the source account.
    pub role_arn: Option<String>,
}

impl Destination {
    /// A new Regional file system.
    pub fn regional(region: impl Into<String>) -> Self {
        Self { region: Some(region.into()), ..Self::default() }
    }

    /// A new One Zone file system.
    pub fn one_zone(availability_zone_name: impl Into<String>) -> Self {
        Self { availability_zone_name: Some(availability_zone_name.into()), ..Self::default() }
    }

    /// An existing file system.
    pub fn existing(file_system_id: impl Into<String>) -> Self {
        Self { file_system_id: Some(file_system_id.into()), ..Self::default() }
    }

    /// The destination with the key that encrypts it.
    pub fn kms_key_id(mut self, kms_key_id: impl Into<String>) -> Self {
        self.kms_key_id = Some(kms_key_id.into());
        self
    }

    /// The destination with the role in the source account.
    pub fn role_arn(mut self, role_arn: impl Into<String>) -> Self {
        self.role_arn = Some(role_arn.into());
        self
    }
}

builder! {
    /// Builds a CreateReplicationConfiguration request.
    ///
    /// ```
    /// use xregion::{CreateReplicationConfiguration, Destination};
    ///
    /// let request = CreateReplicationConfiguration::builder()
    ///     .source_file_system_id("arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-0123456789abcdef0")
    ///     .destination(Destination::regional("us-west-2").kms_key_id("alias/efs"))
    ///     .build()?;
    /// assert!(request.to_http(&Default::default())?.path.ends_with("/replication-configuration"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    CreateReplicationConfiguration for CREATE_REPLICATION_CONFIGURATION {
        source_file_system_id: String = SOURCE_FILE_SYSTEM_ID,
    }
}

impl Builder<CreateReplicationConfiguration> {
    /// Sets the destination. The service takes exactly one.
    pub fn destination(self, destination: Destination) -> Self {
        let members = [
            (&REGION, destination.region),
            (&AVAILABILITY_ZONE_NAME, destination.availability_zone_name),
            (&KMS_KEY_ID, destination.kms_key_id),
            (&FILE_SYSTEM_ID, destination.file_system_id),
            (&ROLE_ARN, destination.role_arn),
        ];
        self.push(&DESTINATIONS, members.into_iter().filter_map(|(member, value)| Some((member, value?.into()))))
    }
}
