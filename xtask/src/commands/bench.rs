//! `cargo xtask bench`

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use crate::bench::{self, Part};
use crate::tools::prerequisites;

/// Time the npm package and the library beside others, and write docs/benchmarks.md
///
/// The page is written by whole runs alone. A goal that is not met is told, and is no failure.
#[derive(Args)]
pub(crate) struct Bench {
    /// Fewer and shorter rounds: enough to see that it works, too few to go by
    #[arg(long)]
    quick: bool,
    /// One part alone
    #[arg(long, value_name = "PART")]
    only: Option<Part>,
}

impl Bench {
    pub(crate) fn run(self) -> Result<ExitCode> {
        prerequisites::check()?;
        bench::run(self.only, self.quick)?;
        Ok(ExitCode::SUCCESS)
    }
}
