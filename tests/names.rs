//! Identifiers use the terms of the field: none has a retired word as one of its parts.
#![cfg(test)]

use std::fs;
use std::path::{Path, PathBuf};

/// Words that were used in a sense of their own, and have been replaced.
const RETIRED: &[&str] =
    &["seat", "law", "judge", "book", "scene", "told", "held", "hop", "trail", "road", "brief", "outline", "stranger", "spot", "beside"];

/// Folders and the ending of their files. In some only the files directly inside are read.
const READ: &[(&str, &str, bool)] = &[
    ("src", "rs", true),
    ("wasm", "rs", true),
    ("cli", "rs", true),
    ("xtask", "rs", true),
    ("fuzz", "rs", true),
    ("tests", "rs", false),
    ("pkg-template/src", "js", true),
    ("web-demo", "js", false),
    ("web-demo/parts", "js", true),
];

/// The files below a folder of the repository, by their paths in it.
fn files((folder, ending, deep): (&str, &str, bool)) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut files, mut folders) = (Vec::new(), vec![root.join(folder)]);
    while let Some(folder) = folders.pop() {
        // A package of the crate has not all of them.
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.extend((deep && path.file_name().is_some_and(|name| name != "target" && name != "node_modules")).then_some(path));
            } else if path.extension().is_some_and(|extension| extension == ending) {
                files.push(path.strip_prefix(root).unwrap().to_owned());
            }
        }
    }
    files
}

/// Whether a quote that begins here is of a Rust character, not of a lifetime.
fn is_character(rest: &str) -> bool {
    rest.starts_with("'\\") || rest.chars().nth(2) == Some('\'')
}

/// Whether a slash after this code begins a regular expression of JavaScript.
fn before_expression(code: &str) -> bool {
    let code = code.trim_end();
    code.is_empty() || code.ends_with(['(', ',', '=', ':', '[', '!', '&', '|', '?', '{', '}', ';', '>']) || code.ends_with("return")
}

/// Where what the quote begins ends.
fn closed(rest: &str, quote: char) -> usize {
    let (mut escaped, mut class) = (false, false);
    let mut signs = rest.char_indices().skip(1);
    let end = signs.find(|(_, sign)| {
        let closes = *sign == quote && !escaped && !class;
        class = quote == '/' && !escaped && (*sign == '[' || class && *sign != ']');
        escaped = *sign == '\\' && !escaped;
        closes
    });
    end.map_or(rest.len(), |(at, sign)| at + sign.len_utf8())
}

/// Where the raw string of Rust ends that begins here, if one does.
fn raw_end(rest: &str) -> Option<usize> {
    let hashes = rest.strip_prefix('r')?.find(|sign| sign != '#').filter(|at| rest[at + 1..].starts_with('"'))?;
    let close = format!("\"{}", "#".repeat(hashes));
    let begin = hashes + 2;
    Some(rest[begin..].find(&close).map_or(rest.len(), |at| begin + at + close.len()))
}

/// The code without comments, texts and regular expressions. What a template of JavaScript
/// fills in stays.
fn code(text: &str, rust: bool) -> String {
    let (mut code, mut rest) = (String::new(), text);
    // For each template that is open, how many braces are open in what it fills in.
    let mut templates: Vec<usize> = Vec::new();
    let mut in_template = false;
    while let Some(sign) = rest.chars().next() {
        let mut length = sign.len_utf8();
        if in_template {
            match sign {
                '\\' => length += rest[1..].chars().next().map_or(0, char::len_utf8),
                '`' => {
                    templates.pop();
                    in_template = false;
                }
                '$' if rest.starts_with("${") => (length, in_template) = (2, false),
                _ => {}
            }
            code.push(' ');
        } else if rest.starts_with("//") {
            length = rest.find('\n').unwrap_or(rest.len());
        } else if rest.starts_with("/*") {
            length = rest.find("*/").map_or(rest.len(), |end| end + 2);
        } else if let Some(end) = raw_end(rest).filter(|_| rust && !code.ends_with(|c: char| c.is_alphanumeric())) {
            length = end;
        } else if sign == '"' || sign == '\'' && (!rust || is_character(rest)) || !rust && sign == '/' && before_expression(&code) {
            length = closed(rest, sign);
        } else if !rust && sign == '`' {
            templates.push(0);
            in_template = true;
        } else {
            match (sign, templates.last_mut()) {
                ('{', Some(open)) => *open += 1,
                ('}', Some(0)) => in_template = true,
                ('}', Some(open)) => *open -= 1,
                _ => {}
            }
            code.push(sign);
        }
        rest = &rest[length..];
    }
    code
}

/// The parts of an identifier, in small letters.
fn parts(identifier: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut before = '_';
    for sign in identifier.chars() {
        if !sign.is_alphabetic() || sign.is_uppercase() && before.is_lowercase() {
            parts.push(String::new());
        }
        parts.last_mut().unwrap().extend(sign.is_alphabetic().then_some(sign.to_ascii_lowercase()));
        before = sign;
    }
    parts
}

/// The retired words among the identifiers of a text.
fn retired(text: &str, rust: bool) -> Vec<String> {
    let code = code(text, rust);
    let identifiers = code.split(|sign: char| !sign.is_alphanumeric() && sign != '_');
    let is_retired = |part: &String| RETIRED.iter().any(|word| part == word || part.strip_suffix('s') == Some(word));
    identifiers.filter(|identifier| parts(identifier).iter().any(is_retired)).map(str::to_owned).collect()
}

#[test]
fn no_identifier_has_a_retired_word() {
    let (mut count, mut found) = (0, Vec::new());
    for path in READ.iter().copied().flat_map(files) {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path)).unwrap();
        let path = path.to_str().unwrap().replace('\\', "/");
        count += 1;
        found.extend(retired(&text, path.ends_with("rs")).into_iter().map(|identifier| format!("{path}: {identifier}")));
    }
    assert!(count > 100, "{count} files");
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn retired_words_are_found_in_code_alone() {
    let rust = r##"
        // a road
        fn judge_all<'t>(text: &'t str) -> Spot { let x = ('"', '\'', "told \" held", r#"a "seat" "#, r"law"); /* hop */ x.trails }
        fn outlined(notebook: Lawful, briefly: u8) {}
    "##;
    assert_eq!(retired(rust, true), ["judge_all", "Spot", "trails"]);
    let script = r#"
        const told = `a road ${held.map((seat) => `${hop} law`)} book ${{ a: brief }} spot`; // judge
        text.replace(/["'`/] trail/, 'scene', "told"); const a = b / spots / c; const outlineOf = { strangerKeys: 1, rulebook };
    "#;
    assert_eq!(retired(script, false), ["told", "held", "seat", "hop", "brief", "spots", "outlineOf", "strangerKeys"]);
}
