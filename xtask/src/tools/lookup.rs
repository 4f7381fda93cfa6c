//! Finding programs that are already there.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

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

/// Has a command, and what it starts, find programs in a folder before all others.
pub(crate) fn put_first(command: &mut Command, folder: &Path) -> Result<()> {
    let own = command.get_envs().find(|(name, _)| *name == "PATH").and_then(|(_, value)| value.map(OsString::from));
    let path = own.or_else(|| env::var_os("PATH")).unwrap_or_default();
    command.env("PATH", env::join_paths(std::iter::once(folder.to_owned()).chain(env::split_paths(&path)))?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_put_is_found_first() {
        let mut command = Command::new("any");
        for folder in ["/a", "/b"] {
            put_first(&mut command, Path::new(folder)).unwrap();
        }
        let path = command.get_envs().find_map(|(_, value)| value).unwrap().to_owned();
        let first: Vec<PathBuf> = env::split_paths(&path).take(2).collect();
        assert_eq!(first, [Path::new("/b"), Path::new("/a")]);
    }
}
