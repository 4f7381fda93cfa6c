//! What the reference says of the resources of Terraform and CloudFormation.

use std::fmt::Write;

use super::reference::{cell, linked};
use crate::resource::{Carry, Property, Resource};
use crate::shape::Operation;

/// The resources of an operation, with what becomes of each member.
pub(super) fn section(out: &mut String, operation: &Operation) {
    let resources = [operation.guide.terraform, operation.guide.cloud_formation];
    if resources.iter().all(Option::is_none) {
        return;
    }
    out.push_str("\n### As infrastructure as code\n\nWhat no line names is told as not carried.\n\n| resource | member | property | takes | source |\n| --- | --- | --- | --- | --- |\n");
    for resource in resources.into_iter().flatten() {
        properties(out, resource, resource.properties, "", "");
    }
}

fn properties(out: &mut String, resource: &Resource, properties: &'static [Property], member: &str, property: &str) {
    for Property { member: of_request, name, carry, limit } in properties {
        let (member, property) = (joined(member, of_request.name), joined(property, name));
        let takes = limit.map(|limit| cell(crate::message::phrase(limit.requirement))).unwrap_or_default();
        let _ = writeln!(
            out,
            "| `{}` | {member} | {} | {takes} | {} |",
            resource.name,
            place(name, &property, carry),
            linked(resource.source),
        );
        match carry {
            Carry::Each(inner) => self::properties(out, resource, inner, &(member + "[]"), &(property + "[]")),
            Carry::EachByKey(key, inner) => {
                let _ = writeln!(
                    out,
                    "| `{}` | {member}.(key) | {property}[].{key} | | {} |",
                    resource.name,
                    linked(resource.source)
                );
                self::properties(out, resource, inner, &(member + ".(value)"), &(property + "[]"));
            }
            _ => {}
        }
    }
}

fn joined(parent: &str, name: &str) -> String {
    if parent.is_empty() || name.is_empty() { format!("{parent}{name}") } else { format!("{parent}.{name}") }
}

fn place(name: &str, property: &str, carry: &Carry) -> String {
    match carry {
        _ if name.is_empty() => String::from("(beside the properties)"),
        Carry::Collect { .. } => format!("{property}, an entry for each"),
        Carry::Spread { key, value, .. } => format!("{property}[].{key} and {property}[].{value}"),
        _ => property.to_owned(),
    }
}
