//! The fixtures, and the payloads that they describe. `tests/package/fixture-runner.mjs` says what their keys mean.

use super::FIXTURES;
use super::tree::Tree;
use bijak::payload::Target;
use bijak::{Endpoint, Options};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// A fixture.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub name: String,
    #[serde(default)]
    pub op: Op,
    pub endpoint: Option<String>,
    pub payload: Option<Box<RawValue>>,
    pub text: Option<String>,
    pub hex: Option<String>,
    pub base: Option<String>,
    pub repeat: Option<Repeat>,
    pub set: Option<Box<RawValue>>,
    #[serde(default)]
    pub drop: Vec<String>,
    #[serde(default)]
    pub front: Vec<String>,
    pub tidy: Option<Box<RawValue>>,
    pub options: Option<Box<RawValue>>,
    #[serde(default)]
    pub target: Target,
    pub findings: Option<Vec<Value>>,
    pub skipped: Option<Value>,
    pub normal: Option<String>,
    pub changes: Option<Vec<Value>>,
    pub status: Option<String>,
    pub request: Option<Value>,
    pub amounts: Option<Value>,
    pub document: Option<String>,
    pub query: Option<BTreeMap<String, String>>,
    pub result: Option<Value>,
    #[serde(default)]
    pub clean: Vec<String>,
}

/// What a fixture calls.
#[derive(Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Op {
    #[default]
    Check,
    Build,
    SplitTax,
    ParseGstin,
    Transitions,
}

/// An array of the base that is repeated.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    pub path: String,
    pub times: usize,
}

impl Case {
    /// The payload as the bytes that JavaScript would send.
    pub fn bytes(&self) -> Vec<u8> {
        match (&self.payload, &self.text, &self.hex, &self.base) {
            (Some(payload), None, None, None) => minified(payload.get()).into_bytes(),
            (None, Some(text), None, None) => text.clone().into_bytes(),
            (None, None, Some(hex), None) => {
                (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
            }
            (None, None, None, Some(base)) => self.edited(base).text().into_bytes(),
            _ => panic!("{}: give one of payload, text, hex and base", self.name),
        }
    }

    /// The base with what the fixture repeats, sets, drops and moves to the front.
    pub fn edited(&self, base: &str) -> Tree {
        let path = format!("{FIXTURES}/base/{base}.json");
        let mut tree = Tree::of(&std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}")));
        if let Some(Repeat { path, times }) = &self.repeat {
            tree.repeat(path, *times);
        }
        self.put(&self.set, &mut tree);
        for path in &self.drop {
            tree.drop(path);
        }
        for path in &self.front {
            tree.front(path);
        }
        tree
    }

    /// Sets what an object says, path by path.
    fn put(&self, set: &Option<Box<RawValue>>, tree: &mut Tree) {
        let Some(set) = set else { return };
        let Tree::Map(members) = Tree::of(set.get()) else { panic!("{}: an object of paths is needed", self.name) };
        for (path, value) in members {
            for number in value.numbers() {
                let plain = number.parse::<f64>().unwrap().to_string();
                assert_eq!(number, plain, "{}: {path} is not written as JavaScript writes it", self.name);
            }
            tree.set(&path, value);
        }
    }

    /// What normalizing should make of the payload.
    pub fn normal(&self, input: &str) -> String {
        match (&self.normal, &self.base, &self.tidy) {
            (Some(normal), ..) => normal.clone(),
            (None, Some(base), Some(_)) => {
                let mut tree = self.edited(base);
                self.put(&self.tidy, &mut tree);
                tree.text()
            }
            _ => input.to_owned(),
        }
    }

    /// Its endpoint.
    pub fn endpoint(&self) -> Endpoint {
        self.endpoint.as_deref().and_then(|name| name.parse().ok()).unwrap_or_else(|| panic!("{}: unknown endpoint", self.name))
    }

    /// Its options.
    pub fn options(&self) -> Options {
        self.options.as_ref().map_or_else(Options::new, |options| Options::from_json(options.get()).unwrap())
    }
}

/// JSON without white space between its tokens, as JSON.stringify writes it.
pub fn minified(json: &str) -> String {
    let (mut inside, mut escaped) = (false, false);
    let keep = |c: &char| {
        let ends = *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        inside ^= ends;
        inside || !c.is_ascii_whitespace()
    };
    json.chars().filter(keep).collect()
}

/// All fixtures, by the names of their files.
pub fn files() -> Vec<(String, Vec<Case>)> {
    let mut paths: Vec<_> = std::fs::read_dir(FIXTURES).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let read = |path: std::path::PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let cases = serde_json::from_str(&std::fs::read_to_string(&path).unwrap());
        let cases = cases.unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, cases)
    };
    paths.into_iter().map(read).collect()
}
