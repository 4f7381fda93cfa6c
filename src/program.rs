//! What the programs take, in one table: that of this crate, `xregion`, and that of the npm package, `npx xregion`.

use std::fmt::Write;

use crate::shape::Operation;

/// An option of `xregion check`.
#[derive(Debug)]
pub struct Flag {
    /// As it is written after two hyphens.
    pub name: &'static str,
    /// What its value is called, if it takes one.
    pub value: Option<&'static str>,
    /// The only values that it takes; any where there are none.
    pub choices: &'static [&'static str],
    /// The option of a context that it is, as JavaScript has it.
    pub context: Option<&'static str>,
    /// What it does.
    pub doc: &'static str,
}

const PLAIN: Flag = Flag { name: "", value: None, choices: &[], context: None, doc: "" };

/// The options of `xregion check`.
pub static FLAGS: &[Flag] = &[
    Flag {
        name: "operation",
        value: Some("NAME"),
        doc: "the operation of every request; without it each request names its own: {\"operation\": NAME, \"input\": {…}}",
        ..PLAIN
    },
    Flag {
        name: "format",
        value: Some("FORMAT"),
        choices: &["text", "json"],
        doc: "text (as it is without this), a line for each issue; or json, a line for each request that has issues",
        ..PLAIN
    },
    Flag {
        name: "input",
        value: Some("KIND"),
        choices: &["lines", "whole"],
        doc: "lines, each with a request; or whole, one request in each file; without it whole where the name ends in .json",
        ..PLAIN
    },
    Flag {
        name: "echo",
        doc: "with --format json, a line for every request, which repeats it as data; as text where it is no JSON",
        ..PLAIN
    },
    Flag { name: "exit-zero", doc: "exit with 0 where requests have errors, too", ..PLAIN },
    Flag {
        name: "region",
        value: Some("REGION"),
        context: Some("region"),
        doc: "the Region that the calls are sent to",
        ..PLAIN
    },
    Flag {
        name: "account-id",
        value: Some("ID"),
        context: Some("accountId"),
        doc: "the account of the caller",
        ..PLAIN
    },
    Flag {
        name: "caller-arn",
        value: Some("ARN"),
        context: Some("callerArn"),
        doc: "the user or role that calls",
        ..PLAIN
    },
    Flag {
        name: "destination-account-id",
        value: Some("ID"),
        context: Some("destinationAccountId"),
        doc: "the account that EFS destinations belong to",
        ..PLAIN
    },
    Flag {
        name: "rule",
        value: Some("RULE=CHANGE"),
        doc: "a rule or a code switched off, warning or error; can be given several times",
        ..PLAIN
    },
    Flag { name: "house-rules", value: Some("FILE"), doc: "the rules of your own organisation, in JSON", ..PLAIN },
    Flag { name: "help", doc: "show this", ..PLAIN },
    Flag { name: "version", doc: "show the version", ..PLAIN },
];

const USAGE: &str = "\
Usage: xregion check [OPTION]... [FILE]...

Checks requests before AWS sees them: one in JSON on each line of the files, or of
the standard input where there is no file, or where it is \"-\".

Exits with 0 where all are valid, with 1 where some have errors, and with 2 where
something could not be read.

Options:
";

/// The widest that a line of help is.
const WIDTH: usize = 82;

/// Where it is told what an option does, in columns.
const INDENT: usize = 32;

/// What `--help` shows.
pub fn help(operations: &[&Operation]) -> String {
    let mut help = USAGE.to_owned();
    for flag in FLAGS {
        let value = flag.value.map(|value| format!(" {value}")).unwrap_or_default();
        explain(&mut help, &format!("  --{}{value}", flag.name), flag.doc);
    }
    let names: Vec<&str> = operations.iter().map(|operation| operation.name).collect();
    help.push('\n');
    explain(&mut help, "Operations:", &names.join(", "));
    help
}

/// Two columns: what is explained, and the words that do, on as many lines as they need.
fn explain(help: &mut String, what: &str, words: &str) {
    let _ = write!(help, "{what:INDENT$}");
    let mut column = INDENT;
    for word in words.split(' ') {
        let width = word.chars().count() + usize::from(column > INDENT);
        if column + width > WIDTH {
            let _ = write!(help, "\n{:INDENT$}{word}", "");
            column = INDENT + word.chars().count();
        } else {
            help.push_str(if column > INDENT { " " } else { "" });
            help.push_str(word);
            column += width;
        }
    }
    help.push('\n');
}
