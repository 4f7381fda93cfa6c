//! What should not stand where everybody can read it.

use crate::pattern::Pattern;
use crate::shape::Prose;

/// Access key ids, private keys, and words such as `password=` before a value, anywhere in a text.
pub(crate) static SECRETS: Pattern = Pattern::new(
    "no_secrets",
    r"(?is).*(\b(AKIA|ASIA)[A-Z0-9]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(password|passwd|secret|token|api[_-]?key)\s*[=:]\s*\S).*",
);

/// Texts that hold none of those: no equals sign or colon after a word, no word as long as an access key id, and no two
/// hyphens.
pub static PROSE: Prose = Prose { signs: " ,.;()'/+-", longest: 19 };

/// Whether a text looks as if it held a secret.
pub fn may_hold(text: &str) -> bool {
    SECRETS.matches(text)
}
