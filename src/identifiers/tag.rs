//! Tags.
//!
//! Source: <https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/allocation-tag-restrictions.html>

use crate::shape::Ascii;

/// What every service takes in tags, of ASCII.
pub static PORTABLE: Ascii = Ascii::alphanumeric_and(" _.:/=+-@");

/// What is usual in the values of tags, and taken by every service that has no pattern for them or documents it.
pub static USUAL_IN_VALUES: Ascii = Ascii::alphanumeric_and(" _.:/=+-@,");

/// Whether a text begins with the prefix that AWS keeps for itself, in any letter case.
pub fn is_reserved(text: &str) -> bool {
    begins_like_aws(text.as_bytes())
}

/// The same of bytes, of which it need not be known whether they are a text.
#[inline]
pub(crate) fn begins_like_aws(text: &[u8]) -> bool {
    text.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case(b"aws:"))
}

/// Whether Terraform's AWS provider does not take a tag's key for one of AWS's own, which it leaves out.
pub fn is_of_terraform(key: &str) -> bool {
    !key.starts_with("aws:")
}

/// Whether every service takes a text in a tag: letters, digits, white space and `_ . : / = + - @`.
pub fn is_portable(text: &str) -> bool {
    PORTABLE.are_all_of(text.as_bytes())
        || text.chars().all(|character| {
            let is_sign = matches!(character, '_' | '.' | ':' | '/' | '=' | '+' | '-' | '@');
            is_sign || character.is_alphanumeric() || character.is_whitespace()
        })
}
