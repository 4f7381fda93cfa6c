//! What a glance notes of a request.

use core::num::NonZeroU32;

use arrayvec::ArrayVec;

use super::forms::Claims;
use crate::shape::{Constraint, Silence};

/// The most keys that are told apart: no request that passes has more.
const MOST_KEYS: usize = 64;

/// Which Regions a request names, and how.
pub(super) struct Facts {
    /// All partitions that are claimed, as bits.
    partitions: u16,
    /// The Regions that were named, and those of the entry at hand, as bits.
    named: u64,
    here: u64,
    /// Those that are to be the one of the entry at hand.
    of_entry: u64,
    is_in_entry: bool,
    /// Whether a Region was named in two entries, or in one and beside them.
    has_repeated: bool,
    /// Whether an entry is in no Region, or names several.
    has_astray: bool,
    /// The members of the first entry, and whether another one has others.
    members: Option<Members>,
    has_unlike: bool,
}

/// Which members a value has, as bits above the lowest, which is always there.
pub(super) type Members = NonZeroU32;

/// What tells keys apart.
pub(super) type Keys = ArrayVec<u32, MOST_KEYS>;

impl Facts {
    pub(super) fn new() -> Self {
        Self {
            partitions: 0,
            named: 0,
            here: 0,
            of_entry: 0,
            is_in_entry: false,
            has_repeated: false,
            has_astray: false,
            members: None,
            has_unlike: false,
        }
    }

    /// Notes the Regions and partitions that a string names.
    pub(super) fn note(&mut self, claims: Claims) {
        self.partitions |= claims.partitions;
        if self.is_in_entry {
            self.here |= claims.regions;
            self.of_entry |= claims.of_entry;
        } else {
            self.name(claims.regions | claims.of_entry);
        }
    }

    fn name(&mut self, regions: u64) {
        self.has_repeated |= self.named & regions != 0;
        self.named |= regions;
    }

    /// Goes into an item or entry. One that is `placed` is in a Region.
    pub(super) fn enter(&mut self, is_placed: bool) {
        self.is_in_entry |= is_placed;
    }

    /// Leaves it; it had these members.
    pub(super) fn leave(&mut self, is_placed: bool, members: Members) {
        if is_placed {
            self.has_astray |= self.here.count_ones() != 1 || self.of_entry & !self.here != 0;
            self.has_unlike |= *self.members.get_or_insert(members) != members;
            self.name(self.here | self.of_entry);
            (self.here, self.of_entry) = (0, 0);
            self.is_in_entry = false;
        }
    }

    /// Whether all constraints have nothing to say about a request of which this was noted.
    pub(super) fn silence(&self, mut constraints: impl Iterator<Item = &'static Constraint>) -> bool {
        let if_is = |silent: bool, silence: Silence| u8::from(silent) << silence as u8;
        let silences = if_is(true, Silence::Usual)
            | if_is(self.partitions.count_ones() <= 1, Silence::OnePartition)
            | if_is(!self.has_repeated, Silence::DistinctRegions)
            | if_is(!self.has_astray, Silence::EachInItsRegion)
            | if_is(!self.has_unlike, Silence::SameMembers);
        constraints.all(|constraint| silences & 1 << constraint.silent as u8 != 0)
    }
}

/// Whether a key is certainly unlike those before it.
pub(super) fn is_new(keys: &mut Keys, key: &[u8]) -> bool {
    let hash = hash_of(key);
    !keys.contains(&hash) && keys.try_push(hash).is_ok()
}

/// Unlike hashes are of unlike keys.
fn hash_of(key: &[u8]) -> u32 {
    let (words, rest) = key.as_chunks::<8>();
    let mut hash = key.len() as u64;
    let mut mix = |word: u64| hash = (hash ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29);
    words.iter().for_each(|word| mix(u64::from_le_bytes(*word)));
    mix(rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)));
    (hash >> 16) as u32
}
