//! A context from options in JSON. They are read one by one: one that is not as it should be is left out of account and
//! told, and takes no other with it.

use serde_json::{Map, Value};

use super::{Context, Override};
use crate::identifiers::{Arn, arn, region};
use crate::report::{Code, Issue, Path, shortened};
use crate::rules;
use crate::sources::{self, Rule};

/// The rule that options are what they should be.
pub(crate) static OPTIONS: Rule = Rule { id: "XREGION-OPTIONS", source: &sources::XREGION };

/// What is said of an option; the problem is the name of a phrase.
pub(crate) fn problem(option: &str, problem: &'static str) -> Issue {
    let code = Code::InvalidContext;
    let params = vec![shortened(option).into(), problem.into()];
    Issue::new(OPTIONS, code, code.severity(), Path::default(), false, params)
}

impl Context {
    /// Reads options from JSON. One that is not as it should be is left out and told; house rules are no part of JSON.
    ///
    /// ```
    /// use xregion::Context;
    ///
    /// let options = serde_json::json!({ "region": "us-east-1", "accountId": "1111-2222-3333" });
    /// let (context, issues) = Context::read(options.as_object().unwrap().clone());
    /// assert_eq!(context.region.as_deref(), Some("us-east-1"));
    /// assert_eq!(issues[0].message(), "The option accountId must be an account id: twelve digits. It was left out of account.");
    /// ```
    pub fn read(options: Map<String, Value>) -> (Self, Vec<Issue>) {
        let mut context = Self::default();
        let mut issues = Vec::new();
        for (option, value) in options.into_iter().filter(|(_, value)| !value.is_null()) {
            let refused = match option.as_str() {
                "region" => context.region.read(value, region::is_code, "option_region"),
                "accountId" => context.account_id.read(value, arn::is_account, "option_account"),
                "destinationAccountId" => context.destination_account_id.read(value, arn::is_account, "option_account"),
                "callerArn" => context.caller_arn.read(value, |text| Arn::parse(text).is_some(), "option_caller"),
                "rules" => match value {
                    Value::Object(rules) => {
                        issues.extend(
                            rules.into_iter().filter_map(|(name, change)| context.override_rule(name, &change)),
                        );
                        None
                    }
                    _ => Some("option_rules"),
                },
                _ => Some("option_unknown"),
            };
            issues.extend(refused.map(|name| problem(&option, name)));
        }
        (context, issues)
    }

    fn override_rule(&mut self, name: String, change: &Value) -> Option<Issue> {
        let change = match change.as_str() {
            Some("off") => Override::Off,
            Some("warning") => Override::Warning,
            Some("error") => Override::Error,
            _ => return Some(problem(&format!("rules.{name}"), "option_override")),
        };
        // House rules have names of their own, which no code and no id has.
        let is_known = rules::is_known(&name) || name.chars().any(|character| !is_of_id(character));
        let unknown = (!is_known).then(|| problem(&format!("rules.{name}"), "option_rule"));
        self.rules.insert(name, change);
        unknown
    }
}

/// Whether a character can stand in a code or in the id of a rule.
fn is_of_id(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '-')
}

trait ReadText {
    fn read(&mut self, value: Value, accepts: impl Fn(&str) -> bool, otherwise: &'static str) -> Option<&'static str>;
}

impl ReadText for Option<String> {
    fn read(&mut self, value: Value, accepts: impl Fn(&str) -> bool, otherwise: &'static str) -> Option<&'static str> {
        match value {
            Value::String(text) if accepts(&text) => {
                *self = Some(text);
                None
            }
            _ => Some(otherwise),
        }
    }
}
