//! Eight bytes at a time. What is found is marked by the highest bits of its bytes.

/// All bytes 1.
pub(crate) const ONES: u64 = u64::MAX / 0xFF;

/// All bytes marked.
pub(crate) const ALL: u64 = ONES << 7;

/// The same byte eight times.
#[inline(always)]
pub(crate) const fn of(byte: u8) -> u64 {
    ONES * byte as u64
}

/// Marks the first byte that is this one; marks above that mean nothing.
#[inline(always)]
pub(crate) fn first(word: u64, byte: u8) -> u64 {
    let word = word ^ of(byte);
    word.wrapping_sub(ONES) & !word & ALL
}

/// How many bytes come before the first that is marked.
#[inline(always)]
pub(crate) fn before(marks: u64) -> usize {
    (marks.trailing_zeros() / 8) as usize
}

/// The place of the first byte that is marked; the length of the text where none is.
#[inline(always)]
fn place_of(text: &[u8], marked: impl Fn(u64) -> u64, is_marked: impl Fn(u8) -> bool) -> usize {
    let (words, left) = text.as_chunks::<8>();
    let mut at = 0;
    for word in words {
        let marks = marked(u64::from_le_bytes(*word));
        if marks != 0 {
            return at + before(marks);
        }
        at += 8;
    }
    // What is left is looked at with the end of the word before it, in which nothing is marked. Where size counts, it is
    // looked at byte by byte.
    match text.last_chunk::<8>().filter(|_| cfg!(feature = "glance")) {
        Some(_) if left.is_empty() => at,
        Some(word) => match marked(u64::from_le_bytes(*word)) {
            0 => text.len(),
            marks => text.len() - 8 + before(marks),
        },
        None => at + left.iter().position(|byte| is_marked(*byte)).unwrap_or(left.len()),
    }
}

/// The place of a byte; the length of the text where it is not there.
#[inline(never)]
pub(crate) fn find(text: &[u8], byte: u8) -> usize {
    place_of(text, |word| first(word, byte), |other| other == byte)
}

/// Marks the first byte that is quotes, a backslash or a control character; marks above that mean nothing.
#[inline(always)]
pub(crate) fn first_special(word: u64) -> u64 {
    let control = word.wrapping_sub(of(0x20)) & !word & ALL;
    first(word, b'"') | first(word, b'\\') | control
}

/// How many bytes of JSON text come before quotes, a backslash or a control character.
#[inline(never)]
pub(crate) fn plain(text: &[u8]) -> usize {
    place_of(text, first_special, |byte| matches!(byte, b'"' | b'\\' | 0..0x20))
}

/// How many Unicode scalar values a text has: the bytes that do not go on with one that an earlier byte began.
pub(crate) fn count_of_characters(text: &str) -> usize {
    let (words, left) = text.as_bytes().as_chunks::<8>();
    let more = |words: usize, word: &[u8; 8]| {
        let word = u64::from_le_bytes(*word);
        words + (word >> 7 & !(word >> 6) & ONES).count_ones() as usize
    };
    text.len() - words.iter().fold(0, more) - left.iter().filter(|byte| matches!(byte, 0x80..0xC0)).count()
}
