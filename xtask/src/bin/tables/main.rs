//! Writes what is derived from the crate; `cargo xtask codegen` runs it.
//!
//! ```text
//! tables            writes the generated files of the repository
//! tables --check    fails if one of them is not fresh
//! tables FOLDER     writes what the package build needs into a folder
//! ```

mod constants;
mod example;
mod lists;
mod rules;
mod types;

// Fixtures as the tests read them: what is wrong with a fixture ends the program, as it ends a test.
#[allow(dead_code, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "shared with the tests, which may panic")]
#[path = "../../../../tests/case/mod.rs"]
mod case;
#[allow(dead_code, clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "shared with the tests, which may panic")]
#[path = "../../../../tests/tree/mod.rs"]
mod tree;

use std::path::Path;
use std::process::ExitCode;
use xtask::{Generated, Mode};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures");

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        [] => Mode::Write.apply(&generated()),
        ["--check"] => Mode::Check.apply(&generated()),
        [folder] => lists::write(Path::new(folder)).map_err(|error| format!("{folder}: {error}")),
        _ => Err("usage: tables [--check | FOLDER]".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// The generated files that are derived from the crate.
fn generated() -> Vec<Generated> {
    let file = |path, text| Generated { path, text };
    vec![
        file("docs/rules.md", rules::markdown()),
        file("tests/golden/rules.json", rules::json()),
        file("pkg-template/types/tables.d.ts", types::declarations()),
        file("pkg-template/src/constants.js", constants::module()),
    ]
}
