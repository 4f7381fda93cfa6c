//! The programs this project calls but does not carry: how each is found, and how it comes if it is missing.

pub(crate) mod apt;
pub(crate) mod browsers;
pub(crate) mod chromium;
pub(crate) mod crates;
pub(crate) mod cxx;
pub(crate) mod firefox;
pub(crate) mod java;
pub(crate) mod lookup;
pub(crate) mod npm;
pub(crate) mod prerequisites;
pub(crate) mod python;
pub(crate) mod valgrind;
pub(crate) mod wasm_target;

use anyhow::{Result, anyhow};

use crate::workshop::Workshop;

/// A program, or a set of files, that a command needs.
pub(crate) trait Tool {
    /// What its users need to know of it: mostly where it is.
    type Handle;

    /// What people call it.
    fn name(&self) -> String;

    /// Looks for it and changes nothing.
    fn find(&self) -> Result<Option<Self::Handle>>;

    /// Gets it, wholly or not at all.
    fn install(&self, workshop: &Workshop) -> Result<()>;

    /// How a person gets it where we cannot, in one line.
    fn hint(&self) -> String;
}

/// Finds a tool, installing it first if need be. Fails in one line: what is missing, why it did not come, how to get it.
pub(crate) fn ensure<T: Tool>(tool: &T) -> Result<T::Handle> {
    if let Some(handle) = tool.find()? {
        return Ok(handle);
    }
    let missing = |cause: &str| anyhow!("{} is missing ({cause}); {}", tool.name(), tool.hint());
    let workshop = Workshop::of_tools().map_err(|cause| missing(&format!("{cause:#}")))?;
    // Whoever was in there before us may have installed it.
    if let Some(handle) = tool.find()? {
        return Ok(handle);
    }
    tool.install(&workshop).map_err(|cause| missing(&format!("{cause:#}")))?;
    tool.find()?.ok_or_else(|| missing("it was installed, but is still not found"))
}
