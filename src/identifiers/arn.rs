//! Amazon Resource Names.
//!
//! Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>

use alloc::string::String;
use core::fmt;

use super::{partition, region};
use crate::parts::{cut, parts};
use crate::written::joined;

/// An ARN, taken apart: `arn:partition:service:region:account:resource`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arn<'a> {
    /// `aws` or `aws-` and more: a partition that is not known yet is as good as any other.
    pub partition: &'a str,
    /// The service's namespace.
    pub service: &'a str,
    /// Empty for what belongs to no Region.
    pub region: &'a str,
    /// Twelve digits, or empty.
    pub account: &'a str,
    /// The rest, in which colons are ordinary characters.
    pub resource: &'a str,
}

impl<'a> Arn<'a> {
    /// Takes an ARN apart; `None` where the text is none.
    pub fn parse(text: &'a str) -> Option<Self> {
        let (partition, rest) = cut(text.strip_prefix("arn:")?, b':')?;
        let (service, rest) = cut(rest, b':')?;
        let (region, rest) = cut(rest, b':')?;
        let (account, resource) = cut(rest, b':')?;
        is_partition(partition).then_some(Self { partition, service, region, account, resource })
    }

    /// The ARN of something that lives in a Region and an account, of this service.
    pub fn parse_regional(text: &'a str, service: &str) -> Option<Self> {
        Self::parse(text).filter(|arn| arn.service == service && region::is_code(arn.region) && is_account(arn.account))
    }

    /// The ARN, put together again.
    pub fn text(&self) -> String {
        joined(&["arn", self.partition, self.service, self.region, self.account, self.resource], ":")
    }

    /// The id of the partition that the ARN's Region belongs to, which may be another than the ARN claims.
    pub fn partition_of_region(&self) -> Option<&'static str> {
        partition::id_of_region(self.region)
    }
}

impl fmt::Display for Arn<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text())
    }
}

/// Whether a text is a partition's name by its form: `aws(-[a-z0-9]+)*`.
fn is_partition(text: &str) -> bool {
    let is_label =
        |label: &str| !label.is_empty() && label.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9'));
    let are_labels = |labels: &str| parts(labels, b'-', usize::MAX).into_iter().all(is_label);
    text == "aws" || text.strip_prefix("aws-").is_some_and(are_labels)
}

/// Whether a text is an account id: twelve ASCII digits.
pub fn is_account(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit())
}
