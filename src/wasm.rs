//! The boundary: what JavaScript can call. Everything here is a list of exports; what they do is done elsewhere.

#[cfg(not(feature = "full"))]
mod alone;
#[cfg(feature = "wasm-full")]
pub mod answers;
#[cfg(feature = "wasm-full")]
pub mod forms;
#[cfg(feature = "wasm-full")]
pub mod full;
pub mod glance;
#[cfg(feature = "wasm-full")]
pub mod house;
#[cfg(feature = "wasm-full")]
pub mod intake;
pub mod lines;
#[cfg(feature = "wasm-full")]
mod value;
pub mod verdict;
