//! The test suites, one file each.

mod browser;
mod clients;
mod consumers;
mod drift;
mod examples;
mod fuzz;
mod javascript;
mod lint;
mod native;
mod node;
pub(crate) mod packed;
mod page;
mod size;

use std::fmt;
use std::process::Command;

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::project;

/// A suite, by the name that people type.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub(crate) enum Suite {
    /// Format, lints and documentation; licences and sources of what is taken from others
    Lint,
    /// The library and xtask on this machine, with the examples in the documentation
    Native,
    /// Inputs that a fuzzer makes, for less than a minute
    Fuzz,
    /// The packed npm package in Node
    Node,
    /// What the entries of the npm package weigh, held against their budgets; whether its small modules can panic
    Size,
    /// What the package makes, beside what AWS's clients make
    Clients,
    /// The library inside Chromium and Firefox
    Browser,
    /// The demo page in Chromium and Firefox
    Page,
    /// The examples, built from the packed npm package, in Chromium and Spark
    Examples,
    /// The packed npm package with bundlers, runtimes and browsers
    Consumers,
    /// What AWS's models say otherwise than we do; no failure
    Drift,
}

impl Suite {
    /// In the order in which they are run: the quickest to fail come first, and last the one that never does.
    pub(crate) const ALL: [Self; 11] = [
        Self::Lint,
        Self::Native,
        Self::Fuzz,
        Self::Node,
        Self::Size,
        Self::Clients,
        Self::Browser,
        Self::Page,
        Self::Examples,
        Self::Consumers,
        Self::Drift,
    ];

    /// Runs it to the end.
    pub(crate) fn run(self) -> Result<()> {
        match self {
            Self::Lint => lint::run(),
            Self::Native => native::run(),
            Self::Fuzz => fuzz::run(),
            Self::Node => node::run(),
            Self::Size => size::run(),
            Self::Clients => clients::run(),
            Self::Browser => browser::run(),
            Self::Page => page::run(),
            Self::Examples => examples::run(),
            Self::Consumers => consumers::run(),
            Self::Drift => drift::run(),
        }
    }

    /// What it is about, as its help says.
    pub(crate) fn description(self) -> String {
        self.to_possible_value().and_then(|value| value.get_help().map(ToString::to_string)).unwrap_or_default()
    }
}

impl fmt::Display for Suite {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.to_possible_value().as_ref().map_or("", |value| value.get_name()))
    }
}

/// Takes every result before it fails, so that one run shows all that is wrong.
fn all<T>(results: impl Iterator<Item = Result<T>>) -> Result<()> {
    let failures: Vec<String> = results.filter_map(Result::err).map(|error| format!("{error:#}")).collect();
    if !failures.is_empty() {
        bail!("{}", failures.join("\nerror: "));
    }
    Ok(())
}

/// The cargo that runs us, at the top of the checkout.
fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(project::root()).args(arguments);
    cargo
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_is_told() {
        for (results, expected) in [
            (&[true, true][..], None),
            (&[true, false], Some("1 failed")),
            (&[false, true, false], Some("0 failed\nerror: 2 failed")),
        ] {
            let results = results.iter().enumerate().map(|(n, ok)| if *ok { Ok(()) } else { bail!("{n} failed") });
            assert_eq!(all(results).err().map(|error| error.to_string()).as_deref(), expected);
        }
    }
}
