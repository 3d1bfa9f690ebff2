//! The house: who may import whom, how long a file may be, where `unsafe` may stand.
#![cfg(test)]

use std::fs;
use std::path::Path;

/// Each may use what comes after it. `lib.rs` is the front door: it may use all, and nothing
/// uses its re-exports.
const ORDER: &[&str] = &["internal", "builder", "options", "rule", "calc", "lifecycle", "read", "schema", "payload", "value", "report"];

struct Source {
    /// The path below `src`, with `/`.
    path: String,
    text: String,
}

impl Source {
    /// The module directly below the crate's root that the file belongs to.
    fn module(&self) -> &str {
        self.path.split('/').next().unwrap().trim_end_matches(".rs")
    }

    /// Whether `super` means the crate's root in it.
    fn is_module_root(&self) -> bool {
        !self.path.contains('/') || self.path.split('/').nth(1) == Some("mod.rs")
    }

    /// Its code without comments and unit tests, which stand at the end.
    fn code(&self) -> String {
        let code = self.text.split("#[cfg(test)]\nmod ").next().unwrap();
        code.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut sources, mut folders) = (Vec::new(), vec![root.clone()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                sources.push(Source { path: below, text: fs::read_to_string(path).unwrap() });
            }
        }
    }
    assert!(sources.len() > 30, "the sources are found");
    sources
}

/// The names that the code takes from the crate's root.
fn imports(code: &str) -> Vec<&str> {
    let name = |rest: &'_ str| rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    let mut names = Vec::new();
    for (_, rest) in code.match_indices("crate::").map(|(at, found)| (at, &code[at + found.len()..])) {
        match rest.strip_prefix('{').and_then(|list| list.split_once("};")) {
            Some((list, _)) => names.extend(list.split(',').map(|item| &item.trim()[..name(item.trim())])),
            None => names.push(&rest[..name(rest)]),
        }
    }
    names
}

#[test]
fn imports_run_downwards_only() {
    let place = |module: &str| ORDER.iter().position(|known| *known == module);
    for source in sources().iter().filter(|source| source.path != "lib.rs") {
        let own = place(source.module()).unwrap_or_else(|| panic!("{} has no place in the order", source.path));
        let code = source.code();
        for import in imports(&code) {
            match place(import) {
                Some(other) => assert!(other >= own, "{} imports {import}, which stands above it", source.path),
                None => panic!("{} takes {import} from the front door", source.path),
            }
        }
        assert!(!source.is_module_root() || !code.contains("super::"), "{} reaches for the front door by super", source.path);
    }
}

#[test]
fn files_stay_short() {
    let long: Vec<_> =
        sources().into_iter().map(|source| (source.text.lines().count(), source.path)).filter(|(lines, _)| *lines > 800).collect();
    assert!(long.is_empty(), "over 800 lines: {long:?}");
}

#[test]
fn nothing_is_unsafe() {
    let words = |code: &str| code.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == "unsafe");
    for source in sources() {
        assert!(!words(&source.code()), "{} has unsafe code", source.path);
    }
}
