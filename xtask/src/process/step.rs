//! One step of a longer job, done by another program.

use std::fs::File;
use std::io::{self, IsTerminal as _, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use super::progress::Progress;
use super::{group, interrupt, name};
use crate::{files, project};

/// How often a child is looked at. Short: most steps of a second run take no longer than this.
const GLANCE: Duration = Duration::from_millis(20);

/// How much of a log is shown when its step fails.
const TAIL: usize = 25;

/// A command with a title. Its output goes to a log, of which the end is shown if it fails.
pub(crate) struct Step {
    title: String,
    command: Command,
    shown: bool,
    brief: bool,
    uninterrupted: bool,
}

impl Step {
    /// The title says what is being done, as in "building the package".
    pub(crate) fn new(title: impl Into<String>, command: Command) -> Self {
        Self { title: title.into(), command, shown: false, brief: false, uninterrupted: false }
    }

    /// Shows the output as it comes, besides logging it: for what people came to read.
    pub(crate) fn shown(mut self) -> Self {
        self.shown = true;
        self
    }

    /// Keeps the end of the log to itself: for what may fail without anything being wrong here.
    pub(crate) fn brief(mut self) -> Self {
        self.brief = true;
        self
    }

    /// Lets the child come to its end even if we are asked to stop: for what would be left broken in the middle.
    pub(crate) fn uninterrupted(mut self) -> Self {
        self.uninterrupted = true;
        self
    }

    /// Runs to the end and returns all that was printed.
    pub(crate) fn run(mut self) -> Result<String> {
        interrupt::check()?;
        let log = log_path(&self.title);
        files::write(&log, "")?;
        let mut progress = Progress::start(&self.title, !self.shown);
        let status = self.wait(&log, &mut progress);
        progress.finish(match &status {
            Ok(status) if status.success() => "done",
            _ if interrupt::requested() => "stopped",
            _ => "failed",
        });

        let status = status?;
        let output = String::from_utf8_lossy(&std::fs::read(&log)?).into_owned();
        if !status.success() {
            if !self.shown && !self.brief {
                eprintln!("{}", tail(&output, TAIL));
            }
            interrupt::check()?;
            bail!("{} failed ({status}), see {}", self.title, log.display());
        }
        Ok(output)
    }

    fn wait(&mut self, log: &Path, progress: &mut Progress) -> Result<ExitStatus> {
        let program = name(&self.command);
        let (mut child, output) = self.spawn(log).with_context(|| format!("cannot start {program}"))?;
        let mut last_output = Instant::now();
        loop {
            if interrupt::requested() && !self.uninterrupted {
                group::end(&mut child);
                bail!("interrupted");
            }
            match output.recv_timeout(GLANCE) {
                Ok(()) => last_output = Instant::now(),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => std::thread::sleep(GLANCE),
            }
            if let Some(status) = child.try_wait()? {
                drain(&output);
                return Ok(status);
            }
            progress.tick(last_output.elapsed());
        }
    }

    /// Starts the child with both of its outputs in one stream, so that their order is kept.
    fn spawn(&mut self, log: &Path) -> io::Result<(Child, Receiver<()>)> {
        let (announce, announced) = channel();
        let mut log = File::create(log)?;
        self.command.stdin(Stdio::null());
        if !self.shown {
            self.command.stdout(log.try_clone()?).stderr(log);
            return Ok((group::spawn(&mut self.command)?, announced));
        }

        if io::stdout().is_terminal() {
            // They see a pipe, and would leave out their colours.
            self.command.envs([("CARGO_TERM_COLOR", "always"), ("FORCE_COLOR", "1")]);
        }
        let (mut reader, writer) = io::pipe()?;
        self.command.stdout(writer.try_clone()?).stderr(writer);
        let child = group::spawn(&mut self.command)?;
        // The command holds our ends of the pipe, and the reader below would wait for them for ever.
        self.command.stdout(Stdio::null()).stderr(Stdio::null());
        std::thread::spawn(move || -> io::Result<()> {
            let mut buffer = [0; 8192];
            loop {
                let length = reader.read(&mut buffer)?;
                let Some(chunk) = buffer.get(..length).filter(|chunk| !chunk.is_empty()) else { return Ok(()) };
                io::stdout().write_all(chunk)?;
                io::stdout().flush()?;
                log.write_all(chunk)?;
                // Nobody listens any more when the step is over; the rest is still worth passing on.
                let _ = announce.send(());
            }
        });
        Ok((child, announced))
    }
}

/// Waits until the child's output was passed on. Not for ever: a grandchild that lives on may hold the stream open.
fn drain(output: &Receiver<()>) {
    let ended = Instant::now();
    while ended.elapsed() < Duration::from_secs(2) {
        if let Err(RecvTimeoutError::Disconnected) = output.recv_timeout(GLANCE) {
            return;
        }
    }
}

fn log_path(title: &str) -> PathBuf {
    project::scratch().join("logs").join(format!("{}.log", slug(title)))
}

fn slug(title: &str) -> String {
    let words = title.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-").to_lowercase()
}

fn tail(text: &str, lines: usize) -> String {
    let all: Vec<&str> = text.lines().collect();
    all.get(all.len().saturating_sub(lines)..).unwrap_or_default().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logs_are_named_after_their_steps() {
        for (title, expected) in [
            ("building the package", "building-the-package"),
            ("installing wasm-pack 0.15.1", "installing-wasm-pack-0-15-1"),
            ("  cargo clippy (wasm32) ", "cargo-clippy-wasm32"),
        ] {
            assert_eq!(slug(title), expected);
        }
    }

    #[test]
    fn a_tail_is_the_last_lines() {
        for (text, lines, expected) in [("", 2, ""), ("a\nb\nc\n", 2, "b\nc"), ("a\nb", 5, "a\nb")] {
            assert_eq!(tail(text, lines), expected);
        }
    }
}
