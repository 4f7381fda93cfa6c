//! Usual forms of strings, and the Regions that they name.

use core::str;

use super::{regions, words};
use crate::shape::Part;
use crate::words::{ALL, find};

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
            Part::Text(text) => words::after(rest, text.as_bytes())?,
            Part::Hex(count) => {
                let (digits, rest) = rest.split_at_checked(*count)?;
                words::all(digits, words::hex).then_some(rest)?
            }
            Part::Uuid => uuid(rest)?,
            Part::Arn(service) => {
                let (region, rest) = claims.arn(rest, service)?;
                claims.regions |= region;
                rest
            }
            Part::ArnNearby(service) => {
                let (region, rest) = claims.arn(rest, service)?;
                claims.of_entry |= region;
                rest
            }
            Part::Region => {
                claims.regions |= claims.known(rest)?;
                &[]
            }
            Part::RegionIn(among) => {
                let region = claims.known(rest)?;
                (region & among.0 != 0).then_some(())?;
                claims.regions |= region;
                &[]
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
            Part::Rest(tail) => {
                tail.is(str::from_utf8(rest).ok()?).then_some(())?;
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

    /// The bit of an ARN's Region, and the resource.
    fn arn<'t>(&mut self, text: &'t [u8], service: &str) -> Option<(u64, &'t [u8])> {
        let (partition, rest) = up_to_colon(text.strip_prefix(b"arn:")?)?;
        let (named, rest) = up_to_colon(rest)?;
        let (region, rest) = up_to_colon(rest)?;
        let (account, rest) = rest.split_first_chunk::<12>()?;
        let is_right = words::same(named, service.as_bytes()) && words::all(account, words::digits);
        let resource = rest.strip_prefix(b":").filter(|_| is_right)?;
        self.partitions |= regions::partition(partition)?;
        Some((self.known(region)?, resource))
    }
}

/// What stands before the next colon, and what after it.
fn up_to_colon(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let (before, rest) = text.split_at_checked(find(text, b':'))?;
    Some((before, rest.get(1..)?))
}

/// What comes after a UUID.
fn uuid(text: &[u8]) -> Option<&[u8]> {
    /// Where hyphens stand in its words.
    const HYPHENS: [[u8; 8]; 4] = [[0; 8], [1, 0, 0, 0, 0, 1, 0, 0], [0, 0, 1, 0, 0, 0, 0, 1], [0; 8]];
    let (uuid, rest) = text.split_first_chunk::<36>()?;
    let (words, last) = uuid.as_chunks::<8>();
    let is_right = words.iter().zip(HYPHENS).all(|(word, hyphens)| {
        let (word, hyphens) = (u64::from_le_bytes(*word), u64::from_le_bytes(hyphens) << 7);
        words::are_in(word, b'-', b'-') & hyphens | words::hex(word) & !hyphens == ALL
    });
    (is_right && words::all(last, words::hex)).then_some(rest)
}
