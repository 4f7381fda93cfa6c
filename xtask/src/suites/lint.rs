//! Format, lints and documentation.

use anyhow::Result;

use super::{all, cargo};
use crate::process::Step;
use crate::project;
use crate::tools::ensure;
use crate::tools::wasm_target::{TARGET, Toolchain, WasmTarget};

pub(super) fn run() -> Result<()> {
    let mut documentation = cargo(&["doc", "--no-deps", "--workspace", "--document-private-items"]);
    documentation.env("RUSTDOCFLAGS", "-D warnings");

    let toolchain = ensure(&WasmTarget)?;
    let steps = [
        Step::new("checking the format", cargo(&["fmt", "--all", "--check"])),
        Step::new("linting", cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])),
        wasm_side(&toolchain)?,
        Step::new("documenting", documentation),
    ];
    all(steps.into_iter().map(|step| step.shown().run()))
}

/// The part of the library that other targets do not see.
fn wasm_side(toolchain: &Toolchain) -> Result<Step> {
    let mut cargo = toolchain.cargo()?;
    cargo.current_dir(project::root());
    let part = ["--package", "xregion", "--lib", "--tests", "--target", TARGET];
    if toolchain.has_clippy()? {
        cargo.arg("clippy").args(part).args(["--", "-D", "warnings"]);
        return Ok(Step::new("linting what is for wasm32", cargo));
    }
    println!(
        "the toolchain for wasm32 has no clippy: its lints are left to toolchains of rustup, the compiler's are checked"
    );
    cargo.arg("check").args(part).env("RUSTFLAGS", "-D warnings");
    Ok(Step::new("checking what is for wasm32", cargo))
}
