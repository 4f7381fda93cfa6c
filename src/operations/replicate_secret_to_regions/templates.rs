//! ReplicateSecretToRegions as a change of the secret's resource, which must be imported: the secret exists.

use super::{ADD_REPLICA_REGIONS, FORCE_OVERWRITE, KMS_KEY_ID, REGION, SECRET_ID};
use crate::identifiers::kms_key::{self, KeyName};
use crate::identifiers::{region, secret};
use crate::report::Path;
use crate::resource::{Carried, Carry, Existing, Property, Resource};
use crate::sources;

pub(super) static TERRAFORM: Resource = Resource {
    name: "aws_secretsmanager_secret",
    label: "primary",
    source: &sources::TERRAFORM_SECRET,
    region: Some("region"),
    properties: &[
        Property::of(&SECRET_ID, "name", Carry::By(imported_by_terraform)),
        Property::same(&FORCE_OVERWRITE, "force_overwrite_replica_secret"),
        Property::of(
            &ADD_REPLICA_REGIONS,
            "replica",
            Carry::Each(&[Property::same(&REGION, "region"), Property::same(&KMS_KEY_ID, "kms_key_id")]),
        ),
    ],
    existing: Some(Existing { identifier: "id", properties: &["name"] }),
    complete: |carried| carried.needs(secret_id(), "existing_secret"),
};

pub(super) static CLOUD_FORMATION: Resource = Resource {
    name: "AWS::SecretsManager::Secret",
    label: "Secret",
    source: &sources::CLOUDFORMATION_SECRET,
    region: None,
    properties: &[
        Property::of(&SECRET_ID, "Name", Carry::By(imported_by_cloud_formation)),
        Property::of(
            &ADD_REPLICA_REGIONS,
            "ReplicaRegions",
            Carry::Each(&[
                Property::same(&REGION, "Region"),
                Property::same(&KMS_KEY_ID, "KmsKeyId").taking(is_key, "key_of_resource"),
            ]),
        ),
    ],
    existing: Some(Existing { identifier: "Id", properties: &["Name"] }),
    complete: |carried| carried.needs(secret_id(), "existing_resource"),
};

fn secret_id() -> Path {
    Path::default().join(SECRET_ID.name)
}

fn is_key(text: &str) -> bool {
    kms_key::arn(text).is_some() || KeyName::parse(text).is_some()
}

/// Version 6 of the provider takes the Region behind the id, if it has the form that it expects.
fn imported_by_terraform(text: &str, path: Path, carried: &mut Carried<'_>) {
    let name = name(text, &path, carried);
    if name.len() > secret::LONGEST_NAME || name.contains('!') {
        carried.needs(path, "secret_name_of_resource");
    }
    carried.put_text("name", name);
    if let (Some(id), Some(arn)) = (&mut carried.import, secret::arn(text))
        && region::is_code(arn.region)
        && arn.region.find('-') == Some(2)
    {
        id.push('@');
        id.push_str(arn.region);
    }
}

fn imported_by_cloud_formation(text: &str, path: Path, carried: &mut Carried<'_>) {
    let name = name(text, &path, carried);
    if name.chars().count() > secret::LONGEST_NAME {
        carried.needs(path, "longest_name_of_resource");
    }
    carried.put_text("Name", name);
}

/// The secret's name. Its ARN identifies it for the import, if it is complete.
fn name(text: &str, path: &Path, carried: &mut Carried<'_>) -> String {
    let Some(resource) = secret::arn(text).and_then(|arn| arn.resource.strip_prefix("secret:")) else {
        carried.needs(path.clone(), "arn_to_import");
        return text.to_owned();
    };
    match resource.rsplit_once('-').filter(|_| secret::ends_like_arn(resource)) {
        Some((name, _)) => {
            carried.import = Some(text.to_owned());
            name.to_owned()
        }
        None => {
            carried.needs(path.clone(), "arn_to_import");
            resource.to_owned()
        }
    }
}
