//! `cargo xtask size`

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use crate::size::{self, inside};
use crate::suites::packed;
use crate::tools::ensure;
use crate::tools::npm::{BuildModules, TEST_MODULES};
use crate::tools::prerequisites;

/// List what each entry of the npm package weighs for those who use it, and what takes the room
///
/// Fails if an entry weighs more than its budget in xtask/budgets.toml.
#[derive(Args)]
pub(crate) struct Size {
    /// How many rows to list of what takes the room
    #[arg(long, value_name = "N", default_value_t = 20)]
    rows: usize,
}

impl Size {
    pub(crate) fn run(self) -> Result<ExitCode> {
        prerequisites::check()?;
        let package = packed::install()?;
        let sizes = size::weigh(&package, &ensure(&TEST_MODULES)?)?;
        let tools = ensure(&BuildModules)?;
        let names = inside::modules(package.folder())?;
        let modules = names.iter().map(|name| inside::look(package.folder(), name, &tools));
        let modules = modules.collect::<Result<Vec<_>>>()?;

        println!("\n{}\n{}", sizes.table(), sizes.parts());
        modules.iter().for_each(|module| println!("{}", module.table(self.rows)));
        let (broken, loose) = sizes.verdicts();
        loose.iter().for_each(|line| println!("{line}"));
        broken.iter().for_each(|line| eprintln!("error: {line}"));
        Ok(if broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}
