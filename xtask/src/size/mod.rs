//! What the npm package weighs for those who use it, and what takes the room.

mod budgets;
pub(crate) mod inside;
mod names;
mod sections;
mod statics;
pub(crate) mod table;
pub(crate) mod traps;
mod weighing;

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::files;
use crate::suites::packed::Packed;
use budgets::{Entry, Verdict};
use table::{Align, grouped};
use weighing::{Load, Weighed};

/// How many parts of a bundle are named; the rest are a few hundred bytes each.
const MOST_PARTS: usize = 6;

/// What was weighed.
pub(crate) struct Sizes {
    entries: Vec<(Entry, Weighed)>,
    modules: Vec<Weighed>,
    tarball: u64,
    files: Vec<u64>,
}

/// Weighs the packed package. Fails if it has an entry that no line of the budgets is about.
pub(crate) fn weigh(packed: &Packed, modules: &Path) -> Result<Sizes> {
    let package = packed.folder();
    let entries = budgets::read()?;
    budgets::cover(&files::read(&package.join("package.json"))?, &entries)?;
    let unpacked = files::files_below(package)?;
    let wasm: Vec<String> = inside::modules(package)?.iter().map(|name| format!("{name}.wasm")).collect();
    let loads = entries.iter().map(Entry::load).chain(wasm.iter().map(|file| Load::file(file)));
    let mut weighed = weighing::weigh(packed, modules, &loads.collect::<Vec<_>>())?;
    let modules = weighed.split_off(entries.len().min(weighed.len()));
    Ok(Sizes {
        entries: entries.into_iter().zip(weighed).collect(),
        modules,
        tarball: length(&packed.tarball)?,
        files: unpacked.iter().map(|file| length(file)).collect::<Result<_>>()?,
    })
}

fn length(file: &Path) -> Result<u64> {
    Ok(file.metadata().with_context(|| format!("cannot look at {}", file.display()))?.len())
}

impl Sizes {
    /// All of it, for people to read.
    pub(crate) fn table(&self) -> String {
        let head = ["bytes", "raw", "gzip", "brotli", "budget"].map(str::to_owned);
        let entries = self.entries.iter().map(|(entry, weighed)| weighed.row(&grouped(entry.most)));
        let modules = self.modules.iter().map(|module| module.row(""));
        let rows: Vec<_> = std::iter::once(head).chain(entries).chain(modules).collect();
        let (files, unpacked) = (self.files.len(), grouped(self.files.iter().sum()));
        format!(
            "{}\nthe tarball: {}; unpacked {unpacked} in {files} files\n",
            table::lines(&rows, Align::Right),
            grouped(self.tarball)
        )
    }

    /// What each bundle is made of.
    pub(crate) fn parts(&self) -> String {
        let rows = self.entries.iter().map(|(entry, weighed)| [entry.name.clone(), weighed.heaviest(MOST_PARTS)]);
        format!("what is in each, minified:\n{}\n", table::lines(&rows.collect::<Vec<_>>(), Align::Left))
    }

    /// What each entry that is not as its budget says has to do, the broken budgets and the loose ones.
    pub(crate) fn verdicts(&self) -> (Vec<String>, Vec<String>) {
        let (mut broken, mut loose) = (Vec::new(), Vec::new());
        for (entry, weighed) in &self.entries {
            match entry.judge(weighed.weight.gzip) {
                Verdict::Kept => {}
                Verdict::Broken(line) => broken.push(line),
                Verdict::Loose(line) => loose.push(line),
            }
        }
        (broken, loose)
    }
}
