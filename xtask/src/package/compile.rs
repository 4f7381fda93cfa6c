//! From Rust to a module and the JavaScript that talks to it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::process::Step;
use crate::project;
use crate::tools::wasm_target::{TARGET, Toolchain};

/// What wasm-bindgen writes.
pub(super) struct Glue {
    /// The module, not yet optimised.
    pub(super) module: PathBuf,
    /// The JavaScript beside it, as a module with one state.
    pub(super) script: PathBuf,
}

/// Puts them into a folder of the caller's.
pub(super) fn module_and_glue(toolchain: &Toolchain, bindgen: &Path, folder: &Path) -> Result<Glue> {
    let target = project::root().join("target");
    let mut cargo = toolchain.cargo()?;
    cargo.current_dir(project::root()).env("CARGO_ENCODED_RUSTFLAGS", flags(toolchain)?);
    cargo.args(["build", "--package", "xregion", "--lib", "--profile", "wasm", "--target", TARGET]);
    cargo.arg("--target-dir").arg(&target);
    Step::new("compiling the module", cargo).run()?;

    let mut command = Command::new(bindgen);
    command.args(["--target", "web", "--no-typescript", "--out-name", "glue", "--remove-producers-section"]);
    // Bundlers would look for the file that the default names, and fail.
    command.arg("--omit-default-module-path");
    command.arg("--out-dir").arg(folder).arg(target.join(TARGET).join("wasm/xregion.wasm"));
    Step::new("writing the glue", command).run()?;
    Ok(Glue { module: folder.join("glue_bg.wasm"), script: folder.join("glue.js") })
}

/// Places in the source end up in the module, as part of what a panic says. They shall not tell where it was compiled,
/// nor make it differ from one machine to the next.
fn flags(toolchain: &Toolchain) -> Result<String> {
    let rename = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    Ok([
        rename(&project::cargo_home()?, "/cargo"),
        rename(Path::new(&toolchain.sysroot()?), "/rust"),
        rename(project::root(), "/xregion"),
    ]
    .join("\u{1f}"))
}
