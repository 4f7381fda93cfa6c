//! The boundary in a real browser: every vector as a JavaScript value and as JSON text, and what a hostile page can
//! hand over.

#![cfg(target_arch = "wasm32")]

use std::collections::BTreeSet;

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use xregion::OPERATIONS;
use xregion::wasm;

wasm_bindgen_test_configure!(run_in_browser);

const VECTORS: &str = include_str!("vectors/validate.jsonl");

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap()
}

fn text(object: &JsValue, key: &str) -> String {
    get(object, key).as_string().unwrap()
}

/// Place and code of each issue whose `severity` is that, or which has none to tell.
fn findings(issues: &JsValue, place: &str) -> BTreeSet<(String, String)> {
    let issues = if issues.is_undefined() { Array::new() } else { issues.clone().unchecked_into() };
    let errors = issues.iter().filter(|issue| get(issue, "severity") != "warning");
    errors.map(|issue| (text(&issue, place), text(&issue, "code"))).collect()
}

fn index_of(operation: &str) -> usize {
    OPERATIONS.iter().position(|known| known.name == operation).unwrap()
}

#[wasm_bindgen_test]
fn vectors_as_values_and_as_text() {
    let mut wrong = Vec::new();
    let mut judged = 0;
    for line in VECTORS.lines() {
        let vector = JSON::parse(line).unwrap();
        let operation = index_of(&text(&vector, "operation"));
        let expected = findings(&get(&vector, "expect"), "path");
        let request = get(&vector, "request");
        let json: String = JSON::stringify(&request).unwrap().into();
        for issues in
            [wasm::validate(operation, request.clone(), None), wasm::validate_json(operation, json.as_bytes(), None)]
        {
            judged += 1;
            let found = findings(&issues, "pointer");
            if found != expected {
                wrong.push(format!("{}: {found:?} instead of {expected:?}", text(&vector, "id")));
            }
        }
    }
    assert!(judged >= 2 * 695, "only {judged}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A value of JavaScript, the operation that it is handed to, and the errors that it must yield.
const HOSTILE: &[(&str, &str, &[(&str, &str)])] = &[
    ("undefined", "ReplicateKey", &[("", "wrong_type")]),
    ("10n", "ReplicateKey", &[("", "wrong_type")]),
    ("new Date()", "ReplicateKey", &[("", "wrong_type")]),
    ("new Map()", "ReplicateKey", &[("", "wrong_type")]),
    ("document.body", "ReplicateKey", &[("", "wrong_type")]),
    ("new FormData()", "ReplicateKey", &[("", "wrong_type")]),
    (
        "(() => { const r = Proxy.revocable({}, {}); r.revoke(); return r.proxy; })()",
        "ReplicateKey",
        &[("", "wrong_type")],
    ),
    ("({ get KeyId() { throw 1; }, ReplicaRegion: 'eu-west-1' })", "ReplicateKey", &[("/KeyId", "wrong_type")]),
    ("new Proxy({}, { ownKeys() { throw 1; } })", "ReplicateKey", &[("", "wrong_type")]),
    (
        "(() => { const c = { ReplicaRegion: 'eu-west-1' }; c.KeyId = c; return c; })()",
        "ReplicateKey",
        &[("/KeyId", "wrong_type")],
    ),
    (
        "(() => { let d = []; for (let i = 0; i < 10000; i++) d = [d]; return { KeyId: d, ReplicaRegion: 'eu-west-1' }; })()",
        "ReplicateKey",
        &[("/KeyId", "wrong_type")],
    ),
    (
        "({ KeyId: 'mrk-1234abcd12ab34cd56ef1234567890ab', ReplicaRegion: 'eu-west-1', Description: 'a\\ud800b' })",
        "ReplicateKey",
        &[("/Description", "invalid_unicode")],
    ),
    (
        "({ KeyId: 'mrk-1234abcd12ab34cd56ef1234567890ab', ReplicaRegion: 'eu-west-1', Description: 'a\\ufffdb' })",
        "ReplicateKey",
        &[],
    ),
    (
        "({ KeyId: 'mrk-1234abcd12ab34cd56ef1234567890ab', ReplicaRegion: 'eu-west-1', Tags: new Array(4e9) })",
        "ReplicateKey",
        &[("/Tags", "too_many")],
    ),
    ("({ KeyId: 'a'.repeat(1e7), ReplicaRegion: 'eu-west-1' })", "ReplicateKey", &[("/KeyId", "too_long")]),
    (
        "({ regions: { 'us-east-1': {} }, tags: JSON.parse('{\"__proto__\": \"kept\", \"constructor\": \"kept\"}') })",
        "CreateReplicationSet",
        &[],
    ),
    (
        "Object.create({ KeyId: 'inherited' }, { ReplicaRegion: { value: 'eu-west-1', enumerable: false } })",
        "ReplicateKey",
        &[("/KeyId", "missing_required"), ("/ReplicaRegion", "missing_required")],
    ),
];

#[wasm_bindgen_test]
fn hostile_values_get_a_report() {
    for (source, operation, expected) in HOSTILE {
        let value = js_sys::eval(&format!("({source})")).unwrap();
        let issues = wasm::validate(index_of(operation), value, None);
        let expected = expected.iter().map(|(pointer, code)| (pointer.to_string(), code.to_string())).collect();
        assert_eq!(findings(&issues, "pointer"), expected, "{source}");
    }
}

#[wasm_bindgen_test]
fn a_legal_key_of_the_prototype_is_kept() {
    let input = JSON::parse(r#"{ "regions": { "us-east-1": {} }, "tags": { "__proto__": "kept" } }"#).unwrap();
    let built = wasm::build(index_of("CreateReplicationSet"), input, None, Some("token".to_owned()));
    let request = JSON::parse(&text(&built, "input")).unwrap();
    let tags = get(&request, "tags");
    assert_eq!(JSON::stringify(&tags).unwrap(), r#"{"__proto__":"kept"}"#);
    assert_eq!(text(&request, "clientToken"), "token");
}
