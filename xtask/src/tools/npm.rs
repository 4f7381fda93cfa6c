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

/// What building and serving need: wasm-opt and a static file server. They live in the cache, one folder for each
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
        install_locked(staging.path(), "installing wasm-opt and the demo's server from npm")?;
        staging.publish(None)
    }

    fn hint(&self) -> String {
        "look at npm's log, or try: cd xtask/npm && npm ci".to_owned()
    }
}

/// What the tests in JavaScript need: beside them, where they look for it. The handle is their folder.
pub(crate) struct TestModules;

impl TestModules {
    fn project() -> PathBuf {
        project::root().join("tests")
    }

    fn lock() -> Result<String> {
        files::read(&Self::project().join("package-lock.json"))
    }

    /// Written last, and inside the folder that npm empties first: it is there only if all the rest is.
    fn mark() -> PathBuf {
        Self::project().join("node_modules/.installed-lock")
    }
}

impl Tool for TestModules {
    type Handle = PathBuf;

    fn name(&self) -> String {
        "the set of npm packages for tests".to_owned()
    }

    fn find(&self) -> Result<Option<PathBuf>> {
        let installed = fs::read_to_string(Self::mark()).ok();
        Ok((installed == Some(Self::lock()?)).then(|| Self::project().join("node_modules")))
    }

    fn install(&self, _: &Workshop) -> Result<()> {
        install_locked(&Self::project(), "installing what the tests need from npm")?;
        files::write(&Self::mark(), Self::lock()?)
    }

    fn hint(&self) -> String {
        "look at npm's log, or try: cd tests && npm ci".to_owned()
    }
}
