//! What registries and users would say of a release, asked before there is one.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};
use semver::Version;

use super::artefacts::Artefacts;
use super::git::Checkout;
use crate::files;
use crate::process::{self, Step, interrupt};
use crate::tools::crates::semver_checks;
use crate::tools::{ensure, lookup, npm};

/// How a check went that did not fail.
#[derive(Debug, PartialEq)]
pub(super) enum Checked {
    Passed,
    /// It could not be made, for this reason.
    Not(String),
}

/// Whether crates.io would take the crate: cargo compiles what it would send.
pub(super) fn crates_io(clone: &Checkout, made: &Artefacts, target: &Path) -> Result<Checked> {
    if let Some(not) = out_of_reach("crates.io", &mut index_of_crates(clone))? {
        return Ok(not);
    }
    let mut cargo = Command::new("cargo");
    cargo.current_dir(&clone.0).args(["publish", "--dry-run", "--locked", "--package", "xregion", "--target-dir"]);
    cargo.arg(target);
    Step::new("publishing the crate for show", cargo).run()?;

    // Cargo's versions differ in where they leave it.
    let sent = files::files_below(&target.join("package"))?.into_iter();
    let sent = sent.filter(|file| file.file_name() == made.crate_file.file_name()).collect::<Vec<_>>();
    let [sent] = sent.as_slice() else { bail!("cargo publish left no crate to compare to, or more than one") };
    if std::fs::read(sent)? != std::fs::read(&made.crate_file)? {
        bail!("cargo publish would send another crate than {}", made.crate_file.display());
    }
    Ok(Checked::Passed)
}

/// Whether npm's registry would take the package.
pub(super) fn npm_registry(made: &Artefacts, version: &Version) -> Result<Checked> {
    if let Some(not) = out_of_reach("npm's registry", npm::npm()?.args(["ping", "--fetch-retries", "1"]))? {
        return Ok(not);
    }
    let mut command = npm::npm()?;
    command.args(["publish", "--dry-run", "--ignore-scripts"]).args(npm_tag(version)).arg(&made.package);
    Step::new("publishing the npm package for show", command).run()?;
    Ok(Checked::Passed)
}

/// Whether the version says enough of what changed in the Rust interface since the last release.
pub(super) fn rust_interface(clone: &Checkout, target: &Path) -> Result<Checked> {
    let Some(last) = clone.last_release() else {
        return Ok(Checked::Not("there is no tag of an earlier release to compare to".to_owned()));
    };
    // It resolves the dependencies of both versions anew.
    if let Some(not) = out_of_reach("crates.io", &mut index_of_crates(clone))? {
        return Ok(not);
    }
    compare(clone, target, &last)?;
    Ok(Checked::Passed)
}

fn compare(clone: &Checkout, target: &Path, last: &str) -> Result<()> {
    let program = ensure(&semver_checks())?;
    let mut cargo = Command::new("cargo");
    if let Some(folder) = program.parent() {
        lookup::put_first(&mut cargo, folder)?;
    }
    cargo.current_dir(&clone.0).env("CARGO_TARGET_DIR", target);
    cargo.args(["semver-checks", "--package", "xregion", "--baseline-rev", last]);
    Step::new(format!("comparing the Rust interface to {last}"), cargo).run().map(drop)
}

/// What npm wants to be told of a version that not everybody shall get.
pub(super) fn npm_tag(version: &Version) -> &'static [&'static str] {
    if version.pre.is_empty() { &[] } else { &["--tag", "next"] }
}

/// Asks for the index of crates.io, and changes nothing.
fn index_of_crates(clone: &Checkout) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(&clone.0).args(["update", "--dry-run"]);
    cargo
}

/// Asks before a check whether it can be made: without a network, cargo tries for each of hundreds of packages.
fn out_of_reach(registry: &str, probe: &mut Command) -> Result<Option<Checked>> {
    let answer = process::answer(probe);
    interrupt::check()?;
    Ok(answer.is_err().then(|| Checked::Not(format!("{registry} was not reached"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_answer_is_named() {
        for (arguments, expected) in [("--version", None), ("--no-such-option", Some("r was not reached"))] {
            let not = out_of_reach("r", Command::new("cargo").arg(arguments)).unwrap();
            assert_eq!(not, expected.map(|reason| Checked::Not(reason.to_owned())), "{arguments}");
        }
    }

    #[test]
    fn previews_are_not_for_everybody() {
        for (version, expected) in [("1.0.0", &[][..]), ("1.0.0-rc.1", &["--tag", "next"])] {
            assert_eq!(npm_tag(&Version::parse(version).unwrap()), expected);
        }
    }
}
