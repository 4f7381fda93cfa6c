//! Patterns of the caller's own.

use regex_lite::{Regex, RegexBuilder};

/// The most bytes that a pattern may take once it is made ready. The time that a match takes is at most in proportion
/// to it and to the length of the text, whatever the pattern.
const LARGEST: usize = 1 << 18;

/// A regular expression of the caller's, always of the whole text.
#[derive(Debug, Clone)]
pub(super) struct OwnPattern {
    text: String,
    regex: Regex,
}

impl PartialEq for OwnPattern {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for OwnPattern {}

impl OwnPattern {
    /// Makes a pattern ready, or says why it is none.
    pub(super) fn new(text: &str) -> Result<Self, regex_lite::Error> {
        let make = |text: &str| RegexBuilder::new(text).size_limit(LARGEST).build();
        // By itself first: `a)|(b` is no pattern, but would be one in parentheses.
        make(text)?;
        let regex = make(&format!("^(?:{text})$"))?;
        Ok(Self { text: text.to_owned(), regex })
    }

    /// The pattern as the caller wrote it.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the whole of a text matches.
    pub(super) fn matches(&self, text: &str) -> bool {
        self.regex.is_match(text)
    }
}

#[cfg(test)]
mod tests {
    use super::OwnPattern;

    #[test]
    fn the_whole_text_matches() {
        for (pattern, whole, part) in [
            ("a|ab", "ab", "abc"),
            ("[a-z]+", "team", "team 1"),
            ("^team$", "team", "teams"),
            ("(?i)team", "TEAM", "TEAM\n"),
            ("(?m)^a$", "a", "a\nb"),
            ("", "", "a"),
            (r"\d+", "12", "\u{0661}\u{0662}"),
        ] {
            let made = OwnPattern::new(pattern).unwrap();
            assert!(made.matches(whole) && !made.matches(part), "{pattern}");
        }
    }

    #[test]
    fn no_pattern_takes_for_ever() {
        let long = "a".repeat(200_000) + "!";
        for pattern in ["(a+)+$", "(a|aa)+", "(a*)*b", "(.*)(.*)(.*)(.*)[^a]b", "(a{1,30}){1,30}"] {
            assert!(!OwnPattern::new(pattern).unwrap().matches(&long), "{pattern}");
        }
    }

    #[test]
    fn what_is_no_pattern_is_told() {
        for pattern in
            ["(?!aws:).*", "(?=a)a", "(?<=a)b", r"(a)\1", "(", "a)|(b", "[z-a]", r"\p{L}+", "a{2,1}", "(a{999}){999}"]
        {
            assert!(OwnPattern::new(pattern).is_err(), "{pattern}");
        }
    }
}
