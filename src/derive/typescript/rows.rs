//! The types of the rows that forms have for inputs.

use std::fmt::Write;

use super::{documentation, type_of};
use crate::shape::{Map, Operation, Shape, Structure};

/// The rows of an operation. Without maps they are the input itself.
pub(super) fn declaration(operation: &Operation) -> String {
    let name = operation.name;
    let doc = format!("\n/** The rows of {name}, as forms and tables have them. */\n");
    if operation.input.members.iter().any(|member| has_map(&member.shape)) {
        format!("{doc}export interface {name}Rows {{\n{}}}\n", members(&operation.input, 0))
    } else {
        format!("{doc}export type {name}Rows = {name}Input;\n")
    }
}

fn has_map(shape: &Shape) -> bool {
    match shape {
        Shape::Map(_) => true,
        Shape::List(list) => has_map(list.item),
        Shape::Structure(structure) => structure.members.iter().any(|member| has_map(&member.shape)),
        Shape::Boolean(_) | Shape::Text(_) => false,
    }
}

fn members(structure: &Structure, depth: usize) -> String {
    let indent = "  ".repeat(depth + 1);
    structure.members.iter().fold(String::new(), |mut out, member| {
        let (optional, absent) = if member.required.is_some() { ("", "") } else { ("?", " | undefined") };
        let rows = rows_of(&member.shape, depth + 1);
        let _ = writeln!(out, "{indent}/** {} */", documentation(member));
        let _ = writeln!(out, "{indent}{}{optional}: {rows}{absent};", member.name);
        out
    })
}

fn rows_of(shape: &Shape, depth: usize) -> String {
    let indent = "  ".repeat(depth);
    match shape {
        Shape::Map(map) => format!("Array<{{\n{}{indent}}}>", cells(map, depth)),
        Shape::List(list) => format!("Array<{}>", rows_of(list.item, depth)),
        Shape::Structure(structure) => format!("{{\n{}{indent}}}", members(structure, depth)),
        Shape::Boolean(_) | Shape::Text(_) => type_of(shape, depth),
    }
}

/// The key and the value of an entry.
fn cells(map: &Map, depth: usize) -> String {
    let indent = "  ".repeat(depth + 1);
    let key = format!("{indent}{}: string;\n", map.key_name.0);
    match map.value {
        Shape::Structure(structure) => key + &members(structure, depth),
        value => format!("{key}{indent}{}: {};\n", map.value_name.0, rows_of(value, depth + 1)),
    }
}
