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
    let mut cargo = Command::new("cargo");
    cargo.current_dir(&clone.0).args(["publish", "--dry-run", "--locked", "--package", "xregion", "--target-dir"]);
    let asked = Step::new("publishing the crate for show", {
        cargo.arg(target);
        cargo
    });
    if let Err(error) = asked.run() {
        return unless_out_of_reach(error, "crates.io", &mut index_of_crates(clone));
    }
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
    let mut command = npm::npm()?;
    command.args(["publish", "--dry-run", "--ignore-scripts"]).args(npm_tag(version)).arg(&made.package);
    match Step::new("publishing the npm package for show", command).run() {
        Ok(_) => Ok(Checked::Passed),
        Err(error) => unless_out_of_reach(error, "npm's registry", npm::npm()?.args(["view", "npm", "version"])),
    }
}

/// Whether the version says enough of what changed in the Rust interface since the last release.
pub(super) fn rust_interface(clone: &Checkout, target: &Path) -> Result<Checked> {
    let Some(last) = clone.last_release() else {
        return Ok(Checked::Not("there is no tag of an earlier release to compare to".to_owned()));
    };
    match compare(clone, target, &last) {
        Ok(()) => Ok(Checked::Passed),
        Err(error) => unless_out_of_reach(error, "crates.io", &mut index_of_crates(clone)),
    }
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

/// Tells what is wrong from what could not be asked.
fn unless_out_of_reach(error: anyhow::Error, registry: &str, probe: &mut Command) -> Result<Checked> {
    interrupt::check()?;
    match process::answer(probe) {
        Ok(_) => Err(error),
        Err(_) => Ok(Checked::Not(format!("{registry} was not reached"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_counts_where_the_registry_is_reached() {
        for (arguments, expected) in
            [("--version", None), ("--no-such-option", Some(Checked::Not("r was not reached".into())))]
        {
            let result = unless_out_of_reach(anyhow::anyhow!("wrong"), "r", Command::new("cargo").arg(arguments));
            assert_eq!(result.ok(), expected, "{arguments}");
        }
    }

    #[test]
    fn previews_are_not_for_everybody() {
        for (version, expected) in [("1.0.0", &[][..]), ("1.0.0-rc.1", &["--tag", "next"])] {
            assert_eq!(npm_tag(&Version::parse(version).unwrap()), expected);
        }
    }
}
