//! What each entry may weigh, as `xtask/budgets.toml` says.

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;
use serde_json::Value;

use super::table::grouped;
use super::weighing::Load;
use crate::{files, project};

const FILE: &str = "xtask/budgets.toml";

/// Languages are data of one make: the one that a script imports stands for all.
const ALIKE: &str = "./locales/";

/// How much more than it needs an entry's budget may be, in percent.
const SLACK: u64 = 5;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budgets {
    entries: Vec<Entry>,
}

/// A line of the file.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    /// As users import it.
    pub(super) name: String,
    /// Bytes by gzip.
    pub(super) most: u64,
    script: String,
    #[serde(default)]
    files: Vec<String>,
}

/// How an entry stands to its budget, and what is to be done about it.
#[derive(Debug, PartialEq)]
pub(super) enum Verdict {
    Kept,
    Broken(String),
    Loose(String),
}

/// The lines of the file.
pub(super) fn read() -> Result<Vec<Entry>> {
    parse(&files::read(&project::root().join(FILE))?).with_context(|| format!("{FILE} cannot be read"))
}

fn parse(text: &str) -> Result<Vec<Entry>> {
    Ok(toml::from_str::<Budgets>(text)?.entries)
}

/// Fails if a package with this manifest has an entry that no script imports.
pub(super) fn cover(manifest: &str, entries: &[Entry]) -> Result<()> {
    let manifest: Value = serde_json::from_str(manifest)?;
    let exports = manifest.get("exports").and_then(Value::as_object).context("package.json has no `exports`")?;
    let is_imported = |key: &str| {
        let import = format!("\"xregion{}\"", key.trim_start_matches('.'));
        entries.iter().any(|entry| entry.script.contains(&import))
    };
    let missing: Vec<&str> =
        exports.keys().map(String::as_str).filter(|key| is_code(key) && !is_imported(key)).collect();
    if !missing.is_empty() {
        bail!("{FILE} has no line for {} of the package's `exports`", missing.join(", "));
    }
    Ok(())
}

fn is_code(key: &str) -> bool {
    !key.starts_with(ALIKE) && !key.ends_with(".wasm") && !key.ends_with(".json")
}

impl Entry {
    /// What its users load.
    pub(super) fn load(&self) -> Load<'_> {
        Load { name: &self.name, script: Some(&self.script), files: self.files.iter().map(String::as_str).collect() }
    }

    /// Judges what it weighs by gzip.
    pub(super) fn judge(&self, actual: u64) -> Verdict {
        let (name, most) = (&self.name, self.most);
        let (weight, budget, fitting) = (grouped(actual), grouped(most), fitting(actual));
        if actual > most {
            return Verdict::Broken(format!(
                "{name} weighs {weight} bytes by gzip, and may weigh {budget}: make it lighter, `cargo xtask size` says \
                 what takes the room; or raise its budget in {FILE}, and say why in the commit"
            ));
        }
        if most > fitting + fitting * SLACK / 100 {
            let fitting = grouped(fitting);
            return Verdict::Loose(format!(
                "{name} weighs {weight} bytes by gzip, far below its budget of {budget}: lower that in {FILE} to {fitting}"
            ));
        }
        Verdict::Kept
    }
}

/// A round budget for what weighs so much. Other versions of tools may need a few bytes more.
fn fitting(actual: u64) -> u64 {
    let step = if actual < 10_000 { 10 } else { 100 };
    (actual + actual / 100).div_ceil(step) * step
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(scripts: &[&str]) -> Vec<Entry> {
        let entry = |script: &&str| Entry { name: "e".into(), most: 1, script: (*script).into(), files: Vec::new() };
        scripts.iter().map(entry).collect()
    }

    #[test]
    fn weights_are_held_against_budgets() {
        for (most, actual, expected) in [
            (40_000, 40_000, Ok(())),
            (40_000, 39_500, Ok(())),
            (40_000, 40_001, Err("e weighs 40,001 bytes by gzip, and may weigh 40,000")),
            (40_000, 0, Err("e weighs 0 bytes by gzip, far below its budget of 40,000")),
            (40_000, 30_000, Err("e weighs 30,000 bytes by gzip, far below its budget of 40,000")),
            (1_400, 1_338, Ok(())),
            (1_500, 1_338, Err("e weighs 1,338 bytes by gzip, far below its budget of 1,500")),
        ] {
            let entry = Entry { most, ..entries(&[""]).remove(0) };
            let verdict = match entry.judge(actual) {
                Verdict::Kept => Ok(()),
                Verdict::Broken(line) | Verdict::Loose(line) => Err(line),
            };
            let start = verdict.as_ref().map_err(|line| line.split(':').next().unwrap());
            assert_eq!(start.copied(), expected, "{actual} of {most}");
        }
    }

    #[test]
    fn what_is_advised_is_kept() {
        for actual in [0, 9, 1_338, 9_999, 10_000, 26_999, 1_164_714] {
            let entry = Entry { most: fitting(actual), ..entries(&[""]).remove(0) };
            assert_eq!(entry.judge(actual), Verdict::Kept, "{actual}");
        }
    }

    #[test]
    fn every_entry_has_a_line() {
        let all = r#"{ "exports": { ".": "./i.js", "./slim": "./s.js", "./locales/de": "./d.js", "./m.wasm": "./m.wasm", "./package.json": "./package.json" } }"#;
        for (scripts, expected) in [
            (&[r#"from "xregion""#, r#"from "xregion/slim""#][..], None),
            (&[r#"from "xregion"; from "xregion/slim""#], None),
            (&[r#"from "xregion/slim""#], Some(". ")),
            (&[r#"from "xregion/slimmer""#], Some("., ./slim ")),
        ] {
            let said = cover(all, &entries(scripts)).err().map(|error| error.to_string());
            let expected = expected.map(|keys| format!("{FILE} has no line for {keys}of the package's `exports`"));
            assert_eq!(said, expected, "{scripts:?}");
        }
    }

    #[test]
    fn the_file_says_nothing_that_is_not_understood() {
        for (text, expected) in [
            (r#"entries = [{ name = "xregion", most = 40_000, script = "" }]"#, true),
            (r#"entries = [{ name = "xregion", most = 40_000, script = "", files = ["a.wasm"] }]"#, true),
            (r#"entries = [{ name = "xregion", script = "" }]"#, false),
            (r#"entries = [{ name = "xregion", most = 40_000, script = "", least = 1 }]"#, false),
            (r#"entries = [{ name = "xregion", most = -1, script = "" }]"#, false),
            ("", false),
        ] {
            assert_eq!(parse(text).is_ok(), expected, "{text}");
        }
    }
}
