//! Usual forms of strings, and the Regions that they name.

use core::str;

use super::{regions, words};
use crate::shape::Part;

/// What a string says about Regions and partitions, as bits.
#[derive(Default, Clone, Copy)]
pub(super) struct Claims {
    pub(super) regions: u64,
    /// Those that are to be the one of the item or entry around.
    pub(super) of_entry: u64,
    pub(super) partitions: u16,
}

/// What a string of such a form claims; `None` where it is not of this form.
pub(super) fn claims(form: &[Part], text: &[u8]) -> Option<Claims> {
    let mut claims = Claims::default();
    let mut rest = text;
    for part in form {
        rest = match part {
            Part::Text(text) => rest.strip_prefix(text.as_bytes())?,
            Part::Digits(count) => run(rest, *count, |word| words::are_in(word, b'0', b'9'))?,
            Part::Hex(count) => {
                run(rest, *count, |word| words::are_in(word, b'0', b'9') | words::are_in(word, b'a', b'f'))?
            }
            Part::Partition => {
                let (partition, rest) = up_to_colon(rest);
                claims.partitions |= regions::partition(partition)?;
                rest
            }
            Part::Region => {
                let (region, rest) = up_to_colon(rest);
                claims.regions |= claims.known(region)?;
                rest
            }
            Part::ItsRegion => {
                let (region, rest) = up_to_colon(rest);
                claims.of_entry |= claims.known(region)?;
                rest
            }
            Part::Zone => {
                let (letter, region) = rest.split_last()?;
                letter.is_ascii_lowercase().then_some(())?;
                claims.regions |= claims.known(region)?;
                &[]
            }
            Part::Where(accepts) => {
                accepts(str::from_utf8(rest).ok()?).then_some(())?;
                rest
            }
            Part::Rest(accepts) => {
                accepts(str::from_utf8(rest).ok()?).then_some(())?;
                &[]
            }
        };
    }
    rest.is_empty().then_some(claims)
}

impl Claims {
    /// The bit of a Region, whose partition is claimed, too.
    fn known(&mut self, region: &[u8]) -> Option<u64> {
        let (region, partition) = regions::region(region)?;
        self.partitions |= partition;
        Some(region)
    }
}

fn up_to_colon(text: &[u8]) -> (&[u8], &[u8]) {
    text.split_at_checked(words::find(text, b':')).unwrap_or((text, &[]))
}

/// What comes after so many bytes, of which a word marks those that are right.
#[inline]
fn run(text: &[u8], count: usize, marks: impl Fn(u64) -> u64) -> Option<&[u8]> {
    let (run, rest) = text.split_at_checked(count)?;
    let (words, left) = run.as_chunks::<8>();
    let left = left.iter().fold(words::of(b'0'), |word, byte| word << 8 | u64::from(*byte));
    let is_right = |word: u64| marks(word) == words::ALL;
    (words.iter().all(|word| is_right(u64::from_le_bytes(*word))) && is_right(left)).then_some(rest)
}
