//! What follows from CreateReplicationConfiguration, and who may call it.

use super::constraints::{destinations, existing};
use super::{AVAILABILITY_ZONE_NAME, FILE_SYSTEM_ID, KMS_KEY_ID, REGION, ROLE_ARN, SOURCE_FILE_SYSTEM_ID, cited, rule};
use crate::identifiers::file_system::FileSystemName;
use crate::notes::{Grant, Note, NoteKind, Permission, arn_as_told};
use crate::sources;
use crate::tree::Place;

pub(super) static NOTES: &[Note] = &[
    Note {
        rule: rule("EFS-CREATEREPLCONF-09"),
        kind: NoteKind::Condition,
        text: "The source must not be part of a replication yet, neither as source nor as destination.",
        applies: |_| true,
    },
    Note {
        rule: cited("EFS-CREATEREPLCONF-18", &sources::EFS_DESTINATION),
        kind: NoteKind::Condition,
        text: "The destination's Region must be enabled for the source's account.",
        applies: |request| destinations(request).any(|destination| destination.member(&REGION).is_some()),
    },
    Note {
        rule: cited("EFS-CREATEREPLCONF-25", &sources::EFS_CREATE_FILE_SYSTEM),
        kind: NoteKind::Default,
        text: "With a zone the destination is a One Zone file system, which not every zone offers.",
        applies: |request| {
            destinations(request).any(|destination| destination.member(&AVAILABILITY_ZONE_NAME).is_some())
        },
    },
    Note {
        rule: cited("EFS-CREATEREPLCONF-32", &sources::EFS_DESTINATION),
        kind: NoteKind::Default,
        text: "The destination is always encrypted: without a key with the service's own, aws/elasticfilesystem.",
        applies: |request| is_new(request) && destinations(request).any(|destination| destination.lacks(&KMS_KEY_ID)),
    },
    Note {
        rule: cited("EFS-CREATEREPLCONF-44", &sources::EFS_DESTINATION),
        kind: NoteKind::Default,
        text: "A new, empty file system is made as the destination.",
        applies: is_new,
    },
    Note {
        rule: cited("EFS-CREATEREPLCONF-51", &sources::EFS_DESTINATION),
        kind: NoteKind::Default,
        text: "Within one account no role is needed: the service has a role of its own.",
        applies: |request| destinations(request).any(|destination| destination.lacks(&ROLE_ARN)),
    },
    Note {
        rule: cited("EFS-CREATEREPLCONF-33", &sources::EFS_CREATE_FILE_SYSTEM),
        kind: NoteKind::Permanent,
        text: "The key must be symmetric, and cannot be changed later.",
        applies: |request| {
            is_new(request) && destinations(request).any(|destination| destination.member(&KMS_KEY_ID).is_some())
        },
    },
    Note {
        rule: cited("EFS-CREATEREPLCONF-55", &sources::EFS_DESTINATION),
        kind: NoteKind::Permanent,
        text: "Performance mode and key of the new file system cannot be changed later.",
        applies: is_new,
    },
    Note {
        rule: cited("EFS-CREATEREPLCONF-42", &sources::EFS_DESTINATION),
        kind: NoteKind::Overwritten,
        text: "What the destination holds and the source does not is removed. Its overwrite protection, which is on by default, must be off.",
        applies: |request| !existing(request).is_empty(),
    },
    Note {
        rule: cited("EFS-CREATEREPLCONF-43", &sources::EFS_DESTINATION),
        kind: NoteKind::Condition,
        text: "An encrypted source needs an encrypted destination.",
        applies: |request| !existing(request).is_empty(),
    },
    Note {
        rule: rule("EFS-CREATEREPLCONF-57"),
        kind: NoteKind::Repetition,
        text: "A second configuration for the same source fails.",
        applies: |_| true,
    },
    Note {
        rule: rule("EFS-CREATEREPLCONF-58"),
        kind: NoteKind::Repetition,
        text: "There is no idempotency token. After a time-out, ask DescribeReplicationConfigurations first.",
        applies: |_| true,
    },
    Note {
        rule: rule("EFS-CREATEREPLCONF-56"),
        kind: NoteKind::Progress,
        text: "To end the replication, delete its configuration in the destination's Region, too.",
        applies: |_| true,
    },
];

pub(super) static PERMISSIONS: &[Permission] = &[
    Permission {
        rule: rule("EFS-CREATEREPLCONF-54"),
        sid: "ReplicateTheFileSystem",
        actions: &["elasticfilesystem:CreateReplicationConfiguration"],
        grant: |request, context| {
            let name = FileSystemName::new(request.text_of(&SOURCE_FILE_SYSTEM_ID)?);
            let as_told = || {
                let resource = format!("file-system/{}", name.id);
                arn_as_told("elasticfilesystem", context.region.as_deref(), context.account(), &resource)
            };
            Grant::of(vec![name.arn.map_or_else(as_told, |arn| arn.to_string())])
        },
    },
    Permission {
        rule: rule("EFS-CREATEREPLCONF-54"),
        sid: "PassTheRole",
        actions: &["iam:PassRole"],
        grant: |request, _| {
            let roles =
                destinations(request).filter_map(|destination| destination.text_of(&ROLE_ARN)).map(str::to_owned);
            Grant::when("StringEquals", "iam:PassedToService", "elasticfilesystem.amazonaws.com", roles.collect())
        },
    },
];

fn is_new(request: Place<'_, '_>) -> bool {
    destinations(request).any(|destination| destination.lacks(&FILE_SYSTEM_ID))
}
