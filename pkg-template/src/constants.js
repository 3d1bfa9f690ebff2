// Written by `cargo xtask codegen` from the constants of the crates.

// of a number in what the Wasm returns
export const BASE = 64;

// of a finding: its flags
export const WARNING = 1;
export const IN_PATH = 2;
export const IN_QUERY = 4;
export const EXPECTED = 8;
export const ACTUAL = 16;
export const OWN_SOURCE = 32;
export const LOCATED = 64;
export const PERSONAL = 128;
export const HIDDEN = 256;

// of an argument in a message: its pieces
export const PIECE_BITS = 3;
export const MORE = 1;
export const PLAIN = 0;
export const PHRASE = 2;
export const RUPEES = 4;
export const INPUT = 6;

// before a message inside another text
export const SENTENCE = "\x1d";

// instead of personal data
export const MASK = "•••";

// what the Wasm keeps: sets of skipped rules, bytes of a buffer
export const KEPT_SETS = 256;
export const MAX_KEPT_BYTES = 1048576;

// of the compact form: the byte of a table's first key, and how many keys have one
export const FIRST_KEY = 35;
export const KEYS = 90;

// the option maxBytes
export const DEFAULT_MAX_BYTES = 8388608;
export const MAX_MAX_BYTES = 268435456;
