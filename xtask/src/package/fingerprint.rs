//! Whether something made earlier would come out the same today.

use std::collections::hash_map::DefaultHasher;
use std::fmt;
use std::hash::{Hash, Hasher as _};
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::files;

/// A short number for a lot of content. Another version of Rust may number otherwise: then things are made once more.
#[derive(Clone, Default)]
pub(crate) struct Fingerprint(DefaultHasher);

impl Fingerprint {
    /// Takes in a piece of content.
    pub(crate) fn with(mut self, content: impl Hash) -> Self {
        content.hash(&mut self.0);
        self
    }

    /// Takes in a file, or every file of a folder, with their names. That something is missing counts too.
    pub(crate) fn with_path(self, top: &Path, path: &Path) -> Result<Self> {
        let files: Vec<PathBuf> = match path {
            folder if folder.is_dir() => files::files_below(folder)?,
            file if file.is_file() => vec![file.to_owned()],
            _ => Vec::new(),
        };
        files.iter().try_fold(self, |print, file| Ok(print.with(file.strip_prefix(top)?).with(std::fs::read(file)?)))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.0.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fingerprint of a folder with these files.
    fn print_of(files: &[(&str, &str)]) -> String {
        let scratch = files::Scratch::new("fingerprint");
        for (name, content) in files {
            files::write(&scratch.0.join(name), content).unwrap();
        }
        Fingerprint::default().with_path(&scratch.0, &scratch.0).unwrap().to_string()
    }

    #[test]
    fn names_and_contents_count() {
        let original = print_of(&[("a", "1"), ("b/c", "2")]);
        for (files, same) in [
            (&[("a", "1"), ("b/c", "2")][..], true),
            (&[("b/c", "2"), ("a", "1")], true),
            (&[("a", "1"), ("b/c", "3")], false),
            (&[("a", "1"), ("b/d", "2")], false),
            (&[("a", "12"), ("b/c", "")], false),
            (&[("a", "1")], false),
        ] {
            assert_eq!(print_of(files) == original, same, "{files:?}");
        }
    }
}
