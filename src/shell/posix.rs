//! Words as POSIX has them.
//!
//! Source: <https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html>

use super::substitution::skip_posix;
use super::text::Text;
use super::{Token, Word};
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

const FILE: [&str; 3] = [
    "(input=$(mktemp) && trap 'rm -f \"$input\"' EXIT && cat >\"$input\" <<'EOF' && ",
    " --cli-input-json \"file://$input\")\n",
    "\nEOF",
];

/// A command of the AWS CLI whose whole input is in a file that lives as long as the command does. The CLI reads it
/// twice, so that it cannot come by standard input.
pub(crate) fn with_file(argv: &[String], json: &str) -> String {
    let [begin, middle, end] = FILE;
    format!("{begin}{}{middle}{json}{end}", command(argv))
}

/// The command and the JSON of such a text.
pub(crate) fn of_file(text: &str) -> Option<(&str, &str)> {
    let [begin, middle, end] = FILE;
    text.strip_prefix(begin)?.trim_end().strip_suffix(end)?.split_once(middle)
}

pub(super) fn read(text: &str) -> Vec<Token> {
    let mut text = Text::new(text);
    let mut tokens = Vec::new();
    while let Some(next) = text.peek() {
        match next {
            ' ' | '\t' => {
                text.next();
            }
            '#' => text.skip_line(),
            '\n' | ';' | '&' | '|' | '(' | ')' => {
                text.next();
                tokens.push(Token::End);
            }
            '<' | '>' => {
                tokens.push(Token::Redirection);
                if text.take_while(|character| matches!(character, '<' | '>' | '&' | '|')) == "<<" {
                    // What follows is no command but a document, up to a line that only a shell can tell.
                    break;
                }
                text.take_while(|character| matches!(character, ' ' | '\t'));
                word_of(&mut text);
            }
            _ => {
                let word = word_of(&mut text);
                let is_descriptor =
                    || word.as_ref().is_some_and(|word| word.text.bytes().all(|byte| byte.is_ascii_digit()));
                if !(matches!(text.peek(), Some('<' | '>')) && is_descriptor()) {
                    tokens.extend(word.map(Token::Word));
                }
            }
        }
    }
    tokens
}

/// A word; none where there were line continuations alone.
fn word_of(text: &mut Text<'_>) -> Option<Word> {
    let mut word = Word::default();
    let mut is_one = false;
    let mut depth = 0_usize;
    while let Some(next) = text.peek() {
        if matches!(next, ' ' | '\t' | '\n' | ';' | '&' | '|' | '(' | ')' | '<' | '>') {
            break;
        }
        text.next();
        if next == '\\' && text.take("\n") {
            continue;
        }
        match next {
            // At the end of the text the next line is missing.
            '\\' => word.text.extend(text.next()),
            '\'' => single_quoted(text, &mut word),
            '"' => double_quoted(text, &mut word),
            '$' => dollar(text, &mut word, true),
            '`' => substitution(text, &mut word),
            _ => {
                // Braces are only replaced where there is a comma within.
                depth = match next {
                    '{' => depth + 1,
                    '}' => depth.saturating_sub(1),
                    _ => depth,
                };
                if matches!(next, '*' | '?' | '[') || next == ',' && depth > 0 || next == '~' && !is_one {
                    word.doubt("wildcard");
                }
                word.text.push(next);
            }
        }
        is_one = true;
    }
    is_one.then_some(word)
}

fn single_quoted(text: &mut Text<'_>, word: &mut Word) {
    word.text.push_str(text.take_while(|character| character != '\''));
    if text.next().is_none() {
        word.doubt("open_quotes");
    }
}

fn double_quoted(text: &mut Text<'_>, word: &mut Word) {
    loop {
        match text.next() {
            None => return word.doubt("open_quotes"),
            Some('"') => return,
            Some('$') => dollar(text, word, false),
            Some('`') => substitution(text, word),
            Some('\\') => match text.peek() {
                Some(escaped @ ('$' | '`' | '"' | '\\')) => {
                    text.next();
                    word.text.push(escaped);
                }
                Some('\n') => {
                    text.next();
                }
                _ => word.text.push('\\'),
            },
            Some(other) => word.text.push(other),
        }
    }
}

fn substitution(text: &mut Text<'_>, word: &mut Word) {
    text.skip_past('`');
    word.doubt("substitution");
}

/// What a dollar sign begins, after it. The text of a variable stays, so that it can be told what it was.
fn dollar(text: &mut Text<'_>, word: &mut Word, is_bare: bool) {
    while text.take("\\\n") {}
    match text.peek() {
        Some('\'') if is_bare => {
            text.next();
            escaped_quoted(text, word);
        }
        Some('"') if is_bare => {
            text.next();
            double_quoted(text, word);
        }
        Some('(') => {
            text.next();
            skip_posix(text);
            word.doubt("substitution");
        }
        Some('{') => {
            text.skip_past('}');
            word.doubt("variable");
        }
        Some(special @ ('@' | '*' | '#' | '?' | '-' | '$' | '!')) => {
            text.next();
            word.text.extend(['$', special]);
            word.doubt("variable");
        }
        Some(name) if name.is_ascii_alphanumeric() || name == '_' => {
            word.text.push('$');
            word.text.push_str(text.take_while(|character| character.is_ascii_alphanumeric() || character == '_'));
            word.doubt("variable");
        }
        _ => word.text.push('$'),
    }
}

/// What stands in `$'…'`. A character that is no character of Unicode is in doubt.
fn escaped_quoted(text: &mut Text<'_>, word: &mut Word) {
    loop {
        let next = match text.next() {
            None => return word.doubt("open_quotes"),
            Some('\'') => return,
            Some('\\') => text.next(),
            Some(other) => {
                word.text.push(other);
                continue;
            }
        };
        let number = |value: Option<u32>, limit: u32| value.filter(|value| *value < limit).and_then(char::from_u32);
        let character = match next {
            Some('a') => Some('\u{7}'),
            Some('b') => Some('\u{8}'),
            Some('e' | 'E') => Some('\u{1b}'),
            Some('f') => Some('\u{c}'),
            Some('n') => Some('\n'),
            Some('r') => Some('\r'),
            Some('t') => Some('\t'),
            Some('v') => Some('\u{b}'),
            // These are bytes: beyond ASCII they are parts of a character.
            Some('x') => number(text.digits(16, 2), 0x80),
            Some(digit @ '0'..='7') => {
                let mut value = digit.to_digit(8).unwrap_or(0);
                for _ in 0..2 {
                    value = text.digits(8, 1).map_or(value, |next| value * 8 + next);
                }
                number(Some(value), 0x80)
            }
            Some('u') => number(text.digits(16, 4), u32::MAX),
            Some('U') => number(text.digits(16, 8), u32::MAX),
            Some(itself @ ('\\' | '\'' | '"' | '?')) => Some(itself),
            _ => None,
        };
        match character {
            Some(character) if character != '\0' => word.text.push(character),
            _ => word.doubt("escape"),
        }
    }
}
