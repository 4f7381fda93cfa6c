//! `cargo xtask release`

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use crate::release;
use crate::tools::prerequisites;

/// Prepare a release: version, changelog, npm package and crate, checks, and a tag. Nothing is published
///
/// Everything is made and checked in two clones of a commit of its own. If all went well, this checkout goes on to that
/// commit, and dist/ holds what is to be published.
#[derive(Args)]
pub(crate) struct Release {
    /// The version, as in 0.2.0
    version: String,
    /// Make and check everything, on any branch, and change nothing
    #[arg(long)]
    dry_run: bool,
}

impl Release {
    pub(crate) fn run(self) -> Result<ExitCode> {
        prerequisites::check()?;
        release::prepare(&self.version, self.dry_run)?;
        Ok(ExitCode::SUCCESS)
    }
}
