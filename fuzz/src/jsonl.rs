//! Requests in bulk.

use xregion::jsonl::{Line, judge_text};
use xregion::shape::Operation;
use xregion::{Context, OPERATIONS};

use crate::lines::judged;
use crate::{context, operation, told};

/// The first byte tells the operation, if any, and what is known beside it; two more the sizes of the parts in which the
/// text comes, by turns; the rest is the text.
pub fn check(data: &[u8]) {
    let [number, one, other, text @ ..] = data else { return };
    let named = usize::from(number % 5) == OPERATIONS.len();
    let (operation, context) = ((!named).then(|| operation(number % 5)), context(number / 5));
    let sizes = [one, other].map(|size| usize::from(*size));
    assert_eq!(judged(operation, &context, &parts(text, sizes)).0, one_by_one(operation, &context, text));
}

/// The parts of a text, of these sizes by turns; the text as it is where both are none.
fn parts(mut text: &[u8], sizes: [usize; 2]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    for size in sizes.into_iter().cycle() {
        if text.is_empty() || sizes == [0, 0] {
            break;
        }
        let (part, rest) = text.split_at(size.min(text.len()));
        parts.push(part);
        text = rest;
    }
    parts.push(text);
    parts
}

/// What is said of each line by itself.
fn one_by_one(operation: Option<&'static Operation>, context: &Context, text: &[u8]) -> Vec<Line<'static>> {
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    let lines = text.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    let numbered = (1..).zip(lines).filter(|(_, line)| !line.iter().all(|byte| b" \t\r".contains(byte)));
    let judged = numbered.map(|(number, text)| {
        let mut line = Line::default();
        line.number = number;
        line.text = text.to_vec().into();
        line.report = judge_text(operation, text, context);
        told(line.report.issues());
        line
    });
    judged.collect()
}
