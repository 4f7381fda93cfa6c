//! What the program is asked for.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::sync::Arc;

use serde_json::{Map, Value};
use xregion::message::phrase;
use xregion::program::{FLAGS, Flag};
use xregion::shape::Operation;
use xregion::{Context, HouseRules, OPERATIONS, Param};

use crate::told::reason;

pub(crate) enum Asked {
    Check(Box<Arguments>),
    Help,
    Version,
}

pub(crate) struct Arguments {
    pub(crate) operation: Option<&'static Operation>,
    pub(crate) context: Context,
    pub(crate) is_json: bool,
    /// Whether a file is one request; where it is not told, its name tells.
    pub(crate) is_whole: Option<bool>,
    pub(crate) echo: bool,
    pub(crate) exit_zero: bool,
    pub(crate) files: Vec<OsString>,
}

/// What is wrong with the arguments, each as a text.
type Problems = Vec<String>;

/// Values by the names of their options, in the order in which they came.
type Given = BTreeMap<&'static str, Vec<String>>;

pub(crate) fn read(mut arguments: impl Iterator<Item = OsString>) -> Result<Asked, Problems> {
    let Some(command) = arguments.next() else {
        return Err(vec!["say what to do, as in: xregion check requests.jsonl".to_owned()]);
    };
    match &*command.to_string_lossy() {
        "check" => {}
        "--help" | "-h" => return Ok(Asked::Help),
        "--version" => return Ok(Asked::Version),
        other => return Err(vec![format!("there is no command {other}; try: xregion --help")]),
    }
    let mut given = Given::new();
    let mut files = Vec::new();
    while let Some(argument) = arguments.next() {
        let text = argument.to_string_lossy();
        if text == "--" {
            files.extend(arguments.by_ref());
        } else if text == "-h" {
            return Ok(Asked::Help);
        } else if text == "-" || !text.starts_with('-') {
            files.push(argument);
        } else {
            let (flag, value) = option(&text, &mut arguments).map_err(|problem| vec![problem])?;
            given.entry(flag.name).or_default().push(value);
        }
        if given.contains_key("help") {
            return Ok(Asked::Help);
        }
        if given.contains_key("version") {
            return Ok(Asked::Version);
        }
    }
    understood(&given, files).map(Box::new).map(Asked::Check)
}

/// An option and its value.
fn option(text: &str, rest: &mut impl Iterator<Item = OsString>) -> Result<(&'static Flag, String), String> {
    let (name, own) = match text.split_once('=') {
        Some((name, own)) => (name, Some(own.to_owned())),
        None => (text, None),
    };
    let flag = FLAGS.iter().find(|flag| name.strip_prefix("--") == Some(flag.name));
    let flag = flag.ok_or_else(|| format!("there is no option {name}; try: xregion --help"))?;
    let value = match (flag.value, own) {
        (None, None) => String::new(),
        (None, Some(_)) => return Err(format!("{name} takes no value")),
        (Some(_), Some(own)) => own,
        (Some(_), None) => {
            let next = rest.next().ok_or_else(|| format!("{name} needs a value"))?;
            next.to_string_lossy().into_owned()
        }
    };
    if !flag.choices.is_empty() && !flag.choices.contains(&value.as_str()) {
        return Err(format!("{name} takes {}, not “{value}”", flag.choices.join(" or ")));
    }
    Ok((flag, value))
}

fn understood(given: &Given, files: Vec<OsString>) -> Result<Arguments, Problems> {
    let last = |name: &str| given.get(name).and_then(|values| values.last()).map(String::as_str);
    let is_json = last("format") == Some("json");
    if given.contains_key("echo") && !is_json {
        return Err(vec!["--echo needs --format json".to_owned()]);
    }
    let operation = last("operation").map(operation_of).transpose().map_err(|problem| vec![problem])?;
    let mut context = context_of(given).map_err(|problem| vec![problem])?;
    context.house = last("house-rules").map(house_rules).transpose()?;
    Ok(Arguments {
        operation,
        context,
        is_json,
        is_whole: last("input").map(|kind| kind == "whole"),
        echo: given.contains_key("echo"),
        exit_zero: given.contains_key("exit-zero"),
        files: if files.is_empty() { vec!["-".into()] } else { files },
    })
}

fn operation_of(name: &str) -> Result<&'static Operation, String> {
    let names: Vec<&str> = OPERATIONS.iter().map(|operation| operation.name).collect();
    let found = OPERATIONS.iter().copied().find(|operation| operation.name == name);
    found.ok_or_else(|| format!("--operation takes {}, not “{name}”", names.join(" or ")))
}

fn context_of(given: &Given) -> Result<Context, String> {
    let mut options = Map::new();
    for flag in FLAGS {
        if let (Some(option), Some(value)) = (flag.context, given.get(flag.name).and_then(|values| values.last())) {
            options.insert(option.to_owned(), value.as_str().into());
        }
    }
    let mut rules = Map::new();
    for rule in given.get("rule").into_iter().flatten() {
        let (rule, change) = rule.rsplit_once('=').ok_or_else(|| format!("--rule takes RULE=CHANGE, not “{rule}”"))?;
        rules.insert(rule.to_owned(), change.into());
    }
    options.insert("rules".to_owned(), Value::Object(rules));
    let (context, issues) = Context::read(options);
    let problem = issues.first().map(|issue| match &issue.params[..] {
        [Param::Text(option), Param::Text(problem)] => {
            let flag = FLAGS.iter().find(|flag| flag.context == Some(option)).map(|flag| flag.name.to_owned());
            let flag = flag.unwrap_or_else(|| option.replacen("rules.", "rule ", 1));
            format!("--{flag} {}", phrase(problem))
        }
        _ => issue.message(),
    });
    problem.map_or(Ok(context), Err)
}

fn house_rules(file: &str) -> Result<Arc<HouseRules>, Problems> {
    let text = fs::read(file).map_err(|error| vec![format!("{file}: {}", reason(&error))])?;
    let rules = HouseRules::load(&String::from_utf8_lossy(&text)).map_err(|error| {
        let problems = error.problems.iter();
        problems.map(|problem| format!("{file}: {}: {}", problem.pointer, problem.message)).collect::<Vec<_>>()
    })?;
    Ok(Arc::new(rules))
}
