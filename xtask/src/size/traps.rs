//! What in a module can end in a trap. Without the standard library every panic is one, and nothing else; as the modules
//! that are looked into here are compiled for size, each panic is still a call of the function that begins it.

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use wasmparser::{BinaryReader, FunctionBody, Operator};

use super::names;
use super::sections;

/// What is called where memory is exhausted, or where a length is beyond it.
const EXHAUSTED: &str = "alloc::raw_vec::handle_error";

/// Where allocations are made, and fail in no other way.
const OF_MEMORY: [&str; 3] = ["alloc::alloc", "alloc::boxed", "alloc::raw_vec"];

/// Where every panic ends: who calls it is what counts.
const END: &str = "core::panicking";

/// Each trap of a module that is not by exhausted memory: in which function, and by which other one.
pub(crate) fn unexplained(module: &[u8]) -> Result<BTreeSet<String>> {
    let parts = sections::read(module)?;
    let name = |(name, _): &(String, _)| names::readable(name);
    let named = |index: u32| {
        let own = usize::try_from(index).ok()?.checked_sub(parts.imported)?;
        parts.functions.get(own).map(name)
    };
    let (mut unexplained, mut is_there) = (BTreeSet::new(), false);
    for function in &parts.functions {
        let (of, callees) = (name(function), callees_before_traps(function.1)?);
        let within = names::module(&of).unwrap_or_default();
        is_there |= of == EXHAUSTED;
        if within == END || OF_MEMORY.contains(&within.as_str()) {
            continue;
        }
        let callees = callees.into_iter().map(|callee| callee.and_then(named).unwrap_or_else(|| "itself".to_owned()));
        unexplained.extend(callees.filter(|by| by != EXHAUSTED).map(|by| format!("{of}, by {by}")));
    }
    if !is_there {
        bail!("there is no {EXHAUSTED} in the module: this compiler names it otherwise, or names were not kept");
    }
    Ok(unexplained)
}

/// The function that was called before each trap, where one was: it does not come back.
fn callees_before_traps(code: &[u8]) -> Result<Vec<Option<u32>>> {
    let (mut callees, mut called) = (Vec::new(), None);
    for operator in FunctionBody::new(BinaryReader::new(code, 0)).get_operators_reader()? {
        called = match operator? {
            Operator::Call { function_index } => Some(function_index),
            Operator::Unreachable => {
                callees.push(called);
                None
            }
            _ => None,
        };
    }
    Ok(callees)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module of functions with these names and this code, one of which is imported before them.
    fn module(functions: &[(&str, &[u8])]) -> Vec<u8> {
        let section = |id: u8, content: Vec<u8>| [vec![id, content.len().try_into().unwrap()], content].concat();
        let count = u8::try_from(functions.len()).unwrap();
        let own = |index: usize| u8::try_from(index + 1).unwrap();
        let sized = |bytes: &[u8]| [&[u8::try_from(bytes.len()).unwrap()], bytes].concat();
        let code = functions.iter().flat_map(|(_, code)| sized(&[&[0], *code, &[0x0b]].concat()));
        let names = functions
            .iter()
            .enumerate()
            .flat_map(|(index, (name, _))| [vec![own(index)], sized(name.as_bytes())].concat());
        let names = section(1, [count].into_iter().chain(names).collect());
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, b"\x01\x60\0\0".to_vec()),
            section(2, b"\x01\x01a\x01b\0\0".to_vec()),
            section(3, [vec![count], vec![0; functions.len()]].concat()),
            section(10, [count].into_iter().chain(code).collect()),
            section(0, [b"\x04name".to_vec(), names].concat()),
        ]
        .concat()
    }

    #[test]
    fn panics_are_told_from_exhausted_memory() {
        const TRAP: &[u8] = &[0x00];
        const CALL: &[u8] = &[0x10, 1];
        const CALL_AND_TRAP: &[u8] = &[0x10, 1, 0x00];
        const TWICE: &[u8] = &[0x10, 1, 0x00, 0x10, 0, 0x00];
        let memory = (EXHAUSTED, TRAP);
        for (functions, expected) in [
            (&[memory, ("xregion::tree::path", CALL_AND_TRAP)][..], &[][..]),
            (&[memory, ("xregion::tree::path", CALL)], &[]),
            (&[memory, ("alloc::boxed::box_new_uninit", TRAP), ("core::panicking::panic_fmt", TRAP)], &[]),
            (&[memory, ("xregion::tree::path", TRAP)], &["xregion::tree::path, by itself"]),
            (&[memory, ("xregion::tree::path", TWICE)], &["xregion::tree::path, by itself"]),
            (
                &[("core::panicking::panic_fmt", TRAP), memory, ("xregion::tree::path", CALL_AND_TRAP)],
                &["xregion::tree::path, by core::panicking::panic_fmt"],
            ),
            (
                &[("core::slice::index::slice_index_fail", TRAP), memory],
                &["core::slice::index::slice_index_fail, by itself"],
            ),
        ] {
            let found = unexplained(&module(functions)).unwrap();
            assert_eq!(found.iter().collect::<Vec<_>>(), expected, "{functions:?}");
        }
    }

    #[test]
    fn a_module_without_names_is_refused() {
        for functions in [&[][..], &[("", &[0x00][..])], &[("core::panicking::panic_fmt", &[0x00][..])]] {
            assert!(unexplained(&module(functions)).is_err(), "{functions:?}");
        }
    }
}
