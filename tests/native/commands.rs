//! Requests as commands of the AWS CLI: what each shell makes of the text.

pub(crate) mod posix;
mod windows;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use serde::Deserialize;
use serde_json::{Value, json};
use xregion::operations::REPLICATE_KEY;
use xregion::request::{CliCommand, CliOptions};
use xregion::shape::Operation;
use xregion::{Draft, Shell};

use crate::properties::any::nearly_request;
use crate::properties::sound::for_sound_requests;
use crate::support::{assert_typed, operation, read};

/// The options of every kind of command.
pub(crate) fn every_kind() -> Vec<CliOptions> {
    let kinds =
        ["posix", "powershell", "cmd"].into_iter().flat_map(|shell| ["shorthand", "json"].map(|style| (shell, style)));
    kinds.map(|(shell, style)| serde_json::from_value(json!({ "shell": shell, "style": style })).unwrap()).collect()
}

fn command(operation: &'static Operation, input: &Value, options: &CliOptions) -> CliCommand {
    Draft::new(operation, input.clone()).to_cli(options)
}

/// The arguments that each shell and version hands on.
fn arguments(shell: Shell, text: &str) -> Vec<(&'static str, Vec<String>)> {
    match shell {
        Shell::PowerShell => windows::powershell(text),
        Shell::Cmd => vec![("cmd", windows::command_prompt(text))],
        _ => posix::arguments(&[text.to_owned()]).into_iter().map(|(shell, mut all)| (shell, all.remove(0))).collect(),
    }
}

#[test]
fn commands_are_what_the_vectors_say() {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Case {
        name: String,
        operation: String,
        input: Value,
        #[serde(default)]
        options: CliOptions,
        text: String,
        #[serde(default)]
        issues: Vec<String>,
    }
    let cases: Vec<Case> = serde_json::from_str(&read("tests/vectors/commands.json")).unwrap();
    for case in cases {
        let command = command(operation(&case.operation), &case.input, &case.options);
        assert_eq!(command.text, case.text, "{}", case.name);
        assert_typed(&command.issues);
        let told: Vec<_> =
            command.issues.iter().map(|issue| format!("{} {}", issue.path, issue.code.as_str())).collect();
        assert_eq!(told, case.issues, "{}", case.name);
        for (shell, arguments) in arguments(case.options.shell, &case.text) {
            assert_eq!(arguments, command.argv, "{} in {shell}", case.name);
        }
    }
}

/// Checks what every shell makes of the commands of many requests.
fn check_all(requests: &[(&'static Operation, Value)]) {
    for options in every_kind() {
        let commands: Vec<CliCommand> =
            requests.iter().map(|(operation, input)| command(operation, input, &options)).collect();
        let texts: Vec<String> = commands.iter().map(|command| command.text.clone()).collect();
        if options.shell == Shell::Posix {
            for (shell, all) in posix::arguments(&texts) {
                for (command, arguments) in commands.iter().zip(all) {
                    assert_eq!(arguments, command.argv, "{} in {shell}", command.text);
                }
            }
            continue;
        }
        for command in commands {
            for (shell, got) in arguments(options.shell, &command.text) {
                assert_eq!(got, command.argv, "{} in {shell}", command.text);
            }
            assert!(command.text.is_ascii() && !command.text.contains(['%', '`', '\n']), "{}", command.text);
        }
    }
}

#[test]
fn every_shell_hands_on_the_arguments_of_sound_requests() {
    let requests = std::cell::RefCell::new(Vec::new());
    for_sound_requests(64, |operation, request| {
        requests.borrow_mut().push((operation, request.clone()));
        Ok(())
    });
    check_all(&requests.into_inner());
}

#[test]
fn every_shell_hands_on_the_arguments_of_any_draft() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut draft = |_| nearly_request().new_tree(&mut runner).unwrap().current();
    let drafts: Vec<_> = (0..256).map(&mut draft).map(|(name, input)| (operation(name), input)).collect();
    check_all(&drafts);
}

/// Every member's value is in the command, in an option or in the JSON.
#[test]
fn any_character_may_stand_in_a_text() {
    let hostile = (0..0x2100).chain([0xFEFF, 0xFFFE, 0x1F600, 0xE0001]).filter_map(char::from_u32);
    let nasty = [
        "",
        "-",
        "--",
        "-x",
        "--region",
        "'",
        "\"",
        "\\",
        "a\\",
        "a b ",
        "\n",
        "!\n!",
        "=a",
        "~",
        "$HOME",
        "%PATH%",
        "file://a",
        "fileb://a",
        "http://a",
        "https://a",
        "[",
        "{}",
        "`a`",
        "$(a)",
        "*",
        "@a",
        "\u{2019}; a",
    ];
    let texts: Vec<String> = hostile.map(|character| format!("a{character}b")).chain(nasty.map(String::from)).collect();
    let requests: Vec<_> = texts
        .iter()
        .map(|text| (&REPLICATE_KEY, json!({ "Description": text, "Tags": [{ "TagKey": text, "TagValue": text }] })))
        .collect();
    check_all(&requests);
}

#[test]
fn what_is_too_long_is_told() {
    for (shell, longest, code) in [("posix", 131_071, true), ("powershell", 32_000, false), ("cmd", 8_191, false)] {
        let options: CliOptions = serde_json::from_value(json!({ "shell": shell })).unwrap();
        let of = |length: usize| command(&REPLICATE_KEY, &json!({ "Description": "x".repeat(length) }), &options);
        let around = match options.shell {
            Shell::Posix => of(0).argv.iter().map(|argument| argument.len() + 1).sum(),
            _ => of(1).text.len() - 1,
        };
        assert!(of(longest - around).issues.is_empty(), "{shell}");
        let long = of(longest - around + 1);
        assert_eq!(long.issues.len(), 1, "{shell}");
        assert_eq!(long.issues[0].code.as_str(), "form_requirement");
        assert_eq!(long.text.contains("mktemp"), code, "{shell}");
    }
}

#[test]
fn a_long_input_is_given_in_a_file() {
    let input = json!({ "KeyId": "a", "Description": format!("'\"\\\u{7f}ü{}", "x".repeat(140_000)) });
    let command = command(&REPLICATE_KEY, &input, &CliOptions::default());
    assert!(command.text.lines().all(|line| line.is_ascii()));
    for (shell, given) in posix::file_contents(&command.text) {
        assert_eq!(serde_json::from_str::<Value>(&given).unwrap(), input, "{shell}");
    }
}
