//! Every pattern that the crate knows, for the tables by which they are matched.

use crate::identifiers::partition::PARTITIONS;
use crate::identifiers::region::REGION_CODE;
use crate::identifiers::secrets::SECRETS;
use crate::operations::OPERATIONS;
use crate::pattern::Pattern;
use crate::shape::{Shape, Structure, Text};

/// The patterns, each once.
pub fn patterns() -> Vec<&'static Pattern> {
    let mut found = vec![&REGION_CODE, &SECRETS];
    found.extend(PARTITIONS.iter().map(|partition| &partition.region_pattern));
    for operation in OPERATIONS {
        of_structure(&operation.input, &mut found);
    }
    let mut patterns: Vec<&'static Pattern> = Vec::new();
    for pattern in found {
        if !patterns.iter().any(|known| known.documented == pattern.documented) {
            patterns.push(pattern);
        }
    }
    patterns
}

fn of_structure(structure: &'static Structure, found: &mut Vec<&'static Pattern>) {
    for member in structure.members {
        of_shape(&member.shape, found);
    }
}

fn of_shape(shape: &'static Shape, found: &mut Vec<&'static Pattern>) {
    match shape {
        Shape::Boolean(_) => {}
        Shape::Text(text) => of_text(text, found),
        Shape::List(list) => of_shape(list.item, found),
        Shape::Map(map) => {
            of_text(&map.key, found);
            of_shape(map.value, found);
        }
        Shape::Structure(structure) => of_structure(structure, found),
    }
}

fn of_text(text: &Text, found: &mut Vec<&'static Pattern>) {
    found.extend(text.pattern.map(|(pattern, _)| pattern));
}
