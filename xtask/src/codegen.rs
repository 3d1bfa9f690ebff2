//! The generated files, step by step.

use std::process::Command;
use xtask::{Mode, root};

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
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["run", "--quiet", "--locked", "--package", "xtask", "--bin", "tables", "--"]).current_dir(root());
    if mode == Mode::Check {
        command.arg("--check");
    }
    let status = command.status().map_err(|error| format!("cargo: {error}"))?;
    if status.success() { Ok(()) } else { Err("codegen: the program `tables` failed".to_owned()) }
}
