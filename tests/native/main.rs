//! The suites that need neither a browser nor Node.

mod generated;
mod rules;
mod support;
mod vectors;
