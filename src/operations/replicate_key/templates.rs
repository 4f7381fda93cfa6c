//! ReplicateKey as a resource of Terraform and of CloudFormation.

use super::{BYPASS, DESCRIPTION, KEY_ID, POLICY, REPLICA_REGION, TAG_KEY, TAG_VALUE, TAGS};
use crate::identifiers::kms_key::{KeyKind, KeyName};
use crate::identifiers::{region, tag};
use crate::report::Path;
use crate::request::Data;
use crate::resource::node::{Lookup, Node};
use crate::resource::{Carried, Carry, Property, Resource};
use crate::sources;

pub(super) static TERRAFORM: Resource = Resource {
    name: "aws_kms_replica_key",
    label: "replica",
    source: &sources::TERRAFORM_REPLICA_KEY,
    region: Some("region"),
    properties: &[
        Property::of(&REPLICA_REGION, "region", Carry::Region),
        Property::of(&KEY_ID, "primary_key_arn", Carry::By(primary_in_terraform)),
        Property::same(&DESCRIPTION, "description"),
        Property::same(&BYPASS, "bypass_policy_lockout_safety_check"),
        Property::of(&POLICY, "policy", Carry::Document),
        Property::of(&TAGS, "tags", Carry::Collect { key: &TAG_KEY, value: &TAG_VALUE })
            .taking(tag::is_of_terraform, "ignored_tags"),
    ],
    existing: None,
    complete: |_| {},
};

pub(super) static CLOUD_FORMATION: Resource = Resource {
    name: "AWS::KMS::ReplicaKey",
    label: "ReplicaKey",
    source: &sources::CLOUDFORMATION_REPLICA_KEY,
    region: None,
    properties: &[
        Property::of(&REPLICA_REGION, "", Carry::Region),
        Property::of(&KEY_ID, "PrimaryKeyArn", Carry::By(primary_in_cloud_formation)),
        Property::same(&DESCRIPTION, "Description"),
        Property::of(&POLICY, "KeyPolicy", Carry::Document),
        Property::of(
            &TAGS,
            "Tags",
            Carry::Each(&[Property::same(&TAG_KEY, "Key"), Property::same(&TAG_VALUE, "Value")]),
        ),
    ],
    existing: None,
    complete: complete_for_cloud_formation,
};

/// Whether a text is the id alone of a multi-Region key. What else is no ARN goes on as it is.
fn is_bare_id(text: &str) -> bool {
    KeyName::parse(text).is_some_and(|key| key.kind == KeyKind::MultiRegion && key.arn.is_none())
}

fn primary_in_terraform(text: &str, path: Path, carried: &mut Carried<'_>) {
    if !is_bare_id(text) {
        return carried.put_text("primary_key_arn", text.to_owned());
    }
    let mut body = Vec::new();
    match &carried.call_region {
        Some(region) => body.push(("region", Node::text(region.clone()))),
        None => carried.needs(path, "region_of_the_provider"),
    }
    body.push(("key_id", Node::text(text.to_owned())));
    let key = Lookup { name: "aws_kms_key", label: "primary", body, attribute: "arn" };
    carried.put_lookup("primary_key_arn", key);
}

fn primary_in_cloud_formation(text: &str, path: Path, carried: &mut Carried<'_>) {
    if !is_bare_id(text) {
        return carried.put_text("PrimaryKeyArn", text.to_owned());
    }
    let region = carried.call_region.clone().filter(|region| region::is_code(region)).unwrap_or_else(|| {
        carried.parameters.push(("PrimaryRegion", "parameter_primary_region"));
        carried.needs(path, "parameter_of_the_stack");
        String::from("${PrimaryRegion}")
    });
    let arn = format!("arn:${{AWS::Partition}}:kms:{region}:${{AWS::AccountId}}:key/{text}");
    carried.put_data("PrimaryKeyArn", substituted(arn));
}

/// The function that fills in what a stack knows.
fn substituted(text: String) -> Data<'static> {
    Data::Object(vec![("Fn::Sub".into(), text.into())])
}

fn complete_for_cloud_formation(carried: &mut Carried<'_>) {
    let path = |name: &str| Path::default().join(name);
    if carried.region.is_some() {
        carried.needs(path(REPLICA_REGION.name), "region_of_the_stack");
    }
    if !carried.has("KeyPolicy") {
        carried.put_data("KeyPolicy", default_policy());
        carried.needs(path(POLICY.name), "default_policy");
    }
}

/// What KMS attaches where no policy is given.
fn default_policy() -> Data<'static> {
    let entry = |name: &'static str, value: &'static str| (name.into(), value.into());
    let principal = substituted(String::from("arn:${AWS::Partition}:iam::${AWS::AccountId}:root"));
    Data::Object(vec![
        entry("Version", "2012-10-17"),
        entry("Id", "key-default-1"),
        (
            "Statement".into(),
            Data::List(vec![Data::Object(vec![
                entry("Sid", "Enable IAM User Permissions"),
                entry("Effect", "Allow"),
                ("Principal".into(), Data::Object(vec![("AWS".into(), principal)])),
                entry("Action", "kms:*"),
                entry("Resource", "*"),
            ])]),
        ),
    ])
}
