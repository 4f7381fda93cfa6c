//! Building a request of ReplicateSecretToRegions.

use super::{ADD_REPLICA_REGIONS, FORCE_OVERWRITE, KMS_KEY_ID, REGION, REPLICATE_SECRET_TO_REGIONS, SECRET_ID};
use crate::request::{Builder, builder};

builder! {
    /// Builds a ReplicateSecretToRegions request.
    ///
    /// ```
    /// use xregion::ReplicateSecretToRegions;
    ///
    /// let request = ReplicateSecretToRegions::builder()
    ///     .secret_id("arn:aws:secretsmanager:us-east-1:111122223333:secret:MySecret-a1b2c3")
    ///     .add_replica_region("eu-west-1", None)
    ///     .add_replica_region("eu-central-1", Some("alias/orders"))
    ///     .build()?;
    /// assert_eq!(request.input()["AddReplicaRegions"][1]["KmsKeyId"], "alias/orders");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ReplicateSecretToRegions for REPLICATE_SECRET_TO_REGIONS {
        secret_id: String = SECRET_ID,
        force_overwrite_replica_secret: bool = FORCE_OVERWRITE,
    }
}

impl Builder<ReplicateSecretToRegions> {
    /// Adds a Region, with the key that encrypts the replica there or the service's own.
    pub fn add_replica_region(self, region: impl Into<String>, kms_key_id: Option<&str>) -> Self {
        let region = [(&REGION, region.into().into())];
        let key = kms_key_id.map(|key| (&KMS_KEY_ID, key.into()));
        self.push(&ADD_REPLICA_REGIONS, region.into_iter().chain(key))
    }
}
