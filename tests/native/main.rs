//! The suites that need neither a browser nor Node.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

mod architecture;
mod builders;
mod fields;
mod fifth_operation;
mod generated;
mod overrides;
mod properties;
mod rules;
mod support;
mod vectors;
