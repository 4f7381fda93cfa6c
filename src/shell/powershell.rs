//! Words as PowerShell has them.
//!
//! Source: <https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_parsing>

/// Versions differ in how they hand quotes on to a program: before 7.3 each must stand behind a backslash, and the
/// others can be told to have it so, in a scope of its own.
pub(super) fn command(argv: &[String]) -> String {
    let words: Vec<String> = argv.iter().map(|argument| word(argument)).collect();
    let command = words.join(" ");
    match argv.iter().any(|argument| argument.contains('"')) {
        true => format!("& {{ $PSNativeCommandArgumentPassing = 'Legacy'; {command} }}"),
        false => command,
    }
}

/// An argument as a word: names of commands and options as they are, all else in single quotes.
fn word(argument: &str) -> String {
    if argument.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') {
        return argument.to_owned();
    }
    format!("'{}'", argument.replace('"', "\\\""))
}
