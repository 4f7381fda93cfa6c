//! The invariants of the architecture.

mod dependencies;
mod security;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use regex_lite::Regex;
use serde_json::Value;
use xregion::message::{PHRASES, template};
use xregion::shape::{Operation, Shape, Structure, Wire};
use xregion::{Code, Context, OPERATIONS, sources, validate, validate_field, validate_json};

use crate::support::{Part, parts, read, top};

/// The boundary to JavaScript: a file, and the folder of the modules that it declares.
const BOUNDARY: &str = "src/wasm";

/// The program over the library.
const PROGRAM: &str = "src/bin/";

/// Every source file, by its path from the top folder.
fn source_files() -> BTreeMap<String, String> {
    fn walk(folder: &Path, files: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, files);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(top()).unwrap().to_str().unwrap().replace('\\', "/");
                let text = read(&name);
                files.insert(name, text);
            }
        }
    }
    let mut files = BTreeMap::new();
    walk(&top().join("src"), &mut files);
    assert!(files.contains_key("src/lib.rs"));
    files
}

pub(crate) fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn only_the_boundary_knows_javascript() {
    let foreign = Regex::new(r"\b(wasm_bindgen|js_sys|web_sys|unsafe)\b").unwrap();
    let mut wrong = Vec::new();
    for (name, text) in source_files() {
        let is_boundary = name == format!("{BOUNDARY}.rs") || name.starts_with(&format!("{BOUNDARY}/"));
        let lines = text.lines().filter(|line| !is_boundary && foreign.is_match(line));
        wrong.extend(lines.map(|line| format!("{name}: {line}")));
    }
    assert_none(&wrong);
}

#[test]
fn house_rules_know_no_operation() {
    let names: Vec<String> =
        OPERATIONS.iter().flat_map(|operation| [operation.name.to_owned(), operation.js_name()]).collect();
    let mut wrong = Vec::new();
    let mut count = 0;
    for (name, text) in source_files().into_iter().filter(|(name, _)| name.starts_with("src/house")) {
        count += 1;
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let named = lines.filter(|line| line.contains("operations") || names.iter().any(|name| line.contains(name)));
        wrong.extend(named.map(|line| format!("{name}: {line}")));
    }
    assert!(count >= 5, "only {count} files");
    assert_none(&wrong);
}

#[test]
fn the_core_does_no_input_or_output() {
    let forbidden =
        Regex::new(r"\bstd::(env|fs|io|net::Tcp|process|thread|time)\b|\b(print|println|eprintln)!").unwrap();
    let mut wrong = Vec::new();
    for (name, text) in source_files().into_iter().filter(|(name, _)| !name.starts_with(PROGRAM)) {
        wrong.extend(text.lines().filter(|line| forbidden.is_match(line)).map(|line| format!("{name}: {line}")));
    }
    assert_none(&wrong);
}

#[test]
fn files_are_short_enough_to_be_read() {
    const MOST_LINES: usize = 420;
    let long = source_files().into_iter().map(|(name, text)| (name, text.lines().count()));
    let long: Vec<_> =
        long.filter(|(_, lines)| *lines > MOST_LINES).map(|(name, lines)| format!("{name}: {lines}")).collect();
    assert_none(&long);
}

#[test]
fn bounds_are_ordered() {
    for operation in OPERATIONS {
        for part in parts(operation) {
            if let Part::Bounds(bounds) = part {
                assert!(bounds.min <= bounds.max && bounds.max > 0, "{}: {bounds:?}", operation.name);
            }
        }
    }
}

#[test]
fn names_of_members_are_unique_and_everything_is_described() {
    let mut wrong = Vec::new();
    let is_sentence = |text: &str| text.len() > 10 && text.ends_with('.') && text.trim() == text;
    for operation in OPERATIONS {
        let mut complain = |what: &str| wrong.push(format!("{}: {what}", operation.name));
        if !is_sentence(operation.doc) {
            complain(operation.doc);
        }
        for constraint in operation.constraints().filter(|constraint| !is_sentence(constraint.doc)) {
            complain(&format!("{}: {:?}", constraint.rule.id, constraint.doc));
        }
        for part in parts(operation) {
            match part {
                Part::Member(member) if !is_sentence(member.doc) => complain(member.name),
                Part::Structure(structure) => {
                    let names: BTreeSet<_> = structure.members.iter().map(|member| member.name).collect();
                    if names.len() != structure.members.len() || names.contains("") {
                        complain(&format!("{names:?}"));
                    }
                }
                Part::Shape(Shape::List(list)) if list.item_name.is_empty() => {
                    complain("a list without a name for its items")
                }
                Part::Shape(Shape::Map(map)) if map.entry_name.is_empty() || map.key_name.0.is_empty() => {
                    complain("a map without names for its entries");
                }
                _ => {}
            }
        }
    }
    assert_none(&wrong);
}

/// `rules.rs` holds that no message repeats a value of theirs.
#[test]
fn policies_descriptions_tag_values_and_tokens_are_sensitive() {
    let mut sensitive = BTreeSet::new();
    for operation in OPERATIONS {
        sensitive.extend(parts(operation).into_iter().filter_map(|part| match part {
            Part::Member(member) if member.sensitive => Some((operation.name, member.name)),
            _ => None,
        }));
    }
    let expected = [
        ("CreateReplicationSet", "clientToken"),
        ("CreateReplicationSet", "tags"),
        ("ReplicateKey", "Description"),
        ("ReplicateKey", "Policy"),
        ("ReplicateKey", "TagValue"),
    ];
    assert_eq!(sensitive, BTreeSet::from(expected));
}

#[test]
fn operations_refer_to_members_of_their_own() {
    let names: BTreeSet<_> = OPERATIONS.iter().map(|operation| operation.name).collect();
    assert_eq!(names.len(), OPERATIONS.len());
    for operation in OPERATIONS {
        let has = |name: &str| operation.input.members.iter().any(|member| member.name == name);
        if let Some(primary) = operation.primary {
            assert!(operation.input.members.iter().any(|member| std::ptr::eq(*member, primary)), "{}", operation.name);
        }
        if let Wire::RestJson { path } = operation.wire {
            let in_braces = Regex::new(r"\{([^}]*)\}").unwrap();
            for found in in_braces.captures_iter(path) {
                assert!(has(&found[1]), "{}: {path}", operation.name);
            }
        }
        let tokens = operation.input.members.iter().filter(|member| member.idempotency_token).count();
        assert!(tokens <= 1, "{}: {tokens} tokens", operation.name);
    }
}

/// The placeholders of a message: `{name#}`, `{name+}`, `{name@}` and `{name?one=…|other=…}` by their names, and whether
/// they stand for a phrase.
fn placeholders(code: Code) -> Vec<(&'static str, bool)> {
    let inside = template(code).split('{').skip(1).map(|rest| rest.split_once('}').unwrap().0);
    inside.map(|inside| (inside.split(['?', '#', '+', '@']).next().unwrap(), inside.ends_with('#'))).collect()
}

#[test]
fn messages_are_made_of_the_parameters_of_their_codes() {
    let mut names = BTreeSet::new();
    for code in Code::ALL {
        assert!(names.insert(code.as_str()), "{code:?} is there twice");
        assert!(!code.doc().is_empty(), "{code:?}");
        assert_eq!(code.params().len(), code.param_types().len(), "{code:?}");
        for (name, _) in placeholders(*code) {
            assert!(code.params().contains(&name), "{code:?} has no {name}");
        }
        for (_, rest) in template(*code).split('{').filter_map(|piece| piece.split_once('?')) {
            let forms: Vec<_> = rest.split_once('}').unwrap().0.split('|').map(|form| form.split('=').next()).collect();
            assert_eq!(forms, [Some("one"), Some("other")], "{code:?}: the plural categories of English");
        }
    }
}

#[test]
fn every_phrase_is_there_once_and_used() {
    let known: BTreeSet<&str> = PHRASES.iter().map(|(name, _)| *name).collect();
    assert_eq!(known.len(), PHRASES.len(), "a phrase is there twice");
    let mut named = BTreeSet::new();
    for part in OPERATIONS.iter().flat_map(|operation| parts(operation)) {
        if let Part::Text(text) = part {
            named.extend(text.pattern.map(|(pattern, _)| (pattern.name, Code::PatternMismatch)));
            named.extend(text.formats.iter().map(|format| (format.expected, format.code)));
        }
    }
    let in_words = |code: Code| placeholders(code).into_iter().any(|(name, is_phrase)| name == "expected" && is_phrase);
    let missing: Vec<_> = named.iter().filter(|(name, code)| in_words(*code) && !known.contains(name)).collect();
    assert!(missing.is_empty(), "no phrase for {missing:?}");

    let in_rust = source_files().into_iter().filter(|(name, _)| name != "src/message.rs").map(|(_, text)| text);
    let in_javascript = std::fs::read_to_string(top().join("pkg-template/messages.js")).unwrap();
    let elsewhere: String = in_rust.chain([in_javascript]).collect();
    let unused: Vec<_> = known.iter().filter(|name| !elsewhere.contains(&format!("\"{name}\""))).collect();
    assert!(unused.is_empty(), "nothing says {unused:?}");
}

#[test]
fn every_source_is_a_page_and_cited() {
    let mut urls = BTreeSet::new();
    for source in sources::all() {
        assert!(source.url.starts_with("https://") && !source.title.is_empty(), "{source:?}");
        assert!(urls.insert(source.url), "{} is there twice", source.url);
    }
    let files = source_files();
    let declared = Regex::new(r#"(?m)^ +([A-Z][A-Z0-9_]*) = ""#).unwrap();
    let names: Vec<&str> =
        declared.captures_iter(&files["src/sources.rs"]).map(|found| found.get(1).unwrap().as_str()).collect();
    assert_eq!(names.len(), sources::all().count());
    let cited = |name: &str| files.values().any(|text| text.contains(&format!("sources::{name}")));
    let unused: Vec<_> = names.into_iter().filter(|name| !cited(name)).collect();
    assert!(unused.is_empty(), "nothing cites {unused:?}");
}

#[test]
fn samples_are_what_their_titles_say() {
    for operation in OPERATIONS {
        let (mut sound, mut broken) = (0, 0);
        for sample in operation.guide.samples {
            let report = validate_json(operation, sample.input.as_bytes(), &Context::default());
            let is_broken = sample.title.starts_with("Broken");
            assert_eq!(report.is_ok(), !is_broken, "{}: {}: {:?}", operation.name, sample.title, report.issues());
            let value: Value = serde_json::from_str(sample.input).unwrap();
            assert_eq!(validate(operation, &value, &Context::default()).is_ok(), !is_broken);
            *(if is_broken { &mut broken } else { &mut sound }) += 1;
        }
        assert!(sound > 0 && broken > 0, "{}: {sound} sound samples, {broken} broken ones", operation.name);
    }
}

#[test]
fn examples_pass() {
    let mut wrong = Vec::new();
    for operation in OPERATIONS {
        let mut examples = Vec::new();
        examples_of_structure(&operation.input, "", &mut examples);
        assert!(examples.len() >= operation.input.members.len());
        for (pointer, example) in examples {
            let value = example.map(example_value);
            let report = validate_field(operation, &pointer, value.as_ref(), None, &Context::default());
            if value.is_none() || !report.is_ok() {
                wrong.push(format!("{}{pointer}: {value:?}: {:?}", operation.name, report.issues()));
            }
        }
    }
    assert_none(&wrong);
}

fn example_value((text, shape): (&str, &Shape)) -> Value {
    match shape {
        Shape::Boolean(_) => serde_json::from_str(text).unwrap(),
        _ => text.into(),
    }
}

/// Where a value stands in a request, and its example: none where it is left empty.
type Example = (String, Option<(&'static str, &'static Shape)>);

fn examples_of_structure(structure: &'static Structure, at: &str, examples: &mut Vec<Example>) {
    for member in structure.members {
        examples_of(&member.shape, member.example, format!("{at}/{}", member.name), examples);
    }
}

fn examples_of(shape: &'static Shape, example: &'static str, at: String, examples: &mut Vec<Example>) {
    match shape {
        Shape::Boolean(_) | Shape::Text(_) => {
            examples.push((at, Some((example, shape)).filter(|_| !example.is_empty())))
        }
        Shape::List(list) => examples_of(list.item, "", at + "/0", examples),
        Shape::Map(map) => examples_of(map.value, map.value_name.1, format!("{at}/{}", map.key_name.1), examples),
        Shape::Structure(structure) => examples_of_structure(structure, &at, examples),
    }
}

#[test]
fn names_in_javascript_begin_in_lower_case() {
    let names: Vec<String> = OPERATIONS.iter().map(|operation: &&Operation| operation.js_name()).collect();
    assert_eq!(
        names,
        ["createReplicationSet", "replicateSecretToRegions", "createReplicationConfiguration", "replicateKey"]
    );
}
