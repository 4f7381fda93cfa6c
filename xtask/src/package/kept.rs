//! What is kept of the making of a module, for who asks what takes its room: names, which are not shipped.

use std::path::PathBuf;

use crate::project;

/// Where it is kept, from the top of the checkout. The linker is told so: a place that differed from one checkout to
/// the next would be part of what cargo makes names of.
const FOLDER: &str = "target/xtask/kept";

/// What belongs to one module.
pub(crate) struct Kept {
    name: String,
}

impl Kept {
    /// Of the module that the package has under this name, without its ending.
    pub(crate) fn of(name: &str) -> Self {
        Self { name: name.to_owned() }
    }

    /// The module with its names, not yet optimised.
    pub(crate) fn module(&self) -> PathBuf {
        project::root().join(FOLDER).join(format!("{}.wasm", self.name))
    }

    /// What the linker says of the places of statics.
    pub(crate) fn map(&self) -> PathBuf {
        project::root().join(self.map_from_root())
    }

    /// The same, for the linker.
    pub(super) fn map_from_root(&self) -> String {
        format!("{FOLDER}/{}.map", self.name)
    }
}
