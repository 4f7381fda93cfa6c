//! Requests in JSON text that have something in every place of an operation's table.

use xregion::shape::{Member, Operation, Role, Shape, Structure, Text};

/// What stands in the places of a request.
pub(super) struct Written<'w> {
    /// How many entries there are in each list and map.
    pub(super) count: usize,
    /// A string, as the place where it stands has it: by its table, its example, and the index of the entry.
    pub(super) text: &'w dyn Fn(&Text, &str, usize) -> String,
    /// What stands in place of a list's item or a map's value, where that is something else.
    pub(super) entry: Option<&'w str>,
    /// What comes after the members of each structure, with a comma before it.
    pub(super) rest: &'w str,
}

/// What would pass, were there not so much of it.
pub(super) const SOUND: Written = Written { count: 1, text: &different, entry: None, rest: "" };

/// A string that is unlike those of other entries where they have to be, and as long.
pub(super) fn different(text: &Text, example: &str, index: usize) -> String {
    match text.role {
        _ if index == 0 => example.to_owned(),
        Role::ReplicaRegion => format!("eu-west-{}", 100_000 + index),
        Role::TagKey => format!("key {index:06}"),
        _ => example.to_owned(),
    }
}

impl Written<'_> {
    pub(super) fn request(&self, operation: &Operation) -> String {
        self.structure(&operation.input, 0)
    }

    fn structure(&self, structure: &Structure, index: usize) -> String {
        let member =
            |member: &&Member| format!("{}:{}", quoted(member.name), self.value(&member.shape, member.example, index));
        let members: Vec<String> = structure.members.iter().map(member).collect();
        format!("{{{}{}}}", members.join(","), self.rest)
    }

    fn value(&self, shape: &Shape, example: &str, index: usize) -> String {
        match shape {
            Shape::Boolean(_) => "false".to_owned(),
            Shape::Text(text) => quoted(&(self.text)(text, example, index)),
            Shape::Structure(structure) => self.structure(structure, index),
            Shape::List(list) => {
                let items: Vec<String> = (0..self.count).map(|index| self.entry(list.item, "", index)).collect();
                format!("[{}]", items.join(","))
            }
            Shape::Map(map) => {
                let key = |index| quoted(&(self.text)(&map.key, map.key_name.1, index));
                let entry = |index| format!("{}:{}", key(index), self.entry(map.value, map.value_name.1, index));
                format!("{{{}}}", (0..self.count).map(entry).collect::<Vec<_>>().join(","))
            }
        }
    }

    fn entry(&self, shape: &Shape, example: &str, index: usize) -> String {
        self.entry.map_or_else(|| self.value(shape, example, index), str::to_owned)
    }
}

/// A text as a string of JSON.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
