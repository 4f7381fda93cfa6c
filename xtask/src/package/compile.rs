//! From Rust to a module and the JavaScript that talks to it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::kept::Kept;
use super::optimise::Aim;
use crate::process::Step;
use crate::tools::wasm_target::{TARGET, Toolchain};
use crate::{files, project};

/// One of the modules.
pub(super) struct Kind {
    /// The name of its file.
    pub(super) name: &'static str,
    /// The features of the crate that it is made with.
    features: &'static [&'static str],
    /// The profile of `Cargo.toml` that it is made by.
    profile: &'static str,
    /// For what it is optimised afterwards.
    pub(super) aim: Aim,
}

/// The module that validates.
pub(super) const VERDICTS: Kind = Kind {
    name: "xregion",
    features: &["--no-default-features", "--features", "wasm"],
    profile: "wasm-small",
    aim: Aim::Size,
};

/// The same for places where time counts and size does not.
pub(super) const QUICK: Kind = Kind {
    name: "quick",
    features: &["--no-default-features", "--features", "wasm,glance"],
    profile: "wasm-quick",
    aim: Aim::Speed,
};

/// The code of the quick one, compiled for size: only to be looked into. Made for speed, its functions stand in each
/// other, and cannot be told apart.
pub(super) const GLANCE: Kind = Kind { name: "glance", profile: VERDICTS.profile, aim: VERDICTS.aim, ..QUICK };

/// The module that does everything.
pub(super) const FULL: Kind =
    Kind { name: "full", features: &["--features", "wasm-full"], profile: "wasm", aim: Aim::Size };

/// What wasm-bindgen writes.
pub(super) struct Glue {
    /// The module, not yet optimised.
    pub(super) module: PathBuf,
    /// The JavaScript beside it, as a module with one state.
    pub(super) script: PathBuf,
}

/// Puts them into a folder of the caller's, and keeps what is not shipped.
pub(super) fn module_and_glue(toolchain: &Toolchain, bindgen: &Path, kind: &Kind, folder: &Path) -> Result<Glue> {
    let kept = Kept::of(kind.name);
    let target = project::root().join("target");
    let mut cargo = toolchain.cargo()?;
    cargo.current_dir(project::root()).env("CARGO_ENCODED_RUSTFLAGS", flags(toolchain)?);
    // A library that is also for Rust would keep the linker from optimising what it is made of as a whole.
    cargo.args([
        "rustc",
        "--package",
        "xregion",
        "--lib",
        "--crate-type",
        "cdylib",
        "--profile",
        kind.profile,
        "--target",
        TARGET,
    ]);
    cargo.args(kind.features);
    cargo.arg("--target-dir").arg(&target).args(["--", "-C"]).arg(format!("link-arg=-Map={}", kept.map_from_root()));
    if let Some(folder) = kept.map().parent() {
        files::create_folder(folder)?;
    }
    Step::new(format!("compiling {}.wasm", kind.name), cargo).run()?;

    let mut command = Command::new(bindgen);
    command.args(["--target", "web", "--no-typescript", "--out-name", "glue", "--remove-producers-section"]);
    // Bundlers would look for the file that the default names, and fail.
    command.arg("--omit-default-module-path");
    // Names that people read are made of what the compiler wrote, by who shows them.
    command.arg("--no-demangle");
    command.arg("--out-dir").arg(folder).arg(target.join(TARGET).join(kind.profile).join("xregion.wasm"));
    Step::new("writing the glue", command).run()?;
    let glue = Glue { module: folder.join("glue_bg.wasm"), script: folder.join("glue.js") };
    files::copy(&glue.module, &kept.module())?;
    Ok(glue)
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
