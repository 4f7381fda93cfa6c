//! JSON text in the native library: `cargo bench --bench native -- FILE`. The file is what `native.mjs` wrote, with the
//! same text in the WebAssembly module; what is timed here is added to it.

use std::hint::black_box;
use std::time::{Duration, Instant};
use std::{env, fs};

use serde::{Deserialize, Serialize};
use xregion::shape::Operation;
use xregion::{Context, OPERATIONS, validate_json};

type Failure = Box<dyn std::error::Error>;

#[derive(Deserialize, Serialize)]
struct Timed {
    plan: Plan,
    timed: Vec<Case>,
}

/// How it is timed, in milliseconds.
#[derive(Deserialize, Serialize)]
struct Plan {
    rounds: usize,
    milliseconds: f64,
    #[serde(rename = "warmUp")]
    warm_up: f64,
}

#[derive(Deserialize, Serialize)]
struct Case {
    operation: String,
    size: String,
    text: String,
    rounds: Rounds,
}

/// Nanoseconds a call, one number a round.
#[derive(Deserialize, Serialize)]
struct Rounds {
    wasm: Vec<f64>,
    #[serde(default)]
    native: Vec<f64>,
}

fn main() -> Result<(), Failure> {
    // Cargo adds `--bench` to what it was given.
    let file = env::args().skip(1).find(|argument| !argument.starts_with("--")).ok_or("which file?")?;
    let mut told: Timed = serde_json::from_str(&fs::read_to_string(&file)?)?;
    let mut judged = Vec::new();
    for case in &told.timed {
        let operation = OPERATIONS.iter().find(|operation| operation.name == case.operation);
        let judge = Judge { operation: operation.ok_or("no such operation")?, text: case.text.as_bytes() };
        judged.push((judge.times(&told.plan), judge));
    }
    let mut rounds = vec![Vec::new(); judged.len()];
    for _ in 0..told.plan.rounds {
        for ((times, judge), rounds) in judged.iter().zip(&mut rounds) {
            rounds.push(judge.run(*times).as_nanos() as f64 / f64::from(*times));
        }
    }
    for (case, rounds) in told.timed.iter_mut().zip(rounds) {
        case.rounds.native = rounds;
    }
    Ok(fs::write(&file, serde_json::to_vec(&told)?)?)
}

struct Judge<'a> {
    operation: &'static Operation,
    text: &'a [u8],
}

impl Judge<'_> {
    fn run(&self, times: u32) -> Duration {
        let context = Context::default();
        let started = clock();
        for _ in 0..times {
            black_box(validate_json(self.operation, black_box(self.text), &context));
        }
        clock().saturating_sub(started)
    }

    /// How often to judge for a round, known after a warm-up.
    fn times(&self, plan: &Plan) -> u32 {
        let started = Instant::now();
        let mut times: u32 = 1;
        loop {
            let took = self.run(times).as_secs_f64() * 1000.0;
            let is_warm = started.elapsed().as_secs_f64() * 1000.0 > plan.warm_up;
            if is_warm && took >= plan.milliseconds / 2.0 {
                return (f64::from(times) * plan.milliseconds / took).round().max(1.0) as u32;
            }
            if took < plan.milliseconds {
                times = times.saturating_mul(2);
            }
        }
    }
}

/// The time that this thread had a processor: other programs do not slow a round down.
#[cfg(unix)]
fn clock() -> Duration {
    use nix::time::{ClockId, clock_gettime};
    clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID).map(Duration::from).unwrap_or_default()
}

/// The time since the first call.
#[cfg(not(unix))]
fn clock() -> Duration {
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    START.elapsed()
}
