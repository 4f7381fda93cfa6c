//! Usual forms of strings, and the Regions that they name.

use core::str;

use super::regions;
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
            Part::Digits(count) => run(rest, *count, u8::is_ascii_digit)?,
            Part::Hex(count) => run(rest, *count, |byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))?,
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
    let end = text.iter().position(|byte| *byte == b':').unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, &[]))
}

/// What comes after so many bytes that are all of one sort.
fn run(text: &[u8], count: usize, is_such: impl Fn(&u8) -> bool) -> Option<&[u8]> {
    let (run, rest) = text.split_at_checked(count)?;
    run.iter().all(is_such).then_some(rest)
}
