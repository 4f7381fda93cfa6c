//! A release: all that can be done before something is sent. Nothing is sent from here.

pub(crate) mod artefacts;
mod bom;
mod changelog;
mod checks;
mod checksums;
mod git;
mod twins;
mod version;

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use semver::Version;

use crate::process;
use crate::workshop::Workshop;
use crate::{files, project};
use artefacts::Artefacts;
use checks::Checked;
use git::Checkout;

/// Prepares a version. All of it happens in clones; this checkout changes at the end, if everything went well, or not
/// at all in a dry run.
pub(crate) fn prepare(wanted: &str, dry_run: bool) -> Result<()> {
    let here = Checkout(project::root().to_owned());
    let current = project::version_of("xregion")?;
    let version = version::following(wanted, &current)?;
    let tag = format!("v{version}");
    here.must_not_have(&tag)?;
    if !dry_run {
        here.must_be_on_main()?;
    }
    here.must_be_clean()?;

    let workshop = Workshop::of_checkout()?;
    let staging = workshop.staging(&project::scratch().join("release"))?;
    let target = staging.path().join("target");
    let first = here.cloned_to(&staging.path().join("first"))?;
    write(&first, &current, &version)?;
    first.commit_all(&format!("Release {version}"))?;
    // A blank, and another length: neither may be seen in what is made.
    let second = first.cloned_to(&staging.path().join("elsewhere/the second"))?;

    // What is quickly refused comes before what takes minutes.
    let interface = checks::rust_interface(&first, &target)?;
    let folder = twins::make(&first, "first")?;
    let made = Artefacts::of(&folder, &version.to_string());
    let checks = [
        ("cargo semver-checks", interface),
        ("cargo publish --dry-run", checks::crates_io(&first, &made, &target)?),
        ("npm publish --dry-run", checks::npm_registry(&made, &version)?),
        ("two builds, the same bytes", {
            twins::must_be_alike(&folder, &twins::make(&second, "second")?)?;
            Checked::Passed
        }),
    ];

    print(&checks, &made)?;
    if dry_run {
        println!("nothing was changed: this was a dry run");
        return Ok(());
    }
    here.must_be_clean()?;
    keep(&workshop, &folder)?;
    here.take(&first, &tag, &format!("xregion {version}"))?;
    println!("{}", farewell(&version, &tag));
    Ok(())
}

/// Writes the version, and its heading into the changelog.
fn write(clone: &Checkout, current: &str, version: &Version) -> Result<()> {
    let locks = clone.files_called("package-lock.json")?;
    version::write(&clone.0, &locks.lines().collect::<Vec<_>>(), current, version)?;
    let changelog = clone.0.join("CHANGELOG.md");
    let text = changelog::released(&files::read(&changelog)?, &version.to_string(), &today()?)?;
    files::write(&changelog, text)
}

/// The day by universal time, wherever the machine is.
fn today() -> Result<String> {
    process::answer(Command::new("node").args(["--print", "new Date().toISOString().slice(0, 10)"]))
}

fn print(checks: &[(&str, Checked)], made: &Artefacts) -> Result<()> {
    println!();
    for (name, checked) in checks {
        match checked {
            Checked::Passed => println!("{name}: passed"),
            Checked::Not(reason) => println!("{name}: NOT CHECKED, {reason}"),
        }
    }
    println!("\n{}", files::read(&made.checksums)?);
    Ok(())
}

/// Brings what was made from its clone to where it is published from.
fn keep(workshop: &Workshop, folder: &Path) -> Result<()> {
    let staging = workshop.staging(&project::root().join(artefacts::FOLDER))?;
    files::copy_folder(folder, staging.path())?;
    staging.publish(None).context("the release was not kept")
}

/// What is left to a person.
fn farewell(version: &Version, tag: &str) -> String {
    let tagged = checks::npm_tag(version).iter().map(|argument| format!(" {argument}")).collect::<String>();
    let folder = artefacts::FOLDER;
    format!(
        "{folder}/ holds the release, and the commit has the tag {tag}. Nothing was sent; who may publish does that by:\n  \
         git push --follow-tags\n  \
         cargo publish --package xregion\n  \
         npm publish{tagged} ./{folder}/xregion-{version}.tgz\n\
         docs/releasing.md says where npm attests the provenance."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_to_do_is_said() {
        for (version, command) in [
            ("0.2.0", "npm publish ./dist/xregion-0.2.0.tgz\n"),
            ("0.2.0-rc.1", "npm publish --tag next ./dist/xregion-0.2.0-rc.1.tgz\n"),
        ] {
            assert!(farewell(&Version::parse(version).unwrap(), "v").contains(command), "{version}");
        }
    }
}
