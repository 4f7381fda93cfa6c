//! What Incident Manager answers to CreateReplicationSet.

use super::{cited, rule};
use crate::answer::{Answers, Output, Retry, ServiceError};
use crate::sources;

pub(super) static ANSWERS: Answers = Answers {
    success: (201, cited("X-17", &sources::SMITHY_REST_JSON)),
    errors: ERRORS,
    // No text of this service has been seen that says more than the name of its error.
    sayings: &[],
    response: &[Output {
        name: "arn",
        doc: "The ARN of the replication set; its Region is empty. The set can be used once GetReplicationSet shows it as ACTIVE.",
        rule: rule("SSMI-CREATEREPLSET-40"),
        always: true,
        ..Output::TEXT
    }],
};

static ERRORS: &[ServiceError] = &[
    ServiceError {
        name: "AccessDeniedException",
        rule: rule("SSMI-CREATEREPLSET-41"),
        status: 403,
        retry: Retry::Never,
        meaning: "The caller may not do this, or the account cannot use Incident Manager: it is closed to new customers.",
        advice: "Allow ssm-incidents:CreateReplicationSet to the caller, and with customer managed keys their use, too.",
    },
    ServiceError {
        name: "ConflictException",
        rule: rule("SSMI-CREATEREPLSET-42"),
        status: 409,
        retry: Retry::Later(
            "The set is no longer being changed; the time to wait until is in retryAfter, where it is given.",
        ),
        meaning: "The account has a replication set already, or one that is being changed or deleted.",
        advice: "Ask ListReplicationSets. Change the set that is there with UpdateReplicationSet: an account has one at most.",
    },
    ServiceError {
        name: "InternalServerException",
        rule: rule("SSMI-CREATEREPLSET-43"),
        status: 500,
        retry: Retry::Yes,
        meaning: "Incident Manager failed. It is open whether the set is being made.",
        advice: "Send it again with the same clientToken: then nothing is made twice.",
    },
    ServiceError {
        name: "ServiceQuotaExceededException",
        rule: rule("SSMI-CREATEREPLSET-44"),
        status: 402,
        retry: Retry::Never,
        meaning: "The account has as many replication sets or Regions as it may have.",
        advice: "Use the replication set that is there, or take fewer Regions.",
    },
    ServiceError {
        name: "ThrottlingException",
        rule: rule("SSMI-CREATEREPLSET-45"),
        status: 429,
        retry: Retry::Yes,
        meaning: "More calls were made than the account may make at this rate. Nothing was done.",
        advice: "Send it again with the same clientToken after a second or so, then after twice as long each time.",
    },
    ServiceError {
        name: "ValidationException",
        rule: rule("SSMI-CREATEREPLSET-46"),
        status: 400,
        retry: Retry::Never,
        meaning: "A member is not accepted: a Region without Incident Manager, a key that cannot be used in its Region, or keys in some Regions only.",
        advice: "Change the members that are named, or check the request here before it is sent.",
    },
];
