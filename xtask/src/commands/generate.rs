//! `cargo xtask gen`

use std::fs;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use crate::{automata, files, project};

/// Write the files that are computed from the tables of operations
#[derive(Args)]
pub(crate) struct Generate {
    /// Write nothing, and fail if a file is not as it would be written
    #[arg(long)]
    check: bool,
}

impl Generate {
    pub(crate) fn run(self) -> Result<ExitCode> {
        let mut stale = 0;
        for (path, text) in generated_files()? {
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
        Ok(conclude(stale, self.check))
    }
}

/// The files that are generated and committed, by their paths in the repository.
fn generated_files() -> Result<Vec<(&'static str, String)>> {
    let mut files = xregion::derive::generated_files();
    files.push((automata::FILE, automata::tables(&xregion::derive::patterns())?));
    Ok(files)
}

fn conclude(stale: usize, check: bool) -> ExitCode {
    match (stale, check) {
        (0, _) => println!("all generated files are up to date"),
        (_, false) => {}
        (_, true) => {
            eprintln!("error: generated files are stale; run: cargo xtask gen");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
