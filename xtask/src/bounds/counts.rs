//! What valgrind has counted.

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::files;

/// The instructions that were counted for a part of a run: each part has a file of its own, by its number.
pub(super) fn of_part(file: &Path, part: u32) -> Result<u64> {
    let file = file.with_extension(part.to_string());
    total(&files::read(&file)?).with_context(|| format!("{} tells no number of instructions", file.display()))
}

/// All that a file of callgrind's tells: its last line, or one at its beginning, by its version.
fn total(profile: &str) -> Option<u64> {
    let totals =
        |line: &str| line.strip_prefix("totals: ").or_else(|| line.strip_prefix("summary: "))?.trim().parse().ok();
    profile.lines().rev().find_map(totals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instructions_are_read() {
        for (profile, expected) in [
            ("version: 1\nevents: Ir\nfn=(1) a\n12 34\n\ntotals: 117\n", Some(117)),
            ("version: 1\nevents: Ir\nsummary: 117\n\nfn=(1) a\n12 34\n", Some(117)),
            ("version: 1\nsummary: 1\ntotals: 2\n", Some(2)),
            ("version: 1\nevents: Ir\n", None),
            ("totals: many\n", None),
            ("", None),
        ] {
            assert_eq!(total(profile), expected, "{profile}");
        }
    }
}
