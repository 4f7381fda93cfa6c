//! CreateReplicationSet of AWS Systems Manager Incident Manager: the Regions that hold its data.

#[cfg(feature = "full")]
mod answers;
#[cfg(feature = "full")]
mod builder;
#[cfg(feature = "full")]
mod notes;
#[cfg(feature = "full")]
mod templates;

use alloc::vec;
use alloc::vec::Vec;

#[cfg(feature = "full")]
pub use builder::CreateReplicationSet;

#[cfg(feature = "full")]
use crate::guide::{Guide, Sample};
use crate::identifiers::region::{self, REGION_CODE};
use crate::identifiers::{Arn, kms_key, partition, tag};
use crate::pattern::{MatchedAs, Pattern};
use crate::report::{Code, own_name, shortened};
use crate::shape::{
    Bounds, Constraint, Format, Map, Member, Operation, Part, Regions, Repair, Role, Rule, Shape, Silence, Source,
    Structure, Text, Usual, told,
};
#[cfg(feature = "full")]
use crate::shape::{Service, Wire};
use crate::sources;
use crate::tree::Place;

const fn rule(id: &'static str) -> Rule {
    cited(id, &sources::CREATE_REPLICATION_SET)
}

const fn cited(id: &'static str, source: &'static Source) -> Rule {
    Rule { id, source }
}

/// CreateReplicationSet, as data.
pub static CREATE_REPLICATION_SET: Operation = Operation {
    name: "CreateReplicationSet",
    doc: told(
        "Replicates and encrypts the data of Incident Manager in up to three Regions. The service is closed to new customers.",
    ),
    #[cfg(feature = "full")]
    service: &Service {
        title: "AWS Systems Manager Incident Manager",
        signing_name: "ssm-incidents",
        client_name: "ssm-incidents",
        sdk_v3: ("@aws-sdk/client-ssm-incidents", "SSMIncidentsClient"),
        host_label: "ssm-incidents",
        dual_stack: &[],
    },
    input: Structure {
        rule: rule("SSMI-CREATEREPLSET-01"),
        closed: rule("SSMI-CREATEREPLSET-02"),
        members: &[&CLIENT_TOKEN, &REGIONS, &TAGS],
    },
    null: rule("SSMI-CREATEREPLSET-03"),
    constraints: &[CONSTRAINTS],
    #[cfg(feature = "full")]
    modes: None,
    #[cfg(feature = "full")]
    primary: None,
    #[cfg(feature = "full")]
    wire: Wire::RestJson { path: "/createReplicationSet" },
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

static CLIENT_TOKEN: Member = Member {
    name: "clientToken",
    doc: told(
        "Makes the call idempotent: send the same token with every retry. A random one is filled in where it is absent.",
    ),
    shape: Shape::Text(Text {
        rule: rule("SSMI-CREATEREPLSET-04"),
        length: Some(Bounds { min: 0, max: 128, rule: rule("SSMI-CREATEREPLSET-05") }),
        formats: &[Format {
            rule: rule("SSMI-CREATEREPLSET-07"),
            code: Code::WeakToken,
            expected: "token",
            accepts: |text| text.len() >= LEAST_OF_TOKEN && has_different_characters::<VARIETY_OF_TOKEN>(text),
        }],
        repair: |_| Some(Repair::LeaveOut),
        usual: Usual::Varied { least: LEAST_OF_TOKEN, different: VARIETY_OF_TOKEN },
        ..Text::ANY
    }),
    idempotency_token: true,
    sensitive: true,
    example: told("aa1b2cde-27e3-42ff-9cac-99380EXAMPLE"),
    ..Member::OPTIONAL
};

/// The fewest characters of a token that is not weak, and how many of them are different.
const LEAST_OF_TOKEN: usize = 16;
const VARIETY_OF_TOKEN: usize = 4;

static REGIONS: Member = Member {
    name: "regions",
    doc: told("The Regions of the replication set, each with the key that encrypts the data there."),
    required: Some(rule("SSMI-CREATEREPLSET-09")),
    shape: Shape::Map(Map {
        rule: rule("SSMI-CREATEREPLSET-08"),
        count: Some(Bounds { min: 1, max: 3, rule: rule("SSMI-CREATEREPLSET-10") }),
        key: Text {
            rule: rule("SSMI-CREATEREPLSET-08"),
            length: Some(Bounds { min: 0, max: 20, rule: rule("SSMI-CREATEREPLSET-11") }),
            formats: &[
                Format {
                    rule: rule("SSMI-CREATEREPLSET-12"),
                    code: Code::InvalidIdentifier,
                    expected: "region_code",
                    accepts: |text| REGION_CODE.matches(text),
                },
                Format {
                    rule: cited("SSMI-CREATEREPLSET-14", &sources::PARTITIONS),
                    code: Code::UnknownRegion,
                    expected: "region_code",
                    accepts: partition::is_known_region,
                },
                Format {
                    rule: cited("SSMI-CREATEREPLSET-51", &sources::INCIDENT_MANAGER_ENDPOINTS),
                    code: Code::ServiceNotInRegion,
                    expected: "region_code",
                    accepts: |text| !partition::is_known_region(text) || OFFERED_IN.contains(&text),
                },
            ],
            repair: region::repair,
            role: Role::ReplicaRegion,
            usual: Usual::forms(&[&[Part::RegionIn(Regions::of(&OFFERED_IN))]]),
            ..Text::ANY
        },
        key_name: ("Region", told("us-east-1")),
        value: &Shape::Structure(Structure {
            rule: rule("SSMI-CREATEREPLSET-25"),
            closed: rule("SSMI-CREATEREPLSET-02"),
            members: &[&SSE_KMS_KEY_ID],
        }),
        value_name: ("", ""),
        entry_name: told("Region"),
    }),
    ..Member::OPTIONAL
};

/// The Regions in which Incident Manager is offered, by the endpoints that AWS publishes with its SDKs.
const OFFERED_IN: [&str; 16] = [
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-south-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "ca-central-1",
    "eu-central-1",
    "eu-north-1",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "sa-east-1",
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
];

static SSE_KMS_KEY_ID: Member = Member {
    name: "sseKmsKeyId",
    doc: told("The ARN of a customer managed key in this Region. Give one for every Region or for none."),
    shape: Shape::Text(Text {
        rule: rule("SSMI-CREATEREPLSET-16"),
        length: Some(Bounds { min: 0, max: 2048, rule: rule("SSMI-CREATEREPLSET-17") }),
        formats: &[
            Format {
                rule: rule("SSMI-CREATEREPLSET-18"),
                code: Code::InvalidIdentifier,
                expected: "kms_arn",
                accepts: |text| !text.starts_with("arn:") || kms_key::arn(text).is_some(),
            },
            Format {
                rule: rule("SSMI-CREATEREPLSET-23"),
                code: Code::DefaultKeyName,
                expected: "kms_arn",
                accepts: |text| text != DEFAULT_KEY,
            },
            Format {
                rule: rule("SSMI-CREATEREPLSET-19"),
                code: Code::KeyArnExpected,
                expected: "kms_arn",
                accepts: |text| text.is_empty() || text == DEFAULT_KEY || text.starts_with("arn:"),
            },
        ],
        repair: |text| (text == DEFAULT_KEY).then_some(Repair::LeaveOut),
        role: Role::EncryptionKey,
        usual: Usual::forms(kms_key::USUAL_ARNS),
        ..Text::ANY
    }),
    example: told("arn:aws:kms:us-east-1:111122223333:key/de6a2f4e-5d40-4443-ad82-1db179510a32"),
    ..Member::OPTIONAL
};

/// What GetReplicationSet shows for the AWS owned key.
const DEFAULT_KEY: &str = "DefaultKey";

/// Whether a text has so many characters, each counted once.
fn has_different_characters<const LEAST: usize>(text: &str) -> bool {
    let mut seen = [None; LEAST];
    text.chars().any(|character| {
        if let Some(place) = seen.iter_mut().find(|known| known.is_none_or(|known| known == character)) {
            *place = Some(character);
        }
        seen.iter().all(Option::is_some)
    })
}

/// In the class `+-/` is a range: it admits the comma, too.
static TAG_KEY: Pattern = Pattern::rewritten(
    "tag_key",
    r"^(?!aws:)[A-Za-z0-9 _=@:.+-/]+$",
    MatchedAs::Without { prefix: "aws:", text: r"^[A-Za-z0-9 _=@:.+-/]+$" },
);

static TAG_VALUE: Pattern = Pattern::new("tag_value", r"^[A-Za-z0-9 _=@:.+-/]*$");

static TAGS: Member = Member {
    name: "tags",
    doc: told("Tags of the replication set."),
    shape: Shape::Map(Map {
        rule: rule("SSMI-CREATEREPLSET-26"),
        count: Some(Bounds { min: 1, max: 50, rule: rule("SSMI-CREATEREPLSET-27") }),
        key: Text {
            rule: rule("SSMI-CREATEREPLSET-26"),
            length: Some(Bounds { min: 1, max: 128, rule: rule("SSMI-CREATEREPLSET-28") }),
            pattern: Some((&TAG_KEY, rule("SSMI-CREATEREPLSET-29"))),
            formats: &[Format {
                rule: cited("SSMI-CREATEREPLSET-31", &sources::TAG_RESTRICTIONS),
                code: Code::ReservedTagKey,
                expected: "own_prefix",
                accepts: |text| !tag::is_reserved(text),
            }],
            role: Role::TagKey,
            usual: Usual::tag(&tag::PORTABLE),
            ..Text::ANY
        },
        key_name: ("Key", told("team")),
        value: &Shape::Text(Text {
            rule: rule("SSMI-CREATEREPLSET-32"),
            length: Some(Bounds { min: 0, max: 256, rule: rule("SSMI-CREATEREPLSET-33") }),
            pattern: Some((&TAG_VALUE, rule("SSMI-CREATEREPLSET-34"))),
            role: Role::TagValue,
            usual: Usual::tag(&tag::USUAL_IN_VALUES),
            ..Text::ANY
        }),
        value_name: ("Value", told("operations")),
        entry_name: told("Tag"),
    }),
    sensitive: true,
    ..Member::OPTIONAL
};

static CONSTRAINTS: &[Constraint] = &[
    Constraint {
        rule: cited("SSMI-CREATEREPLSET-13", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: told("All Regions are in one partition; one whose partition is not known makes no claim."),
        silent: Silence::OnePartition,
        check: |request, _, findings| {
            let Some(place) = request.member(&REGIONS) else { return };
            let mut first = None;
            for id in regions(place).into_iter().filter_map(partition::id_of_region) {
                let expected = *first.get_or_insert(id);
                if id != expected {
                    findings.about(place, &[id, expected]);
                    break;
                }
            }
        },
    },
    Constraint {
        rule: cited("SSMI-CREATEREPLSET-20", &sources::REPLICATION_SET_GUIDE),
        code: Code::RegionMismatch,
        doc: told("A key given by its ARN is in the Region that it encrypts."),
        silent: Silence::EachInItsRegion,
        check: |request, _, findings| {
            for (region, place, arn) in &key_arns(request) {
                if let Some(region) = region {
                    findings.key_outside(region, *place, arn);
                }
            }
        },
    },
    Constraint {
        rule: cited("SSMI-CREATEREPLSET-21", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: told("The partition in a key's ARN is that of the Region that it encrypts, and that of its own Region."),
        silent: Silence::OnePartition,
        check: |request, _, findings| {
            for (region, place, arn) in &key_arns(request) {
                let other = |id: &&str| *id != arn.partition;
                let of_entry = region.and_then(partition::id_of_region).filter(other);
                if let Some(expected) = of_entry.or_else(|| arn.partition_of_region().filter(other)) {
                    findings.about(*place, &[arn.partition, expected]);
                }
            }
        },
    },
    Constraint {
        rule: cited("SSMI-CREATEREPLSET-15", &sources::TERRAFORM_REPLICATION_SET),
        code: Code::CallRegion,
        doc: told("The Region of the call is one of the set, where the context tells the Region of the call."),
        silent: Silence::Usual,
        check: |request, context, findings| {
            let (Some(place), Some(called)) = (request.member(&REGIONS), context.region.as_deref()) else { return };
            let regions = regions(place);
            if let Some(first) = regions.first()
                && !regions.contains(&called)
            {
                findings.about(place, &[called, first]);
            }
        },
    },
    Constraint {
        rule: cited("SSMI-CREATEREPLSET-22", &sources::TERRAFORM_REPLICATION_SET),
        code: Code::MixedEncryption,
        doc: told(
            "Every Region has a customer managed key, or none has; absent, empty and `DefaultKey` count as none.",
        ),
        silent: Silence::SameMembers,
        check: |request, _, findings| {
            let Some(place) = request.member(&REGIONS) else { return };
            let mut with_key = false;
            let mut without = Vec::new();
            for entry in place.children().filter(|entry| entry.is_sound()) {
                match entry.member(&SSE_KMS_KEY_ID).map(Place::text) {
                    None | Some(Some("" | DEFAULT_KEY)) => {
                        without.push(own_name(shortened(entry.path().last_key().unwrap_or_default())))
                    }
                    Some(Some(_)) => with_key = true,
                    Some(None) => {}
                }
            }
            if with_key && !without.is_empty() {
                findings.at(place, vec![without.into()]);
            }
        },
    },
];

/// The Region that an entry is about.
fn region_of<'t>(entry: Place<'t, '_>) -> Option<&'t str> {
    entry.key().filter(|key| REGION_CODE.matches(key))
}

/// The Regions of the entries.
fn regions<'t>(entries: Place<'t, '_>) -> Vec<&'t str> {
    entries.children().filter_map(region_of).collect()
}

/// The keys that are given by their ARNs, each with the Region that it encrypts.
fn key_arns<'t, 'a>(request: Place<'t, 'a>) -> Vec<(Option<&'t str>, Place<'t, 'a>, Arn<'t>)> {
    let mut keys = Vec::new();
    for entry in request.children_of(&REGIONS) {
        if let Some((place, key)) = entry.place_and_text(&SSE_KMS_KEY_ID)
            && let Some(arn) = kms_key::arn(key)
        {
            keys.push((region_of(entry), place, arn));
        }
    }
    keys
}

#[cfg(feature = "full")]
static SAMPLES: &[Sample] = &[
    Sample {
        title: "The example of the API reference: two Regions with their keys",
        input: r#"{"regions":{"us-east-1":{"sseKmsKeyId":"arn:aws:kms:us-east-1:111122223333:key/de6a2f4e-5d40-4443-ad82-1db179510a32"},"us-east-2":{"sseKmsKeyId":"arn:aws:kms:us-east-2:111122223333:key/6f1572c9-05ca-43cf-bf03-ee7bc93f59bd"}},"clientToken":"aa1b2cde-27e3-42ff-9cac-99380EXAMPLE"}"#,
    },
    Sample {
        title: "Three Regions, keys of the service, tags",
        input: r#"{"regions":{"eu-west-1":{},"eu-central-1":{},"us-east-1":{}},"tags":{"team":"operations","cost center":"4711"}}"#,
    },
    Sample {
        title: "Broken: a key of another Region, a Region without a key, tags that are refused",
        input: r#"{"regions":{"us-east-1":{"sseKmsKeyId":"arn:aws:kms:us-west-2:111122223333:key/de6a2f4e-5d40-4443-ad82-1db179510a32"},"eu-west-1":{}},"tags":{"aws:team":"operations","größe":"L!"}}"#,
    },
    Sample {
        title: "Broken: four Regions, one of them in China, one misspelt",
        input: r#"{"regions":{"us-east-1":{},"us-west-2":{},"cn-north-1":{},"us-east":{}}}"#,
    },
];
