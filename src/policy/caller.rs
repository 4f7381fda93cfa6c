//! Whether a statement is about the user or role that calls.

use super::{Statement, Value};
use crate::identifiers::{Arn, arn};
use crate::parts::{cut, last_part};

/// The user or role that calls, by its ARN.
pub(super) struct Caller<'a> {
    text: &'a str,
    arn: Arn<'a>,
}

impl<'a> Caller<'a> {
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let arn = Arn::parse(text)?;
        (matches!(arn.service, "iam" | "sts") && arn::is_account(arn.account)).then_some(Self { text, arn })
    }

    pub(super) fn is_meant_by(&self, statement: &Statement) -> bool {
        let value = |name| statement.get(name).map(|element| &element.value);
        match (value("Principal"), value("NotPrincipal")) {
            (Some(principal), _) => self.is_among(principal),
            (None, Some(principal)) => !self.is_among(principal),
            (None, None) => false,
        }
    }

    fn is_among(&self, principal: &Value) -> bool {
        match principal {
            Value::Text(name) => self.is(name),
            principals => principals.of_type("AWS").iter().any(|name| self.is(name)),
        }
    }

    /// Whether a name is the caller's, or that of its account: the account's own policies then decide.
    fn is(&self, name: &str) -> bool {
        if name == "*" || name == self.text || name == self.arn.account {
            return true;
        }
        let Some(named) = Arn::parse(name).filter(|named| named.service == "iam" && named.account == self.arn.account)
        else {
            return false;
        };
        named.resource == "root"
            || self.role().is_some_and(|role| {
                named.resource.strip_prefix("role/").is_some_and(|path| last_part(path, b'/') == role)
            })
    }

    /// The role behind a session, which its ARN names without the role's path.
    fn role(&self) -> Option<&'a str> {
        let session = self.arn.resource.strip_prefix("assumed-role/")?;
        Some(cut(session, b'/').map_or(session, |(role, _)| role))
    }
}
