//! What the caller knows beside the request.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::report::{Code, Severity};
use crate::sources::Rule;

/// What the caller knows beside the request. Each member is optional: what is not told is not judged.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Context {
    /// The Region that the call is sent to.
    pub region: Option<String>,
    /// The caller's account, twelve digits.
    pub account_id: Option<String>,
    /// The ARN of the user or role that calls.
    pub caller_arn: Option<String>,
    /// The account that an EFS destination belongs to, twelve digits.
    pub destination_account_id: Option<String>,
    /// Rules switched off, down or up, by the id of the rule or by the code of its findings. The id goes first.
    pub rules: BTreeMap<String, Override>,
}

/// What the caller makes of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Override {
    /// Its findings are left out.
    Off,
    /// Its findings are warnings.
    Warning,
    /// Its findings are errors.
    Error,
}

impl Context {
    /// The severity of a rule's findings for this caller, `None` where the rule is switched off.
    pub(crate) fn severity(&self, rule: Rule, code: Code) -> Option<Severity> {
        match self.rules.get(rule.id).or_else(|| self.rules.get(code.as_str())) {
            None => Some(code.severity()),
            Some(Override::Off) => None,
            Some(Override::Warning) => Some(Severity::Warning),
            Some(Override::Error) => Some(Severity::Error),
        }
    }
}
