//! Files and folders, with errors that name the path.

use std::fs;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

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

/// The same by their names below the folder, with slashes whatever the system has.
pub(crate) fn names_below(folder: &Path) -> Result<Vec<String>> {
    let name = |file: &PathBuf| Some(file.strip_prefix(folder).ok()?.to_str()?.replace(MAIN_SEPARATOR, "/"));
    let names: Option<Vec<String>> = files_below(folder)?.iter().map(name).collect();
    names.with_context(|| format!("a file in {} has a name that is not Unicode", folder.display()))
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
