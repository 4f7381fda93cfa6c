//! What the package makes, held against the programs that people send such requests with.

use anyhow::Result;

use super::{javascript, packed};
use crate::tools::python;

pub(super) fn run() -> Result<()> {
    let python = python::with(&python::CLIENTS)?;
    let _package = packed::install()?;
    javascript::run("testing against clients", javascript::tests("clients", &[("XREGION_CLIENTS_PYTHON", &python)])?)
}
