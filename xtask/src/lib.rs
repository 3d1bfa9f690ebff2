//! What the programs share: the files of the repository, and Cargo.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The folder of the repository, which Cargo names when it runs a program; one that was built may have been copied since.
pub fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    package.join("..")
}

/// What happens to a generated file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// It is written.
    Write,
    /// It is compared with what would be written.
    Check,
}

/// A generated file.
pub struct Generated {
    /// The path below the folder of the repository.
    pub path: &'static str,
    /// The content.
    pub text: String,
}

impl Mode {
    /// Writes these files where they differ, or fails with a list of those that differ.
    pub fn apply(self, files: &[Generated]) -> Result<(), String> {
        let mut stale = Vec::new();
        for Generated { path, text } in files {
            let file = root().join(path);
            // A checkout of Git may have other line endings.
            let is_fresh = fs::read_to_string(&file).is_ok_and(|current| current.replace("\r\n", "\n") == *text);
            match self {
                _ if is_fresh => {}
                Mode::Check => stale.push(*path),
                Mode::Write => {
                    fs::write(&file, text).map_err(|error| format!("{path}: {error}"))?;
                    println!("{path}");
                }
            }
        }
        if stale.is_empty() { Ok(()) } else { Err(format!("not fresh: {}; run `cargo xtask codegen`", stale.join(", "))) }
    }
}

/// Reads a file of the repository.
pub fn read(path: &str) -> Result<String, String> {
    fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))
}

/// Writes a file of the repository, and its folder if there is none.
pub fn write(path: &str, text: &str) -> Result<(), String> {
    let file = root().join(path);
    let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
    folder.and_then(|()| fs::write(&file, text)).map_err(|error| format!("{path}: {error}"))
}

/// Runs Cargo in the folder of the repository.
pub fn cargo(arguments: &[&str]) -> Result<(), String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo).args(arguments).current_dir(root()).status().map_err(|error| format!("cargo: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`cargo {}` failed", arguments.join(" "))) }
}
