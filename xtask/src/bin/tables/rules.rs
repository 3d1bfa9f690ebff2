//! The list of rules: `tests/golden/rules.json` and the page `docs/rules.md`.

use crate::example::Examples;
use bijak::{Endpoint, RuleEntry, rules};
use std::fmt::Write;

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
    let examples = Examples::read();
    let mut page = format!("{HEAD}\n{}\n", links.join(" · "));
    for subject_of_section in subjects {
        let _ = write!(page, "\n## {subject_of_section}\n");
        for rule in rules.iter().filter(|rule| subject(rule) == subject_of_section) {
            section(&mut page, rule, &examples);
        }
    }
    page
}

const HEAD: &str = "\
# The rules

<!-- Written by `cargo xtask codegen` from the catalogue of codes, the terms that rules read and the fixtures. -->

Every code that a finding can have. A code has one meaning and is never reused; the part before the dot is its subject.

* **Severity**: an error means that the payload would be rejected, contradicts itself, or breaks the law; a warning is worth
  a look. Where a code has both, it depends on the case.
* **Evidence** (`standing` in `rules()`): *documented* by a page, a law or a specification; *inferred* from one that does not
  state it outright; or bijak's *own* limit or courtesy.
* **Source**: the page, law or specification, with the addresses where it is published (looked up on 2026-11-29).
* **Endpoints**: those whose payloads can raise it.
* **Fields**: the paths that it reads, over all these endpoints (`rules()` lists all); *any* where it is about any field or the payload as a whole.
* **Example**: a payload that raises it, what is reported, and a similar payload without it, both from `tests/fixtures`. Where a
  payload is one of `tests/fixtures/base` with other values, these are shown by their paths.
";

fn subject(rule: &RuleEntry) -> &'static str {
    let code = rule.code.as_str();
    code.split_once('.').map_or(code, |(subject, _)| subject)
}

fn section(page: &mut String, rule: &RuleEntry, examples: &Examples) {
    let RuleEntry { code, meaning, source, .. } = rule;
    let severities: Vec<String> = rule.severities.iter().map(|severity| format!("{severity:?}").to_lowercase()).collect();
    let evidence = format!("{:?}", rule.evidence).to_lowercase();
    let _ = write!(
        page,
        "\n### <a id=\"{code}\"></a>`{code}`\n\n{meaning}\n\n* Severity: {}\n* Evidence: {evidence}\n* Source: {source}{}\n* Endpoints: {}\n* Fields: {}\n",
        severities.join(" or "),
        links(rule),
        endpoints(rule),
        fields(rule)
    );
    if let Some(example) = examples.of(code.as_str()) {
        let _ = write!(page, "\n{example}");
    }
}

/// The published works that the source names.
fn links(rule: &RuleEntry) -> String {
    let links: Vec<String> = rule.links.iter().map(|link| format!("[{}]({})", link.title, link.url)).collect();
    if links.is_empty() { String::new() } else { format!(" ({})", links.join(", ")) }
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
