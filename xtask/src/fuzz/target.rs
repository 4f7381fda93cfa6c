//! What is tried.

use std::fmt;

use clap::ValueEnum;

/// A program of `fuzz/targets`, by the name that people type.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub(crate) enum Target {
    /// JSON text of a request
    Json,
    /// Requests that are almost formed as they should be
    Request,
    /// The document of a key policy
    Policy,
    /// Requests in bulk
    Jsonl,
    /// What services answer when they refuse
    Error,
    /// Commands of the AWS CLI
    Cli,
    /// Documents of house rules
    House,
}

impl Target {
    /// In the order in which they are run.
    pub(crate) const ALL: &[Self] =
        &[Self::Json, Self::Request, Self::Policy, Self::Jsonl, Self::Error, Self::Cli, Self::House];

    /// Whether its inputs are text, but for some bytes before it.
    pub(crate) fn is_text(self) -> bool {
        self != Self::Request
    }

    /// The longest input, in bytes: most that there is to be found needs no more, and longer ones take longer.
    pub(crate) const fn longest(self) -> usize {
        match self {
            Self::Request => 96,
            Self::Json | Self::Policy | Self::Jsonl | Self::Error | Self::Cli | Self::House => 512,
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.to_possible_value().as_ref().map_or("", |value| value.get_name()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{files, project};

    #[test]
    fn every_program_is_a_target_and_none_that_is_gone() {
        let manifest: toml::Table = files::read(&project::root().join("fuzz/Cargo.toml")).unwrap().parse().unwrap();
        let programs = manifest["bin"].as_array().unwrap().iter().map(|program| program["name"].as_str().unwrap());
        let targets = Target::ALL.iter().map(ToString::to_string);
        assert_eq!(programs.collect::<Vec<_>>(), targets.collect::<Vec<_>>());
        assert_eq!(Target::value_variants().len(), Target::ALL.len());
    }
}
