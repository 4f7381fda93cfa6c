//! A command of the AWS CLI, as it stands in a runbook or in somebody's history. Nothing of it is run: what only a shell
//! can know is told.

mod commands;
mod environment;
mod options;
mod prompt;
mod shorthand;
mod value;
mod words;

use serde::Deserialize;
use serde_json::{Map, Value};

use self::commands::Commands;
use self::options::Reader;
use super::{another, issue};
use crate::context::Context;
use crate::context::read::problem;
use crate::identifiers::region;
use crate::operations::OPERATIONS;
use crate::report::{Code, Issue, Path, Report, Severity};
use crate::shape::Operation;
use crate::shell::{Shell, Word, of_file};

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
    let mut intake = Commands::of(shell, text).intake(json);
    if !is_well_formed {
        intake.issues.push(issue(Code::NotRead, Path::default(), "whole_text", "half_surrogate"));
    }
    intake.issues.extend(another(intake.operation.map(|operation| operation.name), expected));
    intake.issues = Report::default().and(intake.issues).into_issues();
    intake
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
        let (context, told) = context(reader.region.as_ref().or(command.region.as_deref()));
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
