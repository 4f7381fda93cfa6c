//! Signs of life of a long step: a line that counts on a terminal, a line now and then elsewhere.

use std::io::{IsTerminal as _, Write as _, stdout};
use std::time::{Duration, Instant};

/// How long a log may be silent before a reader wonders.
const PATIENCE: Duration = Duration::from_secs(10);

/// One step under way.
pub(crate) struct Progress {
    title: String,
    started: Instant,
    last_sign: Instant,
    counts: bool,
}

impl Progress {
    /// Announces a step. `counts`: nothing else writes to the terminal meanwhile, so that a line may be rewritten.
    pub(crate) fn start(title: &str, counts: bool) -> Self {
        let now = Instant::now();
        let counts = counts && stdout().is_terminal();
        if !counts {
            println!("{title} …");
        }
        Self { title: title.to_owned(), started: now, last_sign: now, counts }
    }

    /// To be called often: shows a sign of life when one is due. `silent_for` is how long the step itself has shown none.
    pub(crate) fn tick(&mut self, silent_for: Duration) {
        let due = if self.counts { Duration::from_secs(1) } else { PATIENCE };
        if self.last_sign.elapsed() < due || silent_for < due {
            return;
        }
        self.last_sign = Instant::now();
        if self.counts {
            print!("\r{} … {}", self.title, seconds(self.started.elapsed()));
            // A terminal that went away is no reason to stop working.
            let _ = stdout().flush();
        } else {
            println!("  still {}: {}", self.title, seconds(self.started.elapsed()));
        }
    }

    /// Closes the step with its outcome and its duration.
    pub(crate) fn finish(self, outcome: &str) {
        let start_of_line = if self.counts { "\r\x1b[K" } else { "" };
        println!("{start_of_line}{}: {outcome} after {}", self.title, seconds(self.started.elapsed()));
    }
}

/// A duration as people say it.
pub(crate) fn seconds(duration: Duration) -> String {
    match duration.as_secs() {
        short if short < 60 => format!("{:.1} s", duration.as_secs_f64()),
        long => format!("{} min {} s", long / 60, long % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        for (milliseconds, expected) in
            [(0, "0.0 s"), (1_249, "1.2 s"), (59_900, "59.9 s"), (60_000, "1 min 0 s"), (3_725_000, "62 min 5 s")]
        {
            assert_eq!(seconds(Duration::from_millis(milliseconds)), expected);
        }
    }
}
