//! Requests in bulk: the same verdicts as one by one, wherever the text is cut.

use allocation_counter::measure;
use serde::Deserialize;
use serde_json::{Value, json};
use xregion::jsonl::{LONGEST_LINE, Line, Lines};
use xregion::operations::REPLICATE_KEY;
use xregion::report::{Change, Issue};
use xregion::shape::Operation;
use xregion::{Code, Context, MOST_ITEMS, OPERATIONS, Param, validate_json};

use crate::lines;
use crate::support::{CaseInput, assert_typed, cases, operation, read, vectors};

/// A text and what is said of its lines.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vector {
    name: String,
    operation: Option<String>,
    #[serde(default)]
    context: Context,
    text: Vec<Part>,
    lines: Vec<(usize, Vec<String>)>,
    summary: Value,
}

/// A text, or bytes that no text has.
#[derive(Deserialize)]
#[serde(untagged)]
enum Part {
    Text(String),
    Bytes(Vec<u8>),
}

impl Vector {
    fn bytes(&self) -> Vec<u8> {
        let bytes = |part: &Part| match part {
            Part::Text(text) => text.clone().into_bytes(),
            Part::Bytes(bytes) => bytes.clone(),
        };
        self.text.iter().flat_map(bytes).collect()
    }
}

fn found(issue: &Issue) -> String {
    let place = match issue.code {
        Code::InvalidJson => match &issue.params[..] {
            [Param::Number(line), Param::Number(column)] => format!(" {line}:{column}"),
            params => panic!("{params:?}"),
        },
        _ => String::new(),
    };
    let change = issue.suggestion.as_ref().map(|suggestion| match &suggestion.change {
        Change::MoveFrom(from) => format!(", move {from} to {}", suggestion.path),
        Change::Replace(_) => format!(", replace {}", suggestion.path),
        change => panic!("{change:?}"),
    });
    format!("{} {}{place}{}", issue.path, issue.code.as_str(), change.unwrap_or_default())
}

/// The lines of a text that comes in parts, and the summary as JavaScript has it.
fn judged(operation: Option<&'static Operation>, context: &Context, parts: &[&[u8]]) -> (Vec<Line<'static>>, Value) {
    let (all, summary) = lines::judged(operation, context, parts);
    let [lines, valid] = [summary.lines, summary.valid];
    let [invalid, warned] = [summary.invalid, summary.with_warnings];
    (all, json!({ "lines": lines, "valid": valid, "invalid": invalid, "withWarnings": warned }))
}

#[test]
fn vectors_are_judged_the_same_wherever_they_are_cut() {
    for vector in serde_json::from_str::<Vec<Vector>>(&read("tests/vectors/jsonl.json")).unwrap() {
        let operation = vector.operation.as_deref().map(operation);
        let bytes = vector.bytes();
        let check = |parts: &[&[u8]]| {
            let (lines, summary) = judged(operation, &vector.context, parts);
            let told: Vec<(usize, Vec<String>)> = lines
                .iter()
                .filter(|line| !line.report.issues().is_empty())
                .map(|line| (line.number, line.report.issues().iter().map(found).collect()))
                .collect();
            let sizes: Vec<usize> = parts.iter().map(|part| part.len()).collect();
            assert_eq!(told, vector.lines, "{} in parts of {sizes:?}", vector.name);
            assert_eq!(summary, vector.summary, "{} in parts of {sizes:?}", vector.name);
            lines.iter().for_each(|line| assert_typed(line.report.issues()));
        };
        for cut in 0..=bytes.len() {
            let (before, after) = bytes.split_at(cut);
            check(&[before, after]);
        }
        for size in 1..=7 {
            check(&bytes.chunks(size).collect::<Vec<_>>());
        }
    }
}

#[test]
fn the_longest_line_is_the_same_wherever_it_is_cut() {
    let context = Context::default();
    let text = [&vec![b' '; LONGEST_LINE][..], b"\r\n"].concat();
    for cut in [0, 1, LONGEST_LINE, LONGEST_LINE + 1] {
        let (before, after) = text.split_at(cut);
        let (lines, _) = judged(None, &context, &[before, after]);
        assert_eq!(lines[0].report.issues().iter().map(found).collect::<Vec<_>>(), [" quota_exceeded"], "cut at {cut}");
    }
}

#[test]
fn a_line_is_too_long_whatever_stands_at_its_end() {
    let request = br#"{"KeyId":"mrk-1234abcd12ab34cd56ef1234567890ab","ReplicaRegion":"eu-west-1"}"#;
    let fits = LONGEST_LINE - request.len();
    let too_long = &[" quota_exceeded".to_owned()];
    for (blanks, end, expected) in [
        (fits, "\n", &[][..]),
        (fits + 1, "\n", too_long),
        (fits + 1, "", too_long),
        (LONGEST_LINE + 1, "\n", too_long),
    ] {
        let text = [&vec![b' '; blanks][..], request, end.as_bytes()].concat();
        for cut in [0, blanks] {
            let (before, after) = text.split_at(cut);
            let (lines, _) = judged(Some(&REPLICATE_KEY), &Context::default(), &[before, after]);
            let found: Vec<_> = lines[0].report.issues().iter().map(found).collect();
            assert_eq!((lines.len(), &found[..]), (1, expected), "after {blanks} blanks, cut at {cut}");
        }
    }
}

#[test]
fn nothing_more_is_kept_of_a_line_that_is_too_long() {
    let part = vec![b' '; LONGEST_LINE / 8];
    let kept = |parts: usize| {
        let heap = measure(|| {
            let context = Context::default();
            let mut lines = Lines::new(None, &context);
            assert_eq!((0..parts).map(|_| lines.push(&part).count()).sum::<usize>(), 0);
        });
        heap.bytes_max
    };
    assert_eq!(kept(9), kept(18));
}

/// Every vector that stands on one line, by operation and context.
fn requests() -> Vec<(&'static Operation, Context, Vec<u8>)> {
    let ours = cases().into_iter().map(|case| {
        let text = match case.input {
            CaseInput::Value(value) => value.to_string(),
            CaseInput::Text(text) => text,
        };
        (case.operation, case.context, text)
    });
    let others = vectors().into_iter();
    let others = others.map(|vector| (vector.operation, Context::default(), vector.request.to_string()));
    let all = ours.chain(others).filter(|(.., text)| !text.contains('\n') && !text.trim().is_empty());
    all.map(|(operation, context, text)| (operation, context, text.into_bytes())).collect()
}

#[test]
fn verdicts_are_those_of_single_requests() {
    let requests = requests();
    assert!(requests.len() > 1000, "only {} requests", requests.len());
    for (operation, context, text) in &requests {
        let alone = validate_json(operation, text, context);
        // A byte order mark is none after the first line.
        let (lines, _) = judged(Some(operation), context, &[b"\n", text]);
        assert_eq!([&alone], lines.iter().map(|line| &line.report).collect::<Vec<_>>()[..]);
        let is_json = !alone.issues().iter().any(|issue| issue.code == Code::InvalidJson);
        let named = [format!("{{\"operation\":{:?},\"input\":", operation.name).as_bytes(), text, b"}"].concat();
        let (lines, _) = judged(None, context, &[&named]);
        let below: Vec<String> = lines[0].report.issues().iter().map(|issue| issue.path.pointer()).collect();
        let expected: Vec<String> =
            alone.issues().iter().map(|issue| format!("/input{}", issue.path.pointer())).collect();
        if is_json {
            assert_eq!(below, expected, "{}", String::from_utf8_lossy(text));
        }
    }
}

#[test]
fn all_lines_of_an_operation_in_one_text() {
    for operation in OPERATIONS {
        let of_operation = |(of, context, _): &(&'static Operation, Context, Vec<u8>)| {
            of.name == operation.name && *context == Context::default()
        };
        let texts: Vec<Vec<u8>> = requests().into_iter().filter(of_operation).map(|(.., text)| text).collect();
        let whole = texts.join(&b'\n');
        let context = Context::default();
        let alone: Vec<_> = texts.iter().map(|text| validate_json(operation, text, &context)).collect();
        let (lines, _) = judged(Some(operation), &context, &whole.chunks(1000).collect::<Vec<_>>());
        assert_eq!(lines.iter().map(|line| &line.report).collect::<Vec<_>>(), alone.iter().collect::<Vec<_>>());
        assert!(lines.iter().zip(&texts).zip(1..).all(|((line, text), at)| line.number == at && *line.text == **text));
    }
}

#[test]
fn a_line_with_more_members_than_are_looked_at_has_one_issue() {
    let line = format!("{{{}\"operation\":1}}", (0..MOST_ITEMS).map(|at| format!("\"{at}\":0,")).collect::<String>());
    for operation in [None, Some(OPERATIONS[0])] {
        let (lines, _) = judged(operation, &Context::default(), &[line.as_bytes()]);
        let found: Vec<String> = lines[0].report.issues().iter().map(found).collect();
        assert_eq!(found, [" wrong_type"]);
        assert_eq!(lines[0].report.issues()[0].params, ["object".into(), "other".into()]);
    }
    for (line, actual) in [("[]", "array"), ("null", "null"), ("7", "number")] {
        let (lines, _) = judged(None, &Context::default(), &[line.as_bytes()]);
        assert_eq!(lines[0].report.issues()[0].params, ["object".into(), actual.into()]);
    }
}

#[test]
fn a_line_that_is_too_long_is_passed_over() {
    let context = Context::default();
    let part = vec![b' '; 1 << 20];
    for (parts, expected) in [(64, false), (65, true), (200, true)] {
        let mut lines = Lines::new(Some(OPERATIONS[0]), &context);
        assert_eq!(lines.push(b"{}\n{}").count(), 1);
        for _ in 0..parts - 1 {
            assert_eq!(lines.push(&part).count(), 0);
        }
        let rest = &part[..part.len() - 2];
        assert_eq!(lines.push(rest).count(), 0);
        let told: Vec<Line<'_>> = lines.push(b"\n{}").collect();
        assert_eq!(told[0].number, 2);
        let too_long = told[0].report.issues().iter().find(|issue| issue.code == Code::QuotaExceeded);
        let params = too_long.map(|issue| issue.params.clone());
        let length = Param::Number(parts * part.len());
        assert_eq!(params, expected.then(|| vec![Param::Number(LONGEST_LINE), length]));
        assert_eq!(told[0].text.is_empty(), expected);
        assert_eq!(lines.finish().map(|line| line.number), Some(3));
    }
}
