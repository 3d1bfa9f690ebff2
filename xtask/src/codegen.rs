//! The generated files, step by step.

use xtask::{Mode, cargo};

/// A step: it writes its files, or checks that they are fresh.
type Step = fn(Mode) -> Result<(), String>;

/// The steps, in the order in which they run: what a step reads, an earlier one has written.
const STEPS: &[Step] = &[crate::rules::settle, tables];

/// Writes the generated files, or checks that they are fresh.
pub fn run(mode: Mode) -> Result<(), String> {
    STEPS.iter().try_for_each(|step| step(mode))
}

/// What is derived from the crate, by the program `tables`, which links it.
fn tables(mode: Mode) -> Result<(), String> {
    let mut arguments = vec!["run", "--quiet", "--locked", "--package", "xtask", "--bin", "tables", "--"];
    if mode == Mode::Check {
        arguments.push("--check");
    }
    cargo(&arguments)
}
