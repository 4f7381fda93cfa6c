//! The demo page in browsers, as people use it.

use std::path::Path;

use anyhow::Result;

use super::javascript;
use crate::site;
use crate::tools::chromium::{self, Chromium};
use crate::tools::firefox::Firefox;
use crate::tools::npm::TestModules;
use crate::tools::{crates, ensure};

pub(super) fn run() -> Result<()> {
    let site = site::stage()?;
    ensure(&TestModules)?;
    let chromium = ensure(&Chromium)?;
    let firefox = ensure(&Firefox)?;
    let geckodriver = ensure(&crates::geckodriver())?;
    let variables: &[(&str, &Path)] = &[
        ("XREGION_SITE", &site),
        ("XREGION_CHROMIUM", &chromium.browser),
        ("XREGION_CHROMEDRIVER", &chromium.driver),
        ("XREGION_FIREFOX", &firefox),
        ("XREGION_GECKODRIVER", &geckodriver),
    ];
    let mut node = javascript::tests("page", variables)?;
    node.env("XREGION_CHROMIUM_FLAGS", chromium::flags().join(" "));
    javascript::run("testing the page", node)
}
