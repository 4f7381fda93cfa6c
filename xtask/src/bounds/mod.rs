//! Whether what large inputs take grows as they do. The program that takes them is in `tests/bounds`; valgrind counts
//! its instructions, and it counts its bytes of the heap itself.

mod counts;
mod page;

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use crate::process::{Step, answer};
use crate::tools::ensure;
use crate::tools::valgrind::Valgrind;
use crate::{files, project};

/// What is written.
const PAGE: &str = "docs/bounds.md";

/// How often the input is doubled, and one.
const SIZES: usize = 3;

/// The functions of the program that valgrind looks for: while the first runs it counts, after the second it notes how
/// much that was.
const COUNTED: &str = "--toggle-collect=*counted_by_valgrind*";
const NOTED: &str = "--dump-after=*noted_by_valgrind*";

/// What one kind of input took, as the program tells it.
#[derive(Deserialize)]
struct Taken {
    input: String,
    given_to: String,
    least: u64,
    /// The most bytes of the heap at one time, for each size.
    peak: [u64; SIZES],
    /// All bytes that were taken from the heap.
    total: [u64; SIZES],
}

/// The same with its instructions.
struct Row {
    taken: Taken,
    instructions: [u64; SIZES],
}

/// Writes the page, and says of each kind of input that takes more than it may how much that is.
pub(crate) fn run() -> Result<Vec<String>> {
    let valgrind = ensure(&Valgrind)?;
    let folder = project::scratch().join("bounds");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    files::create_folder(&folder)?;
    let (told, counted) = (folder.join("heap.json"), folder.join("callgrind"));
    Step::new("compiling what takes large inputs", cargo(&["--no-run"])).run()?;
    Step::new("counting what large inputs take, some minutes", under(&valgrind, &counted, &told)?).run()?;

    let taken: Vec<Taken> = serde_json::from_str(&files::read(&told)?).context("what was taken is not understood")?;
    let mut counts = (1..).map(|part| counts::of_part(&counted, part));
    let mut next = || counts.next().context("valgrind noted too little")?;
    let row = |taken| Ok(Row { taken, instructions: [next()?, next()?, next()?] });
    let rows = taken.into_iter().map(row).collect::<Result<Vec<Row>>>()?;

    let day = answer(Command::new("node").args(["-p", "new Date().toISOString().slice(0, 10)"]))?;
    let rustc = answer(Command::new("rustc").arg("--version"))?;
    // What is in parentheses is the commit.
    let rustc = rustc.split(" (").next().unwrap_or(&rustc);
    files::write(&project::root().join(PAGE), page::page(&rows, &format!("{day}, {rustc}")))?;
    println!("{PAGE} is written");
    Ok(rows.iter().filter_map(Row::complaint).collect())
}

fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(project::root()).args(["bench", "--locked", "--bench", "bounds"]).args(arguments);
    cargo
}

/// The program, run by valgrind.
fn under(valgrind: &Path, counted: &Path, told: &Path) -> Result<Command> {
    let file = format!("--callgrind-out-file={}", counted.display());
    let runner = [&*valgrind.to_string_lossy(), "--tool=callgrind", COUNTED, NOTED, &file].map(str::to_owned);
    let runner = format!("target.'cfg(all())'.runner = {}", serde_json::to_string(&runner)?);
    let mut cargo = cargo(&["--config", &runner, "--"]);
    cargo.arg(told);
    Ok(cargo)
}

/// The most that something may grow while the input doubles. What has to be sorted grows by 2.2 at these sizes, and
/// memory that is taken by doubling may be a little late; in quadratic time it would be 4.
const MOST: f64 = 2.3;

/// What is too little to say how it grows: a few instructions more or less are many times as much.
const LITTLE: u64 = 4096;

/// How often as much something was, from each size to the next.
fn growth([one, two, four]: [u64; SIZES]) -> [f64; 2] {
    #[expect(clippy::cast_precision_loss, reason = "two digits after the point are told")]
    let ratio = |less: u64, more: u64| if more <= LITTLE { 1.0 } else { more as f64 / less.max(1) as f64 };
    [ratio(one, two), ratio(two, four)]
}

impl Row {
    /// What grew too fast.
    fn complaint(&self) -> Option<String> {
        let Self { taken: Taken { input, given_to, peak, total, .. }, instructions } = self;
        let grown = [("instructions", instructions), ("peak of the heap", peak), ("heap in all", total)];
        let too_fast = |(what, numbers): &(&str, &[u64; SIZES])| {
            growth(**numbers).into_iter().any(|ratio| ratio > MOST).then(|| format!("{what} {numbers:?}"))
        };
        let too_fast: Vec<String> = grown.iter().filter_map(too_fast).collect();
        (!too_fast.is_empty())
            .then(|| format!("{input} for {given_to} take more than they may: {}", too_fast.join(", ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(instructions: [u64; SIZES], peak: [u64; SIZES], total: [u64; SIZES]) -> Row {
        let taken = Taken { input: "tags".into(), given_to: "ReplicateKey".into(), least: 1, peak, total };
        Row { taken, instructions }
    }

    #[test]
    fn what_grows_faster_than_its_input_is_told() {
        let linear = [10_000, 20_000, 40_000];
        for (row, expected) in [
            (row(linear, linear, linear), None),
            (row(linear, [0, 0, 0], [0, 0, 16]), None),
            (row([10_000, 22_000, 48_000], linear, linear), None),
            (row([10_000, 20_000, 80_000], linear, linear), Some("instructions [10000, 20000, 80000]")),
            (row(linear, linear, [0, 40_000, 80_000]), Some("heap in all [0, 40000, 80000]")),
            (row(linear, [10_000, 40_000, 40_000], linear), Some("peak of the heap [10000, 40000, 40000]")),
        ] {
            let expected = expected.map(|what| format!("tags for ReplicateKey take more than they may: {what}"));
            assert_eq!(row.complaint(), expected);
        }
    }
}
