//! What is computed from an operation's table: each a pure function of it, so that no fact is written twice.

mod answers;
pub mod form;
mod glances;
mod house;
mod javascript;
pub mod json_schema;
mod label;
mod locale;
mod patterns;
mod program;
mod reference;
mod regions;
mod skeleton;
mod spoken;
mod templates;
mod typescript;

pub use answers::errors;
pub use form::form;
pub use house::house_rules_schema;
pub use json_schema::{SchemaTarget, json_schema};
pub use patterns::patterns;
pub use skeleton::{Skeleton, skeleton};

use crate::operations::OPERATIONS;
use crate::shape::Operation;

/// The files that are generated and committed, by their paths in the repository.
pub fn generated_files() -> Vec<(&'static str, String)> {
    generated_files_of(OPERATIONS)
}

/// What the generated files would be for other operations.
pub fn generated_files_of(operations: &[&Operation]) -> Vec<(&'static str, String)> {
    vec![
        ("docs/house-rules.schema.json", house::schema_text()),
        ("docs/reference.md", reference::reference(operations)),
        ("pkg-template/bin/flags.mjs", program::flags(operations)),
        ("pkg-template/clients.js", javascript::clients(operations)),
        ("pkg-template/index.js", javascript::index(operations)),
        ("pkg-template/codes.js", javascript::codes()),
        ("pkg-template/pages.js", javascript::pages()),
        ("pkg-template/forms.js", javascript::forms(operations)),
        ("pkg-template/locales/en.js", locale::english()),
        ("pkg-template/words.js", locale::words_of_verdicts()),
        ("pkg-template/glances.js", glances::glances(operations)),
        ("pkg-template/regions.js", regions::in_javascript()),
        ("src/glance/regions/table.rs", regions::regions()),
        ("tests/vectors/messages.json", spoken::spoken()),
        ("pkg-template/operations.js", javascript::operations(operations)),
        ("pkg-template/operations.d.ts", typescript::declarations(operations)),
    ]
}
