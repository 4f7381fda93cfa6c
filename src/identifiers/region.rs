//! Region codes and Availability Zone names.

use alloc::borrow::ToOwned;

use super::partition;
use crate::nearest::nearest;
use crate::pattern::Pattern;
use crate::shape::Repair;

/// How KMS states a Region code. No other documented pattern is stricter without refusing a Region that exists, so it
/// also serves where a page says "Region" and gives no pattern.
///
/// Source: KMS service model, `RegionType`.
pub static REGION_CODE: Pattern = Pattern::new("region_code", r"^([a-z]+-){2,3}\d+$");

/// Whether a text has the form of a Region code.
pub fn is_code(text: &str) -> bool {
    REGION_CODE.matches(text)
}

/// The Region that an Availability Zone name begins with: `us-east-1a`, and the names of Local and Wavelength Zones
/// such as `us-west-2-lax-1a`. A name of another form (a zone id such as `use1-az1`) tells no Region.
///
/// Source: <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html>
pub fn of_zone(zone: &str) -> Option<&str> {
    let mut after_digit = false;
    for (at, byte) in zone.bytes().enumerate() {
        let is_last = at + 1 == zone.len();
        let may_end = after_digit && if is_last { byte.is_ascii_lowercase() } else { byte == b'-' };
        if let Some(region) = zone.get(..at).filter(|region| may_end && is_code(region)) {
            return Some(region);
        }
        after_digit = byte.is_ascii_digit();
    }
    None
}

/// Whether a text is the name of an Availability Zone: a Region and a letter.
pub fn is_zone(text: &str) -> bool {
    of_zone(text).is_some_and(|region| text.len() == region.len() + 1)
}

/// The Region that was meant by a text that is none: written in capitals or with blanks, as the name of a zone, or
/// misspelt.
pub fn repair(text: &str) -> Option<Repair> {
    let text = text.trim().to_ascii_lowercase();
    let known = of_zone(&text).filter(|region| partition::is_known_region(region));
    let meant = known.or_else(|| nearest(&text, &mut partition::known_regions()))?;
    Some(Repair::Write(meant.to_owned()))
}
