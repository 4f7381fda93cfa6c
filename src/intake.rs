//! Requests as people keep them elsewhere, read into an input to be judged. What cannot be read is told, not guessed.

mod json;
mod rows;

pub use json::from_json;
#[cfg(target_arch = "wasm32")]
pub(crate) use json::read as read_json;
pub use rows::{from_rows, to_rows, validate_rows};

use serde_json::Value;

use crate::report::{Issue, Severity};

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
