//! `cargo xtask drift`

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use clap::Args;

use crate::drift::{self, fetch};
use crate::process::interrupt;

/// What scripts take for "could not be done"; 1 is for differences.
const NOT_DONE: u8 = 2;

/// List where the facts here differ from the models that AWS publishes with its SDKs
///
/// Ends with 0 if every difference is explained in docs/drift.md and every explanation is of one, with 1 if not, and
/// with 2 if nothing could be compared.
#[derive(Args)]
pub(crate) struct Drift {
    /// A wheel of botocore, or a folder with its data [default: the newest release, fetched by pip]
    #[arg(long, value_name = "FOLDER|WHEEL")]
    model: Option<PathBuf>,
}

impl Drift {
    pub(crate) fn run(self) -> Result<ExitCode> {
        match self.compare() {
            Err(error) if !interrupt::requested() => {
                eprintln!("error: {error:#}");
                Ok(ExitCode::from(NOT_DONE))
            }
            done => done,
        }
    }

    fn compare(self) -> Result<ExitCode> {
        let verdict = match self.model {
            Some(model) => drift::compare(&model)?,
            None => drift::compare(&fetch::newest().context("botocore could not be fetched")?.wheel)?,
        };
        print!("{}", drift::table(&verdict));
        Ok(if verdict.is_explained() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}
