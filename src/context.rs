//! What the caller knows beside the request.

pub(crate) mod read;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use crate::house::HouseRules;
use crate::identifiers::Arn;
use crate::identifiers::arn::is_account;

/// What the caller knows beside the request. Each member is optional: what is not told is not judged.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Context {
    /// The Region that the call is sent to.
    pub region: Option<String>,
    /// The caller's account, twelve digits.
    pub account_id: Option<String>,
    /// The ARN of the user or role that calls. Its account is the caller's, unless `account_id` tells another.
    pub caller_arn: Option<String>,
    /// The account that an EFS destination belongs to, twelve digits.
    pub destination_account_id: Option<String>,
    /// Rules switched off, down or up, by the id of the rule (the name, of a house rule) or by the code of its
    /// findings. The id goes first.
    /// A rule that is off is not asked, unless others depend on its answer; what it would have hidden is said then.
    pub rules: BTreeMap<String, Override>,
    /// The rules of the caller's organisation. They are loaded once, and so are no part of a context in JSON.
    #[serde(skip)]
    pub house: Option<Arc<HouseRules>>,
}

impl Context {
    /// The caller's account: as it is told, or else that of the ARN of the caller.
    pub fn account(&self) -> Option<&str> {
        let of_caller = || Some(Arn::parse(self.caller_arn.as_deref()?)?.account).filter(|account| is_account(account));
        self.account_id.as_deref().or_else(of_caller)
    }
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
