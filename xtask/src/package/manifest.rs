//! The package.json of the package: the template's, with what is known only when all else is made.

use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::files;
use crate::project;

/// The version in the template, which stands for the library's own.
const NO_VERSION: &str = "\"version\": \"0.0.0\"";

/// The files in the template, which stand for those that are there.
const NO_FILES: &str = "\"files\": []";

/// What npm packs without being told.
const PACKED_ANYWAY: &[&str] = &["README.md", "package.json"];

/// That of the package in this folder, which names each of its files.
pub(super) fn of(template: &Path, package: &Path) -> Result<String> {
    let manifest = files::read(&template.join("package.json"))?;
    let manifest = set(&manifest, NO_VERSION, &format!("\"version\": \"{}\"", project::version_of("xregion")?))?;
    set(
        &manifest,
        NO_FILES,
        &format!("\"files\": [\n    {}\n  ]", named(&files::names_below(package)?)?.join(",\n    ")),
    )
}

/// The text is replaced, rather than parsed and written anew: the order of conditions in `exports` has a meaning.
fn set(manifest: &str, nothing: &str, value: &str) -> Result<String> {
    if manifest.matches(nothing).count() != 1 {
        bail!("pkg-template/package.json must hold {nothing} once");
    }
    Ok(manifest.replace(nothing, value))
}

/// The names of files as JSON, without those that need not be named.
fn named(files: &[String]) -> Result<Vec<String>> {
    let named = files.iter().filter(|file| !PACKED_ANYWAY.contains(&file.as_str()));
    named.map(|file| serde_json::to_string(file).context("a name cannot be written")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_set_once() {
        for (manifest, expected) in [
            ("{ \"version\": \"0.0.0\", \"b\": 1 }", Some("{ \"version\": \"1.2.3\", \"b\": 1 }")),
            ("{ \"version\": \"1.0.0\" }", None),
            ("{ \"version\": \"0.0.0\", \"version\": \"0.0.0\" }", None),
        ] {
            assert_eq!(set(manifest, NO_VERSION, "\"version\": \"1.2.3\"").ok().as_deref(), expected, "{manifest}");
        }
    }

    #[test]
    fn files_are_named_but_for_those_that_need_not_be() {
        let files = ["README.md", "a.js", "locales/README.md", "package.json"].map(str::to_owned);
        assert_eq!(named(&files).unwrap(), ["\"a.js\"", "\"locales/README.md\""]);
    }
}
