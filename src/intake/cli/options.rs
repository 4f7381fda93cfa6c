//! Options as the AWS CLI divides a command into them.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::super::issue;
use super::operation;
use super::value::{self, Problem};
use super::words::{is_option, only_one, option};
use crate::report::{Code, Issue, Path, Segment, shortened};
use crate::shape::{Member, Operation, Shape, lower_name};
use crate::shell::Word;

/// What the CLI takes for every command: with a value, and alone.
const WITH_VALUE: &[&str] = &[
    "region",
    "profile",
    "endpoint-url",
    "output",
    "query",
    "color",
    "ca-bundle",
    "cli-read-timeout",
    "cli-connect-timeout",
    "cli-binary-format",
];
const ALONE: &[&str] = &[
    "debug",
    "no-verify-ssl",
    "no-paginate",
    "no-sign-request",
    "no-cli-pager",
    "cli-auto-prompt",
    "no-cli-auto-prompt",
    "v2-debug",
    "version",
];
/// Of these, what can decide in which account the call is made, and in which Region.
const DECIDES_CALL: &[&str] = &["profile", "endpoint-url"];

/// What a command says of its request.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) operation: Option<&'static Operation>,
    pub(super) input: Map<String, Value>,
    pub(super) region: Option<Word>,
    pub(super) issues: Vec<Issue>,
    /// The members that options are for, whether their values were read or not, and what is said of those.
    given: BTreeMap<&'static str, Vec<Issue>>,
}

/// What an option of a command is.
#[derive(Clone, Copy)]
enum Meaning {
    Member(&'static Member),
    Flag(&'static Member, bool),
    Json,
    Yaml,
    Skeleton,
}

impl Reader {
    /// Reads the arguments after `aws`. JSON may be given beside them.
    pub(super) fn of(arguments: &[Word], json: Option<&str>) -> Self {
        let mut reader = Self::default();
        let rest = reader.take_options_of_every_command(arguments);
        let mut rest = rest.into_iter();
        let (service, name) = (rest.next(), rest.next());
        let words: Vec<&str> = [service, name].iter().flatten().map(|(_, word)| word.text.as_str()).collect();
        reader.operation = match words[..] {
            [service, name] => operation(service, name),
            _ => None,
        };
        let Some(operation) = reader.operation else {
            // The name of a command, and nothing that could be a value.
            let is_name = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
            let names: Vec<&str> = words.into_iter().take_while(is_name).collect();
            let part = ["aws"].into_iter().chain(names).collect::<Vec<_>>().join(" ");
            reader.issues = vec![issue(Code::NotRead, Path::default(), &part, "other_command")];
            return reader;
        };
        let rest: Vec<(usize, &Word)> = rest.collect();
        let mut whole = json.map(str::to_owned);
        reader.take_options(operation, &rest, &mut whole);
        if let Some(json) = whole {
            reader.add_json(&json);
        }
        let told = std::mem::take(&mut reader.given);
        reader.issues.extend(told.into_values().flatten());
        reader
    }

    /// The CLI looks for these first, wherever they stand. The others stay, with their places.
    fn take_options_of_every_command<'w>(&mut self, arguments: &'w [Word]) -> Vec<(usize, &'w Word)> {
        let mut rest = Vec::new();
        let names: Vec<&str> = WITH_VALUE.iter().chain(ALONE).copied().collect();
        let mut words = arguments.iter().enumerate().peekable();
        while let Some((at, word)) = words.next() {
            let Some((name, value)) = option(word, &names) else {
                rest.push((at, word));
                continue;
            };
            let Some(name) = only_one(names.iter().copied(), name) else {
                rest.push((at, word));
                continue;
            };
            if ALONE.contains(&name) {
                continue;
            }
            let value =
                value.or_else(|| words.next_if(|(_, next)| !is_option(next, &names)).map(|(_, next)| next.clone()));
            match value {
                None => self.not_read(Path::default(), &format!("--{name}"), "no_value"),
                Some(value) if name == "region" => self.region = Some(value),
                Some(_) if DECIDES_CALL.contains(&name) => {
                    self.issues.push(issue(Code::LeftOut, Path::default(), &format!("--{name}"), "decides_call"));
                }
                Some(_) => {}
            }
        }
        rest
    }

    fn take_options(&mut self, operation: &'static Operation, rest: &[(usize, &Word)], json: &mut Option<String>) {
        let meanings = meanings(operation);
        let names: Vec<&str> = meanings.iter().map(|(name, _)| name.as_str()).collect();
        let mut words = rest.iter().copied().peekable();
        while let Some((at, word)) = words.next() {
            let Some((name, inline)) = option(word, &names) else {
                let problem = if is_option(word, &names) { "no_option" } else { "extra_argument" };
                self.not_read(Path::default(), &format!("Argument {}", at + 1), word.doubt.unwrap_or(problem));
                continue;
            };
            let found = only_one(names.iter().copied(), name);
            let Some((name, meaning)) = found.and_then(|found| meanings.iter().find(|(name, _)| name == found)) else {
                let is_beginning = name.len() > 1 && names.iter().any(|known| known.starts_with(name));
                let problem = if is_beginning { "ambiguous_option" } else { "no_option" };
                self.not_read(Path::default(), &shortened(&format!("--{name}")), problem);
                continue;
            };
            let most = match (meaning, &inline) {
                (Meaning::Flag(..), _) | (_, Some(_)) => 0,
                (Meaning::Member(Member { shape: Shape::List(_), .. }), None) => usize::MAX,
                _ => 1,
            };
            let is_inline = inline.is_some();
            let mut values: Vec<Word> = inline.into_iter().collect();
            while values.len() < most
                && let Some((_, value)) = words.next_if(|(_, next)| !is_option(next, &names))
            {
                values.push(value.clone());
            }
            let option = format!("--{name}");
            match *meaning {
                Meaning::Flag(member, _) if is_inline => self.not_read(place(member), &option, "value_of_flag"),
                Meaning::Flag(member, value) => {
                    self.given.entry(member.name).or_default();
                    self.input.insert(member.name.to_owned(), value.into());
                }
                Meaning::Member(member) => self.take_member(member, &option, &values),
                Meaning::Json => match text(&values) {
                    Ok(text) => *json = Some(text.to_owned()),
                    Err(problem) => self.not_read(Path::default(), &option, problem),
                },
                Meaning::Yaml => self.not_read(Path::default(), &option, "yaml_input"),
                Meaning::Skeleton => {
                    self.issues.push(issue(Code::LeftOut, Path::default(), &option, "prints_skeleton"))
                }
            }
        }
    }

    /// Of an option that stands twice the last one counts.
    fn take_member(&mut self, member: &'static Member, option: &str, values: &[Word]) {
        let read = match &member.shape {
            Shape::List(list) => value::list(list, values),
            shape => text(values).map_err(Problem::Named).and_then(|text| value::of(shape, text)),
        };
        let told = self.given.entry(member.name).or_default();
        told.clear();
        match read {
            Ok(value) => {
                told.extend(value.issues.into_iter().map(|issue| below(issue, member)));
                self.input.insert(member.name.to_owned(), value.value);
            }
            Err(Problem::Named(problem)) => {
                self.input.shift_remove(member.name);
                self.not_read(place(member), option, problem);
            }
        }
    }

    /// What options say goes before what JSON says.
    fn add_json(&mut self, json: &str) {
        const OPTION: &str = "--cli-input-json";
        match value::json(json) {
            Ok(read) => match read.value {
                Value::Object(members) => {
                    let is_given = |name: &String| self.given.contains_key(name.as_str());
                    let is_replaced =
                        |told: &Issue| matches!(told.path.0.first(), Some(Segment::Key(name)) if is_given(name));
                    self.issues.extend(read.issues.into_iter().filter(|told| !is_replaced(told)));
                    self.input.extend(members.into_iter().filter(|(name, _)| !is_given(name)));
                }
                _ => self.not_read(Path::default(), OPTION, "no_json_object"),
            },
            Err(Problem::Named(problem)) => self.not_read(Path::default(), OPTION, problem),
        }
    }

    fn not_read(&mut self, path: Path, part: &str, problem: &'static str) {
        self.issues.push(issue(Code::NotRead, path, part, problem));
    }
}

fn place(member: &Member) -> Path {
    Path::default().join(member.name)
}

/// An issue of a member's value, at its place in the request.
fn below(mut issue: Issue, member: &Member) -> Issue {
    let mut path = place(member);
    path.0.append(&mut issue.path.0);
    issue.path = path;
    issue
}

/// The one value of an option that takes one.
fn text(values: &[Word]) -> Result<&str, &'static str> {
    match values {
        [] => Err("no_value"),
        [Word { doubt: Some(doubt), .. }, ..] => Err(doubt),
        [Word { text, .. }, ..] if value::is_address(text) => Err("file_or_page"),
        [Word { text, .. }, ..] => Ok(text),
    }
}

/// The options of an operation, by their names.
fn meanings(operation: &'static Operation) -> Vec<(String, Meaning)> {
    let of_member = |member: &&'static Member| {
        let name = lower_name(member.name, '-');
        match member.shape {
            Shape::Boolean(_) => {
                vec![(format!("no-{name}"), Meaning::Flag(member, false)), (name, Meaning::Flag(member, true))]
            }
            _ => vec![(name, Meaning::Member(member))],
        }
    };
    let others = [
        ("cli-input-json", Meaning::Json),
        ("cli-input-yaml", Meaning::Yaml),
        ("generate-cli-skeleton", Meaning::Skeleton),
    ];
    let others = others.map(|(name, meaning)| (String::from(name), meaning));
    operation.input.members.iter().flat_map(of_member).chain(others).collect()
}
