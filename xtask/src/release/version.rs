//! The version: which one a release may have, and where it is written.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use semver::Version;

use crate::files;

/// What stands before the version: in the manifest, and in cargo's lock.
const IN_CARGO: &str = "name = \"xregion\"\nversion = \"";

/// What stands before it in npm's locks of projects that take the package from `pkg/`.
const IN_NPM: &str = "\"node_modules/xregion\": {\n      \"version\": \"";

/// Reads a version that may follow another. The first release has the one that is there already.
pub(super) fn following(wanted: &str, current: &str) -> Result<Version> {
    let version = Version::parse(wanted).with_context(|| format!("`{wanted}` is no version"))?;
    let current = Version::parse(current).with_context(|| format!("`{current}` is no version"))?;
    if !version.build.is_empty() {
        bail!("registries do not tell versions apart by what follows a plus sign: `{version}`");
    }
    if version < current {
        bail!("{version} is older than {current}, which is the version here");
    }
    Ok(version)
}

/// Writes it wherever the old one stands in a checkout; `locks` are its locks of npm.
pub(super) fn write(checkout: &Path, locks: &[&str], from: &str, to: &Version) -> Result<()> {
    for file in ["Cargo.toml", "Cargo.lock"] {
        let path = checkout.join(file);
        let text = files::read(&path)?;
        files::write(&path, replaced(&text, IN_CARGO, from, to).with_context(|| file.to_owned())?)?;
    }
    for file in locks {
        let path = checkout.join(file);
        let text = files::read(&path)?;
        if text.contains(IN_NPM) {
            files::write(&path, replaced(&text, IN_NPM, from, to).with_context(|| (*file).to_owned())?)?;
        }
    }
    Ok(())
}

fn replaced(text: &str, before: &str, from: &str, to: &Version) -> Result<String> {
    let place = format!("{before}{from}\"");
    if text.matches(&place).count() != 1 {
        bail!("the version {from} of xregion must stand in it once");
    }
    Ok(text.replace(&place, &format!("{before}{to}\"")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    #[test]
    fn versions_only_grow() {
        for (wanted, current, expected) in [
            ("0.2.0", "0.1.0", true),
            ("0.1.0", "0.1.0", true),
            ("1.0.0-rc.1", "0.9.9", true),
            ("1.0.0", "1.0.0-rc.1", true),
            ("1.0.0-rc.1", "1.0.0", false),
            ("0.0.9", "0.1.0", false),
            ("0.2.0+debian", "0.1.0", false),
            ("v0.2.0", "0.1.0", false),
            ("0.2", "0.1.0", false),
            ("", "0.1.0", false),
        ] {
            let version = following(wanted, current).map(|version| version.to_string());
            assert_eq!(version.ok().as_deref(), expected.then_some(wanted), "{wanted} after {current}");
        }
    }

    #[test]
    fn it_is_written_where_it_is_the_library_s() {
        let version = Version::new(0, 2, 0);
        for (text, expected) in [
            (
                "name = \"xregion\"\nversion = \"0.1.0\"\n\nname = \"other\"\nversion = \"0.1.0\"\n",
                Some("name = \"xregion\"\nversion = \"0.2.0\"\n\nname = \"other\"\nversion = \"0.1.0\"\n"),
            ),
            ("name = \"xregion\"\nversion = \"0.1.1\"\n", None),
            ("name = \"xregion\"\nversion = \"0.1.0\"\nname = \"xregion\"\nversion = \"0.1.0\"\n", None),
            ("", None),
        ] {
            assert_eq!(replaced(text, IN_CARGO, "0.1.0", &version).ok().as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn it_is_found_in_the_files_of_this_checkout() {
        let current = project::version_of("xregion").unwrap();
        for (file, before) in
            [("Cargo.toml", IN_CARGO), ("Cargo.lock", IN_CARGO), ("examples/package-lock.json", IN_NPM)]
        {
            let text = files::read(&project::root().join(file)).unwrap();
            assert!(replaced(&text, before, &current, &Version::new(9, 9, 9)).is_ok(), "{file}");
        }
    }
}
