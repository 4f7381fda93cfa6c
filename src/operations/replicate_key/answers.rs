//! What KMS answers to ReplicateKey.

use super::{KEY_ID, POLICY, REPLICA_REGION, TAG_KEY, TAGS, cited, rule};
use crate::answer::{Answers, Kind, Output, Phase, Retry, Saying, ServiceError, State};
use crate::report::Code;
use crate::sources;

pub(super) static ANSWERS: Answers = Answers {
    success: (200, cited("X-17", &sources::SMITHY_JSON)),
    errors: ERRORS,
    sayings: SAYINGS,
    response: &[
        Output {
            name: "ReplicaKeyMetadata",
            doc: "The new replica, with the other keys of its family.",
            rule: rule("KMS-REPLICATEKEY-70"),
            kind: Kind::Structure(super::metadata::KEY_METADATA),
            ..Output::TEXT
        },
        Output {
            name: "ReplicaPolicy",
            doc: "The key policy of the replica as JSON text. White space may differ from what was sent.",
            rule: rule("KMS-REPLICATEKEY-111"),
            ..Output::TEXT
        },
        Output {
            name: "ReplicaTags",
            doc: "The tags of the replica; absent or empty where it has none.",
            rule: rule("KMS-REPLICATEKEY-112"),
            kind: Kind::List(
                &Kind::Structure(&[
                    Output {
                        name: "TagKey",
                        doc: "The tag's key.",
                        rule: rule("KMS-REPLICATEKEY-113"),
                        always: true,
                        ..Output::TEXT
                    },
                    Output {
                        name: "TagValue",
                        doc: "The tag's value.",
                        rule: rule("KMS-REPLICATEKEY-114"),
                        always: true,
                        ..Output::TEXT
                    },
                ]),
                rule("KMS-REPLICATEKEY-112"),
            ),
            ..Output::TEXT
        },
    ],
};

static ERRORS: &[ServiceError] = &[
    ServiceError {
        name: "AlreadyExistsException",
        rule: rule("KMS-REPLICATEKEY-115"),
        status: 400,
        retry: Retry::Never,
        meaning: "There is a key of this family in the replica's Region already, perhaps one that is waiting to be deleted.",
        advice: "Use the key that is there, cancel its deletion, or choose another Region.",
    },
    ServiceError {
        name: "DisabledException",
        rule: rule("KMS-REPLICATEKEY-116"),
        status: 400,
        retry: Retry::Never,
        meaning: "The primary key is disabled.",
        advice: "Enable the primary key, then send the request again.",
    },
    ServiceError {
        name: "InvalidArnException",
        rule: rule("KMS-REPLICATEKEY-117"),
        status: 400,
        retry: Retry::Never,
        meaning: "KeyId, or something that the key policy names, is an ARN that KMS cannot read.",
        advice: "Compare the ARNs with those that the console shows.",
    },
    ServiceError {
        name: "KMSInvalidStateException",
        rule: rule("KMS-REPLICATEKEY-118"),
        status: 400,
        retry: Retry::Later("The primary key is in the state Enabled again: Creating and Updating pass by themselves."),
        meaning: "The primary key is in a state in which it cannot be replicated: being created or updated, waiting for its key material, or to be deleted.",
        advice: "Ask DescribeKey for its KeyState. Wait while it is Creating or Updating; otherwise import its material or cancel its deletion.",
    },
    ServiceError {
        name: "KMSInternalException",
        rule: rule("KMS-REPLICATEKEY-119"),
        status: 500,
        retry: Retry::Yes,
        meaning: "KMS failed. It is open whether there is a replica now.",
        advice: "Send it again. AlreadyExistsException then says that the first attempt succeeded.",
    },
    ServiceError {
        name: "LimitExceededException",
        rule: rule("KMS-REPLICATEKEY-120"),
        status: 400,
        retry: Retry::Never,
        meaning: "A quota is used up or a length is exceeded: the number of keys in the replica's Region, or the key policy's 32 KB. AWS clients count this among the throttling errors and retry it in vain.",
        advice: "Shorten the key policy, or have the quota of keys in the replica's Region raised.",
    },
    ServiceError {
        name: "MalformedPolicyDocumentException",
        rule: rule("KMS-REPLICATEKEY-121"),
        status: 400,
        retry: Retry::Never,
        meaning: "The key policy is no policy that KMS accepts: its JSON, its elements or its principals are wrong, or it would lock the caller out.",
        advice: "Correct the key policy. Principals must exist; one that was made a moment ago may need a minute to be seen.",
    },
    ServiceError {
        name: "NotFoundException",
        rule: rule("KMS-REPLICATEKEY-122"),
        status: 400,
        retry: Retry::Never,
        meaning: "In the Region and the account of the call there is no such key.",
        advice: "Send the request to the primary key's Region, with credentials of its account. If the key was made a moment ago, try again after some seconds.",
    },
    ServiceError {
        name: "TagException",
        rule: rule("KMS-REPLICATEKEY-123"),
        status: 400,
        retry: Retry::Never,
        meaning: "The tags are not accepted: a key stands there twice or begins with aws:, there are more than 50, or a tag has a character that is not allowed.",
        advice: "Correct the tags.",
    },
    ServiceError {
        name: "UnsupportedOperationException",
        rule: rule("KMS-REPLICATEKEY-124"),
        status: 400,
        retry: Retry::Never,
        meaning: "This key cannot be replicated to this Region: it is no multi-Region primary key, it is in a custom key store, or the Region does not offer keys of its kind.",
        advice: "Replicate the primary of a multi-Region key. A single-Region key stays one: make a new key for it.",
    },
];

static SAYINGS: &[Saying] = &[
    Saying {
        says: &["duplicate tag key"],
        rule: cited("KMS-REPLICATEKEY-54", &sources::TAG_RESTRICTIONS),
        at: &[&TAGS],
        code: Code::ServiceRefused,
        problem: "duplicate_tag_keys",
        advice: "Leave each tag key in the list once.",
    },
    Saying {
        says: &["too many tags"],
        rule: cited("KMS-REPLICATEKEY-48", &sources::TAG_RESTRICTIONS),
        at: &[&TAGS],
        code: Code::TooMany,
        problem: "",
        advice: "Leave 50 tags at most.",
    },
    Saying {
        says: &["tags beginning with aws:"],
        rule: cited("KMS-REPLICATEKEY-53", &sources::TAG_RESTRICTIONS),
        at: &[&TAGS, &TAG_KEY],
        code: Code::ReservedPrefix,
        problem: "own_prefix",
        advice: "Rename the tags whose keys begin with aws: in any letter case.",
    },
    Saying {
        says: &["invalid tag"],
        rule: cited("KMS-REPLICATEKEY-55", &sources::TAG_RESTRICTIONS),
        at: &[&TAGS],
        code: Code::ServiceRefused,
        problem: "tag_characters",
        advice: "Write tags of letters, digits, spaces and _ . : / = + - @ alone.",
    },
    Saying {
        says: &["kms:tagresource permission"],
        rule: rule("KMS-REPLICATEKEY-62"),
        at: &[&TAGS],
        code: Code::ServiceRefused,
        problem: "no_permission_to_tag",
        advice: "Allow kms:TagResource to the caller in an IAM policy, or leave the tags out.",
    },
    Saying {
        says: &["invalid arn "],
        rule: rule("KMS-REPLICATEKEY-11"),
        at: &[&KEY_ID],
        code: Code::ServiceRefused,
        problem: "key_of_another_region",
        advice: "Send the request to the Region that stands in the key's ARN.",
    },
    Saying {
        says: &["invalid keyid"],
        rule: rule("KMS-REPLICATEKEY-07"),
        at: &[&KEY_ID],
        code: Code::InvalidIdentifier,
        problem: "multi_region_key",
        advice: "Give the key's id or ARN as the console shows it: mrk- and 32 hexadecimal digits without dashes.",
    },
    Saying {
        says: &["key '", "does not exist"],
        rule: rule("KMS-REPLICATEKEY-122"),
        at: &[&KEY_ID],
        code: Code::ServiceRefused,
        problem: "no_such_key",
        advice: "Send the request to the primary key's Region, with credentials of its account.",
    },
    Saying {
        says: &["is not a multi-region primary key"],
        rule: rule("KMS-REPLICATEKEY-10"),
        at: &[&KEY_ID],
        code: Code::ServiceRefused,
        problem: "no_primary_key",
        advice: "Replicate the primary: DescribeKey names it under MultiRegionConfiguration. Send the request to its Region.",
    },
    Saying {
        says: &[" is pending "],
        rule: cited("KMS-REPLICATEKEY-118", &sources::KEY_STATES),
        at: &[&KEY_ID],
        code: Code::ServiceRefused,
        problem: "state_of_the_key",
        advice: "Import the key's material, or cancel its deletion.",
    },
    Saying {
        says: &[" is disabled"],
        rule: rule("KMS-REPLICATEKEY-116"),
        at: &[&KEY_ID],
        code: Code::ServiceRefused,
        problem: "state_of_the_key",
        advice: "Enable the primary key.",
    },
    Saying {
        says: &["policy will not allow you to update the key policy"],
        rule: rule("KMS-REPLICATEKEY-32"),
        at: &[&POLICY],
        code: Code::PolicyLockout,
        problem: "lockout_of_caller",
        advice: "Allow kms:PutKeyPolicy to the caller in the key policy, or to the account's root user and to the caller in IAM.",
    },
    Saying {
        says: &["invalid principals"],
        rule: rule("KMS-REPLICATEKEY-36"),
        at: &[&POLICY],
        code: Code::ServiceRefused,
        problem: "unknown_principals",
        advice: "Name users, roles and accounts that exist, service-linked roles included; wait a minute for new ones.",
    },
    Saying {
        says: &["not authorized to perform: kms:createkey"],
        rule: rule("KMS-REPLICATEKEY-63"),
        at: &[&REPLICA_REGION],
        code: Code::ServiceRefused,
        problem: "no_permission_in_region",
        advice: "Allow kms:CreateKey in the replica's Region to the caller in an IAM policy.",
    },
    Saying {
        says: &["not authorized to perform: kms:replicatekey"],
        rule: rule("KMS-REPLICATEKEY-63"),
        at: &[&KEY_ID],
        code: Code::ServiceRefused,
        problem: "no_permission_for_key",
        advice: "Allow kms:ReplicateKey to the caller in the key policy of the primary.",
    },
];

const fn state(value: &'static str, phase: Phase, meaning: &'static str, advice: &'static str) -> State {
    State { value, phase, meaning, advice }
}

pub(super) static KEY_STATES: &[State] = &[
    state(
        "Creating",
        Phase::Working,
        "The replica is being made. It cannot be used yet.",
        "Ask DescribeKey in the replica's Region until it says Enabled. It takes from seconds to some minutes.",
    ),
    state(
        "Enabled",
        Phase::Done,
        "The replica can be used.",
        "Give it an alias and permissions of its own where they are needed.",
    ),
    state("Disabled", Phase::Waiting, "The key is switched off.", "Enable it with EnableKey."),
    state(
        "PendingImport",
        Phase::Waiting,
        "The replica has no key material yet: that of a key with imported material is not copied.",
        "Import the very material of the primary into the replica.",
    ),
    state(
        "PendingDeletion",
        Phase::Failed,
        "The key will be deleted at the time in DeletionDate, and cannot be used.",
        "Cancel the deletion with CancelKeyDeletion, then enable the key.",
    ),
    state(
        "PendingReplicaDeletion",
        Phase::Failed,
        "The primary is to be deleted, and waits for its last replica to be gone.",
        "Cancel the deletion, or delete the replicas.",
    ),
    state(
        "Unavailable",
        Phase::Failed,
        "The custom key store that holds the key's material cannot be reached.",
        "Connect the key store again.",
    ),
    state(
        "Updating",
        Phase::Working,
        "The primary is being moved to another Region. The key works meanwhile, and cannot be changed.",
        "Wait until it says Enabled.",
    ),
];
