//! Whether a package is whole: what its manifest names is there, and its scripts can be parsed.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::process::interrupt;
use crate::{files, project};

/// The fields of package.json that name files: some by a pattern, those in `files` one by one.
const FIELDS: &[&str] = &["files", "exports", "main", "types", "typesVersions"];

/// Fails if the text of a package.json is not JSON, or names files that are not there.
pub(super) fn manifest(text: &str, is_there: impl Fn(&str) -> bool) -> Result<()> {
    let missing = missing(text, is_there).context("pkg-template/package.json cannot be parsed")?;
    if !missing.is_empty() {
        bail!("pkg-template/package.json names what is not in the package: {}", missing.join(", "));
    }
    Ok(())
}

/// Whether it is the name of a file, or a pattern with one star that fits it.
pub(super) fn is_name_of(file: &str, name: &str) -> bool {
    let name = name.strip_prefix("./").unwrap_or(name);
    match name.split_once('*') {
        Some((start, end)) => {
            file.strip_prefix(start).and_then(|rest| rest.strip_suffix(end)).is_some_and(|rest| !rest.is_empty())
        }
        None => file == name,
    }
}

/// Fails if a script below the folder cannot be parsed.
pub(super) fn scripts(folder: &Path) -> Result<()> {
    for script in files::files_below(folder)?
        .iter()
        .filter(|file| file.extension().is_some_and(|is| ["js", "cjs", "mjs"].iter().any(|ending| is == *ending)))
    {
        interrupt::check()?;
        let node = Command::new("node").arg("--check").arg(script).stdin(Stdio::null()).output();
        let node = node.context("cannot start node")?;
        if !node.status.success() {
            let name = script.strip_prefix(project::root()).unwrap_or(script).display();
            bail!("{name} cannot be parsed: {}", complaint(&String::from_utf8_lossy(&node.stderr)));
        }
    }
    Ok(())
}

fn missing(manifest: &str, is_there: impl Fn(&str) -> bool) -> serde_json::Result<Vec<String>> {
    let manifest: Value = serde_json::from_str(manifest)?;
    let named = FIELDS.iter().flat_map(|field| {
        let texts = manifest.get(field).map(texts).unwrap_or_default();
        texts.into_iter().map(move |text| (text, field))
    });
    Ok(named.filter(|(file, _)| !is_there(file)).map(|(file, field)| format!("{file} (in `{field}`)")).collect())
}

/// Every text in a value: the conditions in `exports` nest.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// The one line that matters of what node says, with the number of the line that it is about.
fn complaint(said: &str) -> String {
    let error = said.lines().find(|line| line.contains("Error: ") || line.starts_with("Error ["));
    let error = error.unwrap_or("node does not say why");
    match said.lines().find_map(|line| line.rsplit_once(".js:")?.1.parse::<u32>().ok()) {
        Some(number) => format!("{error} in line {number}"),
        None => error.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_are_named_but_missing_are_told() {
        for (manifest, expected) in [
            (r#"{ "files": ["a.js"], "main": "./a.js", "types": "./a.d.ts" }"#, &[][..]),
            (r#"{ "files": ["a.js", "b.js", "c.js"] }"#, &["b.js (in `files`)", "c.js (in `files`)"]),
            (r#"{ "main": "./b.js", "types": "b.d.ts" }"#, &["./b.js (in `main`)", "b.d.ts (in `types`)"]),
            (r#"{ "exports": "./b.js" }"#, &["./b.js (in `exports`)"]),
            (r#"{ "exports": { ".": { "import": { "types": "./a.d.ts", "default": "./a.js" } }, "./b": null } }"#, &[]),
            (
                r#"{ "exports": { ".": [{ "types": "./b.d.ts" }, "./a.js"], "./c.wasm": "./c.wasm" } }"#,
                &["./b.d.ts (in `exports`)", "./c.wasm (in `exports`)"],
            ),
            (r#"{ "exports": { "./*": "./*.js" }, "typesVersions": { "*": { "*": ["./*.d.ts"] } } }"#, &[]),
            (
                r#"{ "exports": { "./*": "./*.cjs" }, "typesVersions": { "*": { "*": ["./b/*.d.ts"] } } }"#,
                &["./*.cjs (in `exports`)", "./b/*.d.ts (in `typesVersions`)"],
            ),
            (r#"{ "name": "b.js" }"#, &[]),
        ] {
            let is_there = |name: &str| ["a.js", "a.d.ts"].iter().any(|file| is_name_of(file, name));
            assert_eq!(missing(manifest, is_there).unwrap(), expected, "{manifest}");
        }
    }

    #[test]
    fn a_manifest_must_be_json() {
        for manifest in ["", "{ \"files\": [", "{ \"main\": \"./a.js\", }"] {
            assert!(missing(manifest, |_| true).is_err(), "{manifest}");
        }
    }

    #[test]
    fn what_node_says_becomes_one_line() {
        for (said, expected) in [
            (
                "file:///p/index.js:3\nlet = ;\n    ^\n\nSyntaxError: Unexpected token ';'\n    at check (node:x:1:2)\n",
                "SyntaxError: Unexpected token ';' in line 3",
            ),
            ("SyntaxError: Unexpected end of input\n", "SyntaxError: Unexpected end of input"),
            (
                "node:internal/x:83\n  throw new ERR_X(\n  ^\n\nError [ERR_X]: Invalid package config /p/package.json\n",
                "Error [ERR_X]: Invalid package config /p/package.json",
            ),
            ("", "node does not say why"),
        ] {
            assert_eq!(complaint(said), expected, "{said}");
        }
    }
}
