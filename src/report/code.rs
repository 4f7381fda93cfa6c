//! The codes: what can be wrong, how much it weighs, and which parameters of which types say the particulars.

#[cfg(feature = "full")]
use serde::Serialize;

use super::{Param, Severity};

/// What a parameter can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParamType {
    /// A number.
    Number,
    /// A number; where a service tells none, how it compares with the limit: one of [`ParamType::UNCOUNTED`].
    Count,
    /// A text.
    Text,
    /// Several texts.
    List,
    /// A text or several.
    TextOrList,
}

impl ParamType {
    /// What stands for a number that is not known.
    pub const UNCOUNTED: [&'static str; 2] = ["fewer", "more"];

    /// Whether a parameter is of the type.
    pub fn admits(self, param: &Param) -> bool {
        match param {
            Param::Number(_) => matches!(self, Self::Number | Self::Count),
            Param::Text(text) if self == Self::Count => Self::UNCOUNTED.contains(&text.as_ref()),
            Param::Text(_) => matches!(self, Self::Text | Self::TextOrList),
            Param::List(_) => matches!(self, Self::List | Self::TextOrList),
        }
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $severity:ident, [$($param:literal: $type:ident),*];)+) => {
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

            /// The types of these parameters, in their order.
            pub const fn param_types(self) -> &'static [ParamType] {
                match self { $(Self::$variant => &[$(ParamType::$type,)*],)+ }
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
    WrongType = "wrong_type", Error, ["expected": Text, "actual": Text];
    /// A required member is absent.
    MissingRequired = "missing_required", Error, ["member": Text];
    /// A member that the request does not have.
    UnknownField = "unknown_field", Error, ["member": Text, "known": List];
    /// A string shorter than its documented minimum.
    TooShort = "too_short", Error, ["min": Number, "actual": Count];
    /// A string longer than its documented maximum, counted in Unicode scalar values.
    TooLong = "too_long", Error, ["max": Number, "actual": Count];
    /// Fewer items or entries than the documented minimum.
    TooFew = "too_few", Error, ["min": Number, "actual": Count];
    /// More items or entries than the documented maximum.
    TooMany = "too_many", Error, ["max": Number, "actual": Count];
    /// A string that does not match its documented pattern as a whole.
    PatternMismatch = "pattern_mismatch", Error, ["expected": Text, "pattern": Text];
    /// A string with a surrogate that has no partner: it cannot be sent as UTF-8.
    InvalidUnicode = "invalid_unicode", Error, [];
    /// A string that is none of the names that the member takes.
    InvalidIdentifier = "invalid_identifier", Error, ["expected": Text];
    /// A key that is not a multi-Region key.
    NotMultiRegionKey = "not_multi_region_key", Error, ["expected": Text];
    /// A Region or tag key that an earlier item has already.
    Duplicate = "duplicate", Error, ["first": Number];
    /// A tag key that begins with the prefix kept for AWS.
    ReservedPrefix = "reserved_prefix", Error, ["expected": Text];
    /// The replica would be in the Region of its primary.
    SameRegion = "same_region", Error, ["region": Text];
    /// The destination is the source.
    SameResource = "same_resource", Error, ["id": Text];
    /// Something of another partition: nothing is replicated across partitions.
    PartitionMismatch = "partition_mismatch", Error, ["partition": Text, "expected": Text];
    /// Something of another Region than the one it is needed in.
    RegionMismatch = "region_mismatch", Error, ["region": Text, "expected": Text];
    /// Something of another account than the one it must belong to.
    AccountMismatch = "account_mismatch", Error, ["account": Text, "expected": Text];
    /// Customer managed keys in some Regions, but not in all.
    MixedEncryption = "mixed_encryption", Error, ["without": List];
    /// A key policy that is not a policy document.
    InvalidPolicy = "invalid_policy", Error, ["problem": Text, "at": Text];
    /// A key policy that lets nobody change it again.
    PolicyLockout = "policy_lockout", Error, ["problem": Text];
    /// A fixed quota of the service is exceeded.
    QuotaExceeded = "quota_exceeded", Error, ["max": Number, "actual": Number];
    /// The text is not JSON.
    InvalidJson = "invalid_json", Error, ["line": Number, "column": Number];
    /// One of the caller's own rules is broken: `kind` says which sort of rule.
    HouseRule = "house_rule", Error, ["kind": Text, "actual": TextOrList, "expected": TextOrList];
    /// The service refused the value, for a reason that no other code has.
    ServiceRefused = "service_refused", Error, ["problem": Text];
    /// Something that was read is a request of another operation.
    AnotherOperation = "another_operation", Error, ["operation": Text, "expected": Text];
    /// A part of a text that tells something about a request, and that cannot be read.
    NotRead = "not_read", Error, ["part": Text, "problem": Text];
    /// A Region of the right form that is in no published list.
    UnknownRegion = "unknown_region", Warning, ["region": Text];
    /// `DefaultKey` is what the service shows for a key of its own, not a key to ask for.
    DefaultKeyName = "default_key_name", Warning, [];
    /// The safety check that keeps a key manageable is switched off.
    LockoutCheckBypassed = "lockout_check_bypassed", Warning, [];
    /// A secret of the same name in a replica Region will be destroyed.
    OverwritesSecret = "overwrites_secret", Warning, [];
    /// The replica will fail some time after the call: its key is in another Region.
    ReplicaKeyRegion = "replica_key_region", Warning, ["region": Text, "expected": Text];
    /// The existing file system loses what its source does not have.
    OverwritesFileSystem = "overwrites_file_system", Warning, [];
    /// A string that another way of counting would find too long: it has more UTF-16 units than the maximum.
    AmbiguousLength = "ambiguous_length", Warning, ["max": Number, "actual": Number];
    /// The call goes to another Region than the one that it is about.
    CallRegion = "call_region", Warning, ["region": Text, "expected": Text];
    /// Control characters that the documented pattern admits and the page does not.
    ControlCharacters = "control_characters", Warning, [];
    /// A text that everybody can read seems to hold a secret.
    ConfidentialText = "confidential_text", Warning, [];
    /// A tag with characters that not every service takes.
    TagCharacters = "tag_characters", Warning, ["expected": Text];
    /// A tag value that begins with the prefix kept for AWS.
    ReservedTagValue = "reserved_tag_value", Warning, ["expected": Text];
    /// A tag key that begins with the prefix kept for AWS, in capitals.
    ReservedTagKey = "reserved_tag_key", Warning, ["expected": Text];
    /// A principal that is a string other than `*`.
    PolicyPrincipal = "policy_principal", Warning, ["at": Text];
    /// The caller can change the key policy again only if conditions hold.
    PossibleLockout = "possible_lockout", Warning, [];
    /// A statement without an action or a resource: it is accepted and has no effect.
    IneffectiveStatement = "ineffective_statement", Warning, ["element": Text, "at": Text];
    /// An element that the policy language does not have, or one with a value that it does not have, or one that lacks.
    PolicyElement = "policy_element", Warning, ["element": Text, "at": Text];
    /// A key policy about other resources than its key.
    PolicyResource = "policy_resource", Warning, ["at": Text];
    /// A key policy that allows something to everybody.
    PublicPolicy = "public_policy", Warning, ["at": Text];
    /// The safety check is bypassed although the default policy always passes it.
    BypassWithoutPolicy = "bypass_without_policy", Warning, [];
    /// A secret's ARN without the hyphen and six characters that complete it.
    PartialArn = "partial_arn", Warning, [];
    /// A secret's name that ends like an ARN.
    NameLikeArn = "name_like_arn", Warning, [];
    /// A name longer than any secret's.
    ImpossibleName = "impossible_name", Warning, ["expected": Text];
    /// The replica will fail some time after the call: its key is given by no name that a key has.
    KeyNameForm = "key_name_form", Warning, ["expected": Text];
    /// A key that is looked up in the replica's Region, where it must exist.
    KeyOfReplicaRegion = "key_of_replica_region", Warning, ["region": Text];
    /// The replica will fail some time after the call: its key is in another partition.
    ReplicaKeyPartition = "replica_key_partition", Warning, ["partition": Text, "expected": Text];
    /// An ARN of the right form, but without a Region or an account.
    IncompleteArn = "incomplete_arn", Warning, [];
    /// A zone that is no Availability Zone by its name: a zone id, a Local Zone or a Wavelength Zone.
    ZoneForm = "zone_form", Warning, ["expected": Text];
    /// A key for an existing file system, which keeps its own.
    KeyOfExisting = "key_of_existing", Warning, [];
    /// A zone for an existing file system, which stays where it is.
    ZoneOfExisting = "zone_of_existing", Warning, [];
    /// A destination that says neither Region nor zone nor file system.
    EmptyDestination = "empty_destination", Warning, [];
    /// A role for another account, but no existing file system, without which there is no replication to it.
    RoleWithoutFileSystem = "role_without_file_system", Warning, [];
    /// A destination that may belong to another account, for which a role is required.
    RoleMayBeRequired = "role_may_be_required", Warning, [];
    /// An idempotency token that another request may have, too.
    WeakToken = "weak_token", Warning, [];
    /// A key by another name than the ARN that is expected.
    KeyArnExpected = "key_arn_expected", Warning, ["expected": Text];
    /// A Region in which the service was not offered.
    ServiceNotInRegion = "service_not_in_region", Warning, ["region": Text];
    /// A response that is not as documented. It is given out as it is.
    UnexpectedResponse = "unexpected_response", Warning, ["problem": Text, "expected": TextOrList];
    /// A member that stands twice in one object of a JSON text. The last one counts.
    RepeatedMember = "repeated_member", Warning, [];
    /// A part of a text that is no part of the request, and was left out of account.
    LeftOut = "left_out", Warning, ["part": Text, "problem": Text];
    /// A form of the request that has no place for a value, or one that would change it.
    NotCarried = "not_carried", Warning, ["form": Text, "reason": Text];
    /// What a form of the request needs beside itself.
    FormRequirement = "form_requirement", Warning, ["form": Text, "requirement": Text];
    /// An option or a part of the context is not what it should be, and was left out of account.
    InvalidContext = "invalid_context", Warning, ["option": Text, "problem": Text];
    /// More findings than a report tells.
    IssuesOmitted = "issues_omitted", Warning, ["omitted": Number, "most": Number];
}

#[cfg(feature = "full")]
impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
