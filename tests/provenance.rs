//! Every table that was transcribed from a source names it, and the page on provenance does.
#![cfg(test)]

use std::fs;

fn read(path: &str) -> String {
    fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The comment above an item of a file.
fn comment(text: &str, item: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let words = |line: &str| line.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == item);
    let defines = |line: &str| ["const ", "static ", "enum ", "fn "].iter().any(|kind| line.contains(kind)) && words(line);
    let at = lines.iter().position(|line| defines(line)).unwrap_or_else(|| panic!("{item} is defined nowhere"));
    let above = lines[..at].iter().rev().map(|line| line.trim()).take_while(|line| line.starts_with("///") || line.starts_with("#["));
    above.collect::<Vec<_>>().into_iter().rev().map(|line| line.trim_start_matches('/').trim()).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_master_names_its_source_and_its_day() {
    let page = read("docs/provenance.md");
    let masters = page.split("\n## ").find(|part| part.starts_with("Masters")).expect("the masters");
    let mut count = 0;
    for row in masters.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [table, _, source, terms, day] = cells[..] else { panic!("five cells: {row}") };
        assert!(!source.is_empty() && !terms.is_empty(), "{row}");
        let names: Vec<&str> = table.split('`').skip(1).step_by(2).collect();
        let [item, file] = names[..] else { panic!("a table and its file: {row}") };
        let comment = comment(&read(file), item);
        assert!(comment.contains("Source") && comment.contains(day), "{item} in {file} does not name its source and {day}: {comment}");
        count += 1;
    }
    assert!(count >= 7, "only {count} masters");
}

#[test]
fn every_payload_names_its_page() {
    let page = read("docs/provenance.md");
    let shapes = bijak::Endpoint::ALL.iter().map(|endpoint| endpoint.shape());
    for shape in shapes {
        assert!(shape.source.starts_with("EnKash page"), "{}: {}", shape.name, shape.source);
    }
    for file in page.split('`').filter(|word| word.starts_with("src/") || word.starts_with("tests/")) {
        assert!(fs::exists(format!("{}/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap(), "{file} is not there");
    }
}
