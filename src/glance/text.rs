//! Requests in JSON text.

use core::str;

use super::scan::Scan;
use super::words::same;
use super::{Source, policy};
use crate::shape::Structure;

pub(super) struct JsonText<'a> {
    text: &'a [u8],
    scan: Scan<'a>,
    /// Whether an object or array was just opened: what comes next has no comma before it.
    is_open: bool,
}

impl<'a> JsonText<'a> {
    pub(super) fn new(text: &'a [u8]) -> Self {
        Self { text, scan: Scan::new(text), is_open: false }
    }

    /// The first line of a text: it ends with a line feed.
    pub(super) fn first_line(text: &'a [u8]) -> Self {
        Self { text, scan: Scan::first_line(text), is_open: false }
    }

    /// How much of it was gone over.
    pub(super) fn length(&self) -> usize {
        self.text.len() - self.scan.rest.len()
    }

    #[inline(always)]
    fn open(&mut self, bracket: u8) -> Option<()> {
        self.scan.space();
        self.is_open = true;
        self.scan.take(bracket).then_some(())
    }

    /// Whether something more comes before the closing bracket.
    #[inline(always)]
    fn has_more(&mut self, bracket: u8) -> Option<bool> {
        self.scan.space();
        let is_first = core::mem::take(&mut self.is_open);
        if self.scan.take(bracket) {
            return Some(false);
        }
        if !is_first {
            self.scan.take(b',').then_some(())?;
            self.scan.space();
        }
        Some(true)
    }
}

impl<'a> Source<'a> for JsonText<'a> {
    type Left = ();

    #[inline(always)]
    fn object(&mut self) -> Option<()> {
        self.open(b'{')
    }

    #[inline(always)]
    fn member(&mut self, left: &mut (), structure: &'static Structure) -> Option<Option<usize>> {
        let Some(name) = self.entry(left)? else { return Some(None) };
        structure.members.iter().position(|member| same(member.name.as_bytes(), name)).map(Some)
    }

    #[inline(always)]
    fn entry(&mut self, (): &mut ()) -> Option<Option<&'a [u8]>> {
        if !self.has_more(b'}')? {
            return Some(None);
        }
        let key = self.scan.string()?;
        self.scan.space();
        self.scan.take(b':').then_some(Some(key))
    }

    #[inline(always)]
    fn list(&mut self) -> Option<()> {
        self.open(b'[')
    }

    #[inline(always)]
    fn item(&mut self, (): &mut ()) -> Option<bool> {
        self.has_more(b']')
    }

    #[inline(always)]
    fn text(&mut self) -> Option<&'a [u8]> {
        self.scan.space();
        self.scan.string()
    }

    fn policy(&mut self) -> Option<()> {
        self.scan.space();
        self.scan.expect(b"\"")?;
        policy::plain::<true>(&mut self.scan)?;
        self.scan.expect(b"\"")
    }

    #[inline(always)]
    fn boolean(&mut self) -> Option<bool> {
        self.scan.space();
        match self.scan.expect(b"false") {
            Some(()) => Some(false),
            None => self.scan.expect(b"true").map(|()| true),
        }
    }

    fn is_at_end(&mut self) -> bool {
        self.scan.space();
        let read = self.text.get(..self.length()).unwrap_or_default();
        self.scan.is_at_end() && (!self.scan.has_more_than_ascii || str::from_utf8(read).is_ok())
    }
}
