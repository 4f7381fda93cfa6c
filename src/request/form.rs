//! What there is to say of a form of a request beside what stands in it.

use super::Payload;
use crate::context::Context;
use crate::report::{Code, Issue, Path};
use crate::sources::{Rule, Source};
use crate::validate::validate;

/// A form that cannot carry everything, or needs something beside itself.
#[derive(Debug)]
pub(crate) struct Form {
    /// What people call it, or the name of the phrase for it.
    pub(crate) name: &'static str,
    /// The page that documents it.
    pub(crate) source: &'static Source,
}

impl Form {
    /// The form has no place for a value, or would change it. The reason is the name of a phrase.
    pub(crate) fn does_not_carry(&self, path: Path, reason: &'static str) -> Issue {
        self.say(Code::NotCarried, path, reason)
    }

    /// The form works only with something beside it. The requirement is the name of a phrase.
    pub(crate) fn needs(&self, path: Path, requirement: &'static str) -> Issue {
        self.say(Code::FormRequirement, path, requirement)
    }

    fn say(&self, code: Code, path: Path, phrase: &'static str) -> Issue {
        let rule = Rule { id: "XREGION-FORMS", source: self.source };
        Issue::new(rule, code, code.severity(), path, false, vec![self.name.into(), phrase.into()])
    }
}

impl Payload {
    /// What a client of botocore's kind says of a draft: it refuses the call before it is sent.
    pub(super) fn refused_by<'f>(&self, client: &'f Form) -> impl Iterator<Item = Issue> + use<'f> {
        let refused = self.places_of(&[Code::UnknownField, Code::WrongType, Code::TooShort]);
        refused.map(|path| client.does_not_carry(path, "refused_by_client"))
    }

    /// Where the input of a draft has findings of these codes.
    pub(super) fn places_of(&self, codes: &[Code]) -> impl Iterator<Item = Path> + use<> {
        let issues = validate(self.operation, &self.input, &Context::default()).into_issues();
        let codes = codes.to_vec();
        issues.into_iter().filter(move |issue| codes.contains(&issue.code)).map(|issue| issue.path)
    }
}
