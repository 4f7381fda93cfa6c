//! ReplicateSecretToRegions of AWS Secrets Manager: replicas of a secret.

#[cfg(feature = "full")]
mod answers;
#[cfg(feature = "full")]
mod builder;
#[cfg(feature = "full")]
mod notes;
#[cfg(feature = "full")]
mod templates;

use alloc::vec::Vec;

#[cfg(feature = "full")]
pub use builder::ReplicateSecretToRegions;

#[cfg(feature = "full")]
use crate::guide::{Guide, Sample};
use crate::identifiers::kms_key::{self, KeyName};
use crate::identifiers::{partition, region, secret};
use crate::pattern::Pattern;
use crate::report::Code;
use crate::shape::{
    Boolean, Bounds, Constraint, Format, List, Member, Operation, Part, Role, Rule, Shape, Silence, Source, Structure,
    Text, Usual, told,
};
#[cfg(feature = "full")]
use crate::shape::{DualStackHost, Service, Wire};
use crate::sources;
use crate::tree::{Children, Place};

const fn rule(id: &'static str) -> Rule {
    cited(id, &sources::REPLICATE_SECRET)
}

const fn cited(id: &'static str, source: &'static Source) -> Rule {
    Rule { id, source }
}

/// ReplicateSecretToRegions, as data.
pub static REPLICATE_SECRET_TO_REGIONS: Operation = Operation {
    name: "ReplicateSecretToRegions",
    doc: told("Replicates a secret to other Regions."),
    #[cfg(feature = "full")]
    service: &Service {
        title: "AWS Secrets Manager",
        signing_name: "secretsmanager",
        client_name: "secretsmanager",
        sdk_v3: ("@aws-sdk/client-secrets-manager", "SecretsManagerClient"),
        host_label: "secretsmanager",
        dual_stack: &[
            DualStackHost {
                partitions: &["aws", "aws-us-gov"],
                with_fips: true,
                label: "secretsmanager",
                plain_suffix: true,
            },
            DualStackHost { partitions: &["aws-cn"], with_fips: false, label: "secretsmanager", plain_suffix: true },
        ],
    },
    input: Structure {
        rule: rule("SECM-REPLICATESECRET-01"),
        closed: rule("SECM-REPLICATESECRET-02"),
        members: &[&SECRET_ID, &ADD_REPLICA_REGIONS, &FORCE_OVERWRITE],
    },
    null: rule("SECM-REPLICATESECRET-03"),
    constraints: &[CONSTRAINTS],
    #[cfg(feature = "full")]
    modes: None,
    #[cfg(feature = "full")]
    primary: Some(&SECRET_ID),
    #[cfg(feature = "full")]
    wire: Wire::AwsJson { target: "secretsmanager.ReplicateSecretToRegions" },
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

static SECRET_ID: Member = Member {
    name: "SecretId",
    doc: told("The primary secret, by its ARN or name. With an ARN the Region of the call is known."),
    required: Some(rule("SECM-REPLICATESECRET-05")),
    shape: Shape::Text(Text {
        rule: rule("SECM-REPLICATESECRET-04"),
        length: Some(Bounds { min: 1, max: 2048, rule: rule("SECM-REPLICATESECRET-06") }),
        formats: &[
            Format {
                rule: cited("SECM-REPLICATESECRET-08", &sources::SECRET_ARN),
                code: Code::InvalidIdentifier,
                expected: "secret_arn",
                accepts: |text| !has_colon(text) || secret::arn(text).is_some(),
            },
            Format {
                rule: cited("SECM-REPLICATESECRET-07", &sources::SECRET_NAME),
                code: Code::InvalidIdentifier,
                expected: "secret_name",
                accepts: |text| has_colon(text) || secret::is_name(text),
            },
            Format {
                rule: cited("SECM-REPLICATESECRET-09", &sources::SECRET_ARN),
                code: Code::PartialArn,
                expected: "secret_arn",
                accepts: |text| secret::arn(text).is_none_or(|arn| secret::ends_like_arn(arn.resource)),
            },
            Format {
                rule: cited("SECM-REPLICATESECRET-10", &sources::SECRET_NAME),
                code: Code::NameLikeArn,
                expected: "secret_name",
                accepts: |text| secret::arn(text).is_some() || !secret::ends_like_arn(text),
            },
            Format {
                rule: cited("SECM-REPLICATESECRET-11", &sources::SECRET_NAME),
                code: Code::ImpossibleName,
                expected: "possible_secret_name",
                accepts: |text| secret::arn(text).is_some() || text.len() <= secret::LONGEST_NAME,
            },
        ],
        usual: Usual::forms(secret::USUAL),
        ..Text::ANY
    }),
    example: told("arn:aws:secretsmanager:us-east-1:111122223333:secret:MySecret-a1b2c3"),
    ..Member::OPTIONAL
};

static ADD_REPLICA_REGIONS: Member = Member {
    name: "AddReplicaRegions",
    doc: told("The Regions to replicate the secret to, each with the key that encrypts the replica there."),
    required: Some(rule("SECM-REPLICATESECRET-16")),
    shape: Shape::List(List {
        rule: rule("SECM-REPLICATESECRET-15"),
        count: Some(Bounds { min: 1, max: usize::MAX, rule: rule("SECM-REPLICATESECRET-17") }),
        item: &Shape::Structure(Structure {
            rule: rule("SECM-REPLICATESECRET-18"),
            closed: rule("SECM-REPLICATESECRET-18"),
            members: &[&REGION, &KMS_KEY_ID],
        }),
        item_name: told("Replica Region"),
    }),
    ..Member::OPTIONAL
};

static SECRETS_MANAGER_REGION: Pattern = Pattern::new("region_code", r"^([a-z]+-)+\d+$");

static REGION: Member = Member {
    name: "Region",
    doc: told("The Region of the replica, once in a request."),
    required: Some(rule("SECM-REPLICATESECRET-19")),
    shape: Shape::Text(Text {
        rule: rule("SECM-REPLICATESECRET-20"),
        length: Some(Bounds { min: 1, max: 128, rule: rule("SECM-REPLICATESECRET-21") }),
        pattern: Some((&SECRETS_MANAGER_REGION, rule("SECM-REPLICATESECRET-22"))),
        formats: &[Format {
            rule: cited("SECM-REPLICATESECRET-22", &sources::PARTITIONS),
            code: Code::UnknownRegion,
            expected: "region_code",
            accepts: partition::is_known_region,
        }],
        repair: region::repair,
        role: Role::ReplicaRegion,
        usual: Usual::forms(&[&[Part::Region]]),
        ..Text::ANY
    }),
    example: told("eu-west-1"),
    ..Member::OPTIONAL
};

static KMS_KEY_ID: Member = Member {
    name: "KmsKeyId",
    doc: told(
        "The key that encrypts the replica: ARN, id or alias of a key in the replica's Region. Without one it is aws/secretsmanager.",
    ),
    shape: Shape::Text(Text {
        rule: rule("SECM-REPLICATESECRET-27"),
        length: Some(Bounds { min: 0, max: 2048, rule: rule("SECM-REPLICATESECRET-28") }),
        formats: &[Format {
            rule: rule("SECM-REPLICATESECRET-29"),
            code: Code::KeyNameForm,
            expected: "key_name",
            accepts: |text| text.is_empty() || KeyName::parse(text).is_some(),
        }],
        repair: kms_key::repair_alias,
        role: Role::EncryptionKey,
        usual: Usual::forms(kms_key::USUAL_ARNS),
        ..Text::ANY
    }),
    example: told("alias/orders"),
    ..Member::OPTIONAL
};

static FORCE_OVERWRITE: Member = Member {
    name: "ForceOverwriteReplicaSecret",
    doc: told("Overwrites a secret of the same name in a replica Region."),
    shape: Shape::Boolean(Boolean { rule: rule("SECM-REPLICATESECRET-33") }),
    example: told("false"),
    ..Member::OPTIONAL
};

static CONSTRAINTS: &[Constraint] = &[
    Constraint {
        rule: cited("SECM-REPLICATESECRET-12", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: told("The partition in the secret's ARN is the partition of the ARN's Region."),
        silent: Silence::OnePartition,
        check: |request, _, findings| {
            if let Some((place, text)) = request.place_and_text(&SECRET_ID)
                && let Some(arn) = secret::arn(text)
            {
                findings.foreign_to_its_region(place, &arn);
            }
        },
    },
    Constraint {
        rule: cited("SECM-REPLICATESECRET-23", &sources::REPLICATE_SECRET_GUIDE),
        code: Code::SameRegion,
        doc: told(
            "No replica is in the primary's Region: that of the secret's ARN, else that of the call, where the context tells it.",
        ),
        silent: Silence::DistinctRegions,
        check: |request, context, findings| {
            let Some(secret_id) = request.text_of(&SECRET_ID) else { return };
            let primary = match secret::arn(secret_id) {
                Some(arn) => Some(arn.region),
                None if secret::is_name(secret_id) => context.region.as_deref(),
                None => None,
            };
            for (place, region) in regions(request) {
                if primary == Some(region) {
                    findings.about(place, &[region]);
                }
            }
        },
    },
    Constraint {
        rule: cited("SECM-REPLICATESECRET-24", &sources::REPLICATE_SECRET_GUIDE),
        code: Code::PartitionMismatch,
        doc: told(
            "All Regions are in the partition of the secret's ARN, else of the first Region whose partition is known.",
        ),
        silent: Silence::OnePartition,
        check: |request, _, findings| {
            let mut known = request.text_of(&SECRET_ID).and_then(secret::arn).map(|arn| arn.partition);
            for (place, region) in regions(request) {
                let Some(id) = partition::id_of_region(region) else { continue };
                let expected = *known.get_or_insert(id);
                if id != expected {
                    findings.about(place, &[id, expected]);
                }
            }
        },
    },
    Constraint {
        rule: rule("SECM-REPLICATESECRET-25"),
        code: Code::Duplicate,
        doc: told(
            "Each Region stands once. What the service answers to a second entry is not documented: it can only repeat or contradict the first.",
        ),
        silent: Silence::DistinctRegions,
        check: |request, _, findings| findings.duplicates(replicas(request), &REGION),
    },
    Constraint {
        rule: cited("SECM-REPLICATESECRET-30", &sources::REPLICATE_SECRET_GUIDE),
        code: Code::ReplicaKeyRegion,
        doc: told(
            "A key given by its ARN is in the Region of its entry; otherwise the call succeeds and the replication fails.",
        ),
        silent: Silence::EachInItsRegion,
        check: |request, _, findings| {
            for (place, key, region) in &keys(request) {
                if let Some(arn) = &key.arn {
                    findings.key_outside(region, *place, arn);
                }
            }
        },
    },
    Constraint {
        rule: cited("SECM-REPLICATESECRET-31", &sources::PARTITIONS),
        code: Code::ReplicaKeyPartition,
        doc: told("A key given by its ARN is in the partition of its entry's Region."),
        silent: Silence::OnePartition,
        check: |request, _, findings| {
            for (place, key, region) in &keys(request) {
                if let (Some(arn), Some(expected)) = (&key.arn, partition::id_of_region(region))
                    && arn.partition != expected
                {
                    findings.about(*place, &[arn.partition, expected]);
                }
            }
        },
    },
    Constraint {
        rule: rule("SECM-REPLICATESECRET-29"),
        code: Code::KeyOfReplicaRegion,
        doc: told(
            "A key given by its id or alias exists in the Region of its entry, where it is looked up. Those of AWS's own services do.",
        ),
        silent: Silence::Usual,
        check: |request, _, findings| {
            for (place, key, region) in &keys(request) {
                if key.arn.is_none() && !place.text().is_some_and(|key| key.starts_with("alias/aws/")) {
                    findings.about(*place, &[region]);
                }
            }
        },
    },
    Constraint {
        rule: rule("SECM-REPLICATESECRET-13"),
        code: Code::RegionMismatch,
        doc: told("The call goes to the primary's Region, where the context tells the Region of the call."),
        silent: Silence::Usual,
        check: |request, context, findings| {
            if let (Some((place, text)), Some(called)) = (request.place_and_text(&SECRET_ID), context.region.as_deref())
                && let Some(arn) = secret::arn(text).filter(|arn| arn.region != called)
            {
                findings.about(place, &[arn.region, called]);
            }
        },
    },
    Constraint {
        rule: rule("SECM-REPLICATESECRET-35"),
        code: Code::OverwritesSecret,
        doc: told("Overwriting destroys a secret of the same name in the replica Regions."),
        silent: Silence::Usual,
        check: |request, _, findings| {
            if let Some(place) = request.member(&FORCE_OVERWRITE).filter(|place| place.boolean() == Some(true)) {
                findings.about(place, &[]);
            }
        },
    },
];

/// Whether a text is meant as an ARN: no name of a secret has colons.
fn has_colon(text: &str) -> bool {
    text.bytes().any(|byte| byte == b':')
}

fn replicas<'t, 'a>(request: Place<'t, 'a>) -> Children<'t, 'a> {
    request.children_of(&ADD_REPLICA_REGIONS)
}

/// The sound Regions, with their places.
fn regions<'t, 'a>(request: Place<'t, 'a>) -> Vec<(Place<'t, 'a>, &'t str)> {
    replicas(request).filter_map(|replica| replica.place_and_text(&REGION)).collect()
}

/// The keys of entries with a sound Region: place, name, Region.
fn keys<'t, 'a>(request: Place<'t, 'a>) -> Vec<(Place<'t, 'a>, KeyName<'t>, &'t str)> {
    let mut keys = Vec::new();
    for replica in replicas(request) {
        if let Some((place, key)) = replica.place_and_text(&KMS_KEY_ID)
            && let (Some(name), Some(region)) = (KeyName::parse(key), replica.text_of(&REGION))
        {
            keys.push((place, name, region));
        }
    }
    keys
}

#[cfg(feature = "full")]
static SAMPLES: &[Sample] = &[
    Sample {
        title: "Two replicas, one with a key of its own",
        input: r#"{"SecretId":"arn:aws:secretsmanager:us-east-1:111122223333:secret:MySecret-a1b2c3","AddReplicaRegions":[{"Region":"eu-west-1","KmsKeyId":"arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"},{"Region":"eu-central-1"}]}"#,
    },
    Sample {
        title: "A secret by its name",
        input: r#"{"SecretId":"prod/orders/database","AddReplicaRegions":[{"Region":"us-west-2"}],"ForceOverwriteReplicaSecret":false}"#,
    },
    Sample {
        title: "Broken: the primary's own Region, one Region twice, another partition",
        input: r#"{"SecretId":"arn:aws:secretsmanager:us-east-1:111122223333:secret:MySecret-a1b2c3","AddReplicaRegions":[{"Region":"us-east-1"},{"Region":"eu-west-1"},{"Region":"eu-west-1"},{"Region":"cn-north-1"}]}"#,
    },
    Sample {
        title: "Broken: a zone for a Region; and a key that will make the replica fail",
        input: r#"{"SecretId":"prod orders","AddReplicaRegions":[{"Region":"us-west-2a"},{"Region":"eu-west-1","KmsKeyId":"arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"}],"ForceOverwriteReplicaSecret":true}"#,
    },
];
