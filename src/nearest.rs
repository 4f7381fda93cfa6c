//! The name that was probably meant.

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
            false => strsim::osa_distance(written, candidate),
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
