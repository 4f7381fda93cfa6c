//! Requests that the package's JavaScript writes down for a glance ([`crate::glance`]), in places of their own: they stay
//! where they are, so that they are asked for once.

use alloc::vec;
use alloc::vec::Vec;

use spin::Mutex;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::glance::at_tape;
use crate::operations::OPERATIONS;

static WORDS: Mutex<Vec<u32>> = Mutex::new(Vec::new());
static TEXTS: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// The place for words, so many of them. What a later call asks for is the same place.
#[wasm_bindgen]
pub fn words(count: usize) -> *mut u32 {
    place(&WORDS, count)
}

/// The place for texts, of so many bytes.
#[wasm_bindgen]
pub fn texts(length: usize) -> *mut u8 {
    place(&TEXTS, length)
}

fn place<T: Clone + Default>(place: &Mutex<Vec<T>>, length: usize) -> *mut T {
    let mut place = place.lock();
    if place.is_empty() {
        *place = vec![T::default(); length];
    }
    place.as_mut_ptr()
}

/// Whether there is certainly nothing to say about the request that was written there, in so many words.
#[wasm_bindgen]
pub fn glance(operation: usize, count: usize) -> bool {
    // A call that was ended in the midst of it has not unlocked them.
    let (Some(words), Some(texts)) = (WORDS.try_lock(), TEXTS.try_lock()) else { return false };
    match (OPERATIONS.get(operation), words.get(..count)) {
        (Some(operation), Some(words)) => at_tape(operation, words, &texts),
        _ => false,
    }
}
