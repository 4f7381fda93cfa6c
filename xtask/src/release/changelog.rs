//! The changelog: what was not released becomes a release.

use anyhow::{Result, bail};

/// Under which changes are told until they are released.
const UNRELEASED: &str = "\n## Unreleased\n";

/// The text with what was unreleased under a version and its date, and a place for what comes next.
pub(super) fn released(text: &str, version: &str, date: &str) -> Result<String> {
    let Some((before, after)) = text.split_once(UNRELEASED) else {
        bail!("CHANGELOG.md has no heading `{}`", UNRELEASED.trim());
    };
    let changes = after.split_once("\n## ").map_or(after, |(changes, _)| changes);
    if !changes.lines().any(|line| line.starts_with("- ")) {
        bail!("CHANGELOG.md tells no change under `{}`: there is nothing to release", UNRELEASED.trim());
    }
    if after.contains(&format!("\n## {version} ")) {
        bail!("CHANGELOG.md has a heading for {version} already");
    }
    Ok(format!("{before}{UNRELEASED}\n## {version} - {date}\n{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{files, project};

    #[test]
    fn what_was_unreleased_gets_a_version_and_a_date() {
        for (text, expected) in [
            (
                "# C\n\n## Unreleased\n\n### Added\n\n- a\n",
                Ok("# C\n\n## Unreleased\n\n## 0.2.0 - 2026-11-20\n\n### Added\n\n- a\n"),
            ),
            (
                "# C\n\n## Unreleased\n\n- b\n\n## 0.1.0 - 2026-01-01\n\n- a\n",
                Ok("# C\n\n## Unreleased\n\n## 0.2.0 - 2026-11-20\n\n- b\n\n## 0.1.0 - 2026-01-01\n\n- a\n"),
            ),
            ("# C\n\n## Unreleased\n\n## 0.1.0 - 2026-01-01\n\n- a\n", Err("tells no change")),
            ("# C\n\n## 0.1.0 - 2026-01-01\n\n- a\n", Err("has no heading `## Unreleased`")),
            ("# C\n\n## Unreleased\n\n- b\n\n## 0.2.0 - 2026-01-01\n\n- a\n", Err("has a heading for 0.2.0")),
        ] {
            let made = released(text, "0.2.0", "2026-11-20").map_err(|error| error.to_string());
            match expected {
                Ok(expected) => assert_eq!(made.as_deref(), Ok(expected)),
                Err(words) => assert!(made.as_ref().is_err_and(|said| said.contains(words)), "{made:?}"),
            }
        }
    }

    #[test]
    fn the_changelog_has_a_place_for_changes() {
        assert!(files::read(&project::root().join("CHANGELOG.md")).unwrap().contains(UNRELEASED));
    }
}
