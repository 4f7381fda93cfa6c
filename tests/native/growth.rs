//! What large inputs take of the heap grows as they do, and `docs/bounds.md` tells of each kind of them. Instructions
//! are counted by `cargo xtask bounds` alone.

use allocation_counter::measure;

use crate::architecture::assert_none;
use crate::kinds::{Kind, kinds};
use crate::support::read;

/// As in `xtask/src/bounds/mod.rs`.
const MOST: f64 = 2.3;
const LITTLE: u64 = 4096;

/// The peak and all of the heap, of an input and of one that is twice as large: a third would take longer than all other
/// tests.
fn taken(kind: &Kind) -> [[u64; 2]; 2] {
    [1, 2].map(|factor| {
        let heap = measure(kind.call(factor));
        [heap.bytes_max, heap.bytes_total]
    })
}

fn grows_too_fast([one, two]: [[u64; 2]; 2]) -> bool {
    let is_too_much = |(less, more): (u64, u64)| more > LITTLE && more as f64 / less.max(1) as f64 > MOST;
    one.into_iter().zip(two).any(is_too_much)
}

#[test]
fn the_heap_grows_with_the_input() {
    let wrong = kinds().into_iter().filter_map(|kind| {
        let taken = taken(&kind);
        grows_too_fast(taken).then(|| format!("{} for {}: {taken:?}", kind.input, kind.given_to))
    });
    assert_none(&wrong.collect::<Vec<_>>());
}

#[test]
fn growth_that_is_not_linear_is_found() {
    for (sizes, expected) in [
        ([10_000, 20_000], false),
        ([10_000, 22_000], false),
        ([0, 1000], false),
        ([10_000, 24_000], true),
        ([0, 10_000], true),
    ] {
        for bytes in [sizes.map(|size| [size, 0]), sizes.map(|size| [0, size])] {
            assert_eq!(grows_too_fast(bytes), expected, "{bytes:?}");
        }
    }
}

#[test]
fn every_kind_of_input_is_told() {
    let page = read("docs/bounds.md");
    let rows = page.lines().filter_map(|line| line.strip_prefix("| "));
    let told: Vec<String> = rows
        .skip(2)
        .map(|row| row.split(" | ").take(3).collect::<Vec<_>>().join(" | ").replace(['`', ','], ""))
        .collect();
    let kinds: Vec<String> = kinds()
        .iter()
        .map(|kind| format!("{} | {} | {}", kind.input, kind.given_to, kind.least).replace(',', ""))
        .collect();
    assert_eq!(told, kinds, "docs/bounds.md is stale; run `cargo xtask bounds`");
}
