//! Running other programs: seen to be alive, logged, and ended when we end.

pub(crate) mod group;
pub(crate) mod interrupt;
mod progress;
mod step;

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

pub(crate) use progress::seconds;
pub(crate) use step::Step;

/// What a short, silent command prints, for questions like the version of a program.
pub(crate) fn answer(command: &mut Command) -> Result<String> {
    interrupt::check()?;
    let program = name(command);
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot start {program}"))?;
    if !output.status.success() {
        bail!("{program} failed ({}): {}", output.status, String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()
}
