//! Key policies: the structure of the document, and whether it lets anybody change it again.
//!
//! Source: <https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html>

use serde_json::{Map, Value};

/// A key policy of the documented structure.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyPolicy {
    statements: Vec<Map<String, Value>>,
}

/// Why a text is no key policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The name of the phrase that says it ([`crate::message`]).
    pub name: &'static str,
    /// Where in the policy: a JSON Pointer, or line and column where it is not JSON.
    pub at: String,
}

impl KeyPolicy {
    /// Reads a policy and stops at the first thing that is not as documented.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let problem = |name, at: String| Problem { name, at };
        let document: Value = serde_json::from_str(text)
            .map_err(|error| problem("policy_not_json", format!("line {}, column {}", error.line(), error.column())))?;
        let Value::Object(mut document) = document else {
            return Err(problem("policy_not_object", "the whole".to_owned()));
        };
        let (items, is_list) = match document.remove("Statement") {
            Some(Value::Array(items)) if !items.is_empty() => (items, true),
            Some(statement @ Value::Object(_)) => (vec![statement], false),
            _ => return Err(problem("policy_no_statement", "/Statement".to_owned())),
        };
        let mut statements = Vec::with_capacity(items.len());
        for (index, item) in items.into_iter().enumerate() {
            let at = if is_list { format!("/Statement/{index}") } else { "/Statement".to_owned() };
            let Value::Object(statement) = item else { return Err(problem("statement_not_object", at)) };
            if !["Principal", "NotPrincipal"].iter().any(|name| statement.get(*name).is_some_and(names_principal)) {
                return Err(problem("statement_no_principal", at));
            }
            statements.push(statement);
        }
        Ok(Self { statements })
    }

    /// Whether some statement can allow `kms:PutKeyPolicy`, whoever it allows it to. Without one the service refuses
    /// the policy unless its safety check is bypassed.
    pub fn can_be_changed(&self) -> bool {
        self.statements.iter().any(|statement| {
            statement.get("Effect").and_then(Value::as_str) == Some("Allow")
                && (statement.contains_key("Resource") || statement.contains_key("NotResource"))
                && covers(statement, "kms:PutKeyPolicy")
        })
    }
}

/// Whether a `Principal` names anybody: a string or, by type, strings or lists of strings that are not empty.
fn names_principal(principal: &Value) -> bool {
    match principal {
        Value::String(name) => !name.is_empty(),
        Value::Object(by_type) => by_type.values().any(|names| !strings(names).all(str::is_empty)),
        _ => false,
    }
}

/// Whether a statement is about an action.
fn covers(statement: &Map<String, Value>, action: &str) -> bool {
    let any_matches = |patterns: &Value| strings(patterns).any(|pattern| matches_wildcards(pattern, action));
    match (statement.get("Action"), statement.get("NotAction")) {
        (Some(actions), _) if any_matches(actions) => true,
        (_, Some(excepted @ (Value::String(_) | Value::Array(_)))) => !any_matches(excepted),
        _ => false,
    }
}

/// The strings of an element that is a string or a list of strings.
fn strings(value: &Value) -> impl Iterator<Item = &str> {
    let items = value.as_array().map(Vec::as_slice).unwrap_or_else(|| std::slice::from_ref(value));
    items.iter().filter_map(Value::as_str)
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
