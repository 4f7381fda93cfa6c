//! Commands of the AWS CLI, read as requests.

use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};
use xregion::{Draft, FromCliOptions, Severity, Shell, from_cli};

use crate::commands::every_kind;
use crate::commands::posix::arguments_of_first;
use crate::properties::any::nearly_request;
use crate::properties::sound::for_sound_requests;
use crate::support::{operation, read};

fn for_shell(shell: Option<Shell>) -> FromCliOptions {
    serde_json::from_value(json!({ "shell": shell })).unwrap()
}

#[test]
fn commands_are_read_as_the_vectors_say() {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Case {
        name: String,
        text: String,
        shell: Option<Shell>,
        operation: Option<String>,
        #[serde(default)]
        input: Value,
        region: Option<String>,
        #[serde(default)]
        issues: Vec<String>,
    }
    let cases: Vec<Case> = serde_json::from_str(&read("tests/vectors/commands_read.json")).unwrap();
    for case in cases {
        let intake = from_cli(&case.text, &for_shell(case.shell));
        let issues: Vec<_> = intake.issues.iter().map(|issue| format!("{} {}", issue.path, issue.message())).collect();
        assert_eq!(issues, case.issues, "{}", case.name);
        assert_eq!(intake.operation.map(|operation| operation.name), case.operation.as_deref(), "{}", case.name);
        let input = if case.operation.is_some() { case.input } else { json!({}) };
        assert_eq!(intake.input, input, "{}", case.name);
        assert_eq!(intake.context.region, case.region, "{}", case.name);
        let is_refused = intake.issues.iter().any(|issue| issue.severity == Severity::Error);
        assert_eq!(intake.is_ok(), !is_refused, "{}", case.name);
    }
}

/// The shell is told, and it is told by the text.
#[test]
fn what_is_written_is_read_again() {
    for_sound_requests(96, |operation, request| {
        for options in every_kind() {
            let draft = Draft::new(operation, request.clone());
            let command = draft.to_cli(&options);
            for shell in [Some(options.shell), None] {
                let intake = from_cli(&command.text, &for_shell(shell));
                prop_assert_eq!(&intake.issues, &[], "{}", command.text);
                prop_assert_eq!(intake.operation.map(|operation| operation.name), Some(operation.name));
                prop_assert_eq!(&intake.input, request, "{}", command.text);
                prop_assert_eq!(&intake.context.region, &command.region);
            }
        }
        Ok(())
    });
}

#[test]
fn what_is_in_a_file_of_its_own_is_read_again() {
    let input = json!({ "KeyId": "a", "Description": format!("'\"\\\u{7f}ü\nEOF\n{}", "x".repeat(140_000)) });
    let text = Draft::new(operation("ReplicateKey"), input.clone()).to_cli(&Default::default()).text;
    let intake = from_cli(&format!("  {text}\n\n"), &FromCliOptions::default());
    assert_eq!(intake.issues, []);
    assert_eq!(intake.input, input);
}

/// In quadratic time this would take minutes.
#[test]
fn long_texts_are_read_in_linear_time() {
    let parts = [
        "'",
        "\"",
        "$(",
        "$(<<a\n",
        "$((",
        "\"$(",
        "${",
        "`",
        "{",
        "[",
        "(",
        "a,b=",
        "\\\n",
        "a=b,",
        "a=x,'\\' ,",
        "a=[b,{c=d",
        "%a% ",
        "@'\n",
        "x;",
        "export A=b;",
        "aws kms replicate-key;",
        "--tags a=b ",
        "--colour ",
        "\\\"",
        "<<",
        ">a ",
        "^",
        "{\"a\":",
        "[1,",
        "é",
        "\u{1f600}",
    ];
    for shell in [Shell::Posix, Shell::PowerShell, Shell::Cmd] {
        for part in parts {
            let long = part.repeat(40_000 / part.len());
            for text in [
                long.clone(),
                format!("aws kms replicate-key {long}"),
                format!("aws kms replicate-key --tags {long}"),
                format!("aws ssm-incidents create-replication-set --tags 'a={long}'"),
                format!("aws kms replicate-key --cli-input-json '{long}'"),
            ] {
                from_cli(&text, &for_shell(Some(shell)));
            }
        }
    }
}

/// In quadratic time this would take ten minutes.
#[test]
fn texts_of_megabytes_are_read_in_linear_time() {
    for (shell, [begin, part, end], read) in [
        (Shell::Posix, ["", "'x'", ""], "x"),
        (Shell::Posix, ["\"", "\\\\", "\""], "\\"),
        (Shell::PowerShell, ["'", "x''", "'"], "x'"),
        (Shell::PowerShell, ["'", "x\\\"", "'"], "x\""),
        (Shell::Cmd, ["\"", "a", "\""], "a"),
        (Shell::Cmd, ["", "\\\"", ""], "\""),
    ] {
        let count = 6_000_000 / part.len();
        let text = format!("aws kms replicate-key --description {begin}{}{end}", part.repeat(count));
        let intake = from_cli(&text, &for_shell(Some(shell)));
        assert_eq!(intake.issues, [], "{shell:?} {part}");
        assert!(intake.input == json!({ "Description": read.repeat(count) }), "{shell:?} {part}");
    }
}

/// The same holds for a variable that is set for each of many commands.
#[test]
fn variables_for_many_commands_are_read_in_linear_time() {
    let (region, others) = ("x".repeat(1_000_000), "x;".repeat(200_000));
    let text = format!("export AWS_REGION={region};{others} aws kms replicate-key --key-id a");
    let intake = from_cli(&text, &FromCliOptions::default());
    assert_eq!((intake.input, intake.context.region), (json!({ "KeyId": "a" }), None));
    assert_eq!(intake.issues.len(), 17);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// What a draft holds that is an object is read again, whatever it is.
    #[test]
    fn drafts_are_read_again((name, input) in nearly_request()) {
        prop_assume!(input.is_object());
        let draft = Draft::new(operation(name), input.clone());
        for options in every_kind() {
            let text = draft.to_cli(&options).text;
            let intake = from_cli(&text, &for_shell(Some(options.shell)));
            prop_assert_eq!(&intake.issues, &[], "{}", text);
            prop_assert_eq!(&intake.input, &input, "{}", text);
        }
    }

    #[test]
    fn any_text_is_read(text in any::<String>(), shell in prop_oneof![Just(None), Just(Some(Shell::Posix)), Just(Some(Shell::PowerShell)), Just(Some(Shell::Cmd))]) {
        let intake = from_cli(&text, &for_shell(shell));
        prop_assert_eq!(intake.is_ok(), intake.operation.is_some() && intake.issues.iter().all(|issue| issue.code.as_str() != "not_read"));
    }

    /// What is in doubt is not asked: it may be other text than it seems.
    #[test]
    fn words_are_those_of_the_shell(parts in prop::collection::vec(prop::sample::select(vec![
        "a", "é", " ", "\t", "\n", "\\\n", "'", "\"", "\\", "\\'", "$", "$'", "\\n", "\\x41", "\\101", "\\u00e9", "#", "=", "{", "}", ",",
        "!", "%", "^", "@", "-", ";", "'x'", "\"y\"",
    ]), 1..14)) {
        let text = format!("aws kms replicate-key --description=a{}", parts.concat());
        let intake = from_cli(&text, &for_shell(Some(Shell::Posix)));
        if let (true, Some(words)) = (intake.is_ok(), arguments_of_first("bash", &text)) {
            let expected = format!("--description={}", intake.input["Description"].as_str().unwrap());
            prop_assert_eq!(&words[3..], &[expected], "{}", text);
        }
    }

    /// Parts of commands in any order.
    #[test]
    fn any_parts_are_read(
        parts in prop::collection::vec(prop_oneof![
            prop::sample::select(vec![
                "aws", "kms", "replicate-key", "--tags", "--key-id", "--cli-input-json", "=", "'", "\"", "\\", "$", "(", ")", "{", "}",
                "[", "]", "<<", ">", "|", "&", ";", "\n", "`", "^", "%", "a=b", ",", "--", "-", "@'", "$'", "\\x4", "file://", " ", "{\"", "TagKey=",
            ]).prop_map(String::from),
            "\\PC{0,3}",
        ], 0..40),
        begins in any::<bool>(),
        shell in prop_oneof![Just(Shell::Posix), Just(Shell::PowerShell), Just(Shell::Cmd)],
    ) {
        let text = format!("{}{}", if begins { "aws kms replicate-key --tags " } else { "" }, parts.concat());
        let intake = from_cli(&text, &for_shell(Some(shell)));
        for issue in &intake.issues {
            prop_assert!(!issue.message().contains(['{', '}']) || text.contains(['{', '}']), "{}", issue.message());
        }
    }
}
