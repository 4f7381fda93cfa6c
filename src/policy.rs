//! Key policies: the document, the place of everything in it, and whom it lets change it again.
//!
//! Source: <https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html>

mod caller;
mod place;
mod value;

use alloc::string::String;
use alloc::vec::Vec;

use place::Document;
pub use place::Spot;
#[cfg(feature = "full")]
pub(crate) use place::{PLACE, PLACE_BELOW};
pub use value::Value;

use crate::input::{Characters, JsonType};
use crate::json::{Json, SyntaxError};
use crate::written::push_number;

/// A key policy of the documented structure.
#[derive(Debug, Clone)]
pub struct KeyPolicy {
    /// `Version`, `Id` and whatever else stands beside the statements.
    pub elements: Vec<Element>,
    /// At least one.
    pub statements: Vec<Statement>,
}

/// A statement of a key policy.
#[derive(Debug, Clone)]
pub struct Statement {
    /// Where it stands.
    pub spot: Spot,
    /// In the order in which they stand.
    pub elements: Vec<Element>,
}

/// A named part of a policy or a statement.
#[derive(Debug, Clone)]
pub struct Element {
    /// Names are told apart by letter case.
    pub name: String,
    /// Where its value stands.
    pub spot: Spot,
    /// What it holds.
    pub value: Value,
}

/// Why a text is no key policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The name of the phrase that says it ([`crate::message`]).
    pub name: &'static str,
    /// Where.
    pub spot: Spot,
}

/// What a policy grants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grant {
    /// No statement grants it, or one denies it.
    Never,
    /// Only under conditions, which may not hold.
    Conditionally,
    /// Always.
    Always,
}

impl KeyPolicy {
    /// Reads a policy and stops at the first thing that is not as documented.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        match Json::parse(text.as_bytes()) {
            Ok(value) => {
                let document = Document::new(text);
                Self::read(&document, document.spot(String::new(), value), value)
            }
            Err(SyntaxError { line, column }) => {
                Err(Problem { name: "policy_not_json", spot: Spot { pointer: String::new(), line, column } })
            }
        }
    }

    fn read(document: &Document<'_>, spot: Spot, value: Json<'_>) -> Result<Self, Problem> {
        if value.json_type() != JsonType::Object {
            return Err(Problem { name: "policy_not_object", spot });
        }
        let mut policy = Self { elements: Vec::new(), statements: Vec::new() };
        for (name, value) in value.entries() {
            if name.text == "Statement" {
                policy.statements = read_statements(document, document.child(&spot, &name.text, value), value)?;
            } else {
                policy.elements.push(Element::read(document, &spot, name, value));
            }
        }
        if policy.statements.is_empty() {
            return Err(Problem { name: "policy_no_statement", spot });
        }
        Ok(policy)
    }

    /// Whether some statement can allow `kms:PutKeyPolicy`, whoever it allows it to. Without one the service refuses
    /// the policy unless its safety check is bypassed.
    pub fn can_be_changed(&self) -> bool {
        self.statements.iter().any(|statement| statement.allows() && statement.covers(PUT_KEY_POLICY))
    }

    /// Whether a user or role may call `kms:PutKeyPolicy` by this policy; `None` where the ARN tells nobody.
    pub fn can_be_changed_by(&self, caller_arn: &str) -> Option<Grant> {
        let caller = caller::Caller::parse(caller_arn)?;
        let mut granted = Grant::Never;
        let mut most = Grant::Always;
        for statement in &self.statements {
            if !statement.covers(PUT_KEY_POLICY) || !caller.is_meant_by(statement) {
                continue;
            }
            let is_conditional = statement.is_conditional();
            if statement.allows() {
                granted = granted.max(if is_conditional { Grant::Conditionally } else { Grant::Always });
            }
            if statement.denies() {
                most = most.min(if is_conditional { Grant::Conditionally } else { Grant::Never });
            }
        }
        Some(granted.min(most))
    }
}

/// The statements of a list, or the one that stands there.
fn read_statements(document: &Document<'_>, spot: Spot, value: Json<'_>) -> Result<Vec<Statement>, Problem> {
    let mut statements = Vec::new();
    match value.json_type() {
        JsonType::Array => {
            for (index, item) in value.items().into_iter().enumerate() {
                let mut step = String::new();
                push_number(&mut step, index);
                statements.push(Statement::read(document, document.child(&spot, &step, item), item)?);
            }
        }
        JsonType::Object => statements.push(Statement::read(document, spot, value)?),
        _ => return Err(Problem { name: "policy_no_statement", spot }),
    }
    Ok(statements)
}

/// The action that changes a key policy.
const PUT_KEY_POLICY: &str = "kms:PutKeyPolicy";

impl Element {
    fn read(document: &Document<'_>, parent: &Spot, name: Characters<'_>, value: Json<'_>) -> Self {
        let spot = document.child(parent, &name.text, value);
        Self { name: name.text.into_owned(), spot, value: value.into() }
    }
}

impl Statement {
    fn read(document: &Document<'_>, spot: Spot, value: Json<'_>) -> Result<Self, Problem> {
        if value.json_type() != JsonType::Object {
            return Err(Problem { name: "statement_not_object", spot });
        }
        let mut elements = Vec::new();
        for (name, value) in value.entries() {
            elements.push(Element::read(document, &spot, name, value));
        }
        let statement = Self { spot, elements };
        let names_principal = |name| statement.get(name).is_some_and(|element| element.value.names_somebody());
        if names_principal("Principal") || names_principal("NotPrincipal") {
            Ok(statement)
        } else {
            Err(Problem { name: "statement_no_principal", spot: statement.spot })
        }
    }

    /// An element by its name.
    pub fn get(&self, name: &str) -> Option<&Element> {
        self.elements.iter().find(|element| element.name == name)
    }

    /// Whether it allows something, with the element that KMS does not do without.
    pub fn allows(&self) -> bool {
        self.effect() == Some("Allow") && (self.get("Resource").is_some() || self.get("NotResource").is_some())
    }

    fn denies(&self) -> bool {
        self.effect() == Some("Deny")
    }

    fn effect(&self) -> Option<&str> {
        self.get("Effect")?.value.text()
    }

    /// Whether conditions are attached.
    pub fn is_conditional(&self) -> bool {
        self.get("Condition").is_some()
    }

    /// Whether it is about an action.
    pub fn covers(&self, action: &str) -> bool {
        let any_matches = |patterns: &Value| patterns.texts().iter().any(|pattern| matches_wildcards(pattern, action));
        match (self.get("Action"), self.get("NotAction").map(|element| &element.value)) {
            (Some(actions), _) if any_matches(&actions.value) => true,
            (_, Some(excepted @ (Value::Text(_) | Value::List(_)))) => !any_matches(excepted),
            _ => false,
        }
    }

    /// Whether everybody is meant.
    pub fn is_for_everybody(&self) -> bool {
        match self.get("Principal").map(|element| &element.value) {
            Some(Value::Text(name)) => name == "*",
            Some(principals) => principals.of_type("AWS").iter().any(|name| name == "*"),
            None => false,
        }
    }
}

/// Whether a text matches a pattern of any letter case in which `*` stands for any characters and `?` for one.
fn matches_wildcards(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.as_bytes(), text.as_bytes());
    let (mut at, mut next) = (0, 0);
    let mut retry = None;
    while let Some(character) = text.get(at) {
        match pattern.get(next) {
            Some(b'*') => {
                next += 1;
                retry = Some((at, next));
            }
            Some(wanted) if *wanted == b'?' || wanted.eq_ignore_ascii_case(character) => {
                at += 1;
                next += 1;
            }
            _ => {
                let Some((from, after_star)) = retry else { return false };
                at = from + 1;
                next = after_star;
                retry = Some((at, after_star));
            }
        }
    }
    pattern.get(next..).is_some_and(|rest| rest.iter().all(|byte| *byte == b'*'))
}
