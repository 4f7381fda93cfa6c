//! Documented patterns and how they are matched.
//!
//! A pattern is stated as its page prints it, in the dialect of ECMA-262. `regex-lite` runs it. It has no look-ahead,
//! and its `.` is wider than ECMA's: for those two the equivalent stands beside the documented text. A test holds every
//! pattern against JavaScript's own `RegExp`.

use std::sync::OnceLock;

use regex_lite::Regex;

/// A documented pattern. It always speaks of the whole string: `$` is the end of the input, and a pattern that is
/// printed without anchors is read as if it had them.
#[derive(Debug)]
pub struct Pattern {
    /// The name of the phrase that says in words what it admits ([`crate::message`]).
    pub name: &'static str,
    /// As documented.
    pub documented: &'static str,
    /// How it is matched.
    pub matched_as: MatchedAs,
    /// Made at first use.
    pub compiled: OnceLock<Option<Regex>>,
}

/// How a documented pattern is matched.
#[derive(Debug, Clone, Copy)]
pub enum MatchedAs {
    /// By the documented text itself.
    Documented,
    /// By another text that means the same.
    Text(&'static str),
    /// A leading look-ahead: the string does not start so, and matches the text.
    Without {
        /// What the string does not start with.
        prefix: &'static str,
        /// What it matches.
        text: &'static str,
    },
}

impl Pattern {
    /// A pattern that `regex-lite` runs as documented.
    pub const fn new(name: &'static str, documented: &'static str) -> Self {
        Self { name, documented, matched_as: MatchedAs::Documented, compiled: OnceLock::new() }
    }

    /// A pattern whose documented text `regex-lite` cannot run.
    pub const fn rewritten(name: &'static str, documented: &'static str, matched_as: MatchedAs) -> Self {
        Self { name, documented, matched_as, compiled: OnceLock::new() }
    }

    /// The documented text with the anchors that it is read with.
    pub fn anchored(&self) -> String {
        let documented = self.documented;
        match (documented.starts_with('^'), documented.ends_with('$')) {
            (true, true) => documented.to_owned(),
            _ => format!("^(?:{documented})$"),
        }
    }

    /// Whether the whole of `text` matches.
    pub fn matches(&self, text: &str) -> bool {
        let (prefix, matched_as) = match self.matched_as {
            MatchedAs::Documented => (None, self.documented),
            MatchedAs::Text(text) => (None, text),
            MatchedAs::Without { prefix, text } => (Some(prefix), text),
        };
        let regex = self.compiled.get_or_init(|| Regex::new(&format!("^(?:{matched_as})$")).ok());
        prefix.is_none_or(|prefix| !text.starts_with(prefix))
            && regex.as_ref().is_some_and(|regex| regex.is_match(text))
    }
}
