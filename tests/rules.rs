//! The rule book as it is published: the files are what the catalogue gives today.

#[path = "../examples/rules.rs"]
mod rules;

fn fresh(path: &str, wanted: &str) {
    let text = std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_or_default();
    assert!(text.replace("\r\n", "\n") == wanted, "{path} is not what the catalogue says: refresh it with `make rules`");
}

#[test]
fn the_page_is_fresh() {
    fresh("docs/rules.md", &rules::markdown());
}

#[test]
fn the_golden_file_is_fresh() {
    fresh("tests/golden/rules.json", &rules::json());
}

#[test]
fn the_json_has_every_code_and_the_page_an_anchor_for_it() {
    let (list, page): (Vec<serde_json::Value>, String) = (serde_json::from_str(&rules::json()).unwrap(), rules::markdown());
    let codes: Vec<_> = list.iter().map(|rule| rule["code"].as_str().unwrap()).collect();
    assert_eq!(codes, bijak::Code::ALL.iter().map(|code| code.as_str()).collect::<Vec<_>>());
    for code in codes {
        assert_eq!(page.matches(&format!("<a id=\"{code}\"></a>")).count(), 1, "{code}");
    }
}
