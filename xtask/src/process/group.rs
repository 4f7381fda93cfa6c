//! A child and all that it starts, ended together.
//!
//! Test runners start browsers and cargo starts compilers; ending only the child would leave those behind.
//! On Unix each child therefore leads a process group of its own. Elsewhere the console tells all of them of a Ctrl-C.

use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

/// How long a child may take to end in good order.
const GRACE: Duration = Duration::from_secs(3);

/// Starts a child that leads a group of its own.
pub(crate) fn spawn(command: &mut Command) -> std::io::Result<Child> {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    command.spawn()
}

/// Asks the group to end, and insists after a while.
pub(crate) fn end(child: &mut Child) {
    ask(child);
    let asked = Instant::now();
    while asked.elapsed() < GRACE && matches!(child.try_wait(), Ok(None)) {
        thread::sleep(Duration::from_millis(20));
    }
    insist(child);
    // It is gone or not ours: there is nothing left that could be done about an error.
    let _ = child.wait();
}

#[cfg(unix)]
fn ask(child: &Child) {
    signal(child, nix::sys::signal::Signal::SIGTERM);
}

#[cfg(unix)]
fn insist(child: &mut Child) {
    signal(child, nix::sys::signal::Signal::SIGKILL);
}

#[cfg(unix)]
fn signal(child: &Child, signal: nix::sys::signal::Signal) {
    if let Ok(group) = i32::try_from(child.id()) {
        // An error means that the group has no members left, which is what is wanted.
        let _ = nix::sys::signal::killpg(nix::unistd::Pid::from_raw(group), signal);
    }
}

#[cfg(not(unix))]
fn ask(_child: &Child) {}

#[cfg(not(unix))]
fn insist(child: &mut Child) {
    let _ = child.kill();
}
