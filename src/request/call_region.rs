//! The Region that a request is sent to.

use serde_json::Value;

use super::Payload;
use crate::context::Context;
use crate::identifiers::{Arn, region};
use crate::report::Issue;
use crate::validate::validate;

/// The Region of a call, and what it contradicts.
pub(super) struct CallRegion {
    /// The one that was asked for, else that of the primary.
    pub(super) region: Option<String>,
    /// Why it should have been another.
    pub(super) issues: Vec<Issue>,
}

impl Payload {
    /// The Region in the ARN of the primary, if it is given by its ARN.
    fn primary_region(&self) -> Option<&str> {
        let member = self.operation.primary?;
        let arn = Arn::parse(self.input.get(member.name).and_then(Value::as_str)?)?;
        Some(arn.region).filter(|region| region::is_code(region))
    }

    /// The Region to send the call to. One that is asked for wins, and is judged like the Region of a context.
    pub(super) fn call_region(&self, asked: Option<&str>) -> CallRegion {
        let of_primary = self.primary_region();
        let issues = match asked.filter(|asked| of_primary != Some(*asked)) {
            Some(asked) => self.issues_of(asked),
            None => Vec::new(),
        };
        CallRegion { region: asked.or(of_primary).map(str::to_owned), issues }
    }

    /// What is wrong only because the call goes to a Region.
    fn issues_of(&self, region: &str) -> Vec<Issue> {
        let judged = |region: Option<String>| {
            validate(self.operation, &self.input, &Context { region, ..Context::default() }).into_issues()
        };
        let without = judged(None);
        let mut issues = judged(Some(region.to_owned()));
        issues.retain(|issue| !without.contains(issue));
        issues
    }
}
