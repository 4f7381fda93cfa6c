//! The examples as their readers build them, from the packed npm package, in a browser.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::{javascript, packed};
use crate::process::Step;
use crate::project;
use crate::tools::npm::EXAMPLE_MODULES;
use crate::tools::{chromium, ensure};

/// Their folders in `examples/`.
const EXAMPLES: &[&str] = &["plain-html", "react", "tanstack-form"];

pub(super) fn run() -> Result<()> {
    let browser = ensure(&chromium::Chromium)?.browser;
    let package = packed::install()?;
    let modules = ensure(&EXAMPLE_MODULES)?;
    package.unpack_among(&modules)?;
    for example in EXAMPLES {
        build(example, &modules)?;
    }
    let variables: &[(&str, &Path)] = &[("XREGION_EXAMPLES", &built()), ("XREGION_CHROMIUM", &browser)];
    let mut node = javascript::tests("examples", variables)?;
    node.env("XREGION_CHROMIUM_FLAGS", chromium::flags().join(" "));
    javascript::run("testing the examples", node)
}

/// Where they are built.
fn built() -> PathBuf {
    project::scratch().join("examples")
}

fn build(example: &str, modules: &Path) -> Result<()> {
    let mut vite = Command::new("node");
    vite.current_dir(project::root().join("examples").join(example));
    vite.arg(modules.join("vite/bin/vite.js")).args(["build", "--emptyOutDir", "--outDir"]).arg(built().join(example));
    Step::new(format!("building the example {example}"), vite).run().map(drop)
}
