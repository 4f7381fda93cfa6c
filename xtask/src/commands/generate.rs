//! `cargo xtask gen`

use std::fs;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use clap::Args;

use crate::{automata, files, project};

/// The paper with the table of consumers, and what stands around it there.
const PAPER: &str = "pkg-template/README.md";
const AROUND: [&str; 2] = ["<!-- consumers -->\n", "<!-- /consumers -->"];

/// Write the files that are computed from the tables of operations
#[derive(Args)]
pub(crate) struct Generate {
    /// Write the table of consumers, too, as the last `cargo xtask test consumers` saw them
    #[arg(long)]
    consumers: bool,
    /// Write nothing, and fail if a file is not as it would be written
    #[arg(long)]
    check: bool,
}

impl Generate {
    pub(crate) fn run(self) -> Result<ExitCode> {
        let mut generated = xregion::derive::generated_files();
        generated.push((automata::FILE, automata::tables(&xregion::derive::patterns())?));
        if self.consumers {
            generated.push((PAPER, paper_with_consumers()?));
        }
        let mut stale = 0;
        for (path, text) in generated {
            let file = project::root().join(path);
            if fs::read_to_string(&file).is_ok_and(|found| found == text) {
                continue;
            }
            stale += 1;
            if self.check {
                println!("{path} is stale");
            } else {
                files::write(&file, text)?;
                println!("{path} is written");
            }
        }
        Ok(conclude(stale, &self))
    }
}

fn paper_with_consumers() -> Result<String> {
    let seen = files::read(&project::scratch().join("consumers/table.md"))
        .context("no run saw all consumers; run: cargo xtask test consumers")?;
    let paper = files::read(&project::root().join(PAPER))?;
    put_between(&paper, AROUND, &seen).with_context(|| format!("{PAPER} has no place for the table of consumers"))
}

/// A text with something else between two marks of it.
fn put_between(text: &str, [open, close]: [&str; 2], inner: &str) -> Option<String> {
    let (before, rest) = text.split_once(open)?;
    let (_, after) = rest.split_once(close)?;
    Some([before, open, inner, close, after].concat())
}

fn conclude(stale: usize, asked: &Generate) -> ExitCode {
    match (stale, asked.check) {
        (0, _) => println!("all generated files are up to date"),
        (_, false) => {}
        (_, true) => {
            let option = if asked.consumers { " --consumers" } else { "" };
            eprintln!("error: generated files are stale; run: cargo xtask gen{option}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_marks_is_replaced() {
        for (text, expected) in [
            ("a<b>c</b>d", Some("a<b>new</b>d")),
            ("<b></b>", Some("<b>new</b>")),
            ("a<b>c", None),
            ("a</b>c<b>", None),
            ("", None),
        ] {
            assert_eq!(put_between(text, ["<b>", "</b>"], "new").as_deref(), expected, "{text}");
        }
    }
}
