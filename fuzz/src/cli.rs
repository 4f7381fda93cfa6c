//! Commands of the AWS CLI.

use serde_json::Value;
use xregion::request::{CliOptions, CliStyle};
use xregion::{CliIntake, Draft, FromCliOptions, Shell, from_cli};

use crate::told;

const SHELLS: [Option<Shell>; 4] = [Some(Shell::Posix), Some(Shell::PowerShell), Some(Shell::Cmd), None];

/// The first byte tells the shell that a text is for, and how what was read is written; the rest is the text.
pub fn check(data: &[u8]) {
    let [number, text @ ..] = data else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let number = usize::from(*number);
    let read = read(text, SHELLS[number % 4]);
    told(&read.issues);
    let styles = [CliStyle::Shorthand, CliStyle::Json];
    is_read_again(read, SHELLS[number / 4 % 3].unwrap_or_default(), styles[number / 12 % 2]);
}

fn read(text: &str, shell: Option<Shell>) -> CliIntake {
    let mut options = FromCliOptions::default();
    options.shell = shell;
    from_cli(text, &options)
}

/// Asserts that what was read is the same when it is written and read again.
fn is_read_again(first: CliIntake, shell: Shell, style: CliStyle) {
    let Some(operation) = first.operation else { return };
    let mut options = CliOptions::shell(shell);
    options.style = style;
    options.region = first.context.region;
    let command = Draft::new(operation, first.input.clone()).to_cli(&options);
    told(&command.issues);
    let again = read(&command.text, Some(shell));
    assert_eq!(again.issues, [], "{}", command.text);
    assert_eq!(again.operation.map(|operation| operation.name), Some(operation.name), "{}", command.text);
    assert_eq!(again.input, as_written(&first.input), "{}", command.text);
    assert_eq!(again.context.region, command.region, "{}", command.text);
}

/// An input as its JSON text is read. Of a number with more digits than a number of JavaScript holds the last one may be
/// another then: serde_json reads such numbers fast, and not to the last bit.
fn as_written(input: &Value) -> Value {
    serde_json::from_str(&input.to_string()).unwrap_or_default()
}
