//! What bytes of requests are, eight at a time.

use crate::words::{ALL, of};

/// Marks the bytes that are in a range of ASCII.
#[inline(always)]
pub(super) fn are_in(word: u64, first: u8, last: u8) -> u64 {
    let low = word & !ALL;
    let from = low + of(0x80 - first);
    let beyond = low + of(0x7F - last);
    from & !beyond & !word & ALL
}

/// Marks decimal digits.
#[inline(always)]
pub(super) fn digits(word: u64) -> u64 {
    are_in(word, b'0', b'9')
}

/// Marks hexadecimal digits in lower case.
#[inline(always)]
pub(super) fn hex(word: u64) -> u64 {
    digits(word) | are_in(word, b'a', b'f')
}

/// Whether two texts are the same. Most that are compared here are so short that a call would take longer.
#[inline(always)]
pub(super) fn same(one: &[u8], another: &[u8]) -> bool {
    if one.len() != another.len() {
        return false;
    }
    match (one.last_chunk::<8>(), another.last_chunk::<8>()) {
        (Some(end), Some(other_end)) => {
            let words = one.as_chunks::<8>().0.iter().zip(another.as_chunks::<8>().0);
            end == other_end && words.into_iter().all(|(word, other)| word == other)
        }
        _ => one.iter().zip(another).all(|(byte, other)| byte == other),
    }
}

/// What comes after a text that begins so.
#[inline(always)]
pub(super) fn after<'a>(text: &'a [u8], beginning: &[u8]) -> Option<&'a [u8]> {
    let (start, rest) = text.split_at_checked(beginning.len())?;
    same(start, beginning).then_some(rest)
}

/// Whether all bytes of a text are marked.
#[inline(always)]
pub(super) fn all(text: &[u8], marks: impl Fn(u64) -> u64) -> bool {
    let (words, left) = text.as_chunks::<8>();
    let last = match text.last_chunk() {
        Some(last) => u64::from_le_bytes(*last),
        // What is left is filled up with a digit, which each of the marks is on.
        None => left.iter().fold(of(b'0'), |word, byte| word << 8 | u64::from(*byte)),
    };
    words.iter().fold(marks(last), |all, word| all & marks(u64::from_le_bytes(*word))) == ALL
}
