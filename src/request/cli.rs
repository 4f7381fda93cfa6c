//! A request as a command of the AWS CLI.

mod shorthand;

use serde::{Deserialize, Serialize};

use super::Payload;
use super::data::{Data, Entry};
use super::form::Form;
use crate::report::{Issue, Path};
use crate::shape::{Member, Shape, lower_name};
use crate::shell::{Shell, ascii_json, with_file};
use crate::sources;

static CLI: Form = Form { name: "aws_cli", source: &sources::CLI_SKELETON };
static LINUX: Form = Form { name: "Linux", source: &sources::EXECVE };
static POWERSHELL: Form = Form { name: "Windows", source: &sources::CREATE_PROCESS };
static CMD: Form = Form { name: "command_prompt", source: &sources::CMD_LENGTH };

/// How a command is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[non_exhaustive]
pub struct CliOptions {
    /// The shell that reads the command.
    pub shell: Shell,
    /// How lists and objects are written.
    pub style: CliStyle,
    /// The Region of the call; without one it is that of the primary's ARN, else left to the CLI.
    pub region: Option<String>,
}

impl CliOptions {
    /// For a shell.
    pub fn shell(shell: Shell) -> Self {
        Self { shell, ..Self::default() }
    }
}

/// How lists and objects are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum CliStyle {
    /// In the CLI's short notation, `TagKey=a,TagValue=b`, wherever that means the same.
    #[default]
    Shorthand,
    /// As JSON.
    Json,
}

/// A command of the AWS CLI.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CliCommand {
    /// The program and its arguments, as the shell hands them on.
    pub argv: Vec<String>,
    /// The command as the shell reads it.
    pub text: String,
    /// The Region of the call, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// What the CLI does not carry, what is too long, and what there is to say of the Region.
    pub issues: Vec<Issue>,
}

impl Payload {
    pub(super) fn cli(&self, options: &CliOptions) -> CliCommand {
        let call = self.call_region(options.region.as_deref());
        let region = call.region.iter().flat_map(|region| [String::from("--region"), region.clone()]);

        let mut argv =
            vec![String::from("aws"), self.operation.service.client_name.to_owned(), self.operation.lower_name('-')];
        let command = argv.clone();
        argv.extend(Arguments::of(self, options).into_list(options.shell));
        argv.extend(region.clone());

        let mut issues: Vec<Issue> = self.refused_by(&CLI).collect();
        issues.extend(call.issues);

        let mut text = options.shell.command(&argv);
        let too_long = too_long(options.shell, &argv, &text);
        if too_long.is_some() && options.shell == Shell::Posix {
            let words: Vec<String> = command.into_iter().chain(region).collect();
            text = with_file(&words, &ascii_json(&self.data()));
        }
        issues.extend(too_long);
        CliCommand { argv, text, region: call.region, issues }
    }
}

/// What is told to the CLI: each member by its option, or in the JSON that can hold whatever an option cannot.
struct Arguments<'a> {
    options: Vec<String>,
    json: Option<Data<'a>>,
}

impl<'a> Arguments<'a> {
    fn of(payload: &'a Payload, options: &CliOptions) -> Self {
        let entries = match payload.data() {
            Data::Object(entries) => entries,
            other => return Self { options: Vec::new(), json: Some(other) },
        };
        // Some shells read `!` within quotes that go over several lines as if there were none.
        let is_tame = !entries.iter().any(|(_, value)| value.to_json().contains('!'));
        let carries = |text: &str| options.shell.carries(text) && (is_tame || !text.contains('\n'));
        let mut list = Vec::new();
        let mut rest = Vec::new();
        for entry in entries {
            let member = payload.operation.input.members.iter().find(|member| member.name == entry.0);
            match member.and_then(|member| option(member, &entry, options, &carries)) {
                Some(option) => list.extend(option),
                None => rest.push(entry),
            }
        }
        Self { options: list, json: (!rest.is_empty()).then_some(Data::Object(rest)) }
    }

    fn into_list(self, shell: Shell) -> Vec<String> {
        let json = self.json.iter().flat_map(|json| [String::from("--cli-input-json"), shell.json(json)]);
        self.options.into_iter().chain(json).collect()
    }
}

/// The arguments of a member, where an option can carry its value.
fn option(
    member: &Member,
    (_, value): &Entry<'_>,
    options: &CliOptions,
    carries: &impl Fn(&str) -> bool,
) -> Option<Vec<String>> {
    let name = lower_name(member.name, '-');
    let values = match (&member.shape, value) {
        (Shape::Boolean(_), Data::Boolean(true)) => return Some(vec![format!("--{name}")]),
        (Shape::Boolean(_), Data::Boolean(false)) => return Some(vec![format!("--no-{name}")]),
        (Shape::Text(_), Data::Text(text)) if carries(text) && is_value(text) => vec![text.clone().into_owned()],
        (Shape::List(_), Data::List(_)) | (Shape::Map(_) | Shape::Structure(_), Data::Object(_)) => {
            let short = shorthand::arguments(value).filter(|arguments| {
                options.style == CliStyle::Shorthand && arguments.iter().all(|each| carries(each) && is_value(each))
            });
            short.unwrap_or_else(|| vec![options.shell.json(value)])
        }
        _ => return None,
    };
    match values.first() {
        Some(value) if value.starts_with('-') => Some(vec![format!("--{name}={value}")]),
        _ => Some([format!("--{name}")].into_iter().chain(values).collect()),
    }
}

/// Whether the CLI takes an argument for a value, and not for the address of one or for the end of the options.
fn is_value(argument: &str) -> bool {
    const ADDRESSES: [&str; 4] = ["file://", "fileb://", "http://", "https://"];
    argument != "--" && !ADDRESSES.iter().any(|address| argument.starts_with(address))
}

/// More than a shell or its system takes. For the many arguments together Linux takes more, but some systems do not.
fn too_long(shell: Shell, argv: &[String], text: &str) -> Option<Issue> {
    let bytes: usize = argv.iter().map(|argument| argument.len() + 1).sum();
    match shell {
        Shell::Posix if bytes > 131_071 => Some(LINUX.needs(Path::default(), "long_argument")),
        // The way to the program goes into it, too.
        Shell::PowerShell if text.len() > 32_000 => Some(POWERSHELL.needs(Path::default(), "input_file")),
        Shell::Cmd if text.len() > 8_191 => Some(CMD.needs(Path::default(), "input_file")),
        _ => None,
    }
}
