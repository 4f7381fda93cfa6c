//! A command of the AWS CLI, as it stands in a runbook or in somebody's history. Nothing of it is run: what only a shell
//! can know is told.

mod options;
mod prompt;
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
use crate::report::{Code, Issue, Path, Report, Severity};
use crate::shape::Operation;
use crate::shell::{Shell, Token, Word, of_file};

/// How a command is read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[non_exhaustive]
pub struct FromCliOptions {
    /// The shell that the command is for; without one the prompt tells it, or what no other shell understands.
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
    let (text, prompted) = prompt::without(text.trim_start());
    let (text, json) = of_file(&text).map_or((&*text, None), |(command, json)| (command, Some(json)));
    let shell = options.shell.or(prompted).unwrap_or_else(|| prompt::likely_shell(text));
    let mut intake = commands(shell, text).intake(json);
    if !is_well_formed {
        intake.issues.push(issue(Code::NotRead, Path::default(), "whole_text", "half_surrogate"));
    }
    intake.issues.extend(another(intake.operation.map(|operation| operation.name), expected));
    intake.issues = Report::default().and(intake.issues).into_issues();
    intake
}

/// What stands in a text, command by command.
struct Commands {
    commands: Vec<Command>,
    has_redirections: bool,
}

/// A command with the variables that are set for it.
struct Command {
    variables: Variables,
    words: Vec<Word>,
}

/// The variables that tell the Region, the first of which goes before the second.
const REGION: [&str; 2] = ["AWS_REGION", "AWS_DEFAULT_REGION"];
type Variables = [Option<Word>; REGION.len()];

fn commands(shell: Shell, text: &str) -> Commands {
    let mut found = Commands { commands: Vec::new(), has_redirections: false };
    let mut words = Vec::new();
    let mut exported = Variables::default();
    for token in shell.read(text).into_iter().chain([Token::End]) {
        match token {
            Token::Word(word) => words.push(word),
            Token::Redirection => found.has_redirections = true,
            Token::End => match Statement::of(std::mem::take(&mut words)) {
                Statement::Nothing => {}
                Statement::Export(variables) => exported = merged(variables, &exported),
                Statement::Command(Command { variables, words }) => {
                    found.commands.push(Command { variables: merged(variables, &exported), words });
                }
            },
        }
    }
    found
}

fn merged(variables: Variables, before: &Variables) -> Variables {
    let mut before = before.iter().cloned();
    variables.map(|variable| {
        let before = before.next().flatten();
        variable.or(before)
    })
}

/// What stands between two ends of commands.
enum Statement {
    Nothing,
    /// Variables for the commands that follow.
    Export(Variables),
    Command(Command),
}

impl Statement {
    /// Leaves out the prompt and what only says how the command is run.
    fn of(words: Vec<Word>) -> Self {
        let mut variables = Variables::default();
        if let Some((name, value)) = set_in_powershell(&words) {
            set(&mut variables, name, value);
            return Self::Export(variables);
        }
        let mut words = words.into_iter().peekable();
        let (mut is_export, mut is_run_by_another) = (false, false);
        while let Some(word) = words.peek() {
            match word.text.as_str() {
                "$" | "%" => {}
                "export" | "set" => is_export = true,
                "sudo" | "env" | "time" | "command" | "exec" | "nohup" => is_run_by_another = true,
                "-u" | "-g" if is_run_by_another => {
                    words.next();
                }
                text if is_run_by_another && text.starts_with('-') => {}
                text => match variable(text) {
                    Some((name, value)) => {
                        set(&mut variables, name, Word { text: value.to_owned(), doubt: word.doubt });
                    }
                    None => break,
                },
            }
            words.next();
        }
        let words: Vec<Word> = words.collect();
        match words.first() {
            _ if is_export => Self::Export(variables),
            None => Self::Nothing,
            // It says how the next command is to be read.
            Some(first) if first.text == "$PSNativeCommandArgumentPassing" => Self::Nothing,
            Some(_) => Self::Command(Command { variables, words }),
        }
    }
}

fn set(variables: &mut Variables, name: &str, value: Word) {
    if let Some((_, variable)) = REGION.iter().zip(variables).find(|(known, _)| **known == name) {
        *variable = Some(value);
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

/// A variable that PowerShell sets, with blanks around the equals sign or without.
fn set_in_powershell(words: &[Word]) -> Option<(&str, Word)> {
    let (name, value) = match words {
        [name, equals, value] if equals.text == "=" => (name.text.as_str(), value.clone()),
        [whole] => {
            let (name, value) = whole.text.split_once('=')?;
            let doubt = whole.doubt.filter(|doubt| *doubt != "variable" || value.contains('$'));
            (name, Word { text: value.to_owned(), doubt })
        }
        _ => return None,
    };
    Some((name.strip_prefix("$env:")?, value))
}

impl Command {
    /// The arguments of the AWS CLI.
    fn arguments(&self) -> Option<&[Word]> {
        let (first, rest) = self.words.split_first()?;
        let name = first.text.rsplit(['/', '\\']).next().unwrap_or_default();
        matches!(name, "aws" | "aws.exe" | "aws.cmd").then_some(rest)
    }
}

/// So much is said of the other commands in a text.
const MOST_OTHERS: usize = 16;

impl Commands {
    /// What the first of our commands says.
    fn intake(self, json: Option<&str>) -> CliIntake {
        let mut issues = Vec::new();
        if self.has_redirections {
            issues.push(issue(Code::LeftOut, Path::default(), ">", "redirection"));
        }
        let mut first = None;
        for (at, command) in self.commands.iter().enumerate() {
            let Some(arguments) = command.arguments() else { continue };
            let reader = Reader::of(arguments, json);
            let is_ours = reader.operation.is_some();
            if is_ours || first.is_none() {
                first = Some((at, command, reader));
            }
            if is_ours {
                break;
            }
        }
        let Some((at, command, reader)) = first else {
            issues.push(issue(Code::NotRead, Path::default(), "whole_text", "no_command"));
            return CliIntake {
                operation: None,
                input: Value::Object(Map::new()),
                context: Context::default(),
                issues,
            };
        };
        let others = (0..self.commands.len()).filter(|other| *other != at).take(MOST_OTHERS);
        issues.extend(
            others.map(|other| {
                issue(Code::LeftOut, Path::default(), &format!("Command {}", other + 1), "another_command")
            }),
        );
        issues.extend(reader.issues);
        let (context, told) = context(reader.region.as_ref().or(command.variables.iter().flatten().next()));
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
