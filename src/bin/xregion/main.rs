//! `xregion check`: requests in files, checked before AWS sees them. The npm package has the same in JavaScript.

mod arguments;
mod check;
mod output;
mod progress;
mod told;

use std::env;
use std::io::{Write, stderr, stdout};
use std::process::ExitCode;

use arguments::Asked;
use xregion::OPERATIONS;

/// Nothing could be judged, or not all of it.
const NOT_READ: u8 = 2;

fn main() -> ExitCode {
    let shown = match arguments::read(env::args_os().skip(1)) {
        Ok(Asked::Check(arguments)) => return check::run(&arguments),
        Ok(Asked::Help) => xregion::program::help(OPERATIONS),
        Ok(Asked::Version) => format!("xregion {}\n", env!("CARGO_PKG_VERSION")),
        Err(problems) => {
            problems.iter().for_each(|problem| complain(problem));
            return NOT_READ.into();
        }
    };
    match stdout().write_all(shown.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => output::failed(&error),
    }
}

/// Says what is wrong, where nobody takes it for a verdict.
fn complain(problem: &str) {
    let _ = writeln!(stderr(), "xregion: {}", told::plain(problem));
}
