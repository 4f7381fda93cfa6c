//! How the suites read the vectors and walk the tables.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use serde::Deserialize;
use serde_json::{Value, json};
use xregion::shape::{Bounds, Map, Member, Operation, Rule, Shape, Structure, Text};
use xregion::{Code, Context, Issue, OPERATIONS, Report, Severity, validate, validate_json};

pub(crate) use crate::typed::assert_typed;

/// A request and every error that it must yield.
pub(crate) struct Vector {
    pub(crate) id: String,
    pub(crate) operation: &'static Operation,
    pub(crate) request: Value,
    pub(crate) expect: BTreeSet<(String, String)>,
}

/// A request and the HTTP request that AWS's own client makes of it.
pub(crate) struct WireVector {
    pub(crate) id: String,
    pub(crate) operation: &'static Operation,
    pub(crate) request: Value,
    pub(crate) options: Value,
    pub(crate) endpoint: String,
    pub(crate) http: Option<Value>,
    pub(crate) signing: Value,
}

/// A request of ours with every error that it must yield, and the rule behind each.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) operation: &'static Operation,
    pub(crate) input: CaseInput,
    pub(crate) context: Context,
    pub(crate) expect: BTreeSet<Finding>,
    pub(crate) warns: BTreeSet<Finding>,
    /// Codes that must not be found.
    pub(crate) silent: BTreeSet<String>,
    /// The number of the mistake that is made or avoided, in the list of what users get wrong.
    pub(crate) mistake: Option<usize>,
    pub(crate) covers: Vec<String>,
}

/// What a case asks about.
pub(crate) enum CaseInput {
    Value(Value),
    /// For what a JSON value cannot hold.
    Text(String),
}

/// What is said of a request, without its words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Finding {
    pub(crate) path: String,
    pub(crate) code: String,
    pub(crate) rule: String,
    #[serde(default)]
    pub(crate) on: Option<String>,
}

impl From<&Issue> for Finding {
    fn from(issue: &Issue) -> Self {
        Self {
            path: issue.path.pointer(),
            code: issue.code.as_str().to_owned(),
            rule: issue.rule.to_string(),
            on: issue.on_key.then(|| "key".to_owned()),
        }
    }
}

/// A row of the catalogue of facts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) operation: String,
    /// What comes back is told from what is sent.
    pub(crate) group: Option<String>,
    pub(crate) severity: String,
    pub(crate) codes: Vec<String>,
}

impl Case {
    /// The reports on a case in every way that it can be asked, each with the way's name.
    pub(crate) fn reports(&self) -> Vec<(&'static str, Report)> {
        let text = match &self.input {
            CaseInput::Value(value) => value.to_string(),
            CaseInput::Text(text) => text.clone(),
        };
        let mut reports = vec![("text", validate_json(self.operation, text.as_bytes(), &self.context))];
        if let Some(value) = self.value() {
            reports.push(("value", validate(self.operation, &value, &self.context)));
        }
        reports
    }

    /// The request as a value, where a value can hold it.
    pub(crate) fn value(&self) -> Option<Value> {
        match &self.input {
            CaseInput::Value(value) => Some(value.clone()),
            CaseInput::Text(text) => serde_json::from_str(text).ok(),
        }
    }
}

/// What a report says with a severity.
pub(crate) fn findings(report: &Report, severity: Severity) -> BTreeSet<Finding> {
    report.issues().iter().filter(|issue| issue.severity == severity).map(Finding::from).collect()
}

/// The repository's top folder.
pub(crate) fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the repository, as text.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(top().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The operation of that name.
pub(crate) fn operation(name: &str) -> &'static Operation {
    OPERATIONS.iter().copied().find(|operation| operation.name == name).unwrap_or_else(|| panic!("no operation {name}"))
}

fn lines(path: &str) -> Vec<Value> {
    read(path).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// Every vector of `validate.jsonl`.
pub(crate) fn vectors() -> Vec<Vector> {
    let vector = |row: Value| Vector {
        id: text(&row["id"]),
        operation: operation(row["operation"].as_str().unwrap()),
        expect: expected(&row["expect"]),
        request: row["request"].clone(),
    };
    lines("tests/vectors/validate.jsonl").into_iter().map(vector).collect()
}

/// Paths and codes of a list of expected findings.
fn expected(list: &Value) -> BTreeSet<(String, String)> {
    list.as_array().unwrap().iter().map(|finding| (text(&finding["path"]), text(&finding["code"]))).collect()
}

/// Every vector of `wire.jsonl`.
pub(crate) fn wire_vectors() -> Vec<WireVector> {
    let vector = |row: Value| {
        let operation = operation(row["operation"].as_str().unwrap());
        let signing = row.get("signing").cloned();
        WireVector {
            id: text(&row["id"]),
            operation,
            request: row["request"].clone(),
            options: json!({ "region": row["region"], "fips": row["fips"], "dualStack": row["dualstack"] }),
            endpoint: text(&row["ruleset_url"]),
            http: row.get("http").cloned(),
            signing: signing
                .unwrap_or_else(|| json!({ "name": operation.service.signing_name, "region": row["region"] })),
        }
    };
    lines("tests/vectors/wire.jsonl").into_iter().map(vector).collect()
}

/// Every row of the catalogue, by its id.
pub(crate) fn catalogue() -> BTreeMap<String, Row> {
    let rows: Vec<Row> = serde_json::from_str(&read("tests/vectors/catalogue.json")).unwrap();
    rows.into_iter().map(|row| (row.id.clone(), row)).collect()
}

/// Every case of ours, in the files named after their operations.
pub(crate) fn cases() -> Vec<Case> {
    OPERATIONS.iter().flat_map(|operation| cases_of(operation)).collect()
}

fn cases_of(operation: &'static Operation) -> Vec<Case> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Written {
        name: String,
        #[serde(default)]
        input: Value,
        json: Option<String>,
        /// Strings that are too long to be read are filled up, at the end and by the pointer to them.
        #[serde(default)]
        pad: BTreeMap<String, Pad>,
        #[serde(default)]
        context: Context,
        expect: BTreeSet<Finding>,
        #[serde(default)]
        warns: BTreeSet<Finding>,
        #[serde(default)]
        silent: BTreeSet<String>,
        mistake: Option<usize>,
        #[serde(default)]
        covers: Vec<String>,
    }
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Pad {
        with: char,
        to: usize,
    }
    let path = format!("tests/vectors/{}.json", snake_case(operation.name));
    let written: Vec<Written> = serde_json::from_str(&read(&path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    let case = |mut case: Written| {
        for (pointer, Pad { with, to }) in case.pad {
            let Some(Value::String(text)) = case.input.pointer_mut(&pointer) else {
                panic!("{path}: {}: no string at {pointer}", case.name)
            };
            text.extend(std::iter::repeat_n(with, to - text.chars().count()));
        }
        Case {
            name: format!("{}: {}", operation.name, case.name),
            operation,
            input: case.json.map_or(CaseInput::Value(case.input), CaseInput::Text),
            context: case.context,
            expect: case.expect,
            warns: case.warns,
            silent: case.silent,
            mistake: case.mistake,
            covers: case.covers,
        }
    };
    written.into_iter().map(case).collect()
}

fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

/// What there is in a table, in its order.
pub(crate) enum Part {
    Member(&'static Member),
    Shape(&'static Shape),
    /// A string that is a member, an item or a value, or a map's key.
    Text(&'static Text),
    Structure(&'static Structure),
    Bounds(Bounds),
}

/// Everything in an operation's table.
pub(crate) fn parts(operation: &'static Operation) -> Vec<Part> {
    let mut parts = Vec::new();
    structure(&operation.input, &mut parts);
    parts
}

fn structure(of: &'static Structure, parts: &mut Vec<Part>) {
    parts.push(Part::Structure(of));
    for member in of.members {
        parts.push(Part::Member(member));
        shape(&member.shape, parts);
    }
}

fn shape(of: &'static Shape, parts: &mut Vec<Part>) {
    parts.push(Part::Shape(of));
    match of {
        Shape::Boolean(_) => {}
        Shape::Text(of) => text_part(of, parts),
        Shape::List(list) => {
            parts.extend(list.count.map(Part::Bounds));
            shape(list.item, parts);
        }
        Shape::Map(Map { count, key, value, .. }) => {
            parts.extend(count.map(Part::Bounds));
            text_part(key, parts);
            shape(value, parts);
        }
        Shape::Structure(of) => structure(of, parts),
    }
}

fn text_part(of: &'static Text, parts: &mut Vec<Part>) {
    parts.push(Part::Text(of));
    parts.extend(of.length.map(Part::Bounds));
}

/// Every rule of an operation's table, with a code of the findings about it.
pub(crate) fn rules(operation: &'static Operation) -> Vec<(Rule, Code)> {
    let mut rules = vec![(operation.null, Code::WrongType)];
    rules.extend(operation.constraints().map(|constraint| (constraint.rule, constraint.code)));
    for part in parts(operation) {
        match part {
            Part::Member(member) => rules.extend(member.required.map(|rule| (rule, Code::MissingRequired))),
            Part::Structure(of) => rules.extend([(of.rule, Code::WrongType), (of.closed, Code::UnknownField)]),
            Part::Shape(Shape::Boolean(of)) => rules.push((of.rule, Code::WrongType)),
            Part::Shape(Shape::Text(of)) => rules.push((of.rule, Code::WrongType)),
            Part::Shape(Shape::List(of)) => {
                rules.push((of.rule, Code::WrongType));
                rules.extend(of.count.into_iter().flat_map(|count| bounds(count, Code::TooFew, Code::TooMany)));
            }
            Part::Shape(Shape::Map(of)) => {
                rules.push((of.rule, Code::WrongType));
                rules.extend(of.count.into_iter().flat_map(|count| bounds(count, Code::TooFew, Code::TooMany)));
            }
            Part::Text(of) => {
                rules.extend(of.length.into_iter().flat_map(|length| bounds(length, Code::TooShort, Code::TooLong)));
                rules.extend(of.pattern.iter().map(|(_, rule)| (*rule, Code::PatternMismatch)));
                rules.extend(of.formats.iter().map(|format| (format.rule, format.code)));
            }
            Part::Shape(Shape::Structure(_)) | Part::Bounds(_) => {}
        }
    }
    rules
}

fn bounds(bounds: Bounds, below: Code, above: Code) -> impl Iterator<Item = (Rule, Code)> {
    let below = (bounds.min > 0).then_some((bounds.rule, below));
    let above = (bounds.max < usize::MAX).then_some((bounds.rule, above));
    below.into_iter().chain(above)
}
