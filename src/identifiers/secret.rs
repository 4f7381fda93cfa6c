//! The ways to name a secret.
//!
//! Source: <https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html>

use super::Arn;
use crate::shape::{Part, Tail};

/// How secrets are usually named: by a complete ARN, or by a name that does not look like the end of one.
pub static USUAL: &[&[Part]] =
    &[&[Part::Arn("secretsmanager"), Part::Text("secret:"), Part::Rest(&COMPLETED_NAME)], &[Part::Rest(&NAME)]];

static COMPLETED_NAME: Tail =
    Tail { accepts: |name| is_name(name) && ends_like_arn(name), pattern: "[A-Za-z0-9/_+=.@!-]*-[A-Za-z0-9]{6}" };

static NAME: Tail = Tail {
    accepts: |name| is_name(name) && !ends_like_arn(name) && name.len() <= LONGEST_NAME,
    pattern: "(?!.*-[A-Za-z0-9]{6}$)[A-Za-z0-9/_+=.@!-]{1,512}",
};

/// Whether a text can be the name of a secret. The service's own message lists `!` among the characters, which its
/// page leaves out: managed secrets such as `rds!db-…` have it.
pub fn is_name(text: &str) -> bool {
    let legal = |byte: u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'_' | b'+' | b'=' | b'.' | b'@' | b'-' | b'!')
    };
    !text.is_empty() && text.bytes().all(legal)
}

/// The ARN of a secret, with or without the six random characters that complete it.
pub fn arn(text: &str) -> Option<Arn<'_>> {
    Arn::parse_regional(text, "secretsmanager").filter(|arn| arn.resource.strip_prefix("secret:").is_some_and(is_name))
}

/// The most characters of a secret's name.
pub const LONGEST_NAME: usize = 512;

/// Whether a text ends in a hyphen and six characters, as the ARNs of secrets do.
pub fn ends_like_arn(text: &str) -> bool {
    let end = text.as_bytes().last_chunk::<7>();
    end.is_some_and(|[hyphen, suffix @ ..]| *hyphen == b'-' && suffix.iter().all(u8::is_ascii_alphanumeric))
}
