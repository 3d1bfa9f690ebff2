//! Writes the generated files of the repository, and skeletons of rules: `cargo xtask`.
//!
//! It does not depend on the crate, so it also runs while the crate does not compile: before its first run a new rule
//! raises a code that does not exist.

mod file;
mod new_rule;
mod rules;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask codegen [--check]       write the generated files, or fail if one is not up to date
       cargo xtask new-rule SUBJECT.FAULT  write the skeleton of a rule: its file and its fixtures";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        ["codegen"] => codegen(false),
        ["codegen", "--check"] => codegen(true),
        ["new-rule", code] => new_rule::write(code),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the generated files; with `check` it only compares them.
fn codegen(check: bool) -> Result<(), String> {
    let stale: Vec<String> =
        rules::generated()?.into_iter().filter_map(|file| file.settle(check).transpose()).collect::<Result<_, String>>()?;
    match stale.is_empty() || !check {
        true => Ok(()),
        false => Err(format!("not up to date: {}; run `cargo xtask codegen`", stale.join(", "))),
    }
}
