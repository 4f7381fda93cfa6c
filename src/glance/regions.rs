//! The known Regions and their partitions as bits, found by one look into a table.

mod table;

use table::{MULTIPLIER, PARTITIONS, REGIONS, SLOTS};

/// A Region, and the partition that it belongs to.
pub(super) fn region(code: &[u8]) -> Option<(u64, u16)> {
    let index = usize::from(*SLOTS.get(usize::from(slot(code, MULTIPLIER)?))?);
    let (known, partition) = REGIONS.get(index)?;
    (known.as_bytes() == code).then_some((1 << index, 1 << partition))
}

/// A partition by its id.
pub(super) fn partition(id: &[u8]) -> Option<u16> {
    PARTITIONS.iter().position(|known| known.as_bytes() == id).map(|index| 1 << index)
}

/// The place of a code in a table of 256 that is made with this number.
pub(crate) fn slot(code: &[u8], multiplier: u64) -> Option<u8> {
    let first = u64::from_le_bytes(*code.first_chunk()?);
    let last = u64::from_le_bytes(*code.last_chunk()?);
    Some(((first ^ last.rotate_left(23)).wrapping_mul(multiplier) >> 56) as u8)
}
