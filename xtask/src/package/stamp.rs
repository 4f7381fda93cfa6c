//! The mark in a module by which the package knows its own: a section of its own, which engines pass over.

use anyhow::{Context as _, Result};

/// The section's name, which `pkg-template/guard.js` looks for.
const NAME: &str = "xregion";

/// The module with the mark behind everything else.
pub(super) fn stamped(module: &[u8], stamp: &str) -> Result<Vec<u8>> {
    let content = [&[length(NAME)?], NAME.as_bytes(), stamp.as_bytes()].concat();
    Ok([module, &[0, length(&content)?], &content].concat())
}

/// The text of `stamp.js`, of the module that validates and of the full one.
pub(super) fn script([verdicts, full]: &[String; 2]) -> String {
    format!(
        "// What is written in the modules of this version.\nexport const stamp = {verdicts:?};\nexport const fullStamp = {full:?};\n"
    )
}

/// A length below 128 is its own encoding.
fn length(part: impl AsRef<[u8]>) -> Result<u8> {
    u8::try_from(part.as_ref().len()).ok().filter(u8::is_ascii).context("the stamp is too long")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stamp_stands_at_the_end() {
        let expected = b"\0asm\x01\0\0\0\0\x0d\x07xregion1.2.3";
        assert_eq!(stamped(b"\0asm\x01\0\0\0", "1.2.3").unwrap(), expected);
    }

    #[test]
    fn a_long_one_is_refused() {
        for (letters, expected) in [(119, true), (120, false), (1000, false)] {
            assert_eq!(stamped(b"", &"x".repeat(letters)).is_ok(), expected, "{letters}");
        }
    }
}
