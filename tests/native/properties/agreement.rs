//! What agrees with what, tried on many: lines with texts, suggestions with verdicts, rows with inputs.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use xregion::jsonl::Lines;
use xregion::{from_rows, to_rows, validate, validate_json, validate_rows};

use super::any::{any_context, nearly_request};
use super::config;
use super::sound::for_sound_requests;
use crate::support::operation;

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn a_line_is_judged_as_its_text((name, request) in nearly_request(), context in any_context(), cut in any::<prop::sample::Index>()) {
        let operation = operation(name);
        let text = request.to_string();
        let alone = validate_json(operation, text.as_bytes(), &context);
        let (start, end) = text.as_bytes().split_at(cut.index(text.len()));
        let mut lines = Lines::new(Some(operation), &context);
        prop_assert_eq!(lines.push(start).count(), 0);
        prop_assert_eq!(lines.push(end).count(), 0);
        let line = lines.finish().expect("a line without its end is one");
        prop_assert_eq!(line.report, alone, "{}", text);
    }

    #[test]
    fn rows_are_judged_as_the_input_that_they_stand_for((name, request) in nearly_request(), context in any_context()) {
        let operation = operation(name);
        let rows = to_rows(operation, &request);
        let intake = from_rows(operation, &rows);
        let (report, input) = validate_rows(operation, &rows, &context);
        prop_assert_eq!(&input, &intake.input);
        prop_assert_eq!(report.is_ok(), intake.is_ok() && validate(operation, &input, &context).is_ok(), "{}", rows);
    }
}

#[test]
fn a_suggestion_removes_its_issue_and_changes_something() {
    let followed = Cell::new(0);
    let requests = (nearly_request(), any_context());
    let result = TestRunner::new(config(1024)).run(&requests, |((name, request), context)| {
        let operation = operation(name);
        for issue in validate(operation, &request, &context).issues() {
            let Some(suggestion) = &issue.suggestion else { continue };
            let mut mended = request.clone();
            suggestion.apply(&mut mended);
            prop_assert_ne!(&mended, &request, "{:?}", suggestion);
            let left = validate(operation, &mended, &context);
            let stays = left.issues().iter().any(|other| (other.code, &other.path) == (issue.code, &issue.path));
            prop_assert!(!stays, "{:?} at {} stays after {:?}", issue.code, issue.path, suggestion);
            followed.set(followed.get() + 1);
        }
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
    assert!(followed.get() > 100, "only {} suggestions", followed.get());
}

#[test]
fn rows_of_what_is_sound_stand_for_it() {
    for_sound_requests(64, |operation, request| {
        let again = from_rows(operation, &to_rows(operation, request));
        prop_assert!(again.is_ok());
        // What is optional and empty is left out.
        if !request.to_string().contains(":\"\"") {
            prop_assert_eq!(&again.input, request);
        }
        prop_assert_eq!(from_rows(operation, &to_rows(operation, &again.input)).input, again.input);
        Ok(())
    });
}
