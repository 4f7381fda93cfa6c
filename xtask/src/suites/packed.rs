//! The npm package as its users get it: packed, and unpacked among the modules of the tests.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::package::{self, Package};
use crate::process::Step;
use crate::project;
use crate::tools::ensure;
use crate::tools::npm::TEST_MODULES;
use crate::workshop::Workshop;

/// The package among the tests' modules. To be held to the end of the tests: another run must not unpack its own where
/// they look for ours.
pub(crate) struct Packed {
    /// The packed form.
    pub(crate) tarball: PathBuf,
    package: Package,
}

impl Packed {
    /// What was packed.
    pub(crate) fn folder(&self) -> &Path {
        &self.package.folder
    }

    /// Puts it among other modules, too.
    pub(crate) fn unpack_among(&self, modules: &Path) -> Result<()> {
        unpack(&self.package.workshop, &self.tarball, &modules.join("xregion"))
    }
}

/// Builds the package and puts it where tests look for it, beside what else they need.
pub(crate) fn install() -> Result<Packed> {
    let package = package::build()?;
    let modules = ensure(&TEST_MODULES)?;
    let tarball = package.pack(&project::scratch().join("packed"))?;
    let packed = Packed { tarball, package };
    packed.unpack_among(&modules)?;
    Ok(packed)
}

/// The package has no dependencies and no scripts of its own, so that unpacking is all that npm would do.
fn unpack(workshop: &Workshop, tarball: &Path, module: &Path) -> Result<()> {
    let staging = workshop.staging(module)?;
    let mut command = Command::new("tar");
    command.arg("-xzf").arg(tarball).args(["--strip-components", "1", "-C"]).arg(staging.path());
    Step::new("unpacking", command).run()?;
    staging.publish(None)
}
