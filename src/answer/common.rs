//! Errors of all AWS services, and answers that are known by their HTTP status alone.

use super::{Retry, ServiceError};
use crate::sources::{self, Rule};

/// That services answer so without saying it on the operation's page.
static COMMON: Rule = Rule { id: "X-14", source: &sources::COMMON_ERRORS };

const SIGNING: &str = "Sign the request anew: with the Region and the service that it goes to, the current time, and exactly the headers and the body that are sent.";
const CREDENTIALS: &str =
    "Give valid credentials: the key, the secret and, where they are temporary, their token belong together.";
const BACK_OFF: &str =
    "Send it again after a second or so, then after twice as long each time, with some randomness and an end.";
const NOT_SERVICE: &str = "If it goes on, see the AWS Health Dashboard for the Region.";
const CLOCK: &str = "Set the clock of the caller, and sign shortly before sending.";

const fn never(name: &'static str, status: u16, meaning: &'static str, advice: &'static str) -> ServiceError {
    ServiceError { name, rule: COMMON, status, retry: Retry::Never, meaning, advice }
}

const fn passing(name: &'static str, status: u16, meaning: &'static str, advice: &'static str) -> ServiceError {
    ServiceError { name, rule: COMMON, status, retry: Retry::Yes, meaning, advice }
}

const TOO_FAST: &str = "More calls were made than the account may make at this rate. Nothing was done.";
const BROKEN: &str = "The service failed. It is open whether the request had an effect.";

/// The errors of every operation.
pub static COMMON_ERRORS: &[ServiceError] = &[
    never(
        "ValidationException",
        400,
        "A member of the request is not as the service wants it.",
        "Change the members that are named, or check the request here before it is sent.",
    ),
    never(
        "ValidationError",
        400,
        "A member of the request is not as the service wants it.",
        "Change the members that are named, or check the request here before it is sent.",
    ),
    never(
        "SerializationException",
        400,
        "The body could not be read: it is not JSON, or a member has another type than documented.",
        "Compare the types of the members with the documentation. A list is a list even with one item.",
    ),
    never(
        "AccessDeniedException",
        403,
        "The caller may not do this: no policy allows it, or one denies it.",
        "Allow the action to the caller in IAM, and see that no key policy, organization policy or permissions boundary is in the way.",
    ),
    never(
        "NotAuthorized",
        401,
        "The caller may not do this: no policy allows it, or one denies it.",
        "Allow the action to the caller in IAM.",
    ),
    never(
        "UnrecognizedClientException",
        403,
        "The access key is unknown, or does not exist in this partition.",
        CREDENTIALS,
    ),
    never(
        "InvalidClientTokenId",
        403,
        "The access key is unknown, or the token of temporary credentials is missing or of another key.",
        CREDENTIALS,
    ),
    never("MissingAuthenticationToken", 403, "The request is not signed.", SIGNING),
    never(
        "InvalidSignatureException",
        403,
        "The signature does not belong to the request: the secret is wrong, the clock is, or something was changed after signing.",
        SIGNING,
    ),
    never("SignatureDoesNotMatch", 403, "The signature does not belong to the request.", SIGNING),
    never("IncompleteSignature", 403, "The signature lacks a part.", SIGNING),
    never(
        "ExpiredTokenException",
        403,
        "The temporary credentials are no longer valid.",
        "Get new credentials, sign in again, and send the request once more.",
    ),
    never("RequestExpired", 400, "The request was signed too long ago, or the caller's clock is wrong.", CLOCK),
    never(
        "OptInRequired",
        403,
        "The account is not signed up for the service, or the Region is not enabled for it.",
        "Enable the Region in the account's settings, or sign up for the service.",
    ),
    never(
        "SubscriptionRequiredException",
        403,
        "The account is not signed up for the service.",
        "Sign up for the service, or use another account.",
    ),
    never(
        "UnknownOperationException",
        404,
        "The service does not know the operation: the request went to another service or Region, or to an emulator that lacks it.",
        "Check the host, the path and the header X-Amz-Target.",
    ),
    never("MalformedHttpRequestException", 400, "The request is no correct HTTP.", "Send the body as it was signed."),
    never(
        "RequestEntityTooLargeException",
        413,
        "The request is too large.",
        "Shorten it: a key policy and descriptions are the long parts.",
    ),
    passing("ThrottlingException", 400, TOO_FAST, BACK_OFF),
    passing("ThrottledException", 429, TOO_FAST, BACK_OFF),
    passing("Throttling", 400, TOO_FAST, BACK_OFF),
    passing("RequestThrottledException", 429, TOO_FAST, BACK_OFF),
    passing("RequestThrottled", 429, TOO_FAST, BACK_OFF),
    passing("RequestLimitExceeded", 503, TOO_FAST, BACK_OFF),
    passing("TooManyRequestsException", 429, TOO_FAST, BACK_OFF),
    passing("BandwidthLimitExceeded", 503, TOO_FAST, BACK_OFF),
    passing("SlowDown", 503, TOO_FAST, BACK_OFF),
    passing("RequestTimeout", 408, "The request arrived too slowly.", BACK_OFF),
    passing("RequestTimeoutException", 408, "The request arrived too slowly.", BACK_OFF),
    passing("RequestAbortedException", 400, "The connection ended before the answer.", BACK_OFF),
    passing("InternalFailure", 500, BROKEN, BACK_OFF),
    passing("InternalError", 500, BROKEN, BACK_OFF),
    passing("ServiceUnavailable", 503, "The service cannot answer at the moment.", BACK_OFF),
    passing(
        "DependencyTimeoutException",
        500,
        "Something that the service needs did not answer in time. It is open whether the request had an effect.",
        BACK_OFF,
    ),
    never(
        "ParamValidationError",
        0,
        "The AWS client did not send the request: a member is missing, unknown, too short or of another type.",
        "Change the members that are named.",
    ),
];

/// Answers with a status in this range, both ends included.
#[derive(Debug)]
pub struct Span {
    /// The least status.
    pub from: u16,
    /// The greatest.
    pub to: u16,
    /// What is to be said of them.
    pub error: ServiceError,
}

const fn span(from: u16, to: u16, error: ServiceError) -> Span {
    Span { from, to, error }
}

/// That an error is known by its name, which stands in one of several places.
static NAME: Rule = Rule { id: "X-13", source: &sources::SMITHY_REST_JSON };

const fn unnamed(retry: Retry, status: u16, meaning: &'static str, advice: &'static str) -> ServiceError {
    ServiceError { name: "", rule: NAME, status, retry, meaning, advice }
}

/// What is to be said of an error whose name nobody knows: the first of these that has its status. No status at all is 0.
pub static OTHER_ANSWERS: &[Span] = &[
    span(
        0,
        0,
        unnamed(
            Retry::Later("The service can be reached, and the client has credentials."),
            0,
            "This is no error that the documentation names, and it came without an HTTP status: perhaps no service answered.",
            "Read the text of the error itself, and check the network, the host, the credentials and, in a browser, that the page may call it. After a time-out, ask first whether the request had an effect.",
        ),
    ),
    span(401, 401, unnamed(Retry::Never, 401, "The caller is not known.", CREDENTIALS)),
    span(
        403,
        403,
        unnamed(
            Retry::Never,
            403,
            "The caller may not do this, or the signature does not belong to the request.",
            CREDENTIALS,
        ),
    ),
    span(
        404,
        404,
        unnamed(
            Retry::Never,
            404,
            "There is nothing of that name here.",
            "Check the host, the Region and the names in the request.",
        ),
    ),
    span(408, 408, unnamed(Retry::Yes, 408, "The request arrived too slowly.", BACK_OFF)),
    span(429, 429, unnamed(Retry::Yes, 429, TOO_FAST, BACK_OFF)),
    span(500, 500, unnamed(Retry::Yes, 500, BROKEN, BACK_OFF)),
    span(502, 504, unnamed(Retry::Yes, 503, "The service cannot answer at the moment.", NOT_SERVICE)),
    span(
        0,
        u16::MAX,
        unnamed(
            Retry::Never,
            0,
            "This is no error that the documentation names.",
            "Read the text of the error itself. The same request will most likely fail again.",
        ),
    ),
];
