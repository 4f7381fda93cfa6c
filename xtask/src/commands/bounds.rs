//! `cargo xtask bounds`

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use crate::bounds;

/// Count what large inputs take, and write docs/bounds.md
///
/// Fails if the instructions or the bytes of the heap for some kind of input grow faster than the input.
#[derive(Args)]
pub(crate) struct Bounds {}

impl Bounds {
    pub(crate) fn run(self) -> Result<ExitCode> {
        let beyond = bounds::run()?;
        beyond.iter().for_each(|line| eprintln!("error: {line}"));
        Ok(if beyond.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}
