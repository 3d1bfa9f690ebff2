//! The fixtures as inputs of the targets.

#[path = "../../tests/tree/mod.rs"]
#[allow(dead_code, reason = "the tests of bijak use the rest")]
mod tree;

use crate::input;
use bijak::Endpoint;
use bijak::payload::{GST, Kind, OPTIONS, SALE, SALE_ITEM, STEP};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::fs;
use std::path::Path;
use tree::Tree;

/// What a fixture says of its payload; `tests/package/fixture-runner.mjs` says what the
/// keys mean.
#[derive(Deserialize)]
struct Case {
    #[serde(default)]
    op: String,
    endpoint: Option<String>,
    payload: Option<Box<RawValue>>,
    text: Option<String>,
    hex: Option<String>,
    base: Option<String>,
    repeat: Option<Repeat>,
    set: Option<Box<RawValue>>,
    #[serde(default)]
    drop: Vec<String>,
    #[serde(default)]
    front: Vec<String>,
    options: Option<Box<RawValue>>,
}

#[derive(Deserialize)]
struct Repeat {
    path: String,
    times: usize,
}

/// Longer seeds make a fuzzer slow; what is long is repeated items.
const LONGEST: usize = 16_000;

/// The fixtures of an operation, as the bytes of [`input`].
fn fixtures(build: bool) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures");
    let mut paths: Vec<_> = fs::read_dir(&folder).expect("the fixtures").map(|entry| entry.expect("a file").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let mut seeds = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).expect("a fixture");
        let cases: Vec<Case> = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let fits = |case: &&Case| if build { case.op == "build" } else { ["", "check"].contains(&case.op.as_str()) };
        seeds.extend(cases.iter().filter(fits).filter_map(|case| case.seed(&folder)));
    }
    seeds.retain(|seed| seed.len() <= LONGEST);
    seeds
}

impl Case {
    fn seed(&self, folder: &Path) -> Option<Vec<u8>> {
        let endpoint: Endpoint = self.endpoint.as_ref()?.parse().ok()?;
        let options = self.options.as_ref().map_or("", |options| options.get());
        Some(input::bytes(endpoint, options, &self.bytes(folder)?))
    }

    fn bytes(&self, folder: &Path) -> Option<Vec<u8>> {
        if let Some(payload) = &self.payload {
            return Some(payload.get().as_bytes().to_vec());
        }
        if let Some(text) = &self.text {
            return Some(text.clone().into_bytes());
        }
        if let Some(hex) = &self.hex {
            return (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).ok()).collect();
        }
        let base = fs::read_to_string(folder.join(format!("base/{}.json", self.base.as_ref()?))).ok()?;
        let mut tree = Tree::of(&base);
        if let Some(Repeat { path, times }) = &self.repeat {
            tree.repeat(path, *times);
        }
        if let Some(set) = &self.set
            && let Tree::Map(members) = Tree::of(set.get())
        {
            members.into_iter().for_each(|(path, value)| tree.set(&path, value));
        }
        self.drop.iter().for_each(|path| drop(tree.drop(path)));
        self.front.iter().for_each(|path| tree.front(path));
        Some(tree.text().into_bytes())
    }
}

/// The seeds of a target.
pub fn of(target: &str) -> Vec<Vec<u8>> {
    match target {
        "built" => fixtures(true).into_iter().map(|seed| [vec![0], seed].concat()).chain(structured(&[1, 2, 3])).collect(),
        "arithmetic" => structured(&[0]).collect(),
        _ => fixtures(false),
    }
}

/// Bytes of all kinds, behind each of some first bytes.
fn structured(first: &'static [u8]) -> impl Iterator<Item = Vec<u8>> {
    first.iter().flat_map(|first| {
        (0..64_u8).map(move |step| {
            let bytes = (0..=255_u8).map(|at| at.wrapping_mul(step.wrapping_mul(37) | 1).rotate_left(u32::from(step)));
            [*first].into_iter().chain(bytes).collect()
        })
    })
}

/// The words of all tables, as libFuzzer's dictionary has them.
pub fn dictionary() -> String {
    let signs = r#"{ } [ ] , : " \" null true false {} [] e-2 E+2 0.001 \u0041 \ud83d \ude00 ₹"#.split(' ');
    let special = ["\u{feff}", "\u{a0}", "\u{7f}", "\0", "1,18,000.50", "15/12/2025", "2025-11-15T10:30:00+05:30", "99999999999999.99"];
    let mut words: Vec<String> = signs.chain(special).map(str::to_owned).collect();
    let mut shapes: Vec<_> = Endpoint::ALL.iter().map(|endpoint| endpoint.shape()).collect();
    shapes.extend([&GST, &SALE, &SALE_ITEM, &STEP, &OPTIONS]);
    let mut at = 0;
    while let Some(shape) = shapes.get(at).copied() {
        for field in shape.fields {
            words.push(format!("\"{}\":", field.name()));
            let mut kind = &field.kind;
            while let Kind::List(element) = kind {
                kind = element;
            }
            match kind {
                Kind::Object(inner) if !shapes.iter().any(|known| std::ptr::eq(*known, *inner)) => shapes.push(inner),
                Kind::Choice(choice) => words.extend(choice.words.iter().map(|word| format!("\"{word}\""))),
                _ => {}
            }
        }
        at += 1;
    }
    words.sort();
    words.dedup();
    let escaped = |word: &String| -> String {
        let byte = |byte: u8| {
            if (0x20..0x7f).contains(&byte) && !b"\"\\".contains(&byte) { char::from(byte).to_string() } else { format!("\\x{byte:02X}") }
        };
        format!("\"{}\"\n", word.bytes().map(byte).collect::<String>())
    };
    words.iter().map(escaped).collect()
}
