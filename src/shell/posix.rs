//! Words as POSIX has them.
//!
//! Source: <https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html>

use crate::request::literal::is_unseen;

/// What stands in single quotes arrives as it is. But a terminal takes control characters for its own when text is
/// pasted, and nobody sees the others.
pub(super) fn carries(text: &str) -> bool {
    !text.chars().any(|character| character != '\n' && is_unseen(character))
}

pub(super) fn command(argv: &[String]) -> String {
    let words: Vec<String> = argv.iter().map(|argument| word(argument)).collect();
    words.join(" ")
}

/// An argument as a word: as it is where it means nothing else in any place, else in single quotes.
fn word(argument: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:,+@=".contains(&byte);
    // In some shells a word that begins with `=` is the path of a command.
    if !argument.is_empty() && !argument.starts_with('=') && argument.bytes().all(is_plain) {
        return argument.to_owned();
    }
    format!("'{}'", argument.replace('\'', r"'\''"))
}
