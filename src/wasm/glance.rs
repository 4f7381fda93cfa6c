//! Requests that the package's JavaScript writes down for a glance ([`crate::glance`]), in a place of their own: it stays
//! where it is, so that it is asked for once.

use alloc::vec;
use alloc::vec::Vec;

use spin::Mutex;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::glance::at_tape;
use crate::operations::OPERATIONS;

static TAPE: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// The place to write to, of so many bytes. What a later call asks for is the same place.
#[wasm_bindgen]
pub fn tape(length: usize) -> *mut u8 {
    let mut tape = TAPE.lock();
    if tape.is_empty() {
        *tape = vec![0; length];
    }
    tape.as_mut_ptr()
}

/// Whether there is certainly nothing to say about the request that was written there, in so many bytes.
#[wasm_bindgen]
pub fn glance(operation: usize, length: usize) -> bool {
    // A call that was ended in the midst of it has not unlocked it.
    let Some(tape) = TAPE.try_lock() else { return false };
    match (OPERATIONS.get(operation), tape.get(..length)) {
        (Some(operation), Some(tape)) => at_tape(operation, tape),
        _ => false,
    }
}
