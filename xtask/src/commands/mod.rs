//! What can be asked for. A new command is a file of this folder and its three lines here.

mod build;

use anyhow::Result;
use clap::Subcommand;
use std::process::ExitCode;

#[derive(Subcommand)]
pub(crate) enum Command {
    Build(build::Build),
}

impl Command {
    pub(crate) fn run(self) -> Result<ExitCode> {
        match self {
            Self::Build(command) => command.run(),
        }
    }
}
