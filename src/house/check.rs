//! Asking house rules about a request.

use super::subjects::{At, Subjects};
use super::{Demand, HouseRule, HouseRules};
use crate::context::Context;
use crate::report::{Code, Issue, Notebook, Param, Severity, echo, shortened};
use crate::shape::Operation;
use crate::tree::Place;

impl HouseRules {
    /// Notes what breaks the rules. A rule that is switched off is not asked.
    pub(crate) fn check(
        &self,
        operation: &'static Operation,
        request: Place<'_, '_>,
        context: &Context,
        notebook: &mut Notebook,
    ) {
        let weighed: Vec<(&HouseRule, Severity)> = self
            .rules
            .iter()
            .filter_map(|rule| Some((rule, notebook.severity(&rule.name, Code::HouseRule, rule.severity)?)))
            .collect();
        if weighed.is_empty() {
            return;
        }
        let subjects = Subjects::of(operation, request, context);
        for (rule, severity) in weighed {
            rule.demand.check(&subjects, |at, actual, expected| {
                notebook.add(rule.issue(severity, at, actual, expected));
            });
        }
    }
}

impl HouseRule {
    fn issue(&self, severity: Severity, at: At<'_, '_>, actual: Param, expected: Param) -> Issue {
        Issue {
            code: Code::HouseRule,
            severity,
            path: at.path(),
            on_key: at.on_key,
            params: vec![self.kind.into(), actual, expected],
            rule: self.name.clone().into(),
            source: self.source.clone(),
            within: None,
            suggestion: None,
            own_words: self.message.clone(),
        }
    }
}

impl Demand {
    /// Calls `note` with each place that breaks it, with what is there, as far as it may be repeated, and what would pass.
    fn check<'t, 'a>(&self, subjects: &Subjects<'t, 'a>, mut note: impl FnMut(At<'t, 'a>, Param, Param)) {
        match self {
            Self::ReplicaRegions(allowed) => {
                for (at, region) in subjects.replica_regions.iter().filter(|(_, region)| !holds(allowed, region)) {
                    note(*at, echo(region), allowed.clone().into());
                }
            }
            Self::RegionPairs(allowed) => {
                let Some(primary) = subjects.primary_region else { return };
                let allowed = allowed.get(primary).map(Vec::as_slice).unwrap_or_default();
                let is_foreign = |region: &str| region != primary && !holds(allowed, region);
                for (at, region) in subjects.replica_regions.iter().filter(|(_, region)| is_foreign(region)) {
                    let expected = if allowed.is_empty() { "no_region".into() } else { allowed.to_vec().into() };
                    note(*at, vec![shortened(primary), shortened(region)].into(), expected);
                }
            }
            Self::RequiredTags(keys) => {
                for (at, present) in &subjects.tags {
                    let missing: Vec<String> =
                        keys.iter().filter(|key| !present.contains(key.as_str())).cloned().collect();
                    if !missing.is_empty() {
                        note(*at, "".into(), missing.into());
                    }
                }
            }
            Self::TagKeys(pattern) => {
                for (at, _) in subjects.tag_keys.iter().filter(|(_, key)| !pattern.matches(key)) {
                    note(*at, "".into(), pattern.as_str().to_owned().into());
                }
            }
            Self::TagValues(key, pattern) => {
                let is_meant = |tag: Option<&str>| key.is_none() || key.as_deref() == tag;
                for (at, _, _) in
                    subjects.tag_values.iter().filter(|(_, tag, value)| is_meant(*tag) && !pattern.matches(value))
                {
                    note(*at, "".into(), pattern.as_str().to_owned().into());
                }
            }
            Self::CustomerKeys => {
                for at in &subjects.without_customer_key {
                    note(*at, "".into(), "customer_key".into());
                }
            }
            Self::KeyAccounts(allowed) => {
                for (at, account) in subjects.key_accounts.iter().filter(|(_, account)| !holds(allowed, account)) {
                    note(*at, echo(account), allowed.clone().into());
                }
            }
        }
    }
}

fn holds(allowed: &[String], name: &str) -> bool {
    allowed.iter().any(|known| known == name)
}
