//! The ways to name a secret.
//!
//! Source: <https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html>

use super::Arn;
use crate::shape::{Ascii, Part, Tail};

/// How secrets are usually named: by a complete ARN, or by a name that does not look like the end of one.
pub static USUAL: &[&[Part]] =
    &[&[Part::Arn("secretsmanager"), Part::Text("secret:"), Part::Rest(&COMPLETED_NAME)], &[Part::Rest(&NAME)]];

static COMPLETED_NAME: Tail = Tail { characters: &CHARACTERS, most: usize::MAX, ends_like_arn: Some(true) };

static NAME: Tail = Tail { characters: &CHARACTERS, most: LONGEST_NAME, ends_like_arn: Some(false) };

/// The service's own message lists `!`, which its page leaves out: managed secrets such as `rds!db-…` have it.
static CHARACTERS: Ascii = Ascii::alphanumeric_and("/_+=.@-!");

/// Whether a text can be the name of a secret.
pub fn is_name(text: &str) -> bool {
    !text.is_empty() && CHARACTERS.are_all_of(text.as_bytes())
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
