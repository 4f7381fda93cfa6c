//! Texts from elsewhere, on their way to a terminal.

use std::io::{Error, ErrorKind};

/// A text without characters that a terminal would take for commands: they are written as JSON has them.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\0'..' ' | '\u{7f}'..='\u{9f}' => plain.push_str(&format!("\\u{:04x}", character as u32)),
            _ => plain.push(character),
        }
    }
    plain
}

/// Why a file cannot be read, in the same words on every system.
pub(crate) fn reason(error: &Error) -> &'static str {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file",
        ErrorKind::PermissionDenied => "it may not be read",
        ErrorKind::IsADirectory => "it is a directory",
        _ => "it cannot be read",
    }
}
