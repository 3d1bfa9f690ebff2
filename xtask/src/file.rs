//! Texts of files that are generated in part.

use std::io::Write;
use std::process::{Command, Stdio};
use xtask::{read, root, write};

/// The text of a file with other lines between two lines of it.
pub fn with_region(path: &str, [first, last]: [&str; 2], lines: &str) -> Result<String, String> {
    let text = read(path)?;
    let parts = text.split_once(first).and_then(|(before, rest)| Some((before, rest.split_once(last)?.1)));
    let (before, after) = parts.ok_or_else(|| format!("{path} has no lines `{}` and `{}`", first.trim(), last.trim()))?;
    Ok([before, first, lines, last, after].concat())
}

/// The text of a Rust file as rustfmt writes it.
pub fn formatted(text: &str) -> Result<String, String> {
    let failed = |error: std::io::Error| format!("rustfmt: {error}");
    let mut rustfmt = Command::new("rustfmt");
    rustfmt.args(["--edition", "2024", "--config-path"]).arg(root()).stdin(Stdio::piped()).stdout(Stdio::piped());
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
pub fn create(path: &str, text: &str) -> Result<(), String> {
    match root().join(path).exists() {
        true => Err(format!("{path} exists")),
        false => write(path, text).map(|()| println!("{path}")),
    }
}
