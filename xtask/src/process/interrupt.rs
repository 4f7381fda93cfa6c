//! Ctrl-C, and being told to stop by another program.
//!
//! The handler only takes a note. Whoever waits for a child sees it, ends the child and returns an error like any
//! other, so that folders in the making are removed on the way out.

use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context as _, Result, bail};

static ASKED_TO_STOP: AtomicBool = AtomicBool::new(false);

/// Starts to take note. Whoever asks a second time does not want to wait.
pub(crate) fn listen() -> Result<()> {
    ctrlc::set_handler(|| {
        if ASKED_TO_STOP.swap(true, Ordering::SeqCst) {
            std::process::exit(130);
        }
    })
    .context("cannot listen for Ctrl-C")
}

/// Whether we were asked to stop.
pub(crate) fn requested() -> bool {
    ASKED_TO_STOP.load(Ordering::SeqCst)
}

/// Fails if we were asked to stop.
pub(crate) fn check() -> Result<()> {
    if requested() {
        bail!("interrupted");
    }
    Ok(())
}
