//! The differences that are known and right: the table in `docs/drift.md`.

use anyhow::{Context as _, Result, bail};

use super::difference::Difference;
use crate::{files, project};

/// The page, from the top of the checkout.
pub(crate) const PAGE: &str = "docs/drift.md";

/// The table is the one under this line.
const HEAD: &str = "| place | difference | reason |";

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Explanation {
    pub(crate) place: String,
    pub(crate) difference: String,
    pub(crate) reason: String,
}

impl Explanation {
    /// Whether it speaks of a difference. It no longer does when either side changes.
    pub(crate) fn is_of(&self, difference: &Difference) -> bool {
        self.place == difference.place && self.difference == difference.text()
    }
}

/// What the page explains.
pub(crate) fn read() -> Result<Vec<Explanation>> {
    parse(&files::read(&project::root().join(PAGE))?).with_context(|| format!("cannot read the table in {PAGE}"))
}

pub(crate) fn parse(page: &str) -> Result<Vec<Explanation>> {
    let mut lines = page.lines().skip_while(|line| *line != HEAD).skip(1);
    let rule = lines.next().with_context(|| format!("there is no table under {HEAD}"))?;
    if rule != "| --- | --- | --- |" {
        bail!("the second line of the table is {rule}");
    }
    lines.take_while(|line| line.starts_with('|')).map(row).collect()
}

fn row(line: &str) -> Result<Explanation> {
    let inner = line.strip_prefix("| ").and_then(|line| line.strip_suffix(" |"));
    let cells: Vec<String> = inner.unwrap_or_default().split(" | ").map(|cell| cell.replace("\\|", "|")).collect();
    match <[String; 3]>::try_from(cells) {
        Ok([place, difference, reason]) if !reason.is_empty() => Ok(Explanation { place, difference, reason }),
        _ => bail!("this line is not made of a place, a difference and a reason: {line}"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn page(rows: &str) -> String {
        format!("# Page\n\n| a | b |\n| --- | --- |\n| c | d |\n\n{HEAD}\n| --- | --- | --- |\n{rows}\nThe end.\n")
    }

    #[test]
    fn a_table_is_read_line_by_line() {
        let explained = |place: &str, difference: &str, reason: &str| Explanation {
            place: place.to_owned(),
            difference: difference.to_owned(),
            reason: reason.to_owned(),
        };
        for (text, expected) in [
            (page(""), Some(vec![])),
            (page("| A b | c: d, e | Because. |"), Some(vec![explained("A b", "c: d, e", "Because.")])),
            (
                page("| A | p: (x\\|y) | R |\n| B | q | S |"),
                Some(vec![explained("A", "p: (x|y)", "R"), explained("B", "q", "S")]),
            ),
            (page("| A | b |"), None),
            (page("| A | b | c | d |"), None),
            (page("| A | b |  |"), None),
            ("# Page\n".to_owned(), None),
            (format!("{HEAD}\n| A | b | c |\n"), None),
        ] {
            assert_eq!(parse(&text).ok(), expected, "{text}");
        }
    }

    #[test]
    fn every_reason_names_a_rule_and_a_page() {
        let known = files::read(&project::root().join("tests/vectors/catalogue.json")).unwrap();
        let known: Vec<serde_json::Value> = serde_json::from_str(&known).unwrap();
        let known: BTreeSet<&str> = known.iter().map(|row| row["id"].as_str().unwrap()).collect();
        let explanations = read().unwrap();
        assert!(!explanations.is_empty());
        for Explanation { place, reason, .. } in explanations {
            let mut words = reason.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
            assert!(words.any(|word| known.contains(word)), "{place}: no rule in: {reason}");
            assert!(reason.contains("](https://"), "{place}: no page in: {reason}");
        }
    }
}
