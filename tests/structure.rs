//! The structure of the library: which module may import which, how long a file may be, where `unsafe` is allowed.
#![cfg(test)]

use std::fs;
use std::path::Path;

/// Each module may use those after it. `lib.rs` may use all of them, and nothing uses its re-exports.
const ORDER: &[&str] = &[
    "internal",
    "builder",
    "options",
    "rule",
    "model",
    "calc",
    "lifecycle",
    "read",
    "schema",
    "payload",
    "table",
    "value",
    "report",
    "term",
];

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

    /// Its code without comments and without unit tests, which come last.
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
        let own = place(source.module()).unwrap_or_else(|| panic!("{} is not in ORDER", source.path));
        let code = source.code();
        for import in imports(&code) {
            match place(import) {
                Some(other) => assert!(other >= own, "{} imports {import}, which comes before it in ORDER", source.path),
                None => panic!("{} imports {import} from lib.rs", source.path),
            }
        }
        assert!(!source.is_module_root() || !code.contains("super::"), "{} uses lib.rs as super", source.path);
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
