//! What of requests is as usual, so that a glance at it is enough.

/// The strings of which it can be told at a glance that there is nothing to say about them. Of others nothing is concluded:
/// the engine looks at them.
#[derive(Debug, Clone, Copy)]
pub enum Usual {
    /// All that pass by themselves: what ties members together does not look at them, but that no tag's key stands twice.
    Sound,
    /// Those of one of these forms. All of them pass by themselves, and name no Regions and partitions but by parts that say
    /// so.
    Forms(&'static [&'static [Part]]),
}

impl Usual {
    /// Those of one of these forms, in builds that glance.
    pub const fn forms(forms: &'static [&'static [Part]]) -> Self {
        if cfg!(feature = "glance") { Self::Forms(forms) } else { Self::Sound }
    }
}

/// A part of a string.
#[derive(Debug, Clone, Copy)]
pub enum Part {
    /// This text.
    Text(&'static str),
    /// The code of a known Region, up to the end.
    Region,
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
    Rest(fn(&str) -> bool),
    /// What comes next is such, and more is said of it.
    Where(fn(&str) -> bool),
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
