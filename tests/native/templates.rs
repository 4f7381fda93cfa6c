//! The resources of Terraform and CloudFormation that requests become.

use hcl::eval::{Context as Evaluation, Evaluate, FuncDef, ParamType};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::is_nfc;
use xregion::operations::{
    CREATE_REPLICATION_CONFIGURATION, CREATE_REPLICATION_SET, REPLICATE_KEY, REPLICATE_SECRET_TO_REGIONS,
};
use xregion::request::{CloudFormationOptions, Data, TemplateFormat, TerraformOptions};
use xregion::shape::Operation;
use xregion::{Code, Draft, Issue, OPERATIONS};

use crate::support::assert_typed;

const KEY: &str = "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";
const BARE_KEY: &str = "mrk-1234abcd12ab34cd56ef1234567890ab";
const SECRET: &str = "arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/orders-a1b2c3";
const FILE_SYSTEM: &str = "arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-0123456789abcdef0";

fn draft(operation: &'static Operation, input: Value) -> Draft {
    Draft::new(operation, input)
}

fn told(issues: &[Issue]) -> Vec<String> {
    assert_typed(issues);
    issues.iter().map(|issue| format!("{} {}", issue.path, issue.code.as_str())).collect()
}

/// A request, the text that it becomes, and what is told.
struct Case {
    operation: &'static Operation,
    input: Value,
    region: Option<&'static str>,
    text: &'static str,
    told: &'static [&'static str],
}

fn cases_of_terraform() -> Vec<Case> {
    vec![
        Case {
            operation: &CREATE_REPLICATION_SET,
            input: json!({
                "clientToken": "0123456789abcdef",
                "regions": { "eu-west-1": { "sseKmsKeyId": "arn:aws:kms:eu-west-1:111122223333:key/a" } },
                "tags": { "cost center": "${4711}", "for": "$${", "x": "" },
            }),
            region: None,
            text: r#"resource "aws_ssmincidents_replication_set" "replication_set" {
  tags = {
    "cost center" = "\u0024{4711}"
    "for"         = "$\u0024{"
    x             = ""
  }

  regions {
    name        = "eu-west-1"
    kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/a"
  }
}
"#,
            told: &["/clientToken not_carried", "/regions form_requirement"],
        },
        Case {
            operation: &REPLICATE_SECRET_TO_REGIONS,
            input: json!({
                "SecretId": SECRET,
                "AddReplicaRegions": [{ "Region": "eu-west-1", "KmsKeyId": "alias/orders" }, { "Region": "eu-west-2" }],
                "ForceOverwriteReplicaSecret": true,
            }),
            region: None,
            text: r#"import {
  to = aws_secretsmanager_secret.primary
  id = "arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/orders-a1b2c3@us-east-1"
}

resource "aws_secretsmanager_secret" "primary" {
  region                         = "us-east-1"
  name                           = "prod/orders"
  force_overwrite_replica_secret = true

  replica {
    region     = "eu-west-1"
    kms_key_id = "alias/orders"
  }

  replica {
    region = "eu-west-2"
  }
}
"#,
            told: &["/SecretId form_requirement"],
        },
        Case {
            operation: &REPLICATE_SECRET_TO_REGIONS,
            input: json!({ "SecretId": "rds!db", "AddReplicaRegions": [{ "Region": "eu-west-1" }] }),
            region: Some("us-east-1"),
            text: r#"resource "aws_secretsmanager_secret" "primary" {
  region = "us-east-1"
  name   = "rds!db"

  replica {
    region = "eu-west-1"
  }
}
"#,
            told: &["/SecretId form_requirement"; 3],
        },
        Case {
            operation: &CREATE_REPLICATION_CONFIGURATION,
            input: json!({
                "SourceFileSystemId": FILE_SYSTEM,
                "Destinations": [{ "FileSystemId": "arn:aws:elasticfilesystem:us-west-2:444455556666:file-system/fs-0fedcba9876543210", "RoleArn": "arn:aws:iam::111122223333:role/efs" }],
            }),
            region: None,
            text: r#"resource "aws_efs_replication_configuration" "replication" {
  region                = "us-east-1"
  source_file_system_id = "fs-0123456789abcdef0"

  destination {
    region         = "us-west-2"
    file_system_id = "fs-0fedcba9876543210"
  }
}
"#,
            told: &["/Destinations/0/FileSystemId form_requirement", "/Destinations/0/RoleArn not_carried"],
        },
        Case {
            operation: &CREATE_REPLICATION_CONFIGURATION,
            input: json!({ "SourceFileSystemId": "fs-0123456789abcdef0", "Destinations": [{ "FileSystemId": "fs-0fedcba9876543210" }] }),
            region: None,
            text: r#"resource "aws_efs_replication_configuration" "replication" {
  source_file_system_id = "fs-0123456789abcdef0"

  destination {
    file_system_id = "fs-0fedcba9876543210"
  }
}
"#,
            told: &["/Destinations form_requirement"],
        },
        Case {
            operation: &REPLICATE_KEY,
            input: json!({
                "KeyId": KEY,
                "ReplicaRegion": "eu-west-1",
                "Description": "\"a\\\n\u{202e}\u{1f600}",
                "BypassPolicyLockoutSafetyCheck": false,
                "Policy": r#"{"Version":"2012-10-17","Statement":[{"Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":true}},"Action":[]}]}"#,
                "Tags": [{ "TagKey": "team", "TagValue": "orders" }, { "TagKey": "team", "TagValue": "other" }, { "TagKey": "aws:x", "TagValue": "" }],
            }),
            region: None,
            text: r#"resource "aws_kms_replica_key" "replica" {
  region                             = "eu-west-1"
  primary_key_arn                    = "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab"
  description                        = "\"a\\\n\u202e😀"
  bypass_policy_lockout_safety_check = false
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Resource = "*"
        Condition = {
          Bool = {
            "aws:MultiFactorAuthPresent" = true
          }
        }
        Action = []
      },
    ]
  })
  tags = {
    team    = "orders"
    "aws:x" = ""
  }
}
"#,
            told: &["/Tags/1 not_carried", "/Tags/2/TagKey form_requirement"],
        },
        Case {
            operation: &REPLICATE_KEY,
            input: json!({ "KeyId": BARE_KEY, "ReplicaRegion": "eu-west-1", "Policy": r#"{"a":1.0}"#, "Description": "a\u{301}" }),
            region: None,
            text: r#"data "aws_kms_key" "primary" {
  key_id = "mrk-1234abcd12ab34cd56ef1234567890ab"
}

resource "aws_kms_replica_key" "replica" {
  region          = "eu-west-1"
  primary_key_arn = data.aws_kms_key.primary.arn
  description     = "á"
  policy          = "{\"a\":1.0}"
}
"#,
            told: &["/Description form_requirement", "/KeyId form_requirement"],
        },
        Case {
            operation: &REPLICATE_KEY,
            input: json!({ "KeyId": BARE_KEY, "ReplicaRegion": "eu-west-1", "Policy": r#"{"a":"","a":""}"# }),
            region: Some("us-east-1"),
            text: r#"data "aws_kms_key" "primary" {
  region = "us-east-1"
  key_id = "mrk-1234abcd12ab34cd56ef1234567890ab"
}

resource "aws_kms_replica_key" "replica" {
  region          = "eu-west-1"
  primary_key_arn = data.aws_kms_key.primary.arn
  policy          = "{\"a\":\"\",\"a\":\"\"}"
}
"#,
            told: &[],
        },
        Case {
            operation: &REPLICATE_KEY,
            input: json!({ "KeyId": KEY, "ReplicaRegion": "eu-west-1", "Policy": r#"{"a":"e\u0301"}"# }),
            region: None,
            text: r#"resource "aws_kms_replica_key" "replica" {
  region          = "eu-west-1"
  primary_key_arn = "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab"
  policy          = "{\"a\":\"e\\u0301\"}"
}
"#,
            told: &[],
        },
    ]
}

#[test]
fn the_resources_of_terraform() {
    for case in cases_of_terraform() {
        let draft = draft(case.operation, case.input);
        let options = case.region.map(TerraformOptions::region).unwrap_or_default();
        let terraform = draft.to_terraform(&options);
        assert_eq!(terraform.text, case.text);
        assert_eq!(told(&terraform.issues), case.told, "{}", terraform.text);
    }
}

fn cases_of_cloud_formation() -> Vec<Case> {
    vec![
        Case {
            operation: &CREATE_REPLICATION_SET,
            input: json!({
                "clientToken": "0123456789abcdef",
                "regions": { "eu-west-1": { "sseKmsKeyId": "arn:aws:kms:eu-west-1:111122223333:key/a" }, "eu-west-2": {} },
                "tags": { "a@b": "no", "a1": "", "x": "{{resolve:ssm:x}}" },
            }),
            region: Some("eu-west-1"),
            text: r#"AWSTemplateFormatVersion: "2010-09-09"
Resources:
  ReplicationSet:
    Type: AWS::SSMIncidents::ReplicationSet
    Properties:
      Regions:
        - RegionName: eu-west-1
          RegionConfiguration:
            SseKmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/a
        - RegionName: eu-west-2
      Tags:
        - Key: "a@b"
          Value: "no"
        - Key: a1
          Value: ""
        - Key: x
          Value: "{{resolve:ssm:x}}"
"#,
            told: &[
                "/clientToken not_carried",
                "/regions form_requirement",
                "/tags/a1 form_requirement",
                "/tags/a@b form_requirement",
                "/tags/x form_requirement",
            ],
        },
        Case {
            operation: &REPLICATE_SECRET_TO_REGIONS,
            input: json!({
                "SecretId": SECRET,
                "AddReplicaRegions": [{ "Region": "eu-west-1", "KmsKeyId": "" }],
                "ForceOverwriteReplicaSecret": true,
            }),
            region: None,
            text: r#"AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Secret:
    Type: AWS::SecretsManager::Secret
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      Name: prod/orders
      ReplicaRegions:
        - Region: eu-west-1
          KmsKeyId: ""
"#,
            told: &[
                "/AddReplicaRegions/0/KmsKeyId form_requirement",
                "/ForceOverwriteReplicaSecret not_carried",
                "/SecretId form_requirement",
            ],
        },
        Case {
            operation: &CREATE_REPLICATION_CONFIGURATION,
            input: json!({ "SourceFileSystemId": FILE_SYSTEM, "Destinations": [{ "Region": "us-west-2", "RoleArn": "arn:aws:iam::111122223333:role/efs" }] }),
            region: None,
            text: r#"AWSTemplateFormatVersion: "2010-09-09"
Resources:
  FileSystem:
    Type: AWS::EFS::FileSystem
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      ReplicationConfiguration:
        Destinations:
          - Region: us-west-2
            RoleArn: arn:aws:iam::111122223333:role/efs
"#,
            told: &["/SourceFileSystemId form_requirement"],
        },
        Case {
            operation: &REPLICATE_KEY,
            input: json!({ "KeyId": BARE_KEY, "ReplicaRegion": "eu-west-1", "Description": "2026-11-20" }),
            region: None,
            text: r#"AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  PrimaryRegion:
    Type: String
    Description: "The Region of the primary key"
Rules:
  ReplicaRegion:
    Assertions:
      - Assert:
          Fn::Equals:
            - Ref: AWS::Region
            - eu-west-1
        AssertDescription: "The replica is meant for eu-west-1"
Resources:
  ReplicaKey:
    Type: AWS::KMS::ReplicaKey
    Properties:
      PrimaryKeyArn:
        Fn::Sub: "arn:${AWS::Partition}:kms:${PrimaryRegion}:${AWS::AccountId}:key/mrk-1234abcd12ab34cd56ef1234567890ab"
      Description: "2026-11-20"
      KeyPolicy:
        Version: "2012-10-17"
        Id: key-default-1
        Statement:
          - Sid: "Enable IAM User Permissions"
            Effect: Allow
            Principal:
              AWS:
                Fn::Sub: "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"
            Action: kms:*
            Resource: "*"
"#,
            told: &["/KeyId form_requirement", "/Policy form_requirement", "/ReplicaRegion form_requirement"],
        },
        Case {
            operation: &REPLICATE_KEY,
            input: json!({
                "KeyId": KEY,
                "Policy": r#"{"Statement":[{"Effect":"Allow","Action":["kms:*"],"Principal":{}}]}"#,
                "BypassPolicyLockoutSafetyCheck": false,
                "Tags": [{ "TagKey": "y", "TagValue": "1e3" }],
            }),
            region: None,
            text: r#"AWSTemplateFormatVersion: "2010-09-09"
Resources:
  ReplicaKey:
    Type: AWS::KMS::ReplicaKey
    Properties:
      PrimaryKeyArn: arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab
      KeyPolicy:
        Statement:
          - Effect: Allow
            Action:
              - kms:*
            Principal: {}
      Tags:
        - Key: "y"
          Value: "1e3"
"#,
            told: &["/BypassPolicyLockoutSafetyCheck not_carried"],
        },
        Case {
            operation: &REPLICATE_KEY,
            input: json!({ "KeyId": "alias/x", "Policy": r#"{"Statement":{"Ref":"x"}}"#, "ReplicaRegion": 5 }),
            region: None,
            text: r#"AWSTemplateFormatVersion: "2010-09-09"
Resources:
  ReplicaKey:
    Type: AWS::KMS::ReplicaKey
    Properties:
      PrimaryKeyArn: alias/x
      KeyPolicy: "{\"Statement\":{\"Ref\":\"x\"}}"
"#,
            told: &["/ReplicaRegion not_carried"],
        },
    ]
}

#[test]
fn the_resources_of_cloud_formation() {
    for case in cases_of_cloud_formation() {
        let draft = draft(case.operation, case.input);
        let options = case.region.map(CloudFormationOptions::region).unwrap_or_default();
        let yaml = draft.to_cloud_formation(&options);
        assert_eq!(yaml.text, case.text);
        assert_eq!(told(&yaml.issues), case.told, "{}", yaml.text);
        let json = draft.to_cloud_formation(&options.format(TemplateFormat::Json));
        assert_eq!(json.template, yaml.template);
        assert_eq!(serde_json::from_str::<Value>(&json.text).unwrap(), value_of(&json.template));
    }
}

#[test]
fn what_exists_is_imported_before() {
    let secret = json!({ "SecretId": SECRET, "AddReplicaRegions": [{ "Region": "eu-west-1" }] });
    let file_system = json!({ "SourceFileSystemId": FILE_SYSTEM, "Destinations": [{ "Region": "us-west-2" }] });
    let by_name = json!({ "SecretId": "orders", "AddReplicaRegions": [{ "Region": "eu-west-1" }] });
    let resource = |name: &str, label: &str, identifier: Value| json!([{ "ResourceType": name, "LogicalResourceId": label, "ResourceIdentifier": identifier }]);
    let id_of_secret = resource("AWS::SecretsManager::Secret", "Secret", json!({ "Id": SECRET }));
    let id = resource("AWS::EFS::FileSystem", "FileSystem", json!({ "FileSystemId": "fs-0123456789abcdef0" }));
    for (operation, input, expected, properties) in [
        (&REPLICATE_SECRET_TO_REGIONS, secret, id_of_secret, json!({ "Name": "prod/orders" })),
        (&REPLICATE_SECRET_TO_REGIONS, by_name, json!([]), json!({ "Name": "orders" })),
        (&CREATE_REPLICATION_CONFIGURATION, file_system, id, json!(null)),
    ] {
        let draft = draft(operation, input);
        let template = draft.to_cloud_formation(&CloudFormationOptions::default());
        let import = template.import.unwrap();
        assert_eq!(value_of(&import.resources), expected);
        let resources = &value_of(&import.template)["Resources"];
        let (_, resource) = resources.as_object().unwrap().iter().next().unwrap();
        assert_eq!((&resource["DeletionPolicy"], &resource["Properties"]), (&json!("Retain"), &properties));
        assert_eq!(yaml(&import.text), value_of(&import.template));
    }
    let key = draft(&REPLICATE_KEY, json!({ "KeyId": KEY, "ReplicaRegion": "eu-west-1" }));
    assert!(key.to_cloud_formation(&CloudFormationOptions::default()).import.is_none());
}

fn value_of(data: &Data<'_>) -> Value {
    serde_json::to_value(data).unwrap()
}

/// YAML as a parser of its own reads it.
fn yaml(text: &str) -> Value {
    serde_saphyr::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// HCL as a parser of its own reads it: every template, function and reference evaluated.
fn hcl(text: &str) -> Value {
    ::hcl::eval::from_str(text, &evaluation()).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn evaluation() -> Evaluation<'static> {
    let mut evaluation = Evaluation::new();
    let encode = |arguments: ::hcl::eval::FuncArgs| {
        Ok(::hcl::Value::from(serde_json::to_string(&arguments[0]).map_err(|error| error.to_string())?))
    };
    evaluation.declare_func("jsonencode", FuncDef::builder().param(ParamType::Any).build(encode));
    evaluation.declare_var("data", ::hcl::value!({ "aws_kms_key" = { "primary" = { "arn" = "ARN" } } }));
    evaluation
        .declare_var("aws_secretsmanager_secret", ::hcl::value!({ "primary" = "aws_secretsmanager_secret.primary" }));
    evaluation
}

/// Terraform's JSON with every template evaluated. A parser of HCL tells a block alone from a list of one by nothing.
fn terraform_json(value: &Value) -> Value {
    let template = |text: &str| {
        let template: ::hcl::Template = text.parse().unwrap_or_else(|error| panic!("{error}: {text}"));
        template.evaluate(&evaluation()).unwrap()
    };
    match value {
        Value::String(text) => template(text).into(),
        Value::Array(items) => match items.as_slice() {
            [item] => terraform_json(item),
            items => items.iter().map(terraform_json).collect(),
        },
        Value::Object(entries) => {
            let entry = |(name, value): (&String, &Value)| (template(name), terraform_json(value));
            Value::Object(entries.iter().map(entry).collect::<Map<_, _>>())
        }
        other => other.clone(),
    }
}

/// The policy of a configuration, parsed, for it may be written in either way.
fn with_policy_parsed(mut value: Value) -> Value {
    if let Some(policy) = value.pointer_mut("/resource/aws_kms_replica_key/replica/policy")
        && let Some(parsed) = policy.as_str().and_then(|text| serde_json::from_str(text).ok())
    {
        *policy = parsed;
    }
    // A list without blocks is nothing in HCL.
    if let Some(resources) = value.pointer_mut("/resource").and_then(Value::as_object_mut) {
        for body in resources.values_mut().filter_map(Value::as_object_mut).flat_map(Map::values_mut) {
            body.as_object_mut().unwrap().retain(|_, value| *value != json!([]));
        }
    }
    value
}

/// Both forms say the same in both of their languages, and what they do not say is told.
fn check(operation: &'static Operation, input: &Value) {
    let draft = draft(operation, input.clone());
    let terraform = draft.to_terraform(&TerraformOptions::default());
    let evaluated = terraform_json(&value_of(&terraform.json));
    assert_eq!(with_policy_parsed(hcl(&terraform.text)), with_policy_parsed(evaluated.clone()), "{}", terraform.text);
    assert_nothing_lost(input, &[evaluated], &terraform.issues);

    let cloud_formation = draft.to_cloud_formation(&CloudFormationOptions::default());
    let template = value_of(&cloud_formation.template);
    assert_eq!(yaml(&cloud_formation.text), template, "{}", cloud_formation.text);
    let import = cloud_formation.import.as_ref().map(|import| value_of(&import.resources));
    let region = cloud_formation.region.as_deref().map(Value::from);
    let told: Vec<Value> = [template].into_iter().chain(import).chain(region).collect();
    assert_nothing_lost(input, &told, &cloud_formation.issues);
}

fn assert_nothing_lost(input: &Value, said: &[Value], issues: &[Issue]) {
    let lost: Vec<String> =
        issues.iter().filter(|issue| issue.code == Code::NotCarried).map(|issue| issue.path.pointer()).collect();
    let mut texts = Vec::new();
    said.iter().for_each(|value| leaves(value, String::new(), &mut texts));
    let names: Vec<_> =
        texts.iter().flat_map(|(pointer, _)| steps(pointer)).map(|step| (String::new(), step)).collect();
    texts.extend(names);
    let mut given = Vec::new();
    leaves(input, String::new(), &mut given);
    for (pointer, leaf) in given {
        let is_told = lost.iter().any(|path| pointer == *path || pointer.starts_with(&format!("{path}/")));
        let is_said = |leaf: &Value| texts.iter().any(|(_, said)| says(said, leaf));
        // An ARN may be taken apart: the id is in one place, the Region in another.
        let parts = leaf.as_str().and_then(|text| Some((text.rsplit_once('/')?.1, text.split(':').nth(3)?)));
        let in_parts = parts.is_some_and(|(id, region)| is_said(&id.into()) && is_said(&region.into()));
        // A policy may be written out, entry by entry.
        let policy = leaf.as_str().and_then(|text| serde_json::from_str::<Value>(text).ok());
        let written_out = policy.is_some_and(|policy| {
            let mut inner = Vec::new();
            leaves(&policy, String::new(), &mut inner);
            policy.is_object() && inner.iter().all(|(_, leaf)| is_said(leaf))
        });
        assert!(is_told || is_said(&leaf) || in_parts || written_out, "{pointer}: {leaf} of {input} is lost: {lost:?}");
    }
}

fn says(said: &Value, leaf: &Value) -> bool {
    match (said, leaf) {
        (Value::String(said), Value::String(leaf)) => {
            said == leaf
                || said.strip_suffix(leaf).is_some_and(|head| head.ends_with('/'))
                || said.starts_with(&format!("{leaf}@"))
        }
        _ => said == leaf,
    }
}

/// The names on a way.
fn steps(pointer: &str) -> Vec<Value> {
    pointer.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~").into()).collect()
}

/// Scalars, with where they stand.
fn leaves(value: &Value, at: String, found: &mut Vec<(String, Value)>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| leaves(item, format!("{at}/{index}"), found))
        }
        Value::Object(entries) => {
            for (name, value) in entries {
                leaves(value, format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        scalar => found.push((at, scalar.clone())),
    }
}

#[test]
fn samples_say_the_same_in_all_languages() {
    for operation in OPERATIONS {
        for sample in operation.guide.samples {
            check(operation, &serde_json::from_str(sample.input).unwrap());
        }
    }
}

/// Texts that languages could take for something else than text.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(vec![
            "$",
            "%",
            "{",
            "}",
            "${",
            "%{",
            "$${",
            "%%{",
            "~",
            "\"",
            "\\",
            "\n",
            "\r",
            "\t",
            " ",
            "#",
            ": ",
            "- ",
            "yes",
            "No",
            "null",
            "012",
            "0x1f",
            "1e3",
            "1_000",
            "12:30:45",
            "2026-11-20",
            "=",
            "<<",
            "!Ref",
            "&a",
            "*a",
            "|",
            ">",
            "@",
            "`",
            "'",
            "[",
            ",",
            "\u{85}",
            "\u{a0}",
            "\u{2028}",
            "\u{feff}",
            "\u{202e}",
            "\u{1f600}",
            "\u{10ffff}",
            "ä",
            "é",
            "a",
            "\u{0}",
            "\u{7f}",
            "\u{ffff}",
            ".inf",
            "---",
            "...",
            "?",
            "for",
            "true",
            "AWS::Region",
            "{{resolve:ssm:x}}",
        ])
        .prop_map(String::from),
        any::<char>().prop_map(String::from),
        proptest::collection::vec(proptest::sample::select(vec!['$', '%', '{', '}', '"']), 1..6)
            .prop_map(String::from_iter),
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// Any JSON.
fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        texts().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map(texts(), inner, 0..4)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// A sample of an operation with one of its values replaced by another, or with one more.
fn broken_requests() -> impl Strategy<Value = (&'static Operation, Value)> {
    (0..OPERATIONS.len(), any::<proptest::sample::Index>(), any::<proptest::sample::Index>(), texts(), values())
        .prop_map(|(operation, sample, place, name, value)| {
            let operation = OPERATIONS[operation];
            let mut input: Value = serde_json::from_str(sample.get(operation.guide.samples).input).unwrap();
            let mut places = vec![(String::new(), Value::Null)];
            leaves(&input, String::new(), &mut places);
            let (pointer, _) = place.get(&places);
            let parent = pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
            match input.pointer_mut(parent) {
                Some(Value::Object(entries)) if name.len() % 2 == 0 => drop(entries.insert(name, value)),
                _ => *input.pointer_mut(pointer).unwrap() = value,
            }
            (operation, input)
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_stays_what_it_is(key in texts(), text in texts()) {
        let policy = Value::Object(Map::from_iter([(key.clone(), Value::from([text.as_str()].as_slice()))])).to_string();
        check(&REPLICATE_KEY, &json!({
            "KeyId": text, "ReplicaRegion": text, "Description": text, "Policy": policy,
            "Tags": [{ "TagKey": key, "TagValue": text }],
        }));
        check(&CREATE_REPLICATION_SET, &json!({ "regions": { (key.clone()): { "sseKmsKeyId": text } }, "tags": { (key): text } }));
    }

    #[test]
    fn nothing_is_lost((operation, input) in broken_requests()) {
        check(operation, &input);
    }
}

#[test]
fn characters_that_terraform_may_change_are_told() {
    let is_told = |character: char| {
        let draft = draft(&REPLICATE_KEY, json!({ "KeyId": KEY, "Description": character.to_string() }));
        !draft.to_terraform(&TerraformOptions::default()).issues.is_empty()
    };
    let bases = ['a', '\u{1100}', '\u{ac00}', '\u{915}', '\u{9c7}', '\u{b47}', '\u{dd9}', '\u{1b05}', '\u{3042}'];
    for character in '\0'..=char::MAX {
        let texts = bases.map(|base| String::from_iter([base, character]));
        let changes = canonical_combining_class(character) > 0 || texts.iter().any(|text| !is_nfc(text));
        assert!(!changes || is_told(character), "{character:?} changes");
    }
    for kept in ['a', 'ß', 'ő', 'Ж', 'λ', '語', '한', '€', '\u{1f600}'] {
        assert!(!is_told(kept), "{kept} is kept");
    }
}
