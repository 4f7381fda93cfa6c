//! Weighing by the tools that users have: esbuild, and zlib and Brotli as Node has them.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};

use super::table::grouped;
use crate::process::Step;
use crate::suites::packed::Packed;
use crate::{files, project};

/// What somebody loads.
#[derive(Serialize)]
pub(super) struct Load<'a> {
    pub(super) name: &'a str,
    /// What is bundled.
    pub(super) script: Option<&'a str>,
    /// Files of the package that are fetched beside it.
    pub(super) files: Vec<&'a str>,
}

impl<'a> Load<'a> {
    /// A file of the package by itself.
    pub(super) fn file(name: &'a str) -> Self {
        Self { name, script: None, files: vec![name] }
    }
}

/// In bytes, as is and as it is sent.
#[derive(Deserialize)]
pub(super) struct Weight {
    pub(super) raw: u64,
    pub(super) gzip: u64,
    pub(super) brotli: u64,
}

/// What a load came to.
#[derive(Deserialize)]
pub(super) struct Weighed {
    name: String,
    pub(super) weight: Weight,
    parts: Vec<(String, u64)>,
}

impl Weighed {
    /// A row of the table, with its last cell.
    pub(super) fn row(&self, last: &str) -> [String; 5] {
        let Weight { raw, gzip, brotli } = self.weight;
        [self.name.clone(), grouped(raw), grouped(gzip), grouped(brotli), last.to_owned()]
    }

    /// The files that are in it, the heaviest first.
    pub(super) fn heaviest(&self, most: usize) -> String {
        let mut parts: Vec<_> = self.parts.iter().filter(|(_, bytes)| *bytes > 0).collect();
        parts.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
        let named = parts.iter().take(most).map(|(file, bytes)| format!("{file} {}", grouped(*bytes)));
        let rest: Vec<u64> = parts.iter().skip(most).map(|(_, bytes)| *bytes).collect();
        let rest = (!rest.is_empty()).then(|| format!("{} more {}", rest.len(), grouped(rest.iter().sum())));
        named.chain(rest).collect::<Vec<_>>().join(" · ")
    }
}

/// Weighs in a folder where there is nothing but the package: what it needs beside itself would not be found.
pub(super) fn weigh(packed: &Packed, modules: &Path, loads: &[Load]) -> Result<Vec<Weighed>> {
    let folder = project::scratch().join("size");
    packed.unpack_among(&folder.join("node_modules"))?;
    let (plan, answer) = (folder.join("plan.json"), folder.join("answer.json"));
    files::write(&plan, serde_json::to_vec(loads)?)?;

    let mut node = Command::new("node");
    node.arg(project::root().join("xtask/src/size/weigh.mjs")).arg(modules).arg(&folder).arg(&plan).arg(&answer);
    Step::new("weighing", node).run()?;
    serde_json::from_str(&files::read(&answer)?).context("the answer of weigh.mjs is not understood")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_parts_are_named() {
        for (parts, expected) in [
            (&[][..], ""),
            (&[("a", 1), ("b", 2_000)], "b 2,000 · a 1"),
            (&[("a", 0), ("b", 2)], "b 2"),
            (&[("a", 1), ("b", 4), ("c", 3), ("d", 2)], "b 4 · c 3 · 2 more 3"),
        ] {
            let parts = parts.iter().map(|(name, bytes): &(&str, u64)| ((*name).to_owned(), *bytes)).collect();
            let weighed = Weighed { name: String::new(), weight: Weight { raw: 0, gzip: 0, brotli: 0 }, parts };
            assert_eq!(weighed.heaviest(2), expected);
        }
    }
}
