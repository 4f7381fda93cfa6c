//! JSON Schema: what a schema can say of a request. What it cannot say it says in words: what makes errors in
//! descriptions, for those who fill in a request; what makes warnings, and how to read the schema, in comments.
//!
//! Words about a rule end with its id and its code in parentheses, so that each can be found.

use serde_json::{Map, Value, json};

use crate::engine::{COUNTED, WELL_FORMED};
use crate::message::phrase;
use crate::report::{Code, Severity};
use crate::shape::{Bounds, Constraint, Format, Member, Operation, Rule, Shape, Structure, Text};

/// The versions of JSON Schema in which a schema is written. They differ in their name only: what is used is in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum SchemaTarget {
    /// Draft 2020-12.
    #[default]
    Draft2020_12,
    /// Draft 7.
    Draft07,
}

impl SchemaTarget {
    /// Every version.
    pub const ALL: [Self; 2] = [Self::Draft2020_12, Self::Draft07];

    /// The name, as in Standard JSON Schema.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft2020_12 => "draft-2020-12",
            Self::Draft07 => "draft-07",
        }
    }

    /// The version of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|target| target.as_str() == name)
    }

    /// What a schema of the version names as its own schema.
    const fn dialect(self) -> &'static str {
        match self {
            Self::Draft2020_12 => "https://json-schema.org/draft/2020-12/schema",
            Self::Draft07 => "http://json-schema.org/draft-07/schema#",
        }
    }
}

/// The schema of an operation's input.
pub fn json_schema(operation: &Operation, target: SchemaTarget) -> Value {
    let mut schema = structure(&operation.input);
    let rules = |severity: Severity| -> Vec<String> {
        let rules = operation.constraints().filter(|rule| rule.code.severity() == severity);
        rules.map(|Constraint { rule, code, doc, .. }| cited(doc, *rule, *code)).collect()
    };
    let ties = sentences(&[operation.doc], "What must hold beyond this schema:", &rules(Severity::Error));
    document(&mut schema, target, operation.name, &ties);
    let reading = [
        "Lengths count Unicode scalar values.",
        &cited(Code::AmbiguousLength.doc(), COUNTED, Code::AmbiguousLength),
        &cited(Code::InvalidUnicode.doc(), WELL_FORMED, Code::InvalidUnicode),
        "Patterns are regular expressions of ECMA-262 with the flag u.",
        "No schema knows warnings, house rules, or what the caller knows beside the request.",
    ];
    let comment = sentences(&reading, "What is warned of unless it holds:", &rules(Severity::Warning));
    set(&mut schema, "$comment", json!(comment));
    Value::Object(schema)
}

/// Makes a schema one of a whole document.
pub(super) fn document(schema: &mut Map<String, Value>, target: SchemaTarget, title: &str, description: &str) {
    set(schema, "$schema", json!(target.dialect()));
    set(schema, "title", json!(title));
    set(schema, "description", json!(description));
}

/// What is said of a thing, and the rules about it, if there are such.
fn sentences(said: &[&str], lead: &str, rules: &[String]) -> String {
    let lead = (!rules.is_empty()).then_some(lead);
    let sentences = said.iter().copied().chain(lead).chain(rules.iter().map(String::as_str));
    sentences.collect::<Vec<_>>().join(" ")
}

/// A sentence with the rule that it is about.
fn cited(sentence: &str, rule: Rule, code: Code) -> String {
    format!("{} ({}: {}).", sentence.trim().trim_end_matches('.'), rule.id, code.as_str())
}

fn set(schema: &mut Map<String, Value>, keyword: &str, value: Value) {
    schema.insert(keyword.to_owned(), value);
}

/// The schema of an object with named members.
pub(super) fn structure(structure: &Structure) -> Map<String, Value> {
    let mut schema = Map::new();
    let property = |member: &&Member| {
        let mut property = shape(&member.shape);
        let beyond = property.get("description").and_then(Value::as_str).map(|beyond| format!(" {beyond}"));
        set(&mut property, "description", json!(format!("{}{}", member.doc, beyond.unwrap_or_default())));
        (member.name.to_owned(), Value::Object(property))
    };
    let required: Vec<&str> =
        structure.members.iter().filter(|member| member.required.is_some()).map(|member| member.name).collect();
    set(&mut schema, "type", json!("object"));
    set(&mut schema, "properties", Value::Object(structure.members.iter().map(property).collect()));
    if !required.is_empty() {
        set(&mut schema, "required", json!(required));
    }
    set(&mut schema, "additionalProperties", json!(false));
    schema
}

fn shape(shape_: &Shape) -> Map<String, Value> {
    let mut schema = Map::new();
    match shape_ {
        Shape::Boolean(_) => set(&mut schema, "type", json!("boolean")),
        Shape::Text(text) => schema = string(text),
        Shape::List(list) => {
            set(&mut schema, "type", json!("array"));
            bounds(&mut schema, list.count, "minItems", "maxItems");
            set(&mut schema, "items", Value::Object(shape(list.item)));
        }
        Shape::Map(map) => {
            let mut names = string(&map.key);
            names.shift_remove("type");
            set(&mut schema, "type", json!("object"));
            bounds(&mut schema, map.count, "minProperties", "maxProperties");
            set(&mut schema, "propertyNames", Value::Object(names));
            set(&mut schema, "additionalProperties", Value::Object(shape(map.value)));
        }
        Shape::Structure(members) => schema = structure(members),
    }
    schema
}

fn string(text: &Text) -> Map<String, Value> {
    let mut schema = Map::new();
    set(&mut schema, "type", json!("string"));
    bounds(&mut schema, text.length, "minLength", "maxLength");
    if let Some((pattern, _)) = text.pattern {
        set(&mut schema, "pattern", json!(pattern.anchored()));
    }
    let formats = |severity: Severity| -> Vec<String> {
        let formats = text.formats.iter().filter(|format| format.code.severity() == severity);
        formats.map(of_format).collect()
    };
    for (keyword, lead, rules) in [
        ("description", "Refused beyond this schema:", formats(Severity::Error)),
        ("$comment", "Warned of:", formats(Severity::Warning)),
    ] {
        if !rules.is_empty() {
            set(&mut schema, keyword, json!(sentences(&[], lead, &rules)));
        }
    }
    schema
}

fn of_format(Format { rule, code, expected, .. }: &Format) -> String {
    let found = code.doc().trim().trim_end_matches('.');
    cited(&format!("{found}; what passes is {}", phrase(expected)), *rule, *code)
}

fn bounds(schema: &mut Map<String, Value>, bounds: Option<Bounds>, min: &str, max: &str) {
    let Some(bounds) = bounds else { return };
    if bounds.min > 0 {
        set(schema, min, json!(bounds.min));
    }
    if bounds.max < usize::MAX {
        set(schema, max, json!(bounds.max));
    }
}
