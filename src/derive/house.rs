//! House rules: their JSON Schema, and their section of the reference.

use std::fmt::Write;

use serde_json::Value;

use super::json_schema::{SchemaTarget, document, structure};
use super::reference::cell;
use crate::house::vocabulary::{DOCUMENT, KINDS, SAMPLE};
use crate::message;
use crate::shape::{Member, Operation, Role, Shape, Structure};

/// The JSON Schema of house rules, draft 2020-12. It says everything but what a pattern is.
pub fn house_rules_schema() -> Value {
    let mut schema = structure(&DOCUMENT);
    let note = "The policy of an organisation, which xregion holds requests to. Beyond this schema: patterns are \
                regular expressions without look-around and back-references.";
    document(&mut schema, SchemaTarget::default(), "House rules", note);
    Value::Object(schema)
}

/// The text of `docs/house-rules.schema.json`.
pub(super) fn schema_text() -> String {
    let text = serde_json::to_string_pretty(&house_rules_schema()).unwrap_or_default();
    text + "\n"
}

/// The section of the reference.
pub(super) fn section(out: &mut String, operations: &[&Operation]) {
    out.push_str(
        "\n## House rules\n\n\
         The policy of your own organisation, as data. It is loaded once, and every request with it in its context (`house`) is held to it. \
         Findings have the code `house_rule`; their rule is the name that the rule has in the document, under which, as under the code, \
         it can be switched off, down or up; their source is the page that the rule names, else that of the document, else the name of the document, without an address.\n\n\
         [The JSON Schema of the document](house-rules.schema.json) says what the tables here say. One rule of each sort:\n\n",
    );
    let _ = writeln!(out, "```json\n{}\n```\n", SAMPLE.input);
    out.push_str("### The document\n\n| member | |\n| --- | --- |\n");
    let is_section = |member: &Member| KINDS.iter().any(|kind| std::ptr::eq(kind.section, member));
    for member in DOCUMENT.members.iter().filter(|member| !is_section(member)) {
        row(out, "", member);
    }
    for kind in KINDS {
        row(out, "", kind.section);
    }
    out.push_str("\n### Its rules\n\nA rule has a name, which is no code: it holds a character other than `a` to `z`, `0` to `9` and `_`.\n\n");
    out.push_str("| member | |\n| --- | --- |\n");
    let mut common: Vec<&Member> = Vec::new();
    for kind in KINDS {
        for member in members_of_rule(kind.section) {
            if !KINDS.iter().all(|kind| members_of_rule(kind.section).any(|other| std::ptr::eq(other, member))) {
                row(out, &format!("{}.(name).", kind.section.name), member);
            } else if !common.iter().any(|known| std::ptr::eq(*known, member)) {
                common.push(member);
            }
        }
    }
    for member in common {
        row(out, "(any).(name).", member);
    }
    out.push_str("\n### What is said without a message\n\n| kind | message |\n| --- | --- |\n");
    for kind in KINDS {
        let _ = writeln!(out, "| `{}` | {} |", kind.section.name, cell(message::phrase(kind.section.name)));
    }
    out.push_str("\n### What they speak of\n\n| operation | member | is |\n| --- | --- | --- |\n");
    for operation in operations {
        roles_of_structure(out, operation.name, "", &operation.input);
    }
}

fn row(out: &mut String, prefix: &str, member: &Member) {
    let required = if member.required.is_some() { " Required." } else { "" };
    let _ = writeln!(out, "| **{prefix}{}** | {}{required} |", member.name, cell(member.doc));
}

fn members_of_rule(section: &'static Member) -> impl Iterator<Item = &'static Member> {
    let members = match &section.shape {
        Shape::Map(map) => match map.value {
            Shape::Structure(rule) => rule.members,
            _ => &[],
        },
        _ => &[],
    };
    members.iter().copied()
}

fn roles_of_structure(out: &mut String, operation: &str, prefix: &str, structure: &Structure) {
    for member in structure.members {
        roles(out, operation, &format!("{prefix}{}", member.name), &member.shape);
    }
}

fn roles(out: &mut String, operation: &str, path: &str, shape: &Shape) {
    match shape {
        Shape::Boolean(_) => {}
        Shape::Text(text) => role(out, operation, path, text.role),
        Shape::List(list) => roles(out, operation, &format!("{path}[]"), list.item),
        Shape::Map(map) => {
            role(out, operation, &format!("{path}.(key)"), map.key.role);
            roles(out, operation, &format!("{path}.(value)"), map.value);
        }
        Shape::Structure(structure) => roles_of_structure(out, operation, &format!("{path}."), structure),
    }
}

fn role(out: &mut String, operation: &str, path: &str, role: Role) {
    if let Some(doc) = role.doc() {
        let _ = writeln!(out, "| {operation} | {path} | {doc} |");
    }
}
