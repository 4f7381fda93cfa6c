//! The codes: what can be wrong, how much it weighs, and which parameters say the particulars.

use serde::Serialize;

use super::Severity;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $severity:ident, [$($param:literal),*];)+) => {
        /// What is wrong. A code is for ever: programs compare it, the words beside it may change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code { $($(#[doc = $doc])+ $variant,)+ }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The code as it is written in JavaScript and JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// How much its findings weigh unless the caller says otherwise.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }

            /// The names of the parameters that each of its findings carries.
            pub const fn params(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($param,)*],)+ }
            }

            /// What the code means, for the reference.
            pub const fn doc(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc),+),)+ }
            }
        }
    };
}

codes! {
    /// A value of another type than documented, or one that JSON cannot carry.
    WrongType = "wrong_type", Error, ["expected", "actual"];
    /// A required member is absent.
    MissingRequired = "missing_required", Error, ["member"];
    /// A member that the request does not have.
    UnknownField = "unknown_field", Error, ["member", "known"];
    /// A string shorter than its documented minimum.
    TooShort = "too_short", Error, ["min", "actual"];
    /// A string longer than its documented maximum, counted in Unicode scalar values.
    TooLong = "too_long", Error, ["max", "actual"];
    /// Fewer items or entries than the documented minimum.
    TooFew = "too_few", Error, ["min", "actual"];
    /// More items or entries than the documented maximum.
    TooMany = "too_many", Error, ["max", "actual"];
    /// A string that does not match its documented pattern as a whole.
    PatternMismatch = "pattern_mismatch", Error, ["expected", "pattern"];
    /// A string with a surrogate that has no partner: it cannot be sent as UTF-8.
    InvalidUnicode = "invalid_unicode", Error, [];
    /// A string that is none of the names that the member takes.
    InvalidIdentifier = "invalid_identifier", Error, ["expected"];
    /// A key that is not a multi-Region key.
    NotMultiRegionKey = "not_multi_region_key", Error, ["expected"];
    /// A Region or tag key that an earlier item has already.
    Duplicate = "duplicate", Error, ["first"];
    /// A tag key that begins with the prefix kept for AWS.
    ReservedPrefix = "reserved_prefix", Error, ["expected"];
    /// The replica would be in the Region of its primary.
    SameRegion = "same_region", Error, ["region"];
    /// The destination is the source.
    SameResource = "same_resource", Error, ["id"];
    /// Something of another partition: nothing is replicated across partitions.
    PartitionMismatch = "partition_mismatch", Error, ["partition", "expected"];
    /// Something of another Region than the one it is needed in.
    RegionMismatch = "region_mismatch", Error, ["region", "expected"];
    /// Something of another account than the one it must belong to.
    AccountMismatch = "account_mismatch", Error, ["account", "expected"];
    /// Customer managed keys in some Regions, but not in all.
    MixedEncryption = "mixed_encryption", Error, ["without"];
    /// A key policy that is not a policy document.
    InvalidPolicy = "invalid_policy", Error, ["problem", "at"];
    /// A key policy that lets nobody change it again.
    PolicyLockout = "policy_lockout", Error, [];
    /// A fixed quota of the service is exceeded.
    QuotaExceeded = "quota_exceeded", Error, ["max", "actual"];
    /// The text is not JSON.
    InvalidJson = "invalid_json", Error, ["line", "column"];
    /// A Region of the right form that is in no published list.
    UnknownRegion = "unknown_region", Warning, ["region"];
    /// `DefaultKey` is what the service shows for a key of its own, not a key to ask for.
    DefaultKeyName = "default_key_name", Warning, [];
    /// The safety check that keeps a key manageable is switched off.
    LockoutCheckBypassed = "lockout_check_bypassed", Warning, [];
    /// A secret of the same name in a replica Region will be destroyed.
    OverwritesSecret = "overwrites_secret", Warning, [];
    /// The replica will fail some time after the call: its key is in another Region.
    ReplicaKeyRegion = "replica_key_region", Warning, ["region", "expected"];
    /// The existing file system loses what its source does not have.
    OverwritesFileSystem = "overwrites_file_system", Warning, [];
    /// The options or the context of the call are not what they should be, and were left out of account.
    InvalidContext = "invalid_context", Warning, ["problem"];
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
