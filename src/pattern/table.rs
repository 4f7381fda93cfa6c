//! How a pattern is matched: a minimal automaton over classes of bytes, as a table.

use super::tables::TABLES;

/// An automaton that goes over the bytes of a text. From state 0 no text matches any more.
#[derive(Debug)]
pub struct Table {
    /// The pattern as documented.
    pub(super) documented: &'static str,
    /// The state to begin in.
    pub(super) start: u8,
    /// How many classes of bytes there are.
    pub(super) width: usize,
    /// The first of the states in which a text may end; those after it are such, too.
    pub(super) accepting: u8,
    /// The class of each byte.
    pub(super) classes: &'static [u8; 256],
    /// For each state, and in it for each class, the next state.
    pub(super) next: &'static [u8],
}

impl Table {
    /// What comes after a state, for each class.
    #[inline(always)]
    fn row(&self, state: u8) -> &'static [u8] {
        let start = usize::from(state) * self.width;
        self.next.get(start..start + self.width).unwrap_or_default()
    }

    /// Whether the whole of `text` matches.
    pub(super) fn matches(&self, text: &str) -> bool {
        let mut state = self.start;
        let mut row = self.row(state);
        for byte in text.bytes() {
            let class = self.classes.get(usize::from(byte)).copied().unwrap_or_default();
            let next = row.get(usize::from(class)).copied().unwrap_or_default();
            // Most bytes lead back to the state before them. As long as they do, none has to wait for another.
            if next != state {
                if next == 0 {
                    return false;
                }
                state = next;
                row = self.row(state);
            }
        }
        state >= self.accepting
    }
}

/// The table of a pattern, found when the pattern is compiled.
pub(super) const fn of(documented: &str) -> Option<&'static Table> {
    let mut rest: &'static [Table] = TABLES;
    while let Some((table, others)) = rest.split_first() {
        if is_same(table.documented.as_bytes(), documented.as_bytes()) {
            return Some(table);
        }
        rest = others;
    }
    None
}

const fn is_same(mut one: &[u8], mut another: &[u8]) -> bool {
    if one.len() != another.len() {
        return false;
    }
    while let (Some((first, rest)), Some((other, others))) = (one.split_first(), another.split_first()) {
        if *first != *other {
            return false;
        }
        (one, another) = (rest, others);
    }
    true
}
