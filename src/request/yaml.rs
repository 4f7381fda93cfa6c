//! YAML in blocks, as its versions 1.1 and 1.2 read it alike.

use super::data::Data;
use super::literal::quoted;

/// Data as a document.
pub(super) fn document(data: &Data<'_>) -> String {
    let mut text = String::new();
    match is_block(data) {
        true => block(data, 0, false, &mut text),
        false => text.push_str(&(flow(data) + "\n")),
    }
    text
}

/// A list or an object with entries. Its first line may go on with one that is begun.
fn block(data: &Data<'_>, depth: usize, is_begun: bool, text: &mut String) {
    let entries: Vec<(String, &Data<'_>)> = match data {
        Data::Object(entries) => entries.iter().map(|(name, value)| (plain_or_quoted(name) + ":", value)).collect(),
        Data::List(items) => items.iter().map(|item| (String::from("-"), item)).collect(),
        _ => Vec::new(),
    };
    for (index, (head, value)) in entries.into_iter().enumerate() {
        if index > 0 || !is_begun {
            text.push_str(&"  ".repeat(depth));
        }
        text.push_str(&head);
        match is_block(value) {
            true if matches!(data, Data::List(_)) => {
                text.push(' ');
                block(value, depth + 1, true, text);
            }
            true => {
                text.push('\n');
                block(value, depth + 1, false, text);
            }
            false => text.push_str(&format!(" {}\n", flow(value))),
        }
    }
}

fn is_block(data: &Data<'_>) -> bool {
    match data {
        Data::Object(entries) => !entries.is_empty(),
        Data::List(items) => !items.is_empty(),
        _ => false,
    }
}

fn flow(data: &Data<'_>) -> String {
    match data {
        Data::Text(text) => plain_or_quoted(text),
        other => other.to_json(),
    }
}

/// A string without quotation marks only where it cannot be taken for anything else.
fn plain_or_quoted(text: &str) -> String {
    let is_plain = text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_./:*-".contains(&byte))
        && !text.ends_with(':');
    let is_word = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word));
    if is_plain && !is_word { text.to_owned() } else { quoted(text) }
}
