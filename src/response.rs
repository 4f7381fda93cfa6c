//! What a service answers when all went well, read with typed values. Nothing is refused: services add members and
//! values without notice, so that what differs from the documentation is a warning.

use serde::Serialize;
use serde_json::{Map, Number, Value};

use crate::answer::{Kind, Output, Phase, Status, UNKNOWN_STATUS};
use crate::moment::moment;
use crate::report::{Code, Issue, Param, Path, Report, Segment, shortened};
use crate::shape::{Operation, Rule};
use crate::sources;

/// That responses are taken as they are.
static OPEN: Rule = Rule { id: "X-12", source: &sources::SMITHY_STRING };

/// How moments are written.
static MOMENT: Rule = Rule { id: "X-21", source: &sources::SMITHY_JSON };

/// What clients add to a response.
const OF_CLIENTS: [&str; 2] = ["$metadata", "ResponseMetadata"];

/// A response, read.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Reading {
    /// The response, with moments as milliseconds since 1970.
    pub value: Value,
    /// Where the moments are.
    pub moments: Vec<Path>,
    /// What differs from the documentation. All are warnings.
    pub issues: Vec<Issue>,
    /// How far things are.
    pub statuses: Vec<StatusReading>,
}

/// How far something is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StatusReading {
    /// Where the status stands.
    #[serde(serialize_with = "as_pointer")]
    pub pointer: Path,
    /// The status itself.
    pub status: String,
    /// How far that is; absent where the documentation does not know the status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<Phase>,
    /// What it means.
    pub meaning: &'static str,
    /// What to do.
    pub advice: &'static str,
}

fn as_pointer<S: serde::Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(path)
}

/// Reads a response.
///
/// ```
/// use serde_json::json;
/// use xregion::{operations::REPLICATE_SECRET_TO_REGIONS, read_response};
///
/// let response = json!({ "ReplicationStatus": [{ "Region": "eu-west-1", "Status": "InProgress", "LastAccessedDate": 1.5 }] });
/// let reading = read_response(&REPLICATE_SECRET_TO_REGIONS, &response);
/// assert_eq!(reading.statuses[0].pointer.pointer(), "/ReplicationStatus/0/Status");
/// assert_eq!(reading.value["ReplicationStatus"][0]["LastAccessedDate"], json!(1500.0));
/// ```
pub fn read_response(operation: &'static Operation, value: &Value) -> Reading {
    let mut reader = Reader { operation, moments: Vec::new(), issues: Vec::new(), statuses: Vec::new() };
    let mut value = value.clone();
    reader.structure(operation.guide.answers.response, operation.input.rule, &mut value, &Path::default());
    Reading {
        value,
        moments: reader.moments,
        issues: Report::default().and(reader.issues).into_issues(),
        statuses: reader.statuses,
    }
}

struct Reader {
    operation: &'static Operation,
    moments: Vec<Path>,
    issues: Vec<Issue>,
    statuses: Vec<StatusReading>,
}

impl Reader {
    fn note(&mut self, rule: Rule, path: &Path, problem: &'static str, expected: impl Into<Param>) {
        let code = Code::UnexpectedResponse;
        let params = vec![problem.into(), expected.into()];
        self.issues.push(Issue::new(rule, code, code.severity(), path.clone(), false, params));
    }

    fn structure(&mut self, outputs: &'static [Output], rule: Rule, value: &mut Value, path: &Path) {
        let Value::Object(members) = value else {
            return self.note(rule, path, "response_type", "object");
        };
        let is_extra = |name: &&String| {
            !OF_CLIENTS.contains(&name.as_str()) && !outputs.iter().any(|output| output.name == name.as_str())
        };
        for name in members.keys().filter(is_extra).take(MOST_EXTRA) {
            self.note(OPEN, &path.clone().join(name), "response_extra", "");
        }
        for output in outputs {
            let path = path.clone().join(output.name);
            match members.get(output.name) {
                None | Some(Value::Null) if output.always => self.note(output.rule, &path, "response_missing", ""),
                None | Some(Value::Null) => {}
                Some(Value::String(status)) if matches!(output.kind, Kind::Status(_)) => {
                    if let Kind::Status(of) = &output.kind {
                        self.status(of, output.rule, status, members, &path);
                    }
                }
                Some(_) => {
                    if let Some(value) = members.get_mut(output.name) {
                        self.value(&output.kind, output.rule, value, &path);
                    }
                }
            }
        }
    }

    fn value(&mut self, kind: &'static Kind, rule: Rule, value: &mut Value, path: &Path) {
        match (kind, &mut *value) {
            (Kind::Text, Value::String(_)) | (Kind::Boolean, Value::Bool(_)) => {}
            (Kind::Integer, Value::Number(number)) if number.is_i64() || number.is_u64() => {}
            (Kind::Values(known), Value::String(text)) => {
                if !known.contains(&text.as_str()) {
                    self.note(rule, path, "response_value", names(known.iter().copied()));
                }
            }
            (Kind::Timestamp, _) => match moment(value).and_then(Number::from_f64) {
                Some(number) => {
                    *value = Value::Number(number);
                    self.moments.push(path.clone());
                }
                None => self.note(MOMENT, path, "response_type", "timestamp"),
            },
            (Kind::List(item, rule), Value::Array(items)) => {
                for (index, value) in items.iter_mut().enumerate() {
                    let mut path = path.clone();
                    path.0.push(Segment::Index(index));
                    self.value(item, *rule, value, &path);
                }
            }
            (Kind::Structure(outputs), value) => self.structure(outputs, rule, value, path),
            (kind, _) => self.note(rule, path, "response_type", kind.name()),
        }
    }

    fn status(&mut self, of: &'static Status, rule: Rule, text: &str, around: &Map<String, Value>, path: &Path) {
        let state = of.states.iter().find(|state| state.value == text);
        if state.is_none() {
            self.note(rule, path, "response_value", names(of.states.iter().map(|state| state.value)));
        }
        let reason = of.reason.and_then(|name| around.get(name)).and_then(Value::as_str);
        let saying =
            reason.and_then(|text| self.operation.guide.answers.sayings.iter().find(|saying| saying.is_in(text)));
        self.statuses.push(StatusReading {
            pointer: path.clone(),
            status: shortened(text),
            phase: state.map(|state| state.phase),
            meaning: state.map_or(UNKNOWN_STATUS.0, |state| state.meaning),
            advice: saying.map(|saying| saying.advice).or(state.map(|state| state.advice)).unwrap_or(UNKNOWN_STATUS.1),
        });
    }
}

/// The most members that are reported for being unknown, at one place.
const MOST_EXTRA: usize = 20;

fn names(of: impl Iterator<Item = &'static str>) -> Vec<String> {
    of.map(str::to_owned).collect()
}

impl Kind {
    /// The name of the phrase that says what such a value is.
    fn name(&self) -> &'static str {
        match self {
            Self::Text | Self::Values(_) | Self::Status(_) => "string",
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Timestamp => "timestamp",
            Self::List(..) => "array",
            Self::Structure(_) => "object",
        }
    }
}
