//! The list of rules as it is published: every code is in it, in order, and is an anchor of the page. `cargo xtask codegen
//! --check` compares both files with what the crate gives.
#![cfg(test)]

use bijak::Code;
use serde_json::Value;

const LIST: &str = include_str!("golden/rules.json");
const PAGE: &str = include_str!("../docs/rules.md");

#[test]
fn the_list_has_every_code_and_the_page_an_anchor_for_it() {
    let list: Vec<Value> = serde_json::from_str(LIST).unwrap();
    let codes: Vec<_> = list.iter().map(|rule| rule["code"].as_str().unwrap()).collect();
    assert_eq!(codes, Code::ALL.iter().map(|code| code.as_str()).collect::<Vec<_>>());
    for code in codes {
        assert_eq!(PAGE.matches(&format!("<a id=\"{code}\"></a>")).count(), 1, "{code}");
    }
}

#[test]
fn every_code_has_an_example() {
    let sections: Vec<&str> = PAGE.split("\n### ").skip(1).collect();
    assert_eq!(sections.len(), Code::ALL.len());
    for section in sections {
        let has = |part| section.contains(part);
        assert!(has("<details>") && has("\nWithout this finding"), "a fixture that can be shown, and a clean one: {section}");
    }
}
