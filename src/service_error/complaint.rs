//! What a service, or the AWS client before it, complains of, as issues at our own paths.
//!
//! The values that such a text repeats are not repeated here.

use super::form::UNSENT;
use super::place::{Spot, find, find_indexed};
use crate::report::{Code, Issue, Param, Params};
use crate::shape::{Bounds, Operation, Rule, Shape};
use crate::sources;

/// That services name members so.
static NAMED: Rule = Rule { id: "X-15", source: &sources::SMITHY_STRING };

/// The most issues of one error.
const MOST: usize = 100;

const DETECTED: [&str; 2] = ["validation error detected:", "validation errors detected:"];
const FAILED: &str = "' failed to satisfy constraint: ";
const AT: &str = "at '";
const VALUE: &str = "Value";

/// Whether a text complains of no member by its name.
pub(super) fn is_none(text: &str) -> bool {
    !text.contains(UNSENT) && detected(text).is_none()
}

/// The issues in a text.
pub(super) fn issues(operation: &'static Operation, text: &str) -> Vec<Issue> {
    let of_service = complaints(text).into_iter().filter_map(|complaint| complaint.issue(operation));
    let of_client = unsent(text).filter_map(|line| of_client(operation, line));
    let mut issues: Vec<Issue> = of_service.chain(of_client).take(MOST).collect();
    issues.dedup();
    issues
}

/// One complaint of a service: `Value 'v' at 'tags.1.member.tagKey' failed to satisfy constraint: …`.
struct Complaint<'t> {
    /// The value, where it stands there as a whole.
    value: Option<&'t str>,
    at: &'t str,
    constraint: &'t str,
}

/// How many complaints there are, and the text of them.
fn detected(text: &str) -> Option<(usize, &str)> {
    let (start, words) = DETECTED.iter().find_map(|words| Some((text.find(words)?, words)))?;
    let before = text.get(..start)?.trim_end();
    let number = before.rsplit(|character: char| !character.is_ascii_digit()).next().unwrap_or_default();
    Some((number.parse().unwrap_or(1), text.get(start + words.len()..)?))
}

/// The complaints in a text. A value may hold anything, a false complaint included: of more complaints than the text
/// announces, the last are taken, for a value stands before the place that it is at.
fn complaints(text: &str) -> Vec<Complaint<'_>> {
    let Some((number, body)) = detected(text) else { return Vec::new() };
    let mut complaints = Vec::new();
    let pieces: Vec<&str> = body.split(FAILED).collect();
    for (piece, next) in pieces.iter().zip(pieces.iter().skip(1)) {
        let Some(at) = piece.rfind(AT) else { continue };
        let value = piece.get(..at).and_then(value_of);
        let constraint = next.split("; Value").next().unwrap_or_default();
        complaints.push(Complaint { value, at: piece.get(at + AT.len()..).unwrap_or_default(), constraint });
    }
    let surplus = complaints.len().saturating_sub(number.min(MOST));
    complaints.split_off(surplus)
}

/// What stands between `Value '` and the quote before the place.
fn value_of(before: &str) -> Option<&str> {
    let start = before.find(VALUE)? + VALUE.len();
    before.get(start..)?.trim_start().strip_prefix('\'')?.trim_end().strip_suffix('\'')
}

impl Complaint<'_> {
    fn issue(&self, operation: &'static Operation) -> Option<Issue> {
        let spot = find(operation, self.at)?;
        let said = self.constraint;
        let least = after(said, "Member must have length greater than or equal to ");
        let most = after(said, "Member must have length less than or equal to ");
        let found = if let Some(min) = least {
            length(&spot, Code::TooShort, Code::TooFew, min, "fewer".into())
        } else if let Some(max) = most {
            let actual = self.value.map(|value| value.chars().count()).filter(|count| *count > max);
            length(&spot, Code::TooLong, Code::TooMany, max, actual.map_or("more".into(), Param::from))
        } else if said.starts_with("Member must not be null") {
            missing(&spot)
        } else if said.starts_with("Member must satisfy regular expression pattern") {
            pattern(&spot)
        } else if said.contains("must satisfy constraint: [") {
            refused("one_of_several_rules")
        } else {
            refused("value_refused")
        };
        Some(found.issue(spot))
    }
}

/// The number after some words.
fn after(text: &str, words: &str) -> Option<usize> {
    let rest = text.strip_prefix(words)?;
    rest.split(|character: char| !character.is_ascii_digit()).next()?.parse().ok()
}

/// A finding without its place.
struct Finding {
    rule: Rule,
    code: Code,
    params: Params,
}

impl Finding {
    fn issue(self, spot: Spot) -> Issue {
        Issue::new(self.rule, self.code, self.code.severity(), spot.path, false, self.params)
    }
}

fn refused(problem: &'static str) -> Finding {
    Finding { rule: NAMED, code: Code::ServiceRefused, params: vec![problem.into()] }
}

/// A bound that is not kept. What the service names as the bound may differ from the documentation.
fn length(spot: &Spot, of_text: Code, of_entries: Code, bound: usize, actual: Param) -> Finding {
    let (code, bounds): (Code, Option<Bounds>) = match spot.shape {
        Shape::Text(text) => (of_text, text.length),
        Shape::List(list) => (of_entries, list.count),
        Shape::Map(map) => (of_entries, map.count),
        Shape::Boolean(_) | Shape::Structure(_) => return refused("value_refused"),
    };
    let actual =
        if matches!(spot.shape, Shape::Text(_)) || matches!(actual, Param::Text(_)) { actual } else { "more".into() };
    Finding { rule: bounds.map_or(NAMED, |bounds| bounds.rule), code, params: vec![bound.into(), actual] }
}

fn missing(spot: &Spot) -> Finding {
    match spot.member {
        Some(member) => Finding {
            rule: member.required.unwrap_or(NAMED),
            code: Code::MissingRequired,
            params: vec![member.name.into()],
        },
        None => refused("value_refused"),
    }
}

fn pattern(spot: &Spot) -> Finding {
    match spot.shape {
        Shape::Text(text) => match text.pattern {
            Some((pattern, rule)) => Finding {
                rule,
                code: Code::PatternMismatch,
                params: vec![pattern.name.into(), pattern.documented.into()],
            },
            None => refused("pattern_of_the_service"),
        },
        _ => refused("pattern_of_the_service"),
    }
}

/// The lines with which botocore says why it does not send a request.
fn unsent(text: &str) -> impl Iterator<Item = &str> {
    text.split_once(UNSENT).map_or("", |(_, lines)| lines).lines().map(str::trim)
}

fn of_client(operation: &'static Operation, line: &str) -> Option<Issue> {
    let place = |at: &str| find_indexed(operation, at);
    let inside = |at: &str, name: &str| if at == "input" { place(name) } else { place(&format!("{at}.{name}")) };
    let quoted = |rest: &str| rest.split('"').nth(1).map(str::to_owned);
    if let Some((at, rest)) = line.strip_prefix("Missing required parameter in ").and_then(|rest| rest.split_once(": "))
    {
        let spot = inside(at, &quoted(rest)?)?;
        return Some(missing(&spot).issue(spot));
    }
    if let Some(rest) = line.strip_prefix("Invalid length for parameter ") {
        let (at, rest) = rest.split_once(", value: ")?;
        let (actual, rest) = rest.split_once(", valid min length: ")?;
        let spot = place(at)?;
        let (actual, min): (usize, usize) = (actual.parse().ok()?, rest.trim().parse().ok()?);
        return Some(counted(&spot, min, actual).issue(spot));
    }
    if let Some(rest) = line.strip_prefix("Invalid type for parameter ") {
        let spot = place(rest.split_once(", value: ")?.0)?;
        return Some(refused("value_refused").issue(spot));
    }
    None
}

/// Fewer than the least, with the number that botocore tells.
fn counted(spot: &Spot, min: usize, actual: usize) -> Finding {
    let finding = length(spot, Code::TooShort, Code::TooFew, min, "fewer".into());
    match finding.code {
        Code::TooShort | Code::TooFew => Finding { params: vec![min.into(), actual.into()], ..finding },
        _ => finding,
    }
}
