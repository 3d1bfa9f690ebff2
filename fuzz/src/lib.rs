//! What the fuzz targets run: each is a function of bytes that panics where bijak breaks a
//! promise. `fuzz_targets` gives it to libFuzzer, `tests/smoke.rs` to the fixtures and to
//! mutations of them.

pub mod arithmetic;
pub mod built;
pub mod check;
pub mod input;
pub mod normalize;
pub mod reading;
pub mod seeds;
pub mod walk;

/// A target: it panics where a promise is broken.
pub type Target = fn(&[u8]);

/// Every target by its name.
pub const TARGETS: &[(&str, Target)] = &[
    ("check", check::run),
    ("normalize", normalize::run),
    ("built", built::run),
    ("reading", reading::run),
    ("arithmetic", arithmetic::run),
];
