//! The shells in which a command is written: how each is told an argument, and how it reads one.

mod cmd;
mod posix;
mod powershell;
mod substitution;
mod text;

use serde::{Deserialize, Serialize};

use crate::request::data::{Data, Entry};
use crate::request::literal::is_unseen;

pub(crate) use posix::{of_file, with_file};

/// What a shell makes of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// An argument, or a part of a command's beginning.
    Word(Word),
    /// A command ends.
    End,
    /// Where output goes or input comes from.
    Redirection,
}

/// A word of a command.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) text: String,
    /// Why the shell would make something else of it, by the name of a phrase.
    pub(crate) doubt: Option<&'static str>,
}

impl Word {
    /// The first doubt counts.
    fn doubt(&mut self, doubt: &'static str) {
        self.doubt.get_or_insert(doubt);
    }
}

/// A shell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Shell {
    /// Every shell that reads words as POSIX has it: `sh`, `bash`, `zsh`, `dash`.
    #[default]
    Posix,
    /// PowerShell, of Windows and of its own.
    PowerShell,
    /// The command prompt of Windows.
    Cmd,
}

impl Shell {
    /// Whether a text arrives as it is when it is an argument. What does not can be written as JSON.
    pub(crate) fn carries(self, text: &str) -> bool {
        match self {
            Self::Posix => posix::carries(text),
            // Before version 7.3 an empty argument is dropped.
            Self::PowerShell => !text.is_empty() && text.bytes().all(is_harmless),
            Self::Cmd => text.bytes().all(is_harmless),
        }
    }

    /// The command with these arguments, the first of which is the program. Each is carried, or JSON by this shell.
    pub(crate) fn command(self, argv: &[String]) -> String {
        match self {
            Self::Posix => posix::command(argv),
            Self::PowerShell => powershell::command(argv),
            Self::Cmd => cmd::command(argv),
        }
    }

    /// What the shell makes of a text, as far as that can be told without running it.
    pub(crate) fn read(self, text: &str) -> Vec<Token> {
        match self {
            Self::Posix => posix::read(text),
            Self::PowerShell => powershell::read(text),
            Self::Cmd => cmd::read(text),
        }
    }

    /// Data as JSON text that arrives as it is when it is an argument.
    pub(crate) fn json(self, data: &Data<'_>) -> String {
        let mut json = String::new();
        self.write_json(data, &mut json);
        json
    }

    fn write_json(self, data: &Data<'_>, json: &mut String) {
        match data {
            Data::Text(text) => self.write_string(text, json),
            Data::List(items) => {
                let write = |item: &Data<'_>, json: &mut String| self.write_json(item, json);
                between(['[', ']'], items, write, json);
            }
            Data::Object(entries) => {
                let write = |(name, value): &Entry<'_>, json: &mut String| {
                    self.write_string(name, json);
                    json.push(':');
                    self.write_json(value, json);
                };
                between(['{', '}'], entries, write, json);
            }
            Data::Null | Data::Boolean(_) | Data::Number(_) => json.push_str(&data.to_json()),
        }
    }

    fn write_string(self, text: &str, json: &mut String) {
        json.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' if self == Self::Posix => json.extend(['\\', character]),
                '\n' if self == Self::Posix => json.push_str("\\n"),
                plain if self.stands_in_json(plain) => json.push(plain),
                other => {
                    let mut units = [0; 2];
                    json.extend(other.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
                }
            }
        }
        json.push('"');
    }

    /// On Windows no character of a string shall mean anything to whoever reads it on its way: then it does not matter
    /// who takes which part for quoted, and the only quotes are those of JSON itself.
    fn stands_in_json(self, character: char) -> bool {
        match self {
            Self::Posix => !is_unseen(character),
            Self::PowerShell | Self::Cmd => u8::try_from(character).is_ok_and(|byte| is_harmless(byte) && byte != b' '),
        }
    }
}

/// Data as JSON text in which every character is one of ASCII, for a file that is read by nobody knows which encoding.
pub(crate) fn ascii_json(data: &Data<'_>) -> String {
    Shell::Cmd.json(data)
}

/// Whether a character means nothing to PowerShell in quotes, to the command prompt in quotes or without, nor to what
/// divides a command line into arguments there.
fn is_harmless(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b" -_./:=@+,{}[]".contains(&byte)
}

fn between<T>([open, close]: [char; 2], items: &[T], write: impl Fn(&T, &mut String), json: &mut String) {
    json.push(open);
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        write(item, json);
    }
    json.push(close);
}
