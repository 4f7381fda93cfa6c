//! Which partition a replication belongs to, and who claims another.

use super::constraints::{arn_of, destinations};
use super::{AVAILABILITY_ZONE_NAME, FILE_SYSTEM_ID, KMS_KEY_ID, REGION, ROLE_ARN, SOURCE_FILE_SYSTEM_ID};
use crate::identifiers::arn::is_account;
use crate::identifiers::{Arn, partition, region};
use crate::report::Findings;
use crate::shape::Member;
use crate::tree::Place;

/// The partitions that a member claims: that in an ARN and that of a Region.
fn claims<'t>(destination: Place<'t, '_>, member: &'static Member) -> [Option<&'t str>; 2] {
    let region = if core::ptr::eq(member, &REGION) {
        destination.text_of(member)
    } else if core::ptr::eq(member, &AVAILABILITY_ZONE_NAME) {
        destination.text_of(member).and_then(region::of_zone)
    } else {
        let arn = destination.text_of(member).and_then(Arn::parse).filter(|arn| is_account(arn.account));
        return arn.map_or([None; 2], |arn| [Some(arn.partition), arn.partition_of_region()]);
    };
    [region.and_then(partition::id_of_region), None]
}

/// The partition of the replication as a destination tells it: the first that is known.
fn claimed_first<'t>(destination: Place<'t, '_>) -> Option<&'t str> {
    static IN_ORDER: [&Member; 5] = [&REGION, &AVAILABILITY_ZONE_NAME, &FILE_SYSTEM_ID, &KMS_KEY_ID, &ROLE_ARN];
    IN_ORDER.iter().find_map(|member| {
        let [one, another] = claims(destination, member);
        one.or(another)
    })
}

/// Notes a member of a destination that claims another partition than the replication's.
pub(super) fn foreign(request: Place<'_, '_>, member: &'static Member, findings: &mut Findings<'_>) {
    let of_source = arn_of(request, &SOURCE_FILE_SYSTEM_ID).map(|(_, arn)| arn.partition);
    for destination in destinations(request) {
        let Some(expected) = of_source.or_else(|| claimed_first(destination)) else { continue };
        let other = claims(destination, member).into_iter().flatten().find(|id| *id != expected);
        if let (Some(place), Some(other)) = (destination.member(member), other) {
            findings.about(place, &[other, expected]);
        }
    }
}
