//! `cargo xtask build`

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use crate::package;
use crate::tools::prerequisites;

/// Build the npm package into pkg/, after installing what that needs
#[derive(Args)]
pub(crate) struct Build {}

impl Build {
    pub(crate) fn run(self) -> Result<ExitCode> {
        prerequisites::check()?;
        package::build()?;
        Ok(ExitCode::SUCCESS)
    }
}
