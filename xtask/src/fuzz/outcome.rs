//! What came of a target.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result};

use super::Target;
use crate::process::seconds;
use crate::project;

/// How a target went.
pub(crate) struct Outcome {
    target: Target,
    /// The time that it took and what was counted, or the input that shows a fault.
    result: Result<(Duration, Counts), PathBuf>,
}

/// What libFuzzer counts.
#[derive(Debug, PartialEq)]
pub(crate) struct Counts {
    executions: u64,
    /// Edges of the program that were taken.
    coverage: u64,
    /// The same with how often they were, and with what was compared.
    features: u64,
}

impl Outcome {
    pub(super) fn passed(target: Target, took: Duration, counts: Counts) -> Self {
        Self { target, result: Ok((took, counts)) }
    }

    /// A fault with the input that shows it.
    pub(super) fn fault(target: Target, input: PathBuf) -> Self {
        Self { target, result: Err(input) }
    }

    pub(super) fn is_fault(&self) -> bool {
        self.result.is_err()
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let target = self.target.to_string();
        match &self.result {
            Ok((took, Counts { executions, coverage, features })) => {
                let each_second = executions * 1000 / u64::try_from(took.as_millis()).unwrap_or(u64::MAX).max(1);
                let took = seconds(*took);
                write!(
                    formatter,
                    "{target:8} passed  {executions} executions in {took}, {each_second}/s, coverage {coverage}, features {features}"
                )
            }
            Err(input) => {
                let input = input.strip_prefix(project::root()).unwrap_or(Path::new(input)).display();
                write!(
                    formatter,
                    "{target:8} FAILED  with {input}; again by: cargo xtask fuzz {target} --input {input}"
                )
            }
        }
    }
}

impl Counts {
    /// What stands in the output of a run.
    pub(super) fn read(said: &str) -> Result<Self> {
        let after = |mark: &str| {
            let rest = said.rsplit_once(mark).map(|(_, rest)| rest.trim_start());
            let digits =
                rest.map(|rest| rest.split(|letter: char| !letter.is_ascii_digit()).next().unwrap_or_default());
            digits.and_then(|digits| digits.parse().ok()).with_context(|| format!("libFuzzer does not say {mark}"))
        };
        Ok(Self {
            executions: after("stat::number_of_executed_units:")?,
            coverage: after(" cov: ")?,
            features: after(" ft: ")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID: &str = "\
#2\tINITED cov: 2 ft: 2 corp: 1/1b exec/s: 0 rss: 28Mb\n\
#786366\tDONE   cov: 1472 ft: 4277 corp: 1148/61Kb lim: 512 exec/s: 87374 rss: 30Mb\n\
Done 786366 runs in 9 second(s)\n\
stat::number_of_executed_units: 786366\n\
stat::average_exec_per_sec:     87374\n\
stat::new_units_added:          6018\n";

    #[test]
    fn what_was_counted_last_is_read() {
        let expected = Counts { executions: 786_366, coverage: 1472, features: 4277 };
        assert_eq!(Counts::read(SAID).unwrap(), expected);
        let error = Counts::read("INFO: Running with entropic power schedule").unwrap_err();
        assert_eq!(error.to_string(), "libFuzzer does not say stat::number_of_executed_units:");
    }

    #[test]
    fn what_was_counted_is_told_with_its_speed() {
        let outcome = Outcome::passed(Target::Json, Duration::from_millis(8500), Counts::read(SAID).unwrap());
        assert_eq!(
            outcome.to_string(),
            "json     passed  786366 executions in 8.5 s, 92513/s, coverage 1472, features 4277"
        );
    }

    #[test]
    fn a_fault_is_told_with_the_way_to_see_it_again() {
        let input = project::root().join("fuzz/artifacts/json/crash-1");
        assert_eq!(
            Outcome::fault(Target::Json, input).to_string(),
            "json     FAILED  with fuzz/artifacts/json/crash-1; again by: cargo xtask fuzz json --input fuzz/artifacts/json/crash-1"
        );
    }
}
