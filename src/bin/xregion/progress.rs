//! How far the work is, for people who wait at a terminal.

use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

use xregion::jsonl::Summary;

use crate::told::plain;

/// How often it is said.
const PAUSE: Duration = Duration::from_millis(100);

/// A line that is written anew again and again.
pub(crate) struct Progress {
    is_seen: bool,
    is_there: bool,
    last: Instant,
}

impl Progress {
    pub(crate) fn new() -> Self {
        Self { is_seen: stderr().is_terminal(), is_there: false, last: Instant::now() }
    }

    /// Says how far the work is, if the last time is long enough ago.
    pub(crate) fn show(&mut self, file: &str, summary: &Summary) {
        if self.is_seen && self.last.elapsed() >= PAUSE {
            let Summary { lines, invalid, .. } = summary;
            let _ = write!(stderr(), "\r\x1b[K{}: {lines} judged, {invalid} invalid", plain(file));
            self.is_there = true;
            self.last = Instant::now();
        }
    }

    /// Makes room for other output.
    pub(crate) fn clear(&mut self) {
        if self.is_there {
            let _ = write!(stderr(), "\r\x1b[K");
            self.is_there = false;
        }
    }
}
