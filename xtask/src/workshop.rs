//! Where things are made: by one process at a time, and so that they appear whole or not at all.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result};

use crate::process::interrupt;
use crate::{files, project};

/// How often a workshop that is taken is looked at again.
const GLANCE: Duration = Duration::from_millis(100);

/// A folder for things in the making. Whoever holds it is alone in it: the system keeps its lock, and gives it back
/// however the process ends.
pub(crate) struct Workshop {
    folder: PathBuf,
    _lock: File,
}

impl Workshop {
    /// For what becomes part of this checkout. Git ignores it, and folders can be moved from it to any place there.
    pub(crate) fn of_checkout() -> Result<Self> {
        Self::enter(project::scratch().join("staging"), "builds in this checkout")
    }

    /// For tools, which all checkouts share.
    pub(crate) fn of_tools() -> Result<Self> {
        Self::enter(project::cache()?.join("staging"), "installs tools")
    }

    fn enter(folder: PathBuf, deed: &str) -> Result<Self> {
        let path = folder.with_extension("lock");
        let mut lock = lock(&path)?;
        if lock.is_none() {
            println!("waiting for another cargo xtask, which {deed} …");
        }
        while lock.is_none() {
            interrupt::check()?;
            thread::sleep(GLANCE);
            lock = self::lock(&path)?;
        }
        // We are alone: what is there was left by processes that were killed. What cannot be removed yet is in nobody's
        // way, as each process names its own.
        let _ = fs::remove_dir_all(&folder);
        Ok(Self { folder, _lock: lock.context("the lock was just taken")? })
    }

    /// Starts a folder that will become `destination`. It is named by our process: what a killed one started may still
    /// be running, and writing.
    pub(crate) fn staging(&self, destination: &Path) -> Result<Staging> {
        let name = destination.file_name().context("a folder needs a name")?.to_string_lossy();
        let folder = self.folder.join(format!("{name}.{}", std::process::id()));
        files::create_folder(&folder)?;
        Ok(Staging { folder, destination: destination.to_owned() })
    }
}

/// Takes a lock, unless another process has it.
fn lock(path: &Path) -> Result<Option<File>> {
    if let Some(folder) = path.parent() {
        files::create_folder(folder)?;
    }
    let file = File::options().create(true).truncate(false).write(true).open(path);
    let file = file.with_context(|| format!("cannot open {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error).with_context(|| format!("cannot lock {}", path.display())),
    }
}

/// Moves a folder. Where `target/` is a link to another file system, that is to copy it.
fn shift(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            files::copy_folder(from, to).map_err(io::Error::other)?;
            fs::remove_dir_all(from)
        }
        moved => moved,
    }
}

/// A folder in the making. Dropped before [`Staging::publish`], it leaves nothing behind.
pub(crate) struct Staging {
    folder: PathBuf,
    destination: PathBuf,
}

impl Staging {
    /// Where to put the contents.
    pub(crate) fn path(&self) -> &Path {
        &self.folder
    }

    /// Puts the folder, or the one inside it that is given, in the place of what was there before.
    pub(crate) fn publish(self, inner: Option<&str>) -> Result<()> {
        let finished = inner.map_or_else(|| self.folder.clone(), |inner| self.folder.join(inner));
        if let Some(folder) = self.destination.parent() {
            files::create_folder(folder)?;
        }
        let mut old = self.folder.clone().into_os_string();
        old.push(".old");
        let old = PathBuf::from(old);
        match shift(&self.destination, &old) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            moved => moved.with_context(|| format!("cannot move {} away", self.destination.display()))?,
        }
        shift(&finished, &self.destination)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::{Scratch, files_below, write};

    /// A workshop beside the folder that is made in it.
    fn enter(scratch: &Scratch) -> (Workshop, PathBuf) {
        (Workshop::enter(scratch.0.join("workshop"), "is a test").unwrap(), scratch.0.join("pkg"))
    }

    /// What is there besides the lock.
    fn found(scratch: &Scratch) -> Vec<PathBuf> {
        let files = files_below(&scratch.0).unwrap().into_iter();
        files.filter(|file| file.extension().is_none_or(|extension| extension != "lock")).collect()
    }

    #[test]
    fn a_published_folder_replaces_the_old_one_whole() {
        for (inner, made, expected) in [(None, "deep/new", "deep/new"), (Some("made"), "made/new", "new")] {
            let scratch = Scratch::new("publish");
            let (workshop, destination) = enter(&scratch);
            write(&destination.join("stale"), "").unwrap();

            let staging = workshop.staging(&destination).unwrap();
            write(&staging.path().join(made), "").unwrap();
            staging.publish(inner).unwrap();

            assert_eq!(found(&scratch), [destination.join(expected)]);
        }
    }

    #[test]
    fn an_abandoned_folder_leaves_the_old_one_alone() {
        let scratch = Scratch::new("abandon");
        let (workshop, destination) = enter(&scratch);
        write(&destination.join("kept"), "").unwrap();

        let staging = workshop.staging(&destination).unwrap();
        write(&staging.path().join("new"), "").unwrap();
        drop(staging);

        assert_eq!(found(&scratch), [destination.join("kept")]);
    }

    #[test]
    fn what_killed_processes_left_is_swept() {
        let scratch = Scratch::new("sweep");
        write(&scratch.0.join("workshop/pkg.1/half"), "").unwrap();
        write(&scratch.0.join("workshop/pkg.1.old/stale"), "").unwrap();

        let (_workshop, _) = enter(&scratch);

        assert_eq!(found(&scratch), [] as [PathBuf; 0]);
    }

    #[test]
    fn a_workshop_is_one_process_s_at_a_time() {
        let scratch = Scratch::new("lock");
        let path = scratch.0.join("workshop.lock");

        let (workshop, _) = enter(&scratch);
        assert!(lock(&path).unwrap().is_none());
        drop(workshop);
        assert!(lock(&path).unwrap().is_some());
    }
}
