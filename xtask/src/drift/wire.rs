//! How a request goes over HTTP, hosts aside.

use anyhow::Result;
use serde_json::{Map, Value};
use xregion::shape::{Operation, Wire};
use xregion::{Draft, HttpOptions, HttpRequest};

use super::catalogue::Entry;
use super::difference::{Found, Kind, Side};
use super::model::{self, Metadata};

/// How requests are signed: the renderings are made for Signature Version 4.
const SIGNATURE: &str = "v4";

pub(super) fn compare(
    ours: &'static Operation,
    entry: &Entry,
    metadata: &Metadata,
    theirs: &model::Operation,
    found: &mut Found,
) -> Result<()> {
    let place = format!("{} (HTTP)", ours.name);
    let sent = sample(ours)?;
    let (path, protocol) = match ours.wire {
        Wire::AwsJson { .. } => ("/", "json"),
        Wire::RestJson { path } => (path, "rest-json"),
    };
    found.compare(Kind::Method, entry.path, &place, sent.method, &theirs.http.method);
    found.compare(Kind::Path, entry.path, &place, path, &theirs.http.request_uri);

    let offered = protocols(metadata);
    let side = (!offered.iter().any(|offered| offered == protocol)).then_some(Side::Other);
    found.note(side, Kind::Protocol, entry.protocol, &place, protocol, offered.join(", "));
    if let Wire::AwsJson { .. } = ours.wire {
        let header = |name: &str| sent.headers.get(name).map_or("none", String::as_str);
        let version = metadata.json_version.as_deref().unwrap_or("none");
        let content_type = format!("application/x-amz-json-{version}");
        found.compare(Kind::Protocol, entry.protocol, &place, header("content-type"), &content_type);
        let target = format!("{}.{}", metadata.target_prefix.as_deref().unwrap_or("none"), ours.name);
        found.compare(Kind::Target, entry.target, &place, header("x-amz-target"), &target);
    }

    let signing_name = metadata.signing_name.as_ref().unwrap_or(&metadata.endpoint_prefix);
    found.compare(Kind::SigningName, entry.signing, &place, sent.signing.service, signing_name);
    found.compare(Kind::Signature, entry.signing, &place, SIGNATURE, &signature(metadata));

    let (success, rule) = ours.guide.answers.success;
    let status = theirs.http.response_code.unwrap_or(200);
    found.compare(Kind::Status, rule.id, &place, &success.to_string(), &status.to_string());
    found.unread(entry.path, &place, theirs);
    Ok(())
}

/// A request as it would be sent, with no more in it than its path needs.
fn sample(operation: &'static Operation) -> Result<HttpRequest> {
    let in_path = match operation.wire {
        Wire::AwsJson { .. } => "",
        Wire::RestJson { path } => path,
    };
    let names = in_path.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    let input: Map<String, Value> = names.map(|name| (name.to_owned(), "any".into())).collect();
    Ok(Draft::new(operation, input.into()).to_http(&HttpOptions::region("us-east-1"))?)
}

/// What the service speaks: older models name one protocol, newer ones all of them.
fn protocols(metadata: &Metadata) -> &[String] {
    if metadata.protocols.is_empty() { std::slice::from_ref(&metadata.protocol) } else { &metadata.protocols }
}

/// Older models name a version, newer ones every way in which the service can be asked.
fn signature(metadata: &Metadata) -> String {
    if metadata.auth.is_empty() {
        return metadata.signature_version.clone().unwrap_or_else(|| "none".to_owned());
    }
    if metadata.auth.iter().any(|way| way == "aws.auth#sigv4") {
        return SIGNATURE.to_owned();
    }
    metadata.auth.join(", ")
}
