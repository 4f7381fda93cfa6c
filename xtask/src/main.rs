//! The one way anything in this repository is built, run, tested or generated: `cargo xtask --help`.

mod automata;
mod bench;
mod bounds;
mod commands;
mod drift;
mod files;
mod fuzz;
mod package;
mod parts;
mod process;
mod project;
mod release;
mod site;
mod size;
mod suites;
mod tools;
mod workshop;

use std::process::ExitCode;

use clap::Parser;
use process::interrupt;

/// Everything that is done with this repository.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: commands::Command,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match interrupt::listen().and_then(|()| arguments.command.run()) {
        Ok(code) => code,
        Err(_) if interrupt::requested() => {
            eprintln!("interrupted");
            // What shells expect of a program that ends by Ctrl-C.
            ExitCode::from(130)
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
