//! What may be taken from others in Rust: under which licences, from where, and each in one version.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde::Deserialize;
use spdx::{Expression, LicenseReq, ParseMode};

use crate::{process, project};

/// One of these is what every crate may be used under. None is here that no crate needs.
const LICENCES: [&str; 6] = ["Apache-2.0", "BSD-3-Clause", "MIT", "NCSA", "Unicode-3.0", "Zlib"];

/// Where crates come from.
const SOURCE: &str = "registry+https://github.com/rust-lang/crates.io-index";

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    workspace_members: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
}

/// For every target and feature, whether it is compiled here or not: of the workspace, and of the fuzz targets.
fn metadata() -> Metadata {
    let of = |folder: &str| -> Metadata {
        let mut cargo = Command::new("cargo");
        cargo.current_dir(project::root().join(folder));
        cargo.args(["metadata", "--locked", "--all-features", "--format-version", "1"]);
        serde_json::from_str(&process::answer(&mut cargo).unwrap()).unwrap()
    };
    let (mut read, fuzz) = (of(""), of("fuzz"));
    assert_eq!([read.workspace_members.len(), fuzz.workspace_members.len()], [2, 1]);
    assert!(read.packages.len() > 100, "only {} crates", read.packages.len());
    read.packages.extend(fuzz.packages);
    read.workspace_members.extend(fuzz.workspace_members);
    read
}

fn permits(package: &Package, licences: &[&str]) -> bool {
    let is_listed = |asked: &LicenseReq| {
        let id = asked.license.id();
        asked.addition.is_none() && id.is_some_and(|id| licences.contains(&id.name))
    };
    let expression = package.license.as_deref().map(|text| Expression::parse_mode(text, ParseMode::LAX));
    expression.is_some_and(|read| read.is_ok_and(|read| read.evaluate(is_listed)))
}

/// What is wrong with crates, each told by its name.
fn refused(metadata: &Metadata) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in &metadata.packages {
        let Package { name, version, .. } = package;
        versions.entry(name).or_default().insert(version);
        if !permits(package, &LICENCES) {
            wrong.push(format!("{name}: its licence is {}", package.license.as_deref().unwrap_or("not told")));
        }
        match package.source.as_deref() {
            Some(SOURCE) => {}
            None if metadata.workspace_members.contains(&package.id) => {}
            other => wrong.push(format!("{name}: it is from {}", other.unwrap_or("a folder"))),
        }
    }
    let twice = versions.iter().filter(|(_, versions)| versions.len() > 1);
    wrong.extend(twice.map(|(name, versions)| format!("{name}: there is {versions:?}")));
    wrong
}

#[test]
fn crates_are_from_one_place_each_once_and_under_known_licences() {
    let metadata = metadata();
    assert_eq!(refused(&metadata), [] as [String; 0]);
    for licence in LICENCES {
        let others: Vec<&str> = LICENCES.into_iter().filter(|other| *other != licence).collect();
        assert!(metadata.packages.iter().any(|package| !permits(package, &others)), "no crate needs {licence}");
    }
}

#[test]
fn what_is_refused_is_told() {
    let package = |name: &str, version: &str, license: Option<&str>, source: Option<&str>| Package {
        id: format!("{name} {version}"),
        name: name.to_owned(),
        version: version.to_owned(),
        license: license.map(str::to_owned),
        source: source.map(str::to_owned),
    };
    let own = || package("own", "0.1.0", Some("Apache-2.0 OR MIT"), None);
    let from_git = Some("git+https://example.com/a");
    for (name, packages, expected) in [
        ("a choice", vec![package("a", "1.0.0", Some("GPL-3.0-only OR MIT"), Some(SOURCE))], vec![]),
        ("a slash", vec![package("a", "1.0.0", Some("GPL-3.0/MIT"), Some(SOURCE))], vec![]),
        (
            "both",
            vec![package("a", "1.0.0", Some("GPL-3.0-only AND MIT"), Some(SOURCE))],
            vec!["a: its licence is GPL-3.0-only AND MIT"],
        ),
        (
            "an exception",
            vec![package("a", "1.0.0", Some("Apache-2.0 WITH LLVM-exception"), Some(SOURCE))],
            vec!["a: its licence is Apache-2.0 WITH LLVM-exception"],
        ),
        ("none", vec![package("a", "1.0.0", None, Some(SOURCE))], vec!["a: its licence is not told"]),
        ("words", vec![package("a", "1.0.0", Some("as is"), Some(SOURCE))], vec!["a: its licence is as is"]),
        ("git", vec![package("a", "1.0.0", Some("MIT"), from_git)], vec!["a: it is from git+https://example.com/a"]),
        ("a folder", vec![package("a", "1.0.0", Some("MIT"), None)], vec!["a: it is from a folder"]),
        (
            "twice",
            vec![package("a", "1.0.0", Some("MIT"), Some(SOURCE)), package("a", "2.0.0", Some("MIT"), Some(SOURCE))],
            vec![r#"a: there is {"1.0.0", "2.0.0"}"#],
        ),
    ] {
        let packages = [own()].into_iter().chain(packages).collect();
        let metadata = Metadata { packages, workspace_members: BTreeSet::from([own().id]) };
        assert_eq!(refused(&metadata), expected, "{name}");
    }
}
