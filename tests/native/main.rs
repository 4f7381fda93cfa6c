//! The suites that need neither a browser nor Node.

// For clippy only what is configured so is a test, and the helpers of tests may unwrap, too.
#![cfg(test)]
#![cfg(not(target_arch = "wasm32"))]

mod architecture;
mod bounds;
mod builders;
mod commands;
mod commands_read;
mod endpoints;
mod errors;
mod fields;
mod fifth_operation;
mod forms;
mod generated;
mod glances;
mod growth;
mod house;
mod intake;
mod jsonl;
#[path = "../bounds/kinds/mod.rs"]
mod kinds;
#[path = "../shared/lines.rs"]
mod lines;
mod messages;
mod notes;
mod overrides;
mod patterns;
mod policies;
mod program;
mod properties;
mod renderings;
mod responses;
mod rules;
mod suggestions;
mod support;
mod switched_off;
mod templates;
#[path = "../shared/typed.rs"]
mod typed;
mod vectors;
#[path = "../shared/words.rs"]
mod words;
