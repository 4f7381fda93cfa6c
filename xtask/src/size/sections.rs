//! What a WebAssembly module is made of.

use anyhow::{Context as _, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// The parts of a module.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Sections<'a> {
    /// The section of code, as it stands in the module.
    pub(super) code: &'a [u8],
    /// How many functions are imported: they are counted among functions, and have no code.
    pub(super) imported: usize,
    /// The functions with their names, as far as the module has them, and their code.
    pub(super) functions: Vec<(String, &'a [u8])>,
    /// What memory begins with.
    pub(super) data: Vec<&'a [u8]>,
}

/// Takes a module apart.
pub(super) fn read(module: &[u8]) -> Result<Sections<'_>> {
    let (mut sections, mut names) = (Sections::default(), Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    sections.imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionStart { unchecked_range: range, .. } => {
                let (start, end) = (usize::try_from(range.start)?, usize::try_from(range.end)?);
                sections.code = module.get(start..end).context("a section ends behind the module")?;
            }
            Payload::CodeSectionEntry(body) => {
                sections.functions.push((String::new(), body.as_bytes()));
            }
            Payload::DataSection(data) => {
                for segment in data {
                    sections.data.push(segment?.data);
                }
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(reader) = section.as_known() {
                    names = functions_of(reader)?;
                }
            }
            _ => {}
        }
    }
    for (index, name) in names {
        let own = usize::try_from(index)?.checked_sub(sections.imported);
        let function = own.and_then(|own| sections.functions.get_mut(own));
        if let Some((place, _)) = function {
            *place = name;
        }
    }
    Ok(sections)
}

fn functions_of(reader: wasmparser::NameSectionReader) -> Result<Vec<(u32, String)>> {
    let mut found = Vec::new();
    for names in reader {
        if let Name::Function(map) = names? {
            for naming in map {
                let naming = naming?;
                found.push((naming.index, naming.name.to_owned()));
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One imported function and two own ones, the second of which has a name; four bytes of data.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x04\x01\x60\0\0\
        \x02\x07\x01\x01a\x01b\0\0\
        \x03\x03\x02\0\0\
        \x05\x03\x01\0\x01\
        \x0a\x08\x02\x02\0\x0b\x03\0\x01\x0b\
        \x0b\x0a\x01\0\x41\0\x0b\x04data\
        \0\x0e\x04name\x01\x07\x01\x02\x04best";

    #[test]
    fn a_module_is_taken_apart() {
        assert_eq!(
            read(MODULE).unwrap(),
            Sections {
                code: b"\x02\x02\0\x0b\x03\0\x01\x0b",
                imported: 1,
                functions: vec![(String::new(), b"\0\x0b"), ("best".to_owned(), b"\0\x01\x0b")],
                data: vec![b"data"],
            }
        );
    }

    #[test]
    fn what_is_no_module_is_refused() {
        for bytes in [&b""[..], b"\0asm", b"export", MODULE.get(..40).unwrap()] {
            assert!(read(bytes).is_err(), "{bytes:?}");
        }
    }
}
