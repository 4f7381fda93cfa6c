//! The verdict: what every build of the module can tell.
//!
//! Nothing but numbers crosses. What is to be judged is written into an area of the module's memory, in the order of the
//! parameters of [`judge`], and the answer is read from another: issues as JSON text, in short ([`crate::report::pack`]).

use alloc::vec;
use alloc::vec::Vec;

use spin::Mutex;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::context::Context;
use crate::context::read::problem;
use crate::input::{Input, JsonType, Look};
use crate::json::Json;
use crate::jsonl::judge_text;
use crate::operations::OPERATIONS;
use crate::report::{Issue, pack};
use crate::rows;
use crate::validate::judge_field;
#[cfg(feature = "glance")]
use crate::validate::judge_whole;

pub(super) static AREA: Mutex<Vec<u8>> = Mutex::new(Vec::new());

static ANSWER: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// An area of so many bytes is kept for the next call: to make one takes as long as to fill it.
const MOST_KEPT: usize = 1 << 20;

/// The place of an area of so many bytes, to be written to before the next call.
#[wasm_bindgen]
pub fn reserve(length: usize) -> *mut u8 {
    *ANSWER.lock() = Vec::new();
    let mut area = AREA.lock();
    if area.len() < length || area.len() > MOST_KEPT {
        *area = Vec::new();
        area.resize(length, 0);
    }
    area.as_mut_ptr()
}

/// What stands for a part that is not there.
pub(super) const ABSENT: usize = u32::MAX as usize;

/// Judges a value at the place of a JSON Pointer, in the rest of a request or alone: options, pointer, value and rest lie
/// one after the other in the area, each of so many bytes. The result is the length of the answer, 0 where there is
/// nothing to say; [`answered`] tells where it lies.
///
/// A value that is `given` as it came is text that may be no JSON, and a whole request; else it was written by the package's
/// own JavaScript.
#[wasm_bindgen]
pub fn judge(operation: usize, given: bool, options: usize, pointer: usize, value: usize, rest: usize) -> usize {
    let area = AREA.lock();
    let mut left = area.as_slice();
    let mut part = |length| next_part(&mut left, length);
    let (options, pointer, value, rest) = (part(options), part(pointer), part(value), part(rest));
    let Some(operation) = OPERATIONS.get(operation) else { return 0 };
    let (context, mut issues) = read_options(options.and_then(Json::written));
    let report = if given {
        judge_text(Some(operation), value.unwrap_or_default(), &context)
    } else {
        let pointer = pointer.and_then(|pointer| core::str::from_utf8(pointer).ok()).unwrap_or_default();
        match (pointer, value.and_then(Json::written), rest.and_then(Json::written)) {
            #[cfg(feature = "glance")]
            ("", Some(request), None) => judge_whole(operation, request, &context),
            (pointer, value, rest) => judge_field(operation, pointer, value, rest, &context),
        }
    };
    issues.extend(report.into_issues());
    answer(if issues.is_empty() { Vec::new() } else { packed(&issues) })
}

/// What is asked of rows: the input that they stand for, that input judged, or the rows of an input.
const READ: u32 = 0;
const JUDGED: u32 = 1;

/// Reads rows, or makes them of an input. Options and rows lie in the area, and the answer there as with [`judge`]: an
/// array of the issues and of what was made.
#[wasm_bindgen]
pub fn rows(operation: usize, asked: u32, options: usize, rows: usize) -> usize {
    let area = AREA.lock();
    let mut left = area.as_slice();
    let mut part = |length| next_part(&mut left, length).and_then(Json::written);
    let (options, rows) = (part(options), part(rows));
    let (Some(operation), Some(rows)) = (OPERATIONS.get(operation), rows) else { return 0 };
    let (context, mut issues) = read_options(options);
    let made = match asked {
        READ => {
            let read = rows::read(operation, rows);
            issues = read.issues;
            read.made
        }
        JUDGED => {
            let judge = |input: Vec<u8>| (judge_field(operation, "", Json::written(&input), None, &context), input);
            let (report, input) = rows::judged(operation, rows, judge);
            issues.extend(report.into_issues());
            input
        }
        _ => rows::made_of(operation, rows),
    };
    let mut answered = vec![b'['];
    answered.append(&mut packed(&issues));
    answered.push(b',');
    answered.extend_from_slice(&made);
    answered.push(b']');
    answer(answered)
}

/// What lies next in the area, of so many bytes.
pub(super) fn next_part<'a>(left: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (part, after) = left.split_at_checked(if length == ABSENT { 0 } else { length })?;
    *left = after;
    (length != ABSENT).then_some(part)
}

/// Reads the options of a call.
pub(super) fn read_options(options: Option<Json<'_>>) -> (Context, Vec<Issue>) {
    let mut context = Context::default();
    let mut issues = Vec::new();
    match options.map(|options| options.look(JsonType::Object)) {
        None => {}
        Some(Look::Object(options)) => {
            for (name, value) in options {
                match &*name.text {
                    "clientToken" => issues.extend(refused_token(value)),
                    #[cfg(feature = "full")]
                    "house" => match super::house::loaded(&value.to_value()) {
                        Ok(rules) => context.house = Some(rules),
                        Err(issue) => issues.push(issue),
                    },
                    name => context.read_option(name, value, &mut issues),
                }
            }
        }
        Some(_) => issues.push(problem("object", "options_object")),
    }
    (context, issues)
}

/// An array of issues.
pub(super) fn packed(issues: &[Issue]) -> Vec<u8> {
    let mut out = vec![b'['];
    pack(issues, &mut out);
    out.push(b']');
    out
}

fn refused_token(value: Json<'_>) -> Option<Issue> {
    let is_fine = match value.look(JsonType::String) {
        Look::Text(characters) => characters.well_formed,
        Look::Other(other) => other == JsonType::Null,
        _ => false,
    };
    (!is_fine).then(|| problem("clientToken", "option_text"))
}

pub(super) fn answer(answer: Vec<u8>) -> usize {
    let length = answer.len();
    *ANSWER.lock() = answer;
    length
}

/// Where the answer lies.
#[wasm_bindgen]
pub fn answered() -> *const u8 {
    ANSWER.lock().as_ptr()
}
