//! Requests that a glance is enough for.

use serde_json::{Value, json};
use xregion::operations::{
    CREATE_REPLICATION_CONFIGURATION, CREATE_REPLICATION_SET, REPLICATE_KEY, REPLICATE_SECRET_TO_REGIONS,
};
use xregion::shape::Operation;

/// Requests as they are usually made, each with most of the members that there are.
pub(super) fn usual() -> [(&'static Operation, Value); 6] {
    let key = |region: &str| format!("arn:aws:kms:{region}:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");
    let policy = json!({ "Version": "2012-10-17", "Id": "key", "Statement": [
        { "Sid": "Root", "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" },
        { "Sid": "Use", "Effect": "Deny", "Principal": { "AWS": ["a", "b"], "Service": "efs" }, "Action": ["kms:Encrypt", "kms:PutKeyPolicy"],
          "Resource": "*", "Condition": { "StringEquals": { "kms:ViaService": ["one", "two"] } } },
    ] });
    [
        (
            &CREATE_REPLICATION_SET,
            json!({ "clientToken": "aa1b2cde-27e3-42ff-9cac-99380EXAMPLE", "tags": { "team": "a", "stage": "b" },
                "regions": { "us-east-1": { "sseKmsKeyId": key("us-east-1") }, "eu-west-1": { "sseKmsKeyId": key("eu-west-1") } } }),
        ),
        (&CREATE_REPLICATION_SET, json!({ "regions": { "us-east-1": {}, "eu-west-1": {} } })),
        (
            &REPLICATE_SECRET_TO_REGIONS,
            json!({ "SecretId": "arn:aws:secretsmanager:us-east-1:111122223333:secret:MySecret-a1b2c3", "ForceOverwriteReplicaSecret": false,
                "AddReplicaRegions": [{ "Region": "eu-west-1", "KmsKeyId": key("eu-west-1") }, { "Region": "us-west-2" }] }),
        ),
        (
            &CREATE_REPLICATION_CONFIGURATION,
            json!({ "SourceFileSystemId": "arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-0123456789abcdef0",
                "Destinations": [{ "Region": "us-west-2", "AvailabilityZoneName": "us-west-2a", "KmsKeyId": key("us-west-2") }] }),
        ),
        (
            &REPLICATE_KEY,
            json!({ "KeyId": "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab", "ReplicaRegion": "eu-west-1",
                "Policy": policy.to_string(), "BypassPolicyLockoutSafetyCheck": false, "Description": "größe",
                "Tags": [{ "TagKey": "team", "TagValue": "a" }, { "TagKey": "stage", "TagValue": "" }] }),
        ),
        (
            &REPLICATE_KEY,
            json!({ "KeyId": "mrk-1234abcd12ab34cd56ef1234567890ab", "ReplicaRegion": "eu-west-1", "Policy": serde_json::to_string_pretty(&policy).unwrap() }),
        ),
    ]
}

/// More of them, which differ from those above in what a glance tells apart.
pub(super) fn also_usual() -> Vec<(&'static Operation, Value)> {
    let id = "mrk-1234abcd12ab34cd56ef1234567890ab";
    let kms = |region: &str, resource: &str| format!("arn:aws:kms:{region}:111122223333:{resource}");
    let replica = |member: &str, value: Value| {
        let mut request = json!({ "KeyId": id, "ReplicaRegion": "eu-west-1" });
        request[member] = value;
        (&REPLICATE_KEY, request)
    };
    let policy = |text: &str| replica("Policy", text.into());
    let statement = |other: &str| {
        let statement = r#"{"Effect":"Allow","Principal":{"AWS":"a"},"Action":"kms:*","Resource":"*"}"#;
        policy(&format!(r#"{{"Version":"2012-10-17","Statement":[{statement}{other}]}}"#))
    };
    let action = |action: &str| {
        policy(&format!(
            r#"{{"Statement":[{{"Resource":"*","Action":{action},"Principal":{{"AWS":"a"}},"Effect":"Allow"}}],"Version":"2008-10-17","Id":"a"}}"#
        ))
    };
    let nested = |deep: usize| {
        let condition = format!("{}\"a\"{}", r#"{"a":"#.repeat(deep), "}".repeat(deep));
        let other = r#","Action":"*","Principal":{"AWS":["a","b"]},"Resource":"*""#;
        statement(&format!(r#",{{"Effect":"Deny","Condition":{condition}{other}}}"#))
    };
    let tags = |count: usize| {
        let tag = |index: usize| json!({ "TagKey": format!("{index:0128}"), "TagValue": "x".repeat(256) });
        replica("Tags", (0..count).map(tag).collect())
    };
    vec![
        (
            &REPLICATE_KEY,
            json!({ "KeyId": format!("arn:aws-cn:kms:cn-north-1:111122223333:key/{id}"), "ReplicaRegion": "cn-northwest-1" }),
        ),
        tags(0),
        tags(50),
        replica("Description", "x".repeat(8192).into()),
        replica("Description", "ä".repeat(4096).into()),
        action(r#"["kms:PutKeyPolicy"]"#),
        action(r#""kms:Put*""#),
        action(r#"["kms:Encrypt" , "*"]"#),
        policy(&format!("\r\n\t {}", statement("").1["Policy"].as_str().unwrap())),
        policy(&format!("{:32768}", statement("").1["Policy"].as_str().unwrap())),
        policy(&format!("{:\n<32768}", statement("").1["Policy"].as_str().unwrap())),
        nested(0),
        nested(7),
        (
            &CREATE_REPLICATION_SET,
            json!({ "regions": { "us-west-2": { "sseKmsKeyId": kms("us-west-2", &format!("key/{id}")) } } }),
        ),
        (
            &CREATE_REPLICATION_SET,
            json!({ "regions": { "us-west-2": { "sseKmsKeyId": kms("us-west-2", "alias/a") } } }),
        ),
        (
            &CREATE_REPLICATION_SET,
            json!({ "regions": { "us-west-2": {} }, "tags": { "team": "a", "ream": "b", "teak": "c" } }),
        ),
        (
            &REPLICATE_SECRET_TO_REGIONS,
            json!({ "SecretId": "prod/db", "AddReplicaRegions": [{ "Region": "eu-west-1" }] }),
        ),
        (
            &CREATE_REPLICATION_CONFIGURATION,
            json!({ "SourceFileSystemId": "fs-0123456789abcdef0", "Destinations": [{ "Region": "us-west-2" }] }),
        ),
        (
            &CREATE_REPLICATION_CONFIGURATION,
            json!({ "SourceFileSystemId": "fs-0123456789abcdef0", "Destinations": [{ "AvailabilityZoneName": "us-west-2a" }] }),
        ),
    ]
}
