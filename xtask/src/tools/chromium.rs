//! Chromium, or a browser made of it, with the driver of the same version.

use std::path::PathBuf;

use anyhow::Result;

use super::lookup::Lookup;
use super::{Tool, apt};
use crate::workshop::Workshop;

const PACKAGES: &[&str] = &["chromium", "chromium-driver"];

const BROWSER: Lookup = Lookup {
    variable: "XREGION_CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    places: &[
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ],
};

const DRIVER: Lookup = Lookup {
    variable: "XREGION_CHROMEDRIVER",
    names: &["chromedriver"],
    places: &["/usr/lib/chromium-browser/chromedriver"],
};

/// The browser most people use, in its free form.
pub(crate) struct Chromium;

/// Where the browser and its driver are.
pub(crate) struct Paths {
    /// The browser.
    pub(crate) browser: PathBuf,
    /// What drives it for a test.
    pub(crate) driver: PathBuf,
}

/// How the browser is started for tests: without a window, and without calling anybody.
pub(crate) fn flags() -> Vec<&'static str> {
    let mut flags = vec![
        "--headless=new",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Containers give little shared memory.
        "--disable-dev-shm-usage",
    ];
    if apt::is_root() {
        flags.push("--no-sandbox");
    }
    flags
}

impl Tool for Chromium {
    type Handle = Paths;

    fn name(&self) -> String {
        "Chromium with its driver".to_owned()
    }

    fn find(&self) -> Result<Option<Paths>> {
        Ok(BROWSER.find()?.zip(DRIVER.find()?).map(|(browser, driver)| Paths { browser, driver }))
    }

    fn install(&self, _: &Workshop) -> Result<()> {
        apt::install(PACKAGES)
    }

    fn hint(&self) -> String {
        format!(
            "{}, elsewhere install Chrome and chromedriver of one version and name them by {} and {}",
            apt::by_hand(PACKAGES),
            BROWSER.variable,
            DRIVER.variable
        )
    }
}
