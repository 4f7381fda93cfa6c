//! Finding programs that are already there.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

/// Where a program may be: at the place that a variable names, else on `PATH` by one of its names, else at one of its
/// usual places.
pub(crate) struct Lookup {
    /// The variable by which people name their own.
    pub(crate) variable: &'static str,
    /// What it is called on one system or another, the best first.
    pub(crate) names: &'static [&'static str],
    /// Where it is on systems that do not put it on `PATH`.
    pub(crate) places: &'static [&'static str],
}

impl Lookup {
    /// The program, if it is anywhere. A variable that names no file is an error: it says what people want.
    pub(crate) fn find(&self) -> Result<Option<PathBuf>> {
        if let Some(path) = env::var_os(self.variable).filter(|value| !value.is_empty()).map(PathBuf::from) {
            if !path.is_file() {
                bail!("{} names {}, which is not a file", self.variable, path.display());
            }
            return Ok(Some(path));
        }
        let on_path = self.names.iter().find_map(|name| program(name));
        Ok(on_path.or_else(|| self.places.iter().map(PathBuf::from).find(|place| place.is_file())))
    }
}

/// A program on `PATH`.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    // npm and its kind are scripts on Windows, which are only started by their full name.
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    let path = env::var_os("PATH")?;
    let candidates = env::split_paths(&path)
        .flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{name}{ending}"))));
    candidates.into_iter().find(|candidate| candidate.is_file())
}

/// `PATH` with a folder before all others.
pub(crate) fn path_with(folder: &Path) -> Result<std::ffi::OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    Ok(env::join_paths(std::iter::once(folder.to_owned()).chain(env::split_paths(&path)))?)
}
