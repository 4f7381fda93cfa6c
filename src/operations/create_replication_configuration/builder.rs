//! The typed builder of CreateReplicationConfiguration.

use std::fmt;
use std::marker::PhantomData;

use super::{
    AVAILABILITY_ZONE_NAME, CREATE_REPLICATION_CONFIGURATION, DESTINATIONS, FILE_SYSTEM_ID, KMS_KEY_ID, REGION,
    ROLE_ARN, SOURCE_FILE_SYSTEM_ID,
};
use crate::request::{Builder, builder};
use crate::shape::Member;

/// A destination of a [`CreateReplicationConfiguration`] request, in one of the modes that exclude each other: what does
/// not belong to a mode cannot be written.
///
/// ```compile_fail
/// use xregion::Destination;
///
/// // An existing file system keeps its own key.
/// Destination::existing("fs-0fedcba9876543210").kms_key_id("alias/efs");
/// ```
///
/// ```compile_fail
/// use xregion::Destination;
///
/// // A role is for an existing file system of another account.
/// Destination::regional("us-west-2").role_arn("arn:aws:iam::111122223333:role/efs-replication");
/// ```
#[derive(Clone)]
pub struct Destination<Mode> {
    members: Vec<(&'static Member, String)>,
    mode: PhantomData<Mode>,
}

/// A new Regional file system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Regional {}

/// A new One Zone file system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OneZone {}

/// An existing file system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {}

impl<Mode> Destination<Mode> {
    fn new() -> Self {
        Self { members: Vec::new(), mode: PhantomData }
    }

    fn with(mut self, member: &'static Member, value: impl Into<String>) -> Self {
        self.members.push((member, value.into()));
        self
    }
}

impl<Mode> fmt::Debug for Destination<Mode> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_map().entries(self.members.iter().map(|(member, value)| (member.name, value))).finish()
    }
}

impl Destination<Regional> {
    /// A new Regional file system.
    pub fn regional(region: impl Into<String>) -> Self {
        Self::new().with(&REGION, region)
    }

    /// The same, encrypted with this key of its Region.
    pub fn kms_key_id(self, kms_key_id: impl Into<String>) -> Self {
        self.with(&KMS_KEY_ID, kms_key_id)
    }
}

impl Destination<OneZone> {
    /// A new One Zone file system, in the zone of this name.
    pub fn one_zone(availability_zone_name: impl Into<String>) -> Self {
        Self::new().with(&AVAILABILITY_ZONE_NAME, availability_zone_name)
    }

    /// The same with the Region that the zone belongs to.
    pub fn region(self, region: impl Into<String>) -> Self {
        self.with(&REGION, region)
    }

    /// The same, encrypted with this key of its Region.
    pub fn kms_key_id(self, kms_key_id: impl Into<String>) -> Self {
        self.with(&KMS_KEY_ID, kms_key_id)
    }
}

impl Destination<Existing> {
    /// An existing file system of the same account, by its id or ARN.
    pub fn existing(file_system_id: impl Into<String>) -> Self {
        Self::new().with(&FILE_SYSTEM_ID, file_system_id)
    }

    /// An existing file system of another account, by its ARN, with the role that EFS takes on in the source's account.
    pub fn cross_account(file_system_arn: impl Into<String>, role_arn: impl Into<String>) -> Self {
        Self::new().with(&FILE_SYSTEM_ID, file_system_arn).with(&ROLE_ARN, role_arn)
    }

    /// The same with the Region that it is in.
    pub fn region(self, region: impl Into<String>) -> Self {
        self.with(&REGION, region)
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
    pub fn destination<Mode>(self, destination: Destination<Mode>) -> Self {
        self.push(&DESTINATIONS, destination.members.into_iter().map(|(member, value)| (member, value.into())))
    }
}
