//! Words as the command prompt of Windows has them, and programs that divide their command lines as C does there.
//!
//! Source: <https://learn.microsoft.com/en-us/cpp/c-language/parsing-c-command-line-arguments>

use super::text::Text;
use super::{Token, Word};

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

pub(super) fn read(text: &str) -> Vec<Token> {
    let mut text = Text::new(text);
    let mut tokens = Vec::new();
    let mut line = String::new();
    let mut is_quoted = false;
    while let Some(next) = text.next() {
        match next {
            '"' => {
                is_quoted = !is_quoted;
                line.push(next);
            }
            '\n' => {
                is_quoted = false;
                end(&mut line, &mut tokens);
            }
            _ if is_quoted => line.push(next),
            '^' if text.take("\n") => {}
            '^' => line.extend(text.next()),
            '&' | '|' => end(&mut line, &mut tokens),
            '<' | '>' => {
                tokens.push(Token::Redirection);
                text.take_while(|character| matches!(character, '<' | '>' | '&' | ' '));
                text.take_while(|character| !matches!(character, ' ' | '\n' | '&' | '|'));
            }
            _ => line.push(next),
        }
    }
    end(&mut line, &mut tokens);
    tokens
}

/// The end of a command. What stands between two percent signs is a variable.
fn end(line: &mut String, tokens: &mut Vec<Token>) {
    let has_variables = line.matches('%').count() > 1;
    for text in arguments(line) {
        let doubt = (has_variables && text.contains('%')).then_some("variable");
        tokens.push(Token::Word(Word { text, doubt }));
    }
    tokens.push(Token::End);
    line.clear();
}

/// A command line as programs divide it.
fn arguments(line: &str) -> Vec<String> {
    let mut line = Text::new(line);
    let mut arguments = Vec::new();
    loop {
        line.take_while(is_blank);
        if line.peek().is_none() {
            return arguments;
        }
        let mut argument_text = String::new();
        argument(&mut line, &mut argument_text, is_blank);
        arguments.push(argument_text);
    }
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t')
}

/// Reads an argument, up to what ends it outside quotes. A backslash means something only before a quote.
pub(super) fn argument(line: &mut Text<'_>, argument: &mut String, ends: impl Fn(char) -> bool) {
    let mut is_quoted = false;
    while let Some(next) = line.peek().filter(|next| is_quoted || !ends(*next)) {
        let backslashes = line.take_while(|character| character == '\\').len();
        let is_before_quote = line.peek() == Some('"');
        let kept = if is_before_quote { backslashes / 2 } else { backslashes };
        argument.extend(std::iter::repeat_n('\\', kept));
        if is_before_quote && backslashes % 2 == 1 {
            argument.extend(line.next());
        } else if backslashes == 0 {
            line.next();
            match next {
                '"' if is_quoted && line.take("\"") => argument.push('"'),
                '"' => is_quoted = !is_quoted,
                other => argument.push(other),
            }
        }
    }
}
