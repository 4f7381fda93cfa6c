//! What is computed from an operation's table: each a pure function of it, so that no fact is written twice.

pub mod form;
mod javascript;
pub mod json_schema;
mod label;
mod reference;
mod typescript;

pub use form::form;
pub use json_schema::json_schema;

use crate::operations::OPERATIONS;

/// The files that are generated and committed, by their paths in the repository.
pub fn generated_files() -> Vec<(&'static str, String)> {
    vec![
        ("docs/reference.md", reference::reference(OPERATIONS)),
        ("pkg-template/operations.js", javascript::operations(OPERATIONS)),
        ("pkg-template/operations.d.ts", typescript::declarations(OPERATIONS)),
    ]
}
