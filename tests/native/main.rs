//! The suites that need neither a browser nor Node.

mod support;
mod vectors;
