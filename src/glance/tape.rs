//! Requests as the package's JavaScript writes them (`tape.js`), in two places: all their texts, one after the other, and
//! words. First come two words about the texts: how many bytes and how many UTF-16 units they take. Then each value is one
//! word, before those of the values in it. Its lowest five bits are the number of the member that it is, from 1; above them is
//! how many members, entries or items there are in it, how many units of the texts are its own, or whether it is true. What it
//! is need not be said: the shape tells it.

use super::scan::Scan;
use super::{Source, policy};
use crate::shape::Structure;

const MEMBER_BITS: u32 = 5;

pub(super) struct Tape<'a> {
    words: &'a [u32],
    texts: &'a [u8],
    is_ascii: bool,
}

impl<'a> Tape<'a> {
    /// `None` where it cannot be one that was written.
    pub(super) fn new(words: &'a [u32], texts: &'a [u8]) -> Option<Self> {
        let [bytes, units, words @ ..] = words else { return None };
        Some(Self { words, texts: texts.get(..*bytes as usize)?, is_ascii: bytes == units })
    }

    /// What a word says beside the member's number.
    #[inline(always)]
    fn number(&mut self) -> Option<usize> {
        let (word, rest) = self.words.split_first()?;
        self.words = rest;
        Some((word >> MEMBER_BITS) as usize)
    }

    /// How many bytes of the texts take so many UTF-16 units.
    fn bytes_of(&self, units: usize) -> Option<usize> {
        let mut left = units;
        let mut bytes = 0;
        while left > 0 {
            let (length, units) = match self.texts.get(bytes)? {
                0..0x80 => (1, 1),
                0x80..0xE0 => (2, 1),
                0xE0..0xF0 => (3, 1),
                0xF0.. => (4, 2),
            };
            left = left.checked_sub(units)?;
            bytes += length;
        }
        Some(bytes)
    }
}

impl<'a> Source<'a> for Tape<'a> {
    type Left = usize;

    #[inline(always)]
    fn object(&mut self) -> Option<usize> {
        self.number()
    }

    #[inline(always)]
    fn member(&mut self, left: &mut usize, _: &'static Structure) -> Option<Option<usize>> {
        if !self.item(left)? {
            return Some(None);
        }
        let number = self.words.first()? & ((1 << MEMBER_BITS) - 1);
        (number as usize).checked_sub(1).map(Some)
    }

    #[inline(always)]
    fn entry(&mut self, left: &mut usize) -> Option<Option<&'a [u8]>> {
        if self.item(left)? { self.text().map(Some) } else { Some(None) }
    }

    #[inline(always)]
    fn list(&mut self) -> Option<usize> {
        self.number()
    }

    #[inline(always)]
    fn item(&mut self, left: &mut usize) -> Option<bool> {
        let is_there = *left > 0;
        *left = left.saturating_sub(1);
        Some(is_there)
    }

    #[inline(always)]
    fn text(&mut self) -> Option<&'a [u8]> {
        let units = self.number()?;
        let length = if self.is_ascii { units } else { self.bytes_of(units)? };
        let (text, rest) = self.texts.split_at_checked(length)?;
        self.texts = rest;
        Some(text)
    }

    fn policy(&mut self) -> Option<()> {
        let mut scan = Scan::new(self.text()?);
        policy::plain::<false>(&mut scan)?;
        scan.rest.is_empty().then_some(())
    }

    #[inline(always)]
    fn boolean(&mut self) -> Option<bool> {
        Some(self.number()? == 1)
    }

    fn is_at_end(&mut self) -> bool {
        self.words.is_empty() && self.texts.is_empty()
    }
}
