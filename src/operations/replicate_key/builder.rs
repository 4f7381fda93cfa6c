//! Building a request of ReplicateKey.

use super::{BYPASS, DESCRIPTION, KEY_ID, POLICY, REPLICA_REGION, REPLICATE_KEY, TAG_KEY, TAG_VALUE, TAGS};
use crate::request::{Builder, builder};

builder! {
    /// Builds a ReplicateKey request.
    ///
    /// ```
    /// use xregion::ReplicateKey;
    ///
    /// let request = ReplicateKey::builder()
    ///     .key_id("arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab")
    ///     .replica_region("eu-west-1")
    ///     .tag("team", "orders")
    ///     .build()?;
    /// assert_eq!(request.to_http(&Default::default())?.hostname, "kms.us-east-1.amazonaws.com");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ReplicateKey for REPLICATE_KEY {
        key_id: String = KEY_ID,
        replica_region: String = REPLICA_REGION,
        policy: String = POLICY,
        bypass_policy_lockout_safety_check: bool = BYPASS,
        description: String = DESCRIPTION,
    }
}

impl Builder<ReplicateKey> {
    /// Adds a tag.
    pub fn tag(self, key: impl Into<String>, value: impl Into<String>) -> Self {
        let tag = [(&TAG_KEY, key.into().into()), (&TAG_VALUE, value.into().into())];
        self.push(&TAGS, tag)
    }
}
