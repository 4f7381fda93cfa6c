//! The one way anything in this repository is run.
fn main() {}
