//! Building: the typed builders, the token, what is refused, and the HTTP form's own errors.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use xregion::operations::{CREATE_REPLICATION_CONFIGURATION, CREATE_REPLICATION_SET, REPLICATE_KEY};
use xregion::request::Buildable;
use xregion::shape::{Operation, Shape, Structure};
use xregion::{
    BuildOptions, Builder, Code, Context, CreateReplicationConfiguration, CreateReplicationSet, Destination, Draft,
    HttpError, HttpOptions, OPERATIONS, Rejected, ReplicateKey, ReplicateSecretToRegions, build,
};

const KEY_ARN: &str = "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";
const FILE_SYSTEM_ARN: &str = "arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-0123456789abcdef0";

/// The operation and input of a builder, whether it passed or not.
fn built<O: Buildable>(builder: Builder<O>) -> (&'static Operation, Value) {
    match builder.build() {
        Ok(request) => (request.operation(), request.input().clone()),
        Err(rejected) => (rejected.draft.operation(), rejected.draft.input().clone()),
    }
}

fn every_member_set() -> Vec<(&'static Operation, Value)> {
    vec![
        built(
            CreateReplicationSet::builder()
                .client_token("t")
                .region("us-east-1", Some("k"))
                .region("us-east-2", None)
                .tag("a", "b"),
        ),
        built(
            ReplicateSecretToRegions::builder()
                .secret_id("MySecret")
                .add_replica_region("us-east-1", Some("k"))
                .add_replica_region("us-east-2", None)
                .force_overwrite_replica_secret(true),
        ),
        built(
            CreateReplicationConfiguration::builder()
                .source_file_system_id(FILE_SYSTEM_ARN)
                .destination(Destination::regional("us-west-2").kms_key_id("alias/a"))
                .destination(Destination::one_zone("us-west-2a").region("us-west-2").kms_key_id("alias/a"))
                .destination(Destination::existing("fs-01234567").region("us-west-2"))
                .destination(Destination::cross_account("fs-01234567", "arn:aws:iam::111122223333:role/a")),
        ),
        built(
            ReplicateKey::builder()
                .key_id(KEY_ARN)
                .replica_region("eu-west-1")
                .policy("{}")
                .bypass_policy_lockout_safety_check(true)
                .description("d")
                .tag("a", "b")
                .tag("a", "c"),
        ),
    ]
}

#[test]
fn typed_builders_can_set_every_member() {
    let all = every_member_set();
    assert_eq!(all.len(), OPERATIONS.len());
    for (operation, (built, input)) in OPERATIONS.iter().zip(all) {
        assert_eq!(operation.name, built.name);
        assert_sets_all(&operation.input, &input, operation.name);
    }
}

/// The members of all items: some exclude each other.
fn together(items: &[Value]) -> Value {
    items.iter().flat_map(|item| item.as_object().unwrap().clone()).collect()
}

fn assert_sets_all(structure: &Structure, input: &Value, at: &str) {
    let known: BTreeSet<_> = structure.members.iter().map(|member| member.name).collect();
    let set: BTreeSet<_> = input.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(set, known, "{at}");
    for member in structure.members {
        let value = &input[member.name];
        let first = match &member.shape {
            Shape::List(list) => Some((list.item, together(value.as_array().unwrap()))),
            Shape::Map(map) => Some((map.value, value.as_object().unwrap().values().next().unwrap().clone())),
            _ => None,
        };
        if let Some((Shape::Structure(structure), first)) = first {
            assert_sets_all(structure, &first, member.name);
        }
    }
}

#[test]
fn typed_builders_send_what_they_were_given() {
    let inputs: Vec<Value> = every_member_set().into_iter().map(|(_, input)| input).collect();
    let expected = [
        json!({
            "clientToken": "t",
            "regions": { "us-east-1": { "sseKmsKeyId": "k" }, "us-east-2": {} },
            "tags": { "a": "b" },
        }),
        json!({
            "SecretId": "MySecret",
            "AddReplicaRegions": [{ "Region": "us-east-1", "KmsKeyId": "k" }, { "Region": "us-east-2" }],
            "ForceOverwriteReplicaSecret": true,
        }),
        json!({
            "SourceFileSystemId": FILE_SYSTEM_ARN,
            "Destinations": [
                { "Region": "us-west-2", "KmsKeyId": "alias/a" },
                { "AvailabilityZoneName": "us-west-2a", "Region": "us-west-2", "KmsKeyId": "alias/a" },
                { "FileSystemId": "fs-01234567", "Region": "us-west-2" },
                { "FileSystemId": "fs-01234567", "RoleArn": "arn:aws:iam::111122223333:role/a" },
            ],
        }),
        json!({
            "KeyId": KEY_ARN,
            "ReplicaRegion": "eu-west-1",
            "Policy": "{}",
            "BypassPolicyLockoutSafetyCheck": true,
            "Description": "d",
            "Tags": [{ "TagKey": "a", "TagValue": "b" }, { "TagKey": "a", "TagValue": "c" }],
        }),
    ];
    assert_eq!(inputs, expected);
    let twice = ReplicateKey::builder().key_id("mrk-1").key_id(KEY_ARN).replica_region("eu-west-1").build().unwrap();
    assert_eq!(*twice.input(), json!({ "KeyId": KEY_ARN, "ReplicaRegion": "eu-west-1" }));
}

#[test]
fn a_builder_knows_its_context() {
    let builder = || ReplicateKey::builder().key_id(KEY_ARN).replica_region("eu-west-1");
    let mut context = Context::default();
    context.account_id = Some("444455556666".to_owned());
    assert!(builder().build().is_ok());
    let rejected = builder().context(context).build().unwrap_err();
    assert_eq!(rejected.report.issues()[0].code, Code::AccountMismatch);
}

#[test]
fn a_request_tells_its_warnings() {
    let request = ReplicateSecretToRegions::builder()
        .secret_id("MySecret")
        .add_replica_region("us-east-1", None)
        .force_overwrite_replica_secret(true)
        .build()
        .unwrap();
    assert_eq!(request.issues().iter().map(|issue| issue.code).collect::<Vec<_>>(), [Code::OverwritesSecret]);
}

#[test]
fn what_is_refused_says_why_in_one_line() {
    let refused = |rejected: Rejected| rejected.to_string();
    let one = ReplicateKey::builder().key_id(KEY_ARN).replica_region("us-east-1").build().map_err(refused);
    assert_eq!(
        one.unwrap_err(),
        "ReplicateKey did not pass; /ReplicaRegion: The primary is in us-east-1 itself. Choose another Region for the replica."
    );
    let whole = build(&REPLICATE_KEY, &json!([]), &BuildOptions::default()).map_err(refused).unwrap_err();
    assert!(whole.starts_with("ReplicateKey did not pass; "), "{whole}");
    let several = ReplicateKey::builder()
        .key_id("alias/a")
        .policy("a policy that nobody shall read")
        .description("confidential".repeat(1000))
        .build()
        .map_err(refused)
        .unwrap_err();
    for path in ["; /Description: ", "; /KeyId: ", "; /Policy: ", "; /ReplicaRegion: Is required."] {
        assert!(several.contains(path), "no {path:?} in {several}");
    }
    assert!(!several.contains("nobody") && !several.contains("confidential") && !several.contains('\n'), "{several}");
}

#[test]
fn a_token_is_filled_in_only_where_it_is_absent() {
    let filled = |operation: &'static Operation, input: Value| {
        let mut options = BuildOptions::default();
        options.client_token = Some("filled in".to_owned());
        match build(operation, &input, &options) {
            Ok(request) => request.input().clone(),
            Err(rejected) => rejected.draft.input().clone(),
        }
    };
    let set = |token: Value| json!({ "clientToken": token, "regions": { "us-east-1": {} } });
    let cases = [
        (&CREATE_REPLICATION_SET, json!({ "regions": { "us-east-1": {} } }), set(json!("filled in"))),
        (&CREATE_REPLICATION_SET, set(json!("given")), set(json!("given"))),
        (&CREATE_REPLICATION_SET, set(json!("")), set(json!(""))),
        (&CREATE_REPLICATION_SET, set(json!(null)), set(json!(null))),
        (&CREATE_REPLICATION_SET, json!({}), json!({ "clientToken": "filled in" })),
        (&CREATE_REPLICATION_SET, json!([]), json!([])),
        (&CREATE_REPLICATION_SET, json!("regions"), json!("regions")),
        (&REPLICATE_KEY, json!({}), json!({})),
    ];
    for (operation, given, expected) in cases {
        assert_eq!(filled(operation, given.clone()), expected, "{given}");
    }
    let without = build(&CREATE_REPLICATION_SET, &json!({ "regions": { "us-east-1": {} } }), &BuildOptions::default());
    assert_eq!(*without.unwrap().input(), json!({ "regions": { "us-east-1": {} } }));
}

#[test]
fn a_token_that_is_filled_in_is_judged() {
    let mut options = BuildOptions::default();
    options.client_token = Some("t".repeat(129));
    let rejected = build(&CREATE_REPLICATION_SET, &json!({ "regions": { "us-east-1": {} } }), &options).unwrap_err();
    assert_eq!(rejected.report.issues()[0].path.pointer(), "/clientToken");
}

#[test]
fn required_members_go_before_the_others() {
    for (operation, input, expected) in [
        (
            &CREATE_REPLICATION_SET,
            json!({ "x": 1, "tags": { "b": "", "a": "" }, "clientToken": "t", "regions": { "us-east-1": {} } }),
            r#"{"regions":{"us-east-1":{}},"clientToken":"t","tags":{"b":"","a":""},"x":1}"#,
        ),
        (
            &REPLICATE_KEY,
            json!({ "Tags": [{ "TagValue": "v", "TagKey": "k" }], "Description": "", "ReplicaRegion": "r", "KeyId": "k" }),
            r#"{"KeyId":"k","ReplicaRegion":"r","Description":"","Tags":[{"TagKey":"k","TagValue":"v"}]}"#,
        ),
    ] {
        let draft = Draft::new(operation, input);
        assert_eq!(draft.to_json(), expected);
        assert_eq!(draft.to_http(&to(Some("us-east-1"), None)).unwrap().body, expected);
    }
}

fn key_draft(key_id: &str) -> Draft {
    Draft::new(&REPLICATE_KEY, json!({ "KeyId": key_id, "ReplicaRegion": "eu-west-1" }))
}

fn to(region: Option<&str>, endpoint: Option<&str>) -> HttpOptions {
    let mut options = HttpOptions::default();
    options.region = region.map(str::to_owned);
    options.endpoint = endpoint.map(str::to_owned);
    options
}

#[test]
fn the_region_of_a_call() {
    let host =
        |key_id: &str, region: Option<&str>| key_draft(key_id).to_http(&to(region, None)).map(|http| http.hostname);
    let table = [
        (KEY_ARN, None, Ok("kms.us-east-1.amazonaws.com")),
        (KEY_ARN, Some("eu-west-1"), Ok("kms.eu-west-1.amazonaws.com")),
        ("mrk-1", Some("cn-north-1"), Ok("kms.cn-north-1.amazonaws.com.cn")),
        ("mrk-1", Some("xx-new-1"), Ok("kms.xx-new-1.amazonaws.com")),
        ("mrk-1", None, Err(HttpError::MissingRegion)),
        ("arn:aws:kms::111122223333:key/mrk-1", None, Err(HttpError::MissingRegion)),
        ("arn:aws:kms:evil.example/:111122223333:key/mrk-1", None, Err(HttpError::MissingRegion)),
    ];
    for (key_id, region, expected) in table {
        assert_eq!(host(key_id, region), expected.map(str::to_owned), "{key_id} to {region:?}");
    }
    let long = "a".repeat(64);
    for region in [
        "",
        "a.b/c",
        "us-east-1.evil.example",
        "us-east-1/",
        "us-east-1@",
        "us-east-1:80",
        "us east",
        "-us",
        "us-",
        "üs-east-1",
        "us-east-1\n",
        &long,
    ] {
        assert_eq!(host(KEY_ARN, Some(region)), Err(HttpError::InvalidRegion(region.to_owned())));
    }
    assert!(host(KEY_ARN, Some(&"a".repeat(63))).is_ok());
    let endless = host(KEY_ARN, Some(&"é".repeat(10_000)));
    assert_eq!(endless, Err(HttpError::InvalidRegion("é".repeat(64))), "an error repeats the beginning only");
}

#[test]
fn endpoints_of_ones_own() {
    let url = |endpoint: &str| {
        let http = key_draft(KEY_ARN).to_http(&to(None, Some(endpoint)))?;
        assert_eq!(http.signing.region, "us-east-1");
        assert_eq!(http.headers["host"], http.url.split('/').nth(2).unwrap());
        Ok((http.protocol, http.hostname, http.port, http.path, http.url))
    };
    let sound = [
        ("http://localhost:4566", "http:", "localhost", Some(4566), "/", "http://localhost:4566/"),
        ("http://localhost:4566/", "http:", "localhost", Some(4566), "/", "http://localhost:4566/"),
        (
            "https://vpce-1.kms.us-east-1.vpce.amazonaws.com",
            "https:",
            "vpce-1.kms.us-east-1.vpce.amazonaws.com",
            None,
            "/",
            "https://vpce-1.kms.us-east-1.vpce.amazonaws.com/",
        ),
        ("http://localhost:80", "http:", "localhost", None, "/", "http://localhost/"),
        ("https://localhost:443", "https:", "localhost", None, "/", "https://localhost/"),
        ("https://localhost:80", "https:", "localhost", Some(80), "/", "https://localhost:80/"),
        (
            "http://127.0.0.1:1/base/path/",
            "http:",
            "127.0.0.1",
            Some(1),
            "/base/path/",
            "http://127.0.0.1:1/base/path/",
        ),
        ("http://[::1]:4566", "http:", "[::1]", Some(4566), "/", "http://[::1]:4566/"),
        ("https://[2001:db8::1]", "https:", "[2001:db8::1]", None, "/", "https://[2001:db8::1]/"),
        ("https://[2001:db8::1]:443/x", "https:", "[2001:db8::1]", None, "/x/", "https://[2001:db8::1]/x/"),
    ];
    for (endpoint, protocol, hostname, port, path, whole) in sound {
        let expected = (protocol.to_owned(), hostname.to_owned(), port, path.to_owned(), whole.to_owned());
        assert_eq!(url(endpoint), Ok(expected), "{endpoint}");
    }
    let broken = [
        "",
        "localhost",
        "localhost:4566",
        "//localhost",
        "ftp://localhost",
        "file:///etc",
        "http://",
        "http:///path",
        "http://:80",
        "http://localhost:",
        "http://localhost:x",
        "http://localhost:65536",
        "http://localhost:-1",
        "http://localhost:+80",
        "http://localhost:80:80",
        "http://user@localhost",
        "http://user:password@localhost",
        "http://local host",
        "http://-localhost",
        "http://localhost..example",
        "http://localhost?x",
        "http://localhost/?x",
        "http://localhost/#x",
        "http://localhost/a b",
        "http://localhost\n",
        "http://localhost/\r\nx: y",
        "http://[::g]",
        "http://[::1",
        "http://::1",
        "http://[::1]x",
        "http://[::1]80",
        "http://[127.0.0.1]",
        "http://[]",
        "http://löcalhost",
        "http://localhost/ö",
    ];
    for endpoint in broken {
        assert_eq!(url(endpoint), Err(HttpError::InvalidEndpoint(endpoint.to_owned())), "{endpoint:?}");
    }
}

#[test]
fn an_endpoint_of_ones_own_goes_without_variants() {
    for (fips, dual_stack) in [(true, false), (false, true), (true, true)] {
        let mut options = to(None, Some("http://localhost"));
        options.fips = fips;
        options.dual_stack = dual_stack;
        assert_eq!(key_draft(KEY_ARN).to_http(&options), Err(HttpError::EndpointWithVariant));
        options.endpoint = None;
        assert!(key_draft(KEY_ARN).to_http(&options).is_ok());
    }
}

#[test]
fn a_member_in_the_path_must_be_there() {
    let http = |source: Value| {
        let input = json!({ "SourceFileSystemId": source, "Destinations": [] });
        Draft::new(&CREATE_REPLICATION_CONFIGURATION, input).to_http(&HttpOptions::region("us-east-1"))
    };
    for source in [json!(null), json!(""), json!(5), json!([]), json!({})] {
        assert_eq!(http(source), Err(HttpError::MissingPathMember("SourceFileSystemId".to_owned())));
    }
    for request in [json!({}), json!([]), json!("fs-01234567"), json!(null)] {
        let draft = Draft::new(&CREATE_REPLICATION_CONFIGURATION, request);
        assert!(matches!(draft.to_http(&HttpOptions::region("us-east-1")), Err(HttpError::MissingPathMember(_))));
    }
    let path = |source: &str| http(json!(source)).unwrap().path;
    let around = |middle: &str| format!("/2015-02-01/file-systems/{middle}/replication-configuration");
    assert_eq!(path("fs-01234567"), around("fs-01234567"));
    assert_eq!(path("../?#%aé~_."), around("..%2F%3F%23%25a%C3%A9~_."));
    assert_eq!(path("arn:aws:x/y"), around("arn%3Aaws%3Ax%2Fy"));
    assert_eq!(http(json!("fs-01234567")).unwrap().body, r#"{"Destinations":[]}"#);
}

#[test]
fn http_errors_have_names_and_words() {
    let all = [
        HttpError::MissingRegion,
        HttpError::InvalidRegion("a.b".to_owned()),
        HttpError::InvalidEndpoint("ftp://".to_owned()),
        HttpError::EndpointWithVariant,
        HttpError::MissingPathMember("KeyId".to_owned()),
    ];
    let codes: BTreeSet<_> = all.iter().map(HttpError::code).collect();
    assert_eq!(codes.len(), all.len());
    for (error, named) in all.iter().zip(["Region", "`a.b`", "`ftp://`", "FIPS", "`KeyId`"]) {
        assert!(error.to_string().contains(named), "{error}");
    }
}
