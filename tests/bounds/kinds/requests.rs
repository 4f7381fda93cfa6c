//! Requests in JSON text that have much of something, for each operation.

use xregion::shape::Operation;
use xregion::{Context, OPERATIONS, Override, validate_json};

use super::written::{SOUND, Written, different};
use super::{Kind, tell};

/// What there is much of, how much at first, and the request with so much of it.
type Large = (&'static str, usize, fn(&'static Operation, usize) -> String);

const LARGE: &[Large] = &[
    ("tags, Regions and destinations that differ", 1000, |operation, count| {
        Written { count, ..SOUND }.request(operation)
    }),
    ("tags, Regions and destinations that are equal", 1000, |operation, count| {
        Written { count, text: &|text, example, _| different(text, example, 1), ..SOUND }.request(operation)
    }),
    ("numbers in place of tags, Regions and destinations", 2000, |operation, count| {
        Written { count, entry: Some("5"), ..SOUND }.request(operation)
    }),
    ("empty objects in their place", 1000, |operation, count| {
        Written { count, entry: Some("{}"), ..SOUND }.request(operation)
    }),
    ("empty strings in them", 1000, |operation, count| {
        Written { count, text: &|_, _, _| String::new(), ..SOUND }.request(operation)
    }),
    ("misspelt members in them", 1000, |operation, count| {
        let entry = r#"{"Regio":"a","KmsKeyI":"b","sseKmsKeyI":"c","TagKe":"d","TagValu":"e"}"#;
        Written { count, entry: Some(entry), ..SOUND }.request(operation)
    }),
    ("unknown members", 2000, |operation, count| {
        let unknown: String = (0..count).map(|index| format!(",\"name {index:06}\":1")).collect();
        Written { rest: &unknown, ..SOUND }.request(operation)
    }),
    ("members that stand again and again", 500, |operation, count| {
        let again: String = operation.input.members.iter().map(|member| format!(",\"{}\":1", member.name)).collect();
        let again = again.repeat(count);
        Written { rest: &again, ..SOUND }.request(operation)
    }),
    ("a long name", 50_000, |operation, length| {
        Written { rest: &format!(",\"{}\":1", "n".repeat(length)), ..SOUND }.request(operation)
    }),
    ("levels of an unknown member", 20_000, |operation, depth| {
        Written { rest: &format!(",\"a\":{}", nested(depth)), ..SOUND }.request(operation)
    }),
    ("levels in place of each tag, Region and destination", 20_000, |operation, depth| {
        Written { entry: Some(&nested(depth)), ..SOUND }.request(operation)
    }),
    ("letters in every string", 20_000, |operation, length| of_long_strings(operation, "", "a", length)),
    ("letters after the start of an ARN", 20_000, |operation, length| {
        of_long_strings(operation, "arn:aws:kms:us-east-1:111122223333:", "a", length)
    }),
    ("colons in every string", 20_000, |operation, length| of_long_strings(operation, "arn", ":", length)),
    ("slashes and hyphens in every string", 20_000, |operation, length| of_long_strings(operation, "a", "/-", length)),
    ("escapes in every string", 10_000, |operation, length| of_long_strings(operation, "", "\"\u{1}", length)),
    ("characters of several bytes in every string", 10_000, |operation, length| {
        of_long_strings(operation, "", "é\u{1f600}", length)
    }),
    ("white space between the values", 20_000, |operation, length| {
        SOUND.request(operation).replace(',', &format!(",{}", " \n".repeat(length)))
    }),
    ("lines before the text ends too early", 50_000, |operation, lines| {
        format!("{}{}", SOUND.request(operation).trim_end_matches('}'), "\n".repeat(lines))
    }),
];

/// Arrays and objects in each other.
fn nested(depth: usize) -> String {
    format!("{}{}", "[{\"a\":".repeat(depth), "1") + &"}]".repeat(depth)
}

fn of_long_strings(operation: &Operation, start: &str, part: &str, length: usize) -> String {
    let long = format!("{start}{}", part.repeat(length));
    Written { text: &|_, _, _| long.clone(), ..SOUND }.request(operation)
}

/// Keys of maps that could be written as they are meant, and which the caller wants to be warned of only: so that none of
/// them is the last that is told.
fn keys_to_be_repaired(operation: &'static Operation) -> Kind {
    Kind::new("keys that can be repaired, as warnings", operation.name, 1000, move |count| {
        let text = Written { count, text: &|_, _, index| misspelt(index), ..SOUND }.request(operation);
        let mut context = Context::default();
        for rule in ["invalid_identifier", "pattern_mismatch", "too_long"] {
            context.rules.insert(rule, Override::Warning);
        }
        move || tell(&validate_json(operation, text.as_bytes(), &context))
    })
}

/// A Region that is not written as it should be, otherwise for each of 8192 indices, and as long.
fn misspelt(index: usize) -> String {
    let blank = |bit: usize| if index >> bit & 1 == 1 { '\n' } else { '\t' };
    "US-EAST-1".chars().chain((0..13).map(blank)).collect()
}

pub(super) fn kinds() -> Vec<Kind> {
    let of = |operation: &'static Operation| {
        let large = LARGE
            .iter()
            .map(move |(input, least, text)| Kind::judged(input, operation, *least, |count| text(operation, count)));
        large.chain([keys_to_be_repaired(operation)])
    };
    OPERATIONS.iter().copied().flat_map(of).collect()
}
