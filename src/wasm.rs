//! The boundary: what JavaScript can call. Everything here is a list of exports; what they do is done elsewhere.

#[cfg(feature = "full")]
pub mod answers;
#[cfg(feature = "full")]
pub mod forms;
#[cfg(feature = "full")]
pub mod full;
#[cfg(feature = "full")]
pub mod house;
#[cfg(feature = "full")]
pub mod intake;
#[cfg(feature = "full")]
mod value;
pub mod verdict;
