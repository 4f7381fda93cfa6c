//! What a fuzzer finds in a short time, beginning with the vectors and with what once was a fault. The same inputs every
//! time, so that a fault is one of the change that is tested; `cargo xtask fuzz` looks for others.

use anyhow::{Result, bail};

use crate::fuzz::{Fuzzer, Measure, Target};

/// So many inputs for each target.
const ENOUGH: Measure = Measure::Same { executions: 100_000 };

pub(super) fn run() -> Result<()> {
    let fuzzer = Fuzzer::build()?;
    let faults = fuzzer.run(Target::ALL, ENOUGH)?;
    if faults > 0 {
        bail!("{faults} of {} targets failed", Target::ALL.len());
    }
    Ok(())
}
