//! What ties the members of CreateReplicationConfiguration together.

use alloc::vec;

use super::partition_claims::foreign;
use super::{
    AVAILABILITY_ZONE_NAME, DESTINATIONS, FILE_SYSTEM_ID, KMS_KEY_ID, REGION, ROLE_ARN, SOURCE_FILE_SYSTEM_ID, cited,
    rule,
};
use crate::context::Context;
use crate::identifiers::file_system::FileSystemName;
use crate::identifiers::kms_key::KeyName;
use crate::identifiers::{Arn, arn, region};
use crate::report::{Code, Findings, echo};
use crate::shape::{Constraint, Member, told};
use crate::sources;
use crate::tree::Place;

pub(super) static CONSTRAINTS: &[Constraint] = &[
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-08", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: told("The partition in the source's ARN is the partition of the ARN's Region."),
        check: |request, _, findings| {
            if let Some(place) = request.member(&SOURCE_FILE_SYSTEM_ID)
                && let Some(arn) = file_system(place).and_then(|name| name.arn)
            {
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
        check: |request, _, findings| foreign(request, &REGION, findings),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-23", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: told("The zone is in the partition of the replication."),
        check: |request, _, findings| foreign(request, &AVAILABILITY_ZONE_NAME, findings),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-39", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: told("The destination's file system is in the partition of the replication."),
        check: |request, _, findings| foreign(request, &FILE_SYSTEM_ID, findings),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-30", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: told("The key is in the partition of the replication."),
        check: |request, _, findings| foreign(request, &KMS_KEY_ID, findings),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-50", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: told("The role is in the partition of the replication."),
        check: |request, _, findings| foreign(request, &ROLE_ARN, findings),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-22", &sources::EFS_CREATE_FILE_SYSTEM),
        code: Code::RegionMismatch,
        doc: told("The zone is in the destination's Region. A zone id or a name of another form tells no Region."),
        check: |request, _, findings| {
            for destination in destinations(request) {
                if let Some((place, zone)) = destination.place_and_text(&AVAILABILITY_ZONE_NAME)
                    && let (Some(actual), Some(expected)) = (region::of_zone(zone), destination.text_of(&REGION))
                    && actual != expected
                {
                    findings.at(place, vec![echo(actual), echo(expected)]);
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
        check: |request, _, findings| {
            for destination in destinations(request) {
                let of_file_system =
                    || destination.member(&FILE_SYSTEM_ID).and_then(file_system)?.arn.map(|arn| arn.region);
                if let Some((place, arn)) =
                    destination.member(&KMS_KEY_ID).and_then(|place| Some((place, key_arn(place)?)))
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
        check: |request, _, findings| {
            for (destination, place, name) in existing(request) {
                if let (Some(arn), Some(expected)) = (name.arn, region_of(destination))
                    && arn.region != expected
                {
                    findings.at(place, vec![echo(arn.region), echo(expected)]);
                }
            }
        },
    },
    Constraint {
        rule: rule("EFS-CREATEREPLCONF-37"),
        code: Code::SameResource,
        doc: told("The destination is not the source: another id, or two ARNs of different Regions or accounts."),
        check: |request, _, findings| {
            let Some(source) = request.member(&SOURCE_FILE_SYSTEM_ID).and_then(file_system) else { return };
            for (_, place, name) in existing(request).filter(|(_, _, name)| name.may_be(&source)) {
                findings.at(place, vec![echo(name.id)]);
            }
        },
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-40", &sources::EFS_CROSS_ACCOUNT),
        code: Code::InvalidIdentifier,
        doc: told(
            "A file system of another account, where the context tells the destination's account, is given by its ARN.",
        ),
        check: |request, context, findings| {
            for (_, place, name) in existing(request) {
                if !name.is_arn()
                    && accounts(request, place, context).is_some_and(|(source, destination)| source != destination)
                {
                    findings.at(place, vec!["destination_arn".into()]);
                }
            }
        },
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-48", &sources::EFS_CROSS_ACCOUNT),
        code: Code::MissingRequired,
        doc: told("A role is given when source and destination belong to different accounts."),
        check: |request, context, findings| {
            for (destination, place, _) in existing(request) {
                if destination.lacks(&ROLE_ARN)
                    && accounts(request, place, context).is_some_and(|(source, destination)| source != destination)
                {
                    findings.at_path(destination.path().join(ROLE_ARN.name), vec![ROLE_ARN.name.into()]);
                }
            }
        },
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-49", &sources::EFS_CROSS_ACCOUNT),
        code: Code::AccountMismatch,
        doc: told("The role belongs to the account of the source, where the source is given by its ARN."),
        check: |request, _, findings| {
            let Some(source) = request.member(&SOURCE_FILE_SYSTEM_ID).and_then(file_system).and_then(|name| name.arn)
            else {
                return;
            };
            for place in destinations(request).filter_map(|destination| destination.member(&ROLE_ARN)) {
                if let Some(account) = role_account(place).filter(|account| *account != source.account) {
                    findings.at(place, vec![echo(account), echo(source.account)]);
                }
            }
        },
    },
    Constraint {
        rule: rule("EFS-CREATEREPLCONF-10"),
        code: Code::CallRegion,
        doc: told("The call goes to the Region of the source, where the context tells the Region of the call."),
        check: |request, context, findings| {
            if let (Some(place), Some(called)) = (request.member(&SOURCE_FILE_SYSTEM_ID), context.region.as_deref())
                && let Some(arn) = file_system(place).and_then(|name| name.arn).filter(|arn| arn.region != called)
            {
                findings.at(place, vec![echo(called), echo(arn.region)]);
            }
        },
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-31", &sources::EFS_DESTINATION),
        code: Code::KeyOfExisting,
        doc: told("An existing file system keeps its key."),
        check: |request, _, findings| beside(request, findings, &KMS_KEY_ID, Some(&FILE_SYSTEM_ID)),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-41", &sources::EFS_DESTINATION),
        code: Code::ZoneOfExisting,
        doc: told("An existing file system stays in its zone."),
        check: |request, _, findings| beside(request, findings, &AVAILABILITY_ZONE_NAME, Some(&FILE_SYSTEM_ID)),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-53", &sources::EFS_CROSS_ACCOUNT),
        code: Code::RoleWithoutFileSystem,
        doc: told("A role goes with an existing file system: only such a one can belong to another account."),
        check: |request, _, findings| beside(request, findings, &ROLE_ARN, None),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-52", &sources::EFS_DESTINATION),
        code: Code::EmptyDestination,
        doc: told("A destination says where it is: by Region, zone or file system."),
        check: |request, _, findings| {
            let says_where = |destination: &Place<'_, '_>| {
                ![&REGION, &AVAILABILITY_ZONE_NAME, &FILE_SYSTEM_ID].iter().all(|member| destination.lacks(member))
            };
            for place in destinations(request).filter(|place| place.is_sound() && !says_where(place)) {
                findings.at(place, vec![]);
            }
        },
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-48", &sources::EFS_CROSS_ACCOUNT),
        code: Code::RoleMayBeRequired,
        doc: told(
            "A role is given for a destination by its ARN, if it belongs to another account than a source that tells none.",
        ),
        check: |request, context, findings| {
            for (destination, place, name) in existing(request) {
                if name.arn.is_some() && destination.lacks(&ROLE_ARN) && accounts(request, place, context).is_none() {
                    findings.at_path(destination.path().join(ROLE_ARN.name), vec![]);
                }
            }
        },
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-42", &sources::EFS_DESTINATION),
        code: Code::OverwritesFileSystem,
        doc: told("An existing destination loses what its source does not have."),
        check: |request, _, findings| {
            for (_, place, _) in existing(request) {
                findings.at(place, vec![]);
            }
        },
    },
];

pub(super) fn destinations<'t, 'a>(request: Place<'t, 'a>) -> impl Iterator<Item = Place<'t, 'a>> {
    request.member(&DESTINATIONS).into_iter().flat_map(Place::children)
}

/// The destinations that are existing file systems, each with the place and the name of the file system.
pub(super) fn existing<'t, 'a>(
    request: Place<'t, 'a>,
) -> impl Iterator<Item = (Place<'t, 'a>, Place<'t, 'a>, FileSystemName<'t>)> {
    destinations(request).filter_map(|destination| {
        let place = destination.member(&FILE_SYSTEM_ID)?;
        Some((destination, place, file_system(place)?))
    })
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
            findings.at(place, vec![]);
        }
    }
}

pub(super) fn file_system<'t>(place: Place<'t, '_>) -> Option<FileSystemName<'t>> {
    place.text().map(FileSystemName::new)
}

pub(super) fn key_arn<'t>(place: Place<'t, '_>) -> Option<Arn<'t>> {
    KeyName::parse(place.text()?)?.arn
}

/// The account in a role's ARN. The documented pattern also admits ARNs without a real partition.
fn role_account<'t>(place: Place<'t, '_>) -> Option<&'t str> {
    place.text()?.split(':').nth(4).filter(|account| arn::is_account(account))
}

pub(super) fn role_arn<'t>(place: Place<'t, '_>) -> Option<Arn<'t>> {
    Arn::parse(place.text()?).filter(|role| arn::is_account(role.account))
}

/// The Region that a destination names, itself or by its zone.
fn region_of<'t>(destination: Place<'t, '_>) -> Option<&'t str> {
    destination.text_of(&REGION).or_else(|| region::of_zone(destination.text_of(&AVAILABILITY_ZONE_NAME)?))
}

/// The accounts of the source and of an existing destination, where both are known.
fn accounts<'t>(request: Place<'t, '_>, existing: Place<'t, '_>, context: &'t Context) -> Option<(&'t str, &'t str)> {
    let of_arn = |place: Place<'t, '_>| file_system(place)?.arn.map(|arn| arn.account);
    let source = request.member(&SOURCE_FILE_SYSTEM_ID).and_then(of_arn).or(context.account())?;
    let destination = of_arn(existing).or(context.destination_account_id.as_deref())?;
    Some((source, destination))
}
