//! `cargo xtask`: the tasks of the repository.
//!
//! It has no dependencies, the crate `bijak` included: what it generates may be what that crate lacks to compile.

mod codegen;
mod file;
mod new_endpoint;
mod new_rule;
mod rules;

use std::process::ExitCode;
use xtask::Mode;

const USAGE: &str = "\
cargo xtask codegen                        writes the generated files
cargo xtask codegen --check                fails if a generated file is not fresh
cargo xtask new-rule SUBJECT.FAULT         writes the skeleton of a rule and its fixtures
cargo xtask new-endpoint FAMILY NAME       writes the skeleton of an endpoint: its table, its lines in the lists, a fixture";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        ["codegen"] => codegen::run(Mode::Write),
        ["codegen", "--check"] => codegen::run(Mode::Check),
        ["new-rule", code] => new_rule::write(code),
        ["new-endpoint", family, name] => new_endpoint::run(family, name),
        _ => Err(USAGE.to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
