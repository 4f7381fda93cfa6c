//! [`xregion_fuzz::cli`], asked by libFuzzer.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| xregion_fuzz::cli::check(data));
