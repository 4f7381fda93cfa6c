//! The vectors, natively: verdicts on values and on JSON text, and HTTP forms.

use std::collections::BTreeSet;

use crate::support::{Vector, vectors, wire_vectors};
use serde_json::Value;
use xregion::{BuildOptions, Context, Draft, HttpOptions, Report, build, validate, validate_json};

fn verdict(report: &Report) -> BTreeSet<(String, String)> {
    let errors = report.issues().iter().filter(|issue| issue.severity == xregion::Severity::Error);
    errors.map(|issue| (issue.path.pointer(), issue.code.as_str().to_owned())).collect()
}

#[test]
fn verdicts_on_values_and_on_text() {
    let mut wrong = Vec::new();
    let all = vectors();
    for Vector { id, operation, request, expect } in &all {
        for (way, report) in [
            ("value", validate(operation, request, &Context::default())),
            ("text", validate_json(operation, request.to_string().as_bytes(), &Context::default())),
        ] {
            if verdict(&report) != *expect {
                wrong.push(format!("{id} as {way}: {:?} instead of {expect:?}\n  {request:.300}", verdict(&report)));
            }
        }
    }
    assert!(all.len() >= 695, "only {} vectors", all.len());
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), all.len(), wrong.join("\n"));
}

#[test]
fn http_forms() {
    for vector in wire_vectors() {
        let options = serde_json::from_value::<HttpOptions>(vector.options.clone()).unwrap();
        let mut build_options = BuildOptions::default();
        build_options.client_token = Some("00000000-0000-4000-8000-000000000000".to_owned());
        let http = match build(vector.operation, &vector.request, &build_options) {
            Ok(request) => request.to_http(&options),
            Err(rejected) => rejected.draft.to_http(&options),
        }
        .unwrap();
        let id = &vector.id;
        assert!(http.url.starts_with(&vector.endpoint), "{id}: {}", http.url);
        let Some(expected) = vector.http else { continue };
        assert_eq!(http.method, expected["method"], "{id}");
        assert_eq!(http.url, expected["url"], "{id}");
        assert_eq!(http.path, expected["path"], "{id}");
        assert_eq!(http.hostname, expected["host"], "{id}");
        assert_eq!(serde_json::from_str::<Value>(&http.body).unwrap(), expected["body_json"], "{id}");
        assert_eq!(http.headers["content-length"], http.body.len().to_string(), "{id}");
        for (name, value) in
            expected["headers"].as_object().unwrap().iter().filter(|(name, _)| *name != "Content-Length")
        {
            assert_eq!(http.headers[&name.to_lowercase()], *value, "{id}: {name}");
        }
        assert_eq!(http.signing.service, vector.signing["name"], "{id}");
        assert_eq!(http.signing.region, vector.signing["region"], "{id}");
    }
}

#[test]
fn a_draft_has_the_forms_of_a_request() {
    for vector in vectors().into_iter().filter(|vector| vector.request.is_object()) {
        let options = HttpOptions::region("us-east-1");
        let draft = Draft::new(vector.operation, vector.request.clone());
        assert_eq!(serde_json::from_str::<Value>(&draft.to_json()).unwrap(), vector.request, "{}", vector.id);
        if let (Ok(request), Ok(http)) =
            (build(vector.operation, &vector.request, &BuildOptions::default()), draft.to_http(&options))
        {
            assert_eq!(request.to_http(&options).unwrap(), http, "{}", vector.id);
        }
    }
}
