//! The name that was probably meant.

use alloc::vec::Vec;

/// The furthest that a name may be from what was written, in letters that are wrong, missing, superfluous or swapped.
const FAR: usize = 2;

/// The one candidate that is nearest to what was written; `None` where none is near, or two are.
///
/// The candidates are told by a pointer: a copy of this for each kind of them would weigh in the module.
pub(crate) fn nearest<'c>(written: &str, candidates: &mut dyn Iterator<Item = &'c str>) -> Option<&'c str> {
    // What is much longer than any name is not compared: that takes time by the product of the lengths.
    let near = |candidate: &&str| written.len().abs_diff(candidate.len()) <= 2 * FAR;
    let letters: Vec<u8> = written.chars().map(letter).collect();
    let used = letters.iter().fold(0, |used, letter| used | place(*letter));
    let mut best: Option<(usize, &str)> = None;
    let mut is_shared = false;
    for candidate in candidates.filter(near) {
        let most = best.map_or(FAR, |(least, _)| least);
        // Few names need to be compared: each letter that was not written at all is wrong or missing.
        let mut not_written = candidate.bytes().filter(|letter| used & place(*letter) == 0);
        if letters.len().abs_diff(candidate.len()) > most || not_written.nth(most).is_some() {
            continue;
        }
        let distance = match candidate.eq_ignore_ascii_case(written) {
            true => 0,
            false => distance(&letters, candidate.as_bytes(), most),
        };
        if distance > most || distance >= candidate.len() / 2 {
            continue;
        }
        match best {
            Some((least, _)) if least == distance => is_shared = true,
            _ => (best, is_shared) = (Some((distance, candidate)), false),
        }
    }
    best.filter(|_| !is_shared).map(|(_, candidate)| candidate)
}

/// A letter as a byte. Names are of ASCII: whatever is not is in none of them.
fn letter(character: char) -> u8 {
    u8::try_from(character).ok().filter(u8::is_ascii).unwrap_or(u8::MAX)
}

/// The place of a letter in a set, which it shares with others.
fn place(letter: u8) -> u32 {
    1 << (letter % 32)
}

/// How many letters have to be changed, added, taken away or swapped with their neighbour to make one text of the other,
/// none of them twice. It is not counted further than to one more than `most`.
fn distance(one: &[u8], another: &[u8], most: usize) -> usize {
    let ([first, after_first @ ..], [other, after_other @ ..]) = (one, another) else {
        return one.len() + another.len();
    };
    if one.len().abs_diff(another.len()) > most {
        return most + 1;
    }
    if first == other {
        return distance(after_first, after_other, most);
    }
    let Some(left) = most.checked_sub(1) else { return 1 };
    let swapped = match (after_first, after_other) {
        ([second, one @ ..], [neighbour, another @ ..]) if second == other && neighbour == first => {
            distance(one, another, left)
        }
        _ => most,
    };
    let changed = distance(after_first, after_other, left);
    let taken_away = distance(after_first, another, left);
    let added = distance(one, after_other, left);
    1 + swapped.min(changed).min(taken_away).min(added)
}
