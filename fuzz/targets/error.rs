#![no_main]
#![allow(missing_docs, reason = "a program without an interface")]

libfuzzer_sys::fuzz_target!(|data: &[u8]| xregion_fuzz::error::check(data));
