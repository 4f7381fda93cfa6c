//! CreateReplicationConfiguration of Amazon EFS: a file system's replica.

mod builder;
mod partition_claims;

pub use builder::{CreateReplicationConfiguration, Destination};
use partition_claims::foreign;

use crate::context::Context;
use crate::identifiers::file_system::FileSystemName;
use crate::identifiers::kms_key::KeyName;
use crate::identifiers::{Arn, arn, partition, region};
use crate::pattern::{MatchedAs, Pattern};
use crate::report::{Code, echo};
use crate::shape::{
    Bounds, Constraint, DualStackHost, Format, List, Member, Operation, Rule, Sample, Service, Shape, Source,
    Structure, Text, Wire,
};
use crate::sources;
use crate::tree::Place;

const fn rule(id: &'static str) -> Rule {
    cited(id, &sources::CREATE_REPLICATION_CONFIGURATION)
}

const fn cited(id: &'static str, source: &'static Source) -> Rule {
    Rule { id, source }
}

/// CreateReplicationConfiguration, as data.
pub static CREATE_REPLICATION_CONFIGURATION: Operation = Operation {
    name: "CreateReplicationConfiguration",
    doc: "Replicates a file system to a new or an existing one, in the same or another Region or account.",
    service: &Service {
        title: "Amazon EFS",
        signing_name: "elasticfilesystem",
        host_label: "elasticfilesystem",
        dual_stack: &[DualStackHost {
            partitions: &["aws", "aws-cn", "aws-us-gov"],
            with_fips: true,
            label: "efs",
            plain_suffix: false,
        }],
    },
    input: Structure {
        rule: rule("EFS-CREATEREPLCONF-01"),
        closed: rule("EFS-CREATEREPLCONF-02"),
        members: &[&SOURCE_FILE_SYSTEM_ID, &DESTINATIONS],
    },
    null: rule("EFS-CREATEREPLCONF-03"),
    constraints: CONSTRAINTS,
    primary: Some(&SOURCE_FILE_SYSTEM_ID),
    wire: Wire::RestJson { path: "/2015-02-01/file-systems/{SourceFileSystemId}/replication-configuration" },
    samples: SAMPLES,
};

/// The middle of the ARN admits more than Regions and accounts: such an ARN tells nothing to the constraints.
static FILE_SYSTEM: Pattern = Pattern::new(
    "file_system",
    r"^(arn:aws[-a-z]*:elasticfilesystem:[0-9a-z-:]+:file-system/fs-[0-9a-f]{8,40}|fs-[0-9a-f]{8,40})$",
);

static SOURCE_FILE_SYSTEM_ID: Member = Member {
    name: "SourceFileSystemId",
    doc: "The file system to replicate, by its id or ARN. With an ARN the Region of the call is known.",
    required: Some(rule("EFS-CREATEREPLCONF-05")),
    shape: Shape::Text(Text {
        rule: rule("EFS-CREATEREPLCONF-04"),
        length: Some(Bounds { min: 0, max: 128, rule: rule("EFS-CREATEREPLCONF-06") }),
        pattern: Some((&FILE_SYSTEM, rule("EFS-CREATEREPLCONF-07"))),
        ..Text::ANY
    }),
    example: "arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-0123456789abcdef0",
    ..Member::OPTIONAL
};

static DESTINATIONS: Member = Member {
    name: "Destinations",
    doc: "The replica: exactly one destination.",
    required: Some(rule("EFS-CREATEREPLCONF-12")),
    shape: Shape::List(List {
        rule: rule("EFS-CREATEREPLCONF-11"),
        count: Some(Bounds { min: 1, max: 1, rule: rule("EFS-CREATEREPLCONF-13") }),
        item: &Shape::Structure(Structure {
            rule: rule("EFS-CREATEREPLCONF-11"),
            closed: rule("EFS-CREATEREPLCONF-02"),
            members: &[&REGION, &AVAILABILITY_ZONE_NAME, &KMS_KEY_ID, &FILE_SYSTEM_ID, &ROLE_ARN],
        }),
        item_name: "Destination",
    }),
    ..Member::OPTIONAL
};

/// By the letter of this pattern the Region of the European Sovereign Cloud is refused, and so is a two-digit number.
static EFS_REGION: Pattern =
    Pattern::new("efs_region", r"^[a-z]{2}-((iso[a-z]{0,1}-)|(gov-)){0,1}[a-z]+-{0,1}[0-9]{0,1}$");

static REGION: Member = Member {
    name: "Region",
    doc: "The Region of the destination, for a Regional file system.",
    shape: Shape::Text(Text {
        rule: rule("EFS-CREATEREPLCONF-14"),
        length: Some(Bounds { min: 1, max: 64, rule: cited("EFS-CREATEREPLCONF-15", &sources::EFS_DESTINATION) }),
        pattern: Some((&EFS_REGION, cited("EFS-CREATEREPLCONF-16", &sources::EFS_DESTINATION))),
        formats: &[Format {
            rule: cited("EFS-CREATEREPLCONF-17", &sources::PARTITIONS),
            code: Code::UnknownRegion,
            expected: "region_code",
            accepts: partition::is_known_region,
        }],
        ..Text::ANY
    }),
    example: "us-west-2",
    ..Member::OPTIONAL
};

/// ECMA's dot: anything but the four line terminators.
static ZONE_NAME: Pattern = Pattern::rewritten("zone_name", r".+", MatchedAs::Text(r"[^\n\r\u{2028}\u{2029}]+"));

static AVAILABILITY_ZONE_NAME: Member = Member {
    name: "AvailabilityZoneName",
    doc: "The Availability Zone of the destination, for a One Zone file system.",
    shape: Shape::Text(Text {
        rule: rule("EFS-CREATEREPLCONF-19"),
        length: Some(Bounds { min: 1, max: 64, rule: cited("EFS-CREATEREPLCONF-20", &sources::EFS_DESTINATION) }),
        pattern: Some((&ZONE_NAME, cited("EFS-CREATEREPLCONF-21", &sources::EFS_DESTINATION))),
        ..Text::ANY
    }),
    example: "us-west-2a",
    ..Member::OPTIONAL
};

static KMS_KEY: Pattern = Pattern::new(
    "efs_key",
    r"^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32}|alias/[a-zA-Z0-9/_-]+|(arn:aws[-a-z]*:kms:[a-z0-9-]+:\d{12}:((key/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|(key/mrk-[0-9a-f]{32})|(alias/[a-zA-Z0-9/_-]+))))$",
);

static KMS_KEY_ID: Member = Member {
    name: "KmsKeyId",
    doc: "The key that encrypts the destination, in the destination's Region. Without one it is the service's own key.",
    shape: Shape::Text(Text {
        rule: rule("EFS-CREATEREPLCONF-26"),
        length: Some(Bounds { min: 0, max: 2048, rule: cited("EFS-CREATEREPLCONF-27", &sources::EFS_DESTINATION) }),
        pattern: Some((&KMS_KEY, cited("EFS-CREATEREPLCONF-28", &sources::EFS_DESTINATION))),
        ..Text::ANY
    }),
    example: "alias/efs",
    ..Member::OPTIONAL
};

static FILE_SYSTEM_ID: Member = Member {
    name: "FileSystemId",
    doc: "An existing file system as the destination, by its id, or by its ARN when it belongs to another account. Without one a new file system is made.",
    shape: Shape::Text(Text {
        rule: rule("EFS-CREATEREPLCONF-34"),
        length: Some(Bounds { min: 0, max: 128, rule: cited("EFS-CREATEREPLCONF-35", &sources::EFS_DESTINATION) }),
        pattern: Some((&FILE_SYSTEM, cited("EFS-CREATEREPLCONF-36", &sources::EFS_DESTINATION))),
        ..Text::ANY
    }),
    example: "fs-0fedcba9876543210",
    ..Member::OPTIONAL
};

/// Printed without anchors; read as a whole ARN.
static ROLE: Pattern = Pattern::new("role_arn", r"arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+");

static ROLE_ARN: Member = Member {
    name: "RoleArn",
    doc: "The role in the source account that EFS uses, required when the destination belongs to another account.",
    shape: Shape::Text(Text {
        rule: rule("EFS-CREATEREPLCONF-45"),
        length: Some(Bounds { min: 0, max: 2048, rule: cited("EFS-CREATEREPLCONF-46", &sources::EFS_DESTINATION) }),
        pattern: Some((&ROLE, cited("EFS-CREATEREPLCONF-47", &sources::EFS_DESTINATION))),
        ..Text::ANY
    }),
    example: "arn:aws:iam::111122223333:role/efs-replication",
    ..Member::OPTIONAL
};

static CONSTRAINTS: &[Constraint] = &[
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-08", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: "The partition in the source's ARN is the partition of the ARN's Region.",
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
        doc: "The destination's Region is in the partition of the replication: the first that is known of the source's ARN, the Region, the zone, the file system's ARN, the key's ARN and the role's.",
        check: |request, _, findings| foreign(request, &REGION, findings),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-23", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: "The zone is in the partition of the replication.",
        check: |request, _, findings| foreign(request, &AVAILABILITY_ZONE_NAME, findings),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-39", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: "The destination's file system is in the partition of the replication.",
        check: |request, _, findings| foreign(request, &FILE_SYSTEM_ID, findings),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-30", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: "The key is in the partition of the replication.",
        check: |request, _, findings| foreign(request, &KMS_KEY_ID, findings),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-50", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: "The role is in the partition of the replication.",
        check: |request, _, findings| foreign(request, &ROLE_ARN, findings),
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-22", &sources::EFS_CREATE_FILE_SYSTEM),
        code: Code::RegionMismatch,
        doc: "The zone is in the destination's Region. A zone id or a name of another form tells no Region.",
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
        doc: "A key given by its ARN is in the destination's Region: that given, else that of the zone, else that of the file system's ARN.",
        check: |request, _, findings| {
            for destination in destinations(request) {
                let of_file_system =
                    || destination.member(&FILE_SYSTEM_ID).and_then(file_system)?.arn.map(|arn| arn.region);
                if let Some((place, arn)) =
                    destination.member(&KMS_KEY_ID).and_then(|place| Some((place, key_arn(place)?)))
                    && let Some(expected) = region_of(destination).or_else(of_file_system)
                    && arn.region != expected
                {
                    findings.at(place, vec![echo(arn.region), echo(expected)]);
                }
            }
        },
    },
    Constraint {
        rule: rule("EFS-CREATEREPLCONF-38"),
        code: Code::RegionMismatch,
        doc: "A file system given by its ARN is in the destination's Region: that given, else that of the zone.",
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
        doc: "The destination is not the source: another id, or two ARNs of different Regions or accounts.",
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
        doc: "A file system of another account, where the context tells the destination's account, is given by its ARN.",
        check: |request, context, findings| {
            for (_, place, name) in existing(request) {
                if name.arn.is_none()
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
        doc: "A role is given when source and destination belong to different accounts.",
        check: |request, context, findings| {
            for (destination, place, _) in existing(request) {
                if destination.member(&ROLE_ARN).is_none()
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
        doc: "The role belongs to the account of the source, where the source is given by its ARN.",
        check: |request, _, findings| {
            let Some(source) = request.member(&SOURCE_FILE_SYSTEM_ID).and_then(file_system).and_then(|name| name.arn)
            else {
                return;
            };
            for place in destinations(request).filter_map(|destination| destination.member(&ROLE_ARN)) {
                if let Some(role) = role_arn(place).filter(|role| role.account != source.account) {
                    findings.at(place, vec![echo(role.account), echo(source.account)]);
                }
            }
        },
    },
    Constraint {
        rule: cited("EFS-CREATEREPLCONF-42", &sources::EFS_DESTINATION),
        code: Code::OverwritesFileSystem,
        doc: "An existing destination loses what its source does not have.",
        check: |request, _, findings| {
            for (_, place, _) in existing(request) {
                findings.at(place, vec![]);
            }
        },
    },
];

fn destinations<'t, 'a>(request: Place<'t, 'a>) -> impl Iterator<Item = Place<'t, 'a>> {
    request.member(&DESTINATIONS).into_iter().flat_map(Place::children)
}

/// The destinations that are existing file systems, each with the place and the name of the file system.
fn existing<'t, 'a>(
    request: Place<'t, 'a>,
) -> impl Iterator<Item = (Place<'t, 'a>, Place<'t, 'a>, FileSystemName<'t>)> {
    destinations(request).filter_map(|destination| {
        let place = destination.member(&FILE_SYSTEM_ID)?;
        Some((destination, place, file_system(place)?))
    })
}

fn file_system<'t>(place: Place<'t, '_>) -> Option<FileSystemName<'t>> {
    place.text().map(FileSystemName::new)
}

fn key_arn<'t>(place: Place<'t, '_>) -> Option<Arn<'t>> {
    KeyName::parse(place.text()?)?.arn
}

fn role_arn<'t>(place: Place<'t, '_>) -> Option<Arn<'t>> {
    Arn::parse(place.text()?).filter(|role| arn::is_account(role.account))
}

/// The Region that a destination names, itself or by its zone.
fn region_of<'t>(destination: Place<'t, '_>) -> Option<&'t str> {
    destination.text_of(&REGION).or_else(|| region::of_zone(destination.text_of(&AVAILABILITY_ZONE_NAME)?))
}

/// The accounts of the source and of an existing destination, where both are known.
fn accounts<'t>(request: Place<'t, '_>, existing: Place<'t, '_>, context: &'t Context) -> Option<(&'t str, &'t str)> {
    let of_arn = |place: Place<'t, '_>| file_system(place)?.arn.map(|arn| arn.account);
    let source = request.member(&SOURCE_FILE_SYSTEM_ID).and_then(of_arn).or(context.account_id.as_deref())?;
    let destination = of_arn(existing).or(context.destination_account_id.as_deref())?;
    Some((source, destination))
}

static SAMPLES: &[Sample] = &[
    Sample {
        title: "A new file system in another Region, with a key of its own",
        input: r#"{"SourceFileSystemId":"arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-0123456789abcdef0","Destinations":[{"Region":"us-west-2","KmsKeyId":"arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"}]}"#,
    },
    Sample {
        title: "A One Zone file system",
        input: r#"{"SourceFileSystemId":"fs-0123456789abcdef0","Destinations":[{"Region":"us-west-2","AvailabilityZoneName":"us-west-2a"}]}"#,
    },
    Sample {
        title: "An existing file system of another account",
        input: r#"{"SourceFileSystemId":"arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-0123456789abcdef0","Destinations":[{"FileSystemId":"arn:aws:elasticfilesystem:us-west-2:444455556666:file-system/fs-0fedcba9876543210","RoleArn":"arn:aws:iam::111122223333:role/efs-replication"}]}"#,
    },
    Sample {
        title: "Broken: zone and key of other Regions than the destination",
        input: r#"{"SourceFileSystemId":"fs-0123456789abcdef0","Destinations":[{"Region":"us-west-2","AvailabilityZoneName":"us-east-1a","KmsKeyId":"arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"}]}"#,
    },
    Sample {
        title: "Broken: another account without a role, and two destinations",
        input: r#"{"SourceFileSystemId":"arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-0123456789abcdef0","Destinations":[{"FileSystemId":"arn:aws:elasticfilesystem:us-west-2:444455556666:file-system/fs-0fedcba9876543210"},{"Region":"US-WEST-2"}]}"#,
    },
];
