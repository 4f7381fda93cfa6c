//! What follows from a request: the documented consequences that no verdict tells, and the permissions that it needs.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::context::{Context, Overrides};
use crate::engine::judge;
use crate::identifiers::{Arn, Partition};
use crate::input::Input;
use crate::shape::Operation;
use crate::sources::Rule;
use crate::tree::Place;

/// A documented consequence of some requests.
#[derive(Debug)]
pub struct Note {
    /// Where it is documented.
    pub rule: Rule,
    /// What it is about.
    pub kind: NoteKind,
    /// The consequence, in a sentence or two.
    pub text: &'static str,
    /// Of which requests it is one.
    pub applies: fn(Place<'_, '_>) -> bool,
}

/// What a consequence is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoteKind {
    /// What cannot be changed later.
    Permanent,
    /// What is overwritten or removed.
    Overwritten,
    /// What the replica does not get from its primary.
    NotCopied,
    /// What is taken where nothing is said.
    Default,
    /// Which states there are, and how long to wait.
    Progress,
    /// What must be so before, and cannot be seen in the request.
    Condition,
    /// What happens when the call is repeated.
    Repetition,
    /// Who can see what.
    Visibility,
}

impl NoteKind {
    /// The kind in words.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Permanent => "cannot be changed later",
            Self::Overwritten => "overwritten",
            Self::NotCopied => "not copied",
            Self::Default => "taken by default",
            Self::Progress => "states, and how long to wait",
            Self::Condition => "must be so before",
            Self::Repetition => "when the call is repeated",
            Self::Visibility => "who can see what",
        }
    }
}

/// A permission that some requests need, as a statement of an IAM policy.
pub struct Permission {
    /// Where it is documented.
    pub rule: Rule,
    /// The statement's id.
    pub sid: &'static str,
    /// The actions.
    pub actions: &'static [&'static str],
    /// The resources and conditions, where the request needs the permission.
    pub grant: fn(Place<'_, '_>, &Context) -> Option<Grant>,
}

impl std::fmt::Debug for Permission {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Permission").field("sid", &self.sid).finish_non_exhaustive()
    }
}

/// What a permission is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// ARNs, with `*` for what the request does not tell.
    pub resources: Vec<String>,
    /// The condition, as operator, key and value.
    pub condition: Option<[String; 3]>,
}

impl Grant {
    /// Of resources, unconditionally.
    pub fn of(resources: Vec<String>) -> Option<Self> {
        (!resources.is_empty()).then_some(Self { resources, condition: None })
    }

    /// The same under a condition.
    pub fn when(operator: &str, key: &str, value: &str, resources: Vec<String>) -> Option<Self> {
        let condition = Some([operator.to_owned(), key.to_owned(), value.to_owned()]);
        Self::of(resources).map(|grant| Self { condition, ..grant })
    }
}

/// The ARN of a resource that a request names without one, with `*` for what neither request nor context tells.
pub(crate) fn arn_as_told(service: &str, region: Option<&str>, account: Option<&str>, resource: &str) -> String {
    let (region, account) = (region.unwrap_or("*"), account.unwrap_or("*"));
    Arn { partition: Partition::for_endpoints(region).id, service, region, account, resource }.to_string()
}

/// What follows from one request.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Notes {
    /// The consequences, in the order of the tables.
    pub notes: Vec<Consequence>,
    /// The permissions that the caller needs, as an IAM policy. It has no statement while the request has errors.
    pub policy: Value,
}

/// A consequence of one request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Consequence {
    /// What it is about.
    pub kind: NoteKind,
    /// The consequence.
    pub text: &'static str,
    /// Where it is documented.
    pub rule: Rule,
}

impl Serialize for Notes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let consequence = |note: &Consequence| {
            let source = note.rule.source;
            json!({
                "kind": note.kind,
                "text": note.text,
                "rule": note.rule.id,
                "source": { "title": source.title, "url": source.url },
            })
        };
        let notes: Vec<Value> = self.notes.iter().map(consequence).collect();
        json!({ "notes": notes, "policy": self.policy }).serialize(serializer)
    }
}

/// Says what follows from a request, as far as it is sound.
///
/// ```
/// use xregion::{Context, notes, operations::REPLICATE_KEY};
///
/// let request = serde_json::json!({
///     "KeyId": "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab",
///     "ReplicaRegion": "eu-west-1",
/// });
/// let notes = notes(&REPLICATE_KEY, &request, &Context::default());
/// assert_eq!(notes.policy["Statement"][0]["Action"], "kms:ReplicateKey");
/// ```
pub fn notes(operation: &'static Operation, request: &Value, context: &Context) -> Notes {
    notes_on(operation, request, context)
}

pub(crate) fn notes_on<'a, V: Input<'a>>(operation: &'static Operation, request: V, context: &Context) -> Notes {
    // Whatever the caller makes of the rules, what they refuse must not come into a policy: it would be a wildcard.
    let documented = Context { rules: Overrides::default(), house: None, ..context.clone() };
    let (report, tree) = judge(operation, request, &documented);
    let request = tree.root();
    let notes = operation.guide.notes.iter().filter(|note| (note.applies)(request));
    let permissions = if report.is_ok() { operation.guide.permissions } else { &[] };
    let statements: Vec<Value> =
        permissions.iter().filter_map(|permission| permission.statement(request, context)).collect();
    Notes {
        notes: notes.map(|note| Consequence { kind: note.kind, text: note.text, rule: note.rule }).collect(),
        policy: json!({ "Version": "2012-10-17", "Statement": statements }),
    }
}

impl Permission {
    fn statement(&self, request: Place<'_, '_>, context: &Context) -> Option<Value> {
        let grant = (self.grant)(request, context)?;
        let mut statement = json!({
            "Sid": self.sid,
            "Effect": "Allow",
            "Action": one_or_all(self.actions.iter().copied().map(Value::from)),
            "Resource": one_or_all(grant.resources.into_iter().map(Value::from)),
        });
        if let (Some([operator, key, value]), Some(statement)) = (grant.condition, statement.as_object_mut()) {
            let condition = Map::from_iter([(operator, json!({ key: value }))]);
            statement.insert("Condition".to_owned(), Value::Object(condition));
        }
        Some(statement)
    }
}

/// In a policy a list of one is written without brackets.
fn one_or_all(values: impl Iterator<Item = Value>) -> Value {
    let mut values: Vec<Value> = values.collect();
    match (values.pop(), values.is_empty()) {
        (Some(only), true) => only,
        (last, _) => {
            values.extend(last);
            Value::Array(values)
        }
    }
}
