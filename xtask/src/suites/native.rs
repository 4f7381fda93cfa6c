//! What needs neither a browser nor Node.

use anyhow::Result;

use super::cargo;
use crate::process::Step;

pub(super) fn run() -> Result<()> {
    Step::new("testing natively", cargo(&["test", "--workspace"])).shown().run().map(drop)
}
