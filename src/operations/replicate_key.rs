//! ReplicateKey of AWS KMS: a replica of a multi-Region key.

#[cfg(feature = "full")]
mod answers;
#[cfg(feature = "full")]
mod builder;
mod key_policy;
#[cfg(feature = "full")]
mod metadata;
#[cfg(feature = "full")]
mod notes;
#[cfg(feature = "full")]
mod templates;

#[cfg(feature = "full")]
pub use builder::ReplicateKey;

use crate::context::Context;
#[cfg(feature = "full")]
use crate::guide::{Guide, Sample};
use crate::identifiers::kms_key::{self, KeyKind, KeyName};
use crate::identifiers::region::{self, REGION_CODE};
use crate::identifiers::{Arn, partition, secrets, tag};
use crate::pattern::Pattern;
use crate::report::Code;
use crate::shape::{
    Boolean, Bounds, Constraint, Format, List, Member, Operation, Part, Role, Rule, Shape, Silence, Source, Structure,
    Text, Usual, told,
};
#[cfg(feature = "full")]
use crate::shape::{Service, Wire};
use crate::sources;
use crate::tree::Place;

const fn rule(id: &'static str) -> Rule {
    cited(id, &sources::REPLICATE_KEY)
}

const fn cited(id: &'static str, source: &'static Source) -> Rule {
    Rule { id, source }
}

/// ReplicateKey, as data.
pub static REPLICATE_KEY: Operation = Operation {
    name: "ReplicateKey",
    doc: told("Makes a replica of a multi-Region primary key in another Region."),
    #[cfg(feature = "full")]
    service: &Service {
        title: "AWS KMS",
        signing_name: "kms",
        client_name: "kms",
        sdk_v3: ("@aws-sdk/client-kms", "KMSClient"),
        host_label: "kms",
        dual_stack: &[],
    },
    input: Structure {
        rule: rule("KMS-REPLICATEKEY-01"),
        closed: rule("KMS-REPLICATEKEY-02"),
        members: &[&KEY_ID, &REPLICA_REGION, &POLICY, &BYPASS, &DESCRIPTION, &TAGS],
    },
    null: rule("KMS-REPLICATEKEY-03"),
    constraints: &[CONSTRAINTS, key_policy::CONSTRAINTS],
    #[cfg(feature = "full")]
    modes: None,
    #[cfg(feature = "full")]
    primary: Some(&KEY_ID),
    #[cfg(feature = "full")]
    wire: Wire::AwsJson { target: "TrentService.ReplicateKey" },
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

static KEY_ID: Member = Member {
    name: "KeyId",
    doc: told("The multi-Region primary key, by its key id or key ARN. With an ARN the Region of the call is known."),
    required: Some(rule("KMS-REPLICATEKEY-05")),
    shape: Shape::Text(Text {
        rule: rule("KMS-REPLICATEKEY-04"),
        length: Some(Bounds { min: 1, max: 2048, rule: rule("KMS-REPLICATEKEY-06") }),
        formats: &[
            Format {
                rule: rule("KMS-REPLICATEKEY-08"),
                code: Code::InvalidIdentifier,
                expected: "key_not_alias",
                accepts: |text| key_kind(text) != Some(KeyKind::Alias),
            },
            Format {
                rule: cited("KMS-REPLICATEKEY-09", &sources::MULTI_REGION_KEYS),
                code: Code::NotMultiRegionKey,
                expected: "multi_region_key",
                accepts: |text| key_kind(text) != Some(KeyKind::SingleRegion),
            },
            Format {
                rule: rule("KMS-REPLICATEKEY-07"),
                code: Code::InvalidIdentifier,
                expected: "multi_region_key",
                accepts: |text| key_kind(text) == Some(KeyKind::MultiRegion),
            },
        ],
        repair: kms_key::repair_multi_region,
        role: Role::ReplicatedKey,
        usual: Usual::forms(kms_key::USUAL_MULTI_REGION),
        ..Text::ANY
    }),
    example: told("arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab"),
    ..Member::OPTIONAL
};

static REPLICA_REGION: Member = Member {
    name: "ReplicaRegion",
    doc: told("The Region for the replica: another one than the primary's, in the same partition."),
    required: Some(rule("KMS-REPLICATEKEY-15")),
    shape: Shape::Text(Text {
        rule: rule("KMS-REPLICATEKEY-14"),
        length: Some(Bounds { min: 1, max: 32, rule: rule("KMS-REPLICATEKEY-16") }),
        pattern: Some((&REGION_CODE, rule("KMS-REPLICATEKEY-17"))),
        formats: &[Format {
            rule: cited("KMS-REPLICATEKEY-23", &sources::PARTITIONS),
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

static POLICY_TEXT: Pattern = Pattern::new("policy_text", r"[\u0009\u000A\u000D\u0020-\u00FF]+");

static POLICY: Member = Member {
    name: "Policy",
    doc: told(
        "The key policy of the replica, as JSON text. Without one KMS attaches its default policy: the primary's is not copied.",
    ),
    shape: Shape::Text(Text {
        rule: rule("KMS-REPLICATEKEY-24"),
        length: Some(Bounds { min: 1, max: 131_072, rule: rule("KMS-REPLICATEKEY-25") }),
        pattern: Some((&POLICY_TEXT, rule("KMS-REPLICATEKEY-27"))),
        formats: &[Format {
            rule: rule("KMS-REPLICATEKEY-28"),
            code: Code::ControlCharacters,
            expected: "policy_text",
            accepts: |text| !text.chars().any(|character| matches!(character, '\u{7F}'..='\u{9F}')),
        }],
        document: true,
        ..Text::ANY
    }),
    sensitive: true,
    example: told(
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}]}"#,
    ),
    ..Member::OPTIONAL
};

static BYPASS: Member = Member {
    name: "BypassPolicyLockoutSafetyCheck",
    doc: told("Skips the check that the caller will be able to change the key policy again."),
    shape: Shape::Boolean(Boolean { rule: rule("KMS-REPLICATEKEY-39") }),
    example: told("false"),
    ..Member::OPTIONAL
};

static DESCRIPTION: Member = Member {
    name: "Description",
    doc: told("A description of the replica. The primary's is not copied. It is shown in CloudTrail."),
    shape: Shape::Text(Text {
        rule: rule("KMS-REPLICATEKEY-43"),
        length: Some(Bounds { min: 0, max: 8192, rule: rule("KMS-REPLICATEKEY-44") }),
        formats: &[Format {
            rule: rule("KMS-REPLICATEKEY-46"),
            code: Code::ConfidentialText,
            expected: "no_secrets",
            accepts: |text| !secrets::may_hold(text),
        }],
        usual: Usual::prose(&secrets::PROSE),
        ..Text::ANY
    }),
    sensitive: true,
    example: told("Replica for disaster recovery"),
    ..Member::OPTIONAL
};

static TAGS: Member = Member {
    name: "Tags",
    doc: told("Tags of the replica. The primary's are not copied."),
    shape: Shape::List(List {
        rule: rule("KMS-REPLICATEKEY-47"),
        count: Some(Bounds { min: 0, max: 50, rule: cited("KMS-REPLICATEKEY-48", &sources::TAG_RESTRICTIONS) }),
        item: &Shape::Structure(Structure {
            rule: rule("KMS-REPLICATEKEY-49"),
            closed: rule("KMS-REPLICATEKEY-02"),
            members: &[&TAG_KEY, &TAG_VALUE],
        }),
        item_name: told("Tag"),
    }),
    ..Member::OPTIONAL
};

static TAG_KEY: Member = Member {
    name: "TagKey",
    doc: told("The tag's key, once in a request."),
    required: Some(rule("KMS-REPLICATEKEY-50")),
    shape: Shape::Text(Text {
        rule: rule("KMS-REPLICATEKEY-51"),
        length: Some(Bounds { min: 1, max: 128, rule: rule("KMS-REPLICATEKEY-52") }),
        formats: &[
            Format {
                rule: cited("KMS-REPLICATEKEY-53", &sources::TAG_RESTRICTIONS),
                code: Code::ReservedPrefix,
                expected: "own_prefix",
                accepts: |text| !tag::is_reserved(text),
            },
            Format {
                rule: cited("KMS-REPLICATEKEY-55", &sources::TAG_RESTRICTIONS),
                code: Code::TagCharacters,
                expected: "portable_tag",
                accepts: tag::is_portable,
            },
        ],
        role: Role::TagKey,
        usual: Usual::tag(&tag::PORTABLE),
        ..Text::ANY
    }),
    example: told("team"),
    ..Member::OPTIONAL
};

static TAG_VALUE: Member = Member {
    name: "TagValue",
    doc: told("The tag's value, which may be empty."),
    required: Some(rule("KMS-REPLICATEKEY-56")),
    shape: Shape::Text(Text {
        rule: rule("KMS-REPLICATEKEY-57"),
        length: Some(Bounds { min: 0, max: 256, rule: rule("KMS-REPLICATEKEY-58") }),
        formats: &[Format {
            rule: cited("KMS-REPLICATEKEY-59", &sources::TAG_RESTRICTIONS),
            code: Code::ReservedTagValue,
            expected: "own_prefix",
            accepts: |text| !tag::is_reserved(text),
        }],
        role: Role::TagValue,
        usual: Usual::tag(&tag::USUAL_IN_VALUES),
        ..Text::ANY
    }),
    sensitive: true,
    example: told("payments"),
    ..Member::OPTIONAL
};

static CONSTRAINTS: &[Constraint] = &[
    Constraint {
        rule: cited("KMS-REPLICATEKEY-13", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: told("The partition in the key ARN is the partition of the ARN's Region."),
        silent: Silence::OnePartition,
        check: |request, _, findings| {
            if let Some((place, arn)) = key_arn(request) {
                findings.foreign_to_its_region(place, &arn);
            }
        },
    },
    Constraint {
        rule: rule("KMS-REPLICATEKEY-12"),
        code: Code::AccountMismatch,
        doc: told("The key belongs to the caller's account, where the context tells it."),
        silent: Silence::Usual,
        check: |request, context, findings| {
            if let Some((place, arn)) = key_arn(request)
                && let Some(caller) = context.account().filter(|id| *id != arn.account)
            {
                findings.about(place, &[arn.account, caller]);
            }
        },
    },
    Constraint {
        rule: rule("KMS-REPLICATEKEY-18"),
        code: Code::SameRegion,
        doc: told(
            "The replica's Region is not the primary's: that of the key ARN, else that of the call, where the context tells it.",
        ),
        silent: Silence::DistinctRegions,
        check: |request, context, findings| {
            let Some((place, replica)) = request.place_and_text(&REPLICA_REGION) else {
                return;
            };
            if primary_region(request, context) == Some(replica) {
                findings.about(place, &[replica]);
            }
        },
    },
    Constraint {
        rule: cited("KMS-REPLICATEKEY-19", &sources::PARTITIONS),
        code: Code::PartitionMismatch,
        doc: told("The replica's Region is in the partition of the primary."),
        silent: Silence::OnePartition,
        check: |request, context, findings| {
            let Some((place, replica)) = request.place_and_text(&REPLICA_REGION) else {
                return;
            };
            let primary = match key_arn(request) {
                Some((_, arn)) => Some(arn.partition),
                None => context.region.as_deref().and_then(partition::id_of_region),
            };
            if let (Some(expected), Some(actual)) = (primary, partition::id_of_region(replica))
                && actual != expected
            {
                findings.about(place, &[actual, expected]);
            }
        },
    },
    Constraint {
        rule: cited("KMS-REPLICATEKEY-54", &sources::TAG_RESTRICTIONS),
        code: Code::Duplicate,
        doc: told("Each tag key stands once; `a` and `A` are two keys."),
        silent: Silence::Usual,
        check: |request, _, findings| {
            findings.duplicates(request.children_of(&TAGS), &TAG_KEY);
        },
    },
    Constraint {
        rule: rule("KMS-REPLICATEKEY-11"),
        code: Code::RegionMismatch,
        doc: told("The call goes to the primary's Region, where the context tells the Region of the call."),
        silent: Silence::Usual,
        check: |request, context, findings| {
            if let (Some((place, arn)), Some(called)) = (key_arn(request), context.region.as_deref())
                && arn.region != called
            {
                findings.about(place, &[arn.region, called]);
            }
        },
    },
];

fn key_kind(text: &str) -> Option<KeyKind> {
    KeyName::parse(text).map(|key| key.kind)
}

/// The key, unless it is given by an alias: that is refused, and nothing more is concluded from it.
fn key<'t>(place: Place<'t, '_>) -> Option<KeyName<'t>> {
    KeyName::parse(place.text()?).filter(|key| key.kind != KeyKind::Alias)
}

fn key_arn<'t, 'a>(request: Place<'t, 'a>) -> Option<(Place<'t, 'a>, Arn<'t>)> {
    let place = request.member(&KEY_ID)?;
    Some((place, key(place)?.arn?))
}

fn primary_region<'t>(request: Place<'t, '_>, context: &'t Context) -> Option<&'t str> {
    match request.member(&KEY_ID).and_then(key)?.arn {
        Some(arn) => Some(arn.region),
        None => context.region.as_deref(),
    }
}

#[cfg(feature = "full")]
static SAMPLES: &[Sample] = &[
    Sample {
        title: "A replica with its own policy and tags",
        input: r#"{"KeyId":"arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab","ReplicaRegion":"eu-west-1","Policy":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"Administration\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:root\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}]}","Description":"Orders, replica for Ireland","Tags":[{"TagKey":"team","TagValue":"orders"},{"TagKey":"stage","TagValue":"production"}]}"#,
    },
    Sample {
        title: "Only what is required",
        input: r#"{"KeyId":"mrk-1234abcd12ab34cd56ef1234567890ab","ReplicaRegion":"us-west-2"}"#,
    },
    Sample {
        title: "Broken: an alias, a zone for a Region, a policy without a principal, tags that AWS refuses",
        input: r#"{"KeyId":"alias/orders","ReplicaRegion":"us-east-1a","Policy":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"kms:*\",\"Resource\":\"*\"}]}","Tags":[{"TagKey":"AWS:team","TagValue":""},{"TagKey":"stage","TagValue":"production"},{"TagKey":"stage","TagValue":"test"}]}"#,
    },
    Sample {
        title: "Broken: the replica in the Region of its primary, a policy that locks everybody out",
        input: r#"{"KeyId":"arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab","ReplicaRegion":"us-east-1","Policy":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:root\"},\"Action\":\"kms:Encrypt\",\"Resource\":\"*\"}]}"}"#,
    },
];
