//! What a service's error means for an operation, and which members of the request it is about.

mod complaint;
mod form;
mod place;

use serde::Serialize;

use crate::answer::{OTHER_ANSWERS, Retry, Saying, ServiceError};
use crate::report::{Code, Issue, Params, Path, Report, Segment};
use crate::shape::{Member, Operation, Shape};
use crate::sources::Source;

/// An error as it came back, in whatever form.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ErrorReport {
    /// The name, where the form tells it.
    pub name: Option<String>,
    /// The service's text.
    pub message: Option<String>,
    /// The HTTP status.
    pub status: Option<u16>,
    /// How long the service wants to be left alone.
    pub retry_after: Option<RetryAfter>,
}

/// How long a service wants to be left alone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RetryAfter {
    /// That many seconds from the answer on.
    Seconds(u32),
    /// Until that moment, in milliseconds since 1970.
    At(f64),
}

/// What an error means, and what to do.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Explanation {
    /// The error's name.
    pub name: Option<String>,
    /// Whether the documentation knows the error.
    pub known: bool,
    /// The HTTP status: the one that came, else the documented one.
    pub status: Option<u16>,
    /// Whether the same request can succeed.
    pub retry: Retry,
    /// How long the service wants to be left alone.
    pub retry_after: Option<RetryAfter>,
    /// What the error means for the operation.
    pub meaning: &'static str,
    /// What to do.
    pub advice: &'static str,
    /// What the service said about members of the request.
    pub issues: Vec<Issue>,
    /// The id of the fact.
    pub rule: &'static str,
    /// The page that documents it.
    pub source: Source,
}

/// Says what an error of a service means for an operation.
///
/// ```
/// use xregion::{operations::REPLICATE_KEY, explain_error, ErrorReport};
///
/// let text = "An error occurred (TagException) when calling the ReplicateKey operation: Duplicate tag keys";
/// let explanation = explain_error(&REPLICATE_KEY, &ErrorReport::from_text(text));
/// assert_eq!(explanation.name.as_deref(), Some("TagException"));
/// assert_eq!(explanation.issues[0].path.pointer(), "/Tags");
/// ```
pub fn explain_error(operation: &'static Operation, report: &ErrorReport) -> Explanation {
    let answers = operation.guide.answers;
    let text = report.message.as_deref().unwrap_or_default();
    let given = report.name.as_deref().and_then(|name| Some((name, answers.error(name)?)));
    let found = given.or_else(|| named_in(operation, text));
    let name = found.map(|(name, _)| name).or(report.name.as_deref());
    let status = report.status.filter(|status| *status != 0);
    let error = found.map_or_else(|| by_status(status.unwrap_or(0)), |(_, error)| Some(error));

    let saying = complaint::is_none(text).then(|| answers.sayings.iter().find(|saying| saying.is_in(text))).flatten();
    let issues = match saying {
        Some(saying) => vec![saying.issue()],
        None => complaint::issues(operation, text),
    };
    Explanation {
        name: name.map(str::to_owned),
        known: found.is_some(),
        status: status.or(found.map(|(_, error)| error.status).filter(|status| *status != 0)),
        retry: error.map_or(Retry::Never, |error| error.retry),
        retry_after: report.retry_after,
        meaning: error.map_or("", |error| error.meaning),
        advice: saying.map(|saying| saying.advice).or(error.map(|error| error.advice)).unwrap_or_default(),
        issues: Report::default().and(issues).into_issues(),
        rule: error.map_or("", |error| error.rule.id),
        source: error.map_or(crate::sources::XREGION, |error| *error.rule.source),
    }
}

/// What is to be said of an error with that status whose name is unknown.
fn by_status(status: u16) -> Option<&'static ServiceError> {
    OTHER_ANSWERS.iter().find(|span| (span.from..=span.to).contains(&status)).map(|span| &span.error)
}

/// A known name with a colon after it, as programs print an error that they pass on.
fn named_in<'t>(operation: &Operation, text: &'t str) -> Option<(&'t str, &'static ServiceError)> {
    let words = text.split_whitespace().filter_map(|word| word.strip_suffix(':'));
    let mut known = words.filter_map(|word| Some((word, operation.guide.answers.error(word)?)));
    known.find(|(word, error)| *word == error.name)
}

/// How far into a text it is looked for what services say: beyond it stands what others add.
const LONGEST_SAYING: usize = 4096;

impl Saying {
    /// Whether a text says it.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        let text = text.as_bytes();
        let mut rest = text.get(..LONGEST_SAYING).unwrap_or(text);
        self.says.iter().all(|part| {
            let found = rest.windows(part.len()).position(|window| window.eq_ignore_ascii_case(part.as_bytes()));
            rest = found.and_then(|start| rest.get(start + part.len()..)).unwrap_or_default();
            found.is_some()
        })
    }

    fn issue(&self) -> Issue {
        let (path, shape) = way(self.at);
        let params: Params = match self.code {
            Code::TooMany => vec![most_of(shape).into(), "more".into()],
            _ => vec![self.problem.into()],
        };
        Issue::new(self.rule, self.code, self.code.severity(), path, false, params)
    }
}

/// The way to the last of several members, as far as it is known without the request.
fn way(members: &[&'static Member]) -> (Path, Option<&'static Shape>) {
    let mut path = Path::default();
    let mut last = None;
    for member in members {
        path = path.join(member.name);
        last = Some(&member.shape);
        match &member.shape {
            Shape::List(list) if list.count.is_some_and(|count| count.max == 1) && members.len() > 1 => {
                path.0.push(Segment::Index(0));
            }
            Shape::List(_) | Shape::Map(_) => break,
            Shape::Boolean(_) | Shape::Text(_) | Shape::Structure(_) => {}
        }
    }
    (path, last)
}

/// The most entries of a list or a map.
fn most_of(shape: Option<&Shape>) -> usize {
    match shape {
        Some(Shape::List(list)) => list.count.map_or(0, |count| count.max),
        Some(Shape::Map(map)) => map.count.map_or(0, |count| count.max),
        _ => 0,
    }
}

impl Serialize for Explanation {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Retrying {
            advised: &'static str,
            #[serde(skip_serializing_if = "Option::is_none")]
            when: Option<&'static str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            after_seconds: Option<u32>,
            #[serde(skip_serializing_if = "Option::is_none")]
            at: Option<f64>,
        }
        #[derive(Serialize)]
        struct Written<'e> {
            #[serde(skip_serializing_if = "Option::is_none")]
            name: Option<&'e str>,
            known: bool,
            #[serde(skip_serializing_if = "Option::is_none")]
            status: Option<u16>,
            retry: Retrying,
            meaning: &'static str,
            advice: &'static str,
            issues: &'e [Issue],
            rule: &'static str,
            source: Source,
        }
        let (after_seconds, at) = match self.retry_after {
            Some(RetryAfter::Seconds(seconds)) => (Some(seconds), None),
            Some(RetryAfter::At(moment)) => (None, Some(moment)),
            None => (None, None),
        };
        let when = if let Retry::Later(when) = self.retry { Some(when) } else { None };
        let written = Written {
            name: self.name.as_deref(),
            known: self.known,
            status: self.status,
            retry: Retrying { advised: self.retry.as_str(), when, after_seconds, at },
            meaning: self.meaning,
            advice: self.advice,
            issues: &self.issues,
            rule: self.rule,
            source: self.source,
        };
        written.serialize(serializer)
    }
}
