//! What of others is inside of what is published: crates with their licences and checksums, as CycloneDX has them.
//! Neither a time nor a number of its own is in it: one commit has one.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use spdx::Expression;

use super::checksums;
use crate::parts::{Part, Published};
use crate::{files, project};

/// Writes it beside a file that is published, and returns where.
pub(super) fn write(file: &Path, published: Published) -> Result<PathBuf> {
    let content = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let tree = published.tree()?;
    let lock: Lock = toml::from_str(&files::read(&project::root().join("Cargo.lock"))?)?;
    let text = serde_json::to_string_pretty(&bom(published, &checksums::sum(&content), &tree, &lock)?)?;
    let mut name = file.to_owned().into_os_string();
    name.push(".cdx.json");
    files::write(Path::new(&name), text + "\n")?;
    Ok(name.into())
}

/// `Cargo.lock`, as far as it is of interest.
#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    checksum: Option<String>,
}

fn bom(published: Published, sum: &str, tree: &str, lock: &Lock) -> Result<Value> {
    let crates = Part::all_of(tree)?;
    let (own, others): (Vec<_>, Vec<_>) = crates.into_iter().partition(|part| part.name == "xregion");
    let own = own.first().context("cargo tree does not name xregion")?;
    let components = others.iter().map(|part| part.component("cargo", lock.checksum_of(part)?));
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": own.component(published.registry(), sum)? },
        "components": components.collect::<Result<Vec<_>>>()?,
    }))
}

impl Lock {
    fn checksum_of(&self, part: &Part) -> Result<&str> {
        let found = self.package.iter().find(|locked| locked.name == part.name && locked.version == part.version);
        let checksum = found.and_then(|locked| locked.checksum.as_deref());
        checksum.with_context(|| format!("Cargo.lock has no checksum of {} {}", part.name, part.version))
    }
}

impl Published {
    fn registry(self) -> &'static str {
        match self {
            Self::Crate => "cargo",
            Self::Package => "npm",
        }
    }
}

impl Part {
    fn component(&self, registry: &str, sum: &str) -> Result<Value> {
        let Self { name, version, licence } = self;
        let canonical = Expression::canonicalize(licence).with_context(|| format!("the licence of {name}"))?;
        let address = format!("pkg:{registry}/{name}@{}", version.replace('+', "%2B"));
        Ok(json!({
            "type": "library",
            "bom-ref": address,
            "name": name,
            "version": version,
            "hashes": [{ "alg": "SHA-256", "content": sum }],
            "licenses": [{ "expression": canonical.as_ref().unwrap_or(licence) }],
            "purl": address,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Scratch;

    fn lock() -> Lock {
        let locked = |name: &str, version: &str, checksum: Option<&str>| Locked {
            name: name.to_owned(),
            version: version.to_owned(),
            checksum: checksum.map(str::to_owned),
        };
        Lock {
            package: vec![
                locked("xregion", "0.2.0", None),
                locked("memo", "1.0.0", Some("11")),
                locked("memo", "2.0.0+x", Some("22")),
            ],
        }
    }

    #[test]
    fn crates_are_told_with_their_licences_and_checksums() {
        let tree = "xregion v0.2.0 (/home/it is here)|Apache-2.0 OR MIT\nmemo v2.0.0+x (proc-macro)|MIT/Apache-2.0\n\
            memo v2.0.0+x (proc-macro)|MIT/Apache-2.0";
        let made = bom(Published::Package, "aa", tree, &lock()).unwrap();
        let expected = |address: &str, name: &str, version: &str, sum: &str, licence: &str| {
            json!({
                "type": "library", "bom-ref": address, "name": name, "version": version,
                "hashes": [{ "alg": "SHA-256", "content": sum }],
                "licenses": [{ "expression": licence }], "purl": address,
            })
        };
        let own = expected("pkg:npm/xregion@0.2.0", "xregion", "0.2.0", "aa", "Apache-2.0 OR MIT");
        assert_eq!(made["metadata"], json!({ "component": own }));
        let memo = expected("pkg:cargo/memo@2.0.0%2Bx", "memo", "2.0.0+x", "22", "MIT OR Apache-2.0");
        assert_eq!(made["components"], json!([memo]));
    }

    #[test]
    fn what_is_not_known_is_told() {
        for (tree, expected) in [
            ("", "cargo tree does not name xregion"),
            ("memo v2.0.0+x|MIT", "cargo tree does not name xregion"),
            ("memo 2.0.0", "cargo tree says what is not understood: memo 2.0.0"),
            ("xregion v0.2.0|MIT\nmemo v3.0.0|MIT", "Cargo.lock has no checksum of memo 3.0.0"),
            ("xregion v0.2.0|MIT\nmemo v1.0.0|mine", "the licence of memo"),
        ] {
            let said = bom(Published::Crate, "aa", tree, &lock()).err().map(|error| error.to_string());
            assert_eq!(said.as_deref(), Some(expected));
        }
    }

    #[test]
    fn this_checkout_has_the_same_each_time() {
        let scratch = Scratch::new("bom");
        for (published, inside, outside) in
            [(Published::Crate, "serde_derive", "wasm-bindgen"), (Published::Package, "talc", "serde_derive")]
        {
            let file = scratch.0.join(format!("{published:?}"));
            files::write(&file, "abc").unwrap();
            let once = files::read(&write(&file, published).unwrap()).unwrap();
            assert_eq!(files::read(&write(&file, published).unwrap()).unwrap(), once);
            let has = |name: &str| once.contains(&format!("\"name\": \"{name}\""));
            assert!(has("serde_json") && has(inside) && !has(outside) && !has("anyhow"), "{once}");
            assert!(!once.contains(&*project::root().to_string_lossy()), "{once}");
        }
    }
}
