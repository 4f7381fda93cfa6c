//! Orders of things that are told apart by comparing them: of places in a list, so that there is one sort for whatever
//! the list holds.

use alloc::vec::Vec;
use core::cmp::Ordering;

/// How what stands at one place of a list compares with what stands at another.
type Compare<'c> = &'c dyn Fn(usize, usize) -> Ordering;

/// The places of a list, in the order of what stands there; of equals the earlier goes first.
///
/// A merge sort, as the one of the standard library weighs more than the rules of an operation.
fn in_order(length: usize, compare: Compare<'_>) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    let mut run = 1;
    while run < length {
        let mut merged = Vec::with_capacity(length);
        for pair in places.chunks(2 * run) {
            let (one, another) = pair.split_at_checked(run).unwrap_or((pair, &[]));
            merge(one, another, compare, &mut merged);
        }
        places = merged;
        run *= 2;
    }
    places
}

/// Appends two runs that are in order, as one.
fn merge(mut one: &[usize], mut another: &[usize], compare: Compare<'_>, merged: &mut Vec<usize>) {
    while let ([first, after_first @ ..], [other, after_other @ ..]) = (one, another) {
        if compare(*first, *other).is_le() {
            merged.push(*first);
            one = after_first;
        } else {
            merged.push(*other);
            another = after_other;
        }
    }
    merged.extend_from_slice(one);
    merged.extend_from_slice(another);
}

/// The items in their order; of equals the earlier goes first.
pub(crate) fn sorted<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    if cfg!(feature = "glance") && items.len() <= FEW {
        return sorted_in_place(items, compare);
    }
    if items.is_sorted_by(|one, another| compare(one, another).is_le()) {
        return items;
    }
    let order = in_order(items.len(), &|one, another| match (items.get(one), items.get(another)) {
        (Some(one), Some(another)) => compare(one, another),
        _ => Ordering::Equal,
    });
    let mut left: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|place| left.get_mut(place)?.take()).collect()
}

/// So many are put in order where they are, where speed counts more than size.
const FEW: usize = 12;

fn sorted_in_place<T>(mut items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    for end in 2..=items.len() {
        let mut end = end;
        while let Some([.., one, another]) = items.get_mut(..end)
            && compare(one, another).is_gt()
        {
            core::mem::swap(one, another);
            end -= 1;
        }
    }
    items
}

/// For each place of a list, the first one where the same stands.
pub(crate) fn first_of_each(length: usize, compare: Compare<'_>) -> Vec<usize> {
    let mut firsts: Vec<usize> = (0..length).collect();
    let mut group = None;
    for place in in_order(length, compare) {
        let first = group.filter(|first| compare(*first, place).is_eq()).unwrap_or(place);
        if let Some(slot) = firsts.get_mut(place) {
            *slot = first;
        }
        group = Some(first);
    }
    firsts
}
