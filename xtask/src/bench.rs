//! Timing what this repository makes beside what others do; the programs are in `tests/bench`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};
use clap::ValueEnum;

use crate::process::{Step, answer};
use crate::suites::packed;
use crate::tools::chromium::{self, Chromium};
use crate::tools::ensure;
use crate::tools::npm::BENCH_MODULES;
use crate::{files, project};

/// What is written by a whole run.
const PAGE: &str = "docs/benchmarks.md";

/// A part, by the name that people type.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub(crate) enum Part {
    /// Objects in Node, beside each library in turn
    Node,
    /// Objects in Chromium, beside each library in turn
    Chromium,
    /// Lines of JSON in bulk
    Bulk,
    /// From the import to the first verdict
    Startup,
    /// The native library beside the module
    Native,
}

impl Part {
    /// In the order in which they are run.
    const ALL: [Self; 5] = [Self::Node, Self::Chromium, Self::Bulk, Self::Startup, Self::Native];
}

/// Times one part or all of them, and tells what that comes to.
pub(crate) fn run(only: Option<Part>, quick: bool) -> Result<()> {
    // Held to the end: another run must not unpack its own package while ours is timed.
    let _package = packed::install()?;
    ensure(&BENCH_MODULES)?;
    let timing = Timing { folder: project::scratch().join("bench"), quick };
    timing.forget()?;
    for part in Part::ALL.into_iter().filter(|part| only.is_none_or(|only| only == *part)) {
        timing.time(part)?;
    }
    timing.report(only.is_none() && !quick)
}

/// Where the numbers of a run go, and how long it may take.
struct Timing {
    folder: PathBuf,
    quick: bool,
}

impl Timing {
    /// Removes what an earlier run left: numbers of two runs are not held against each other.
    fn forget(&self) -> Result<()> {
        if self.folder.exists() {
            fs::remove_dir_all(&self.folder).with_context(|| format!("cannot remove {}", self.folder.display()))?;
        }
        files::create_folder(&self.folder)
    }

    fn time(&self, part: Part) -> Result<()> {
        match part {
            Part::Node => self.beside_each("node", |peer| Ok(self.program("objects.mjs", peer))),
            Part::Chromium => {
                let browser = ensure(&Chromium)?.browser;
                self.beside_each("chromium", |peer| {
                    let mut node = self.program("chromium.mjs", peer);
                    node.env("XREGION_CHROMIUM", &browser);
                    node.env("XREGION_CHROMIUM_FLAGS", chromium::flags().join(" "));
                    Ok(node)
                })
            }
            Part::Bulk => self.alone("timing requests in bulk", "bulk"),
            Part::Startup => self.alone("timing the start", "startup"),
            Part::Native => {
                self.alone("timing JSON text in the module", "native")?;
                let mut cargo = Command::new("cargo");
                cargo.current_dir(project::root()).args(["bench", "--locked", "--bench", "native", "--"]);
                cargo.arg(self.answer("native"));
                Step::new("timing JSON text in the native library", cargo).run().map(drop)
            }
        }
    }

    /// One process for each library.
    fn beside_each(&self, place: &str, program: impl Fn(&str) -> Result<Command>) -> Result<()> {
        for peer in peers()? {
            let mut node = program(&peer)?;
            node.arg("--to").arg(self.answer(&format!("{place}-{peer}")));
            Step::new(format!("timing objects in {place} beside {peer}"), node).shown().run()?;
        }
        Ok(())
    }

    fn alone(&self, title: &str, name: &str) -> Result<()> {
        let mut node = self.program(&format!("{name}.mjs"), "");
        node.arg("--to").arg(self.answer(name));
        Step::new(title, node).shown().run().map(drop)
    }

    /// A program of `tests/bench` that times something beside a library, or by itself.
    fn program(&self, file: &str, peer: &str) -> Command {
        let mut node = program(file);
        node.args(Some(peer).filter(|peer| !peer.is_empty()));
        node.args(self.quick.then_some("--quick"));
        node
    }

    /// Where a program puts its numbers.
    fn answer(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.json"))
    }

    fn report(&self, writes_page: bool) -> Result<()> {
        let mut node = program("report.mjs");
        node.arg(&self.folder);
        if writes_page {
            let rustc = answer(Command::new("rustc").arg("--version"))?;
            // What is in parentheses is the commit.
            let version = rustc.split(" (").next().unwrap_or(&rustc);
            node.arg("--page").arg(project::root().join(PAGE)).args(["--rustc", version]);
        }
        Step::new("holding it against the goals", node).shown().run()?;
        if writes_page {
            println!("{PAGE} is written");
        }
        Ok(())
    }
}

/// The folder of the programs.
fn programs() -> PathBuf {
    project::root().join("tests/bench")
}

fn program(file: &str) -> Command {
    let mut node = Command::new("node");
    node.current_dir(programs()).arg(file);
    node
}

/// The libraries, by their files.
fn peers() -> Result<Vec<String>> {
    let name = |file: &Path| Some(file.file_stem()?.to_str()?.to_owned());
    let files = files::files_below(&programs().join("peers"))?;
    files.iter().map(|file| name(file).with_context(|| format!("{} has no name", file.display()))).collect()
}
