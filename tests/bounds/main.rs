//! How much time and memory large inputs take: `cargo xtask bounds` runs it under valgrind, which counts the
//! instructions of [`counted_by_valgrind`], and adds what is told here to that.

mod kinds;

use std::hint::black_box;
use std::{env, fs};

use allocation_counter::measure;
use serde::Serialize;

use kinds::{Call, kinds};

/// What one kind of input took.
#[derive(Serialize)]
struct Taken {
    input: &'static str,
    given_to: &'static str,
    least: usize,
    /// The most bytes of the heap at one time, of each size of the input.
    peak: Vec<u64>,
    /// All bytes that were taken from the heap.
    total: Vec<u64>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Cargo adds `--bench` to what it was given.
    let file = env::args().skip(1).find(|argument| !argument.starts_with("--")).ok_or("which file?")?;
    let taken = kinds().into_iter().map(|kind| {
        let mut taken =
            Taken { input: kind.input, given_to: kind.given_to, least: kind.least, peak: vec![], total: vec![] };
        for factor in [1, 2, 4] {
            let call = kind.call(factor);
            let heap = measure(|| counted_by_valgrind(&call));
            taken.peak.push(heap.bytes_max);
            taken.total.push(heap.bytes_total);
        }
        taken
    });
    Ok(fs::write(&file, serde_json::to_vec(&taken.collect::<Vec<_>>())?)?)
}

/// Valgrind counts from when this is called until it ends. It finds both of these functions by their names.
#[inline(never)]
fn counted_by_valgrind(call: &Call) {
    noted_by_valgrind(call);
    // With something after it the call is none that the compiler makes a jump of.
    black_box(());
}

/// When this ends valgrind notes what it has counted. It does so only where it was counting when this was called.
#[inline(never)]
fn noted_by_valgrind(call: &Call) {
    call();
    black_box(());
}
