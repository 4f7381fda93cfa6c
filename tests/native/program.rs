//! The program of this crate: what it prints, and how it ends.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::thread;

use serde::Deserialize;

use crate::support::{read, top};

/// A call of the program and its outcome, the same for that of the npm package.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vector {
    name: String,
    arguments: Vec<String>,
    #[serde(default)]
    stdin: Vec<Part>,
    stdout: Vec<String>,
    stderr: Vec<String>,
    exit: i32,
}

/// A text, or bytes that no text has.
#[derive(Deserialize)]
#[serde(untagged)]
enum Part {
    Text(String),
    Bytes(Vec<u8>),
}

fn program(arguments: &[&str]) -> Child {
    let mut program = Command::new(env!("CARGO_BIN_EXE_xregion"));
    program.current_dir(top().join("tests/vectors/program")).args(arguments);
    program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// What the program prints where it finds this at its standard input, and how it ends.
fn outcome(arguments: &[&str], stdin: Vec<u8>) -> (String, String, Option<i32>) {
    let mut program = program(arguments);
    let mut input = program.stdin.take().unwrap();
    // It may end without having read everything.
    let writer = thread::spawn(move || input.write_all(&stdin).is_ok());
    let output = program.wait_with_output().unwrap();
    let _ = writer.join().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code())
}

fn lines(lines: &[String]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}

#[test]
fn vectors() {
    let vectors: Vec<Vector> = serde_json::from_str(&read("tests/vectors/program.json")).unwrap();
    for Vector { name, arguments, stdin, stdout, stderr, exit } in vectors {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let bytes = stdin.into_iter().flat_map(|part| match part {
            Part::Text(text) => text.into_bytes(),
            Part::Bytes(bytes) => bytes,
        });
        let (out, errors, code) = outcome(&arguments, bytes.collect());
        assert_eq!((out, errors, code), (lines(&stdout), lines(&stderr), Some(exit)), "{name}");
    }
}

#[test]
fn the_version_is_that_of_the_crate() {
    let expected = (format!("xregion {}\n", env!("CARGO_PKG_VERSION")), String::new(), Some(0));
    for arguments in [&["--version"][..], &["check", "--version"]] {
        assert_eq!(outcome(arguments, Vec::new()), expected);
    }
}

#[test]
fn what_is_echoed_is_what_came() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let long = " ".repeat(xregion::jsonl::LONGEST_LINE + 1);
    for (line, expected) in [
        (
            "{\"KeyId\":1.50,\"KeyId\":\"\\ud800\",\r\"x\":1e400}\r",
            ",\"data\":{\"KeyId\":1.50,\"KeyId\":\"\\ud800\", \"x\":1e400}}\n",
        ),
        (&*deep, &*format!(",\"data\":{deep}}}\n")),
        ("\"", ",\"text\":\"\\\"\"}\n"),
        (&*long, "}]}\n"),
    ] {
        let arguments = ["check", "--operation", "ReplicateKey", "--format", "json", "--echo"];
        let (out, errors, code) = outcome(&arguments, [line, "\n"].concat().into_bytes());
        let end = out.len().saturating_sub(expected.len() + 20);
        assert!(out.ends_with(expected), "{:.100}: {}", line, out.get(end..).unwrap_or_default());
        assert_eq!((errors.as_str(), code), ("", Some(1)));
    }
}

#[test]
fn nobody_hears_of_a_pipe_that_is_broken() {
    let mut program = program(&["check", "--operation", "ReplicateKey"]);
    let mut input = program.stdin.take().unwrap();
    let writer = thread::spawn(move || while input.write_all(&b"{}\n".repeat(10_000)).is_ok() {});
    let mut start = [0; 2];
    program.stdout.take().unwrap().read_exact(&mut start).unwrap();
    let output = program.wait_with_output().unwrap();
    writer.join().unwrap();
    assert_eq!((start, output.stderr, output.status.code()), (*b"-:", Vec::new(), Some(141)));
}

/// What is only seen at a terminal, which `script` is to the program.
#[cfg(target_os = "linux")]
#[test]
fn people_see_how_far_it_is() {
    let program = env!("CARGO_BIN_EXE_xregion");
    let command = format!("(echo; sleep 0.5; echo; echo '{{}}') | '{program}' check --operation ReplicateKey");
    let output = Command::new("script").args(["-qec", &command, "/dev/null"]).stdin(Stdio::null()).output().unwrap();
    let seen = String::from_utf8(output.stdout).unwrap();
    // When it is told depends on how soon the machine gets to it; that it is told does not, nor what is left in the end.
    let told: Vec<&str> = seen.split("\r\u{1b}[K").collect();
    let (progress, kept): (Vec<&str>, Vec<&str>) = told.into_iter().partition(|part| part.starts_with("-: "));
    let of_lines = |part: &&str| matches!(*part, "-: 0 judged, 0 invalid" | "-: 1 judged, 1 invalid");
    assert!(!progress.is_empty() && progress.iter().all(of_lines), "{seen:?}");
    let expected = "-:3: error: /KeyId: Is required. (missing_required, KMS-REPLICATEKEY-05)\r\n\
        -:3: error: /ReplicaRegion: Is required. (missing_required, KMS-REPLICATEKEY-15)\r\n\
        1 request: 0 valid, 1 invalid, 0 with warnings\r\n";
    assert_eq!((kept.concat().as_str(), output.status.code()), (expected, Some(1)));
}

/// Where the system tells how much memory a program needed.
#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_input() {
    let line = "{\"KeyId\":\"mrk-1234abcd12ab34cd56ef1234567890ab\",\"ReplicaRegion\":\"eu-west-1\"}\n";
    let most = |megabytes: usize| {
        let mut program = program(&["check", "--operation", "ReplicateKey"]);
        let mut input = program.stdin.take().unwrap();
        let chunk = line.repeat(1_000_000 / line.len());
        (0..megabytes).for_each(|_| input.write_all(chunk.as_bytes()).unwrap());
        let status = std::fs::read_to_string(format!("/proc/{}/status", program.id())).unwrap();
        drop(input);
        assert!(program.wait().unwrap().success());
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap().trim();
        peak.trim_end_matches(" kB").parse::<usize>().unwrap()
    };
    let [few, many] = [most(2), most(20)];
    assert!(many < few + 1000, "{many} kB instead of {few}");
}
