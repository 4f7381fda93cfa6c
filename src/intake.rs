//! Requests as people keep them elsewhere, read into an input to be judged. What cannot be read is told, not guessed.

pub mod cli;
mod json;
mod rows;

#[cfg(all(target_arch = "wasm32", feature = "wasm-full"))]
pub(crate) use cli::read as read_cli;
pub use cli::{CliIntake, FromCliOptions, from_cli};
pub use json::from_json;
#[cfg(all(target_arch = "wasm32", feature = "wasm-full"))]
pub(crate) use json::read as read_json;
pub use rows::{from_rows, to_rows, validate_rows};

use serde_json::Value;

use crate::report::{Code, Issue, Path, Severity, echo};
use crate::shape::Operation;
use crate::sources::{self, Rule};

/// An input that was read from another form.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Intake {
    /// The input, as far as it could be read; it is not judged yet.
    pub input: Value,
    /// What could not be read.
    pub issues: Vec<Issue>,
}

impl Intake {
    /// Whether everything was read.
    pub fn is_ok(&self) -> bool {
        !self.issues.iter().any(|issue| issue.severity == Severity::Error)
    }
}

/// The rule that what is read is of the operation that it is read for, and is read wholly.
static READ: Rule = Rule { id: "XREGION-INTAKE", source: &sources::XREGION };

/// That what names an operation names another than the expected one.
fn another(named: Option<&str>, expected: Option<&Operation>) -> Option<Issue> {
    let (named, expected) = (named?, expected?.name);
    let code = Code::AnotherOperation;
    let params = vec![echo(named), expected.into()];
    (named != expected).then(|| Issue::new(READ, code, code.severity(), Path::default(), false, params))
}

/// What is said of a part of a text; the problem is the name of a phrase.
fn issue(code: Code, path: Path, part: &str, problem: &'static str) -> Issue {
    Issue::new(READ, code, code.severity(), path, false, vec![echo(part), problem.into()])
}
