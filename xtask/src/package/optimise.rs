//! Making the module smaller and faster.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::process::Step;

/// What the compiler uses by itself for this target. No more: given all features, wasm-opt makes modules that current
/// engines refuse.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// For what goes over networks: what is compressed there is better not packed here, and code that was flattened in
/// between comes out smaller.
const PASSES: &[&str] = &[
    "--skip-pass=memory-packing",
    "--low-memory-unused",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "--converge",
    "--strip-target-features",
];

/// Optimises for size first, as the module is sent over networks.
pub(super) fn module(modules: &Path, module: &Path, optimised: &Path) -> Result<Vec<u8>> {
    run("optimising the module", &["--strip-debug", "--strip-producers"], modules, module, optimised)
}

/// The same, with the names of its functions: for looking at it.
pub(crate) fn named_module(modules: &Path, module: &Path, optimised: &Path) -> Result<Vec<u8>> {
    run("optimising the module with names", &["--debuginfo", "--strip-producers"], modules, module, optimised)
}

fn run(title: &str, names: &[&str], modules: &Path, module: &Path, optimised: &Path) -> Result<Vec<u8>> {
    let mut command = Command::new("node");
    command.arg(modules.join("binaryen/bin/wasm-opt")).arg("--mvp-features").args(FEATURES).args(PASSES).args(names);
    command.arg(module).arg("-o").arg(optimised);
    Step::new(title, command).run()?;
    std::fs::read(optimised).with_context(|| format!("cannot read {}", optimised.display()))
}
