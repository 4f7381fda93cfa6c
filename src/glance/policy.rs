//! Key policies of which no rule has anything to say, wherever they stand: in a text of their own, or with escapes in a
//! string of JSON, where they are not copied out of it.

use super::scan::Scan;

/// The most bytes that a policy takes, as its quota has it.
const MOST: usize = 32_768;

/// The deepest conditions that are gone over.
const DEEPEST: usize = 8;

/// Whether the text of a policy is such, and ends there.
#[cfg(all(target_arch = "wasm32", feature = "wasm"))]
pub(crate) fn is_plain(text: &[u8]) -> bool {
    let mut scan = Scan::new(text);
    plain::<false>(&mut scan).is_some() && scan.rest.is_empty()
}

/// Goes over a policy with ordinary elements, of which nobody in particular is locked out: ASCII without escapes of its own.
pub(super) fn plain<const ESCAPED: bool>(scan: &mut Scan<'_>) -> Option<()> {
    let length = scan.rest.len();
    let mut reader = Reader::<ESCAPED> { scan: Scan::new(scan.rest), escapes: 0 };
    reader.policy()?;
    reader.space();
    let length = length - reader.scan.rest.len() - reader.escapes;
    let is_plain = length <= MOST && !reader.scan.has_more_than_ascii;
    scan.rest = reader.scan.rest;
    is_plain.then_some(())
}

struct Reader<'a, const ESCAPED: bool> {
    scan: Scan<'a>,
    /// How many backslashes belong to the string around the policy.
    escapes: usize,
}

impl<'a, const ESCAPED: bool> Reader<'a, ESCAPED> {
    fn space(&mut self) {
        loop {
            self.rest_of_space();
            if ESCAPED && let [b'\\', b'n' | b'r' | b't', rest @ ..] = self.scan.rest {
                self.scan.rest = rest;
                self.escapes += 1;
            } else {
                return;
            }
        }
    }

    /// In a string of JSON, line feeds and tabs are escapes, too.
    fn rest_of_space(&mut self) {
        match ESCAPED {
            true => while self.scan.take(b' ') {},
            false => self.scan.space(),
        }
    }

    fn quotes(&mut self) -> Option<()> {
        self.escapes += usize::from(ESCAPED);
        self.scan.expect(if ESCAPED { b"\\\"" } else { b"\"" })
    }

    fn string(&mut self) -> Option<&'a [u8]> {
        self.quotes()?;
        let plain = self.scan.plain();
        self.quotes()?;
        Some(plain)
    }

    /// Goes over the values of an object or array, each with its key.
    fn each(&mut self, brackets: [u8; 2], value: &mut dyn FnMut(&mut Self, &'a [u8]) -> Option<()>) -> Option<()> {
        let [opening, closing] = brackets;
        self.space();
        self.scan.take(opening).then_some(())?;
        self.space();
        if self.scan.take(closing) {
            return Some(());
        }
        loop {
            let mut key: &[u8] = &[];
            if closing == b'}' {
                key = self.string()?;
                self.space();
                self.scan.take(b':').then_some(())?;
                self.space();
            }
            value(self, key)?;
            self.space();
            if self.scan.take(closing) {
                return Some(());
            }
            self.scan.take(b',').then_some(())?;
            self.space();
        }
    }

    fn policy(&mut self) -> Option<()> {
        let mut seen = Elements::default();
        let mut can_be_changed = false;
        self.each(OBJECT, &mut |reader, name| {
            seen.add(match name {
                b"Version" => {
                    matches!(reader.string()?, b"2012-10-17" | b"2008-10-17").then_some(())?;
                    Elements::VERSION
                }
                b"Id" => {
                    reader.string()?;
                    Elements::NAME
                }
                b"Statement" => {
                    let mut count = 0;
                    reader.each(ARRAY, &mut |reader, _| {
                        count += 1;
                        can_be_changed |= reader.statement()?;
                        Some(())
                    })?;
                    (count > 0).then_some(Elements::STATEMENT)?
                }
                _ => return None,
            })
        })?;
        (can_be_changed && seen.has(Elements::VERSION | Elements::STATEMENT)).then_some(())
    }

    /// Goes over a statement, and tells whether it certainly lets somebody change the policy.
    fn statement(&mut self) -> Option<bool> {
        let mut seen = Elements::default();
        let mut allows = false;
        let mut covers = false;
        self.each(OBJECT, &mut |reader, name| {
            seen.add(match name {
                b"Sid" => {
                    reader.string()?;
                    Elements::NAME
                }
                b"Effect" => {
                    allows = match reader.string()? {
                        b"Allow" => true,
                        b"Deny" => false,
                        _ => return None,
                    };
                    Elements::EFFECT
                }
                b"Principal" => {
                    let mut count = 0;
                    reader.each(OBJECT, &mut |reader, _| {
                        reader.strings(&mut |name| {
                            count += 1;
                            !matches!(name, b"" | b"*")
                        })
                    })?;
                    (count > 0).then_some(Elements::PRINCIPAL)?
                }
                b"Action" => {
                    reader.strings(&mut |action| {
                        covers |= matches!(action, b"kms:*" | b"kms:PutKeyPolicy" | b"kms:Put*" | b"*");
                        true
                    })?;
                    Elements::ACTION
                }
                b"Resource" => {
                    (reader.string()? == b"*").then_some(())?;
                    Elements::RESOURCE
                }
                b"Condition" => {
                    reader.condition(DEEPEST)?;
                    Elements::CONDITION
                }
                _ => return None,
            })
        })?;
        let required = Elements::EFFECT | Elements::PRINCIPAL | Elements::ACTION | Elements::RESOURCE;
        seen.has(required).then_some(allows && covers)
    }

    /// Goes over a string, or an array of them.
    fn strings(&mut self, accepts: &mut dyn FnMut(&[u8]) -> bool) -> Option<()> {
        if self.scan.rest.first() != Some(&b'[') {
            return accepts(self.string()?).then_some(());
        }
        self.each(ARRAY, &mut |reader, _| accepts(reader.string()?).then_some(()))
    }

    /// Goes over strings in whatever objects and arrays.
    fn condition(&mut self, deepest: usize) -> Option<()> {
        let deepest = deepest.checked_sub(1)?;
        match self.scan.rest.first()? {
            b'{' => self.each(OBJECT, &mut |reader, _| reader.condition(deepest)),
            b'[' => self.each(ARRAY, &mut |reader, _| reader.condition(deepest)),
            _ => self.string().map(|_| ()),
        }
    }
}

const OBJECT: [u8; 2] = *b"{}";
const ARRAY: [u8; 2] = *b"[]";

/// Which elements of a policy or statement were met, each once.
#[derive(Default)]
struct Elements(u8);

impl Elements {
    const VERSION: u8 = 1;
    const STATEMENT: u8 = 2;
    const NAME: u8 = 4;
    const EFFECT: u8 = 8;
    const PRINCIPAL: u8 = 16;
    const ACTION: u8 = 32;
    const RESOURCE: u8 = 64;
    const CONDITION: u8 = 128;

    fn add(&mut self, element: u8) -> Option<()> {
        let is_new = self.0 & element == 0;
        self.0 |= element;
        is_new.then_some(())
    }

    fn has(&self, elements: u8) -> bool {
        self.0 & elements == elements
    }
}
