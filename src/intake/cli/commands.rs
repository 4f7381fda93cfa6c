//! What stands in a text, command by command.

use std::mem::take;
use std::rc::Rc;

use super::environment::{Environment, is, variable};
use crate::shell::{Shell, Token, Word};

pub(super) struct Commands {
    pub(super) commands: Vec<Command>,
    pub(super) has_redirections: bool,
}

/// A command with the Region that variables tell it.
pub(super) struct Command {
    pub(super) region: Option<Rc<Word>>,
    words: Vec<Word>,
}

impl Commands {
    pub(super) fn of(shell: Shell, text: &str) -> Self {
        let mut found = Self { commands: Vec::new(), has_redirections: false };
        let mut words = Vec::new();
        let mut environment = Environment::default();
        for token in shell.read(text).into_iter().chain([Token::End]) {
            match token {
                Token::Word(word) => words.push(word),
                Token::Redirection => found.has_redirections = true,
                Token::End => found.commands.extend(Command::of(take(&mut words), &mut environment)),
            }
        }
        found
    }
}

impl Command {
    /// Leaves out the prompt and what only says how the command is run. What sets variables is none.
    fn of(words: Vec<Word>, environment: &mut Environment) -> Option<Self> {
        if environment.take_powershell(&words) {
            return None;
        }
        let mut own = environment.clone();
        let mut assigned = Vec::new();
        let mut is_run_by_another = false;
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            match word.text.as_str() {
                "$" | "%" => {}
                "export" => {
                    words.for_each(|word| environment.export(&word));
                    return None;
                }
                "unset" => {
                    words.for_each(|word| environment.unset(&word.text));
                    return None;
                }
                set if is(set, "set") => {
                    for Word { text, doubt } in words {
                        if let Some((name, value)) = variable(&text) {
                            environment.set_in_windows(name, Word { text: value.to_owned(), doubt });
                        }
                    }
                    return None;
                }
                "sudo" | "env" | "time" | "command" | "exec" | "nohup" => is_run_by_another = true,
                // A user for one of them, and for another a variable that is not handed on.
                "-u" | "-g" if is_run_by_another => {
                    if let Some(name) = words.next() {
                        own.unset(&name.text);
                    }
                }
                text if is_run_by_another && text.starts_with('-') => {}
                text if variable(text).is_some() => assigned.push(word),
                _ => {
                    assigned.iter().for_each(|variable| own.assign(variable, true));
                    // It says how the next command is to be read.
                    let is_command = word.text != "$PSNativeCommandArgumentPassing";
                    let words = [word].into_iter().chain(words).collect();
                    return is_command.then_some(Self { region: own.region(), words });
                }
            }
        }
        assigned.iter().for_each(|variable| environment.assign(variable, false));
        None
    }

    /// The arguments of the AWS CLI.
    pub(super) fn arguments(&self) -> Option<&[Word]> {
        let (first, rest) = self.words.split_first()?;
        let name = first.text.rsplit(['/', '\\']).next().unwrap_or_default();
        matches!(name, "aws" | "aws.exe" | "aws.cmd").then_some(rest)
    }
}
