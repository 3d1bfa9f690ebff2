//! Prints the list of rules as JSON: `cargo run --example rules`, or with `--markdown` as the
//! page docs/rules.md. `make rules` updates both files.

use bijak::{Endpoint, RuleEntry, rules};
use std::fmt::Write;

#[allow(dead_code, reason = "tests/rules.rs uses the output only")]
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

/// One rule per line, so that diffs are easy to read.
pub fn json() -> String {
    let lines: Vec<String> = rules().iter().filter_map(|rule| serde_json::to_string(rule).ok()).collect();
    format!("[\n  {}\n]\n", lines.join(",\n  "))
}

/// One section per subject, in the order of the catalogue; each code is an anchor.
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

<!-- Written by `make rules` from the catalogue. -->

Every code that a finding can have. A code has one meaning and is never reused; the part before the dot is its subject.

* **Severity**: an error means that the payload would be rejected, contradicts itself, or breaks the law; a warning is worth
  a look. Where a code has both, it depends on the case.
* **Evidence** (`standing` in `rules()`): *documented* by a page, a law or a specification; *inferred* from one that does not
  state it outright; or bijak's *own* limit or courtesy.
* **Source**: the page, law or specification.
* **Endpoints**: those whose payloads can raise it.
* **Fields**: the paths that it reads, over all these endpoints (`rules()` lists all); *any* where it is about any field or the payload as a whole.
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
        "\n### <a id=\"{code}\"></a>`{code}`\n\n{meaning}\n\n* Severity: {}\n* Evidence: {evidence}\n* Source: {source}\n* Endpoints: {}\n* Fields: {}\n",
        severities.join(" or "),
        endpoints(rule),
        fields(rule)
    );
}

/// The number of fields that are named for a code.
const LISTED: usize = 12;

fn endpoints(rule: &RuleEntry) -> String {
    if rule.endpoints == Endpoint::ALL {
        return "all".to_owned();
    }
    let names: Vec<String> = rule.endpoints.iter().map(|endpoint| format!("`{endpoint}`")).collect();
    if names.is_empty() { "none; it is about the arguments of `build`".to_owned() } else { names.join(", ") }
}

fn fields(rule: &RuleEntry) -> String {
    let paths: Vec<String> = rule.fields.iter().take(LISTED).map(|path| format!("`{path}`")).collect();
    match rule.fields.len().saturating_sub(LISTED) {
        0 if rule.endpoints.is_empty() => "none".to_owned(),
        0 if paths.is_empty() => "any".to_owned(),
        0 => paths.join(", "),
        more => format!("{} and {more} more", paths.join(", ")),
    }
}
