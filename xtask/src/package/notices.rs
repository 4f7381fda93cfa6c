//! The licences of what of others is inside of the package, each with its text: who hands the modules on needs them.
//! One commit has one such text, wherever it is made.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use crate::parts::{Part, Published};
use crate::tools::wasm_target::TARGET;
use crate::{files, process, project};

/// What the file is called in the package.
pub(super) const FILE: &str = "THIRD_PARTY_NOTICES";

const HEAD: &str = "\
What of others is in xregion.wasm and full.wasm, in the scripts that hold them as text, and in glue.js. Each crate is
named with the licence that it states, and its text follows; of several to choose from it is that of the MIT licence.
";

/// The standard library comes with the compiler, and without a file of its licence that were the same everywhere.
const STANDARD_LIBRARY: &str = "\
Rust's standard library: core, alloc and std
MIT OR Apache-2.0

Copyright (c) The Rust Project Contributors. It is used here under the Apache License, Version 2.0, whose text is in
LICENSE-APACHE beside this file. What it is made of in turn, compiler-builtins and dlmalloc among it, is told at
https://github.com/rust-lang/rust/blob/master/COPYRIGHT
";

/// How names of files begin that hold licences.
const BEGINNINGS: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT"];

/// The text where there is a choice, and what it is a choice from.
const CHOSEN: &str = "LICENSE-MIT";
const NOT_CHOSEN: [&str; 2] = ["LICENSE-APACHE", "COPYING"];

/// The file.
pub(super) fn text() -> Result<String> {
    let folders = folders()?;
    let parts = Part::all_of(&Published::Package.tree()?)?;
    let mut crates = Vec::new();
    for part in parts.into_iter().filter(|part| part.name != "xregion") {
        let key = (part.name.clone(), part.version.clone());
        let folder = folders.get(&key).with_context(|| format!("cargo metadata does not name {}", part.name))?;
        let texts = texts_in(folder).with_context(|| format!("the licence of {} {}", part.name, part.version))?;
        crates.push((part, texts));
    }
    Ok(written(&crates))
}

/// What `cargo metadata` says, as far as it is of interest.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    manifest_path: PathBuf,
}

/// Where the sources of crates are, by their names and versions.
fn folders() -> Result<BTreeMap<(String, String), PathBuf>> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(project::root()).args(["metadata", "--locked", "--format-version", "1"]);
    cargo.args(["--all-features", "--filter-platform", TARGET]);
    let read: Metadata = serde_json::from_str(&process::answer(&mut cargo)?)?;
    let folder =
        |Package { name, version, manifest_path }: Package| Some(((name, version), manifest_path.parent()?.to_owned()));
    Ok(read.packages.into_iter().filter_map(folder).collect())
}

/// The texts of licences that stand at the top of a folder, with what belongs to all of them.
fn texts_in(folder: &Path) -> Result<Vec<String>> {
    let names = files::names_below(folder)?;
    let has_choice = names.iter().any(|name| name == CHOSEN);
    let is_licence = |name: &&String| {
        let is_other = has_choice && NOT_CHOSEN.contains(&name.as_str());
        !name.contains('/') && !is_other && BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
    };
    let texts: Vec<String> =
        names.iter().filter(is_licence).map(|name| read(&folder.join(name))).collect::<Result<_>>()?;
    if texts.is_empty() {
        bail!("no file holds its text");
    }
    Ok(texts)
}

/// A text with the same ends of lines everywhere, and without blanks before them.
fn read(file: &Path) -> Result<String> {
    let text = files::read(file)?;
    Ok(text.trim().lines().map(|line| line.trim_end().to_owned() + "\n").collect())
}

fn written(crates: &[(Part, Vec<String>)]) -> String {
    let mut text = HEAD.to_owned();
    for (Part { name, version, licence }, texts) in crates {
        text += &section(&format!("{name} {version}\n{licence}\n\n{}", texts.join("\n")));
    }
    text + &section(STANDARD_LIBRARY)
}

fn section(text: &str) -> String {
    format!("\n{}\n\n{text}", "-".repeat(80))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Scratch;

    #[test]
    fn of_several_licences_one_is_told() {
        for (names, expected) in [
            (&["LICENSE"][..], Some(&["LICENSE\n"][..])),
            (&["LICENSE.md", "Cargo.toml"], Some(&["LICENSE.md\n"])),
            (&["LICENSE-APACHE", "LICENSE-MIT"], Some(&["LICENSE-MIT\n"])),
            (&["COPYING", "LICENSE-MIT", "UNLICENSE"], Some(&["LICENSE-MIT\n"])),
            (&["LICENSE-APACHE", "NOTICE"], Some(&["LICENSE-APACHE\n", "NOTICE\n"])),
            (&["LICENSE-APACHE", "LICENSE-MIT", "LICENSE-UNICODE"], Some(&["LICENSE-MIT\n", "LICENSE-UNICODE\n"])),
            (&["Cargo.toml", "src/LICENSE"], None),
        ] {
            let scratch = Scratch::new("notices");
            for name in names {
                files::write(&scratch.0.join(name), format!("\n{name}  \r\n\n")).unwrap();
            }
            let found = texts_in(&scratch.0).ok();
            let found: Option<Vec<&str>> = found.as_ref().map(|texts| texts.iter().map(String::as_str).collect());
            assert_eq!(found.as_deref(), expected, "{names:?}");
        }
    }

    #[test]
    fn this_checkout_tells_all_that_is_inside() {
        let once = text().unwrap();
        assert_eq!(text().unwrap(), once);
        let parts = Part::all_of(&Published::Package.tree().unwrap()).unwrap();
        assert!(parts.len() > 15, "only {} crates", parts.len());
        for Part { name, version, licence } in parts.iter().filter(|part| part.name != "xregion") {
            assert!(once.contains(&format!("\n\n{name} {version}\n{licence}\n\n")), "{name} is not told");
        }
        assert_eq!(once.matches(&"-".repeat(80)).count(), parts.len());
        assert!(once.contains("Copyright (c) The Rust Project Contributors") && !once.contains("serde_derive "));
        assert!(!once.contains(&*project::root().to_string_lossy()) && !once.contains(".cargo"));
    }
}
