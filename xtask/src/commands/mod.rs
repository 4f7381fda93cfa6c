//! What can be asked for. A new command is a file of this folder and its three lines here.

mod bench;
mod bounds;
mod build;
mod demo;
mod drift;
mod fuzz;
mod generate;
mod pack;
mod release;
mod size;
mod test;

use std::process::ExitCode;

use anyhow::Result;
use clap::Subcommand;

#[derive(Subcommand)]
pub(crate) enum Command {
    Bench(bench::Bench),
    Bounds(bounds::Bounds),
    Build(build::Build),
    Demo(demo::Demo),
    Drift(drift::Drift),
    Fuzz(fuzz::Fuzz),
    #[command(name = "gen")]
    Generate(generate::Generate),
    Pack(pack::Pack),
    Release(release::Release),
    Size(size::Size),
    Test(test::Test),
}

impl Command {
    pub(crate) fn run(self) -> Result<ExitCode> {
        match self {
            Self::Bench(command) => command.run(),
            Self::Bounds(command) => command.run(),
            Self::Build(command) => command.run(),
            Self::Demo(command) => command.run(),
            Self::Drift(command) => command.run(),
            Self::Fuzz(command) => command.run(),
            Self::Generate(command) => command.run(),
            Self::Pack(command) => command.run(),
            Self::Release(command) => command.run(),
            Self::Size(command) => command.run(),
            Self::Test(command) => command.run(),
        }
    }
}
