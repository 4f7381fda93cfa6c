//! Packages of npm, from lock files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::{Tool, lookup};
use crate::files;
use crate::package::fingerprint::Fingerprint;
use crate::process::Step;
use crate::project;
use crate::workshop::Workshop;

/// npm itself, ready to be told what to do.
pub(crate) fn npm() -> Result<Command> {
    let program = lookup::program("npm").context("npm is missing")?;
    Ok(Command::new(program))
}

fn install_locked(folder: &Path, title: &str) -> Result<()> {
    let mut command = npm()?;
    // Nothing of what we use needs the scripts that packages run when they are installed.
    command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder);
    Step::new(title, command).run()?;
    Ok(())
}

/// What building and serving need: wasm-opt, Rollup and a static file server. They live in the cache, one folder for each
/// state of the lock file. The handle is that folder.
pub(crate) struct BuildModules;

impl BuildModules {
    fn source() -> PathBuf {
        project::root().join("xtask/npm")
    }

    fn folder() -> Result<PathBuf> {
        let lock = files::read(&Self::source().join("package-lock.json"))?;
        Ok(project::cache()?.join("npm").join(Fingerprint::default().with(lock).to_string()))
    }
}

impl Tool for BuildModules {
    type Handle = PathBuf;

    fn name(&self) -> String {
        "the set of npm packages for building".to_owned()
    }

    fn find(&self) -> Result<Option<PathBuf>> {
        let modules = Self::folder()?.join("node_modules");
        Ok(modules.is_dir().then_some(modules))
    }

    fn install(&self, workshop: &Workshop) -> Result<()> {
        let staging = workshop.staging(&Self::folder()?)?;
        for file in ["package.json", "package-lock.json"] {
            files::copy(&Self::source().join(file), &staging.path().join(file))?;
        }
        install_locked(staging.path(), "installing wasm-opt, Rollup and the demo's server from npm")?;
        staging.publish(None)
    }

    fn hint(&self) -> String {
        "look at npm's log, or try: cd xtask/npm && npm ci".to_owned()
    }
}

/// The packages of a project in the checkout: beside it, where its programs look for them. The handle is their folder.
pub(crate) struct ProjectModules {
    project: &'static str,
}

/// What the tests in JavaScript need.
pub(crate) const TEST_MODULES: ProjectModules = ProjectModules { project: "tests" };

/// What the examples need. The package that they are of must be there before.
pub(crate) const EXAMPLE_MODULES: ProjectModules = ProjectModules { project: "examples" };

impl ProjectModules {
    fn folder(&self) -> PathBuf {
        project::root().join(self.project)
    }

    fn lock(&self) -> Result<String> {
        files::read(&self.folder().join("package-lock.json"))
    }

    /// Written last, and inside the folder that npm empties first: it is there only if all the rest is.
    fn mark(&self) -> PathBuf {
        self.folder().join("node_modules/.installed-lock")
    }
}

impl Tool for ProjectModules {
    type Handle = PathBuf;

    fn name(&self) -> String {
        format!("the set of npm packages for {}", self.project)
    }

    fn find(&self) -> Result<Option<PathBuf>> {
        let installed = fs::read_to_string(self.mark()).ok();
        Ok((installed == Some(self.lock()?)).then(|| self.folder().join("node_modules")))
    }

    fn install(&self, _: &Workshop) -> Result<()> {
        install_locked(&self.folder(), &format!("installing what the {} need from npm", self.project))?;
        files::write(&self.mark(), self.lock()?)
    }

    fn hint(&self) -> String {
        format!("look at npm's log, or try: cd {} && npm ci", self.project)
    }
}
