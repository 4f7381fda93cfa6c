//! The suites that need neither a browser nor Node.

mod generated;
mod support;
mod vectors;
