//! Where things are: in the checkout, and in the cache that all checkouts share.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// The top of the checkout.
pub(crate) fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// What this program leaves behind for itself and for the curious: logs, fingerprints, scratch files.
pub(crate) fn scratch() -> PathBuf {
    root().join("target/xtask")
}

/// Where downloaded and compiled tools live. It is outside the checkout, so that a fresh clone need not make them anew.
pub(crate) fn cache() -> Result<PathBuf> {
    cache_among(|name| env::var_os(name).filter(|value| !value.is_empty()))
        .context("no folder for tools: set XREGION_CACHE to one that may be written to")
}

/// Where cargo keeps the sources of what it compiles.
pub(crate) fn cargo_home() -> Result<PathBuf> {
    let told = env::var_os("CARGO_HOME").filter(|value| !value.is_empty()).map(PathBuf::from);
    told.or_else(|| Some(env::home_dir()?.join(".cargo"))).context("no home folder")
}

fn cache_among(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let below = |name: &str, rest: &str| variable(name).map(|folder| Path::new(&folder).join(rest));
    below("XREGION_CACHE", "")
        .or_else(|| below("XDG_CACHE_HOME", "xregion"))
        .or_else(|| below("LOCALAPPDATA", "xregion"))
        .or_else(|| below("HOME", ".cache/xregion"))
}

/// The version of a package in the text of a `Cargo.lock`.
pub(crate) fn locked_version(lock: &str, package: &str) -> Option<String> {
    let wanted = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != wanted).skip(1);
    Some(lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?.to_owned())
}

/// The version of a package in this workspace's `Cargo.lock`: of a dependency, or of the library itself.
pub(crate) fn version_of(package: &str) -> Result<String> {
    let lock = crate::files::read(&root().join("Cargo.lock"))?;
    locked_version(&lock, package).with_context(|| format!("Cargo.lock names no package {package}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_the_lock() {
        let lock = "version = 4\n\n\
            [[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"9.9.9\"\n\n\
            [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\ndependencies = [\n \"cfg-if\",\n]\n\n\
            [[package]]\nname = \"last\"\n";
        for (package, expected) in [
            ("wasm-bindgen", Some("0.2.130")),
            ("wasm-bindgen-shared", Some("9.9.9")),
            ("bindgen", None),
            ("cfg-if", None),
            ("last", None),
        ] {
            assert_eq!(locked_version(lock, package).as_deref(), expected, "{package}");
        }
    }

    #[test]
    fn the_cache_follows_the_customs_of_the_system() {
        for (variables, expected) in [
            (&[("XREGION_CACHE", "/c"), ("XDG_CACHE_HOME", "/x"), ("HOME", "/h")][..], Some("/c")),
            (&[("XDG_CACHE_HOME", "/x"), ("HOME", "/h")], Some("/x/xregion")),
            (&[("LOCALAPPDATA", "/l"), ("HOME", "/h")], Some("/l/xregion")),
            (&[("HOME", "/h")], Some("/h/.cache/xregion")),
            (&[], None),
        ] {
            let variable =
                |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into());
            assert_eq!(cache_among(variable), expected.map(PathBuf::from), "{variables:?}");
        }
    }
}
