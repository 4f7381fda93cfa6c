//! Requests in bulk: one in JSON on each line, judged as the text comes, in constant memory.

mod named;

use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;

use crate::context::Context;
#[cfg(feature = "glance")]
use crate::glance;
use crate::json::{BYTE_ORDER_MARK, Json};
use crate::report::{Code, Issue, Path, Report, Severity};
use crate::shape::Operation;
use crate::sources::{self, Rule};
use crate::validate::{judge_whole, no_json};
use crate::words::find;

/// The longest line that is looked at, in bytes before its line feed: 64 MiB. A longer one is passed over without being
/// kept.
pub const LONGEST_LINE: usize = 1 << 26;

/// What every line must be.
pub(crate) static LINE: Rule = Rule { id: "XREGION-LINE", source: &sources::XREGION };

/// A text with a request on each line, judged as it comes.
///
/// With an operation a line is the input of one; without, each says its own: `{"operation": "ReplicateKey", "input": {…}}`.
/// Then the paths of what is said of the input begin with `input`.
///
/// Lines end with a line feed, before which there can be a carriage return; the last one need not end. Lines of white
/// space alone are passed over, though they are counted in the numbers of those that follow. So is a byte order mark
/// at the very beginning. A line that is not JSON in UTF-8 has the issue `invalid_json`, with the place on that line; one
/// longer than [`LONGEST_LINE`] has `quota_exceeded`, and is not kept.
///
/// ```
/// use xregion::{Context, jsonl::Lines, operations::REPLICATE_KEY};
///
/// let context = Context::default();
/// let mut lines = Lines::new(Some(&REPLICATE_KEY), &context);
/// let mut wrong = Vec::new();
/// for chunk in ["{ \"KeyId\": \"mrk-1234abcd12ab34cd56ef1234567890ab\",", " \"ReplicaRegion\": \"eu-west-1\" }\n{", "}"] {
///     wrong.extend(lines.push(chunk.as_bytes()).filter(|line| !line.report.is_ok()).map(|line| line.number));
/// }
/// wrong.extend(lines.finish().filter(|line| !line.report.is_ok()).map(|line| line.number));
/// assert_eq!(wrong, [2]);
/// assert_eq!(lines.summary().valid, 1);
/// ```
#[derive(Debug)]
pub struct Lines<'c> {
    operation: Option<&'static Operation>,
    context: &'c Context,
    /// The beginning of a line whose end is still to come.
    begun: Vec<u8>,
    /// How many bytes of such a line were passed over.
    passed: usize,
    number: usize,
    summary: Summary,
}

/// A line that was judged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Line<'t> {
    /// Its number, from 1.
    pub number: usize,
    /// Its text, without its end. It is empty where the line is too long to be kept.
    pub text: Cow<'t, [u8]>,
    /// What there is to say about it.
    pub report: Report,
}

/// How many lines were judged so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// Those that were judged, which are the valid and the invalid ones.
    pub lines: usize,
    /// Those without errors.
    pub valid: usize,
    /// Those with errors.
    pub invalid: usize,
    /// Those with warnings, be they valid or not.
    pub with_warnings: usize,
}

impl<'c> Lines<'c> {
    /// Begins with a text that holds inputs of an operation, or of those that it names.
    pub fn new(operation: Option<&'static Operation>, context: &'c Context) -> Self {
        Self { operation, context, begun: Vec::new(), passed: 0, number: 0, summary: Summary::default() }
    }

    /// Goes on after so many lines, and so many bytes that were passed over in the one that is open.
    #[cfg(all(target_arch = "wasm32", feature = "wasm"))]
    pub(crate) fn after(self, number: usize, passed: usize) -> Self {
        Self { number, passed, ..self }
    }

    /// Judges the lines that end in the next part of the text, which may begin and end anywhere. Lines are judged as they
    /// are asked for, so that all of them are to be asked for before the next part comes.
    pub fn push<'l, 't>(&'l mut self, chunk: &'t [u8]) -> Judged<'l, 'c, 't> {
        Judged { lines: self, rest: chunk }
    }

    /// Judges the last line, where the text does not end with a line feed.
    pub fn finish(&mut self) -> Option<Line<'static>> {
        let is_there = !self.begun.is_empty() || self.passed > 0;
        if is_there { self.line(&[]) } else { None }
    }

    /// How many lines were judged so far.
    pub fn summary(&self) -> &Summary {
        &self.summary
    }

    /// How many lines came to their end so far, with those of white space alone.
    #[cfg(all(target_arch = "wasm32", feature = "wasm"))]
    pub(crate) fn ended(&self) -> usize {
        self.number
    }

    /// Judges the line that has come to its end; there is nothing to judge on one of white space alone.
    fn line<'t>(&mut self, end: &'t [u8]) -> Option<Line<'t>> {
        self.number += 1;
        let length = core::mem::take(&mut self.passed).saturating_add(self.begun.len() + end.len());
        let text = self.whole(end);
        if length > LONGEST_LINE {
            return Some(self.told(Cow::default(), Report::default().and([too_long(length)])));
        }
        let is_blank = text.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\r'));
        if is_blank {
            return None;
        }
        let report = judge_carefully(self.operation, &text, self.context);
        Some(self.told(text, report))
    }

    /// Judges the line that a text begins with, if it is a whole one and tells at a glance that there is nothing to say.
    #[cfg(feature = "glance")]
    fn glanced<'t>(&mut self, rest: &mut &'t [u8]) -> Option<Line<'t>> {
        if !self.begun.is_empty() || self.passed > 0 {
            return None;
        }
        let length = glance::at_line(self.operation, rest, self.context).filter(|length| *length <= LONGEST_LINE)?;
        let (line, after) = rest.split_at_checked(length)?;
        *rest = after.get(1..)?;
        self.number += 1;
        Some(self.told(Cow::Borrowed(line.strip_suffix(b"\r").unwrap_or(line)), Report::default()))
    }

    /// Nothing is known at a glance where there is none.
    #[cfg(not(feature = "glance"))]
    fn glanced(&self, _: &mut &[u8]) -> Option<Line<'static>> {
        None
    }

    /// The whole of a line of which this is the end. It is copied only where it began in an earlier part.
    fn whole<'t>(&mut self, end: &'t [u8]) -> Cow<'t, [u8]> {
        let mut text = if self.begun.is_empty() {
            Cow::Borrowed(end)
        } else {
            let mut whole = core::mem::take(&mut self.begun);
            whole.extend_from_slice(end);
            Cow::Owned(whole)
        };
        let start = if self.number == 1 && text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        let end = text.len() - usize::from(text.ends_with(b"\r"));
        match &mut text {
            Cow::Borrowed(text) => *text = text.get(start..end).unwrap_or_default(),
            Cow::Owned(text) => {
                text.truncate(end);
                if start > 0 {
                    *text = text.get(start..).unwrap_or_default().to_vec();
                }
            }
        }
        text
    }

    fn told<'t>(&mut self, text: Cow<'t, [u8]>, report: Report) -> Line<'t> {
        let counts = &mut self.summary;
        counts.lines += 1;
        *if report.is_ok() { &mut counts.valid } else { &mut counts.invalid } += 1;
        counts.with_warnings += usize::from(report.has_warning());
        Line { number: self.number, text, report }
    }

    /// Keeps the beginning of a line, unless the line is too long.
    fn begin(&mut self, beginning: &[u8]) {
        let length = self.begun.len() + beginning.len();
        if self.passed > 0 || length > LONGEST_LINE {
            self.passed = self.passed.saturating_add(length);
            self.begun = Vec::new();
        } else {
            self.begun.extend_from_slice(beginning);
        }
    }
}

/// The lines that end in a part of a text.
#[derive(Debug)]
#[must_use = "a line is judged as it is asked for"]
pub struct Judged<'l, 'c, 't> {
    lines: &'l mut Lines<'c>,
    rest: &'t [u8],
}

impl<'t> Iterator for Judged<'_, '_, 't> {
    type Item = Line<'t>;

    fn next(&mut self) -> Option<Line<'t>> {
        loop {
            if let Some(line) = self.lines.glanced(&mut self.rest) {
                return Some(line);
            }
            let Some((line, [_, rest @ ..])) = self.rest.split_at_checked(find(self.rest, b'\n')) else { break };
            self.rest = rest;
            let judged = self.lines.line(line);
            if judged.is_some() {
                return judged;
            }
        }
        self.lines.begin(core::mem::take(&mut self.rest));
        None
    }
}

impl Judged<'_, '_, '_> {
    /// How many bytes are still to be looked at.
    #[cfg(all(target_arch = "wasm32", feature = "wasm"))]
    pub(crate) fn left(&self) -> usize {
        self.rest.len()
    }
}

/// Looks at a text with one request, which may have line feeds in it: the input of an operation, or a request that names
/// its own, as a line does.
pub fn judge_text(operation: Option<&'static Operation>, text: &[u8], context: &Context) -> Report {
    #[cfg(feature = "glance")]
    if glance::at_json(operation, text, context) {
        return Report::default();
    }
    judge_carefully(operation, text, context)
}

fn judge_carefully(operation: Option<&'static Operation>, text: &[u8], context: &Context) -> Report {
    match (Json::parse(text), operation) {
        (Ok(input), Some(operation)) => judge_whole(operation, input, context),
        (Ok(request), None) => named::judged(request, context),
        (Err(error), _) => Report::default().and([no_json(error)]),
    }
}

fn too_long(actual: usize) -> Issue {
    let params = vec![LONGEST_LINE.into(), actual.into()];
    Issue::new(LINE, Code::QuotaExceeded, Severity::Error, Path::default(), false, params)
}
