//! Files of the repository.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A file as it should be.
pub struct Generated {
    /// Its path from the root of the repository.
    pub path: &'static str,
    /// Its text.
    pub text: String,
}

impl Generated {
    /// Writes the file if its text is different, unless `check`; returns its path if it is.
    pub fn settle(self, check: bool) -> Result<Option<String>, String> {
        if read(self.path).is_ok_and(|text| text == self.text) {
            return Ok(None);
        }
        if !check {
            write(self.path, &self.text)?;
        }
        Ok(Some(self.path.to_owned()))
    }
}

/// The path of a file of the repository.
pub fn path(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(below)
}

/// The text of a file.
pub fn read(below: &str) -> Result<String, String> {
    fs::read_to_string(path(below)).map_err(|error| format!("{below}: {error}"))
}

/// Writes a file.
pub fn write(below: &str, text: &str) -> Result<(), String> {
    fs::write(path(below), text).map_err(|error| format!("{below}: {error}"))?;
    println!("wrote {below}");
    Ok(())
}

/// The text of a file with other lines between two lines of it.
pub fn with_region(below: &str, [first, last]: [&str; 2], lines: &str) -> Result<String, String> {
    let text = read(below)?;
    let parts = text.split_once(first).and_then(|(before, rest)| Some((before, rest.split_once(last)?.1)));
    let (before, after) = parts.ok_or_else(|| format!("{below} has no lines `{}` and `{}`", first.trim(), last.trim()))?;
    Ok([before, first, lines, last, after].concat())
}

/// The text of a Rust file as rustfmt writes it.
pub fn formatted(text: &str) -> Result<String, String> {
    let failed = |error: std::io::Error| format!("rustfmt: {error}");
    let mut rustfmt = Command::new("rustfmt");
    rustfmt.args(["--edition", "2024", "--config-path"]).arg(path("")).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = rustfmt.spawn().map_err(failed)?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(text.as_bytes()).map_err(failed)?;
    }
    let output = child.wait_with_output().map_err(failed)?;
    match output.status.success() {
        true => String::from_utf8(output.stdout).map_err(|error| format!("rustfmt: {error}")),
        false => Err("rustfmt failed".to_owned()),
    }
}

/// Writes a file that does not exist yet.
pub fn create(below: &str, text: &str) -> Result<(), String> {
    match path(below).exists() {
        true => Err(format!("{below} exists")),
        false => write(below, text),
    }
}
