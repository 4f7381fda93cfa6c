//! Patterns are matched by their tables as regular expressions match them.

use proptest::prelude::*;
use proptest::string::string_regex;
use xregion::derive::patterns;
use xregion::pattern::Pattern;

/// What stands in patterns, and what lies beside it.
const CHARACTERS: &[char] = &[
    'a',
    'f',
    'g',
    'z',
    'A',
    'Z',
    '0',
    '8',
    '9',
    '-',
    ':',
    '/',
    '_',
    ' ',
    '=',
    '@',
    '.',
    ',',
    '+',
    '\n',
    '\t',
    '\u{0}',
    '\u{7f}',
    '\u{ff}',
    '\u{100}',
    '\u{2028}',
    '\u{10ffff}',
];

fn check(pattern: &Pattern, text: &str) -> bool {
    let expected = pattern.matches_by_expression(text);
    assert_eq!(pattern.matches(text), expected, "{} on {text:?}", pattern.documented);
    expected
}

#[test]
fn every_pattern_has_a_table() {
    let patterns = patterns();
    assert!(patterns.len() > 15);
    let without: Vec<_> = patterns.iter().filter(|pattern| !pattern.has_table()).collect();
    assert!(without.is_empty(), "{without:?}; run `cargo xtask gen`");
}

#[test]
fn every_short_text() {
    for pattern in patterns() {
        let mut texts = vec![String::new()];
        for _ in 0..3 {
            let longer =
                texts.iter().flat_map(|text| CHARACTERS.iter().map(move |character| format!("{text}{character}")));
            texts = longer.collect();
            texts.iter().for_each(|text| {
                check(pattern, text);
            });
        }
    }
}

#[test]
fn texts_that_match_and_their_neighbours() {
    for pattern in patterns() {
        let (_, expression) = pattern.parts();
        // The generator knows no boundaries of words, of which a blank makes one, and folds more than ASCII.
        let expression = expression.replace("(?is)", "(?s)");
        let expression = expression.trim_start_matches('^').trim_end_matches('$').replace(r"\b", " ");
        let generator = string_regex(&expression.replace(r"\d", "[0-9]").replace(r"\w", "[a-z0-9_]")).unwrap();
        let matching = std::cell::Cell::new(0);
        proptest!(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }, |(
            text in generator, at in any::<prop::sample::Index>(), other in prop::sample::select(CHARACTERS),
        )| {
            matching.set(matching.get() + usize::from(check(pattern, &text)));
            let mut characters: Vec<char> = text.chars().collect();
            if !characters.is_empty() {
                let at = at.index(characters.len());
                characters[at] = other;
                check(pattern, &characters.iter().collect::<String>());
                characters.remove(at);
                check(pattern, &characters.iter().collect::<String>());
                characters.insert(at, other);
                characters.insert(at, other);
                check(pattern, &characters.iter().collect::<String>());
            }
        });
        assert!(matching.get() > 100, "{}: {} texts match", pattern.documented, matching.get());
    }
}
