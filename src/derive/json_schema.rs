//! JSON Schema, draft 2020-12: what a schema can say of a request. What ties members together it says in words.

use serde_json::{Map, Value, json};

use crate::shape::{Bounds, Operation, Shape, Structure, Text};

/// The schema of an operation's input.
pub fn json_schema(operation: &Operation) -> Value {
    let mut schema = structure(&operation.input);
    let rules: Vec<&str> = operation.constraints().map(|constraint| constraint.doc).collect();
    let note = format!("{} Beyond this schema: {}", operation.doc, rules.join(" "));
    document(&mut schema, operation.name, &note);
    Value::Object(schema)
}

/// Makes a schema one of a whole document.
pub(super) fn document(schema: &mut Map<String, Value>, title: &str, description: &str) {
    set(schema, "$schema", json!("https://json-schema.org/draft/2020-12/schema"));
    set(schema, "title", json!(title));
    set(schema, "description", json!(description));
}

fn set(schema: &mut Map<String, Value>, keyword: &str, value: Value) {
    schema.insert(keyword.to_owned(), value);
}

/// The schema of an object with named members.
pub(super) fn structure(structure: &Structure) -> Map<String, Value> {
    let mut schema = Map::new();
    let property = |member: &&crate::shape::Member| {
        let mut property = shape(&member.shape);
        set(&mut property, "description", json!(member.doc));
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
            names.remove("type");
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
    schema
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
