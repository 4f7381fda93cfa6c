//! A C++ compiler, with which libFuzzer is compiled.

use std::ffi::OsString;

use anyhow::Result;

use super::{Tool, apt, lookup};
use crate::workshop::Workshop;

const PACKAGES: &[&str] = &["g++"];

/// What crates look at before they look for a compiler.
pub(crate) const VARIABLE: &str = "CXX";

/// The compiler that a variable names, whatever stands in it, or one by its usual names.
pub(crate) struct CxxCompiler;

impl Tool for CxxCompiler {
    type Handle = OsString;

    fn name(&self) -> String {
        "a C++ compiler".to_owned()
    }

    fn find(&self) -> Result<Option<OsString>> {
        let told = std::env::var_os(VARIABLE).filter(|value| !value.is_empty());
        let found = || ["c++", "g++", "clang++"].into_iter().find_map(lookup::program);
        Ok(told.or_else(|| found().map(OsString::from)))
    }

    fn install(&self, _: &Workshop) -> Result<()> {
        apt::install(PACKAGES)
    }

    fn hint(&self) -> String {
        format!(
            "{}, macOS installs one by `xcode-select --install`; or name yours by {VARIABLE}",
            apt::by_hand(PACKAGES)
        )
    }
}
