//! A request to be filled in.

use serde_json::{Map, Value};

use crate::shape::{Operation, Shape, Structure};

/// Which members a skeleton has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Skeleton {
    /// All of them.
    #[default]
    Full,
    /// Those that are required.
    Required,
}

/// A request of empty texts and `false`, with one item in every list, and one entry in every map under a key to replace.
///
/// ```
/// use xregion::derive::{Skeleton, skeleton};
///
/// let filled_in = skeleton(&xregion::operations::REPLICATE_KEY, Skeleton::Required);
/// assert_eq!(filled_in, serde_json::json!({ "KeyId": "", "ReplicaRegion": "" }));
/// ```
pub fn skeleton(operation: &Operation, which: Skeleton) -> Value {
    structure(&operation.input, which)
}

fn structure(structure: &Structure, which: Skeleton) -> Value {
    let members = structure.members.iter().filter(|member| which == Skeleton::Full || member.required.is_some());
    members.map(|member| (member.name, value(&member.shape, which))).collect()
}

fn value(shape: &Shape, which: Skeleton) -> Value {
    match shape {
        Shape::Boolean(_) => Value::Bool(false),
        Shape::Text(_) => Value::from(""),
        Shape::List(list) => Value::Array(vec![value(list.item, which)]),
        Shape::Map(map) => Value::Object(Map::from_iter([(map.key_name.1.to_owned(), value(map.value, which))])),
        Shape::Structure(inner) => structure(inner, which),
    }
}
