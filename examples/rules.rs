//! Prints the rule book as JSON: `cargo run --example rules`, or with `--markdown` as the
//! page docs/rules.md. `make rules` refreshes the files of both.

use bijak::{RuleEntry, rules};
use std::fmt::Write;

#[allow(dead_code, reason = "tests/rules.rs takes the texts only")]
fn main() {
    match std::env::args().nth(1).as_deref() {
        None => print!("{}", json()),
        Some("--markdown") => print!("{}", markdown()),
        Some(_) => {
            eprintln!("usage: rules [--markdown]");
            std::process::exit(2);
        }
    }
}

/// One rule a line, so that changes are easy to read.
pub fn json() -> String {
    let lines: Vec<String> = rules().iter().filter_map(|rule| serde_json::to_string(rule).ok()).collect();
    format!("[\n  {}\n]\n", lines.join(",\n  "))
}

/// One section a subject, in the order of the catalogue; each code is its own anchor.
pub fn markdown() -> String {
    let rules = rules();
    let mut subjects: Vec<&str> = Vec::new();
    for rule in &rules {
        if !subjects.contains(&subject(rule)) {
            subjects.push(subject(rule));
        }
    }
    let links: Vec<String> = subjects.iter().map(|subject| format!("[{subject}](#{subject})")).collect();
    let mut page = format!("{HEAD}\n{}\n", links.join(" · "));
    for subject_of_section in subjects {
        let _ = write!(page, "\n## {subject_of_section}\n");
        for rule in rules.iter().filter(|rule| subject(rule) == subject_of_section) {
            section(&mut page, rule);
        }
    }
    page
}

const HEAD: &str = "\
# The rules

<!-- Written by `make rules` from the catalogue, src/report/code.rs. -->

Every code that a finding can have. A code has one meaning and is never used again; the text before
the dot is its subject.

* **Severity**: an error would be refused, or contradicts itself or the law; a warning is worth a
  look. Where a code has both, it depends on the case.
* **Evidence**: *documented* by a page, a law or a specification; *inferred*, read between the lines
  of one; or bijak's *own* limit or courtesy.
* **Source**: where the fact stands.
";

fn subject(rule: &RuleEntry) -> &'static str {
    let code = rule.code.as_str();
    code.split_once('.').map_or(code, |(subject, _)| subject)
}

fn section(page: &mut String, rule: &RuleEntry) {
    let RuleEntry { code, meaning, source, .. } = rule;
    let severities: Vec<String> = rule.severities.iter().map(|severity| format!("{severity:?}").to_lowercase()).collect();
    let evidence = format!("{:?}", rule.evidence).to_lowercase();
    let _ = write!(
        page,
        "\n### <a id=\"{code}\"></a>`{code}`\n\n{meaning}\n\n* Severity: {}\n* Evidence: {evidence}\n* Source: {source}\n",
        severities.join(" or ")
    );
}
