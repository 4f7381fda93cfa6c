//! The boundary in a real browser: every vector as JSON text and as the package writes values down, and what a hostile
//! page can hand over.

#![cfg(target_arch = "wasm32")]

use std::collections::BTreeSet;

use js_sys::{Array, JSON, Object, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use xregion::OPERATIONS;
use xregion::wasm::verdict::{answered, judge, reserve};
use xregion::wasm::{forms, full, house};

wasm_bindgen_test_configure!(run_in_browser);

type Findings = BTreeSet<(String, String)>;

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap()
}

fn text(object: &JsValue, key: &str) -> String {
    get(object, key).as_string().unwrap()
}

fn list(value: JsValue) -> Array {
    value.dyn_into().unwrap()
}

fn json(value: &JsValue) -> String {
    JSON::stringify(value).unwrap().into()
}

fn vectors(text: &str) -> Array {
    list(JSON::parse(text).unwrap())
}

fn index_of(operation: &str) -> usize {
    OPERATIONS.iter().position(|known| known.name == operation).unwrap()
}

fn memory(place: usize, length: usize) -> Uint8Array {
    let memory: WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    Uint8Array::new_with_byte_offset_and_length(&memory.buffer(), place as u32, length as u32)
}

/// How a value is told: as it came, or as the package writes it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Told {
    Given,
    Written,
}

/// The issues of a value, over the memory that the package's JavaScript writes to and reads from.
fn issues(operation: &str, told: Told, options: Option<&str>, value: &str) -> Array {
    let options = options.map(str::as_bytes);
    let parts = [options.unwrap_or_default(), value.as_bytes()].concat();
    let place = reserve(parts.len()) as usize;
    memory(place, parts.len()).copy_from(&parts);
    let absent = u32::MAX as usize;
    let length = options.map_or(absent, <[u8]>::len);
    let length = judge(index_of(operation), told == Told::Given, length, 0, value.len(), absent);
    if length == 0 {
        return Array::new();
    }
    let answer = memory(answered() as usize, length).to_vec();
    vectors(std::str::from_utf8(&answer).unwrap())
}

/// Place and code of each error, of issues in short.
fn errors(issues: &Array) -> Findings {
    let parts = issues.iter().map(|issue| list(issue));
    let errors = parts.filter(|issue| issue.get(1) == 0.0);
    errors.map(|issue| (pointer(&list(issue.get(2))), issue.get(0).as_string().unwrap())).collect()
}

fn pointer(path: &Array) -> String {
    let steps = path.iter().map(|step| step.as_string().unwrap_or_else(|| json(&step)));
    steps.map(|step| format!("/{}", step.replace('~', "~0").replace('/', "~1"))).collect()
}

/// Two texts of each of what is listed.
fn pairs(listed: JsValue, [one, another]: [&str; 2]) -> Findings {
    let listed = if listed.is_undefined() { Array::new() } else { list(listed) };
    listed.iter().map(|item| (text(&item, one), text(&item, another))).collect()
}

#[wasm_bindgen_test]
fn vectors_as_text_and_as_written() {
    let mut wrong = Vec::new();
    let mut judged = 0;
    for line in include_str!("vectors/validate.jsonl").lines() {
        let vector = JSON::parse(line).unwrap();
        let expected = list(get(&vector, "expect"));
        let expected: Array = expected.iter().filter(|issue| get(issue, "severity") != "warning").collect();
        let expected = pairs(expected.into(), ["path", "code"]);
        let request = json(&get(&vector, "request"));
        for told in [Told::Given, Told::Written] {
            judged += 1;
            let found = errors(&issues(&text(&vector, "operation"), told, None, &request));
            if found != expected {
                wrong.push(format!("{} {told:?}: {found:?} instead of {expected:?}", text(&vector, "id")));
            }
        }
    }
    assert!(judged >= 2 * 695, "only {judged}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[wasm_bindgen_test]
fn what_json_cannot_carry_is_written_in_marks() {
    let deep = format!(r#"{{"KeyId":{}{},"ReplicaRegion":"eu-west-1"}}"#, "[".repeat(10_000), "]".repeat(10_000));
    let long = format!(r#"{{"KeyId":"{}","ReplicaRegion":"eu-west-1"}}"#, "a".repeat(10_000_000));
    let key = r#""KeyId":"mrk-1234abcd12ab34cd56ef1234567890ab","ReplicaRegion":"eu-west-1""#;
    for (written, place, code) in [
        ("!", "", "wrong_type"),
        ("#100001", "", "wrong_type"),
        (r#"{"KeyId":!,"ReplicaRegion":"eu-west-1"}"#, "/KeyId", "wrong_type"),
        (&deep, "/KeyId", "wrong_type"),
        (&long, "/KeyId", "too_long"),
        (&format!(r#"{{{key},"Tags":#4000000000}}"#), "/Tags", "too_many"),
        (&format!(r#"{{{key},"Description":"a\ud800b"}}"#), "/Description", "invalid_unicode"),
    ] {
        let found = errors(&issues("ReplicateKey", Told::Written, None, written));
        let shown: String = written.chars().take(100).collect();
        assert_eq!(found, Findings::from([(place.to_owned(), code.to_owned())]), "{shown}");
    }
}

#[wasm_bindgen_test]
fn a_legal_key_of_the_prototype_is_kept() {
    let input = r#"{"regions":{"us-east-1":{}},"tags":{"__proto__":"kept"}}"#;
    let rendered = forms::render(index_of("CreateReplicationSet"), input, "sdkV3", None);
    let rendered = JSON::parse(&rendered).unwrap();
    assert_eq!(json(&get(&get(&rendered, "input"), "tags")), r#"{"__proto__":"kept"}"#);
}

#[wasm_bindgen_test]
fn requests_have_their_notes_and_permissions() {
    for case in vectors(include_str!("vectors/notes.json")) {
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
    for case in vectors(include_str!("vectors/house_documents.json")) {
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
    for (number, case) in vectors(include_str!("vectors/house.json")).iter().enumerate() {
        let rules = house::read_house_rules(get(&case, "rules")).as_string().unwrap();
        house::keep_house_rules(number as u32, &rules);
        let options = Object::assign(&Object::new(), get(&case, "context").unchecked_ref());
        Reflect::set(&options, &"house".into(), &(number as u32).into()).unwrap();
        let options = json(&options);
        let issues = issues(&text(&case, "operation"), Told::Written, Some(&options), &json(&get(&case, "input")));
        let found = issues.iter().map(list).filter(|issue| issue.get(0) == "house_rule");
        let found: Findings =
            found.map(|issue| (pointer(&list(issue.get(2))), issue.get(5).as_string().unwrap())).collect();
        assert_eq!(found, pairs(get(&case, "expect"), ["path", "rule"]), "{}", text(&case, "name"));
    }
}
