//! CreateReplicationConfiguration of Amazon EFS: a file system's replica.

#[cfg(feature = "full")]
mod answers;
#[cfg(feature = "full")]
mod builder;
mod constraints;
#[cfg(feature = "full")]
mod notes;
mod partition_claims;
#[cfg(feature = "full")]
mod templates;

#[cfg(feature = "full")]
pub use builder::{CreateReplicationConfiguration, Destination, Existing, OneZone, Regional};

#[cfg(feature = "full")]
use crate::guide::{Guide, Sample};
use crate::identifiers::file_system::{self, FileSystemName};
use crate::identifiers::{kms_key, partition, region};
use crate::pattern::{MatchedAs, Pattern};
use crate::report::Code;
use crate::shape::{
    Bounds, Format, List, Member, Operation, Part, Role, Rule, Shape, Source, Structure, Text, Usual, told,
};
#[cfg(feature = "full")]
use crate::shape::{DualStackHost, Mode, Modes, Service, Wire};
use crate::sources;

const fn rule(id: &'static str) -> Rule {
    cited(id, &sources::CREATE_REPLICATION_CONFIGURATION)
}

const fn cited(id: &'static str, source: &'static Source) -> Rule {
    Rule { id, source }
}

/// CreateReplicationConfiguration, as data.
pub static CREATE_REPLICATION_CONFIGURATION: Operation = Operation {
    name: "CreateReplicationConfiguration",
    doc: told("Replicates a file system to a new or an existing one, in the same or another Region or account."),
    #[cfg(feature = "full")]
    service: &Service {
        title: "Amazon EFS",
        signing_name: "elasticfilesystem",
        client_name: "efs",
        sdk_v3: ("@aws-sdk/client-efs", "EFSClient"),
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
    constraints: &[constraints::CONSTRAINTS],
    #[cfg(feature = "full")]
    modes: Some(&Modes { list: &DESTINATIONS, modes: MODES }),
    #[cfg(feature = "full")]
    primary: Some(&SOURCE_FILE_SYSTEM_ID),
    #[cfg(feature = "full")]
    wire: Wire::RestJson { path: "/2015-02-01/file-systems/{SourceFileSystemId}/replication-configuration" },
    #[cfg(feature = "full")]
    guide: &Guide {
        notes: notes::NOTES,
        permissions: notes::PERMISSIONS,
        samples: SAMPLES,
        answers: &answers::ANSWERS,
        terraform: Some(&templates::TERRAFORM),
        cloud_formation: Some(&templates::CLOUD_FORMATION),
    },
};

/// The middle of the ARN admits more than Regions and accounts: such an ARN tells nothing to the constraints.
static FILE_SYSTEM: Pattern = Pattern::new(
    "file_system",
    r"^(arn:aws[-a-z]*:elasticfilesystem:[0-9a-z-:]+:file-system/fs-[0-9a-f]{8,40}|fs-[0-9a-f]{8,40})$",
);

static SOURCE_FILE_SYSTEM_ID: Member = Member {
    name: "SourceFileSystemId",
    doc: told("The file system to replicate, by its id or ARN. With an ARN the Region of the call is known."),
    required: Some(rule("EFS-CREATEREPLCONF-05")),
    shape: Shape::Text(Text {
        rule: rule("EFS-CREATEREPLCONF-04"),
        length: Some(Bounds { min: 0, max: 128, rule: rule("EFS-CREATEREPLCONF-06") }),
        pattern: Some((&FILE_SYSTEM, rule("EFS-CREATEREPLCONF-07"))),
        formats: &[Format {
            rule: rule("EFS-CREATEREPLCONF-07"),
            code: Code::IncompleteArn,
            expected: "file_system",
            accepts: FileSystemName::is_complete,
        }],
        usual: Usual::forms(file_system::USUAL),
        ..Text::ANY
    }),
    example: told("arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-0123456789abcdef0"),
    ..Member::OPTIONAL
};

static DESTINATIONS: Member = Member {
    name: "Destinations",
    doc: told("The replica: exactly one destination."),
    required: Some(rule("EFS-CREATEREPLCONF-12")),
    shape: Shape::List(List {
        rule: rule("EFS-CREATEREPLCONF-11"),
        count: Some(Bounds { min: 1, max: 1, rule: rule("EFS-CREATEREPLCONF-13") }),
        item: &Shape::Structure(Structure {
            rule: rule("EFS-CREATEREPLCONF-11"),
            closed: rule("EFS-CREATEREPLCONF-02"),
            members: &[&REGION, &AVAILABILITY_ZONE_NAME, &KMS_KEY_ID, &FILE_SYSTEM_ID, &ROLE_ARN],
        }),
        item_name: told("Destination"),
    }),
    ..Member::OPTIONAL
};

/// By the letter of this pattern the Region of the European Sovereign Cloud is refused, and so is a two-digit number.
static EFS_REGION: Pattern =
    Pattern::new("efs_region", r"^[a-z]{2}-((iso[a-z]{0,1}-)|(gov-)){0,1}[a-z]+-{0,1}[0-9]{0,1}$");

static REGION: Member = Member {
    name: "Region",
    doc: told("The Region of the destination, for a Regional file system."),
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
        repair: region::repair,
        role: Role::ReplicaRegion,
        usual: Usual::forms(&[&[Part::Where(|text| EFS_REGION.matches(text)), Part::Region]]),
        ..Text::ANY
    }),
    example: told("us-west-2"),
    ..Member::OPTIONAL
};

/// ECMA's dot: anything but the four line terminators.
static ZONE_NAME: Pattern = Pattern::rewritten("zone_name", r".+", MatchedAs::Text(r"[^\n\r\u{2028}\u{2029}]+"));

static AVAILABILITY_ZONE_NAME: Member = Member {
    name: "AvailabilityZoneName",
    doc: told("The Availability Zone of the destination, for a One Zone file system."),
    shape: Shape::Text(Text {
        rule: rule("EFS-CREATEREPLCONF-19"),
        length: Some(Bounds { min: 1, max: 64, rule: cited("EFS-CREATEREPLCONF-20", &sources::EFS_DESTINATION) }),
        pattern: Some((&ZONE_NAME, cited("EFS-CREATEREPLCONF-21", &sources::EFS_DESTINATION))),
        formats: &[Format {
            rule: cited("EFS-CREATEREPLCONF-24", &sources::EFS_CREATE_FILE_SYSTEM),
            code: Code::ZoneForm,
            expected: "zone_of_region",
            accepts: region::is_zone,
        }],
        role: Role::ReplicaZone,
        usual: Usual::forms(&[&[Part::Zone]]),
        ..Text::ANY
    }),
    example: told("us-west-2a"),
    ..Member::OPTIONAL
};

static KMS_KEY: Pattern = Pattern::new(
    "efs_key",
    r"^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32}|alias/[a-zA-Z0-9/_-]+|(arn:aws[-a-z]*:kms:[a-z0-9-]+:\d{12}:((key/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|(key/mrk-[0-9a-f]{32})|(alias/[a-zA-Z0-9/_-]+))))$",
);

static KMS_KEY_ID: Member = Member {
    name: "KmsKeyId",
    doc: told(
        "The key that encrypts the destination, in the destination's Region. Without one it is the service's own key.",
    ),
    shape: Shape::Text(Text {
        rule: rule("EFS-CREATEREPLCONF-26"),
        length: Some(Bounds { min: 0, max: 2048, rule: cited("EFS-CREATEREPLCONF-27", &sources::EFS_DESTINATION) }),
        pattern: Some((&KMS_KEY, cited("EFS-CREATEREPLCONF-28", &sources::EFS_DESTINATION))),
        role: Role::EncryptionKey,
        usual: Usual::forms(kms_key::USUAL_ARNS),
        ..Text::ANY
    }),
    example: told("alias/efs"),
    ..Member::OPTIONAL
};

static FILE_SYSTEM_ID: Member = Member {
    name: "FileSystemId",
    doc: told(
        "An existing file system as the destination, by its id, or by its ARN when it belongs to another account. Without one a new file system is made.",
    ),
    shape: Shape::Text(Text {
        rule: rule("EFS-CREATEREPLCONF-34"),
        length: Some(Bounds { min: 0, max: 128, rule: cited("EFS-CREATEREPLCONF-35", &sources::EFS_DESTINATION) }),
        pattern: Some((&FILE_SYSTEM, cited("EFS-CREATEREPLCONF-36", &sources::EFS_DESTINATION))),
        formats: &[Format {
            rule: cited("EFS-CREATEREPLCONF-36", &sources::EFS_DESTINATION),
            code: Code::IncompleteArn,
            expected: "file_system",
            accepts: FileSystemName::is_complete,
        }],
        role: Role::Replica,
        usual: Usual::forms(&[]),
        ..Text::ANY
    }),
    example: told("fs-0fedcba9876543210"),
    ..Member::OPTIONAL
};

/// Printed without anchors; read as a whole ARN.
static ROLE: Pattern = Pattern::new("role_arn", r"arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+");

static ROLE_ARN: Member = Member {
    name: "RoleArn",
    doc: told(
        "The role in the source account that EFS uses, required when the destination belongs to another account.",
    ),
    shape: Shape::Text(Text {
        rule: rule("EFS-CREATEREPLCONF-45"),
        length: Some(Bounds { min: 0, max: 2048, rule: cited("EFS-CREATEREPLCONF-46", &sources::EFS_DESTINATION) }),
        pattern: Some((&ROLE, cited("EFS-CREATEREPLCONF-47", &sources::EFS_DESTINATION))),
        usual: Usual::forms(&[]),
        ..Text::ANY
    }),
    example: told("arn:aws:iam::111122223333:role/efs-replication"),
    ..Member::OPTIONAL
};

#[cfg(feature = "full")]
static MODES: &[Mode] = &[
    Mode { name: "regional", doc: told("A new Regional file system."), required: &[&REGION], optional: &[&KMS_KEY_ID] },
    Mode {
        name: "oneZone",
        doc: told("A new One Zone file system."),
        required: &[&AVAILABILITY_ZONE_NAME],
        optional: &[&REGION, &KMS_KEY_ID],
    },
    Mode {
        name: "existing",
        doc: told("An existing file system of the same account. It loses what its source does not have."),
        required: &[&FILE_SYSTEM_ID],
        optional: &[&REGION],
    },
    Mode {
        name: "crossAccount",
        doc: told(
            "An existing file system of another account, by its ARN, with the role that EFS takes on in the source's account.",
        ),
        required: &[&FILE_SYSTEM_ID, &ROLE_ARN],
        optional: &[&REGION],
    },
];

#[cfg(feature = "full")]
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
