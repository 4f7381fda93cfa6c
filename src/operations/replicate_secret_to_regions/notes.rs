//! What follows from ReplicateSecretToRegions, and who may call it.

use super::{FORCE_OVERWRITE, KMS_KEY_ID, SECRET_ID, cited, keys, replicas, rule};
use crate::identifiers::{Arn, Partition, secret};
use crate::notes::{Grant, Note, NoteKind, Permission};
use crate::sources;

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
            let Some(arn) = secret::arn(id) else {
                let region = context.region.as_deref().unwrap_or("*");
                // The six characters at the end are not known.
                let resource = format!("secret:{id}-??????");
                let account = context.account_id.as_deref().unwrap_or("*");
                let partition = Partition::for_endpoints(region).id;
                return Grant::of(vec![
                    Arn { partition, service: "secretsmanager", region, account, resource: &resource }.to_string(),
                ]);
            };
            Grant::of(vec![arn.to_string()])
        },
    },
    Permission {
        rule: rule("SECM-REPLICATESECRET-37"),
        sid: "EncryptTheReplicas",
        actions: &["kms:GenerateDataKey", "kms:Encrypt"],
        grant: |request, _| {
            Grant::of(keys(request).filter_map(|(_, key, _)| key.arn).map(|arn| arn.to_string()).collect())
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
