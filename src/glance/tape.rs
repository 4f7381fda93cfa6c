//! Requests as the package's JavaScript writes them (`tape.js`): a member is the number of its place, from 1, an item or
//! entry is a 1, and a 0 comes after the last of them. A string is its length, of three bytes with the lowest first, and
//! itself; a boolean is a 0 or a 1. What a value is need not be said: the shape tells it.

use super::scan::Scan;
use super::{Source, policy};
use crate::shape::Structure;

pub(super) struct Tape<'a>(&'a [u8]);

impl<'a> Tape<'a> {
    pub(super) fn new(tape: &'a [u8]) -> Self {
        Self(tape)
    }

    #[inline(always)]
    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*byte)
    }
}

impl<'a> Source<'a> for Tape<'a> {
    #[inline(always)]
    fn object(&mut self) -> Option<()> {
        Some(())
    }

    #[inline(always)]
    fn member(&mut self, _: &'static Structure) -> Option<Option<usize>> {
        Some(usize::from(self.byte()?).checked_sub(1))
    }

    #[inline(always)]
    fn entry(&mut self) -> Option<Option<&'a [u8]>> {
        if self.item()? { self.text().map(Some) } else { Some(None) }
    }

    #[inline(always)]
    fn list(&mut self) -> Option<()> {
        Some(())
    }

    #[inline(always)]
    fn item(&mut self) -> Option<bool> {
        Some(self.byte()? == 1)
    }

    #[inline(always)]
    fn text(&mut self) -> Option<&'a [u8]> {
        let [low, middle, high, rest @ ..] = self.0 else { return None };
        let (text, rest) = rest.split_at_checked(u32::from_le_bytes([*low, *middle, *high, 0]) as usize)?;
        self.0 = rest;
        Some(text)
    }

    fn policy(&mut self) -> Option<()> {
        let mut scan = Scan::new(self.text()?);
        policy::plain::<false>(&mut scan)?;
        scan.rest.is_empty().then_some(())
    }

    #[inline(always)]
    fn boolean(&mut self) -> Option<bool> {
        self.item()
    }

    fn is_at_end(&mut self) -> bool {
        self.0.is_empty()
    }
}
