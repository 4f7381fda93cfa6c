//! The browsers that tests run in, with what drives them.

use std::path::PathBuf;

use anyhow::Result;

use super::chromium::{self, Chromium};
use super::firefox::Firefox;
use super::{crates, ensure};

/// Where all of them are.
pub(crate) struct Browsers {
    /// Chromium and its driver.
    pub(crate) chromium: chromium::Paths,
    /// Firefox.
    pub(crate) firefox: PathBuf,
    /// Firefox's driver.
    pub(crate) geckodriver: PathBuf,
}

impl Browsers {
    /// Finds them, installing what is missing. What may be refused comes before what takes minutes.
    pub(crate) fn ensure() -> Result<Self> {
        Ok(Self {
            chromium: ensure(&Chromium)?,
            firefox: ensure(&Firefox)?,
            geckodriver: ensure(&crates::geckodriver())?,
        })
    }
}
