//! The constants that the JavaScript of the package shares with the crates: `pkg-template/src/constants.js`.

use bijak::Limits;
use bijak::internal::{FIRST_KEY, KEYS, MASK};
use bijak::payload::{Kind, OPTIONS};
use std::fmt::Write;

#[path = "../../../../wasm/src/constants.rs"]
mod binding;

const HEAD: &str = "// Written by `cargo xtask codegen` from the constants of the crates.\n";

/// Adds constants of a module by their names.
macro_rules! add {
    ($text:ident, $module:ident, $($NAME:ident)+) => {
        $( let _ = writeln!($text, "export const {} = {:?};", stringify!($NAME), $module::$NAME); )+
    };
}

/// The file.
pub fn module() -> String {
    let mut text = HEAD.to_owned();
    text.push_str("\n// of a number in what the Wasm returns\n");
    add!(text, binding, BASE);
    text.push_str("\n// of a finding: its flags\n");
    add!(text, binding, WARNING IN_PATH IN_QUERY EXPECTED ACTUAL OWN_SOURCE LOCATED PERSONAL HIDDEN);
    text.push_str("\n// of an argument in a message: its pieces\n");
    add!(text, binding, PIECE_BITS MORE PLAIN PHRASE RUPEES INPUT);
    let _ =
        writeln!(text, "\n// before a message inside another text\nexport const SENTENCE = \"\\x{:02x}\";", u32::from(binding::SENTENCE));
    let _ = writeln!(text, "\n// instead of personal data\nexport const MASK = {MASK:?};");
    text.push_str("\n// what the Wasm keeps: sets of skipped rules, bytes of a buffer\n");
    add!(text, binding, KEPT_SETS MAX_KEPT_BYTES);
    text.push_str("\n// of the compact form: the byte of a table's first key, and how many keys have one\n");
    let _ = writeln!(text, "export const FIRST_KEY = {FIRST_KEY};\nexport const KEYS = {KEYS};");
    text.push_str("\n// the option maxBytes\n");
    let _ = writeln!(text, "export const DEFAULT_MAX_BYTES = {};", Limits::default().bytes);
    if let Some(Kind::Int((_, most))) = OPTIONS.field("maxBytes").map(|field| &field.kind) {
        let _ = writeln!(text, "export const MAX_MAX_BYTES = {most};");
    }
    text
}
