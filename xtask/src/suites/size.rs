//! What the npm package weighs for those who use it, and what in its modules can trap.

use anyhow::{Context as _, Result, bail};

use super::packed;
use crate::package;
use crate::size::{self, traps};
use crate::tools::ensure;
use crate::tools::npm::TEST_MODULES;

pub(super) fn run() -> Result<()> {
    let package = packed::install()?;
    let sizes = size::weigh(&package, &ensure(&TEST_MODULES)?)?;
    print!("{}", sizes.table());
    let (broken, loose) = sizes.verdicts();
    loose.iter().for_each(|line| println!("{line}"));
    let wrong = [broken, panics()?].concat();
    if !wrong.is_empty() {
        bail!("{}", wrong.join("\nerror: "));
    }
    Ok(())
}

/// Each panic in a module without the standard library that is not of exhausted memory.
fn panics() -> Result<Vec<String>> {
    let mut found = Vec::new();
    for kept in package::to_be_looked_into()? {
        let file = kept.module();
        let module = std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let unexplained = traps::unexplained(&module)?;
        found.extend(unexplained.into_iter().map(|trap| format!("{} can panic in {trap}", file.display())));
    }
    Ok(found)
}
