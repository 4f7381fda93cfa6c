//! The AWS CLI's short notation, read as the CLI reads it.
//!
//! Source: <https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html>

use serde_json::{Map, Value};

/// No request is nearly as deep.
const DEEPEST: usize = 16;

/// The object that a text says; none where it is not in the notation.
pub(super) fn read(text: &str) -> Option<Value> {
    let mut parser = Parser { text, at: 0, may_be_address: false, holds_address: false };
    let mut entries = Map::new();
    loop {
        let key = parser.key()?;
        let value = parser.values()?;
        // The CLI refuses a key that stands twice.
        if entries.insert(key, value).is_some() {
            return None;
        }
        if parser.peek().is_none() {
            return (!parser.holds_address).then_some(Value::Object(entries));
        }
        parser.expect(',')?;
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    /// Whether the last key stood before `@=`: its values are in files where they are the addresses of some.
    may_be_address: bool,
    holds_address: bool,
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Takes the characters that are such.
    fn take_while(&mut self, is_such: impl Fn(char) -> bool) -> &str {
        let from = self.at;
        self.at += self.rest().find(|character| !is_such(character)).unwrap_or(self.rest().len());
        self.text.get(from..self.at).unwrap_or_default()
    }

    fn skip_blanks(&mut self) {
        self.take_while(is_blank);
    }

    /// A character, with blanks around it.
    fn expect(&mut self, wanted: char) -> Option<()> {
        self.skip_blanks();
        self.at += self.peek().filter(|found| *found == wanted)?.len_utf8();
        self.skip_blanks();
        Some(())
    }

    /// A key with its equals sign, or with `@=`. It may be empty.
    fn key(&mut self) -> Option<String> {
        let is_of_key = |character: char| character.is_ascii_alphanumeric() || "-_.#/:".contains(character);
        let key = self.take_while(is_of_key).to_owned();
        self.may_be_address = self.expect('@').is_some();
        self.expect('=')?;
        Some(key)
    }

    /// What stands behind a key: a value, several with commas between them, a list or an object.
    fn values(&mut self) -> Option<Value> {
        if let Some('[' | '{') = self.peek() {
            return self.explicit(0);
        }
        let first = self.value()?;
        let mut values = vec![Value::String(first)];
        self.skip_blanks();
        while self.peek() == Some(',') {
            self.expect(',')?;
            let next = self.another_value();
            self.skip_blanks();
            match (next, self.peek()) {
                (Some(next), None | Some(',')) => values.push(Value::String(next)),
                (_, None) => return None,
                // The second of two commas ends this value.
                (None, Some(',')) => break,
                // A word before an equals sign is the next key, and the comma before it ends this value.
                _ => {
                    self.at = self.text.get(..self.at)?.rfind(',')?;
                    break;
                }
            }
        }
        if values.len() == 1 { values.pop() } else { Some(Value::Array(values)) }
    }

    /// A list or an object in its brackets, or a value within some.
    fn explicit(&mut self, depth: usize) -> Option<Value> {
        match self.peek() {
            Some('[' | '{') if depth == DEEPEST => None,
            Some('[') => {
                self.expect('[')?;
                let mut items = Vec::new();
                while self.peek()? != ']' {
                    items.push(self.explicit(depth + 1)?);
                    self.end_of_item(']')?;
                }
                self.at += 1;
                Some(Value::Array(items))
            }
            Some('{') => {
                self.expect('{')?;
                let mut entries = Map::new();
                while self.peek()? != '}' {
                    let key = self.key()?;
                    let value = self.explicit(depth + 1)?;
                    self.end_of_item('}')?;
                    entries.insert(key, value);
                }
                self.at += 1;
                Some(Value::Object(entries))
            }
            _ => self.value().map(Value::String),
        }
    }

    fn end_of_item(&mut self, close: char) -> Option<()> {
        self.skip_blanks();
        if self.peek()? != close { self.expect(',') } else { Some(()) }
    }

    fn value(&mut self) -> Option<String> {
        match self.peek() {
            Some(quote @ ('\'' | '"')) => self.quoted(quote),
            Some(first) if begins_value(first) || self.rest().starts_with("\\,") => {
                Some(self.word(|next| !matches!(next, '"' | '\'' | ',' | ']' | '}')))
            }
            _ => Some(String::new()),
        }
    }

    /// A value after a comma holds no equals sign.
    fn another_value(&mut self) -> Option<String> {
        match self.peek() {
            Some(quote @ ('\'' | '"')) => self.quoted(quote),
            Some(first) if begins_value(first) || self.rest().starts_with("\\,") => {
                Some(self.word(|next| !matches!(next, '"' | '\'' | ',' | '=')))
            }
            _ => None,
        }
    }

    /// Characters, with commas behind backslashes among them. The first may be one that the others are not.
    fn word(&mut self, goes_on: impl Fn(char) -> bool) -> String {
        let mut word = String::new();
        while let Some(next) = self.peek() {
            if self.rest().starts_with("\\,") {
                word.push(',');
                self.at += 2;
            } else if (word.is_empty() || goes_on(next)) && is_in_first_plane(next) && !is_unprintable(next) {
                word.push(next);
                self.at += next.len_utf8();
            } else {
                break;
            }
        }
        let is_blank = |character: char| character.is_whitespace() || matches!(character, '\u{1c}'..='\u{1f}');
        word.truncate(word.trim_end_matches(is_blank).len());
        self.note_address(&word);
        word
    }

    /// What stands between quotes, in which backslashes make a quote or a backslash. Where no other quote follows, the
    /// last one ends the value, backslash or not.
    fn quoted(&mut self, quote: char) -> Option<String> {
        let from = self.at + 1;
        let inside = self.text.get(from..)?;
        let is_plain = |at: &usize| !inside.get(..*at).is_some_and(|before| before.ends_with('\\'));
        let mut quotes = inside.match_indices(quote).map(|(at, _)| at);
        let end = quotes.clone().find(is_plain).or_else(|| quotes.next_back())?;
        self.at = from + end + 1;
        let value = inside.get(..end)?;
        let value = value.replace(&format!("\\{quote}"), &quote.to_string()).replace("\\\\", "\\");
        self.note_address(&value);
        Some(value)
    }

    fn note_address(&mut self, value: &str) {
        let is_address = ["file://", "fileb://"].iter().any(|address| value.starts_with(address));
        self.holds_address |= self.may_be_address && is_address;
    }
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')
}

/// A control character that is no blank for the CLI's patterns.
fn is_unprintable(character: char) -> bool {
    character < ' ' && !matches!(character, '\t'..='\r' | '\u{1c}'..='\u{1f}')
}

/// The CLI's patterns end there.
fn is_in_first_plane(character: char) -> bool {
    character <= '\u{ffff}'
}

fn begins_value(character: char) -> bool {
    is_in_first_plane(character) && character > ' ' && !matches!(character, '"' | '\'' | ',' | '=' | '[' | '{')
}
