//! Words as PowerShell has them.
//!
//! Source: <https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_parsing>

use super::substitution::skip_powershell;
use super::text::Text;
use super::{Token, Word, cmd};

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

pub(super) fn read(text: &str) -> Vec<Token> {
    let mut text = Text::new(text);
    let mut tokens = Vec::new();
    while let Some(next) = text.peek() {
        match next {
            blank if blank.is_whitespace() && blank != '\n' => {
                text.next();
            }
            '#' => text.skip_line(),
            '\n' | ';' | '&' | '|' | '(' | ')' | '{' | '}' => {
                text.next();
                tokens.push(Token::End);
            }
            '<' | '>' => {
                tokens.push(Token::Redirection);
                text.take_while(|character| matches!(character, '<' | '>' | '&' | ' ' | '\t'));
                word_of(&mut text);
            }
            _ => tokens.extend(word_of(&mut text).map(Token::Word)),
        }
    }
    tokens
}

fn word_of(text: &mut Text<'_>) -> Option<Word> {
    let mut word = Word::default();
    let mut is_one = false;
    while let Some(next) = text.peek() {
        if next.is_whitespace() || matches!(next, ';' | '&' | '|' | '(' | ')' | '<' | '>') {
            break;
        }
        text.next();
        match next {
            '`' if text.take("\n") => continue,
            '`' => escape(text, &mut word),
            '$' => dollar(text, &mut word),
            '@' if !is_one && text.peek().is_some_and(is_quote) => here_string(text, &mut word),
            quote if is_single(quote) => single_quoted(text, &mut word),
            quote if is_double(quote) => double_quoted(text, &mut word),
            _ => {
                // A comma beside a blank makes a list of more than the word, and `@` spreads one out.
                let is_at_end = !is_one || text.peek().is_none_or(char::is_whitespace);
                if next == ',' && is_at_end || next == '@' && !is_one {
                    word.doubt("wildcard");
                }
                word.text.push(next);
            }
        }
        is_one = true;
    }
    word.text = without_backslashes(word.text);
    is_one.then_some(word)
}

pub(super) fn is_single(character: char) -> bool {
    matches!(character, '\'' | '\u{2018}'..='\u{201B}')
}

pub(super) fn is_double(character: char) -> bool {
    matches!(character, '"' | '\u{201C}'..='\u{201E}')
}

fn is_quote(character: char) -> bool {
    is_single(character) || is_double(character)
}

/// Two quotes stand for one.
fn single_quoted(text: &mut Text<'_>, word: &mut Word) {
    loop {
        word.text.push_str(text.take_while(|character| !is_single(character)));
        let Some(quote) = text.next() else { return word.doubt("open_quotes") };
        if !text.peek().is_some_and(is_single) {
            return;
        }
        text.next();
        word.text.push(quote);
    }
}

fn double_quoted(text: &mut Text<'_>, word: &mut Word) {
    loop {
        match text.next() {
            None => return word.doubt("open_quotes"),
            Some(quote) if is_double(quote) => {
                if !text.peek().is_some_and(is_double) {
                    return;
                }
                text.next();
                word.text.push(quote);
            }
            Some('`') if text.take("\n") => {}
            Some('`') => escape(text, word),
            Some('$') => dollar(text, word),
            Some(other) => word.text.push(other),
        }
    }
}

/// What stands between `@'` and a line that begins with `'@`, or the same with double quotes.
fn here_string(text: &mut Text<'_>, word: &mut Word) {
    let quote = text.next().unwrap_or_default().to_string();
    text.take_while(|character| character != '\n');
    text.next();
    let mut lines = Vec::new();
    while text.peek().is_some() {
        if text.take(&quote) {
            if text.take("@") {
                word.text.push_str(&lines.join("\n"));
                return;
            }
            let rest = text.take_while(|character| character != '\n');
            lines.push(format!("{quote}{rest}"));
        } else {
            lines.push(text.take_while(|character| character != '\n').to_owned());
        }
        // In double quotes there can be variables.
        if quote.chars().any(is_double) && lines.last().is_some_and(|line| line.contains(['$', '`'])) {
            word.doubt("variable");
        }
        text.next();
    }
    word.doubt("open_quotes");
}

fn escape(text: &mut Text<'_>, word: &mut Word) {
    let character = match text.next() {
        Some('0') => '\0',
        Some('a') => '\u{7}',
        Some('b') => '\u{8}',
        Some('f') => '\u{c}',
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some('v') => '\u{b}',
        // Some versions have more of them.
        Some('e' | 'u') => return word.doubt("escape"),
        Some(itself) => itself,
        None => return,
    };
    word.text.push(character);
}

/// What a dollar sign begins, after it. The name of a variable stays, so that it can be told which it was.
fn dollar(text: &mut Text<'_>, word: &mut Word) {
    match text.peek() {
        Some('(') => {
            text.next();
            skip_powershell(text);
            word.doubt("substitution");
        }
        Some('{') => {
            text.skip_past('}');
            word.doubt("variable");
        }
        Some(name) if name.is_alphanumeric() || matches!(name, '_' | '?' | '^' | '$') => {
            word.text.push('$');
            word.text
                .push_str(text.take_while(|character| character.is_alphanumeric() || matches!(character, '_' | ':')));
            word.doubt("variable");
        }
        _ => word.text.push('$'),
    }
}

/// A word whose quotes all stand behind backslashes is meant for a version that hands it on as it is: the program then
/// takes them away. One with other quotes would lose those there, and so is meant for the later versions.
fn without_backslashes(word: String) -> String {
    let is_escaped = |at: usize| word.get(..at).is_some_and(|before| before.ends_with('\\'));
    let mut quotes = word.match_indices('"').peekable();
    if quotes.peek().is_none() || !quotes.all(|(at, _)| is_escaped(at)) {
        return word;
    }
    let mut program = Text::new(&word);
    let mut argument = String::new();
    cmd::argument(&mut program, &mut argument, |_| false);
    argument
}
