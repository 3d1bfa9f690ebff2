#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bijak_fuzz::built::run(bytes));
