//! Eight bytes at a time. What is found is marked by the highest bits of its bytes.

const ONES: u64 = u64::MAX / 0xFF;

/// All bytes marked.
pub(super) const ALL: u64 = ONES << 7;

/// The same byte eight times.
#[inline]
const fn of(byte: u8) -> u64 {
    ONES * byte as u64
}

/// Marks the bytes that are in a range of ASCII.
#[inline]
pub(super) fn are_in(word: u64, first: u8, last: u8) -> u64 {
    let low = word & !ALL;
    let from = low + of(0x80 - first);
    let beyond = low + of(0x7F - last);
    from & !beyond & !word & ALL
}

/// Marks the first byte that is this one; marks above that mean nothing.
#[inline]
fn first(word: u64, byte: u8) -> u64 {
    let word = word ^ of(byte);
    word.wrapping_sub(ONES) & !word & ALL
}

/// Marks the first byte that is no plain character of a string of JSON; marks above that mean nothing.
#[inline]
pub(super) fn first_special(word: u64) -> u64 {
    let control = word.wrapping_sub(of(0x20)) & !word & ALL;
    first(word, b'"') | first(word, b'\\') | first(word, 0x7F) | control
}

/// Marks decimal digits.
#[inline]
pub(super) fn digits(word: u64) -> u64 {
    are_in(word, b'0', b'9')
}

/// Marks hexadecimal digits in lower case.
#[inline]
pub(super) fn hex(word: u64) -> u64 {
    digits(word) | are_in(word, b'a', b'f')
}

/// Whether all bytes of a text are marked.
#[inline]
pub(super) fn all(text: &[u8], marks: impl Fn(u64) -> u64) -> bool {
    let (words, left) = text.as_chunks::<8>();
    // What is left is filled up with a digit, which each of the marks is on.
    let left = left.iter().fold(of(b'0'), |word, byte| word << 8 | u64::from(*byte));
    words.iter().all(|word| marks(u64::from_le_bytes(*word)) == ALL) && marks(left) == ALL
}

/// How many bytes come before the first that is marked.
#[inline]
pub(super) fn before(marks: u64) -> usize {
    (marks.trailing_zeros() / 8) as usize
}

/// The place of a byte; the length of the text where it is not there.
#[inline]
pub(crate) fn find(text: &[u8], byte: u8) -> usize {
    let (words, left) = text.as_chunks::<8>();
    let mut at = 0;
    for word in words {
        let marks = first(u64::from_le_bytes(*word), byte);
        if marks != 0 {
            return at + before(marks);
        }
        at += 8;
    }
    at + left.iter().position(|other| *other == byte).unwrap_or(left.len())
}
