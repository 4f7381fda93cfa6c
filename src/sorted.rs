//! Orders of things that are told apart by comparing them: of places in a list, so that there is one sort for whatever
//! the list holds.

use alloc::vec::Vec;
use core::cmp::Ordering;

/// The places of a list, in the order of what stands there; of equals the earlier goes first.
fn in_order(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    places.sort_unstable_by(|one, another| compare(*one, *another).then(one.cmp(another)));
    places
}

/// The items in their order; of equals the earlier goes first.
pub(crate) fn sorted<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = in_order(items.len(), &|one, another| match (items.get(one), items.get(another)) {
        (Some(one), Some(another)) => compare(one, another),
        _ => Ordering::Equal,
    });
    let mut left: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|place| left.get_mut(place)?.take()).collect()
}

/// For each place of a list, the first one where the same stands.
pub(crate) fn first_of_each(length: usize, compare: impl Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut firsts: Vec<usize> = (0..length).collect();
    let mut group = None;
    for place in in_order(length, &compare) {
        let first = group.filter(|first| compare(*first, place).is_eq()).unwrap_or(place);
        if let Some(slot) = firsts.get_mut(place) {
            *slot = first;
        }
        group = Some(first);
    }
    firsts
}
