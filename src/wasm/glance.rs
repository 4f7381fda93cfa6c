//! Key policies that the package's JavaScript writes down for a glance ([`crate::glance`]), in a place of their own: it
//! stays where it is, so that it is asked for once.

use alloc::vec;
use alloc::vec::Vec;

use spin::Mutex;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::glance::is_plain;

static PLACE: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// The place for a policy, of so many bytes. What a later call asks for is the same place.
#[wasm_bindgen(js_name = placeForPolicy)]
pub fn place_for_policy(length: usize) -> *mut u8 {
    let mut place = PLACE.lock();
    if place.is_empty() {
        *place = vec![0; length];
    }
    place.as_mut_ptr()
}

/// Whether there is certainly nothing to say about the policy that was written there, in so many bytes.
#[wasm_bindgen(js_name = glanceAtPolicy)]
pub fn glance_at_policy(length: usize) -> bool {
    // A call that was ended in the midst of it has not unlocked it.
    PLACE.try_lock().is_some_and(|place| place.get(..length).is_some_and(is_plain))
}
