//! What takes the room inside a module: code by crate and module, functions, statics.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use super::sections::{self, Sections};
use super::table::{self, Align, grouped};
use super::{names, statics};
use crate::package::kept::Kept;
use crate::package::optimise;
use crate::{files, project};

/// What has no path: functions that JavaScript calls, with all that the compiler put into them, and those that it calls
/// itself, as `memcpy`.
const EXPORTS: &str = "exports, with what is inlined";

/// Runs of fewer bytes that happen to be printable are no text.
const SHORTEST_TEXT: usize = 4;

/// Names with their bytes.
type Shares = Vec<(String, u64)>;

/// A module that was looked into.
pub(crate) struct Inside {
    name: String,
    length: u64,
    functions: Shares,
    data: u64,
    text: u64,
    statics: Shares,
}

/// The names of a package's modules, without their ending.
pub(crate) fn modules(package: &Path) -> Result<Vec<String>> {
    let files = files::files_below(package)?.into_iter();
    let modules = files.filter(|file| file.extension().is_some_and(|extension| extension == "wasm"));
    Ok(modules.filter_map(|file| Some(file.file_stem()?.to_string_lossy().into_owned())).collect())
}

/// Looks into a module by the names that were kept when it was made.
pub(crate) fn look(package: &Path, name: &str, tools: &Path) -> Result<Inside> {
    let kept = Kept::of(name);
    let shipped = package.join(format!("{name}.wasm"));
    let shipped = std::fs::read(&shipped).with_context(|| format!("cannot read {}", shipped.display()))?;
    let named = project::scratch().join(format!("size/{name}-named.wasm"));
    let named = optimise::named_module(tools, &kept.module(), &named)?;
    let (shipped_parts, parts) = (sections::read(&shipped)?, sections::read(&named)?);
    if shipped_parts.code != parts.code {
        bail!("the names that were kept of {name}.wasm are of another module: remove target/xtask, and build it anew");
    }
    let Sections { functions, data, .. } = parts;
    let function = |(name, code): (String, &[u8])| Ok((names::readable(&name), u64::try_from(code.len())?));
    Ok(Inside {
        name: name.to_owned(),
        length: u64::try_from(shipped.len())?,
        functions: functions.into_iter().map(function).collect::<Result<_>>()?,
        data: u64::try_from(data.iter().map(|segment| segment.len()).sum::<usize>())?,
        text: u64::try_from(data.iter().map(|segment| text(segment)).sum::<usize>())?,
        statics: statics::read(&files::read(&kept.map())?),
    })
}

/// How many bytes are text that people can read.
fn text(bytes: &[u8]) -> usize {
    let runs = bytes.split(|byte| !matches!(byte, b'\n' | b' '..=b'~' | 0x80..=0xf4));
    runs.map(<[u8]>::len).filter(|length| *length >= SHORTEST_TEXT).sum()
}

impl Inside {
    /// The largest shares, for people to read.
    pub(crate) fn table(&self, rows: usize) -> String {
        let Self { name, length, functions, data, text, statics } = self;
        let code = functions.iter().map(|(_, bytes)| bytes).sum();
        format!(
            "{name}.wasm: {}; code {} in {} functions; data {}, of which text {}\n\n\
             code by module:\n{}\n\nfunctions:\n{}\n\nstatics by module, as linked:\n{}\n\nstatics:\n{}\n",
            grouped(*length),
            grouped(code),
            functions.len(),
            grouped(*data),
            grouped(*text),
            largest(by_module(functions, EXPORTS), rows),
            largest(functions.clone(), rows),
            largest(by_module(statics, statics::NAMELESS), rows),
            largest(statics.clone(), rows),
        )
    }
}

fn by_module(shares: &Shares, of_no_module: &str) -> Shares {
    let mut modules = BTreeMap::<String, u64>::new();
    for (name, bytes) in shares {
        *modules.entry(names::module(name).unwrap_or_else(|| of_no_module.to_owned())).or_default() += bytes;
    }
    modules.into_iter().collect()
}

fn largest(mut shares: Shares, rows: usize) -> String {
    shares.sort_by_key(|(_, bytes)| Reverse(*bytes));
    let cells: Vec<_> = shares.into_iter().take(rows).map(|(name, bytes)| [name, grouped(bytes)]).collect();
    table::lines(&cells, Align::Right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_told_from_numbers() {
        for (bytes, expected) in
            [(&b""[..], 0), (b"text", 4), (b"abc\0\x01\x02text\0", 4), (b"\0\0\x20\x21\0\0", 0), ("über".as_bytes(), 5)]
        {
            assert_eq!(text(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn shares_are_summed_and_sorted() {
        let functions =
            [("core::fmt::write", 5), ("xregion::a::b", 7), ("core::fmt::pad", 3), ("xregion::a::c", 2), ("memcpy", 1)];
        let functions: Shares = functions.map(|(name, bytes)| (name.to_owned(), bytes)).into();
        assert_eq!(largest(by_module(&functions, "else"), 9), "xregion::a  9\ncore::fmt   8\nelse        1");
        assert_eq!(largest(functions, 1), "xregion::a::b  7");
    }
}
