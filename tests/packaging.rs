//! The published crate: every file that a source includes is in it, and nothing of the repository's tools.
#![cfg(test)]

use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// The files of the published crate, as Cargo lists them.
fn packaged() -> Vec<String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let list = ["package", "--list", "--allow-dirty", "--offline", "--package", "bijak"];
    let output = Command::new(cargo).args(list).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().map(|line| line.replace('\\', "/")).collect()
}

#[test]
fn what_the_sources_include_is_published() {
    let files = packaged();
    let mut included = 0;
    for source in files.iter().filter(|file| file.ends_with(".rs")) {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(source)).unwrap();
        for target in text.split("include_str!(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let mut path: Vec<&str> = source.split('/').collect();
            path.pop();
            for step in target.split('/') {
                if step == ".." {
                    path.pop();
                } else {
                    path.push(step);
                }
            }
            let path = path.join("/");
            assert!(files.contains(&path), "{source} includes {path}, which is not in `include` of Cargo.toml");
            included += 1;
        }
    }
    assert!(included > 0, "the front page is included");
}

#[test]
fn nothing_else_is_published() {
    let page = |file: &str| file.starts_with("docs/") && file.ends_with(".md");
    let known = |file: &str| file.starts_with("src/") || page(file) || !file.contains('/');
    let files = packaged();
    assert!(files.iter().all(|file| known(file)), "{files:?}");
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        assert!(files.iter().any(|file| file == licence), "{licence} is missing");
    }
}
