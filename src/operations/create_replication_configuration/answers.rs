//! What EFS answers to CreateReplicationConfiguration.

use super::{DESTINATIONS, FILE_SYSTEM_ID, KMS_KEY_ID, ROLE_ARN, cited, rule};
use crate::answer::{Answers, Kind, Output, Phase, Retry, Saying, ServiceError, State, Status};
use crate::report::Code;
use crate::shape::Rule;
use crate::sources;

const fn destination(id: &'static str) -> Rule {
    cited(id, &sources::EFS_DESTINATION_OUTPUT)
}

pub(super) static ANSWERS: Answers = Answers {
    success: (200, cited("X-17", &sources::SMITHY_REST_JSON)),
    errors: ERRORS,
    sayings: SAYINGS,
    response: &[
        Output {
            name: "SourceFileSystemId",
            doc: "The id of the file system that is replicated.",
            rule: rule("EFS-CREATEREPLCONF-59"),
            always: true,
            ..Output::TEXT
        },
        Output {
            name: "SourceFileSystemRegion",
            doc: "The Region of the file system that is replicated.",
            rule: rule("EFS-CREATEREPLCONF-60"),
            always: true,
            ..Output::TEXT
        },
        Output {
            name: "SourceFileSystemArn",
            doc: "The ARN of the file system that is replicated.",
            rule: rule("EFS-CREATEREPLCONF-61"),
            always: true,
            ..Output::TEXT
        },
        Output {
            name: "OriginalSourceFileSystemArn",
            doc: "The ARN of the file system from which the replication first started.",
            rule: rule("EFS-CREATEREPLCONF-62"),
            always: true,
            ..Output::TEXT
        },
        Output {
            name: "CreationTime",
            doc: "When the replication was set up.",
            rule: rule("EFS-CREATEREPLCONF-63"),
            always: true,
            kind: Kind::Timestamp,
        },
        Output {
            name: "Destinations",
            doc: "The destination: exactly one.",
            rule: rule("EFS-CREATEREPLCONF-64"),
            always: true,
            kind: Kind::List(&Kind::Structure(DESTINATION), rule("EFS-CREATEREPLCONF-64")),
        },
        Output {
            name: "SourceFileSystemOwnerId",
            doc: "The account that owns the source.",
            rule: rule("EFS-CREATEREPLCONF-72"),
            ..Output::TEXT
        },
    ],
};

static DESTINATION: &[Output] = &[
    Output {
        name: "Status",
        doc: "How far the replication is.",
        rule: destination("EFS-CREATEREPLCONF-65"),
        always: true,
        kind: Kind::Status(Status { states: STATES, reason: Some("StatusMessage") }),
    },
    Output {
        name: "FileSystemId",
        doc: "The id of the destination, new or existing.",
        rule: destination("EFS-CREATEREPLCONF-66"),
        always: true,
        ..Output::TEXT
    },
    Output {
        name: "Region",
        doc: "The Region of the destination.",
        rule: destination("EFS-CREATEREPLCONF-67"),
        always: true,
        ..Output::TEXT
    },
    Output {
        name: "LastReplicatedTimestamp",
        doc: "Changes of the source up to this moment are in the destination; absent before the first copy is complete.",
        rule: destination("EFS-CREATEREPLCONF-68"),
        kind: Kind::Timestamp,
        ..Output::TEXT
    },
    Output {
        name: "OwnerId",
        doc: "The account that owns the destination.",
        rule: destination("EFS-CREATEREPLCONF-69"),
        ..Output::TEXT
    },
    Output {
        name: "StatusMessage",
        doc: "Why the replication is paused or broken, where it is.",
        rule: destination("EFS-CREATEREPLCONF-70"),
        ..Output::TEXT
    },
    Output {
        name: "RoleArn",
        doc: "The role in the source account that EFS uses, where one was given.",
        rule: destination("EFS-CREATEREPLCONF-71"),
        ..Output::TEXT
    },
];

static STATES: &[State] = &[
    State {
        value: "ENABLED",
        phase: Phase::Done,
        meaning: "The replication runs; the destination can be read.",
        advice: "Nothing is to be done. LastReplicatedTimestamp says how current the destination is.",
    },
    State {
        value: "ENABLING",
        phase: Phase::Working,
        meaning: "The replication is being set up and the destination made.",
        advice: "Ask DescribeReplicationConfigurations after a minute, until it says ENABLED.",
    },
    State {
        value: "DELETING",
        phase: Phase::Working,
        meaning: "The replication is being taken down. The destination stays, and can be written to afterwards.",
        advice: "Wait until it is gone before setting up another one.",
    },
    State {
        value: "ERROR",
        phase: Phase::Failed,
        meaning: "The replication is broken and will not recover. The usual causes: the destination's key or the role cannot be used any more, or a file system was changed behind it.",
        advice: "Read StatusMessage, delete the replication, remove the cause and set it up again.",
    },
    State {
        value: "PAUSED",
        phase: Phase::Waiting,
        meaning: "Nothing is copied at the moment: the source's or the destination's Region is no longer enabled for the account.",
        advice: "Enable the Region again, and the replication goes on.",
    },
    State {
        value: "PAUSING",
        phase: Phase::Working,
        meaning: "The replication is about to pause, because a Region of it is no longer enabled for the account.",
        advice: "Enable the Region again, and the replication goes on.",
    },
];

static ERRORS: &[ServiceError] = &[
    ServiceError {
        name: "BadRequest",
        rule: rule("EFS-CREATEREPLCONF-73"),
        status: 400,
        retry: Retry::Never,
        meaning: "A member is missing, or has a value that EFS does not accept.",
        advice: "Read the text of the error, and check the request here before it is sent.",
    },
    ServiceError {
        name: "IncorrectFileSystemLifeCycleState",
        rule: rule("EFS-CREATEREPLCONF-74"),
        status: 409,
        retry: Retry::Later("Both file systems are available: DescribeFileSystems shows LifeCycleState."),
        meaning: "One of the file systems is being made, changed or deleted.",
        advice: "Wait until it is available, then send the request again.",
    },
    ServiceError {
        name: "ValidationException",
        rule: rule("EFS-CREATEREPLCONF-75"),
        status: 400,
        retry: Retry::Never,
        meaning: "A member is not accepted, or AWS Backup, which makes backups of the new file system, is not offered in the Region.",
        advice: "Change the members that are named, or choose another Region.",
    },
    ServiceError {
        name: "ReplicationNotFound",
        rule: rule("EFS-CREATEREPLCONF-76"),
        status: 404,
        retry: Retry::Never,
        meaning: "The file system has no replication.",
        advice: "Check which file system is the source.",
    },
    ServiceError {
        name: "FileSystemNotFound",
        rule: rule("EFS-CREATEREPLCONF-77"),
        status: 404,
        retry: Retry::Never,
        meaning: "In the Region and the account of the call there is no such file system.",
        advice: "Send the request to the source's Region. A destination in another account is given by its ARN.",
    },
    ServiceError {
        name: "UnsupportedAvailabilityZone",
        rule: rule("EFS-CREATEREPLCONF-78"),
        status: 400,
        retry: Retry::Never,
        meaning: "A One Zone file system cannot be made in this Availability Zone.",
        advice: "Choose another zone of the Region, or leave the zone out for a Regional file system.",
    },
    ServiceError {
        name: "FileSystemLimitExceeded",
        rule: rule("EFS-CREATEREPLCONF-79"),
        status: 403,
        retry: Retry::Never,
        meaning: "The account has as many file systems in the destination's Region as it may have.",
        advice: "Delete one that is not needed, replicate to an existing one, or have the quota raised.",
    },
    ServiceError {
        name: "InsufficientThroughputCapacity",
        rule: rule("EFS-CREATEREPLCONF-80"),
        status: 503,
        retry: Retry::Later("EFS has throughput to give in the Region again."),
        meaning: "EFS cannot provide the throughput that is provisioned for the file system at the moment.",
        advice: "Try again after some minutes, or use elastic throughput.",
    },
    ServiceError {
        name: "ThroughputLimitExceeded",
        rule: rule("EFS-CREATEREPLCONF-81"),
        status: 400,
        retry: Retry::Never,
        meaning: "The throughput that would be provisioned is more than the Region's limit.",
        advice: "Provision less for the source, use elastic throughput, or have the quota raised.",
    },
    ServiceError {
        name: "ConflictException",
        rule: rule("EFS-CREATEREPLCONF-82"),
        status: 409,
        retry: Retry::Never,
        meaning: "The two do not go together: the source is encrypted and the existing destination is not, or one of them is part of a replication already.",
        advice: "Give an encrypted destination, or delete the other replication first. Overwrite protection of an existing destination must be off.",
    },
    ServiceError {
        name: "InternalServerError",
        rule: rule("EFS-CREATEREPLCONF-83"),
        status: 500,
        retry: Retry::Yes,
        meaning: "EFS failed. It is open whether the replication is being set up.",
        advice: "Ask DescribeReplicationConfigurations for the source; if there is none, send it again.",
    },
];

static SAYINGS: &[Saying] = &[
    Saying {
        says: &["no rolearn provided"],
        rule: cited("EFS-CREATEREPLCONF-48", &sources::EFS_CROSS_ACCOUNT),
        at: &[&DESTINATIONS, &ROLE_ARN],
        code: Code::MissingRequired,
        problem: "RoleArn",
        advice: "Give the role in the source account that EFS is to use.",
    },
    Saying {
        says: &["invalid kms key id", "unexpected region"],
        rule: cited("EFS-CREATEREPLCONF-30", &sources::CDK_EFS_KEY_REGION),
        at: &[&DESTINATIONS, &KMS_KEY_ID],
        code: Code::ServiceRefused,
        problem: "key_of_another_region",
        advice: "Give a key of the destination's Region, or leave it out for the service's own key.",
    },
    Saying {
        says: &["key could not be found"],
        rule: cited("EFS-CREATEREPLCONF-30", &sources::EFS_CREATE_FILE_SYSTEM),
        at: &[&DESTINATIONS, &KMS_KEY_ID],
        code: Code::ServiceRefused,
        problem: "no_such_key",
        advice: "Give a symmetric key of the destination's Region that EFS and the caller may use.",
    },
    Saying {
        says: &["replicationoverwriteprotection"],
        rule: rule("EFS-CREATEREPLCONF-42"),
        at: &[&DESTINATIONS, &FILE_SYSTEM_ID],
        code: Code::ServiceRefused,
        problem: "overwrite_protection",
        advice: "A file system that is a destination already keeps its protection as it is: delete that replication first.",
    },
];
