//! `cargo xtask fuzz`

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::{Args, value_parser};

use crate::fuzz::{Fuzzer, Measure, Target};
use crate::tools::prerequisites;

/// Look for faults with inputs that a fuzzer makes, after installing what that needs
///
/// It begins with the vectors, with what once was a fault, and with what earlier runs found to be of interest, which is
/// kept in fuzz/corpus/.
#[derive(Args)]
pub(crate) struct Fuzz {
    /// What to try, everything by default
    targets: Vec<Target>,
    /// For how long, shared among the targets
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = value_parser!(u64).range(1..))]
    minutes: u64,
    /// Until each target was run so often, however long that takes
    #[arg(long, value_name = "N", conflicts_with = "minutes")]
    executions: Option<u64>,
    /// Run one target with one input, as a fault is looked at again
    #[arg(long, value_name = "FILE", conflicts_with_all = ["minutes", "executions"])]
    input: Option<PathBuf>,
}

impl Fuzz {
    pub(crate) fn run(self) -> Result<ExitCode> {
        prerequisites::check()?;
        let chosen = if self.targets.is_empty() { Target::ALL } else { &self.targets };
        if let Some(input) = &self.input {
            let [target] = chosen else { bail!("name the one target that {} is for", input.display()) };
            Fuzzer::build()?.again(*target, input)?;
            return Ok(ExitCode::SUCCESS);
        }
        let measure = match self.executions {
            Some(executions) => Measure::Executions(executions),
            None => Measure::Seconds((self.minutes * 60 / chosen.len() as u64).max(1)),
        };
        let faults = Fuzzer::build()?.run(chosen, measure)?;
        Ok(if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}
