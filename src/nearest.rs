//! The name that was probably meant.

use alloc::vec;
use alloc::vec::Vec;

/// The furthest that a name may be from what was written, in letters that are wrong, missing, superfluous or swapped.
const FAR: usize = 2;

/// The one candidate that is nearest to what was written; `None` where none is near, or two are.
pub(crate) fn nearest<'c>(written: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    // What is much longer than any name is not compared: that takes time by the product of the lengths.
    let near = |candidate: &&str| written.len().abs_diff(candidate.len()) <= 2 * FAR;
    let mut best: Option<(usize, &str)> = None;
    let mut is_shared = false;
    for candidate in candidates.filter(near) {
        let distance = match candidate.eq_ignore_ascii_case(written) {
            true => 0,
            false => distance(written, candidate),
        };
        if distance > FAR || distance >= candidate.len() / 2 {
            continue;
        }
        match best {
            Some((least, _)) if least < distance => {}
            Some((least, _)) if least == distance => is_shared = true,
            _ => (best, is_shared) = (Some((distance, candidate)), false),
        }
    }
    best.filter(|_| !is_shared).map(|(_, candidate)| candidate)
}

/// How many letters have to be changed, added, taken away or swapped with their neighbour to make one text of the other,
/// none of them twice.
fn distance(one: &str, another: &str) -> usize {
    let another: Vec<char> = another.chars().collect();
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=another.len()).collect();
    let mut previous = None;
    for (row, letter) in one.chars().enumerate() {
        let mut current = vec![row + 1];
        let mut neighbour = None;
        let mut left = row + 1;
        for ((column, other), above) in another.iter().copied().enumerate().zip(last.windows(2)) {
            let [diagonal, up] = *above else { continue };
            left = (diagonal + usize::from(letter != other)).min(up + 1).min(left + 1);
            if previous == Some(other)
                && neighbour == Some(letter)
                && let Some(swapped) = before_last.get(column - 1)
            {
                left = left.min(swapped + 1);
            }
            current.push(left);
            neighbour = Some(other);
        }
        previous = Some(letter);
        (before_last, last) = (last, current);
    }
    last.last().copied().unwrap_or_default()
}
