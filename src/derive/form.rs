//! A form for a request: what a page needs to show fields, before anything is judged.

use serde::Serialize;

use super::label::label;
use crate::identifiers::Partition;
use crate::identifiers::partition::PARTITIONS;
use crate::message::{phrase, template};
use crate::report::Code;
use crate::shape::{self, Bounds, Map, Member, Operation, Role, Shape, Structure, Text};

/// A form for a request.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Form {
    /// The name of the operation for people.
    pub title: String,
    /// The service for people.
    pub service: &'static str,
    /// What the operation does.
    pub help: &'static str,
    /// The fields, in the order of the API reference.
    pub fields: Vec<Field>,
    /// The same in the order in which people fill them in, by their members' names.
    pub groups: Vec<Group>,
    /// The ways to fill the rows of a field that exclude each other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modes: Option<Modes>,
    /// Requests to start from.
    pub samples: Vec<Sample>,
}

/// Fields that are filled in together.
#[derive(Debug, Serialize)]
pub struct Group {
    /// What they have in common.
    pub title: &'static str,
    /// The names of their members.
    pub fields: Vec<&'static str>,
}

/// The ways to fill the rows of a field that exclude each other.
#[derive(Debug, Serialize)]
pub struct Modes {
    /// The name of the field's member.
    pub field: &'static str,
    /// Each of the ways.
    pub modes: Vec<Mode>,
}

/// One of the ways to fill a row.
#[derive(Debug, Serialize)]
pub struct Mode {
    /// The name of the function that makes such a request: `oneZone`.
    pub name: &'static str,
    /// The mode for people.
    pub label: String,
    /// What comes of it.
    pub help: &'static str,
    /// The columns that make the mode.
    pub required: Vec<&'static str>,
    /// The columns that can be filled in beside them. All others stay empty.
    pub optional: Vec<&'static str>,
}

/// A request to start from.
#[derive(Debug, Serialize)]
pub struct Sample {
    /// What it shows.
    pub title: &'static str,
    /// The request as JSON text.
    pub json: &'static str,
}

/// A field of a form.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Field {
    /// The way to the value from the request, or from its row: empty for the value of a map's entry.
    pub path: Vec<&'static str>,
    /// For people.
    pub label: String,
    /// What the value is for.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub help: &'static str,
    /// Whether there must be a value.
    pub required: bool,
    /// A value to show as an example.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub example: &'static str,
    /// A token that is filled in where it is left empty.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub generated: bool,
    /// What people type or choose.
    #[serde(flatten)]
    pub control: Control,
}

/// What people type or choose.
#[derive(Debug, Serialize)]
#[serde(tag = "control", rename_all = "lowercase", rename_all_fields = "camelCase")]
pub enum Control {
    /// On or off.
    Checkbox,
    /// One line.
    Text {
        /// What the text must be.
        #[serde(flatten)]
        limits: Limits,
    },
    /// One line, for which values are known. Others are not refused.
    Select {
        /// What the text must be.
        #[serde(flatten)]
        limits: Limits,
        /// The known values.
        groups: Vec<ChoiceGroup>,
    },
    /// Several lines.
    Textarea {
        /// What the text must be.
        #[serde(flatten)]
        limits: Limits,
    },
    /// Fields that belong together.
    Group {
        /// The members of the object.
        fields: Vec<Field>,
    },
    /// Any number of rows.
    Rows {
        /// What one row is called.
        row: &'static str,
        /// The least number of rows, where the value is given at all.
        min: usize,
        /// The most rows, where a number is documented.
        #[serde(skip_serializing_if = "Option::is_none")]
        max: Option<usize>,
        /// Whether the rows are the entries of an object, which their key names.
        #[serde(skip_serializing_if = "Option::is_none")]
        key: Option<Box<Field>>,
        /// What to say at a row with the key of an earlier one, which no object can hold: a template of [`crate::message`].
        #[serde(skip_serializing_if = "Option::is_none")]
        duplicate: Option<&'static str>,
        /// The fields of a row beside its key.
        columns: Vec<Field>,
    },
}

/// Known values that belong together.
#[derive(Debug, Serialize)]
pub struct ChoiceGroup {
    /// What they belong to: `AWS China`.
    pub label: &'static str,
    /// Each of them.
    pub choices: Vec<Choice>,
}

/// A known value.
#[derive(Debug, Serialize)]
pub struct Choice {
    /// The value: `cn-north-1`.
    pub value: &'static str,
    /// Its name for people: `China (Beijing)`.
    pub label: &'static str,
}

/// What a text must be.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Limits {
    /// In Unicode scalar values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_length: Option<usize>,
    /// In Unicode scalar values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<usize>,
    /// The pattern as documented, of the whole text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<&'static str>,
    /// The pattern for `<input pattern>`, which means the same there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub html_pattern: Option<String>,
    /// The characters that the text can hold, in words, where its pattern says no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed_characters: Option<String>,
    /// What the length counts, for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'static str>,
    /// In words, what passes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<&'static str>,
}

/// The form of an operation.
pub fn form(operation: &Operation) -> Form {
    Form {
        title: label(operation.name),
        service: operation.service.title,
        help: operation.doc,
        fields: fields(&operation.input),
        groups: groups(&operation.input),
        modes: operation.modes.map(modes),
        samples: operation
            .guide
            .samples
            .iter()
            .map(|sample| Sample { title: sample.title, json: sample.input })
            .collect(),
    }
}

fn groups(structure: &Structure) -> Vec<Group> {
    let group = |(title, required): (&'static str, bool)| Group {
        title,
        fields: names(structure.members.iter().filter(|member| member.required.is_some() == required)),
    };
    [("Required", true), ("Optional", false)].map(group).into_iter().filter(|group| !group.fields.is_empty()).collect()
}

fn modes(modes: &shape::Modes) -> Modes {
    let mode = |mode: &shape::Mode| Mode {
        name: mode.name,
        label: label(mode.name),
        help: mode.doc,
        required: names(mode.required),
        optional: names(mode.optional),
    };
    Modes { field: modes.list.name, modes: modes.modes.iter().map(mode).collect() }
}

fn names<'m>(members: impl IntoIterator<Item = &'m &'static Member>) -> Vec<&'static str> {
    members.into_iter().map(|member| member.name).collect()
}

fn fields(structure: &Structure) -> Vec<Field> {
    structure.members.iter().map(|member| field(member)).collect()
}

fn field(member: &Member) -> Field {
    Field {
        path: vec![member.name],
        label: label(member.name),
        help: member.doc,
        required: member.required.is_some(),
        example: member.example,
        generated: member.idempotency_token,
        control: control(&member.shape),
    }
}

fn control(shape: &Shape) -> Control {
    match shape {
        Shape::Boolean(_) => Control::Checkbox,
        Shape::Text(text) if text.document => Control::Textarea { limits: limits(text) },
        Shape::Text(text) => line(text),
        Shape::List(list) => rows(list.item_name, list.count, None, columns(list.item, ("", ""))),
        Shape::Map(map) => {
            rows(map.entry_name, map.count, Some(Box::new(key(map))), columns(map.value, map.value_name))
        }
        Shape::Structure(structure) => Control::Group { fields: fields(structure) },
    }
}

/// Of Regions those are known that pass.
fn line(text: &Text) -> Control {
    let limits = limits(text);
    if text.role != Role::ReplicaRegion {
        return Control::Text { limits };
    }
    let passes = |region: &str| {
        text.pattern.is_none_or(|(pattern, _)| pattern.matches(region))
            && text.formats.iter().all(|format| (format.accepts)(region))
    };
    let group = |partition: &&'static Partition| {
        let known = partition.regions.iter().filter(|(code, _)| passes(code));
        let choices = known.map(|(value, label)| Choice { value, label });
        ChoiceGroup { label: partition.title, choices: choices.collect() }
    };
    let groups = PARTITIONS.iter().map(group).filter(|group| !group.choices.is_empty());
    Control::Select { limits, groups: groups.collect() }
}

fn rows(row: &'static str, count: Option<Bounds>, key: Option<Box<Field>>, columns: Vec<Field>) -> Control {
    let max = count.map(|count| count.max).filter(|max| *max < usize::MAX);
    let duplicate = key.as_ref().map(|_| template(Code::Duplicate));
    Control::Rows { row, min: count.map_or(0, |count| count.min), max, key, duplicate, columns }
}

fn columns(shape: &Shape, (name, example): (&str, &'static str)) -> Vec<Field> {
    match shape {
        Shape::Structure(structure) => fields(structure),
        other => vec![unnamed(name, example, control(other))],
    }
}

fn key(map: &Map) -> Field {
    let (name, example) = map.key_name;
    unnamed(name, example, line(&map.key))
}

fn unnamed(name: &str, example: &'static str, control: Control) -> Field {
    Field { path: vec![], label: name.to_owned(), help: "", required: true, example, generated: false, control }
}

fn limits(text: &Text) -> Limits {
    let by_pattern = text.pattern.map(|(pattern, _)| pattern.name);
    // One format says what passes. Of several each is for some texts only, and other codes say what does not pass.
    let mut formats = text.formats.iter().filter(|format| format.code == Code::InvalidIdentifier);
    let by_format = formats.next().filter(|_| formats.next().is_none()).map(|format| format.expected);
    Limits {
        min_length: text.length.map(|length| length.min).filter(|min| *min > 0),
        max_length: text.length.map(|length| length.max),
        pattern: text.pattern.map(|(pattern, _)| pattern.documented),
        html_pattern: text.pattern.map(|(pattern, _)| pattern.for_html()),
        allowed_characters: text.pattern.and_then(|(pattern, _)| pattern.allowed_characters()),
        unit: text.length.map(|_| "characters"),
        expected: by_pattern.or(by_format).map(phrase),
    }
}
