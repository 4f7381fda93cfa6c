//! Verdicts on many requests at once: lines of a text, which JavaScript hands over in parts.
//!
//! Nothing is kept from one part to the next: an instance may be given up in between.

use alloc::vec::Vec;

use wasm_bindgen::prelude::wasm_bindgen;

use super::verdict::{ABSENT, AREA, answer, next_part, packed, read_options};
use crate::json::Json;
use crate::jsonl::{Line, Lines, judge_text};
use crate::operations::OPERATIONS;
use crate::parts::number_of;
use crate::report::{Issue, pack, push_number};

/// What stands before the part: nothing, lines of which none was judged, or lines that were.
const BEGINNING: u32 = 0;
const JUDGED: u32 = 2;
/// The part is no lines but one request.
const WHOLE: u32 = 3;

/// The answer that ends a call, in bytes: what is left of the part is for the next one.
const LONG: usize = 1 << 18;

/// Judges the lines of a part, which ends with a line feed unless it is the last. Without an operation each names its own.
///
/// Options, how many bytes of the first line were passed over, in decimal digits, the beginning of the first line and the
/// rest lie one after the other in the area. The answer, which lies there as with [`super::verdict::judge`], is an array
/// of numbers: how many bytes were read, how many lines they held, how many were judged, how many have errors, how many
/// have warnings; and for each line with issues its number, from 1, and the issues.
///
/// What there is to say of the options is said with the first line that is judged.
#[wasm_bindgen]
pub fn lines(operation: usize, before: u32, options: usize, passed: usize, begun: usize, rest: usize) -> usize {
    let area = AREA.lock();
    let mut left = area.as_slice();
    let options = next_part(&mut left, options);
    let passed = next_part(&mut left, passed).map_or(0, number_in);
    let text = left.get(..held(begun) + held(rest)).unwrap_or_default();
    let (context, mut of_options) = read_options(options.and_then(Json::written));
    if before == JUDGED {
        of_options.clear();
    }
    let operation = OPERATIONS.get(operation).copied();
    if before == WHOLE {
        let report = judge_text(operation, text, &context).and(of_options);
        return answer(packed(report.issues()));
    }
    let start = usize::from(before != BEGINNING);
    let mut lines = Lines::new(operation, &context).after(start, passed);
    let mut answered = Answered { lines: Vec::new(), counts: [0; 3] };
    let mut judged = lines.push(text);
    while answered.lines.len() < LONG
        && let Some(line) = judged.next()
    {
        answered.tell(line, start, &mut of_options);
    }
    let unread = judged.left();
    if unread == 0
        && let Some(line) = lines.finish()
    {
        answered.tell(line, start, &mut of_options);
    }
    answer(answered.whole(text.len() - unread, lines.ended() - start))
}

fn held(length: usize) -> usize {
    if length == ABSENT { 0 } else { length }
}

/// What digits stand for: the largest number, where that is larger.
fn number_in(digits: &[u8]) -> usize {
    core::str::from_utf8(digits).ok().and_then(number_of).unwrap_or(usize::MAX)
}

struct Answered {
    lines: Vec<u8>,
    /// Lines that were judged, those with errors and those with warnings.
    counts: [usize; 3],
}

impl Answered {
    fn tell(&mut self, line: Line<'_>, start: usize, of_options: &mut Vec<Issue>) {
        let report = match of_options.is_empty() {
            true => line.report,
            false => line.report.and(core::mem::take(of_options)),
        };
        let [judged, invalid, warned] = &mut self.counts;
        *judged += 1;
        *invalid += usize::from(!report.is_ok());
        *warned += usize::from(report.has_warning());
        if !report.issues().is_empty() {
            push(&mut self.lines, b',', line.number - start);
            self.lines.push(b',');
            pack(report.issues(), &mut self.lines);
        }
    }

    fn whole(self, read: usize, ended: usize) -> Vec<u8> {
        let mut answer = Vec::new();
        push(&mut answer, b'[', read);
        for number in [ended].iter().chain(&self.counts) {
            push(&mut answer, b',', *number);
        }
        answer.extend_from_slice(&self.lines);
        answer.push(b']');
        answer
    }
}

fn push(out: &mut Vec<u8>, before: u8, number: usize) {
    out.push(before);
    push_number(out, number);
}
