//! [`xregion_fuzz::request`], asked by libFuzzer.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| xregion_fuzz::request::check(data));
