//! Key policies that have much of something: in a request, as long as its policy may be, and by themselves.

use std::hint::black_box;

use xregion::operations::REPLICATE_KEY;
use xregion::policy::KeyPolicy;
use xregion::{Context, check_key_policy};

use super::written::{SOUND, Written};
use super::{Kind, tell};

/// Somebody who is named by many of these policies, or is not.
const CALLER: &str = "arn:aws:sts::111122223333:assumed-role/role/session";

const START: &str = r#"{"Version":"2012-10-17","Statement":["#;
const STATEMENT: &str =
    r#"{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/a"},"Action":"kms:Put*","Resource":"*"}"#;

/// How many bytes are in the smallest policy of a request: more than are gone over at a glance, and a quarter of the most
/// that a request may have.
const LEAST: usize = 32_660;

/// What there is much of, how many bytes of it the policy of a request has at first, and the policy with so many.
type Large = (&'static str, usize, fn(usize) -> String);

const LARGE: &[Large] = &[
    ("statements", LEAST, |bytes| policy(&joined(STATEMENT, bytes))),
    ("statements without a principal", LEAST, |bytes| policy(&joined("{}", bytes))),
    ("elements of a statement", LEAST, |bytes| policy(&in_statement(&numbered("Name", "1", bytes)))),
    ("elements of a statement that are equal", LEAST, |bytes| policy(&in_statement(&joined("\"Sid\":1", bytes)))),
    ("elements beside the statements", LEAST, |bytes| {
        format!("{START}{STATEMENT}],{}}}", numbered("Name", "1", bytes))
    }),
    ("principals", LEAST, |bytes| {
        policy(&in_statement(&format!(
            r#""Principal":{{"AWS":[{}]}}"#,
            joined("\"arn:aws:iam::111122223333:role/b\"", bytes)
        )))
    }),
    ("types of principals", LEAST, |bytes| {
        policy(&in_statement(&format!(r#""Principal":{{{}}}"#, numbered("type", "\"a\"", bytes))))
    }),
    ("actions", LEAST, |bytes| policy(&in_statement(&format!(r#""Action":[{}]"#, joined("\"kms:G*\"", bytes))))),
    ("wildcards in an action", LEAST, |bytes| {
        policy(&in_statement(&format!(r#""Action":"kms:{}t""#, "*u?".repeat(bytes / 3))))
    }),
    ("levels of conditions", LEAST, |bytes| {
        let levels = bytes / 8;
        policy(&in_statement(&format!(r#""Condition":{}1{}"#, "{\"a\":[".repeat(levels), "]}".repeat(levels))))
    }),
    ("letters in a string", LEAST, |bytes| policy(&in_statement(&format!(r#""Sid":"{}""#, "a".repeat(bytes))))),
    ("escapes in a string", LEAST, |bytes| policy(&in_statement(&format!(r#""Sid":"{}""#, "\\\"".repeat(bytes / 2))))),
    ("lines", LEAST, |bytes| format!("{}{}", "\n".repeat(bytes), policy(STATEMENT))),
    ("brackets that are not closed", LEAST, |bytes| "[".repeat(bytes)),
];

/// A policy of an ordinary statement and such ones.
fn policy(statements: &str) -> String {
    format!("{START}{STATEMENT},{statements}]}}")
}

/// A statement with these elements before its own.
fn in_statement(elements: &str) -> String {
    format!("{{{elements},{}", STATEMENT.trim_start_matches('{'))
}

/// As many of something as fit in so many bytes.
fn joined(part: &str, bytes: usize) -> String {
    vec![part; bytes.div_ceil(part.len() + 1)].join(",")
}

/// Entries with names of their own.
fn numbered(name: &str, value: &str, bytes: usize) -> String {
    let entry = |index| format!("\"{name} {index:06}\":{value}");
    let count = bytes.div_ceil(entry(0).len() + 1);
    (0..count).map(entry).collect::<Vec<_>>().join(",")
}

pub(super) fn kinds() -> Vec<Kind> {
    let of = |(input, least, text): &Large| {
        let (input, least, text) = (*input, *least, *text);
        let request = move |bytes| {
            let policy = text(bytes);
            let string = |place: &xregion::shape::Text, example: &str, _| {
                if place.document { policy.clone() } else { example.to_owned() }
            };
            Written { text: &string, ..SOUND }.request(&REPLICATE_KEY)
        };
        let checked = move |bytes| {
            let policy = text(bytes);
            move || tell(&check_key_policy(&policy, &Context::default()))
        };
        let read = move |bytes| {
            let policy = text(bytes);
            move || {
                if let Ok(policy) = black_box(KeyPolicy::parse(&policy)) {
                    black_box((policy.can_be_changed(), policy.can_be_changed_by(CALLER)));
                }
            }
        };
        [
            Kind::judged(input, &REPLICATE_KEY, least, request),
            Kind::new(input, "check_key_policy", least, checked),
            Kind::new(input, "KeyPolicy::parse", 2 * least, read),
        ]
    };
    LARGE.iter().flat_map(of).collect()
}
