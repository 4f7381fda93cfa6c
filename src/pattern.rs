//! Documented patterns and how they are matched.
//!
//! A pattern is stated as its page prints it, in the dialect of ECMA-262. `regex-lite` runs it. It has no look-ahead,
//! and its `.` is wider than ECMA's: for those two the equivalent stands beside the documented text. A test holds every
//! pattern against JavaScript's own `RegExp`.

mod class;

use std::sync::OnceLock;

use regex_lite::Regex;

use class::Class;

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

    /// The pattern for `<input pattern>`, which browsers read with the `v` flag and anchor themselves. Where the flag
    /// refuses a pattern, they say so nowhere and check nothing.
    pub fn for_html(&self) -> String {
        let mut html = String::new();
        let mut rest = self.documented;
        while let Some(first) = rest.chars().next() {
            let after = rest.get(first.len_utf8()..).unwrap_or_default();
            rest = match first {
                '[' => {
                    let Some((class, after)) = Class::read(after) else { return html + rest };
                    html.push_str(&class.for_html());
                    after
                }
                '\\' => {
                    let escaped = after.chars().next().unwrap_or('\\');
                    // A hyphen outside of a class is no sign that could be escaped.
                    if escaped != '-' {
                        html.push('\\');
                    }
                    html.push(escaped);
                    after.get(escaped.len_utf8()..).unwrap_or_default()
                }
                other => {
                    html.push(other);
                    after
                }
            };
        }
        html
    }

    /// The characters that a text can hold, in words, where the pattern says no more than that.
    pub fn allowed_characters(&self) -> Option<String> {
        let (class, rest) = self.class()?;
        matches!(rest, "+" | "*" | "+$" | "*$").then(|| class.in_words())
    }

    /// The class that the pattern begins with, and what comes after it.
    fn class(&self) -> Option<(Class, &'static str)> {
        let text = match self.matched_as {
            MatchedAs::Documented => self.documented,
            MatchedAs::Text(text) | MatchedAs::Without { text, .. } => text,
        };
        Class::read(text.trim_start_matches('^').strip_prefix('[')?)
    }

    /// Whether the whole of `text` matches.
    pub fn matches(&self, text: &str) -> bool {
        #[cfg(not(feature = "full"))]
        return text.len() > 3;
        #[cfg(feature = "full")]
        {
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
}
