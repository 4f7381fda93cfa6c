//! The crates that are inside of what is published.

use std::collections::BTreeSet;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::tools::wasm_target::TARGET;
use crate::{process, project};

/// Something that is published.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Published {
    /// The crate, with which its users compile others, macros among them.
    Crate,
    /// The npm package. Crates are in its modules: in the full one, and of these some in the other.
    Package,
}

impl Published {
    /// What `cargo tree` says. `cargo metadata` would answer for all of the workspace.
    pub(crate) fn tree(self) -> Result<String> {
        let mut cargo = Command::new("cargo");
        cargo.current_dir(project::root()).args(["tree", "--locked", "--package", "xregion", "--no-dedupe"]);
        cargo.args(["--prefix", "none", "--format", "{p}|{l}"]);
        match self {
            Self::Crate => cargo.args(["--edges", "normal,build", "--target", "all"]),
            Self::Package => cargo.args(["--edges", "normal,no-proc-macro", "--target", TARGET]).args([
                "--no-default-features",
                "--features",
                "wasm-full",
            ]),
        };
        process::answer(&mut cargo)
    }
}

/// A crate with its version and its licence.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) licence: String,
}

impl Part {
    /// Each crate once, the library itself among them.
    pub(crate) fn all_of(tree: &str) -> Result<BTreeSet<Self>> {
        tree.lines().map(Self::of_line).collect()
    }

    /// Of a line such as `serde_derive v1.0.229 (proc-macro)|MIT OR Apache-2.0`.
    fn of_line(line: &str) -> Result<Self> {
        let read = || {
            let (package, licence) = line.rsplit_once('|')?;
            let (name, rest) = package.split_once(" v")?;
            let version = rest.split(' ').next()?;
            Some(Self { name: name.to_owned(), version: version.to_owned(), licence: licence.to_owned() })
        };
        read().with_context(|| format!("cargo tree says what is not understood: {line}"))
    }
}
