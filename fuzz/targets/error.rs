//! [`xregion_fuzz::error`], asked by libFuzzer.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| xregion_fuzz::error::check(data));
