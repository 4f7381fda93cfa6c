//! Words as the command prompt of Windows has them, and programs that divide their command lines as C does there.
//!
//! Source: <https://learn.microsoft.com/en-us/cpp/c-language/parsing-c-command-line-arguments>

pub(super) fn command(argv: &[String]) -> String {
    let words: Vec<String> = argv.iter().map(|argument| word(argument)).collect();
    words.join(" ")
}

fn word(argument: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:".contains(&byte);
    if !argument.is_empty() && argument.bytes().all(is_plain) {
        return argument.to_owned();
    }
    format!("\"{}\"", argument.replace('"', "\\\""))
}
