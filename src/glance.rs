//! A first glance at a request: whether there is certainly nothing to say about it.
//!
//! Most requests pass, and look like most others. A glance goes over such a one once, without the heap, and notes no more
//! of it than which Regions it names where. It is sure only of what the tables call usual ([`crate::shape::Usual`],
//! [`crate::shape::Silence`]); of everything else it says nothing, and the engine has to look. So the engine alone knows what
//! is wrong, and whatever is left out here costs time and no verdict.
//!
//! Objects of JavaScript are glanced at in JavaScript (`pkg-template/usual.js`), but for key policies.

#[cfg(feature = "glance")]
mod facts;
#[cfg(feature = "glance")]
mod forms;
mod policy;
#[cfg(feature = "glance")]
mod regions;
#[cfg(feature = "glance")]
mod requests;
mod scan;
#[cfg(feature = "glance")]
mod text;
#[cfg(feature = "glance")]
mod words;

#[cfg(all(target_arch = "wasm32", feature = "wasm"))]
pub(crate) use policy::is_plain;
#[cfg(feature = "glance")]
pub(crate) use regions::bits;
#[cfg(feature = "full")]
pub(crate) use regions::{ends, slot};
#[cfg(feature = "glance")]
pub(crate) use requests::{at_json, at_line};
