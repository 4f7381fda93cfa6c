//! A command of the AWS CLI, as it stands in a runbook or in somebody's history. Nothing of it is run: what only a shell
//! can know is told.

mod options;
mod shorthand;
mod value;

use serde::Deserialize;
use serde_json::{Map, Value};

use self::options::Reader;
use super::{another, issue};
use crate::context::Context;
use crate::context::read::problem;
use crate::identifiers::region;
use crate::operations::OPERATIONS;
use crate::report::{Code, Issue, Path, Report, Severity, shortened};
use crate::shape::Operation;
use crate::shell::{Shell, Token, Word, of_file};

/// How a command is read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[non_exhaustive]
pub struct FromCliOptions {
    /// The shell that the command is for; without one it is told by the text.
    pub shell: Option<Shell>,
}

impl FromCliOptions {
    /// Reads options from JSON. One that is not as it should be is left out and told.
    pub fn read(options: Map<String, Value>) -> (Self, Vec<Issue>) {
        let mut read = Self::default();
        let mut issues = Vec::new();
        for (option, value) in options.into_iter().filter(|(_, value)| !value.is_null()) {
            match (option.as_str(), Shell::deserialize(value)) {
                ("shell", Ok(shell)) => read.shell = Some(shell),
                ("shell", Err(_)) => issues.push(problem("shell", "option_shell")),
                _ => issues.push(problem(&option, "option_unknown")),
            }
        }
        (read, issues)
    }
}

/// A request that was read from a command.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct CliIntake {
    /// The operation that the command calls, if it is one of ours.
    pub operation: Option<&'static Operation>,
    /// The input, as far as it could be read; it is not judged yet.
    pub input: Value,
    /// What the command tells beside it: the Region of the call.
    pub context: Context,
    /// What could not be read, and what was left out.
    pub issues: Vec<Issue>,
}

impl CliIntake {
    /// Whether everything was read that is about the request.
    pub fn is_ok(&self) -> bool {
        self.operation.is_some() && !self.issues.iter().any(|issue| issue.severity == Severity::Error)
    }
}

/// Reads the input of a request from a command of the AWS CLI.
///
/// ```
/// use xregion::{FromCliOptions, from_cli, validate};
///
/// let key = "mrk-1234abcd12ab34cd56ef1234567890ab";
/// let text = format!("$ aws kms replicate-key --key-id {key} --replica-region us-east-1 \\\n --description $TEXT --region us-east-1");
/// let intake = from_cli(&text, &FromCliOptions::default());
/// assert_eq!(intake.input, serde_json::json!({ "KeyId": key, "ReplicaRegion": "us-east-1" }));
/// assert_eq!(intake.issues[0].message(), "--description was not read: it holds a variable, whose value is not known here.");
/// let report = validate(intake.operation.unwrap(), &intake.input, &intake.context);
/// assert_eq!(report.issues()[0].code.as_str(), "same_region");
/// ```
pub fn from_cli(text: &str, options: &FromCliOptions) -> CliIntake {
    read(text, true, options, None)
}

/// The same for an operation that the command is to call, and for a text that may have lost halves of surrogate pairs.
pub(crate) fn read(
    text: &str,
    is_well_formed: bool,
    options: &FromCliOptions,
    expected: Option<&'static Operation>,
) -> CliIntake {
    let text = text.replace("\r\n", "\n");
    let text = without_prompt(text.trim_start());
    let (text, json) = of_file(text).map_or((text, None), |(command, json)| (command, Some(json)));
    let shell = options.shell.unwrap_or_else(|| likely_shell(text));
    let mut intake = commands(shell, text).intake(json);
    if !is_well_formed {
        intake.issues.push(issue(Code::NotRead, Path::default(), "The text", "half_surrogate"));
    }
    intake.issues.extend(another(intake.operation.map(|operation| operation.name), expected));
    intake.issues = Report::default().and(intake.issues).into_issues();
    intake
}

/// The text after the prompt of a shell that shows where it is.
fn without_prompt(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default();
    let end = match line.as_bytes() {
        [b'P', b'S', b' ', ..] => line.find("> "),
        [drive, b':', b'\\', ..] if drive.is_ascii_alphabetic() => line.find('>'),
        _ => None,
    };
    end.and_then(|end| text.get(end + 1..)).unwrap_or(text).trim_start()
}

/// What ends a line that goes on tells the shell, and so does what only PowerShell understands.
fn likely_shell(text: &str) -> Shell {
    if text.starts_with("& {") || text.contains(" `\n") {
        Shell::PowerShell
    } else if text.contains("^\n") {
        Shell::Cmd
    } else {
        Shell::Posix
    }
}

/// What stands in a text, command by command.
struct Commands {
    commands: Vec<Command>,
    has_redirections: bool,
}

/// A command with the variables that are set for it.
struct Command {
    variables: Vec<(String, Word)>,
    words: Vec<Word>,
}

fn commands(shell: Shell, text: &str) -> Commands {
    let mut found = Commands { commands: Vec::new(), has_redirections: false };
    let mut words = Vec::new();
    let mut exported = Vec::new();
    for token in shell.read(text).into_iter().chain([Token::End]) {
        match token {
            Token::Word(word) => words.push(word),
            Token::Redirection => found.has_redirections = true,
            Token::End => {
                let (mut command, is_export) = Command::of(std::mem::take(&mut words));
                match command.words.first() {
                    None if is_export => exported.append(&mut command.variables),
                    None if command.variables.is_empty() => {}
                    // It says how the next one is to be read.
                    Some(first) if first.text == "$PSNativeCommandArgumentPassing" => {}
                    _ => {
                        command.variables.splice(0..0, exported.iter().cloned());
                        found.commands.push(command);
                    }
                }
            }
        }
    }
    found
}

impl Command {
    /// Leaves out the prompt and what only says how the command is run. Whether variables are set for later commands, too.
    fn of(words: Vec<Word>) -> (Self, bool) {
        let mut words = words.into_iter().peekable();
        let mut variables = Vec::new();
        let mut is_export = false;
        let mut is_wrapped = false;
        while let Some(word) = words.next_if(|word| {
            let is_wrapper =
                matches!(word.text.as_str(), "$" | "%" | "sudo" | "env" | "time" | "command" | "exec" | "nohup");
            is_wrapper
                || matches!(word.text.as_str(), "export" | "set")
                || variable(&word.text).is_some()
                || is_wrapped && word.text.starts_with('-')
        }) {
            match variable(&word.text) {
                Some((name, value)) => {
                    variables.push((name.to_owned(), Word { text: value.to_owned(), doubt: word.doubt }));
                }
                None if matches!(word.text.as_str(), "-u" | "-g") => {
                    words.next();
                }
                None => {
                    is_export |= matches!(word.text.as_str(), "export" | "set");
                    is_wrapped = true;
                }
            }
        }
        (Self { variables, words: words.collect() }, is_export)
    }

    /// The arguments of the AWS CLI.
    fn arguments(&self) -> Option<&[Word]> {
        let (first, rest) = self.words.split_first()?;
        let name = first.text.rsplit(['/', '\\']).next().unwrap_or_default();
        matches!(name, "aws" | "aws.exe" | "aws.cmd").then_some(rest)
    }

    fn variable(&self, wanted: &str) -> Option<&Word> {
        self.variables.iter().rev().find(|(name, _)| name == wanted).map(|(_, value)| value)
    }
}

/// A variable that is set before a command.
fn variable(text: &str) -> Option<(&str, &str)> {
    let (name, value) = text.split_once('=')?;
    let is_name = !name.is_empty()
        && !name.starts_with(|first: char| first.is_ascii_digit())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    is_name.then_some((name, value))
}

impl Commands {
    fn intake(self, json: Option<&str>) -> CliIntake {
        let mut issues = Vec::new();
        if self.has_redirections {
            issues.push(issue(Code::LeftOut, Path::default(), ">", "redirection"));
        }
        let of_aws =
            self.commands.iter().enumerate().filter_map(|(at, command)| Some((at, command, command.arguments()?)));
        let mut read: Vec<(usize, &Command, Reader)> =
            of_aws.map(|(at, command, arguments)| (at, command, Reader::of(arguments, json))).collect();
        let chosen = read.iter().position(|(_, _, reader)| reader.operation.is_some()).unwrap_or(0);
        if chosen >= read.len() {
            issues.push(issue(Code::NotRead, Path::default(), "The text", "no_command"));
            return CliIntake {
                operation: None,
                input: Value::Object(Map::new()),
                context: Context::default(),
                issues,
            };
        }
        let (at, command, reader) = read.swap_remove(chosen);
        for (_, command) in self.commands.iter().enumerate().filter(|(other, _)| *other != at) {
            let name = command.words.first().map_or("=", |word| word.text.as_str());
            issues.push(issue(Code::LeftOut, Path::default(), &shortened(name), "another_command"));
        }
        issues.extend(reader.issues);
        let set = ["AWS_REGION", "AWS_DEFAULT_REGION"].into_iter().find_map(|name| command.variable(name));
        let (context, told) = context(reader.region.as_ref().or(set));
        issues.extend(told);
        CliIntake { operation: reader.operation, input: Value::Object(reader.input), context, issues }
    }
}

/// The Region of the call.
fn context(told: Option<&Word>) -> (Context, Option<Issue>) {
    match told {
        Some(Word { doubt: Some(doubt), .. }) => {
            (Context::default(), Some(issue(Code::LeftOut, Path::default(), "--region", doubt)))
        }
        Some(Word { text, .. }) if region::is_code(text) => {
            (Context { region: Some(text.clone()), ..Context::default() }, None)
        }
        Some(_) => (Context::default(), Some(problem("region", "option_region"))),
        None => (Context::default(), None),
    }
}

/// An operation by its names in the AWS CLI.
fn operation(service: &str, name: &str) -> Option<&'static Operation> {
    let is_it = |operation: &&Operation| operation.service.client_name == service && operation.lower_name('-') == name;
    OPERATIONS.iter().copied().find(|operation| is_it(operation))
}
