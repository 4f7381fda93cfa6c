//! The suites that need neither a browser nor Node.

mod rules;
mod support;
mod vectors;
