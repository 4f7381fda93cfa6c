//! Which partition a replication belongs to, and who claims another.

use alloc::vec;

use super::constraints::{destinations, file_system, key_arn, role_arn};
use super::{AVAILABILITY_ZONE_NAME, FILE_SYSTEM_ID, KMS_KEY_ID, REGION, ROLE_ARN, SOURCE_FILE_SYSTEM_ID};
use crate::identifiers::{Partition, region};
use crate::report::{Findings, echo};
use crate::shape::Member;
use crate::tree::Place;

/// The partitions that a member claims: that in an ARN and that of a Region.
fn claims<'t>(destination: Place<'t, '_>, member: &'static Member) -> [Option<&'t str>; 2] {
    let Some(place) = destination.member(member) else { return [None; 2] };
    let of_region = |region| Partition::of_region(region).map(|partition| partition.id);
    if core::ptr::eq(member, &REGION) {
        [place.text().and_then(of_region), None]
    } else if core::ptr::eq(member, &AVAILABILITY_ZONE_NAME) {
        [place.text().and_then(region::of_zone).and_then(of_region), None]
    } else {
        let arn = file_system(place).and_then(|name| name.arn).or_else(|| key_arn(place)).or_else(|| role_arn(place));
        arn.map_or([None; 2], |arn| [Some(arn.partition), arn.partition_of_region()])
    }
}

/// Notes a member of a destination that claims another partition than the replication's: the first that is known.
pub(super) fn foreign(request: Place<'_, '_>, member: &'static Member, findings: &mut Findings<'_>) {
    static IN_ORDER: [&Member; 5] = [&REGION, &AVAILABILITY_ZONE_NAME, &FILE_SYSTEM_ID, &KMS_KEY_ID, &ROLE_ARN];
    let of_source = request.member(&SOURCE_FILE_SYSTEM_ID).and_then(file_system).and_then(|name| name.arn);
    for destination in destinations(request) {
        let claimed = || IN_ORDER.iter().find_map(|member| claims(destination, member).into_iter().flatten().next());
        let Some(expected) = of_source.map(|arn| arn.partition).or_else(claimed) else { continue };
        let other = claims(destination, member).into_iter().flatten().find(|id| *id != expected);
        if let (Some(place), Some(other)) = (destination.member(member), other) {
            findings.at(place, vec![echo(other), echo(expected)]);
        }
    }
}
