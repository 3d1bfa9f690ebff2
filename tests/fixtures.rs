//! Runs every fixture natively. `tests/package/fixture-runner.mjs` runs the same files on
//! the npm package and says what their keys mean.
#![cfg(test)]

#[allow(dead_code, reason = "tests/coverage.rs and xtask use the rest")]
mod case;
#[path = "golden/messages.rs"]
mod messages;
#[allow(dead_code, reason = "other tests use the rest")]
mod tree;

use bijak::payload::CheckOptions;
use bijak::{
    Built, Change, Endpoint, Finding, Gstin, Locale, Machine, Options, Report, Severity, Transition, TransitionQuery, build, check,
    normalize, split_tax, transitions,
};
use case::{Case, Op, files, minified};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tree::Tree;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");

/// What differs from the fixture, a sentence each.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn same(&mut self, what: &str, actual: impl Serialize, expected: impl Serialize) {
        let (actual, expected) = (value(actual), value(expected));
        if actual != expected {
            let (actual, expected) = differing(&actual.to_string(), &expected.to_string());
            self.0.push(format!("{what}:\n      is        {actual}\n      should be {expected}"));
        }
    }

    /// Every finding of the fixture in its order, by the keys that it has there.
    fn findings(&mut self, what: &str, actual: &[Finding], expected: &[Value]) {
        for finding in actual.iter().filter(|finding| finding.message.contains("{?}")) {
            self.same("a message with a hole", &finding.message, "none");
        }
        for finding in actual {
            self.prose(&finding.message);
            self.same("the source is empty", finding.source.is_empty(), false);
        }
        let actual: Vec<Value> = actual.iter().map(value).collect();
        if actual.len() == expected.len() {
            for (actual, expected) in actual.iter().zip(expected) {
                self.same(what, pick(actual, expected), expected);
            }
        } else {
            let short = |list: &[Value]| list.iter().map(|finding| json!([finding["code"], finding["path"]])).collect::<Vec<_>>();
            self.same(what, short(&actual), short(expected));
        }
    }

    fn report(&mut self, what: &str, report: &Report, expected: &[Value]) {
        self.findings(what, &report.findings, expected);
        let errors = report.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        if report.omitted == 0 {
            let counts = (report.valid, report.errors, report.warnings);
            self.same("counts", counts, (errors == 0, errors, report.findings.len() - errors));
        }
    }

    /// A message is a filled-in sentence for people.
    fn prose(&mut self, message: &str) {
        let rest = ["{0}", "{1}", "{2}", "{3}", "{4}", "Some(", "None", "Ok(", "Err(", "::", "Paise", "usize", "i64", "&str"];
        let found = rest.into_iter().find(|rest| message.contains(rest));
        if message.trim().is_empty() || found.is_some() {
            self.0.push(format!("message `{message}` is no sentence for people: {found:?}"));
        }
    }
}

impl Case {
    fn faults(&self) -> Vec<String> {
        let mut faults = Faults::default();
        match self.op {
            Op::Check => self.check(&mut faults),
            Op::Build => self.build(&mut faults),
            Op::SplitTax => self.split_tax(&mut faults),
            Op::ParseGstin => self.parse_gstin(&mut faults),
            Op::Transitions => self.transitions(&mut faults),
        }
        faults.0
    }

    fn check(&self, faults: &mut Faults) {
        let (endpoint, bytes, options) = (self.endpoint(), self.bytes(), self.options());
        let report = check(endpoint, &bytes, &options);
        faults.report("findings", &report, self.findings.as_deref().unwrap_or_default());
        if let Some(skipped) = &self.skipped {
            let line = |skipped: &bijak::Skipped| {
                std::iter::once(skipped.code.as_str().to_owned()).chain(skipped.needs.iter()).collect::<Vec<_>>()
            };
            faults.same("skipped", report.skipped.iter().map(line).collect::<Vec<_>>(), skipped);
        }
        if let Ok(text) = std::str::from_utf8(&bytes) {
            faults.same("the report on the text", check(endpoint, text, &options), &report);
        }
        let normalized = normalize(endpoint, &bytes, &options);
        faults.same("normal", &normalized.text, self.normal(&String::from_utf8_lossy(&bytes)));
        faults.same("normalized again", normalize(endpoint, &normalized.text, &options).changes, json!([]));
        match &self.changes {
            None if self.normal.is_none() && self.tidy.is_none() => faults.same("changes", &normalized.changes, json!([])),
            None => {}
            Some(changes) => {
                faults.same("number of changes", normalized.changes.len(), changes.len());
                for (actual, expected) in normalized.changes.iter().zip(changes) {
                    faults.same("change", pick(&value(actual), expected), expected);
                }
            }
        }
    }

    fn build(&self, faults: &mut Faults) {
        let built = build(self.endpoint(), self.bytes(), &self.target, &self.options());
        let answer = value(&built);
        let (Built::Ready { report, .. } | Built::Refused { report }) = &built;
        if let Some(findings) = &self.findings {
            faults.report("findings", report, findings);
        }
        self.compare_report(faults, &answer);
    }

    fn split_tax(&self, faults: &mut Faults) {
        let split = split_tax(self.bytes());
        let answer = match &split {
            Ok(amounts) => json!({ "status": "ready", "amounts": amounts }),
            Err(_) => json!({ "status": "refused" }),
        };
        if let Some(findings) = &self.findings {
            faults.findings("findings", split.as_ref().err().map_or(&[], Vec::as_slice), findings);
        }
        self.compare_report(faults, &answer);
    }

    /// The parts of an answer that the fixture names.
    fn compare_report(&self, faults: &mut Faults, answer: &Value) {
        let expected = [
            ("status", value(&self.status)),
            ("request", value(&self.request)),
            ("amounts", value(&self.amounts)),
            ("document", value(&self.document)),
        ];
        for (what, expected) in expected.into_iter().filter(|(_, expected)| !expected.is_null()) {
            faults.same(what, &answer[what], expected);
        }
    }

    fn parse_gstin(&self, faults: &mut Faults) {
        let bytes = self.bytes();
        let expected = self.result.as_ref().expect("a result");
        // As `parseGstin` of the npm package answers.
        let answer = match Gstin::parse(std::str::from_utf8(&bytes).unwrap()) {
            Ok(gstin) => json!({
                "valid": true, "gstin": gstin.text, "kind": gstin.kind.as_str(), "pan": gstin.pan(),
                "state": { "code": gstin.state.to_string(), "name": gstin.state.name() },
                "holder": gstin.holder().map(|holder| holder.as_str()),
            }),
            Err(fault) => {
                faults.prose(&fault.message(Locale::En));
                json!({ "valid": false, "code": fault.code(), "expected": fault.expected() })
            }
        };
        faults.same("result", pick(&answer, expected), expected);
    }

    /// What is said in English and what in Hindi, finding by finding.
    fn in_both(&self) -> Vec<(Finding, Finding)> {
        let said = |locale| {
            let options = self.options().locale(locale);
            let report = match self.op {
                Op::Check => check(self.endpoint(), self.bytes(), &options),
                Op::Build => match build(self.endpoint(), self.bytes(), &self.target, &options) {
                    Built::Ready { report, .. } | Built::Refused { report } => report,
                },
                Op::SplitTax | Op::ParseGstin | Op::Transitions => return Vec::new(),
            };
            report.findings
        };
        let (english, hindi) = (said(Locale::En), said(Locale::Hi));
        assert_eq!(english.len(), hindi.len(), "{}", self.name);
        english.into_iter().zip(hindi).collect()
    }

    /// What is said of the payload, in JSON as serde_json writes it: by the report, by normalizing, by building.
    fn encoded_in(&self, locale: Locale) -> Option<EncodedReport> {
        let options = || self.options().locale(locale);
        Some(match self.op {
            Op::Check => {
                let normalized = normalize(self.endpoint(), self.bytes(), &options());
                EncodedReport {
                    check: Some(json_of(&check(self.endpoint(), self.bytes(), &options()))),
                    normalize: Some(json_of(&Tidy { text: &normalized.text, changes: &normalized.changes, report: &normalized.report })),
                    build: Some(json_of(&build(self.endpoint(), self.bytes(), &self.target, &options()))),
                    split: None,
                }
            }
            Op::Build => EncodedReport {
                build: Some(json_of(&build(self.endpoint(), self.bytes(), &self.target, &options()))),
                ..EncodedReport::default()
            },
            // Its messages have no options natively: they are English.
            Op::SplitTax if locale == Locale::En => {
                let split = match split_tax(self.bytes()) {
                    Ok(amounts) => format!(r#"{{"status":"ready","amounts":{}}}"#, json_of(&amounts)),
                    Err(findings) => format!(r#"{{"status":"refused","findings":{}}}"#, json_of(&findings)),
                };
                EncodedReport { split: Some(split), ..EncodedReport::default() }
            }
            Op::SplitTax | Op::ParseGstin | Op::Transitions => return None,
        })
    }

    /// As `transitions` of the npm package: the states that may come next.
    fn transitions(&self, faults: &mut Faults) {
        let mut query = TransitionQuery::default();
        for (name, word) in self.query.iter().flatten() {
            match name.as_str() {
                "machine" => query.machine = Machine::named(word).unwrap(),
                "actor" => query.actor = Some(word.parse().unwrap()),
                "strictness" => query.strictness = word.parse().unwrap(),
                other => panic!("{}: {other} is none of machine, actor and strictness", self.name),
            }
        }
        let transitions = transitions(self.status.as_deref().expect("a status"), &query).unwrap();
        faults.same("result", transitions.into_iter().map(|transition: &Transition| transition.to).collect::<Vec<_>>(), &self.result);
    }
}

/// What is said of a fixture, each as JSON text.
#[derive(Default, Serialize)]
struct EncodedReport {
    check: Option<String>,
    normalize: Option<String>,
    build: Option<String>,
    split: Option<String>,
}

/// What normalizing gives, in the order of the npm package.
#[derive(Serialize)]
struct Tidy<'n> {
    text: &'n str,
    changes: &'n [Change],
    report: &'n Report,
}

fn json_of(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

/// Two texts; of long ones, the parts from shortly before they differ.
fn differing(a: &str, b: &str) -> (String, String) {
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let part = |text: &str| match text.chars().count() {
        ..1000 => text.to_owned(),
        _ => format!("… {} …", text.chars().skip(same.saturating_sub(60)).take(200).collect::<String>()),
    };
    (part(a), part(b))
}

fn value(from: impl Serialize) -> Value {
    serde_json::to_value(from).unwrap()
}

/// The members of `object` that `example` has too.
fn pick(object: &Value, example: &Value) -> Value {
    let keys = example.as_object().unwrap().keys();
    keys.filter_map(|key| object.get(key).map(|value| (key.clone(), value.clone()))).collect()
}

#[test]
fn every_fixture_passes() {
    let (mut count, mut failed) = (0, String::new());
    for (file, cases) in files() {
        for case in cases {
            count += 1;
            let faults = case.faults();
            if !faults.is_empty() {
                failed += &format!("\n  {file}: {}\n    {}\n", case.name, faults[..faults.len().min(3)].join("\n    "));
            }
        }
    }
    println!("{count} fixtures");
    assert!(failed.is_empty(), "of {count} fixtures these fail:\n{failed}");
    assert!(count >= 500, "only {count} fixtures");
}

/// Writes what is said of every fixture to `target/results.ndjson`; `tests/package/native_wasm.test.mjs` runs this and
/// compares it with what the npm package says.
#[test]
#[ignore = "writes a file for another test"]
fn what_is_said_is_written_down() {
    let mut lines = String::new();
    for (file, cases) in files() {
        for (case, locale) in cases.iter().flat_map(|case| Locale::ALL.iter().map(move |locale| (case, *locale))) {
            if let Some(encoded) = case.encoded_in(locale) {
                let hex: String = case.bytes().iter().map(|byte| format!("{byte:02x}")).collect();
                lines += &json!({ "file": file, "name": case.name, "hex": hex, "locale": locale.as_str(), "results": encoded }).to_string();
                lines.push('\n');
            }
        }
    }
    std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/target/results.ndjson"), lines).unwrap();
}

#[test]
fn every_finding_has_hindi() {
    let mut codes = BTreeSet::new();
    let untranslated = messages::untranslated();
    for (file, cases) in files() {
        for (english, hindi) in cases.iter().flat_map(Case::in_both) {
            if english == hindi && untranslated.iter().any(|form| form.split('/').next() == Some(english.code.as_str())) {
                continue;
            }
            assert_ne!(english.message, hindi.message, "{file}");
            assert!(is_hindi(&hindi.message), "{file}: {}", hindi.message);
            assert_eq!(english_word(&hindi.message), None, "{file}: {}", hindi.message);
            assert_eq!(rupees(&english.message), rupees(&hindi.message), "{file}: {}", hindi.message);
            codes.insert(english.code);
            let silent = |finding| {
                let mut finding = value(finding);
                finding["message"].take();
                finding
            };
            assert_eq!(silent(english), silent(hindi), "{file}");
        }
    }
    assert!(codes.len() > 80, "only {} codes", codes.len());
}

fn is_hindi(text: &str) -> bool {
    text.contains(|c| matches!(c, '\u{900}'..='\u{97f}'))
}

#[test]
fn the_language_is_an_option() {
    let payload = r#"{"netAmount":-1,"dueDate":"2025/12/15"}"#;
    let typed = CheckOptions { locale: Some("hi".to_owned()), ..CheckOptions::default() };
    for options in [Options::from_json(r#"{"locale":"hi"}"#).unwrap(), Options::from_typed(&typed).unwrap()] {
        assert_eq!(
            check(Endpoint::UpdateInvoice, payload, &options),
            check(Endpoint::UpdateInvoice, payload, &Options::new().locale(Locale::Hi))
        );
        assert!(is_hindi(&normalize(Endpoint::UpdateInvoice, payload, &options).changes[0].why));
    }
    let misuse = Options::from_json(r#"{"locale":"hindi"}"#).unwrap_err().to_string();
    assert!(misuse.starts_with("options: locale does not accept `hindi`; use one of en, hi"), "{misuse}");
}

/// A small word of English outside backticks: a part of a message that was not translated.
fn english_word(message: &str) -> Option<&str> {
    let words = message.split('`').step_by(2).flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    words.into_iter().find(|word| ["the", "to", "or", "and", "is", "not", "least", "key", "nothing", "buyer", "supplier"].contains(word))
}

/// The amounts of a message, sorted: two languages name them in their own order.
fn rupees(message: &str) -> Vec<&str> {
    let amount = |rest: &'_ str| rest.find(|c: char| !matches!(c, '0'..='9' | ',' | '.' | '-')).unwrap_or(rest.len());
    let mut amounts: Vec<_> =
        message.split("₹ ").skip(1).map(|rest| rest[..amount(rest)].trim_end_matches([',', '.'])).filter(|text| !text.is_empty()).collect();
    amounts.sort_unstable();
    amounts
}

#[test]
fn bases_are_written_as_javascript_writes_them() {
    let folder = format!("{FIXTURES}/base");
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let text = std::fs::read_to_string(&path).unwrap();
        let tree = Tree::of(&text);
        assert_eq!(tree.text(), minified(&text), "{}", path.display());
        for number in tree.numbers() {
            assert_eq!(number, number.parse::<f64>().unwrap().to_string(), "{}", path.display());
        }
    }
}

#[test]
fn payloads_are_written_as_javascript_writes_them() {
    assert_eq!(minified("{ \"a b\" : [ 1.5, \"\\\" x\\\\\" ],\n \"c\": null }"), r#"{"a b":[1.5,"\" x\\"],"c":null}"#);
}
