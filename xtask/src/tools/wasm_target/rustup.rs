//! The target from rustup: what most machines have.

use std::process::Command;

use anyhow::{Result, bail};

use super::TARGET;
use crate::process::Step;
use crate::tools::lookup;

pub(super) fn install() -> Result<()> {
    if lookup::program("rustup").is_none() {
        bail!("rustup is missing, see https://rustup.rs/");
    }
    let mut command = Command::new("rustup");
    command.args(["target", "add", TARGET]);
    Step::new(format!("adding the target {TARGET} by rustup"), command).run()?;
    Ok(())
}
