//! JSON text, value after value. Each function gives `None` where what comes next is not what is asked for, or is of a form
//! that only the engine reads.

use core::str;

use super::policy;
use super::scan::Scan;
use super::words::same;
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

    /// Goes into an object.
    #[inline(always)]
    pub(super) fn object(&mut self) -> Option<()> {
        self.open(b'{')
    }

    /// Goes to the value of the object's next member, and tells its place among these; `Some(None)` after the last.
    #[inline(always)]
    pub(super) fn member(&mut self, structure: &'static Structure) -> Option<Option<usize>> {
        let Some(name) = self.entry()? else { return Some(None) };
        structure.members.iter().position(|member| same(member.name.as_bytes(), name)).map(Some)
    }

    /// Goes to the value of the object's next entry, and tells its key.
    #[inline(always)]
    pub(super) fn entry(&mut self) -> Option<Option<&'a [u8]>> {
        if !self.has_more(b'}')? {
            return Some(None);
        }
        let key = self.scan.string()?;
        self.scan.space();
        self.scan.take(b':').then_some(Some(key))
    }

    /// Goes into an array.
    #[inline(always)]
    pub(super) fn list(&mut self) -> Option<()> {
        self.open(b'[')
    }

    /// Goes to the next item, if there is one.
    #[inline(always)]
    pub(super) fn item(&mut self) -> Option<bool> {
        self.has_more(b']')
    }

    /// Reads a string.
    #[inline(always)]
    pub(super) fn text(&mut self) -> Option<&'a [u8]> {
        self.scan.space();
        self.scan.string()
    }

    /// Reads a string with a key policy that is plain ([`policy`]).
    pub(super) fn policy(&mut self) -> Option<()> {
        self.scan.space();
        self.scan.expect(b"\"")?;
        policy::plain::<true>(&mut self.scan)?;
        self.scan.expect(b"\"")
    }

    /// Reads a boolean.
    #[inline(always)]
    pub(super) fn boolean(&mut self) -> Option<bool> {
        self.scan.space();
        match self.scan.expect(b"false") {
            Some(()) => Some(false),
            None => self.scan.expect(b"true").map(|()| true),
        }
    }

    /// Whether everything was read, and is well-formed.
    pub(super) fn is_at_end(&mut self) -> bool {
        self.scan.space();
        let read = self.text.get(..self.length()).unwrap_or_default();
        self.scan.is_at_end() && (!self.scan.has_more_than_ascii || str::from_utf8(read).is_ok())
    }
}
