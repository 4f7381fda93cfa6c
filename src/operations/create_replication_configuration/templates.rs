//! CreateReplicationConfiguration as a resource of Terraform, and as a change of the file system's in CloudFormation.

use super::{
    AVAILABILITY_ZONE_NAME, DESTINATIONS, FILE_SYSTEM_ID, KMS_KEY_ID, REGION, ROLE_ARN, SOURCE_FILE_SYSTEM_ID,
};
use crate::identifiers::file_system::FileSystemName;
use crate::report::Path;
use crate::resource::node::{Body, Node};
use crate::resource::{Carried, Carry, Existing, Property, Resource};
use crate::sources;

/// It has no argument for a role: it replicates to file systems of the same account.
pub(super) static TERRAFORM: Resource = Resource {
    name: "aws_efs_replication_configuration",
    label: "replication",
    source: &sources::TERRAFORM_EFS_REPLICATION,
    region: Some("region"),
    properties: &[
        Property::of(&SOURCE_FILE_SYSTEM_ID, "source_file_system_id", Carry::By(source_by_its_id)),
        Property::of(
            &DESTINATIONS,
            "destination",
            Carry::Each(&[
                Property::same(&REGION, "region"),
                Property::same(&AVAILABILITY_ZONE_NAME, "availability_zone_name"),
                Property::same(&KMS_KEY_ID, "kms_key_id"),
                Property::of(&FILE_SYSTEM_ID, "file_system_id", Carry::By(destination_by_its_id)),
            ]),
        ),
    ],
    existing: None,
    complete: regions_or_zones,
};

pub(super) static CLOUD_FORMATION: Resource = Resource {
    name: "AWS::EFS::FileSystem",
    label: "FileSystem",
    source: &sources::CLOUDFORMATION_FILE_SYSTEM,
    region: None,
    properties: &[
        Property::of(&SOURCE_FILE_SYSTEM_ID, "", Carry::By(imported)),
        Property::of(
            &DESTINATIONS,
            "ReplicationConfiguration.Destinations",
            Carry::Each(&[
                Property::same(&REGION, "Region"),
                Property::same(&AVAILABILITY_ZONE_NAME, "AvailabilityZoneName"),
                Property::same(&KMS_KEY_ID, "KmsKeyId"),
                Property::same(&FILE_SYSTEM_ID, "FileSystemId"),
                Property::same(&ROLE_ARN, "RoleArn"),
            ]),
        ),
    ],
    existing: Some(Existing { identifier: "FileSystemId", properties: &[] }),
    complete: |carried| carried.needs(Path::default().join(SOURCE_FILE_SYSTEM_ID.name), "existing_resource"),
};

fn regions_or_zones(carried: &mut Carried<'_>) {
    let lacks_both = |destination: &Body<'_>| {
        !destination.iter().any(|(name, _)| ["region", "availability_zone_name"].contains(name))
    };
    let lacking = |(name, node): &(&str, Node<'_>)| match node {
        Node::Items(destinations) => *name == "destination" && destinations.iter().any(lacks_both),
        _ => false,
    };
    if carried.body.iter().any(lacking) {
        carried.needs(Path::default().join(DESTINATIONS.name), "region_or_zone");
    }
}

/// The provider reads ids back, and would replace a resource that has an ARN in their place.
fn source_by_its_id(text: &str, _: Path, carried: &mut Carried<'_>) {
    carried.put_text("source_file_system_id", id(text));
}

fn destination_by_its_id(text: &str, path: Path, carried: &mut Carried<'_>) {
    if let Some(arn) = FileSystemName::new(text).arn {
        if !carried.has("region") {
            carried.put_text("region", arn.region.to_owned());
        }
        carried.needs(path, "file_system_of_the_account");
    }
    carried.put_text("file_system_id", id(text));
}

fn imported(text: &str, _: Path, carried: &mut Carried<'_>) {
    carried.import = Some(id(text));
}

/// The id in an ARN whose Region is known: it is told beside it.
fn id(text: &str) -> String {
    let name = FileSystemName::new(text);
    if name.arn.is_some() { name.id.to_owned() } else { text.to_owned() }
}
