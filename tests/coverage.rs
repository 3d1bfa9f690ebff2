//! The coverage of the catalogue: every code is raised by a fixture, and has a fixture that
//! is its clean neighbour.

use bijak::Code;
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
struct Case {
    name: String,
    #[serde(default)]
    findings: Vec<Raised>,
    result: Option<Value>,
    #[serde(default)]
    skipped: Vec<Vec<String>>,
    #[serde(default)]
    clean: Vec<String>,
}

#[derive(Deserialize)]
struct Raised {
    code: String,
}

impl Case {
    fn raised(&self) -> impl Iterator<Item = &str> {
        let findings = self.findings.iter().map(|finding| finding.code.as_str());
        // `parseGstin` answers with a code as well.
        findings.chain(self.result.iter().filter_map(|result| result.get("code")?.as_str()))
    }
}

fn cases() -> Vec<Case> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = paths.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.flat_map(|path| serde_json::from_str::<Vec<Case>>(&std::fs::read_to_string(path).unwrap()).unwrap()).collect()
}

#[test]
fn every_code_is_raised_and_has_a_clean_neighbour() {
    let cases = cases();
    let raised: BTreeSet<&str> = cases.iter().flat_map(Case::raised).collect();
    let clean: BTreeSet<&str> = cases.iter().flat_map(|case| &case.clean).map(String::as_str).collect();
    let lacking =
        |what: &BTreeSet<&str>| Code::ALL.iter().map(|code| code.as_str()).filter(|code| !what.contains(code)).collect::<Vec<_>>();
    assert!(lacking(&raised).is_empty(), "raised by no fixture: {:?}", lacking(&raised));
    assert!(lacking(&clean).is_empty(), "without a clean fixture: {:?}", lacking(&clean));
}

#[test]
fn clean_fixtures_are_clean() {
    for case in cases() {
        let dirty = case.clean.iter().find(|code| case.raised().any(|raised| raised == *code));
        assert_eq!(dirty, None, "{} raises what it is clean of", case.name);
    }
}

#[test]
fn fixtures_name_only_codes_of_the_catalogue() {
    for case in cases() {
        let skipped = case.skipped.iter().filter_map(|skipped| skipped.first()).map(String::as_str);
        for code in case.raised().chain(skipped).chain(case.clean.iter().map(String::as_str)) {
            assert!(code.parse::<Code>().is_ok(), "{}: no such code as {code}", case.name);
        }
    }
}

#[test]
fn names_of_fixtures_are_unique() {
    let mut names = BTreeMap::<String, usize>::new();
    for case in cases() {
        *names.entry(case.name).or_default() += 1;
    }
    names.retain(|_, count| *count > 1);
    assert!(names.is_empty(), "used more than once: {names:?}");
}
