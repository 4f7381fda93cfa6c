//! What the caller knows beside the request.

#[cfg(any(feature = "full", feature = "wasm"))]
pub(crate) mod read;

use alloc::collections::BTreeMap;
use alloc::string::String;
#[cfg(feature = "full")]
use alloc::sync::Arc;
use alloc::vec::Vec;

#[cfg(feature = "full")]
use serde::Deserialize;

#[cfg(feature = "full")]
use crate::house::HouseRules;
use crate::identifiers::Arn;
use crate::identifiers::arn::is_account;

/// What the caller knows beside the request. Each member is optional: what is not told is not judged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "full", derive(Deserialize))]
#[cfg_attr(feature = "full", serde(rename_all = "camelCase", default, deny_unknown_fields))]
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
    pub rules: Overrides,
    /// The rules of the caller's organisation. They are loaded once, and so are no part of a context in JSON.
    #[cfg(feature = "full")]
    #[serde(skip)]
    pub house: Option<Arc<HouseRules>>,
}

impl Context {
    /// Whether it can bring forth no finding: what it makes of rules only changes those that there are.
    #[cfg(feature = "glance")]
    pub(crate) fn tells_nothing(&self) -> bool {
        #[cfg(feature = "full")]
        if self.house.is_some() {
            return false;
        }
        let told = [&self.region, &self.account_id, &self.caller_arn, &self.destination_account_id];
        told.into_iter().all(Option::is_none)
    }

    /// The caller's account: as it is told, or else that of the ARN of the caller.
    pub fn account(&self) -> Option<&str> {
        let of_caller = || Some(Arn::parse(self.caller_arn.as_deref()?)?.account).filter(|account| is_account(account));
        self.account_id.as_deref().or_else(of_caller)
    }
}

/// What the caller makes of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "full", derive(Deserialize))]
#[cfg_attr(feature = "full", serde(rename_all = "lowercase"))]
pub enum Override {
    /// Its findings are left out.
    Off,
    /// Its findings are warnings.
    Warning,
    /// Its findings are errors.
    Error,
}

/// Rules switched off, down or up, by their ids or codes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "full", derive(Deserialize))]
#[cfg_attr(feature = "full", serde(from = "BTreeMap<String, Override>"))]
pub struct Overrides(Vec<(String, Override)>);

impl Overrides {
    /// What the caller makes of the rule or code of this name.
    pub fn of(&self, name: &str) -> Option<Override> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, change)| *change)
    }

    /// Changes a rule or the rules of a code.
    pub fn insert(&mut self, name: impl Into<String>, change: Override) {
        let name = name.into();
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = change,
            None => self.0.push((name, change)),
        }
    }

    /// Whether every rule is as it was.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Extend<(String, Override)> for Overrides {
    fn extend<I: IntoIterator<Item = (String, Override)>>(&mut self, changes: I) {
        for (name, change) in changes {
            self.insert(name, change);
        }
    }
}

impl From<BTreeMap<String, Override>> for Overrides {
    fn from(changes: BTreeMap<String, Override>) -> Self {
        Self(changes.into_iter().collect())
    }
}
