//! The npm package as its users get it: packed, and unpacked among the modules of the tests.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::files;
use crate::package::{self, Package};
use crate::process::Step;
use crate::project;
use crate::tools::ensure;
use crate::tools::npm::{self, TestModules};
use crate::workshop::Workshop;

/// The package among the tests' modules. To be held to the end of the tests: another run must not unpack its own where
/// they look for ours.
pub(super) struct Packed {
    /// The packed form.
    pub(super) tarball: PathBuf,
    _package: Package,
}

/// Builds the package and puts it where tests look for it, beside what else they need.
pub(super) fn install() -> Result<Packed> {
    let package = package::build()?;
    let modules = ensure(&TestModules)?;
    let tarball = pack(&package.folder)?;
    unpack(&package.workshop, &tarball, &modules.join("xregion"))?;
    Ok(Packed { tarball, _package: package })
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
