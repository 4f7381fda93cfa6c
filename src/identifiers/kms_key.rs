//! The ways to name a KMS key.
//!
//! Source: <https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id>

use alloc::borrow::ToOwned;
use alloc::string::String;

use super::Arn;
use crate::shape::{Ascii, Part, Repair, Tail};
use crate::written::joined;

/// How multi-Region keys are usually named.
pub static USUAL_MULTI_REGION: &[&[Part]] =
    &[&[Part::Arn("kms"), Part::Text("key/mrk-"), Part::Hex(32)], &[Part::Text("mrk-"), Part::Hex(32)]];

/// The usual ARNs of keys that encrypt what is in an item or entry.
pub static USUAL_ARNS: &[&[Part]] = &[
    &[Part::ArnNearby("kms"), Part::Text("key/"), Part::Uuid],
    &[Part::ArnNearby("kms"), Part::Text("key/mrk-"), Part::Hex(32)],
    &[Part::ArnNearby("kms"), Part::Text("alias/"), Part::Rest(&ALIAS)],
];

static ALIAS: Tail = Tail { characters: &ALIAS_CHARACTERS, most: usize::MAX, ends_like_arn: None };

static ALIAS_CHARACTERS: Ascii = Ascii::alphanumeric_and("/_-");

/// A KMS key by one of its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyName<'a> {
    /// Which sort of name.
    pub kind: KeyKind,
    /// The ARN around it, where it is one.
    pub arn: Option<Arn<'a>>,
}

/// The sorts of names that a key has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyKind {
    /// `mrk-` and 32 hexadecimal digits: a multi-Region key.
    MultiRegion,
    /// A UUID: a single-Region key.
    SingleRegion,
    /// `alias/` and a name.
    Alias,
}

impl<'a> KeyName<'a> {
    /// Reads a key id, key ARN, alias name or alias ARN; `None` where the text is none of them.
    pub fn parse(text: &'a str) -> Option<Self> {
        match Arn::parse_regional(text, "kms") {
            None => kind_of(text).map(|kind| Self { kind, arn: None }),
            Some(arn) => {
                let kind = match arn.resource.strip_prefix("key/") {
                    Some(id) => kind_of(id).filter(|kind| *kind != KeyKind::Alias),
                    None => kind_of(arn.resource).filter(|kind| *kind == KeyKind::Alias),
                };
                kind.map(|kind| Self { kind, arn: Some(arn) })
            }
        }
    }
}

/// The multi-Region key that was meant: its id written like a UUID, in capitals, or as the name of an alias.
pub fn repair_multi_region(text: &str) -> Option<Repair> {
    let text = text.trim().to_ascii_lowercase();
    let start = text.as_bytes().windows(4).rposition(|window| window == b"mrk-")?;
    let (head, id) = text.split_at_checked(start)?;
    let digits: String = id.strip_prefix("mrk-")?.chars().filter(|character| *character != '-').collect();
    let head = match head.strip_suffix("alias/") {
        Some("") => String::new(),
        Some(arn) => joined(&[arn, "key/"], ""),
        None => head.to_owned(),
    };
    Some(Repair::Write(joined(&[&head, "mrk-", &digits], "")))
}

/// The key that was meant: a multi-Region key whose id is written like a UUID or in capitals, or an alias by its name
/// alone, `aws/secretsmanager` for `alias/aws/secretsmanager`.
pub fn repair_alias(text: &str) -> Option<Repair> {
    if let Some(Repair::Write(key)) = repair_multi_region(text)
        && KeyName::parse(&key).is_some_and(|key| key.kind == KeyKind::MultiRegion)
    {
        return Some(Repair::Write(key));
    }
    Some(Repair::Write(joined(&["alias/", text.trim()], "")))
}

/// The ARN of the same multi-Region key in another Region. Other keys have no namesakes.
pub fn in_region(arn: &Arn<'_>, region: &str) -> Option<String> {
    let moved = Arn { region, ..*arn };
    (moved.partition_of_region() == Some(arn.partition)
        && kind_of(arn.resource.strip_prefix("key/")?)? == KeyKind::MultiRegion)
        .then(|| moved.text())
}

/// The ARN of a key or alias, whatever the key's id: for members whose page documents no grammar of ids.
pub fn arn(text: &str) -> Option<Arn<'_>> {
    let names_key = |arn: &Arn<'_>| {
        ["key/", "alias/"].iter().any(|kind| arn.resource.len() > kind.len() && arn.resource.starts_with(kind))
    };
    Arn::parse_regional(text, "kms").filter(names_key)
}

/// Whether a text names a key of a customer's: by an id, an ARN or an alias, unless the alias is one of AWS's own keys.
pub fn is_customer_managed(text: &str) -> bool {
    let name = arn(text).map_or(text, |arn| arn.resource);
    !name.starts_with("alias/aws/") && (name != text || KeyName::parse(text).is_some())
}

fn kind_of(name: &str) -> Option<KeyKind> {
    if let Some(digits) = name.strip_prefix("mrk-") {
        return (digits.len() == 32 && is_lower_hex(digits)).then_some(KeyKind::MultiRegion);
    }
    if let Some(alias) = name.strip_prefix("alias/") {
        return is_alias(alias).then_some(KeyKind::Alias);
    }
    is_uuid(name).then_some(KeyKind::SingleRegion)
}

/// Whether a text can be the name of an alias, without the `alias/` before it.
fn is_alias(name: &str) -> bool {
    !name.is_empty() && ALIAS_CHARACTERS.are_all_of(name.as_bytes())
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => is_hex(byte),
        })
}

fn is_lower_hex(text: &str) -> bool {
    text.bytes().all(is_hex)
}

fn is_hex(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}
