//! The one way anything in this repository is built, run, tested or generated: `cargo xtask --help`.

mod commands;
mod files;
mod package;
mod process;
mod project;
mod site;
mod suites;
mod tools;

use std::process::ExitCode;

use clap::Parser;

/// Everything that is done with this repository.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: commands::Command,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    process::interrupt::listen().and_then(|()| arguments.command.run()).unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
