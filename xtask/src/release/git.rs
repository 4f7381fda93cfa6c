//! What is asked of git, and what it is told to do. It is never told to send anything.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::process;

/// The branch that releases are made of.
const BRANCH: &str = "main";

/// A checkout.
pub(crate) struct Checkout(pub(crate) PathBuf);

impl Checkout {
    /// Fails if something is not committed: it would be in no clone.
    pub(crate) fn must_be_clean(&self) -> Result<()> {
        let changes = self.ask(&["status", "--porcelain"])?;
        if let Some(first) = changes.lines().next() {
            bail!("something is not committed: {}; commit it, or take it away", first.trim());
        }
        Ok(())
    }

    /// Fails on another branch than releases are made of.
    pub(super) fn must_be_on_main(&self) -> Result<()> {
        let branch = self.ask(&["rev-parse", "--abbrev-ref", "HEAD"])?;
        if branch != BRANCH {
            bail!("releases are made of {BRANCH}, and this is {branch}; --dry-run works on any branch");
        }
        Ok(())
    }

    /// Fails if there is a tag of this name.
    pub(super) fn must_not_have(&self, tag: &str) -> Result<()> {
        if !self.ask(&["tag", "--list", tag])?.is_empty() {
            bail!("there is a tag {tag} already: choose the next version");
        }
        Ok(())
    }

    /// The commit that is checked out.
    pub(crate) fn commit(&self) -> Result<String> {
        self.ask(&["rev-parse", "HEAD"])
    }

    /// The tag of the release before this commit.
    pub(super) fn last_release(&self) -> Option<String> {
        self.ask(&["describe", "--tags", "--abbrev=0", "--match", "v[0-9]*"]).ok()
    }

    /// The files of this name, in whatever folder.
    pub(super) fn files_called(&self, name: &str) -> Result<String> {
        self.ask(&["ls-files", "--", name, &format!("*/{name}")])
    }

    /// A clone of what is checked out, for whoever commits here.
    pub(super) fn cloned_to(&self, folder: &Path) -> Result<Self> {
        let mut git = Command::new("git");
        git.args(["clone", "--quiet", "--no-hardlinks"]);
        for setting in ["user.name", "user.email"] {
            if let Ok(value) = self.ask(&["config", setting]) {
                git.arg("--config").arg(format!("{setting}={value}"));
            }
        }
        process::answer(git.arg(&self.0).arg(folder))?;
        Ok(Self(folder.to_owned()))
    }

    /// Commits all that was changed.
    pub(super) fn commit_all(&self, message: &str) -> Result<()> {
        self.ask(&["commit", "--quiet", "--all", "--message", message]).map(drop)
    }

    /// Goes on to the commit that a clone is at, and gives it a tag.
    pub(super) fn take(&self, clone: &Self, tag: &str, message: &str) -> Result<()> {
        let from = clone.0.to_str().context("the clone's path is not Unicode")?;
        self.ask(&["fetch", "--quiet", "--no-tags", from, "HEAD"])?;
        self.ask(&["merge", "--quiet", "--ff-only", "FETCH_HEAD"])?;
        self.ask(&["tag", "--annotate", tag, "--message", message]).map(drop)
    }

    fn ask(&self, arguments: &[&str]) -> Result<String> {
        process::answer(Command::new("git").current_dir(&self.0).args(arguments))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::{Scratch, write};

    /// A checkout of one commit, on the branch of releases.
    fn checkout(scratch: &Scratch) -> Checkout {
        let checkout = Checkout(scratch.0.join("here"));
        write(&checkout.0.join("file"), "1").unwrap();
        checkout.ask(&["init", "--quiet", "--initial-branch", BRANCH]).unwrap();
        for (setting, value) in [("user.name", "T"), ("user.email", "t@example.com"), ("commit.gpgsign", "false")] {
            checkout.ask(&["config", setting, value]).unwrap();
        }
        checkout.ask(&["add", "file"]).unwrap();
        checkout.commit_all("One").unwrap();
        checkout
    }

    #[test]
    fn a_clone_s_commit_is_taken_with_its_tag() {
        let scratch = Scratch::new("git-take");
        let here = checkout(&scratch);
        assert_eq!(here.last_release(), None);
        let clone = here.cloned_to(&scratch.0.join("a clone")).unwrap();
        write(&clone.0.join("file"), "2").unwrap();
        clone.commit_all("Two").unwrap();

        here.take(&clone, "v0.2.0", "xregion 0.2.0").unwrap();

        assert_eq!(here.commit().unwrap(), clone.commit().unwrap());
        assert_eq!(std::fs::read_to_string(here.0.join("file")).unwrap(), "2");
        assert_eq!(here.last_release().as_deref(), Some("v0.2.0"));
        assert!(here.must_not_have("v0.2.0").is_err());
        assert!(here.must_not_have("v0.2").is_ok());
    }

    #[test]
    fn only_what_is_committed_on_main_is_released() {
        let scratch = Scratch::new("git-refuse");
        let here = checkout(&scratch);
        assert!(here.must_be_clean().is_ok() && here.must_be_on_main().is_ok());
        write(&here.0.join("new"), "").unwrap();
        assert_eq!(
            here.must_be_clean().unwrap_err().to_string().split(';').next(),
            Some("something is not committed: ?? new")
        );
        here.ask(&["checkout", "--quiet", "-b", "other"]).unwrap();
        assert!(here.must_be_on_main().is_err());
    }

    #[test]
    fn files_are_found_in_every_folder() {
        let scratch = Scratch::new("git-files");
        let here = checkout(&scratch);
        write(&here.0.join("deep/er/file"), "").unwrap();
        here.ask(&["add", "deep"]).unwrap();
        assert_eq!(here.files_called("file").unwrap(), "deep/er/file\nfile");
    }
}
