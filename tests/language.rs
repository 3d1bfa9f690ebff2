//! The documentation and the comments of the source use plain standard English: no page has one of
//! the retired phrases.
#![cfg(test)]

use std::fs;
use std::path::{Path, PathBuf};

/// Uses of a phrase in its ordinary sense: file, part of the line, and why it stays.
const ALLOWED: &[(&str, &str, &str)] = &[];

/// Words that are not used for reporting or for a position.
const WORDS: &[&str] = &["told", "tells", "untold"];
const PHRASES: &[&str] = &["unless told", "stands in", "stands beside", "stands there", "stand beside", "hang together"];
/// `is no` and one of these within three words, unless it is "there is no": write "is not a valid …".
const NO_VALUE: &[&str] = &["number", "code", "address", "date", "rate", "json", "id", "status", "field"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Markdown page of the project, every Rust file of the library and the command line, and the JavaScript types.
fn files() -> Vec<String> {
    let mut files = Vec::new();
    let mut open: Vec<PathBuf> = ["docs", "cli", "examples", "bench", "fuzz", "tests", "src", "pkg-template", "xtask"]
        .iter()
        .map(|name| root().join(name))
        .collect();
    let mut add = |path: &Path| files.push(path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/"));
    for name in ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"] {
        let path = root().join(name);
        if path.exists() {
            add(&path);
        }
    }
    while let Some(folder) = open.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_dir() && !matches!(name, "node_modules" | "target" | "corpus") {
                open.push(path);
            } else if name.ends_with(".md")
                || name.ends_with(".d.ts")
                || (name.ends_with(".rs") && ["src", "cli/src", "xtask/src"].iter().any(|source| path.starts_with(root().join(source))))
            {
                add(&path);
            }
        }
    }
    files.sort();
    files
}

/// The prose of a file by line: the comments of Rust and TypeScript, the text of a page without its fenced blocks, which are program output or
/// code, and without inline code.
fn prose(file: &str, text: &str) -> Vec<(usize, String)> {
    let mut fenced = false;
    let mut lines = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let comment = line.split_once("//").map(|(_, comment)| comment.trim_start_matches(['/', '!']));
        let block = line.trim_start().strip_prefix(['*', '/']);
        let line = match (file.ends_with(".md"), comment, block) {
            (true, ..) => line,
            (false, Some(comment), _) | (false, None, Some(comment)) => comment,
            (false, None, None) => continue,
        };
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            let outside_code: Vec<&str> = line.split('`').step_by(2).collect();
            lines.push((number + 1, outside_code.join("x").to_lowercase()));
        }
    }
    lines
}

/// The retired phrase in a line, if any.
fn retired(line: &str) -> Option<String> {
    if let Some(phrase) = PHRASES.iter().find(|phrase| line.contains(**phrase)) {
        return Some((*phrase).to_owned());
    }
    let words: Vec<&str> = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if let Some(word) = words.iter().find(|word| WORDS.contains(word)) {
        return Some((*word).to_owned());
    }
    let is_no =
        |at: usize| words.get(at) == Some(&"is") && words.get(at + 1) == Some(&"no") && (at == 0 || words.get(at - 1) != Some(&"there"));
    let at = (0..words.len()).find(|at| is_no(*at) && words.iter().skip(at + 2).take(3).any(|word| NO_VALUE.contains(word)))?;
    Some(words.get(at..(at + 5).min(words.len())).unwrap_or_default().join(" "))
}

#[test]
fn pages_and_comments_are_plain_english() {
    let files = files();
    assert!(files.len() > 60 && files.contains(&"README.md".to_owned()), "the files are found: {}", files.len());
    let mut found = Vec::new();
    let mut used = vec![false; ALLOWED.len()];
    for file in &files {
        let text = fs::read_to_string(root().join(file)).unwrap();
        for (number, line) in prose(file, &text) {
            let Some(phrase) = retired(&line) else { continue };
            match ALLOWED.iter().position(|(allowed, part, _)| allowed == file && line.contains(part)) {
                Some(index) => used[index] = true,
                None => found.push(format!("{file}:{number} {phrase}: {}", line.trim())),
            }
        }
    }
    assert!(found.is_empty(), "write it in plain English, see the list of phrases in this test:\n{}", found.join("\n"));
    assert!(used.iter().all(|used| *used), "an entry of ALLOWED is not needed any more");
}

#[test]
fn retired_phrases_are_recognized() {
    for line in [
        "english unless told",
        "it is told at once",
        "which tells the place",
        "the value stands in skipped",
        "x is no valid mobile number",
        "x is no date",
    ] {
        assert!(retired(line).is_some(), "{line}");
    }
    for line in ["an outstanding amount", "there is no code for it", "a standing order", "retold"] {
        assert_eq!(retired(line), None, "{line}");
    }
}
