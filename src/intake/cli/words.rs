//! Words of a command as the AWS CLI takes them: for options, or for values.

use crate::shell::Word;

/// The name of an option, and its value where that stands behind an equals sign.
pub(super) fn option<'w>(word: &'w Word, names: &Names<'_>) -> Option<(&'w str, Option<Word>)> {
    let text = word.text.strip_prefix("--").filter(|text| !text.is_empty() && is_option(word, names))?;
    Some(match text.split_once('=') {
        Some((name, value)) => (name, Some(Word { text: value.to_owned(), doubt: word.doubt })),
        None => (text, None),
    })
}

/// The options that the CLI knows where it looks for some.
pub(super) type Names<'n> = [&'n str];

/// Whether the CLI takes a word for an option. A number is a value, and so is a word with a blank, unless what stands
/// before the equals sign begins an option.
pub(super) fn is_option(word: &Word, names: &Names<'_>) -> bool {
    let Some(rest) = word.text.strip_prefix('-') else { return false };
    let begins_one = || {
        let name = rest.strip_prefix('-').and_then(|rest| rest.split_once('=')).map(|(name, _)| name);
        name.is_some_and(|name| names.iter().any(|known| known.starts_with(name)))
    };
    !rest.is_empty() && !is_number(rest) && (!rest.contains(' ') || begins_one())
}

fn is_number(text: &str) -> bool {
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = text.split_once('.').unwrap_or(("", text));
    is_digits(whole) && is_digits(fraction) && !fraction.is_empty()
}

/// The name that is meant: itself, or the only one that begins so.
pub(super) fn only_one<'n>(mut names: impl Iterator<Item = &'n str> + Clone, wanted: &str) -> Option<&'n str> {
    if let Some(name) = names.clone().find(|name| *name == wanted) {
        return Some(name);
    }
    let first = names.find(|name| name.starts_with(wanted))?;
    names.all(|name| !name.starts_with(wanted)).then_some(first)
}
