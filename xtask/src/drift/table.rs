//! What was found, for people.

use super::Verdict;
use super::explained::PAGE;

const HEAD: [&str; 5] = ["rule", "we are", "explained", "place", "difference"];

/// The table, and a line that sums it up.
pub(crate) fn table(verdict: &Verdict) -> String {
    let rows = verdict.differences.iter().map(|(difference, explained)| {
        let explained = if *explained { "yes" } else { "NO" };
        let side = difference.side.to_string();
        [difference.rule.clone(), side, explained.to_owned(), difference.place.clone(), difference.text()]
    });
    let mut rows: Vec<[String; 5]> = rows.collect();
    if !rows.is_empty() {
        rows.insert(0, HEAD.map(ToOwned::to_owned));
    }
    let mut out = String::new();
    for row in &rows {
        let cells = row.iter().enumerate().map(|(column, cell)| {
            let width = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
            format!("{cell:width$}", width = width.unwrap_or(0))
        });
        out.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        out.push('\n');
    }
    for explanation in &verdict.stale {
        out.push_str(&format!("stale in {PAGE}: {} — {}\n", explanation.place, explanation.difference));
    }
    out + &summary(verdict)
}

fn summary(verdict: &Verdict) -> String {
    let all = verdict.differences.len();
    let unexplained = verdict.differences.iter().filter(|(_, explained)| !explained).count();
    let stale = verdict.stale.len();
    format!(
        "{}: {all} differences, {unexplained} of them not explained in {PAGE}; {stale} stale explanations\n",
        verdict.model
    )
}
