//! Running Node's test runner.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::process::Step;
use crate::{files, project};

/// How files of tests end; other files beside them are theirs to share.
const ENDINGS: &[&str] = &[".test.js", ".test.mjs", ".test.cjs"];

/// The tests below a folder of `tests/`, to be run in Node with these variables.
///
/// The files are named one by one: what Node takes a folder's name for differs between its versions.
pub(super) fn tests(folder: &str, variables: &[(&str, &Path)]) -> Result<Command> {
    let top = project::root().join("tests");
    let files: Vec<PathBuf> = files::files_below(&top.join(folder))?.into_iter().filter(|file| is_test(file)).collect();
    if files.is_empty() {
        bail!("tests/{folder} has no file that ends in {}", ENDINGS.join(" or "));
    }
    let mut node = Command::new("node");
    node.current_dir(&top).envs(variables.iter().copied());
    node.args(["--test", "--test-reporter=spec"]).args(files);
    Ok(node)
}

/// Runs them for people to see.
pub(super) fn run(title: &str, node: Command) -> Result<()> {
    Step::new(title, node).shown().run().map(drop)
}

fn is_test(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_told_from_what_they_share() {
        for (file, expected) in [
            ("tests/node/api.test.mjs", true),
            ("tests/node/api.test.js", true),
            ("tests/node/harness.mjs", false),
            ("tests/node/types.test.ts", false),
            ("tests/node/test.mjs", false),
        ] {
            assert_eq!(is_test(Path::new(file)), expected, "{file}");
        }
    }
}
