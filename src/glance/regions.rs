//! The known Regions and their partitions as bits, found by one look into a table.

mod table;

use super::words::same;
use table::{MULTIPLIER, PARTITIONS, REGIONS, SLOTS};

/// A Region, and the partition that it belongs to.
#[inline]
pub(super) fn region(code: &[u8]) -> Option<(u64, u16)> {
    let (first, last) = ends(code)?;
    let index = usize::from(*SLOTS.get(usize::from(slot(first, last, MULTIPLIER)))?);
    let known = REGIONS.get(index)?;
    known.is(first, last, code.len()).then_some((1 << index, 1 << known.partition))
}

/// The Regions with these codes, as bits. Those that are not known have none.
pub(crate) const fn bits(codes: &[&str]) -> u64 {
    let mut bits = 0;
    let mut rest = codes;
    while let Some((code, others)) = rest.split_first() {
        let mut regions: &[Region] = &REGIONS;
        while let Some((region, before)) = regions.split_last() {
            if let Some((first, last)) = ends(code.as_bytes())
                && region.is(first, last, code.len())
            {
                bits |= 1 << before.len();
            }
            regions = before;
        }
        rest = others;
    }
    bits
}

/// A partition by its id.
pub(super) fn partition(id: &[u8]) -> Option<u16> {
    PARTITIONS.iter().position(|known| same(known.as_bytes(), id)).map(|index| 1 << index)
}

/// A known Region. No code is so long that its ends leave something out.
struct Region {
    first: u64,
    last: u64,
    length: usize,
    partition: u8,
}

impl Region {
    /// Whether a code with these ends and of this length is its own.
    const fn is(&self, first: u64, last: u64, length: usize) -> bool {
        self.first == first && self.last == last && self.length == length
    }
}

/// The longest code that its ends tell apart from all others.
const LONGEST: usize = 16;

const fn known(code: &str, partition: u8) -> Region {
    match ends(code.as_bytes()) {
        Some((first, last)) if code.len() <= LONGEST => Region { first, last, length: code.len(), partition },
        // No text has such ends and no length.
        _ => Region { first: 0, last: 0, length: 0, partition },
    }
}

/// The first and the last eight bytes.
pub(crate) const fn ends(code: &[u8]) -> Option<(u64, u64)> {
    match (code.first_chunk(), code.last_chunk()) {
        (Some(first), Some(last)) => Some((u64::from_le_bytes(*first), u64::from_le_bytes(*last))),
        _ => None,
    }
}

/// The place of a code with these ends in a table of 256 that is made with this number.
pub(crate) fn slot(first: u64, last: u64, multiplier: u64) -> u8 {
    ((first ^ last.rotate_left(23)).wrapping_mul(multiplier) >> 56) as u8
}
