//! Looking for faults with inputs that a fuzzer makes; what is asked of them is in `fuzz/`.

mod dictionary;
mod outcome;
mod seeds;
mod target;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Instant, SystemTime};

use anyhow::{Context as _, Result};

use crate::process::{self, Step, interrupt};
use crate::tools::cxx::{self, CxxCompiler};
use crate::tools::{crates, ensure};
use crate::{files, project};
use outcome::{Counts, Outcome};
pub(crate) use target::Target;

/// How long a target is run.
#[derive(Clone, Copy)]
pub(crate) enum Measure {
    /// For so many seconds.
    Seconds(u64),
    /// Until it was run so often.
    Executions(u64),
    /// With the same inputs every time: nothing is kept of a run for the next.
    Same { executions: u64 },
}

/// More memory than any input may need, in megabytes.
const MOST_MEMORY: &str = "-rss_limit_mb=1024";

/// An input that takes longer, in seconds, is a fault.
const PATIENCE: &str = "-timeout=10";

/// The targets, compiled.
pub(crate) struct Fuzzer {
    programs: PathBuf,
}

impl Fuzzer {
    /// Compiles them, after installing what that needs. No sanitizer is among it, which compilers of the stable channel do
    /// not have: the library has no unsafe code. Comparisons are not traced: the words that this would find are in the
    /// dictionary, and an execution would take up to 1.7 times as long.
    pub(crate) fn build() -> Result<Self> {
        let compiler = ensure(&CxxCompiler)?;
        let cargo_fuzz = ensure(&crates::cargo_fuzz())?;
        let target = host()?;
        let folder = project::root().join("target/fuzz");
        let mut build = Command::new(cargo_fuzz);
        build.current_dir(project::root()).env(cxx::VARIABLE, compiler);
        build.args(["build", "--fuzz-dir", "fuzz", "--sanitizer", "none", "--no-trace-compares"]);
        build.args(["--target", &target, "--target-dir"]).arg(&folder);
        Step::new("building the fuzz targets", build).run()?;
        Ok(Self { programs: folder.join(target).join("release") })
    }

    /// Runs targets one after the other, tells what comes of each, and gives the number of those with a fault.
    pub(crate) fn run(&self, targets: &[Target], measure: Measure) -> Result<usize> {
        let mut outcomes = Vec::new();
        for target in targets {
            outcomes.push(self.try_one(*target, measure)?);
            interrupt::check()?;
        }
        println!();
        outcomes.iter().for_each(|outcome| println!("{outcome}"));
        let faults = outcomes.iter().filter(|outcome| outcome.is_fault()).count();
        println!("{} passed, {faults} failed", outcomes.len() - faults);
        Ok(faults)
    }

    /// Runs a target with one input.
    pub(crate) fn again(&self, target: Target, input: &Path) -> Result<()> {
        let absolute = input.canonicalize().with_context(|| format!("there is no {}", input.display()))?;
        let mut program = self.program(target);
        program.env("RUST_BACKTRACE", "1").args([MOST_MEMORY, PATIENCE]).arg(&absolute);
        Step::new(format!("running {target} with {}", input.display()), program).shown().run().map(drop)
    }

    fn try_one(&self, target: Target, measure: Measure) -> Result<Outcome> {
        let places = Places::prepare(target, measure)?;
        let mut program = self.program(target);
        program.args([MOST_MEMORY, PATIENCE, "-print_final_stats=1", "-verbosity=1"]);
        program.arg(format!("-max_len={}", target.longest()));
        program.args(places.dictionary.iter().map(|words| format!("-dict={}", words.display())));
        program.arg(format!("-artifact_prefix={}/", places.faults.display()));
        program.args(match measure {
            Measure::Seconds(seconds) => vec![format!("-max_total_time={seconds}")],
            Measure::Executions(count) => vec![format!("-runs={count}")],
            Measure::Same { executions } => vec![format!("-runs={executions}"), "-seed=1".to_owned()],
        });
        program.args([&places.corpus, &places.seeds, &places.regressions]);
        let before = written_in(&places.faults)?;
        let started = Instant::now();
        let result = Step::new(format!("fuzzing {target}"), program).run();
        let took = started.elapsed();
        interrupt::check()?;
        let new = written_in(&places.faults)?.difference(&before).next().map(|(input, _)| input.clone());
        match (result, new) {
            (Ok(said), None) => Ok(Outcome::passed(target, took, Counts::read(&said)?)),
            (_, Some(input)) => Ok(Outcome::fault(target, input)),
            (Err(error), None) => Err(error),
        }
    }

    fn program(&self, target: Target) -> Command {
        let mut program = Command::new(self.programs.join(format!("{target}{}", std::env::consts::EXE_SUFFIX)));
        // The end of the log shall be the fault, not the way to it.
        program.current_dir(project::root()).env("RUST_BACKTRACE", "0");
        program
    }
}

/// Where the inputs of a target are.
struct Places {
    corpus: PathBuf,
    seeds: PathBuf,
    regressions: PathBuf,
    faults: PathBuf,
    /// There is none where inputs are no text.
    dictionary: Option<PathBuf>,
}

impl Places {
    fn prepare(target: Target, measure: Measure) -> Result<Self> {
        let fuzz = project::root().join("fuzz");
        let made = project::scratch().join("fuzz").join(target.to_string());
        if made.exists() {
            std::fs::remove_dir_all(&made).with_context(|| format!("cannot remove {}", made.display()))?;
        }
        let kept = !matches!(measure, Measure::Same { .. });
        let places = Self {
            corpus: if kept { fuzz.join("corpus").join(target.to_string()) } else { made.join("corpus") },
            seeds: made.join("seeds"),
            regressions: fuzz.join("regressions").join(target.to_string()),
            faults: fuzz.join("artifacts").join(target.to_string()),
            dictionary: target.is_text().then(|| made.join("words.dict")),
        };
        for folder in [&places.corpus, &places.seeds, &places.regressions, &places.faults] {
            files::create_folder(folder)?;
        }
        let seeds = seeds::of(target)?;
        for (number, seed) in seeds.iter().enumerate() {
            files::write(&places.seeds.join(format!("{number:04}")), seed)?;
        }
        if let Some(words) = &places.dictionary {
            files::write(words, dictionary::of(&seeds))?;
        }
        Ok(places)
    }
}

/// The files of a folder with the time of their writing: the same fault is written to the same file again.
fn written_in(folder: &Path) -> Result<BTreeSet<(PathBuf, SystemTime)>> {
    files::files_below(folder)?.into_iter().map(|file| Ok((file.clone(), file.metadata()?.modified()?))).collect()
}

/// The target that this machine's compiler compiles for.
fn host() -> Result<String> {
    let said = process::answer(Command::new("rustc").arg("-vV"))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("rustc does not say what it compiles for")
}
