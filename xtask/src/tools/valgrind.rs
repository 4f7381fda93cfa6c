//! Valgrind, which counts the instructions that a program takes.

use std::path::PathBuf;

use anyhow::Result;

use super::lookup::Lookup;
use super::{Tool, apt};
use crate::workshop::Workshop;

const PACKAGES: &[&str] = &["valgrind"];

const VALGRIND: Lookup = Lookup { variable: "XREGION_VALGRIND", names: &["valgrind"], places: &[] };

/// The need for valgrind. The handle is the program.
pub(crate) struct Valgrind;

impl Tool for Valgrind {
    type Handle = PathBuf;

    fn name(&self) -> String {
        "valgrind".to_owned()
    }

    fn find(&self) -> Result<Option<PathBuf>> {
        VALGRIND.find()
    }

    fn install(&self, _: &Workshop) -> Result<()> {
        apt::install(PACKAGES)
    }

    fn hint(&self) -> String {
        format!("{}, elsewhere install it and name it by {}", apt::by_hand(PACKAGES), VALGRIND.variable)
    }
}
