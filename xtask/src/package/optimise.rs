//! Making the module smaller and faster.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::process::Step;
use crate::project;

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

/// Optimises for size first, as the module is sent over networks; returns where the result is.
pub(super) fn module(modules: &Path, module: &Path) -> Result<PathBuf> {
    let optimised = project::scratch().join("optimised.wasm");
    let mut command = Command::new("node");
    command.arg(modules.join("binaryen/bin/wasm-opt")).args([
        "--mvp-features",
        "-Os",
        "--strip-debug",
        "--strip-producers",
    ]);
    command.args(FEATURES).arg(module).arg("-o").arg(&optimised);
    Step::new("optimising the module", command).run()?;
    Ok(optimised)
}
