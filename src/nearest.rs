//! The name that was probably meant.

/// The furthest that a name may be from what was written, in letters that are wrong, missing, superfluous or swapped.
const FAR: usize = 2;

/// The one candidate that is nearest to what was written; `None` where none is near, or two are.
pub(crate) fn nearest<'c>(written: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    // What is much longer than any name is not compared: that takes time by the product of the lengths.
    let near = |candidate: &&str| written.len().abs_diff(candidate.len()) <= 2 * FAR;
    let mut by_distance: Vec<_> = candidates
        .filter(near)
        .map(|candidate| match candidate.eq_ignore_ascii_case(written) {
            true => (0, candidate),
            false => (strsim::osa_distance(written, candidate), candidate),
        })
        .filter(|(distance, candidate)| *distance <= FAR && *distance < candidate.len() / 2)
        .collect();
    by_distance.sort_unstable();
    match by_distance.as_slice() {
        [(distance, _), (next, _), ..] if distance == next => None,
        [(_, candidate), ..] => Some(candidate),
        [] => None,
    }
}
