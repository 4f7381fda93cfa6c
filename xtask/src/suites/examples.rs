//! The examples as their readers build and run them, from the packed npm package: forms in a browser, the job in Spark.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::{cargo, javascript, packed};
use crate::process::Step;
use crate::project;
use crate::tools::java::Java;
use crate::tools::npm::EXAMPLE_MODULES;
use crate::tools::{chromium, ensure, lookup, python};

/// The folders of forms in `examples/`.
const FORMS: &[&str] = &["plain-html", "react", "tanstack-form"];

pub(super) fn run() -> Result<()> {
    let browser = ensure(&chromium::Chromium)?.browser;
    let package = packed::install()?;
    let modules = ensure(&EXAMPLE_MODULES)?;
    package.unpack_among(&modules)?;
    for example in FORMS {
        build(example, &modules)?;
    }
    let java = ensure(&Java)?;
    let spark = python::with(&python::SPARK)?;
    Step::new("building the program", cargo(&["build", "--package", "xregion", "--bin", "xregion"])).run()?;
    let variables: &[(&str, &Path)] = &[
        ("XREGION_EXAMPLES", &built()),
        ("XREGION_CHROMIUM", &browser),
        ("XREGION_SPARK_PYTHON", &spark),
        ("XREGION_PROGRAMS", &project::root().join("target/debug")),
    ];
    let mut node = javascript::tests("examples", variables)?;
    if let Some(folder) = java.parent() {
        lookup::put_first(&mut node, folder)?;
    }
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
