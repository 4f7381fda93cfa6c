//! Documented patterns and how they are matched.
//!
//! A pattern is stated as its page prints it, in the dialect of ECMA-262. From that text `cargo xtask gen` makes a table,
//! by which it is matched. A pattern without a table, of an operation that is stated elsewhere, is run by `regex-lite`,
//! which in the tests also judges the tables, beside JavaScript's own `RegExp`. It has no look-ahead, and its `.` is wider
//! than ECMA's: for those two the equivalent stands beside the documented text.

#[cfg(feature = "full")]
mod class;
mod table;
mod tables;

#[cfg(feature = "full")]
use alloc::{borrow::ToOwned, format, string::String};

#[cfg(feature = "full")]
use std::sync::OnceLock;

#[cfg(feature = "full")]
use regex_lite::Regex;

#[cfg(feature = "full")]
use class::Class;
pub use table::Table;

/// A documented pattern. It always speaks of the whole string: `$` is the end of the input, and a pattern that is
/// printed without anchors is read as if it had them.
#[derive(Debug)]
pub struct Pattern {
    /// The name of the phrase that says in words what it admits ([`crate::message`]).
    pub name: &'static str,
    /// As documented.
    pub documented: &'static str,
    /// How it is stated for programs without all of the dialect.
    #[cfg(feature = "full")]
    pub matched_as: MatchedAs,
    table: Option<&'static Table>,
    #[cfg(feature = "full")]
    compiled: OnceLock<Option<Regex>>,
}

/// How a documented pattern is stated for programs without all of the dialect.
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
    /// A pattern that every program runs as documented.
    pub const fn new(name: &'static str, documented: &'static str) -> Self {
        Self::rewritten(name, documented, MatchedAs::Documented)
    }

    /// A pattern whose documented text not every program can run.
    #[cfg_attr(not(feature = "full"), expect(unused_variables, reason = "what has a table is matched by it"))]
    pub const fn rewritten(name: &'static str, documented: &'static str, matched_as: MatchedAs) -> Self {
        let table = table::of(documented);
        assert!(table.is_some() || cfg!(feature = "full"), "a pattern without a table: run `cargo xtask gen`");
        Self {
            name,
            documented,
            #[cfg(feature = "full")]
            matched_as,
            table,
            #[cfg(feature = "full")]
            compiled: OnceLock::new(),
        }
    }

    /// Whether the whole of `text` matches.
    pub fn matches(&self, text: &str) -> bool {
        match self.table {
            Some(table) => table.matches(text),
            #[cfg(feature = "full")]
            None => self.matches_by_expression(text),
            #[cfg(not(feature = "full"))]
            None => false,
        }
    }
}

#[cfg(feature = "full")]
impl Pattern {
    /// Whether there is a table for it.
    pub fn has_table(&self) -> bool {
        self.table.is_some()
    }

    /// What a string does not start with, and the text that it matches.
    pub fn parts(&self) -> (Option<&'static str>, &'static str) {
        match self.matched_as {
            MatchedAs::Documented => (None, self.documented),
            MatchedAs::Text(text) => (None, text),
            MatchedAs::Without { prefix, text } => (Some(prefix), text),
        }
    }

    /// Whether the whole of `text` matches, by the expression itself instead of its table.
    pub fn matches_by_expression(&self, text: &str) -> bool {
        let (prefix, expression) = self.parts();
        let regex = self.compiled.get_or_init(|| Regex::new(&format!("^(?:{expression})$")).ok());
        prefix.is_none_or(|prefix| !text.starts_with(prefix))
            && regex.as_ref().is_some_and(|regex| regex.is_match(text))
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
        let (_, text) = self.parts();
        Class::read(text.trim_start_matches('^').strip_prefix('[')?)
    }
}
