//! Format, lints and documentation, and what is taken from others.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::{all, cargo};
use crate::process::Step;
use crate::project;
use crate::tools::crates::cargo_deny;
use crate::tools::ensure;
use crate::tools::wasm_target::{TARGET, Toolchain, WasmTarget};

pub(super) fn run() -> Result<()> {
    let mut documentation = cargo(&["doc", "--no-deps", "--workspace", "--document-private-items"]);
    documentation.env("RUSTDOCFLAGS", "-D warnings");

    let toolchain = ensure(&WasmTarget)?;
    let steps = [
        Step::new("checking the format", cargo(&["fmt", "--all", "--check"])),
        Step::new("linting", cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])),
        Step::new(
            "linting what has no features",
            cargo(&["clippy", "--lib", "--no-default-features", "--", "-D", "warnings"]),
        ),
        Step::new("documenting", documentation),
        Step::new("checking the format of the fuzz targets", cargo(&["fmt", "--manifest-path", FUZZ, "--check"])),
        Step::new("linting the fuzz targets", fuzz_targets()),
    ];
    let steps = steps.into_iter().chain(wasm_side(&toolchain)?).chain(supply()?);
    all(steps.map(|step| step.shown().run()))
}

/// The manifest of the fuzz targets, which are no part of the workspace.
const FUZZ: &str = "fuzz/Cargo.toml";

/// Nothing is linked, and so libFuzzer need not be compiled: whoever names a compiled one has it so.
fn fuzz_targets() -> Command {
    let mut clippy = cargo(&["clippy", "--locked", "--manifest-path", FUZZ, "--target-dir", "target", "--all-targets"]);
    clippy.args(["--", "-D", "warnings"]).env("CUSTOM_LIBFUZZER_PATH", "none/libfuzzer.a");
    clippy
}

/// Licences, sources and versions of crates, in both workspaces. Of what is listed and not needed, each is told only what
/// is listed for it: most licences are for the one, a licence that one crate needs is for the other.
fn supply() -> Result<[Step; 2]> {
    let deny = ensure(&cargo_deny())?;
    Ok([
        Step::new(
            "judging what is taken from others",
            judging(&deny, "Cargo.toml", "license-exception-not-encountered"),
        ),
        Step::new("judging what the fuzz targets take", judging(&deny, FUZZ, "license-not-encountered")),
    ])
}

fn judging(deny: &Path, manifest: &str, untold: &str) -> Command {
    let mut command = Command::new(deny);
    command.current_dir(project::root()).args(["--config", "xtask/deny.toml", "--manifest-path", manifest]);
    command.args(["--workspace", "--locked", "--all-features"]);
    command.args(["check", "--hide-inclusion-graph", "--allow", untold, "licenses", "sources", "bans"]);
    command
}

/// WebAssembly: the library as Rust programs have it, and the modules, with the part that other targets do not see and
/// without the standard library.
const MODULES: [(&str, &[&str]); 4] = [
    ("the library for wasm32", &["--lib"]),
    ("the full module", &["--lib", "--tests", "--features", "wasm-full"]),
    ("the module that validates", &["--lib", "--no-default-features", "--features", "wasm"]),
    ("the same for speed", &["--lib", "--no-default-features", "--features", "wasm,glance"]),
];

fn wasm_side(toolchain: &Toolchain) -> Result<Vec<Step>> {
    let has_clippy = toolchain.has_clippy()?;
    if !has_clippy {
        println!(
            "the toolchain for wasm32 has no clippy: its lints are left to toolchains of rustup, the compiler's are checked"
        );
    }
    let step = |(title, part): (&str, &[&str])| {
        let mut cargo = toolchain.cargo()?;
        cargo.current_dir(project::root()).arg(if has_clippy { "clippy" } else { "check" });
        cargo.args(["--package", "xregion", "--target", TARGET]).args(part);
        if has_clippy {
            cargo.args(["--", "-D", "warnings"]);
            return Ok(Step::new(format!("linting {title}"), cargo));
        }
        cargo.env("RUSTFLAGS", "-D warnings");
        Ok(Step::new(format!("checking {title}"), cargo))
    };
    MODULES.into_iter().map(step).collect()
}
