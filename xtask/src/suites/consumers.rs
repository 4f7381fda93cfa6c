//! The packed npm package with the bundlers, runtimes and browsers of its users.

use std::path::Path;

use anyhow::Result;

use super::{javascript, packed};
use crate::tools::browsers::Browsers;
use crate::tools::npm::CONSUMER_MODULES;
use crate::tools::{chromium, ensure};

pub(super) fn run() -> Result<()> {
    let Browsers { chromium, firefox, geckodriver } = Browsers::ensure()?;
    let package = packed::install()?;
    let modules = ensure(&CONSUMER_MODULES)?;
    package.unpack_among(&modules)?;
    let variables: &[(&str, &Path)] = &[
        ("XREGION_CONSUMER_MODULES", &modules),
        ("XREGION_CHROMIUM", &chromium.browser),
        ("XREGION_FIREFOX", &firefox),
        ("XREGION_GECKODRIVER", &geckodriver),
    ];
    let mut node = javascript::tests("consumers", variables)?;
    node.env("XREGION_CHROMIUM_FLAGS", chromium::flags().join(" "));
    javascript::run("testing with consumers", node)
}
