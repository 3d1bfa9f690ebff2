//! The built binary, run as a person or a script runs it.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What a run came to.
#[derive(Debug)]
pub struct Ran {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    #[allow(dead_code, reason = "not every test file asks for it")]
    pub fn json(&self) -> Vec<serde_json::Value> {
        self.stdout.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
    }
}

pub fn bijak() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bijak"));
    command.env_remove("CLICOLOR_FORCE");
    command
}

/// Runs it with these words and this on stdin.
pub fn run(words: &[&str], stdin: impl AsRef<[u8]>) -> Ran {
    let mut child = bijak().args(words).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (mut pipe, input) = (child.stdin.take().unwrap(), stdin.as_ref().to_vec());
    // What is not read any more need not be written.
    let writer = std::thread::spawn(move || drop(pipe.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { status: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// Writes a file for one test; its path.
#[allow(dead_code, reason = "not every test file asks for it")]
pub fn file(test: &str, name: &str, content: impl AsRef<[u8]>) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}
