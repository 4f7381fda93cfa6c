//! What follows from ReplicateKey, and who may call it.

use super::{DESCRIPTION, KEY_ID, POLICY, REPLICA_REGION, TAGS, cited, key_arn, rule};
use crate::context::Context;
use crate::identifiers::Arn;
use crate::notes::{Grant, Note, NoteKind, Permission, arn_as_told};
use crate::sources;
use crate::tree::Place;

pub(super) static NOTES: &[Note] = &[
    Note {
        rule: rule("KMS-REPLICATEKEY-10"),
        kind: NoteKind::Condition,
        text: "The key must be the primary of its multi-Region keys: a replica cannot be replicated.",
        applies: |_| true,
    },
    Note {
        rule: rule("KMS-REPLICATEKEY-67"),
        kind: NoteKind::Condition,
        text: "A key in a custom key store is never a multi-Region key.",
        applies: |_| true,
    },
    Note {
        rule: rule("KMS-REPLICATEKEY-20"),
        kind: NoteKind::Condition,
        text: "There must be no replica of the key in the Region yet, not even one that is pending deletion: cancel its deletion, or wait for it.",
        applies: |_| true,
    },
    Note {
        rule: rule("KMS-REPLICATEKEY-21"),
        kind: NoteKind::Condition,
        text: "The replica's Region must be enabled for the account.",
        applies: |_| true,
    },
    Note {
        rule: rule("KMS-REPLICATEKEY-22"),
        kind: NoteKind::Condition,
        text: "HMAC keys are not supported in every Region.",
        applies: |_| true,
    },
    Note {
        rule: rule("KMS-REPLICATEKEY-36"),
        kind: NoteKind::Condition,
        text: "The principals of the policy must exist and be visible to KMS: a user or role that was just made takes a while.",
        applies: |request| request.member(&POLICY).is_some(),
    },
    Note {
        rule: cited("KMS-REPLICATEKEY-66", &sources::MULTI_REGION_KEYS),
        kind: NoteKind::NotCopied,
        text: "The replica has the primary's key id, key material, spec, usage and rotation. It has its own policy, description, tags, aliases and state.",
        applies: |_| true,
    },
    Note {
        rule: rule("KMS-REPLICATEKEY-38"),
        kind: NoteKind::Default,
        text: "Without a policy the replica gets the default one, which gives the account full access. The primary's policy is not copied.",
        applies: |request| request.lacks(&POLICY),
    },
    Note {
        rule: rule("KMS-REPLICATEKEY-45"),
        kind: NoteKind::Default,
        text: "Without a description the replica has none. The primary's is not copied.",
        applies: |request| request.lacks(&DESCRIPTION),
    },
    Note {
        rule: rule("KMS-REPLICATEKEY-60"),
        kind: NoteKind::Default,
        text: "Without tags the replica has none. The primary's are not copied.",
        applies: |request| request.lacks(&TAGS),
    },
    Note {
        rule: rule("KMS-REPLICATEKEY-61"),
        kind: NoteKind::Visibility,
        text: "Tags can grant or deny access to the key, and are shown in logs and bills: no secrets in them.",
        applies: |request| request.member(&TAGS).is_some(),
    },
    Note {
        rule: rule("KMS-REPLICATEKEY-65"),
        kind: NoteKind::Progress,
        text: "Imported key material is not replicated: the replica waits in PendingImport until the same material is imported there.",
        applies: |_| true,
    },
    Note {
        rule: rule("KMS-REPLICATEKEY-64"),
        kind: NoteKind::Progress,
        text: "The replica begins in the state Creating, disabled. Ask DescribeKey in its Region until it is Enabled, or retry what fails with KMSInvalidStateException.",
        applies: |_| true,
    },
    Note {
        rule: rule("KMS-REPLICATEKEY-69"),
        kind: NoteKind::Progress,
        text: "What is changed in KMS is seen everywhere only after a while.",
        applies: |_| true,
    },
    Note {
        rule: rule("KMS-REPLICATEKEY-68"),
        kind: NoteKind::Repetition,
        text: "There is no idempotency token: a second call fails with AlreadyExistsException. After a time-out, ask DescribeKey in the replica's Region first.",
        applies: |_| true,
    },
];

pub(super) static PERMISSIONS: &[Permission] = &[
    Permission {
        rule: rule("KMS-REPLICATEKEY-63"),
        sid: "ReplicateTheKey",
        actions: &["kms:ReplicateKey"],
        grant: |request, context| Grant::of(vec![key_in(request, context, None)]),
    },
    Permission {
        rule: rule("KMS-REPLICATEKEY-63"),
        sid: "CreateTheReplica",
        actions: &["kms:CreateKey"],
        grant: |request, _| {
            let region = request.text_of(&REPLICA_REGION)?;
            Grant::when("StringEquals", "aws:RequestedRegion", region, vec!["*".to_owned()])
        },
    },
    Permission {
        rule: rule("KMS-REPLICATEKEY-62"),
        sid: "TagTheReplica",
        actions: &["kms:TagResource"],
        grant: |request, context| {
            request.member(&TAGS)?;
            Grant::of(vec![key_in(request, context, request.text_of(&REPLICA_REGION))])
        },
    },
];

/// The ARN of the key in a Region, or in that of its primary, as far as request and context tell it.
fn key_in(request: Place<'_, '_>, context: &Context, region: Option<&str>) -> String {
    match key_arn(request) {
        Some((_, arn)) => Arn { region: region.unwrap_or(arn.region), ..arn }.to_string(),
        None => {
            let resource = format!("key/{}", request.text_of(&KEY_ID).unwrap_or("*"));
            arn_as_told("kms", region.or(context.region.as_deref()), context.account(), &resource)
        }
    }
}
