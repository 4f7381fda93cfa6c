//! `cargo xtask test`

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::Args;

use crate::process::{interrupt, seconds};
use crate::suites::Suite;
use crate::tools::prerequisites;

/// Run test suites, all of them by default, after installing what they need
#[derive(Args)]
pub(crate) struct Test {
    /// The suites to run
    suites: Vec<Suite>,
}

/// How a suite went.
struct Outcome {
    suite: Suite,
    passed: bool,
    took: Duration,
}

impl Test {
    pub(crate) fn run(self) -> Result<ExitCode> {
        prerequisites::check()?;
        let chosen = Suite::ALL.iter().filter(|suite| self.suites.is_empty() || self.suites.contains(suite));
        let mut outcomes = Vec::new();
        for suite in chosen {
            outcomes.push(run(*suite));
            interrupt::check()?;
        }
        Ok(report(&outcomes))
    }
}

fn run(suite: Suite) -> Outcome {
    println!("\n== {suite}: {}", suite.description());
    let started = Instant::now();
    let result = suite.run();
    if let Err(error) = &result {
        eprintln!("error: {error:#}");
    }
    Outcome { suite, passed: result.is_ok(), took: started.elapsed() }
}

fn report(outcomes: &[Outcome]) -> ExitCode {
    println!();
    for Outcome { suite, passed, took } in outcomes {
        println!("{:9} {:7} {}", suite.to_string(), if *passed { "passed" } else { "FAILED" }, seconds(*took));
    }
    let passed = outcomes.iter().filter(|outcome| outcome.passed).count();
    let failed = outcomes.len() - passed;
    println!("{passed} passed, {failed} failed");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
