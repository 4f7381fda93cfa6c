//! The AWS CLI's short notation for lists and objects: `TagKey=a,TagValue=b`.
//!
//! Source: <https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html>

use super::super::data::{Data, Entry};

/// The arguments of an option, where nothing in the value has a meaning in the notation.
pub(super) fn arguments(value: &Data<'_>) -> Option<Vec<String>> {
    match value {
        Data::List(items) if !items.is_empty() => items.iter().map(object).collect(),
        other => object(other).map(|argument| vec![argument]),
    }
}

fn object(value: &Data<'_>) -> Option<String> {
    let Data::Object(entries) = value else { return None };
    let first = entries.first()?;
    // What begins like an option is taken for one.
    if first.0.starts_with('-') {
        return None;
    }
    pairs(entries, false)
}

fn pairs(entries: &[Entry<'_>], is_within: bool) -> Option<String> {
    let pair = |(name, value): &Entry<'_>| match value {
        Data::Text(text) if is_name(name) && is_value(text, is_within) => Some(format!("{name}={text}")),
        Data::Object(entries) if is_name(name) && !is_within => {
            pairs(entries, true).map(|pairs| format!("{name}={{{pairs}}}"))
        }
        _ => None,
    };
    Some(entries.iter().map(pair).collect::<Option<Vec<_>>>()?.join(","))
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./:".contains(&byte))
}

/// Blanks at the ends are lost. Within braces an empty value takes the closing brace for its own.
fn is_value(text: &str, is_within: bool) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b" -_./:+@".contains(&byte))
        && text.trim() == text
        && !(text.is_empty() && is_within)
}
