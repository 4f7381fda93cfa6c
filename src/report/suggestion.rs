//! What would make an issue go away.

use alloc::string::String;

use super::Path;

/// A change of the request that makes an issue go away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Where.
    pub path: Path,
    /// What to do there.
    pub change: Change,
}

/// What to do at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Change {
    /// Write this value in place of what stands there.
    Replace(String),
    /// Leave out what stands there.
    Remove,
    /// Move what stands at this path to the place.
    MoveFrom(Path),
}

impl Suggestion {
    /// To write a value.
    pub(crate) fn replace(path: Path, value: String) -> Self {
        Self { path, change: Change::Replace(value) }
    }

    /// To leave a value out.
    pub(crate) fn remove(path: Path) -> Self {
        Self { path, change: Change::Remove }
    }

    /// To give a member or an entry another name.
    pub(crate) fn rename(from: Path, name: &str) -> Option<Self> {
        let (_, parent) = from.0.split_last()?;
        Some(Self { path: Path(parent.to_vec()).join(name), change: Change::MoveFrom(from) })
    }
}
