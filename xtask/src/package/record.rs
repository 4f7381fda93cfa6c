//! A note of what the package was made from and what came out, so that it is not made twice.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::fingerprint::Fingerprint;
use crate::{files, project};

/// Inputs and output as they are now.
pub(super) struct Record(String);

impl Record {
    /// The output counts too: a package that was changed by hand is not the one that was made.
    pub(super) fn of(package: &Path, inputs: &Fingerprint) -> Result<Self> {
        let output = Fingerprint::default().with_path(package, package)?;
        Ok(Self(format!("made from {inputs}\ncame out as {output}\n")))
    }

    /// Whether this is how things were when the package was last made.
    pub(super) fn is_on_file(&self) -> Result<bool> {
        let file = Self::file();
        Ok(file.is_file() && files::read(&file)? == self.0)
    }

    /// Remembers that the package was just made.
    pub(super) fn put_on_file(&self) -> Result<()> {
        files::write(&Self::file(), &self.0)
    }

    fn file() -> PathBuf {
        project::scratch().join("package.record")
    }
}
