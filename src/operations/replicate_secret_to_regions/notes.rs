//! What follows from ReplicateSecretToRegions, and who may call it.

use super::{FORCE_OVERWRITE, KMS_KEY_ID, REGION, SECRET_ID, cited, replicas, rule};
use crate::context::Context;
use crate::identifiers::{Arn, Partition, kms_key, secret};
use crate::notes::{Grant, Note, NoteKind, Permission, arn_as_told};
use crate::sources;
use crate::tree::Place;

pub(super) static NOTES: &[Note] = &[
    Note {
        rule: rule("SECM-REPLICATESECRET-13"),
        kind: NoteKind::Condition,
        text: "The secret must be the primary, and the call must go to its Region: a replica cannot be replicated.",
        applies: |_| true,
    },
    Note {
        rule: rule("SECM-REPLICATESECRET-14"),
        kind: NoteKind::Condition,
        text: "The secret must not be scheduled for deletion, nor be managed by another service.",
        applies: |_| true,
    },
    Note {
        rule: cited("SECM-REPLICATESECRET-26", &sources::REPLICATE_SECRET_GUIDE),
        kind: NoteKind::Condition,
        text: "Each Region must be enabled for the account.",
        applies: |_| true,
    },
    Note {
        rule: rule("SECM-REPLICATESECRET-32"),
        kind: NoteKind::Default,
        text: "Where no key is given, the replica is encrypted with aws/secretsmanager of its own Region.",
        applies: |request| replicas(request).any(|replica| replica.text_of(&KMS_KEY_ID).is_none_or(str::is_empty)),
    },
    Note {
        rule: rule("SECM-REPLICATESECRET-34"),
        kind: NoteKind::Overwritten,
        text: "A secret of the same name in a replica Region is kept, and the replication to that Region fails.",
        applies: |request| request.member(&FORCE_OVERWRITE).is_none_or(|place| place.boolean() == Some(false)),
    },
    Note {
        rule: rule("SECM-REPLICATESECRET-35"),
        kind: NoteKind::Overwritten,
        text: "A secret of the same name in a replica Region is overwritten.",
        applies: |request| request.member(&FORCE_OVERWRITE).is_some_and(|place| place.boolean() == Some(true)),
    },
    Note {
        rule: cited("SECM-REPLICATESECRET-39", &sources::REPLICATE_SECRET_GUIDE),
        kind: NoteKind::NotCopied,
        text: "A replica can be changed in its key alone. Value, resource policy and tags follow the primary.",
        applies: |_| true,
    },
    Note {
        rule: cited("SECM-REPLICATESECRET-38", &sources::REPLICATE_SECRET_GUIDE),
        kind: NoteKind::Progress,
        text: "A replica has the primary's ARN with another Region, and the same six characters at its end.",
        applies: |_| true,
    },
    Note {
        rule: rule("SECM-REPLICATESECRET-40"),
        kind: NoteKind::Progress,
        text: "The call returns before anything is replicated. Ask DescribeSecret until each Region is InSync: Failed comes with a message.",
        applies: |_| true,
    },
    Note {
        rule: rule("SECM-REPLICATESECRET-41"),
        kind: NoteKind::Repetition,
        text: "There is no idempotency token. After a time-out, ask DescribeSecret first.",
        applies: |_| true,
    },
    Note {
        rule: rule("SECM-REPLICATESECRET-36"),
        kind: NoteKind::Visibility,
        text: "The parameters of the call are logged by CloudTrail: no secrets in names.",
        applies: |_| true,
    },
];

pub(super) static PERMISSIONS: &[Permission] = &[
    Permission {
        rule: rule("SECM-REPLICATESECRET-37"),
        sid: "ReplicateTheSecret",
        actions: &["secretsmanager:ReplicateSecretToRegions"],
        grant: |request, context| {
            let id = request.text_of(&SECRET_ID)?;
            // The six characters at the end may not be known.
            let secret = match secret::arn(id) {
                Some(arn) if secret::ends_like_arn(arn.resource) => arn.to_string(),
                Some(arn) => format!("{arn}-??????"),
                None => {
                    let resource = format!("secret:{id}-??????");
                    arn_as_told("secretsmanager", context.region.as_deref(), context.account(), &resource)
                }
            };
            Grant::of(vec![secret])
        },
    },
    Permission {
        rule: rule("SECM-REPLICATESECRET-37"),
        sid: "EncryptTheReplicas",
        actions: &["kms:GenerateDataKey", "kms:Encrypt"],
        grant: |request, context| {
            Grant::of(replicas(request).filter_map(|replica| key_of(replica, request, context)).collect())
        },
    },
    Permission {
        rule: rule("SECM-REPLICATESECRET-37"),
        sid: "DecryptThePrimary",
        actions: &["kms:Decrypt"],
        grant: |request, context| {
            // With which key the primary is encrypted, if with one of the customer's, the request does not tell.
            let arn = request.text_of(&SECRET_ID).and_then(secret::arn);
            let region = arn.map(|arn| arn.region).or(context.region.as_deref()).unwrap_or("*");
            let value = format!("secretsmanager.{region}.{}", Partition::for_endpoints(region).dns_suffix);
            Grant::when("StringLike", "kms:ViaService", &value, vec!["*".to_owned()])
        },
    },
];

/// The ARN of a replica's key in its Region, unless it is one of AWS's own. Which key an alias names, the request does
/// not tell, and a policy cannot name a key by its alias.
fn key_of(replica: Place<'_, '_>, request: Place<'_, '_>, context: &Context) -> Option<String> {
    let key = replica.text_of(&KMS_KEY_ID).filter(|key| kms_key::is_customer_managed(key))?;
    let region = replica.text_of(&REGION)?;
    let arn = kms_key::arn(key);
    let name = arn.map_or(key, |arn| arn.resource.strip_prefix("key/").unwrap_or(arn.resource));
    let resource = format!("key/{}", if name.starts_with("alias/") { "*" } else { name });
    Some(match arn {
        Some(arn) => Arn { resource: &resource, ..arn }.to_string(),
        None => {
            let secret = request.text_of(&SECRET_ID).and_then(secret::arn);
            let account = secret.map(|arn| arn.account).or(context.account());
            arn_as_told("kms", Some(region), account, &resource)
        }
    })
}
