//! What the npm package weighs for those who use it.

use anyhow::{Result, bail};

use super::packed;
use crate::size;
use crate::tools::ensure;
use crate::tools::npm::TEST_MODULES;

pub(super) fn run() -> Result<()> {
    let package = packed::install()?;
    let sizes = size::weigh(&package, &ensure(&TEST_MODULES)?)?;
    print!("{}", sizes.table());
    let (broken, loose) = sizes.verdicts();
    loose.iter().for_each(|line| println!("{line}"));
    if !broken.is_empty() {
        bail!("{}", broken.join("\nerror: "));
    }
    Ok(())
}
