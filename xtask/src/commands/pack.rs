//! `cargo xtask pack`

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use crate::release::artefacts;
use crate::tools::prerequisites;

/// Pack what is published of this commit, the npm package and the crate, with their checksums, into dist/
#[derive(Args)]
pub(crate) struct Pack {}

impl Pack {
    pub(crate) fn run(self) -> Result<ExitCode> {
        prerequisites::check()?;
        println!("{} is packed", artefacts::make()?.display());
        Ok(ExitCode::SUCCESS)
    }
}
