//! What Secrets Manager answers to ReplicateSecretToRegions.

use super::{ADD_REPLICA_REGIONS, KMS_KEY_ID, REGION, SECRET_ID, cited, rule};
use crate::answer::{Answers, Kind, Output, Phase, Retry, Saying, ServiceError, State, Status};
use crate::report::Code;
use crate::shape::Rule;
use crate::sources;

const fn status(id: &'static str) -> Rule {
    cited(id, &sources::REPLICATION_STATUS_TYPE)
}

const fn trouble(id: &'static str) -> Rule {
    cited(id, &sources::REPLICATE_SECRET_TROUBLE)
}

pub(super) static ANSWERS: Answers = Answers {
    success: (200, cited("X-17", &sources::SMITHY_JSON)),
    errors: ERRORS,
    sayings: SAYINGS,
    response: &[
        Output {
            name: "ARN",
            doc: "The ARN of the primary secret.",
            rule: rule("SECM-REPLICATESECRET-42"),
            ..Output::TEXT
        },
        Output {
            name: "ReplicationStatus",
            doc: "How far each replica is. The answer comes before the work is done: ask DescribeSecret for news.",
            rule: rule("SECM-REPLICATESECRET-43"),
            kind: Kind::List(&Kind::Structure(REPLICA), rule("SECM-REPLICATESECRET-43")),
            ..Output::TEXT
        },
    ],
};

static REPLICA: &[Output] = &[
    Output {
        name: "Region",
        doc: "The Region of the replica.",
        rule: status("SECM-REPLICATESECRET-44"),
        ..Output::TEXT
    },
    Output {
        name: "KmsKeyId",
        doc: "The key that encrypts the replica, by the name that was given.",
        rule: status("SECM-REPLICATESECRET-45"),
        ..Output::TEXT
    },
    Output {
        name: "Status",
        doc: "How far the replica is.",
        rule: status("SECM-REPLICATESECRET-46"),
        kind: Kind::Status(Status { states: STATES, reason: Some("StatusMessage") }),
        ..Output::TEXT
    },
    Output {
        name: "StatusMessage",
        doc: "Why the replication failed, where it did.",
        rule: status("SECM-REPLICATESECRET-47"),
        ..Output::TEXT
    },
    Output {
        name: "LastAccessedDate",
        doc: "The day on which the replica was last read; absent where it never was.",
        rule: status("SECM-REPLICATESECRET-48"),
        kind: Kind::Timestamp,
        ..Output::TEXT
    },
];

static STATES: &[State] = &[
    State {
        value: "InSync",
        phase: Phase::Done,
        meaning: "The replica holds what the primary holds.",
        advice: "Nothing is to be done.",
    },
    State {
        value: "InProgress",
        phase: Phase::Working,
        meaning: "The secret is being copied to this Region.",
        advice: "Ask DescribeSecret after some seconds, until it says InSync or Failed.",
    },
    State {
        value: "Failed",
        phase: Phase::Failed,
        meaning: "There is no current replica in this Region. The usual causes: a secret of the same name is there already; the key is not in this Region, disabled, or may not be used; the Region is not enabled for the account.",
        advice: "Read StatusMessage, remove the cause and replicate to this Region again. A secret of the same name is overwritten only with ForceOverwriteReplicaSecret.",
    },
    State {
        value: "Pending",
        phase: Phase::Waiting,
        meaning: "A replica in another account waits to be accepted there.",
        advice: "Associate the replica in the other account.",
    },
    State {
        value: "Detached",
        phase: Phase::Failed,
        meaning: "A replica in another account is no longer tied to its primary, and gets no new values.",
        advice: "Replicate again, if it is to follow the primary.",
    },
];

static ERRORS: &[ServiceError] = &[
    ServiceError {
        name: "ResourceNotFoundException",
        rule: rule("SECM-REPLICATESECRET-49"),
        status: 400,
        retry: Retry::Never,
        meaning: "In the Region and the account of the call there is no secret of that name or ARN.",
        advice: "Send the request to the primary secret's Region. A name stands alone: without the hyphen and six characters that end the ARN.",
    },
    ServiceError {
        name: "InvalidRequestException",
        rule: rule("SECM-REPLICATESECRET-50"),
        status: 400,
        retry: Retry::Never,
        meaning: "The secret's state does not allow it: it is scheduled for deletion, or another service manages it.",
        advice: "Restore the secret, or replicate it by means of the service that manages it.",
    },
    ServiceError {
        name: "InvalidParameterException",
        rule: rule("SECM-REPLICATESECRET-51"),
        status: 400,
        retry: Retry::Never,
        meaning: "A value is not accepted: for example the primary's own Region among the replicas', or a replica in place of the primary.",
        advice: "Send the request to the primary's Region, for the primary secret, and name other Regions only.",
    },
    ServiceError {
        name: "InternalServiceError",
        rule: rule("SECM-REPLICATESECRET-52"),
        status: 500,
        retry: Retry::Yes,
        meaning: "Secrets Manager failed. It is open whether the replication has begun.",
        advice: "Send it again after a second or so, then after twice as long each time.",
    },
];

static SAYINGS: &[Saying] = &[
    Saying {
        says: &["invalid replica region"],
        rule: rule("SECM-REPLICATESECRET-23"),
        at: &[&ADD_REPLICA_REGIONS, &REGION],
        code: Code::ServiceRefused,
        problem: "region_of_the_primary",
        advice: "Take the primary's own Region off the list, and Regions that the account has not enabled.",
    },
    Saying {
        says: &["not permitted on a replica secret"],
        rule: rule("SECM-REPLICATESECRET-13"),
        at: &[&SECRET_ID],
        code: Code::ServiceRefused,
        problem: "no_primary_secret",
        advice: "Send the request to the Region of the primary secret.",
    },
    Saying {
        says: &["invalid name", "alphanumeric characters"],
        rule: cited("SECM-REPLICATESECRET-07", &sources::SECRET_NAME),
        at: &[&SECRET_ID],
        code: Code::InvalidIdentifier,
        problem: "secret_name",
        advice: "Give the secret's name or its whole ARN.",
    },
    Saying {
        says: &["can't find the specified secret"],
        rule: rule("SECM-REPLICATESECRET-49"),
        at: &[&SECRET_ID],
        code: Code::ServiceRefused,
        problem: "no_such_secret",
        advice: "Send the request to the primary secret's Region. A name stands alone: without the hyphen and six characters that end the ARN.",
    },
    Saying {
        says: &["marked for deletion"],
        rule: rule("SECM-REPLICATESECRET-14"),
        at: &[&SECRET_ID],
        code: Code::ServiceRefused,
        problem: "secret_to_be_deleted",
        advice: "Restore the secret with RestoreSecret first.",
    },
    Saying {
        says: &["scheduled for deletion"],
        rule: rule("SECM-REPLICATESECRET-14"),
        at: &[&SECRET_ID],
        code: Code::ServiceRefused,
        problem: "secret_to_be_deleted",
        advice: "Restore the secret with RestoreSecret first.",
    },
    Saying {
        says: &["already exists in this region"],
        rule: trouble("SECM-REPLICATESECRET-47"),
        at: &[&ADD_REPLICA_REGIONS],
        code: Code::ServiceRefused,
        problem: "secret_in_region",
        advice: "Delete or rename the secret of that name in the replica's Region, or overwrite it with ForceOverwriteReplicaSecret.",
    },
    Saying {
        says: &["access to kms is not allowed"],
        rule: trouble("SECM-REPLICATESECRET-37"),
        at: &[&ADD_REPLICA_REGIONS, &KMS_KEY_ID],
        code: Code::ServiceRefused,
        problem: "key_refused",
        advice: "Give a key that exists in the replica's Region and is enabled. The caller needs kms:Decrypt on the primary's key, kms:GenerateDataKey and kms:Encrypt on the replica's.",
    },
];
