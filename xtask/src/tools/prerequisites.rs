//! What must be there before anything can be installed.

use std::process::Command;

use anyhow::{Result, bail};

use super::lookup;
use crate::process;

/// What builds the examples needs it.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// Fails with one line for each thing that is missing.
pub(crate) fn check() -> Result<()> {
    let missing: Vec<String> = [node(), npm(), c_compiler()].into_iter().flatten().collect();
    if !missing.is_empty() {
        bail!("{}", missing.join("\nerror: "));
    }
    Ok(())
}

fn node() -> Option<String> {
    let version = process::answer(Command::new("node").arg("--version")).ok();
    complaint_about_node(version.as_deref())
}

fn complaint_about_node(version: Option<&str>) -> Option<String> {
    let (major, minor) = OLDEST_NODE;
    let hint = format!("install Node.js {major}.{minor} or later from https://nodejs.org/");
    match version {
        None => Some(format!("Node.js is missing; {hint}")),
        Some(version) if release(version).is_none_or(|release| release < OLDEST_NODE) => {
            Some(format!("Node.js {version} is too old; {hint}"))
        }
        Some(_) => None,
    }
}

/// The first two numbers of a version.
fn release(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.strip_prefix('v')?.split('.').map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

fn npm() -> Option<String> {
    let hint = "npm is missing; it comes with Node.js from https://nodejs.org/, Debian has it as the package npm";
    lookup::program("npm").is_none().then(|| hint.to_owned())
}

/// Some of the tools that are compiled here contain C. On Windows the compiler is not on `PATH`; Rust itself looks for it.
fn c_compiler() -> Option<String> {
    let found = cfg!(windows) || ["cc", "gcc", "clang"].into_iter().any(|name| lookup::program(name).is_some());
    let hint =
        "a C compiler is missing; Debian has it as the package gcc, macOS installs it by `xcode-select --install`";
    (!found).then(|| hint.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_and_missing_versions_of_node_are_named() {
        for (version, expected) in [
            (Some("v20.19.0"), None),
            (Some("v20.18.3"), Some("Node.js v20.18.3 is too old")),
            (Some("v26.1.0"), None),
            (Some("v18.20.4"), Some("Node.js v18.20.4 is too old")),
            (Some("strange"), Some("Node.js strange is too old")),
            (None, Some("Node.js is missing")),
        ] {
            let complaint = complaint_about_node(version);
            assert_eq!(complaint.as_deref().and_then(|text| text.split(';').next()), expected, "{version:?}");
        }
    }
}
