//! The npm package in Node.

use anyhow::Result;

use super::{javascript, packed};

pub(super) fn run() -> Result<()> {
    let package = packed::install()?;
    javascript::run("testing in Node", javascript::tests("node", &[("XREGION_TARBALL", &package.tarball)])?)
}
