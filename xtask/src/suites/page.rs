//! The demo page in browsers, as people use it.

use std::path::Path;

use anyhow::Result;

use super::javascript;
use crate::site;
use crate::tools::browsers::Browsers;
use crate::tools::npm::TEST_MODULES;
use crate::tools::{chromium, ensure};

pub(super) fn run() -> Result<()> {
    let Browsers { chromium, firefox, geckodriver } = Browsers::ensure()?;
    ensure(&TEST_MODULES)?;
    let site = site::stage()?;
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
