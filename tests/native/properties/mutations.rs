//! Requests with one broken fact.

use std::cell::RefCell;
use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use xregion::operations::{
    CREATE_REPLICATION_CONFIGURATION, CREATE_REPLICATION_SET, REPLICATE_KEY, REPLICATE_SECRET_TO_REGIONS,
};
use xregion::shape::Operation;

use super::sound::{errors, for_sound_requests};

/// One fact of a sound request broken: how, unless this request does not lend itself to it, and what comes of it.
struct Mutation {
    name: &'static str,
    operation: &'static Operation,
    apply: fn(&mut Value) -> Option<()>,
    path: &'static str,
    code: &'static str,
}

macro_rules! mutations {
    ($($operation:ident { $($name:literal => $path:literal $code:literal |$request:ident| $apply:expr;)+ })+) => {
        &[$($(Mutation {
            name: $name,
            operation: &$operation,
            apply: |$request| { $apply; Some(()) },
            path: $path,
            code: $code,
        },)+)+]
    };
}

const MUTATIONS: &[Mutation] = mutations! {
    CREATE_REPLICATION_SET {
        "a token too long" => "/clientToken" "too_long" |request| set(request, "/clientToken", "t".repeat(129));
        "no regions" => "/regions" "missing_required" |request| remove(request, "", "regions")?;
        "empty regions" => "/regions" "too_few" |request| request["regions"] = json!({});
        "a Region that is a zone" => "/regions/us-east-1a" "invalid_identifier" |request| {
            request["regions"] = json!({ "us-east-1a": {} });
        };
        "a Region too long" => "/regions/abcdefg-abcdefghijk-1" "too_long" |request| {
            request["regions"] = json!({ "abcdefg-abcdefghijk-1": {} });
        };
        "four Regions" => "/regions" "too_many" |request| {
            request["regions"] = json!({ "eu-west-1": {}, "eu-west-2": {}, "eu-west-3": {}, "eu-north-1": {} });
        };
        "another partition" => "/regions" "partition_mismatch" |request| {
            let regions = request["regions"].as_object_mut().filter(|regions| regions.len() < 3)?;
            let (first, value) = regions.iter().next().filter(|(_, value)| **value == json!({}))?;
            let other = if first.starts_with("cn-") { "us-east-1" } else { "cn-north-1" };
            let value = value.clone();
            regions.insert(other.to_owned(), value)
        };
        "one key of none" => "/regions" "mixed_encryption" |request| {
            let regions = request["regions"].as_object_mut().filter(|regions| regions.len() > 1)?;
            regions.values_mut().find(|value| **value == json!({}) || value["sseKmsKeyId"] == "")?["sseKmsKeyId"] = json!("alias/a");
        };
        "one Region of several without its key" => "/regions" "mixed_encryption" |request| {
            let regions = request["regions"].as_object_mut().filter(|regions| regions.len() > 1)?;
            *regions.values_mut().find(|value| value["sseKmsKeyId"].as_str().is_some_and(|key| !key.is_empty()))? = json!({});
        };
        "a key of another Region" => "/regions/us-east-1/sseKmsKeyId" "region_mismatch" |request| {
            request["regions"] = json!({ "us-east-1": { "sseKmsKeyId": "arn:aws:kms:us-east-2:111122223333:key/a" } });
        };
        "a key of another partition" => "/regions/us-east-1/sseKmsKeyId" "partition_mismatch" |request| {
            request["regions"] = json!({ "us-east-1": { "sseKmsKeyId": "arn:aws-cn:kms:cn-north-1:111122223333:key/a" } });
        };
        "a key ARN of another service" => "/regions/us-east-1/sseKmsKeyId" "invalid_identifier" |request| {
            request["regions"] = json!({ "us-east-1": { "sseKmsKeyId": "arn:aws:s3:us-east-1:111122223333:key/a" } });
        };
        "no tags in a map of tags" => "/tags" "too_few" |request| request["tags"] = json!({});
        "51 tags" => "/tags" "too_many" |request| {
            request["tags"] = (0..51).map(|number| (format!("k{number}"), json!(""))).collect();
        };
        "a reserved tag key" => "/tags/aws:a" "pattern_mismatch" |request| set(request, "/tags/aws:a", String::new());
        "an empty tag key" => "/tags/" "too_short" |request| set(request, "/tags/", String::new());
        "a tag value of other characters" => "/tags/a" "pattern_mismatch" |request| set(request, "/tags/a", "!".to_owned());
        "a tag value too long" => "/tags/a" "too_long" |request| set(request, "/tags/a", "v".repeat(257));
    }
    REPLICATE_SECRET_TO_REGIONS {
        "no secret" => "/SecretId" "missing_required" |request| remove(request, "", "SecretId")?;
        "an empty secret" => "/SecretId" "too_short" |request| set(request, "/SecretId", String::new());
        "a secret too long" => "/SecretId" "too_long" |request| set(request, "/SecretId", "s".repeat(2049));
        "a secret with a blank" => "/SecretId" "invalid_identifier" |request| set(request, "/SecretId", "a b".to_owned());
        "a secret with a colon" => "/SecretId" "invalid_identifier" |request| set(request, "/SecretId", "a:b".to_owned());
        "a secret of a partition that is not its Region's" => "/SecretId" "partition_mismatch" |request| {
            let of_another = request["SecretId"].as_str().filter(|id| id.starts_with("arn:aws:"))?.split(':').collect::<Vec<_>>();
            request["SecretId"] = json!(of_another.iter().enumerate().map(|(at, part)| if at == 3 { "cn-north-1" } else { part }).collect::<Vec<_>>().join(":"));
        };
        "no Regions" => "/AddReplicaRegions" "missing_required" |request| remove(request, "", "AddReplicaRegions")?;
        "an empty list of Regions" => "/AddReplicaRegions" "too_few" |request| request["AddReplicaRegions"] = json!([]);
        "an entry without a Region" => "/AddReplicaRegions/0/Region" "missing_required" |request| {
            remove(request, "/AddReplicaRegions/0", "Region")?;
        };
        "an empty Region" => "/AddReplicaRegions/0/Region" "too_short" |request| {
            set(request, "/AddReplicaRegions/0/Region", String::new());
        };
        "a Region too long" => "/AddReplicaRegions/0/Region" "too_long" |request| {
            set(request, "/AddReplicaRegions/0/Region", format!("{}-1", "a".repeat(127)));
        };
        "a Region that is a zone" => "/AddReplicaRegions/0/Region" "pattern_mismatch" |request| {
            set(request, "/AddReplicaRegions/0/Region", "us-east-1a".to_owned());
        };
        "the primary's Region" => "/AddReplicaRegions/0/Region" "same_region" |request| {
            let own = request["SecretId"].as_str()?.split(':').nth(3)?.to_owned();
            set(request, "/AddReplicaRegions/0/Region", own);
        };
        "another partition" => "/AddReplicaRegions/0/Region" "partition_mismatch" |request| {
            let arn = request["SecretId"].as_str().filter(|id| id.starts_with("arn:"))?;
            let other = if arn.starts_with("arn:aws-cn:") { "us-east-1" } else { "cn-north-1" };
            set(request, "/AddReplicaRegions/0/Region", other.to_owned());
        };
        "a Region twice" => "/AddReplicaRegions/1/Region" "duplicate" |request| {
            let first = request["AddReplicaRegions"][0].clone();
            request["AddReplicaRegions"].as_array_mut()?.insert(0, first);
        };
        "a key too long" => "/AddReplicaRegions/0/KmsKeyId" "too_long" |request| {
            set(request, "/AddReplicaRegions/0/KmsKeyId", "k".repeat(2049));
        };
    }
    CREATE_REPLICATION_CONFIGURATION {
        "no source" => "/SourceFileSystemId" "missing_required" |request| remove(request, "", "SourceFileSystemId")?;
        "an empty source" => "/SourceFileSystemId" "pattern_mismatch" |request| set(request, "/SourceFileSystemId", String::new());
        "no destinations" => "/Destinations" "missing_required" |request| remove(request, "", "Destinations")?;
        "an empty list of destinations" => "/Destinations" "too_few" |request| request["Destinations"] = json!([]);
        "two destinations" => "/Destinations" "too_many" |request| {
            let first = request["Destinations"][0].clone();
            request["Destinations"].as_array_mut()?.push(first);
        };
        "an empty Region" => "/Destinations/0/Region" "too_short" |request| set(request, "/Destinations/0/Region", String::new());
        "a Region in upper case" => "/Destinations/0/Region" "pattern_mismatch" |request| {
            set(request, "/Destinations/0/Region", "US-WEST-2".to_owned());
        };
        "an empty zone" => "/Destinations/0/AvailabilityZoneName" "too_short" |request| {
            set(request, "/Destinations/0/AvailabilityZoneName", String::new());
        };
        "a zone of two lines" => "/Destinations/0/AvailabilityZoneName" "pattern_mismatch" |request| {
            set(request, "/Destinations/0/AvailabilityZoneName", "a\nb".to_owned());
        };
        "a zone of another Region" => "/Destinations/0/AvailabilityZoneName" "region_mismatch" |request| {
            request["Destinations"][0].get("Region")?;
            set(request, "/Destinations/0/AvailabilityZoneName", "xx-new-1a".to_owned());
        };
        "a key of no form" => "/Destinations/0/KmsKeyId" "pattern_mismatch" |request| {
            set(request, "/Destinations/0/KmsKeyId", "aws/elasticfilesystem".to_owned());
        };
        "a key of another Region" => "/Destinations/0/KmsKeyId" "region_mismatch" |request| {
            let key = "arn:aws:kms:xx-new-1:111122223333:alias/a".to_owned();
            in_partition_of_aws(request)?.get("Region")?;
            set(request, "/Destinations/0/KmsKeyId", key);
        };
        "a key of another partition" => "/Destinations/0/KmsKeyId" "partition_mismatch" |request| {
            let key = "arn:aws-new:kms:xx-new-1:111122223333:alias/a".to_owned();
            in_partition_of_aws(request)?;
            set(request, "/Destinations/0/KmsKeyId", key);
        };
        "a file system of no form" => "/Destinations/0/FileSystemId" "pattern_mismatch" |request| {
            set(request, "/Destinations/0/FileSystemId", "fs-1".to_owned());
        };
        "the source itself" => "/Destinations/0/FileSystemId" "same_resource" |request| {
            let source = request["SourceFileSystemId"].as_str().filter(|id| !id.contains(':'))?.to_owned();
            set(request, "/Destinations/0/FileSystemId", source);
        };
        "a role of no form" => "/Destinations/0/RoleArn" "pattern_mismatch" |request| {
            set(request, "/Destinations/0/RoleArn", "role/a".to_owned());
        };
        "another account without a role" => "/Destinations/0/RoleArn" "missing_required" |request| {
            let account = |id: &Value| Some(id.as_str()?.split(':').nth(4)?.to_owned());
            let source = account(&request["SourceFileSystemId"])?;
            if account(request["Destinations"][0].get("FileSystemId")?)? == source {
                return None;
            }
            remove(request, "/Destinations/0", "RoleArn")?;
        };
        "a role of another account" => "/Destinations/0/RoleArn" "account_mismatch" |request| {
            let source: Vec<_> = request["SourceFileSystemId"].as_str().filter(|id| id.contains(':'))?.split(':').collect();
            let other = if source[4].starts_with('1') { "2" } else { "1" }.repeat(12);
            let role = format!("arn:{}:iam::{other}:role/a", source[1]);
            set(request, "/Destinations/0/RoleArn", role);
        };
    }
    REPLICATE_KEY {
        "no key" => "/KeyId" "missing_required" |request| remove(request, "", "KeyId")?;
        "an empty key" => "/KeyId" "too_short" |request| set(request, "/KeyId", String::new());
        "a key too long" => "/KeyId" "too_long" |request| set(request, "/KeyId", "k".repeat(2049));
        "an alias" => "/KeyId" "invalid_identifier" |request| set(request, "/KeyId", "alias/a".to_owned());
        "a key of no form" => "/KeyId" "invalid_identifier" |request| set(request, "/KeyId", "a".to_owned());
        "a single-Region key" => "/KeyId" "not_multi_region_key" |request| {
            set(request, "/KeyId", "1234abcd-12ab-34cd-56ef-1234567890ab".to_owned());
        };
        "no Region" => "/ReplicaRegion" "missing_required" |request| remove(request, "", "ReplicaRegion")?;
        "an empty Region" => "/ReplicaRegion" "too_short" |request| set(request, "/ReplicaRegion", String::new());
        "a Region too long" => "/ReplicaRegion" "too_long" |request| set(request, "/ReplicaRegion", format!("{}-b-1", "a".repeat(29)));
        "a Region that is a zone" => "/ReplicaRegion" "pattern_mismatch" |request| set(request, "/ReplicaRegion", "us-east-1a".to_owned());
        "the primary's Region" => "/ReplicaRegion" "same_region" |request| {
            let own = request["KeyId"].as_str()?.split(':').nth(3)?.to_owned();
            set(request, "/ReplicaRegion", own);
        };
        "another partition" => "/ReplicaRegion" "partition_mismatch" |request| {
            let arn = request["KeyId"].as_str().filter(|id| id.starts_with("arn:"))?;
            let other = if arn.starts_with("arn:aws-cn:") { "us-east-1" } else { "cn-north-1" };
            set(request, "/ReplicaRegion", other.to_owned());
        };
        "an empty policy" => "/Policy" "too_short" |request| set(request, "/Policy", String::new());
        "a policy with a euro sign" => "/Policy" "pattern_mismatch" |request| set(request, "/Policy", "€".to_owned());
        "a policy that is no JSON" => "/Policy" "invalid_policy" |request| set(request, "/Policy", "{".to_owned());
        "a policy without statements" => "/Policy" "invalid_policy" |request| set(request, "/Policy", "{}".to_owned());
        "a policy above the quota" => "/Policy" "quota_exceeded" |request| {
            let policy = request.get("Policy")?.as_str()?;
            request["Policy"] = json!(policy.to_owned() + &" ".repeat(32_768));
        };
        "a policy too long" => "/Policy" "too_long" |request| {
            let policy = request.get("Policy")?.as_str()?;
            request["Policy"] = json!(policy.to_owned() + &" ".repeat(131_072));
        };
        "a policy that locks everybody out" => "/Policy" "policy_lockout" |request| {
            if request.get("BypassPolicyLockoutSafetyCheck") == Some(&json!(true)) {
                return None;
            }
            set(request, "/Policy", r#"{"Statement":{"Principal":"*"}}"#.to_owned());
        };
        "a description too long" => "/Description" "too_long" |request| set(request, "/Description", "\u{1f600}".repeat(8193));
        "51 tags" => "/Tags" "too_many" |request| {
            request["Tags"] = (0..51).map(|number| json!({ "TagKey": number.to_string(), "TagValue": "" })).collect();
        };
        "a reserved tag key" => "/Tags/0/TagKey" "reserved_prefix" |request| insert_tag(request, json!({ "TagKey": "AwS:a", "TagValue": "" }));
        "a tag without its key" => "/Tags/0/TagKey" "missing_required" |request| insert_tag(request, json!({ "TagValue": "" }));
        "a tag without its value" => "/Tags/0/TagValue" "missing_required" |request| insert_tag(request, json!({ "TagKey": "a" }));
        "an empty tag key" => "/Tags/0/TagKey" "too_short" |request| insert_tag(request, json!({ "TagKey": "", "TagValue": "" }));
        "a tag key too long" => "/Tags/0/TagKey" "too_long" |request| insert_tag(request, json!({ "TagKey": "k".repeat(129), "TagValue": "" }));
        "a tag value too long" => "/Tags/0/TagValue" "too_long" |request| insert_tag(request, json!({ "TagKey": "a", "TagValue": "v".repeat(257) }));
        "a tag key twice" => "/Tags/1/TagKey" "duplicate" |request| {
            let first = request.get("Tags")?.get(0)?.clone();
            insert_tag(request, first);
        };
    }
};

/// Sets the text at a pointer to a member or an entry.
fn set(request: &mut Value, pointer: &str, text: String) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    if request.pointer(parent).is_none() {
        request[&parent[1..]] = Value::Object(Map::new());
    }
    request.pointer_mut(parent).unwrap()[name] = Value::from(text);
}

fn remove(request: &mut Value, parent: &str, name: &str) -> Option<Value> {
    request.pointer_mut(parent)?.as_object_mut()?.remove(name)
}

fn insert_tag(request: &mut Value, tag: Value) {
    match request.get_mut("Tags").and_then(Value::as_array_mut) {
        Some(tags) => tags.insert(0, tag),
        None => request["Tags"] = json!([tag]),
    }
}

/// The destination of a request whose source says that it is of the partition `aws`.
fn in_partition_of_aws(request: &Value) -> Option<&Value> {
    let _ = request["SourceFileSystemId"].as_str().filter(|id| id.starts_with("arn:aws:"))?;
    request["Destinations"].get(0)
}

/// How often requests are made anew before a mutation that none lends itself to counts as one that never applies.
const ROUNDS: usize = 32;

#[test]
fn one_broken_fact_is_one_finding() {
    let applied = RefCell::new(BTreeMap::new());
    let never =
        || -> Vec<_> { applied.borrow().iter().filter(|(_, count)| **count == 0).map(|(name, _)| *name).collect() };
    for round in 0..ROUNDS {
        if round > 0 && never().is_empty() {
            break;
        }
        for_sound_requests(64, |operation, request| {
            for mutation in MUTATIONS.iter().filter(|mutation| mutation.operation.name == operation.name) {
                let mut broken = request.clone();
                let count = usize::from((mutation.apply)(&mut broken).is_some());
                *applied.borrow_mut().entry((operation.name, mutation.name)).or_insert(0) += count;
                if count > 0 {
                    let expected = [(mutation.path.to_owned(), mutation.code.to_owned())];
                    prop_assert_eq!(errors(operation, &broken), expected, "{}: {}", mutation.name, broken);
                }
            }
            Ok(())
        });
    }
    assert!(never().is_empty(), "no request lent itself to {:?}", never());
    assert_eq!(applied.borrow().len(), MUTATIONS.len());
}
