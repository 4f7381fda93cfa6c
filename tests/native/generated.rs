//! The generated files are what the tables say.

use crate::support::top;

#[test]
fn generated_files_are_fresh() {
    let stale: Vec<_> = xregion::derive::generated_files()
        .into_iter()
        .filter(|(path, text)| std::fs::read_to_string(top().join(path)).ok().as_ref() != Some(text))
        .map(|(path, _)| path)
        .collect();
    assert!(stale.is_empty(), "stale: {}; run `cargo xtask gen`", stale.join(", "));
}
