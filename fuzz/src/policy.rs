//! The document of a key policy.

use serde_json::{Deserializer, Value, json};
use xregion::operations::REPLICATE_KEY;
use xregion::{Code, Issue, check_key_policy};

use crate::{context, judged_alike, told};

/// The first byte tells what is known beside the document, the rest is its text.
pub fn check(data: &[u8]) {
    let [number, text @ ..] = data else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let context = context(*number);
    let report = check_key_policy(text, &context);
    told(report.issues());
    report.issues().iter().for_each(|issue| is_where_it_says(issue, text));

    let key = "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";
    let request = json!({ "KeyId": key, "ReplicaRegion": "eu-west-1", "Policy": text });
    let of_request = judged_alike(&REPLICATE_KEY, &request, &context);
    let is_of_request = |issue: &&Issue| of_request.issues().contains(issue);
    assert_eq!(report.issues().iter().find(|issue| !is_of_request(issue)), None, "{text}");
}

/// Asserts that the value that an issue is about stands where the issue says.
fn is_where_it_says(issue: &Issue, text: &str) {
    let (Some(spot), Ok(document)) = (&issue.within, serde_json::from_str::<Value>(text)) else { return };
    let told = document.pointer(&spot.pointer).unwrap_or_else(|| panic!("there is no {}: {text}", spot.pointer));
    let line = text.split('\n').nth(spot.line - 1).unwrap_or_else(|| panic!("no line {}: {text}", spot.line));
    let before: String = line.chars().take(spot.column - 1).collect();
    let lines_before: usize = text.split('\n').take(spot.line - 1).map(|line| line.len() + 1).sum();
    let mut values = Deserializer::from_str(&text[lines_before + before.len()..]).into_iter::<Value>();
    let found = values.next().and_then(Result::ok);
    // The name of an element may be its author's own: then what it stands in is named.
    let stands_in_it = || told.as_object().is_some_and(|told| told.values().any(|value| Some(value) == found.as_ref()));
    let is_there = found.as_ref() == Some(told) || issue.code == Code::PolicyElement && stands_in_it();
    assert!(is_there, "{found:?} at {spot:?}: {text}");
}
