//! The Region that a request is sent to.

use serde_json::Value;

use super::Payload;
use super::http::is_host_label;
use crate::context::Context;
use crate::context::read::{OPTIONS, problem};
use crate::identifiers::{Arn, partition, region};
use crate::report::{Code, Issue, Path, echo};
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

    /// The Region to send the call to. One that is asked for wins, and is judged like the Region of a context; what can
    /// be none is told and left out.
    pub(super) fn call_region(&self, asked: Option<&str>) -> CallRegion {
        let of_primary = self.primary_region();
        let usable = asked.filter(|asked| is_host_label(asked));
        let mut issues = match usable.filter(|asked| of_primary != Some(*asked)) {
            Some(asked) => self.issues_of(asked),
            None => Vec::new(),
        };
        issues.extend(usable.filter(|asked| !partition::is_known_region(asked)).map(unknown));
        issues.extend((asked != usable).then(|| problem("region", "option_region")));
        CallRegion { region: usable.or(of_primary).map(str::to_owned), issues }
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

/// New Regions appear: that one is not known is a hint.
fn unknown(region: &str) -> Issue {
    let code = Code::UnknownRegion;
    Issue::new(OPTIONS, code, code.severity(), Path::default(), false, vec![echo(region)])
}
