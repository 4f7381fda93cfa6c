//! Checksums, as `sha256sum --check` reads them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

/// A line for each file; above them, as remarks, what they were made of and with, and the modules inside the package,
/// which stay the same where another zlib packs it.
pub(super) fn text(heading: &[String], inside: &[PathBuf], files: &[PathBuf]) -> Result<String> {
    let inside = inside.iter().map(|file| line(file)).collect::<Result<Vec<_>>>()?;
    let remarks = heading.iter().chain(&inside).map(|remark| format!("# {remark}"));
    let files = files.iter().map(|file| line(file)).collect::<Result<Vec<_>>>()?;
    Ok(remarks.chain(files).map(|line| line + "\n").collect())
}

fn line(file: &Path) -> Result<String> {
    let content = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let name = file.file_name().context("a file needs a name")?.to_string_lossy();
    Ok(format!("{}  {name}", sum(&content)))
}

/// That of a content, in hexadecimal digits.
pub(super) fn sum(content: &[u8]) -> String {
    Sha256::digest(content).iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::{Scratch, write};

    #[test]
    fn sums_are_those_of_the_standard() {
        for (content, expected) in [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ] {
            assert_eq!(sum(content.as_bytes()), expected);
        }
    }

    #[test]
    fn files_come_after_remarks() {
        let scratch = Scratch::new("checksums");
        let [module, file] = ["a.wasm", "b.tgz"].map(|name| scratch.0.join(name));
        write(&module, "").unwrap();
        write(&file, "abc").unwrap();
        let made = text(&["xregion 0.2.0".to_owned()], &[module], &[file]).unwrap();
        let shortened: Vec<String> =
            made.lines().map(|line| line.replace(&sum(b""), "A").replace(&sum(b"abc"), "B")).collect();
        assert_eq!(shortened, ["# xregion 0.2.0", "# A  a.wasm", "B  b.tgz"]);
    }
}
