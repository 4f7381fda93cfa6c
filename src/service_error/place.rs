//! From the names that a service gives to the members of a request to our own paths.

use crate::report::{Path, Segment};
use crate::shape::{Map, Member, Operation, Shape, Structure};

/// A place that a service named.
pub(super) struct Spot {
    pub(super) path: Path,
    /// The member, where the last step is one.
    pub(super) member: Option<&'static Member>,
    pub(super) shape: &'static Shape,
}

/// The place that `tags.1.member.tagKey` names: the positions are from 1, and members begin in lower case.
pub(super) fn find(operation: &'static Operation, text: &str) -> Option<Spot> {
    in_structure(&operation.input, text, Path::default())
}

/// The place that `Tags[0].TagKey` names: the positions are from 0.
pub(super) fn find_indexed(operation: &'static Operation, text: &str) -> Option<Spot> {
    let mut dotted = String::new();
    for (index, piece) in text.split('[').enumerate() {
        match piece.split_once(']').filter(|_| index > 0) {
            None if index == 0 => dotted.push_str(piece),
            None => return None,
            Some((position, rest)) => {
                let position = position.parse::<usize>().ok()?.checked_add(1)?;
                dotted.push_str(&format!(".{position}.member{rest}"));
            }
        }
    }
    find(operation, &dotted)
}

fn in_structure(of: &'static Structure, text: &str, path: Path) -> Option<Spot> {
    let (name, rest) = cut(text);
    let member = of.members.iter().copied().find(|member| is_same(member.name, name))?;
    in_shape(&member.shape, Some(member), rest, path.join(member.name))
}

fn in_shape(
    shape: &'static Shape,
    member: Option<&'static Member>,
    rest: Option<&str>,
    mut path: Path,
) -> Option<Spot> {
    let Some(rest) = rest else { return Some(Spot { path, member, shape }) };
    match shape {
        Shape::Boolean(_) | Shape::Text(_) => None,
        Shape::Structure(of) => in_structure(of, rest, path),
        Shape::Map(of) => in_map(of, rest, &path),
        Shape::List(of) => {
            let (position, rest) = cut(rest);
            path.0.push(Segment::Index(position.parse::<usize>().ok()?.checked_sub(1)?));
            let rest = match rest.map(cut) {
                Some((MEMBER, rest)) => rest,
                _ => rest,
            };
            in_shape(of.item, None, rest, path)
        }
    }
}

/// What stands between an entry and what is in it.
const MEMBER: &str = "member";

/// A key may hold dots: it goes as far as what follows it can be read.
fn in_map(of: &'static Map, rest: &str, path: &Path) -> Option<Spot> {
    let entry = |key: &str, rest: Option<&str>| in_shape(of.value, None, rest, path.clone().join(key));
    if let Some(key) = rest.strip_suffix(".member") {
        return entry(key, None);
    }
    let mut ends = rest.rmatch_indices('.').take(MOST_DOTS);
    let within = ends.find_map(|(dot, _)| {
        let (key, rest) = (rest.get(..dot)?, rest.get(dot + 1..)?);
        entry(key.strip_suffix(".member").unwrap_or(key), Some(rest))
    });
    within.or_else(|| entry(rest, None))
}

/// How many of a path's dots are tried.
const MOST_DOTS: usize = 64;

fn cut(text: &str) -> (&str, Option<&str>) {
    text.split_once('.').map_or((text, None), |(name, rest)| (name, Some(rest)))
}

/// Whether two names are the same: services write the first letter small, and with it an abbreviation.
fn is_same(ours: &str, theirs: &str) -> bool {
    ours.eq_ignore_ascii_case(theirs)
}
