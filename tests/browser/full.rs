//! What the full module does with values of JavaScript, whatever they are.

use std::collections::BTreeSet;

use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use xregion::wasm::{forms, full, house};

use crate::support::{Findings, Told, get, index_of, issues, json, list, pairs, text, vectors};

#[wasm_bindgen_test]
fn a_legal_key_of_the_prototype_is_kept() {
    let input = r#"{"regions":{"us-east-1":{}},"tags":{"__proto__":"kept"}}"#;
    let rendered = forms::render(index_of("CreateReplicationSet"), input, "sdkV3", None);
    let rendered = JSON::parse(&rendered).unwrap();
    assert_eq!(json(&get(&get(&rendered, "input"), "tags")), r#"{"__proto__":"kept"}"#);
}

#[wasm_bindgen_test]
fn requests_have_their_notes_and_permissions() {
    for case in vectors(include_str!("../vectors/notes.json")) {
        let name = text(&case, "name");
        let context = get(&case, "context");
        let context = (!context.is_undefined()).then(|| json(&context));
        let notes = full::notes(index_of(&text(&case, "operation")), get(&case, "input"), context);
        let told: BTreeSet<_> =
            pairs(get(&notes, "notes"), ["rule", "kind"]).into_iter().map(|(rule, _)| rule).collect();
        for (rules, expected) in [("notes", true), ("silent", false)] {
            for rule in list(get(&case, rules)) {
                assert_eq!(told.contains(&rule.as_string().unwrap()), expected, "{name}: {rule:?}");
            }
        }
        let statements = list(get(&get(&notes, "policy"), "Statement"));
        let permissions: BTreeSet<_> = statements.iter().map(|statement| text(&statement, "Sid")).collect();
        let expected = Reflect::own_keys(&get(&case, "policy")).unwrap();
        assert_eq!(permissions, expected.iter().map(|id| id.as_string().unwrap()).collect(), "{name}");
    }
}

const SELF: &str =
    "(() => { const c = { ReplicaRegion: 'eu-west-1', name: 'n' }; c.KeyId = c; c.tagKeys = c; return c; })()";
const DEEP: &str =
    "(() => { let d = []; for (let i = 0; i < 10000; i++) d = [d]; return { name: 'n', tagKeys: d }; })()";
const REVOKED: &str = "(() => { const r = Proxy.revocable({}, {}); r.revoke(); return r.proxy; })()";

/// Values of JavaScript that are no request, whatever they say of themselves.
const HOSTILE: &[&str] = &[
    "undefined",
    "10n",
    "new Date()",
    "new Map()",
    "document.body",
    "new FormData()",
    REVOKED,
    "{ get KeyId() { throw 1; }, ReplicaRegion: 'eu-west-1' }",
    "new Proxy({}, { ownKeys() { throw 1; } })",
    SELF,
    DEEP,
    "{ KeyId: 'mrk-1234abcd12ab34cd56ef1234567890ab', ReplicaRegion: 'eu-west-1', Description: 'a\\ud800b' }",
    "{ KeyId: 'mrk-1234abcd12ab34cd56ef1234567890ab', ReplicaRegion: 'eu-west-1', Tags: new Array(4e9) }",
    "{ KeyId: 'a'.repeat(1e7), ReplicaRegion: 'eu-west-1' }",
    "Object.create({ KeyId: 'mrk-1234abcd12ab34cd56ef1234567890ab', ReplicaRegion: 'eu-west-1' })",
];

const SOUND: &[&str] = &[
    "{ KeyId: 'mrk-1234abcd12ab34cd56ef1234567890ab', ReplicaRegion: 'eu-west-1', Description: 'a\\ufffdb' }",
    "new Proxy({ KeyId: 'mrk-1234abcd12ab34cd56ef1234567890ab', ReplicaRegion: 'eu-west-1' }, {})",
];

fn value(source: &str) -> JsValue {
    js_sys::eval(&format!("({source})")).unwrap()
}

#[wasm_bindgen_test]
fn hostile_values_have_no_permissions() {
    for (sources, expected) in [(HOSTILE, false), (SOUND, true)] {
        for source in sources {
            let notes = full::notes(index_of("ReplicateKey"), value(source), None);
            let permissions = list(get(&get(&notes, "policy"), "Statement"));
            assert_eq!(permissions.length() > 0, expected, "{source}");
        }
    }
}

/// The places of what is wrong with house rules; none where they are rules.
fn problems(document: JsValue) -> BTreeSet<String> {
    let read = house::read_house_rules(document);
    if read.is_string() {
        BTreeSet::new()
    } else {
        pairs(get(&read, "problems"), ["pointer", "message"]).into_iter().map(|(pointer, _)| pointer).collect()
    }
}

#[wasm_bindgen_test]
fn documents_of_house_rules_as_values_and_as_text() {
    for case in vectors(include_str!("../vectors/house_documents.json")) {
        let document = get(&case, "document");
        let expected: BTreeSet<_> =
            list(get(&case, "problems")).iter().map(|problem| text(&problem, "pointer")).collect();
        for told in [document.clone(), JSON::stringify(&document).unwrap().into()] {
            assert_eq!(problems(told), expected, "{}", text(&case, "name"));
        }
    }
    for (source, place) in [
        ("undefined", ""),
        (REVOKED, ""),
        ("new Map([['name', 'n']])", ""),
        ("{ get name() { throw 1; } }", "/name"),
        (DEEP, "/tagKeys"),
    ] {
        assert_eq!(problems(value(source)), BTreeSet::from([place.to_owned()]), "{source}");
    }
}

#[wasm_bindgen_test]
fn house_rules_find_what_they_find() {
    for (number, case) in vectors(include_str!("../vectors/house.json")).iter().enumerate() {
        let rules = house::read_house_rules(get(&case, "rules")).as_string().unwrap();
        house::keep_house_rules(number as u32, &rules);
        let options = Object::assign(&Object::new(), get(&case, "context").unchecked_ref());
        Reflect::set(&options, &"house".into(), &(number as u32).into()).unwrap();
        let options = json(&options);
        let issues = issues(&text(&case, "operation"), Told::Written, Some(&options), &json(&get(&case, "input")));
        let found = issues.into_iter().filter(|issue| issue.code == "house_rule");
        let found: Findings = found.map(|issue| (issue.pointer, issue.rule)).collect();
        assert_eq!(found, pairs(get(&case, "expect"), ["path", "rule"]), "{}", text(&case, "name"));
    }
}
