//! What is said of lines that come in parts.

use xregion::Context;
use xregion::jsonl::{Line, Lines, Summary};
use xregion::shape::Operation;

/// The lines of a text that comes in parts, and their summary, which is that of the lines.
pub(crate) fn judged(
    operation: Option<&'static Operation>,
    context: &Context,
    parts: &[&[u8]],
) -> (Vec<Line<'static>>, Summary) {
    let mut lines = Lines::new(operation, context);
    let mut all = Vec::new();
    for part in parts {
        all.extend(lines.push(part).map(owned));
    }
    all.extend(lines.finish());
    assert_eq!(lines.finish(), None);
    let summary = *lines.summary();
    let valid = all.iter().filter(|line| line.report.is_ok()).count();
    let warned = all.iter().filter(|line| line.report.has_warning()).count();
    assert_eq!([summary.lines, summary.valid, summary.with_warnings], [all.len(), valid, warned]);
    assert_eq!(summary.lines, summary.valid + summary.invalid);
    (all, summary)
}

fn owned(line: Line<'_>) -> Line<'static> {
    let mut whole = Line::default();
    whole.number = line.number;
    whole.text = line.text.into_owned().into();
    whole.report = line.report;
    whole
}
