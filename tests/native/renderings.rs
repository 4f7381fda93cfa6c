//! The forms in which a request is written.

use serde_json::{Value, json};
use xregion::operations::{CREATE_REPLICATION_CONFIGURATION, CREATE_REPLICATION_SET, REPLICATE_KEY};
use xregion::shape::Operation;
use xregion::{CliOptions, Draft, HttpOptions, SdkOptions, TerraformOptions};

const KEY: &str = "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";

/// The issues of a form as `pointer code`.
fn told(form: &impl serde::Serialize) -> Vec<String> {
    let form = serde_json::to_value(form).unwrap();
    let issues = form["issues"].as_array().map(Vec::as_slice).unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    issues.iter().map(|issue| format!("{} {}", text(&issue["pointer"]), text(&issue["code"]))).collect()
}

fn draft(operation: &'static Operation, input: Value) -> Draft {
    Draft::new(operation, input)
}

#[test]
fn the_javascript_that_sends_a_request() {
    let input = json!({ "ReplicaRegion": "eu-west-1", "KeyId": KEY, "Tags": [{ "TagValue": "\u{202e}\"\\\n", "TagKey": "a" }] });
    let draft = draft(&REPLICATE_KEY, input);
    let call = draft.to_sdk_v3(&SdkOptions::default());
    assert_eq!(
        call.text,
        r#"import { KMSClient, ReplicateKeyCommand } from "@aws-sdk/client-kms";

const client = new KMSClient({ region: "us-east-1" });
const response = await client.send(
  new ReplicateKeyCommand({
    KeyId: "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab",
    ReplicaRegion: "eu-west-1",
    Tags: [
      {
        TagKey: "a",
        TagValue: "\u202e\"\\\n",
      },
    ],
  }),
);
"#
    );
}

#[test]
fn the_python_that_sends_a_request() {
    let draft = draft(&CREATE_REPLICATION_SET, json!({ "regions": { "eu-west-1": {} }, "tags": { "__proto__": "" } }));
    assert_eq!(
        draft.to_boto3(&SdkOptions::default()).text,
        r#"import boto3

client = boto3.client("ssm-incidents")
response = client.create_replication_set(
    regions={
        "eu-west-1": {},
    },
    tags={
        "__proto__": "",
    },
)
"#
    );
    let script = draft.to_sdk_v3(&SdkOptions::default()).text;
    assert!(script.contains(r#"["__proto__"]: """#), "{script}");
}

#[test]
fn a_region_beside_that_of_the_primary_is_told_in_every_form() {
    let key = || draft(&REPLICATE_KEY, json!({ "KeyId": KEY, "ReplicaRegion": "eu-west-1" }));
    let set = || draft(&CREATE_REPLICATION_SET, json!({ "regions": { "eu-west-1": {} } }));
    for (draft, region, expected) in [
        (key(), "us-east-1", &[][..]),
        (key(), "us-west-2", &["/KeyId region_mismatch"]),
        (set(), "eu-west-1", &[]),
        (set(), "us-west-2", &["/regions call_region"]),
    ] {
        let sdk = SdkOptions::region(region);
        let forms = [
            told(&draft.to_http(&HttpOptions::region(region)).unwrap()),
            told(&draft.to_sdk_v3(&sdk)),
            told(&draft.to_boto3(&sdk)),
        ];
        for told in forms {
            assert_eq!(told, expected, "{draft:?} to {region}");
        }
        assert_eq!(draft.to_sdk_v3(&sdk).region.as_deref(), Some(region));
    }
}

#[test]
fn a_region_that_is_none_is_told_and_left_out() {
    let draft =
        draft(&REPLICATE_KEY, json!({ "KeyId": "mrk-1234abcd12ab34cd56ef1234567890ab", "ReplicaRegion": "eu-west-1" }));
    for (region, expected, written) in [
        ("bad region!", " invalid_context", None),
        ("", " invalid_context", None),
        ("us-east-9", " unknown_region", Some("us-east-9")),
        ("us-east-1a", " unknown_region", Some("us-east-1a")),
    ] {
        let mut cli = CliOptions::default();
        cli.region = Some(region.to_owned());
        let command = draft.to_cli(&cli);
        let sdk = draft.to_sdk_v3(&SdkOptions::region(region));
        let boto3 = draft.to_boto3(&SdkOptions::region(region));
        let terraform = draft.to_terraform(&TerraformOptions::region(region));
        let told = [told(&command), told(&sdk), told(&boto3), told(&terraform)];
        assert!(told.iter().all(|told| told.iter().any(|issue| issue == expected)), "{region}: {told:?}");
        let regions = [command.region, sdk.region, boto3.region].map(|region| region.as_deref() == written);
        assert_eq!(regions, [true; 3], "{region}");
        assert_eq!(terraform.text.contains(&format!("region = \"{region}\"")), written.is_some(), "{}", terraform.text);
    }
}

#[test]
fn words_of_python_are_no_keyword_arguments() {
    let draft = draft(&REPLICATE_KEY, json!({ "KeyId": "k", "for": [] }));
    let script = draft.to_boto3(&SdkOptions::default()).text;
    assert!(script.contains("replicate_key(**{"), "{script}");
}

#[test]
fn what_a_client_does_not_carry_is_told() {
    let draft = draft(
        &CREATE_REPLICATION_CONFIGURATION,
        json!({ "SourceFileSystemId": 5, "Destinations": [{ "Region": "us-west-2", "class": "x" }] }),
    );
    assert_eq!(told(&draft.to_sdk_v3(&SdkOptions::default())), ["/Destinations/0/class not_carried"]);
    let refused = ["/Destinations/0/class not_carried", "/SourceFileSystemId not_carried"];
    assert_eq!(told(&draft.to_boto3(&SdkOptions::default())), refused);
}

#[test]
fn any_draft_has_a_source() {
    for input in [json!(null), json!([1.5, true, { "a b": null }]), json!("x"), json!({ "not a name": {} })] {
        let draft = draft(&REPLICATE_KEY, input.clone());
        let call = draft.to_boto3(&SdkOptions::default());
        assert!(call.text.contains("client.replicate_key(**"), "{}", call.text);
        assert_eq!(serde_json::to_value(&call.kwargs).unwrap(), input);
    }
}
