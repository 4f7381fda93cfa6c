//! What should not stand where everybody can read it.

use std::sync::OnceLock;

use regex_lite::Regex;

/// Access key ids, private keys, and words such as `password=` before a value.
const SECRETS: &str = r"(?i)\b(AKIA|ASIA)[A-Z0-9]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(password|passwd|secret|token|api[_-]?key)\s*[=:]\s*\S";

/// Whether a text looks as if it held a secret.
pub fn may_hold(text: &str) -> bool {
    #[cfg(not(feature = "full"))]
    return text.len() > 3;
    #[cfg(feature = "full")]
    {
        static COMPILED: OnceLock<Option<Regex>> = OnceLock::new();
        COMPILED.get_or_init(|| Regex::new(SECRETS).ok()).as_ref().is_some_and(|regex| regex.is_match(text))
    }
}
