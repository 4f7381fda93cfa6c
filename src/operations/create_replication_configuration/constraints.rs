//! What ties the members of CreateReplicationConfiguration together.

use alloc::vec;
use alloc::vec::Vec;

use super::partition_claims::foreign;
use super::{
    AVAILABILITY_ZONE_NAME, DESTINATIONS, FILE_SYSTEM_ID, KMS_KEY_ID, REGION, ROLE_ARN, SOURCE_FILE_SYSTEM_ID, cited,
    rule,
};
use crate::context::Context;
use crate::identifiers::file_system::FileSystemName;
use crate::identifiers::{Arn, arn, region};
use crate::parts::parts;
use crate::report::{Code, Findings};
use crate::shape::{Constraint, Member, Silence, told};
use crate::sources;
use crate::tree::{Children, Place};

pub(super) static CONSTRAINTS: &[Constraint] = &[
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-08", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: told("The partition in the source's ARN is the partition of the ARN's Region."),
        silent: Silence::OnePartition,
        check: |request, _, findings| {
            if let Some((place, arn)) = arn_of(request, &SOURCE_FILE_SYSTEM_ID) {
                findings.foreign_to_its_region(place, &arn);
            }
        },
    },
    Constraint {
        rule: cited("X-11", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: told(
            "The destination's Region is in the partition of the replication: the first that is known of the source's ARN, the Region, the zone, the file system's ARN, the key's ARN and the role's.",
        ),
        silent: Silence::OnePartition,
        check: |request, _, findings| foreign(request, &REGION, findings),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-23", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: told("The zone is in the partition of the replication."),
        silent: Silence::OnePartition,
        check: |request, _, findings| foreign(request, &AVAILABILITY_ZONE_NAME, findings),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-39", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: told("The destination's file system is in the partition of the replication."),
        silent: Silence::OnePartition,
        check: |request, _, findings| foreign(request, &FILE_SYSTEM_ID, findings),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-30", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: told("The key is in the partition of the replication."),
        silent: Silence::OnePartition,
        check: |request, _, findings| foreign(request, &KMS_KEY_ID, findings),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-50", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: told("The role is in the partition of the replication."),
        silent: Silence::OnePartition,
        check: |request, _, findings| foreign(request, &ROLE_ARN, findings),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-22", &sources::EFS_CREATE_FILE_SYSTEM),
        code: Code::RegionMismatch,
        doc: told("The zone is in the destination's Region. A zone id or a name of another form tells no Region."),
        silent: Silence::EachInItsRegion,
        check: |request, _, findings| {
            for destination in destinations(request) {
                if let Some((place, zone)) = destination.place_and_text(&AVAILABILITY_ZONE_NAME)
                    && let (Some(actual), Some(expected)) = (region::of_zone(zone), destination.text_of(&REGION))
                    && actual != expected
                {
                    findings.about(place, &[actual, expected]);
                }
            }
        },
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-29", &sources::CDK_EFS_KEY_REGION),
        code: Code::RegionMismatch,
        doc: told(
            "A key given by its ARN is in the destination's Region: that given, else that of the zone, else that of the file system's ARN.",
        ),
        silent: Silence::EachInItsRegion,
        check: |request, _, findings| {
            for destination in destinations(request) {
                let of_file_system = || Some(arn_of(destination, &FILE_SYSTEM_ID)?.1.region);
                if let Some((place, arn)) = arn_of(destination, &KMS_KEY_ID)
                    && let Some(expected) = region_of(destination).or_else(of_file_system)
                {
                    findings.key_outside(expected, place, &arn);
                }
            }
        },
    },
    Constraint {
        rule: rule("EFS-CREATEREPLCONF-38"),
        code: Code::RegionMismatch,
        doc: told("A file system given by its ARN is in the destination's Region: that given, else that of the zone."),
        silent: Silence::EachInItsRegion,
        check: |request, _, findings| {
            for destination in destinations(request) {
                if let Some((place, arn)) = arn_of(destination, &FILE_SYSTEM_ID)
                    && let Some(expected) = region_of(destination)
                    && arn.region != expected
                {
                    findings.about(place, &[arn.region, expected]);
                }
            }
        },
    },
    Constraint {
        rule: rule("EFS-CREATEREPLCONF-37"),
        code: Code::SameResource,
        doc: told("The destination is not the source: another id, or two ARNs of different Regions or accounts."),
        silent: Silence::Usual,
        check: |request, _, findings| {
            let Some(source) = request.text_of(&SOURCE_FILE_SYSTEM_ID).map(FileSystemName::new) else { return };
            for (_, place, text) in existing(request) {
                let name = FileSystemName::new(text);
                if name.may_be(&source) {
                    findings.about(place, &[name.id]);
                }
            }
        },
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-40", &sources::EFS_CROSS_ACCOUNT),
        code: Code::InvalidIdentifier,
        doc: told(
            "A file system of another account, where the context tells the destination's account, is given by its ARN.",
        ),
        silent: Silence::Usual,
        check: |request, context, findings| {
            for (destination, place, text) in existing(request) {
                if !text.starts_with("arn:") && crosses_accounts(request, destination, context) == Some(true) {
                    findings.about(place, &["destination_arn"]);
                }
            }
        },
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-48", &sources::EFS_CROSS_ACCOUNT),
        code: Code::MissingRequired,
        doc: told("A role is given when source and destination belong to different accounts."),
        silent: Silence::Usual,
        check: |request, context, findings| {
            for (destination, ..) in existing(request) {
                if destination.lacks(&ROLE_ARN) && crosses_accounts(request, destination, context) == Some(true) {
                    findings.at_path(destination.path().join(ROLE_ARN.name), vec![ROLE_ARN.name.into()]);
                }
            }
        },
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-49", &sources::EFS_CROSS_ACCOUNT),
        code: Code::AccountMismatch,
        doc: told("The role belongs to the account of the source, where the source is given by its ARN."),
        silent: Silence::Usual,
        check: |request, _, findings| {
            let Some((_, source)) = arn_of(request, &SOURCE_FILE_SYSTEM_ID) else { return };
            for destination in destinations(request) {
                if let Some((place, role)) = destination.place_and_text(&ROLE_ARN)
                    && let Some(account) = account_in(role)
                    && account != source.account
                {
                    findings.about(place, &[account, source.account]);
                }
            }
        },
    },
    Constraint {
        rule: rule("EFS-CREATEREPLCONF-10"),
        code: Code::CallRegion,
        doc: told("The call goes to the Region of the source, where the context tells the Region of the call."),
        silent: Silence::Usual,
        check: |request, context, findings| {
            if let (Some((place, arn)), Some(called)) =
                (arn_of(request, &SOURCE_FILE_SYSTEM_ID), context.region.as_deref())
                && arn.region != called
            {
                findings.about(place, &[called, arn.region]);
            }
        },
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-31", &sources::EFS_DESTINATION),
        code: Code::KeyOfExisting,
        doc: told("An existing file system keeps its key."),
        silent: Silence::Usual,
        check: |request, _, findings| beside(request, findings, &KMS_KEY_ID, Some(&FILE_SYSTEM_ID)),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-41", &sources::EFS_DESTINATION),
        code: Code::ZoneOfExisting,
        doc: told("An existing file system stays in its zone."),
        silent: Silence::Usual,
        check: |request, _, findings| beside(request, findings, &AVAILABILITY_ZONE_NAME, Some(&FILE_SYSTEM_ID)),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-53", &sources::EFS_CROSS_ACCOUNT),
        code: Code::RoleWithoutFileSystem,
        doc: told("A role goes with an existing file system: only such a one can belong to another account."),
        silent: Silence::Usual,
        check: |request, _, findings| beside(request, findings, &ROLE_ARN, None),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-52", &sources::EFS_DESTINATION),
        code: Code::EmptyDestination,
        doc: told("A destination says where it is: by Region, zone or file system."),
        silent: Silence::EachInItsRegion,
        check: |request, _, findings| {
            for place in destinations(request) {
                let lacks_all =
                    [&REGION, &AVAILABILITY_ZONE_NAME, &FILE_SYSTEM_ID].into_iter().all(|member| place.lacks(member));
                if lacks_all && place.is_sound() {
                    findings.about(place, &[]);
                }
            }
        },
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-48", &sources::EFS_CROSS_ACCOUNT),
        code: Code::RoleMayBeRequired,
        doc: told(
            "A role is given for a destination by its ARN, if it belongs to another account than a source that tells none.",
        ),
        silent: Silence::Usual,
        check: |request, context, findings| {
            for (destination, ..) in existing(request) {
                if arn_of(destination, &FILE_SYSTEM_ID).is_some()
                    && destination.lacks(&ROLE_ARN)
                    && crosses_accounts(request, destination, context).is_none()
                {
                    findings.at_path(destination.path().join(ROLE_ARN.name), vec![]);
                }
            }
        },
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-42", &sources::EFS_DESTINATION),
        code: Code::OverwritesFileSystem,
        doc: told("An existing destination loses what its source does not have."),
        silent: Silence::Usual,
        check: |request, _, findings| {
            for (_, place, _) in existing(request) {
                findings.about(place, &[]);
            }
        },
    },
];

pub(super) fn destinations<'t, 'a>(request: Place<'t, 'a>) -> Children<'t, 'a> {
    request.children_of(&DESTINATIONS)
}

/// The destinations that are existing file systems, each with the place and the name of the file system.
pub(super) fn existing<'t, 'a>(request: Place<'t, 'a>) -> Vec<(Place<'t, 'a>, Place<'t, 'a>, &'t str)> {
    let mut existing = Vec::new();
    for destination in destinations(request) {
        if let Some((place, name)) = destination.place_and_text(&FILE_SYSTEM_ID) {
            existing.push((destination, place, name));
        }
    }
    existing
}

/// Notes a member of a destination where another one is given, or where there is no existing file system.
fn beside(
    request: Place<'_, '_>,
    findings: &mut Findings<'_>,
    member: &'static Member,
    other: Option<&'static Member>,
) {
    for destination in destinations(request) {
        let is_beside = match other {
            Some(other) => destination.member(other).is_some(),
            None => destination.lacks(&FILE_SYSTEM_ID),
        };
        if let Some(place) = destination.member(member).filter(|_| is_beside) {
            findings.about(place, &[]);
        }
    }
}

/// The ARN by which a member names a file system or a key. The documented pattern of file systems also admits ARNs
/// without a real Region or account: they tell nothing.
pub(super) fn arn_of<'t, 'a>(names: Place<'t, 'a>, member: &'static Member) -> Option<(Place<'t, 'a>, Arn<'t>)> {
    let (place, text) = names.place_and_text(member)?;
    let arn = Arn::parse(text).filter(|arn| arn::is_account(arn.account) && region::is_code(arn.region))?;
    Some((place, arn))
}

/// The account in a role's ARN, whatever its partition.
fn account_in(role: &str) -> Option<&str> {
    parts(role, b':', 6).get(4).copied().filter(|account| arn::is_account(account))
}

/// The Region that a destination names, itself or by its zone.
fn region_of<'t>(destination: Place<'t, '_>) -> Option<&'t str> {
    destination.text_of(&REGION).or_else(|| region::of_zone(destination.text_of(&AVAILABILITY_ZONE_NAME)?))
}

/// Whether the source and an existing destination belong to two accounts, where both are known.
fn crosses_accounts(request: Place<'_, '_>, destination: Place<'_, '_>, context: &Context) -> Option<bool> {
    let source = arn_of(request, &SOURCE_FILE_SYSTEM_ID).map(|(_, arn)| arn.account).or(context.account())?;
    let of_context = context.destination_account_id.as_deref();
    let destination = arn_of(destination, &FILE_SYSTEM_ID).map(|(_, arn)| arn.account).or(of_context)?;
    Some(source != destination)
}
