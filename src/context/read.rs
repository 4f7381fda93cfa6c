//! A context from options in JSON. They are read one by one: one that is not as it should be is left out of account and
//! told, and takes no other with it.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{Context, Override};
use crate::identifiers::{Arn, arn, region};
use crate::input::{Input, JsonType, Look};
use crate::report::{Code, Issue, Path, shortened};
use crate::rules;
use crate::sources::{self, Rule};
use crate::written::joined;

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
    #[cfg(feature = "full")]
    pub fn read(options: serde_json::Map<String, serde_json::Value>) -> (Self, Vec<Issue>) {
        let mut context = Self::default();
        let mut issues = Vec::new();
        for (option, value) in &options {
            context.read_option(option, value, &mut issues);
        }
        (context, issues)
    }

    /// Reads one option, of whatever origin.
    pub(crate) fn read_option<'a, V: Input<'a> + Clone>(&mut self, option: &str, value: V, issues: &mut Vec<Issue>) {
        if matches!(value.clone().look(JsonType::Null), Look::Other(JsonType::Null)) {
            return;
        }
        type Accepts = fn(&str) -> bool;
        let (known, accepts, otherwise): (_, Accepts, _) = match option {
            "region" => (&mut self.region, region::is_code, "option_region"),
            "accountId" => (&mut self.account_id, arn::is_account, "option_account"),
            "destinationAccountId" => (&mut self.destination_account_id, arn::is_account, "option_account"),
            "callerArn" => (&mut self.caller_arn, |text| Arn::parse(text).is_some(), "option_caller"),
            "rules" => return self.read_rules(value, issues),
            // Those who have house rules hand them over themselves: what comes here is none.
            "house" => return issues.push(problem(option, "option_house")),
            _ => return issues.push(problem(option, "option_unknown")),
        };
        match text_of(value).filter(|text| accepts(text)) {
            None => issues.push(problem(option, otherwise)),
            text => *known = text,
        }
    }

    fn read_rules<'a, V: Input<'a>>(&mut self, value: V, issues: &mut Vec<Issue>) {
        let Look::Object(rules) = value.look(JsonType::Object) else {
            return issues.push(problem("rules", "option_rules"));
        };
        for (name, change) in rules {
            issues.extend(self.override_rule(&name.text, change));
        }
    }

    fn override_rule<'a, V: Input<'a>>(&mut self, name: &str, change: V) -> Option<Issue> {
        let change = match text_of(change).as_deref() {
            Some("off") => Override::Off,
            Some("warning") => Override::Warning,
            Some("error") => Override::Error,
            _ => return Some(problem(&joined(&["rules.", name], ""), "option_override")),
        };
        // House rules have names of their own, which no code and no id has.
        let is_known = rules::is_known(name) || name.chars().any(|character| !is_of_id(character));
        self.rules.insert(name, change);
        (!is_known).then(|| problem(&joined(&["rules.", name], ""), "option_rule"))
    }
}

/// Whether a character can stand in a code or in the id of a rule.
fn is_of_id(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '-')
}

/// The string that a value is.
pub(crate) fn text_of<'a>(value: impl Input<'a>) -> Option<String> {
    match value.look(JsonType::String) {
        Look::Text(characters) => Some(characters.text.into_owned()),
        _ => None,
    }
}
