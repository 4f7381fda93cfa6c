//! CreateReplicationSet as a resource of Terraform and of CloudFormation.

use super::{REGIONS, SSE_KMS_KEY_ID, TAGS};
use crate::identifiers::tag;
use crate::report::Path;
use crate::resource::{Carried, Carry, Limit, Property, Resource};
use crate::sources;

/// It has no argument for its Region: before version 6 of the provider, `region` was a block.
pub(super) static TERRAFORM: Resource = Resource {
    name: "aws_ssmincidents_replication_set",
    label: "replication_set",
    source: &sources::TERRAFORM_REPLICATION_SET,
    region: None,
    properties: &[
        Property::of(&REGIONS, "regions", Carry::EachByKey("name", &[Property::same(&SSE_KMS_KEY_ID, "kms_key_arn")])),
        Property::of(&TAGS, "tags", Carry::Entries).taking(tag::is_of_terraform, "ignored_tags"),
    ],
    existing: None,
    complete: in_one_of_its_regions,
};

pub(super) static CLOUD_FORMATION: Resource = Resource {
    name: "AWS::SSMIncidents::ReplicationSet",
    label: "ReplicationSet",
    source: &sources::CLOUDFORMATION_REPLICATION_SET,
    region: None,
    properties: &[
        Property::of(
            &REGIONS,
            "Regions",
            Carry::EachByKey("RegionName", &[Property::same(&SSE_KMS_KEY_ID, "RegionConfiguration.SseKmsKeyId")]),
        ),
        Property::of(
            &TAGS,
            "Tags",
            Carry::Spread {
                key: "Key",
                value: "Value",
                limit: Limit { accepts: |text| !text.is_empty(), requirement: "tag_value_of_resource" },
            },
        )
        .taking(is_tag_key, "tag_key_of_resource"),
    ],
    existing: None,
    complete: in_one_of_its_regions,
};

/// In the class that the type documents, `+-=` is a range.
fn is_tag_key(text: &str) -> bool {
    let is_legal = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_' || (b'+'..=b'=').contains(&byte);
    !text.starts_with("aws:") && text.bytes().all(is_legal)
}

fn in_one_of_its_regions(carried: &mut Carried<'_>) {
    carried.needs(Path::default().join(REGIONS.name), "region_of_the_set");
}
