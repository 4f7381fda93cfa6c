//! Java, in which Spark runs.

use std::path::PathBuf;

use anyhow::Result;

use super::lookup::Lookup;
use super::{Tool, apt};
use crate::workshop::Workshop;

const PACKAGES: &[&str] = &["default-jre-headless"];

const JAVA: Lookup = Lookup { variable: "XREGION_JAVA", names: &["java"], places: &[] };

/// A Java of version 17 or later; one that is too old says so itself.
pub(crate) struct Java;

impl Tool for Java {
    type Handle = PathBuf;

    fn name(&self) -> String {
        "Java".to_owned()
    }

    fn find(&self) -> Result<Option<PathBuf>> {
        JAVA.find()
    }

    fn install(&self, _: &Workshop) -> Result<()> {
        apt::install(PACKAGES)
    }

    fn hint(&self) -> String {
        format!("{}, elsewhere install Java 17 or later and name it by {}", apt::by_hand(PACKAGES), JAVA.variable)
    }
}
