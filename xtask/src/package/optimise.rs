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

/// For what a module is optimised.
#[derive(Clone, Copy)]
pub(super) enum Aim {
    /// For what goes over networks: code that was flattened in between comes out smaller.
    Size,
    /// For what lies beside the program.
    Speed,
}

impl Aim {
    /// What is compressed on its way is better not packed here.
    fn passes(self) -> &'static [&'static str] {
        match self {
            Self::Size => &[
                "--skip-pass=memory-packing",
                "--low-memory-unused",
                "-Oz",
                "--flatten",
                "--rereloop",
                "-Oz",
                "--converge",
                "--strip-target-features",
            ],
            Self::Speed => &["--skip-pass=memory-packing", "--low-memory-unused", "-O3", "--strip-target-features"],
        }
    }
}

/// Makes the module fit to be shipped.
pub(super) fn module(aim: Aim, modules: &Path, module: &Path, optimised: &Path) -> Result<Vec<u8>> {
    run("optimising the module", aim, &["--strip-debug", "--strip-producers"], modules, module, optimised)
}

/// The same, with the names of its functions: for looking at it.
pub(crate) fn named_module(modules: &Path, module: &Path, optimised: &Path) -> Result<Vec<u8>> {
    run(
        "optimising the module with names",
        Aim::Size,
        &["--debuginfo", "--strip-producers"],
        modules,
        module,
        optimised,
    )
}

fn run(title: &str, aim: Aim, names: &[&str], modules: &Path, module: &Path, optimised: &Path) -> Result<Vec<u8>> {
    let mut command = Command::new("node");
    command
        .arg(modules.join("binaryen/bin/wasm-opt"))
        .arg("--mvp-features")
        .args(FEATURES)
        .args(aim.passes())
        .args(names);
    command.arg(module).arg("-o").arg(optimised);
    Step::new(title, command).run()?;
    std::fs::read(optimised).with_context(|| format!("cannot read {}", optimised.display()))
}
