//! Files and folders: errors that name the path, and folders that appear whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// The text of a file.
pub(crate) fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Writes a file, and the folders above it where they are missing.
pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = path.parent() {
        create_folder(folder)?;
    }
    fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))
}

/// Makes a folder and those above it where they are missing.
pub(crate) fn create_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))
}

/// Copies one file, over an older one if need be.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(())
}

/// Copies a folder with everything below it.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    create_folder(to)?;
    for file in files_below(from)? {
        let target = to.join(file.strip_prefix(from)?);
        if let Some(folder) = target.parent() {
            create_folder(folder)?;
        }
        copy(&file, &target)?;
    }
    Ok(())
}

/// Every file below a folder, sorted, so that what is computed from them does not depend on the file system.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// A folder in the making. Dropped before [`Staging::publish`], it leaves nothing behind.
pub(crate) struct Staging {
    folder: PathBuf,
    destination: PathBuf,
}

impl Staging {
    /// Starts a folder that will become `destination`. It stands beside it, because only within one file system
    /// can a folder be renamed, and is named by our process, because two of us may make the same thing at once.
    pub(crate) fn of(destination: &Path) -> Result<Self> {
        let name = destination.file_name().context("a folder needs a name")?.to_string_lossy();
        let folder = destination.with_file_name(format!(".{name}.{}", std::process::id()));
        create_folder(&folder)?;
        Ok(Self { folder, destination: destination.to_owned() })
    }

    /// Where to put the contents.
    pub(crate) fn path(&self) -> &Path {
        &self.folder
    }

    /// Puts the folder, or the one inside it that is given, in the place of what was there before.
    pub(crate) fn publish(self, inner: Option<&str>) -> Result<()> {
        let finished = inner.map_or_else(|| self.folder.clone(), |inner| self.folder.join(inner));
        let old = self.folder.with_extension("old");
        if self.destination.exists() {
            fs::rename(&self.destination, &old)
                .with_context(|| format!("cannot move {} away", self.destination.display()))?;
        }
        fs::rename(&finished, &self.destination)
            .with_context(|| format!("cannot put {} in its place", self.destination.display()))?;
        if old.exists() {
            fs::remove_dir_all(&old).with_context(|| format!("cannot remove {}", old.display()))?;
        }
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // Already renamed or never filled: either way there is nobody left to tell.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A folder of its own for one test, removed when the test ends.
#[cfg(test)]
pub(crate) struct Scratch(pub(crate) PathBuf);

#[cfg(test)]
impl Scratch {
    /// Tests run side by side: each names its own.
    pub(crate) fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("xregion-{name}-{}", std::process::id()));
        create_folder(&folder).unwrap();
        Self(folder)
    }
}

#[cfg(test)]
impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_published_folder_replaces_the_old_one_whole() {
        let scratch = Scratch::new("publish");
        let destination = scratch.0.join("pkg");
        write(&destination.join("stale"), "").unwrap();

        let staging = Staging::of(&destination).unwrap();
        write(&staging.path().join("deep/new"), "").unwrap();
        staging.publish(None).unwrap();

        assert_eq!(files_below(&scratch.0).unwrap(), [destination.join("deep/new")]);
    }

    #[test]
    fn an_abandoned_folder_leaves_the_old_one_alone() {
        let scratch = Scratch::new("abandon");
        let destination = scratch.0.join("pkg");
        write(&destination.join("kept"), "").unwrap();

        let staging = Staging::of(&destination).unwrap();
        write(&staging.path().join("new"), "").unwrap();
        drop(staging);

        assert_eq!(files_below(&scratch.0).unwrap(), [destination.join("kept")]);
    }
}
