//! What of requests is as usual, so that a glance at it is enough.

#[cfg(feature = "glance")]
use super::{Shape, Text};
#[cfg(feature = "glance")]
use crate::identifiers::secret;

/// The strings of which it can be told at a glance that there is nothing to say about them. Of others nothing is concluded:
/// the engine looks at them.
#[derive(Debug, Clone, Copy)]
pub enum Usual {
    /// All that pass by themselves: what ties members together does not look at them, but that no tag's key stands twice.
    Sound,
    /// The same. Those certainly pass that have one of the lengths, are of these characters alone, and do not begin like
    /// AWS's own tags.
    Tag(&'static Ascii),
    /// The same. Those certainly pass that are prose of this sort, and not too long.
    Prose(&'static Prose),
    /// The same. Those certainly pass that are of letters, digits, hyphens and low lines, at least so many, of which so many
    /// are different, and not too long.
    Varied {
        /// The fewest characters.
        least: usize,
        /// How many of them are different.
        different: usize,
    },
    /// Those of one of these forms. All of them pass by themselves, and name no Regions and partitions but by parts that say
    /// so.
    Forms(&'static [&'static [Part]]),
}

impl Usual {
    /// Those of one of these forms, in builds that glance.
    pub const fn forms(forms: &'static [&'static [Part]]) -> Self {
        if cfg!(feature = "glance") { Self::Forms(forms) } else { Self::Sound }
    }

    /// Prose, in builds of which JavaScript is made.
    pub const fn prose(prose: &'static Prose) -> Self {
        if cfg!(feature = "full") { Self::Prose(prose) } else { Self::Sound }
    }

    /// Texts of tags, in builds that glance.
    pub const fn tag(characters: &'static Ascii) -> Self {
        if cfg!(feature = "glance") { Self::Tag(characters) } else { Self::Sound }
    }
}

#[cfg(feature = "glance")]
impl Text {
    /// Whether usual ones can name Regions.
    pub(crate) fn names_regions(&self) -> bool {
        matches!(self.usual, Usual::Forms(_))
    }
}

#[cfg(feature = "glance")]
impl Shape {
    /// Whether members of this shape can name Regions, where they are usual.
    pub(crate) fn names_regions(&self) -> bool {
        let is_text = |shape: &Self| matches!(shape, Self::Text(text) if text.names_regions());
        matches!(self, Self::Structure(structure) if structure.members.iter().any(|member| is_text(&member.shape)))
    }
}

/// Words of letters, digits and low lines, between which signs stand: none of these twice in a row, but for blanks.
#[derive(Debug)]
pub struct Prose {
    /// The signs.
    pub signs: &'static str,
    /// The most characters of a word.
    pub longest: usize,
}

/// What can stand at the end of a string: these characters, at least one and at most so many.
#[derive(Debug)]
pub struct Tail {
    /// The characters.
    pub characters: &'static Ascii,
    /// How many there can be.
    pub most: usize,
    /// Whether it ends as the ARNs of secrets do, where it is to be either so or not so.
    pub ends_like_arn: Option<bool>,
}

impl Tail {
    /// Whether a text is such.
    #[cfg(feature = "glance")]
    pub(crate) fn is(&self, text: &str) -> bool {
        (1..=self.most).contains(&text.len())
            && self.characters.are_all_of(text.as_bytes())
            && self.ends_like_arn.is_none_or(|expected| secret::ends_like_arn(text) == expected)
    }
}

/// A set of ASCII characters: for each byte whether it is none of them.
#[derive(Debug)]
pub struct Ascii([bool; 256]);

impl Ascii {
    /// Letters, digits, and these.
    pub const fn alphanumeric_and(others: &str) -> Self {
        let mut is_other = [true; 256];
        let (mut unseen, mut byte): (&mut [bool], _) = (&mut is_other, 0_u8);
        while let Some((first, rest)) = unseen.split_first_mut() {
            *first = !(byte.is_ascii_alphanumeric() || contains(others.as_bytes(), byte));
            (unseen, byte) = (rest, byte.wrapping_add(1));
        }
        Self(is_other)
    }

    /// Whether one of them is this byte.
    #[cfg(feature = "full")]
    pub(crate) fn has(&self, byte: u8) -> bool {
        self.are_all_of(&[byte])
    }

    /// Whether a text is of these characters alone.
    pub(crate) fn are_all_of(&self, text: &[u8]) -> bool {
        let is_other = |byte: &u8| self.0.get(usize::from(*byte)).copied().unwrap_or(true);
        !text.iter().fold(false, |any, byte| any | is_other(byte))
    }
}

const fn contains(bytes: &[u8], byte: u8) -> bool {
    let mut rest = bytes;
    while let Some((first, others)) = rest.split_first() {
        if *first == byte && byte.is_ascii() {
            return true;
        }
        rest = others;
    }
    false
}

/// A part of a string.
#[derive(Debug, Clone, Copy)]
pub enum Part {
    /// This text.
    Text(&'static str),
    /// The code of a known Region, up to the end.
    Region,
    /// The same, of one of these.
    RegionIn(Regions),
    /// The ARN of something of this service, up to the colon before its resource. It names its Region, which is known.
    Arn(&'static str),
    /// The same, of what is in the Region of the item or entry around the string.
    ArnNearby(&'static str),
    /// The name of an Availability Zone, up to the end: a known Region's code and a letter.
    Zone,
    /// So many hexadecimal digits in lower case.
    Hex(usize),
    /// A UUID in lower case.
    Uuid,
    /// All that is left, if it is such.
    Rest(&'static Tail),
    /// What comes next is such, and more is said of it.
    Where(fn(&str) -> bool),
}

/// Some of the known Regions.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(not(feature = "glance"), expect(dead_code, reason = "only glances look at them"))]
pub struct Regions(pub(crate) u64);

impl Regions {
    /// Those with these codes, in builds that glance.
    #[cfg_attr(not(feature = "glance"), expect(unused_variables, reason = "only glances look at them"))]
    pub const fn of(codes: &[&str]) -> Self {
        #[cfg(feature = "glance")]
        return Self(crate::glance::bits(codes));
        #[cfg(not(feature = "glance"))]
        Self(0)
    }
}

/// When a constraint certainly has nothing to say about a request in which every string is usual, no boolean is true, and
/// the context tells nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// That cannot be told without asking it.
    None,
    /// Always.
    Usual,
    /// When all Regions and ARNs are of one partition.
    OnePartition,
    /// When no Region is named twice: neither in two items of lists or entries of maps, nor in one and beside them.
    DistinctRegions,
    /// When each item or entry that can name Regions is in one and names no other.
    EachInItsRegion,
    /// When all of these have the same members.
    SameMembers,
}
