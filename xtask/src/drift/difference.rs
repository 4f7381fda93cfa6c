//! What two statements of one fact can differ in.

use std::fmt;

use super::model::Unread;

/// A fact that is stated otherwise in the services' models than here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    /// The id of our rule.
    pub(crate) rule: String,
    /// The member, the error or the host that it is about.
    pub(crate) place: String,
    pub(crate) kind: Kind,
    pub(crate) ours: String,
    pub(crate) theirs: String,
    pub(crate) side: Side,
}

impl Difference {
    /// All but the place, in words that do not change as long as the difference does not.
    pub(crate) fn text(&self) -> String {
        format!("{}: here {}, in the models {}", self.kind, self.ours, self.theirs)
    }
}

/// Which of the two allows less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// We allow, or know, less than the models.
    Stricter,
    /// We allow, or know, more.
    Looser,
    /// Neither holds all that the other does, or the fact allows nothing.
    Other,
}

impl Side {
    /// By what one has and the other lacks. `None`: both have it, or neither.
    pub(crate) fn of_having(ours: bool, theirs: bool) -> Option<Self> {
        match (ours, theirs) {
            (true, false) => Some(Self::Looser),
            (false, true) => Some(Self::Stricter),
            _ => None,
        }
    }

    /// By a demand that one makes and the other does not.
    pub(crate) fn of_demanding(ours: bool, theirs: bool) -> Option<Self> {
        Self::of_having(theirs, ours)
    }

    /// By two ranges, both ends included.
    pub(crate) fn of_ranges(ours: (u64, u64), theirs: (u64, u64)) -> Option<Self> {
        if ours == theirs {
            None
        } else if ours.0 >= theirs.0 && ours.1 <= theirs.1 {
            Some(Self::Stricter)
        } else if ours.0 <= theirs.0 && ours.1 >= theirs.1 {
            Some(Self::Looser)
        } else {
            Some(Self::Other)
        }
    }
}

impl fmt::Display for Side {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Stricter => "stricter",
            Self::Looser => "looser",
            Self::Other => "other",
        })
    }
}

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $name:ident = $word:literal,)+) => {
        /// What a difference is one of.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Kind {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Kind {
            /// Every kind: each has a test that it is found.
            #[cfg(test)]
            pub(crate) const ALL: &[Self] = &[$(Self::$name),+];
        }

        impl fmt::Display for Kind {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.pad(match self { $(Self::$name => $word),+ })
            }
        }
    };
}

kinds! {
    /// The service no longer has the operation.
    Operation = "operation",
    /// A member that one of the two does not have.
    Member = "member",
    /// Whether a member is required, or always there in a response.
    Required = "required",
    /// What a value is made of.
    Type = "type",
    /// How long a string may be.
    Length = "length",
    /// How many entries there may be.
    Count = "count",
    /// The pattern of a string.
    Pattern = "pattern",
    /// A value that one of the two does not list.
    Value = "value",
    /// Whether a member makes the call idempotent.
    Token = "idempotency token",
    /// Whether a value is kept out of messages and logs.
    Sensitive = "sensitive",
    /// Whether a member stands in the body, the path or elsewhere.
    Location = "location",
    /// Something that models could not say when this was written.
    Trait = "trait",
    /// An error that one of the two does not list.
    Error = "error",
    /// The HTTP status of an error.
    ErrorStatus = "status of the error",
    /// The HTTP status of success.
    Status = "status of success",
    /// The HTTP method.
    Method = "method",
    /// The path.
    Path = "path",
    /// The protocol.
    Protocol = "protocol",
    /// The header that names the operation.
    Target = "target",
    /// The name under which requests are signed.
    SigningName = "signing name",
    /// How requests are signed.
    Signature = "signature",
    /// A host.
    Host = "host",
    /// A partition that one of the two does not have.
    Partition = "partition",
    /// The pattern of the Regions of a partition.
    RegionPattern = "pattern of Regions",
    /// A Region that one of the two does not have.
    Region = "Region",
    /// The suffix of plain hosts.
    Suffix = "suffix",
    /// The suffix of dual-stack hosts.
    DualStackSuffix = "dual-stack suffix",
    /// Whether a partition has FIPS and dual-stack hosts at all.
    Variant = "variant of hosts",
    /// Whether a service is offered in a Region.
    Offer = "offered",
}

/// Differences as they are found.
#[derive(Default)]
pub(crate) struct Found(pub(crate) Vec<Difference>);

impl Found {
    /// Notes a difference, if there is a side to it.
    pub(crate) fn note(
        &mut self,
        side: Option<Side>,
        kind: Kind,
        rule: &str,
        place: &str,
        ours: impl Into<String>,
        theirs: impl Into<String>,
    ) {
        let Some(side) = side else { return };
        let (rule, place) = (rule.to_owned(), place.to_owned());
        self.0.push(Difference { rule, place, kind, ours: ours.into(), theirs: theirs.into(), side });
    }

    /// Notes two texts that are not the same.
    pub(crate) fn compare(&mut self, kind: Kind, rule: &str, place: &str, ours: &str, theirs: &str) {
        self.note((ours != theirs).then_some(Side::Other), kind, rule, place, ours, theirs);
    }

    /// Notes what a model says that could not be said when this was written.
    pub(crate) fn unread(&mut self, rule: &str, place: &str, theirs: &impl Unread) {
        for said in theirs.unread() {
            self.note(Some(Side::Other), Kind::Trait, rule, place, "not known", said);
        }
    }

    /// Notes what one of two lists lacks.
    pub(crate) fn compare_lists<'a>(
        &mut self,
        kind: Kind,
        rule: impl Fn(&str) -> String,
        place: impl Fn(&str) -> String,
        ours: impl IntoIterator<Item = &'a str>,
        theirs: impl IntoIterator<Item = &'a str>,
    ) {
        let ours: Vec<&str> = ours.into_iter().collect();
        let theirs: Vec<&str> = theirs.into_iter().collect();
        let word = |name: &str, has: bool| if has { name.to_owned() } else { format!("no {name}") };
        let mut all: Vec<&str> = ours.iter().chain(&theirs).copied().collect();
        all.sort_unstable();
        all.dedup();
        for name in all {
            let (here, there) = (ours.contains(&name), theirs.contains(&name));
            let side = Side::of_having(here, there);
            self.note(side, kind, &rule(name), &place(name), word(name, here), word(name, there));
        }
    }
}
