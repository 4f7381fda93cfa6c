//! Building a request of CreateReplicationSet.

use super::{CLIENT_TOKEN, CREATE_REPLICATION_SET, REGIONS, SSE_KMS_KEY_ID, TAGS};
use crate::request::{Builder, builder};

builder! {
    /// Builds a CreateReplicationSet request.
    ///
    /// ```
    /// use xregion::CreateReplicationSet;
    ///
    /// let request = CreateReplicationSet::builder()
    ///     .region("eu-west-1", None)
    ///     .region("eu-central-1", None)
    ///     .client_token("6a1b2c3d-27e3-42ff-9cac-99380fd6f8b0")
    ///     .build()?;
    /// assert_eq!(request.input()["regions"]["eu-west-1"], serde_json::json!({}));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// The core has no entropy: a token that is not given is absent from the request. Give one, and keep it for retries.
    CreateReplicationSet for CREATE_REPLICATION_SET {
        client_token: String = CLIENT_TOKEN,
    }
}

impl Builder<CreateReplicationSet> {
    /// Adds a Region, with the key that encrypts the data there or the AWS owned key.
    pub fn region(self, region: impl Into<String>, sse_kms_key_id: Option<&str>) -> Self {
        self.entry(&REGIONS, region, Self::object(sse_kms_key_id.map(|key| (&SSE_KMS_KEY_ID, key.into()))))
    }

    /// Adds a tag.
    pub fn tag(self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.entry(&TAGS, key, value.into().into())
    }
}
