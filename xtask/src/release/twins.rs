//! Two clones of one commit, at different places: what is made of them must be the same to the byte.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::artefacts::FOLDER;
use super::git::Checkout;
use crate::files;
use crate::process::Step;

/// Makes what is published in a clone, as anybody would who has it: by its own xtask, in its own `target/`, whatever
/// cargo is told otherwise: in a shared one it takes the xtask of another clone for the one of this.
pub(super) fn make(clone: &Checkout, which: &str) -> Result<PathBuf> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(&clone.0).args(["run", "--quiet", "--locked", "--package", "xtask", "--target-dir"]);
    cargo.arg(clone.0.join("target")).args(["--", "pack"]);
    Step::new(format!("packing in the {which} clone"), cargo).run()?;
    Ok(clone.0.join(FOLDER))
}

/// Fails if there is another file in one folder than in the other, and says which.
pub(super) fn must_be_alike(one: &Path, other: &Path) -> Result<()> {
    let (ones, others) = (names(one)?, names(other)?);
    let mut different: Vec<String> = Vec::new();
    for name in ones.iter().chain(others.iter().filter(|name| !ones.contains(name))) {
        if std::fs::read(one.join(name)).ok() != std::fs::read(other.join(name)).ok() {
            different.push(name.display().to_string());
        }
    }
    if !different.is_empty() {
        bail!("two clones of one commit made different files: {}", different.join(", "));
    }
    Ok(())
}

fn names(folder: &Path) -> Result<Vec<PathBuf>> {
    let files = files::files_below(folder)?;
    files.iter().map(|file| Ok(file.strip_prefix(folder)?.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::{Scratch, write};

    #[test]
    fn every_difference_is_named() {
        for (case, one, other, expected) in [
            ("same", &[("a", "1"), ("b/c", "2")][..], &[("a", "1"), ("b/c", "2")][..], None),
            ("content", &[("a", "1"), ("b/c", "2")], &[("a", "1"), ("b/c", "3")], Some("b/c")),
            ("more", &[("a", "1")], &[("a", "1"), ("b", "")], Some("b")),
            ("fewer", &[("a", "1"), ("b", "")], &[("a", "2")], Some("a, b")),
        ] {
            let scratch = Scratch::new(&format!("twins-{case}"));
            for (side, files) in [("one", one), ("other", other)] {
                files.iter().for_each(|(name, content)| write(&scratch.0.join(side).join(name), content).unwrap());
            }
            let said = must_be_alike(&scratch.0.join("one"), &scratch.0.join("other")).err();
            let said = said.map(|error| error.to_string());
            assert_eq!(said.as_deref().and_then(|said| said.split(": ").nth(1)), expected, "{case}");
        }
    }
}
