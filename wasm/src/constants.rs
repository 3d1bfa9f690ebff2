//! What the binding and its JavaScript agree on; `cargo xtask codegen` writes it to `pkg-template/src/constants.js`.

/// The base of the digits of a number, of which each character is one; added to all but the last.
pub const BASE: usize = 64;

/// The flags of a finding: it is a warning.
pub const WARNING: usize = 1;
/// It is about the path of the URL.
pub const IN_PATH: usize = 2;
/// It is about the query of the URL.
pub const IN_QUERY: usize = 4;
/// It has an expected value.
pub const EXPECTED: usize = 8;
/// It has the value found.
pub const ACTUAL: usize = 16;
/// Its source is not that of its code.
pub const OWN_SOURCE: usize = 32;
/// It has line and column.
pub const LOCATED: usize = 64;
/// It is about a personal value.
pub const PERSONAL: usize = 128;
/// The personal value is hidden.
pub const HIDDEN: usize = 256;

/// A piece of an argument is its length times `1 << PIECE_BITS`, one of the kinds, and perhaps [`MORE`].
pub const PIECE_BITS: usize = 3;
/// Another piece follows.
pub const MORE: usize = 1;
/// Text as it is.
pub const PLAIN: usize = 0;
/// A phrase, given by its English form.
pub const PHRASE: usize = 2;
/// An amount in rupees.
pub const RUPEES: usize = 4;
/// The user's input, in backticks.
pub const INPUT: usize = 6;

/// The marker before a message inside another string.
pub const SENTENCE: char = '\u{1d}';

/// The number of sets of skipped rules that are kept.
pub const KEPT_SETS: usize = 256;

/// A buffer larger than this is freed after the call.
pub const MAX_KEPT_BYTES: usize = 1 << 20;
