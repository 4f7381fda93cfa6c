//! `SECURITY.md` names limits as they are, and tests that there are.

use regex_lite::Regex;

use super::assert_none;
use crate::support::{read, top};

const PAGE: &str = "SECURITY.md";

/// What stands between backticks in a text.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn limits_are_those_of_the_code() {
    let page = read(PAGE);
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in page.lines().filter(|line| line.starts_with("| ")) {
        let [_, _, _, written, files, _] = line.split('|').collect::<Vec<_>>()[..] else { continue };
        for (limit, file) in quoted(written).flat_map(|limit| quoted(files).map(move |file| (limit, file))) {
            count += 1;
            let (name, value) = limit.split_once(" = ").unwrap();
            let declared = read(file);
            let lines = [format!("const {name}: usize = {value};"), format!("const {name} = {value};")];
            if !declared.lines().any(|line| lines.contains(&line.trim_start_matches("pub ").to_owned())) {
                wrong.push(format!("{file} has no {limit}"));
            }
        }
    }
    assert!(count > 15, "only {count} limits");
    assert_none(&wrong);
}

#[test]
fn every_test_that_holds_a_promise_is_there() {
    let page = read(PAGE);
    let path = Regex::new(r"^(fuzz|tests|src|pkg-template)/[\w./-]+$").unwrap();
    let named: Vec<&str> = quoted(&page).filter(|text| path.is_match(text)).collect();
    assert!(named.len() > 30, "only {named:?}");
    let missing = named.into_iter().filter(|path| !top().join(path).exists());
    assert_none(&missing.map(str::to_owned).collect::<Vec<_>>());
}
