//! Every rule that an issue about an operation can cite.

use alloc::vec;
use alloc::vec::Vec;

use crate::engine::RULES_OF_EVERY_REQUEST;
use crate::operations::OPERATIONS;
use crate::report::Code;
use crate::shape::{Bounds, Operation, Shape, Structure, Text};
use crate::sources::Rule;

/// Whether a name is a code, or the id of a rule of some operation.
pub(crate) fn is_known(name: &str) -> bool {
    Code::ALL.iter().any(|code| code.as_str() == name)
        || RULES_OF_EVERY_REQUEST.iter().any(|rule| rule.id == name)
        || OPERATIONS.iter().any(|operation| of_operation(operation).iter().any(|rule| rule.id == name))
}

/// The rules in an operation's table, those of its answers and notes left aside.
fn of_operation(operation: &Operation) -> Vec<Rule> {
    let mut rules = vec![operation.null];
    of_structure(&operation.input, &mut rules);
    rules.extend(operation.constraints().map(|constraint| constraint.rule));
    rules
}

fn of_structure(structure: &Structure, rules: &mut Vec<Rule>) {
    rules.extend([structure.rule, structure.closed]);
    for member in structure.members {
        rules.extend(member.required);
        of_shape(&member.shape, rules);
    }
}

fn of_shape(shape: &Shape, rules: &mut Vec<Rule>) {
    let bounds = |bounds: Option<Bounds>| bounds.map(|bounds| bounds.rule);
    match shape {
        Shape::Boolean(boolean) => rules.push(boolean.rule),
        Shape::Text(text) => of_text(text, rules),
        Shape::List(list) => {
            rules.push(list.rule);
            rules.extend(bounds(list.count));
            of_shape(list.item, rules);
        }
        Shape::Map(map) => {
            rules.push(map.rule);
            rules.extend(bounds(map.count));
            of_text(&map.key, rules);
            of_shape(map.value, rules);
        }
        Shape::Structure(structure) => of_structure(structure, rules),
    }
}

fn of_text(text: &Text, rules: &mut Vec<Rule>) {
    rules.push(text.rule);
    rules.extend(text.length.map(|length| length.rule));
    rules.extend(text.pattern.map(|(_, rule)| rule));
    rules.extend(text.formats.iter().map(|format| format.rule));
}
