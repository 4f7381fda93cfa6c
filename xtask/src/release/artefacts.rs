//! What is published, made in one folder: the npm package and the crate, with what is inside of them and checksums.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::bom;
use super::checksums;
use super::git::Checkout;
use crate::package;
use crate::parts::Published;
use crate::process::{self, Step};
use crate::tools::ensure;
use crate::tools::npm;
use crate::tools::wasm_target::WasmTarget;
use crate::{files, project};

/// Where it is made, below the top of the checkout.
pub(crate) const FOLDER: &str = "dist";

/// The files of a version.
pub(super) struct Artefacts {
    pub(super) package: PathBuf,
    pub(super) crate_file: PathBuf,
    pub(super) checksums: PathBuf,
}

impl Artefacts {
    /// As they are called in a folder.
    pub(super) fn of(folder: &Path, version: &str) -> Self {
        Self {
            package: folder.join(format!("xregion-{version}.tgz")),
            crate_file: folder.join(format!("xregion-{version}.crate")),
            checksums: folder.join("SHA256SUMS"),
        }
    }
}

/// Makes them of the commit that is checked out, in place of those that were there, and returns their folder.
pub(crate) fn make() -> Result<PathBuf> {
    let checkout = Checkout(project::root().to_owned());
    checkout.must_be_clean()?;
    let (version, commit) = (project::version_of("xregion")?, checkout.commit()?);
    let package = package::build()?;
    let destination = project::root().join(FOLDER);
    let staging = package.workshop.staging(&destination)?;
    let made = Artefacts::of(staging.path(), &version);
    package.pack(staging.path())?;
    files::copy(&pack_crate(&version)?, &made.crate_file)?;
    let insides = [bom::write(&made.crate_file, Published::Crate)?, bom::write(&made.package, Published::Package)?];
    let heading = [format!("xregion {version}, commit {commit}"), tools()?];
    let modules: Vec<PathBuf> = files::files_below(&package.folder)?
        .into_iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "wasm"))
        .collect();
    let [of_crate, of_package] = insides;
    let text = checksums::text(&heading, &modules, &[made.crate_file, of_crate, made.package, of_package])?;
    files::write(&made.checksums, text)?;
    staging.publish(None)?;
    Ok(destination)
}

/// What may make other bytes of the same commit, as it is no part of it.
fn tools() -> Result<String> {
    let rustc = ensure(&WasmTarget)?.version()?;
    let rustc = rustc.lines().next().context("rustc does not say its version")?.to_owned();
    let cargo = process::answer(Command::new("cargo").arg("--version"))?;
    let node = process::answer(Command::new("node").arg("--version"))?;
    let npm = process::answer(npm::npm()?.arg("--version"))?;
    Ok(format!("{rustc}, {cargo}, node {node}, npm {npm}"))
}

/// Packs the crate. Whether it compiles is seen when it is published for show. All that cargo has to know of other
/// crates it knows since it compiled us.
fn pack_crate(version: &str) -> Result<PathBuf> {
    let target = project::root().join("target");
    let mut cargo = Command::new("cargo");
    cargo.current_dir(project::root()).args([
        "package",
        "--package",
        "xregion",
        "--no-verify",
        "--locked",
        "--offline",
    ]);
    cargo.arg("--target-dir").arg(&target);
    Step::new("packing the crate", cargo).run()?;
    Ok(Artefacts::of(&target.join("package"), version).crate_file)
}
