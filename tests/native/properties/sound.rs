//! Requests that pass, made by the book.

use std::ops::RangeInclusive;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::{TestCaseError, TestRunner};
use serde_json::{Value, json};
use xregion::identifiers::Partition;
use xregion::identifiers::partition::PARTITIONS;
use xregion::operations::{
    CREATE_REPLICATION_CONFIGURATION, CREATE_REPLICATION_SET, REPLICATE_KEY, REPLICATE_SECRET_TO_REGIONS,
};
use xregion::shape::Operation;
use xregion::{Context, Severity, validate};

use super::config;

const POLICIES: [&str; 3] = [
    r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}]}"#,
    r#"{"Statement":{"Effect":"Allow","Principal":"*","NotAction":"kms:Encrypt","NotResource":"x"}}"#,
    " {\"Statement\":[{\"NotPrincipal\":{\"AWS\":[\"x\"]}},{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":[\"KMS:Put*\"],\"Resource\":\"\u{ff}\"}]}\r\n",
];

fn object(members: impl IntoIterator<Item = (&'static str, Option<Value>)>) -> Value {
    Value::Object(members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect())
}

/// Different Regions of one partition.
fn regions(count: RangeInclusive<usize>) -> impl Strategy<Value = (&'static Partition, Vec<&'static str>)> {
    let least = *count.start();
    let enough: Vec<&'static Partition> =
        PARTITIONS.into_iter().filter(|partition| partition.regions.len() >= least).collect();
    select(enough).prop_flat_map(move |partition| {
        let most = partition.regions.len().min(*count.end());
        subsequence(partition.region_codes().collect::<Vec<_>>(), least..=most)
            .prop_shuffle()
            .prop_map(move |regions| (partition, regions))
    })
}

fn account() -> impl Strategy<Value = String> {
    "[0-9]{12}"
}

fn sound_key_request() -> BoxedStrategy<Value> {
    let key = (any::<bool>(), account(), "mrk-[0-9a-f]{32}");
    let tags = prop::collection::btree_map("[^aA]\\PC{0,20}", "\\PC{0,20}", 0..6);
    let text = prop::option::of(any::<String>());
    let policy = prop::option::of(select(POLICIES.to_vec()));
    (regions(2..=2), key, policy, prop::option::of(any::<bool>()), text, prop::option::of(tags))
        .prop_map(|((partition, regions), (by_arn, account, id), policy, bypass, description, tags)| {
            let key = if by_arn { format!("arn:{}:kms:{}:{account}:key/{id}", partition.id, regions[0]) } else { id };
            let tag = |(key, value)| json!({ "TagKey": key, "TagValue": value });
            object([
                ("KeyId", Some(key.into())),
                ("ReplicaRegion", Some(regions[1].into())),
                ("Policy", policy.map(Value::from)),
                ("BypassPolicyLockoutSafetyCheck", bypass.map(Value::from)),
                ("Description", description.map(Value::from)),
                ("Tags", tags.map(|tags| tags.into_iter().map(tag).collect())),
            ])
        })
        .boxed()
}

fn sound_secret_request() -> BoxedStrategy<Value> {
    let secret = (any::<bool>(), account(), "[A-Za-z0-9/_+=.@!-]{1,30}");
    let keys = prop::collection::vec(prop::option::of("\\PC{0,20}"), 6);
    (regions(2..=6), secret, keys, prop::option::of(any::<bool>()))
        .prop_map(|((partition, regions), (by_arn, account, name), keys, overwrite)| {
            let secret = if by_arn {
                format!("arn:{}:secretsmanager:{}:{account}:secret:{name}", partition.id, regions[0])
            } else {
                name
            };
            let replica = |(region, key): (&&str, Option<String>)| {
                object([("Region", Some((*region).into())), ("KmsKeyId", key.map(Value::from))])
            };
            object([
                ("SecretId", Some(secret.into())),
                ("AddReplicaRegions", Some(regions[1..].iter().zip(keys).map(replica).collect())),
                ("ForceOverwriteReplicaSecret", overwrite.map(Value::from)),
            ])
        })
        .boxed()
}

fn sound_file_system_request() -> BoxedStrategy<Value> {
    let choice = || prop::option::of(0..3usize);
    // The documented pattern has no place for the European Sovereign Cloud.
    let places =
        regions(2..=2).prop_filter("a Region that EFS's pattern admits", |(partition, _)| partition.id != "aws-eusc");
    (places, any::<bool>(), account(), account(), (any::<bool>(), any::<bool>(), any::<bool>()), choice(), choice())
        .prop_map(|((partition, regions), by_arn, source, other, (region, zone, role), key_form, existing)| {
            let id = partition.id;
            let arn = |region: &str, account: &str, name: &str| {
                format!("arn:{id}:elasticfilesystem:{region}:{account}:file-system/{name}")
            };
            let owner = if existing == Some(2) { &other } else { &source };
            let is_foreign = by_arn && owner != &source;
            let key = |form| match form {
                0 => "alias/a".to_owned(),
                1 => "1234abcd-12ab-34cd-56ef-1234567890ab".to_owned(),
                _ => format!("arn:{id}:kms:{}:{source}:alias/a", regions[1]),
            };
            let file_system =
                |form| if form == 0 { "fs-76543210".to_owned() } else { arn(regions[1], owner, "fs-76543210") };
            let destination = object([
                ("Region", region.then(|| regions[1].into())),
                ("AvailabilityZoneName", zone.then(|| format!("{}b", regions[1]).into())),
                ("KmsKeyId", key_form.map(|form| key(form).into())),
                ("FileSystemId", existing.map(|form| file_system(form).into())),
                ("RoleArn", (role || is_foreign).then(|| format!("arn:{id}:iam::{source}:role/a").into())),
            ]);
            let source = if by_arn { arn(regions[0], &source, "fs-01234567") } else { "fs-01234567".to_owned() };
            json!({ "SourceFileSystemId": source, "Destinations": [destination] })
        })
        .boxed()
}

fn sound_region_request() -> BoxedStrategy<Value> {
    let tags = prop::collection::btree_map("[b-z][A-Za-z0-9 _=@:.+,/-]{0,20}", "[A-Za-z0-9 _=@:.+,/-]{0,30}", 1..6);
    (regions(1..=3), account(), 0..4usize, prop::option::of("\\PC{0,128}"), prop::option::of(tags))
        .prop_map(|((partition, regions), account, form, token, tags)| {
            let key = |region: &str| match form {
                0 => json!({}),
                1 => json!({ "sseKmsKeyId": "" }),
                2 => json!({ "sseKmsKeyId": "alias/a" }),
                _ => json!({ "sseKmsKeyId": format!("arn:{}:kms:{region}:{account}:key/a", partition.id) }),
            };
            object([
                ("clientToken", token.map(Value::from)),
                ("regions", Some(regions.iter().map(|region| ((*region).to_owned(), key(region))).collect())),
                ("tags", tags.map(|tags| tags.into_iter().map(|(key, value)| (key, Value::from(value))).collect())),
            ])
        })
        .boxed()
}

pub(super) fn sound_requests() -> [(&'static Operation, BoxedStrategy<Value>); 4] {
    [
        (&CREATE_REPLICATION_SET, sound_region_request()),
        (&REPLICATE_SECRET_TO_REGIONS, sound_secret_request()),
        (&CREATE_REPLICATION_CONFIGURATION, sound_file_system_request()),
        (&REPLICATE_KEY, sound_key_request()),
    ]
}

/// Runs a check on many requests that pass.
pub(crate) fn for_sound_requests(count: u32, check: impl Fn(&'static Operation, &Value) -> Result<(), TestCaseError>) {
    for (operation, strategy) in sound_requests() {
        let result = TestRunner::new(config(count)).run(&strategy, |request| check(operation, &request));
        result.unwrap_or_else(|error| panic!("{}: {error}", operation.name));
    }
}

pub(super) fn errors(operation: &'static Operation, request: &Value) -> Vec<(String, String)> {
    let report = validate(operation, request, &Context::default());
    let errors = report.issues().iter().filter(|issue| issue.severity == Severity::Error);
    errors.map(|issue| (issue.path.pointer(), issue.code.as_str().to_owned())).collect()
}
