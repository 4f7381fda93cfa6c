//! What follows from CreateReplicationSet, and who may call it.

use super::{CLIENT_TOKEN, REGIONS, SSE_KMS_KEY_ID, TAGS, cited, rule};
use crate::notes::{Grant, Note, NoteKind, Permission};
use crate::sources;
use crate::tree::Place;

pub(super) static NOTES: &[Note] = &[
    Note {
        rule: rule("SSMI-CREATEREPLSET-36"),
        kind: NoteKind::Condition,
        text: "Since 7 November 2025 Incident Manager is open to its existing customers alone.",
        applies: |_| true,
    },
    Note {
        rule: cited("SSMI-CREATEREPLSET-37", &sources::REPLICATION_SET_GUIDE),
        kind: NoteKind::Condition,
        text: "An account has one replication set: there must be none yet.",
        applies: |_| true,
    },
    Note {
        rule: cited("SSMI-CREATEREPLSET-24", &sources::REPLICATION_SET_GUIDE),
        kind: NoteKind::Default,
        text: "Without keys of your own the data is encrypted with keys that AWS owns.",
        applies: |request| {
            let mut entries = request.member(&REGIONS).into_iter().flat_map(Place::children);
            entries.any(|entry| entry.is_sound() && entry.text_of(&SSE_KMS_KEY_ID).is_none_or(str::is_empty))
        },
    },
    Note {
        rule: cited("SSMI-CREATEREPLSET-39", &sources::TERRAFORM_REPLICATION_SET),
        kind: NoteKind::Permanent,
        text: "Later the set grows or shrinks by one Region at a time, and the keys of its Regions cannot be changed.",
        applies: |_| true,
    },
    Note {
        rule: rule("SSMI-CREATEREPLSET-38"),
        kind: NoteKind::Progress,
        text: "The call returns before the set is ready. Ask GetReplicationSet until it is ACTIVE, which can take far longer than the 150 seconds that AWS's own waiter waits.",
        applies: |_| true,
    },
    Note {
        rule: rule("SSMI-CREATEREPLSET-52"),
        kind: NoteKind::Repetition,
        text: "Send the same client token with every retry.",
        applies: |request| request.member(&CLIENT_TOKEN).is_some(),
    },
    Note {
        rule: rule("SSMI-CREATEREPLSET-06"),
        kind: NoteKind::Repetition,
        text: "A random client token is filled in: keep it for retries.",
        applies: |request| request.lacks(&CLIENT_TOKEN),
    },
    Note {
        rule: rule("SSMI-CREATEREPLSET-35"),
        kind: NoteKind::Visibility,
        text: "Tags are shown in logs and bills: no secrets in them.",
        applies: |request| request.member(&TAGS).is_some(),
    },
];

pub(super) static PERMISSIONS: &[Permission] = &[
    Permission {
        rule: cited("SSMI-CREATEREPLSET-41", &sources::INCIDENT_MANAGER_ACTIONS),
        sid: "CreateTheReplicationSet",
        actions: &["ssm-incidents:CreateReplicationSet"],
        grant: |_, _| Grant::of(vec!["*".to_owned()]),
    },
    Permission {
        rule: cited("SSMI-CREATEREPLSET-41", &sources::INCIDENT_MANAGER_ACTIONS),
        sid: "TagTheReplicationSet",
        actions: &["ssm-incidents:TagResource"],
        grant: |request, _| request.member(&TAGS).and_then(|_| Grant::of(vec!["*".to_owned()])),
    },
];
