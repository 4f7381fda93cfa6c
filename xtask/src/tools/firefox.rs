//! Firefox. Its driver is a program of its own, see [`super::crates::geckodriver`].

use std::path::PathBuf;

use anyhow::Result;

use super::lookup::Lookup;
use super::{Tool, apt};
use crate::workshop::Workshop;

const PACKAGES: &[&str] = &["firefox-esr"];

const BROWSER: Lookup = Lookup {
    variable: "XREGION_FIREFOX",
    names: &["firefox", "firefox-esr"],
    places: &["/Applications/Firefox.app/Contents/MacOS/firefox", r"C:\Program Files\Mozilla Firefox\firefox.exe"],
};

/// The browser with an engine of its own.
pub(crate) struct Firefox;

impl Tool for Firefox {
    type Handle = PathBuf;

    fn name(&self) -> String {
        "Firefox".to_owned()
    }

    fn find(&self) -> Result<Option<PathBuf>> {
        BROWSER.find()
    }

    fn install(&self, _: &Workshop) -> Result<()> {
        apt::install(PACKAGES)
    }

    fn hint(&self) -> String {
        format!("{}, elsewhere install Firefox and name it by {}", apt::by_hand(PACKAGES), BROWSER.variable)
    }
}
