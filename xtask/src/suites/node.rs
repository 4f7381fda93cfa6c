//! The npm package in Node, as its users get it: packed, and unpacked among their modules.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::javascript;
use crate::files;
use crate::process::Step;
use crate::tools::ensure;
use crate::tools::npm::{self, TestModules};
use crate::workshop::Workshop;
use crate::{package, project};

/// The package is held to the end: another run must not unpack its own where the tests look for ours.
pub(super) fn run() -> Result<()> {
    let package = package::build()?;
    let modules = ensure(&TestModules)?;
    let tarball = pack(&package.folder)?;
    unpack(&package.workshop, &tarball, &modules.join("xregion"))?;
    javascript::run("testing in Node", javascript::tests("node", &[("XREGION_TARBALL", &tarball)])?)
}

fn pack(package: &Path) -> Result<PathBuf> {
    let folder = project::scratch().join("packed");
    files::create_folder(&folder)?;
    let mut command = npm::npm()?;
    command.args(["pack", "--ignore-scripts", "--pack-destination"]).arg(&folder).current_dir(package);
    Step::new("packing", command).run()?;
    Ok(folder.join(format!("xregion-{}.tgz", project::version_of("xregion")?)))
}

/// The package has no dependencies and no scripts of its own, so that unpacking is all that npm would do.
fn unpack(workshop: &Workshop, tarball: &Path, module: &Path) -> Result<()> {
    let staging = workshop.staging(module)?;
    let mut command = Command::new("tar");
    command.arg("-xzf").arg(tarball).args(["--strip-components", "1", "-C"]).arg(staging.path());
    Step::new("unpacking", command).run()?;
    staging.publish(None)
}
