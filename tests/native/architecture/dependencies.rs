//! What is taken from others is what `docs/dependencies.md` says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::assert_none;
use crate::support::{read, top};

const PAGE: &str = "docs/dependencies.md";

/// The folders with a `Cargo.lock`.
const WORKSPACES: [&str; 2] = ["", "fuzz"];

/// The heading of the table of what users get.
const REACHES_USERS: &str = "What reaches users";

/// A dependency: its name, and the manifests that name it.
type Named = BTreeMap<String, BTreeSet<String>>;

/// A row of the page.
struct Row {
    heading: String,
    name: String,
    licence: String,
    manifests: BTreeSet<String>,
}

fn rows() -> Vec<Row> {
    let mut heading = String::new();
    let mut rows = Vec::new();
    for line in read(PAGE).lines() {
        if let Some(title) = line.strip_prefix("## ") {
            heading = title.to_owned();
        }
        let Some(inside) = line.strip_prefix("| `").and_then(|line| line.strip_suffix(" |")) else { continue };
        let [name, licence, manifests, reason] = inside.split(" | ").collect::<Vec<_>>()[..] else {
            panic!("{PAGE}: another number of columns: {line}")
        };
        assert!(reason.len() > 10, "{PAGE}: {name} has no reason");
        rows.push(Row {
            heading: heading.clone(),
            name: name.trim_end_matches('`').to_owned(),
            licence: licence.to_owned(),
            manifests: manifests.split(", ").map(|path| path.trim_matches('`').to_owned()).collect(),
        });
    }
    rows
}

/// The files of these names, by their paths from the top: of this repository, and not of what is made or installed in it.
fn manifests(names: &[&str]) -> Vec<String> {
    fn walk(folder: &Path, names: &[&str], found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_dir() {
                let is_made = ["node_modules", "target", "pkg", "dist", "report"].contains(&name);
                if !is_made && !name.starts_with('.') {
                    walk(&path, names, found);
                }
            } else if names.contains(&name) {
                found.push(path.strip_prefix(top()).unwrap().to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    let mut found = Vec::new();
    walk(&top(), names, &mut found);
    found
}

fn json(path: &str) -> Value {
    serde_json::from_str(&read(path)).unwrap()
}

/// The packages of both workspaces, and all that they depend on, as cargo knows them.
fn packages() -> Vec<Value> {
    let of = |folder: &str| {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.current_dir(top().join(folder));
        let output = cargo.args(["metadata", "--locked", "--all-features", "--format-version", "1"]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let mut metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
        serde_json::from_value::<Vec<Value>>(metadata["packages"].take()).unwrap()
    };
    WORKSPACES.into_iter().flat_map(of).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// What manifests of cargo name, and of this the part that is compiled into the library.
fn in_rust(packages: &[Value]) -> (Named, BTreeSet<String>) {
    let (mut named, mut reaching) = (Named::new(), BTreeSet::new());
    for package in packages.iter().filter(|package| package["source"].is_null()) {
        let manifest = Path::new(package["manifest_path"].as_str().unwrap()).strip_prefix(top()).unwrap();
        let manifest = manifest.to_str().unwrap().replace('\\', "/");
        for dependency in package["dependencies"].as_array().unwrap() {
            let name = text(&dependency["name"]);
            if name == "xregion" {
                continue;
            }
            if manifest == "Cargo.toml" && dependency["kind"] != "dev" {
                reaching.insert(name.clone());
            }
            named.entry(name).or_default().insert(manifest.clone());
        }
    }
    (named, reaching)
}

fn in_javascript() -> Named {
    let mut named = Named::new();
    for manifest in manifests(&["package.json"]) {
        let content = json(&manifest);
        let kinds = content.as_object().unwrap().iter().filter(|(key, _)| key.to_lowercase().ends_with("dependencies"));
        for name in kinds.flat_map(|(_, names)| names.as_object().unwrap().keys()).filter(|name| *name != "xregion") {
            named.entry(name.clone()).or_default().insert(manifest.clone());
        }
    }
    named
}

fn in_python() -> Named {
    let mut named = Named::new();
    for manifest in manifests(&["requirements.in", "build.in"]) {
        for (name, _) in read(&manifest).lines().filter_map(|line| line.split_once("==")) {
            named.entry(name.to_owned()).or_default().insert(manifest.clone());
        }
    }
    named
}

#[test]
fn every_direct_dependency_has_a_row_and_none_that_is_gone() {
    let (in_rust, reaching) = in_rust(&packages());
    let rows = rows();
    for (language, named) in [("Rust", in_rust), ("npm", in_javascript()), ("Python", in_python())] {
        assert!(named.len() > 4, "{language}: {named:?}");
        let is_of =
            |row: &&Row| row.heading == REACHES_USERS && language == "Rust" || row.heading.starts_with(language);
        let told: Vec<_> = rows.iter().filter(is_of).map(|row| (row.name.clone(), row.manifests.clone())).collect();
        let missing = named.iter().filter(|(name, at)| !told.contains(&((*name).clone(), (*at).clone())));
        let gone = told.iter().filter(|(name, at)| named.get(name) != Some(at));
        let wrong = missing.map(|row| format!("no row: {row:?}")).chain(gone.map(|row| format!("a row: {row:?}")));
        assert_none(&wrong.collect::<Vec<_>>());
        assert_eq!(told.len(), named.len(), "{language}: a dependency has two rows");
    }
    let told = rows.iter().filter(|row| row.heading == REACHES_USERS).map(|row| row.name.clone());
    assert_eq!(told.collect::<BTreeSet<_>>(), reaching);
}

#[test]
fn licences_are_those_that_dependencies_state() {
    let packages = packages();
    let mut wrong = Vec::new();
    let mut count = 0;
    for Row { name, licence, manifests, .. } in rows() {
        let manifest = manifests.first().unwrap();
        let stated = match manifest.rsplit_once('/').map_or(manifest.as_str(), |(_, file)| file) {
            "Cargo.toml" => {
                let package = packages.iter().find(|package| package["name"] == name.as_str()).unwrap();
                text(&package["license"])
            }
            "package.json" => {
                let mut folders = Path::new(manifest).ancestors().map(|folder| folder.join("package-lock.json"));
                let lock = folders.find(|lock| top().join(lock).is_file()).unwrap();
                text(&json(lock.to_str().unwrap())["packages"][format!("node_modules/{name}")]["license"])
            }
            // Locks of Python hold no licences.
            _ => continue,
        };
        count += 1;
        if stated != licence {
            wrong.push(format!("{name}: {licence}, where it says {stated}"));
        }
    }
    assert!(count > 60, "only {count} licences");
    assert_none(&wrong);
}

#[test]
fn whatever_is_installed_is_known_by_its_checksum() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for lock in manifests(&["package-lock.json"]) {
        for (place, package) in json(&lock)["packages"].as_object().unwrap() {
            let is_own = !place.contains("node_modules/") || package["link"] == true || place.ends_with("/xregion");
            count += 1;
            if !is_own && !package["integrity"].as_str().is_some_and(|sum| sum.starts_with("sha512-")) {
                wrong.push(format!("{lock}: {place}"));
            }
        }
    }
    for lock in manifests(&["requirements.txt", "build.txt"]) {
        for entry in read(&lock).replace("\\\n", " ").lines().filter(|line| line.contains("==")) {
            count += 1;
            if !entry.contains(" --hash=sha256:") {
                wrong.push(format!("{lock}: {entry}"));
            }
        }
    }
    let locks = manifests(&["Cargo.lock"]);
    assert_eq!(locks.len(), WORKSPACES.len(), "{locks:?}");
    for lock in locks {
        for package in read(&lock).split("[[package]]").filter(|package| package.contains("\nsource = ")) {
            count += 1;
            if !package.contains("\nchecksum = ") {
                wrong.push(format!("{lock}: {package}"));
            }
        }
    }
    assert!(count > 900, "only {count} packages");
    assert_none(&wrong);
}

#[test]
fn the_package_brings_nothing_of_others_and_runs_nothing_when_it_is_installed() {
    let manifest = json("pkg-template/package.json");
    let keys = manifest.as_object().unwrap().keys().map(String::as_str);
    let known = [
        "name",
        "version",
        "description",
        "keywords",
        "license",
        "type",
        "sideEffects",
        "engines",
        "bin",
        "exports",
        "main",
        "types",
        "typesVersions",
        "files",
        "publishConfig",
    ];
    let other: Vec<String> = keys.filter(|key| !known.contains(key)).map(str::to_owned).collect();
    assert_none(&other);
    let packages = packages();
    let own = packages.iter().find(|package| package["name"] == "xregion").unwrap();
    let targets = own["targets"].as_array().unwrap().iter().map(|target| target["kind"].to_string());
    assert_none(&targets.filter(|kind| kind.contains("custom-build")).collect::<Vec<_>>());
}
