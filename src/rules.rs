//! Every rule that an issue about an operation can cite.

use crate::engine::RULES_OF_EVERY_REQUEST;
use crate::jsonl::LINE;
use crate::operations::OPERATIONS;
use crate::report::{Code, MOST};
use crate::shape::{Bounds, Operation, Shape, Structure, Text};
use crate::sources::Rule;

/// Whether a name is a code, or the id of a rule of some operation.
pub(crate) fn is_known(name: &str) -> bool {
    Code::ALL.iter().any(|code| code.as_str() == name)
        || RULES_OF_EVERY_REQUEST.iter().any(|rule| rule.id == name)
        || [LINE, MOST].iter().any(|rule| rule.id == name)
        || OPERATIONS.iter().any(|operation| Cited(name).by_operation(operation))
}

/// The id of a rule, to be looked for in tables. Those of answers and notes are left aside.
#[derive(Clone, Copy)]
struct Cited<'n>(&'n str);

impl Cited<'_> {
    fn by_operation(self, operation: &Operation) -> bool {
        self.is(operation.null)
            || self.by_structure(&operation.input)
            || operation.constraints().any(|constraint| self.is(constraint.rule))
    }

    fn by_structure(self, structure: &Structure) -> bool {
        self.is(structure.rule)
            || self.is(structure.closed)
            || structure.members.iter().any(|member| self.is_among(member.required) || self.by_shape(&member.shape))
    }

    fn by_shape(self, shape: &Shape) -> bool {
        match shape {
            Shape::Boolean(boolean) => self.is(boolean.rule),
            Shape::Text(text) => self.by_text(text),
            Shape::List(list) => self.is(list.rule) || self.by_bounds(list.count) || self.by_shape(list.item),
            Shape::Map(map) => {
                self.is(map.rule) || self.by_bounds(map.count) || self.by_text(&map.key) || self.by_shape(map.value)
            }
            Shape::Structure(structure) => self.by_structure(structure),
        }
    }

    fn by_text(self, text: &Text) -> bool {
        self.is(text.rule)
            || self.by_bounds(text.length)
            || self.is_among(text.pattern.map(|(_, rule)| rule))
            || text.formats.iter().any(|format| self.is(format.rule))
    }

    fn by_bounds(self, bounds: Option<Bounds>) -> bool {
        self.is_among(bounds.map(|bounds| bounds.rule))
    }

    fn is_among(self, rule: Option<Rule>) -> bool {
        rule.is_some_and(|rule| self.is(rule))
    }

    fn is(self, rule: Rule) -> bool {
        rule.id == self.0
    }
}
