//! Real shells, in which `aws` is a function that says what it was given.

use std::io::Write;
use std::process::{Command, Stdio};

const SHELLS: [&str; 2] = ["sh", "bash"];

/// The arguments of each command, the name of the program first.
pub(super) fn arguments(commands: &[String]) -> Vec<(&'static str, Vec<Vec<String>>)> {
    let script = format!("aws() {{ printf '%s\\0' \"$#\" aws \"$@\"; }}\n{}\n", commands.join("\n"));
    SHELLS.map(|shell| (shell, counted(&output(shell, &script)))).into()
}

/// What is in the file that the command's last argument names.
pub(super) fn file_contents(command: &str) -> Vec<(&'static str, String)> {
    let script = format!("aws() {{ while [ $# -gt 1 ]; do shift; done; cat \"${{1#file://}}\"; }}\n{command}\n");
    SHELLS.map(|shell| (shell, String::from_utf8(output(shell, &script)).unwrap())).into()
}

/// The arguments of a text's first command, unless the shell complains of the text.
pub(crate) fn arguments_of_first(shell: &str, text: &str) -> Option<Vec<String>> {
    let script = format!("aws() {{ printf '%s\\0' \"$#\" aws \"$@\"; exit; }}\n{text}\n");
    let output = Command::new(shell).args(["-c", &script]).output().unwrap();
    output.stderr.is_empty().then(|| counted(&output.stdout).remove(0))
}

fn output(shell: &str, script: &str) -> Vec<u8> {
    let mut shell = Command::new(shell);
    let mut child = shell.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (mut stdin, script) = (child.stdin.take().unwrap(), script.to_owned());
    let writer = std::thread::spawn(move || stdin.write_all(script.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success(), "{shell:?}: {}", output.status);
    output.stdout
}

fn counted(output: &[u8]) -> Vec<Vec<String>> {
    let mut words = output.split(|byte| *byte == 0).map(|word| String::from_utf8(word.to_vec()).unwrap());
    let mut all = Vec::new();
    while let Some(count) = words.next().and_then(|count| count.parse::<usize>().ok()) {
        all.push(words.by_ref().take(count + 1).collect());
    }
    all
}
