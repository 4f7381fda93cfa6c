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

/// What npm reads of a project.
fn copy_project(from: &Path, to: &Path) -> Result<()> {
    for file in ["package.json", "package-lock.json"] {
        files::copy(&from.join(file), &to.join(file))?;
    }
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
        copy_project(&Self::source(), staging.path())?;
        install_locked(staging.path(), "installing wasm-opt, Rollup and the demo's server from npm")?;
        staging.publish(None)
    }

    fn hint(&self) -> String {
        "look at npm's log, or try: cd xtask/npm && npm ci".to_owned()
    }
}

/// The packages of a project in the checkout, where its programs look for them. The handle is their folder.
pub(crate) struct ProjectModules {
    name: &'static str,
    source: &'static str,
    place: &'static str,
}

/// What the tests in JavaScript need.
pub(crate) const TEST_MODULES: ProjectModules = ProjectModules { name: "tests", source: "tests", place: "tests" };

/// What the benchmarks need beside what the tests have.
pub(crate) const BENCH_MODULES: ProjectModules =
    ProjectModules { name: "benchmarks", source: "tests/bench", place: "tests/bench" };

/// What the examples need. The package that they are of must be there before.
pub(crate) const EXAMPLE_MODULES: ProjectModules =
    ProjectModules { name: "examples", source: "examples", place: "examples" };

/// What the package is used with. Bundlers leave much behind, and look for lock files in the folders above: they work
/// where there are none.
pub(crate) const CONSUMER_MODULES: ProjectModules =
    ProjectModules { name: "consumers", source: "tests/consumers", place: "target/xtask/consumers" };

impl ProjectModules {
    fn source(&self) -> PathBuf {
        project::root().join(self.source)
    }

    fn folder(&self) -> PathBuf {
        project::root().join(self.place)
    }

    fn lock(&self) -> Result<String> {
        files::read(&self.source().join("package-lock.json"))
    }

    /// Written last, and inside the folder that npm empties first: it is there only if all the rest is.
    fn mark(&self) -> PathBuf {
        self.folder().join("node_modules/.installed-lock")
    }
}

impl Tool for ProjectModules {
    type Handle = PathBuf;

    fn name(&self) -> String {
        format!("the set of npm packages for {}", self.name)
    }

    fn find(&self) -> Result<Option<PathBuf>> {
        let installed = fs::read_to_string(self.mark()).ok();
        Ok((installed == Some(self.lock()?)).then(|| self.folder().join("node_modules")))
    }

    fn install(&self, _: &Workshop) -> Result<()> {
        let folder = self.folder();
        if folder != self.source() {
            files::create_folder(&folder)?;
            copy_project(&self.source(), &folder)?;
        }
        install_locked(&folder, &format!("installing what the {} need from npm", self.name))?;
        files::write(&self.mark(), self.lock()?)
    }

    fn hint(&self) -> String {
        format!("look at npm's log, or try: cd {} && npm ci", self.source)
    }
}
