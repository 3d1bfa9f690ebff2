//! The skeleton of a rule: a file of src/rule, and a file of fixtures.

use crate::file::create;
use xtask::read;

/// Writes the skeleton of a rule with this code, `subject.fault`.
pub fn write(code: &str) -> Result<(), String> {
    let is_word = |word: &str| word.split('-').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase()));
    let words = code.split_once('.').filter(|(subject, fault)| is_word(subject) && is_word(fault));
    let (subject, fault) = words.ok_or_else(|| format!("`{code}` is not a code; write it like `tds.not-whole`"))?;
    if read("src/report/code.rs")?.contains(&format!(" \"{code}\" ")) {
        return Err(format!("{code} exists"));
    }
    let name = format!("{subject}_{fault}").replace('-', "_");
    let camel: String = name.split('_').map(capitalized).collect();
    let constant = fault.replace('-', "_").to_uppercase();
    create(&format!("src/rule/{name}.rs"), &rule(code, &camel, &constant, &constant.to_lowercase()))?;
    create(&format!("tests/fixtures/{subject}-{fault}.json"), &fixtures(code))?;
    println!("next:{}", NEXT.replace("{Message}", &format!("{camel}Message")));
    Ok(())
}

const NEXT: &str = "
  1. the rule: what it means, its source, its messages, the terms that it reads, its function
  2. its fixtures: payloads that raise it, and one that is clean
  3. src/report/hindi.rs: `MessageId::{Message} => \"...\"`
  4. `cargo xtask codegen` and `make messages`";

fn capitalized(word: &str) -> String {
    let (first, rest) = word.split_at(word.len().min(1));
    first.to_uppercase() + rest
}

fn rule(code: &str, camel: &str, constant: &str, function: &str) -> String {
    format!(
        r#"//! TODO: one line on what the rules of this file are about.

use super::{{Check, Invoice, Rule}};
use crate::model::Receivable;
use crate::read::Anchor;
use crate::report::{{Diagnostic, MessageId}};
use crate::term::ReceivableTerm;

rule! {{
    /// TODO: what the code means, in one sentence.
    {camel} "{code}" Inferred "inferred: TODO, from what" {{
        {camel}Message Warning [Receivable Tds] "{{Tds}} is {{0}}; TODO: what to do";
    }}
    {constant}: Invoice on INVOICE, FLAT_INVOICE reads term_set![Receivable: Tds] => {function};
}}

fn {function}(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {{
    let tds = invoice.given_sum(ReceivableTerm::Tds, &mut check.missing)?;
    if tds < 0 {{
        check.raise(Anchor::field(ReceivableTerm::Tds), Diagnostic::new(MessageId::{camel}Message).paise(tds));
    }}
    Some(())
}}
"#
    )
}

fn fixtures(code: &str) -> String {
    let payload = r#"{"baseAmount": 1000, "customerId": "KCAB12CD34EF56GH", "dueDate": "2025-12-15", "invoiceDate": "2025-11-15T10:30:00", "invoiceNumber": "INV/2025-26/0042", "tds": 100}"#;
    format!(
        r#"[
  {{
    "name": "{code}: TODO, what raises it",
    "endpoint": "createInvoice",
    "payload": {payload},
    "findings": [{{"code": "{code}", "severity": "warning", "path": ["tds"]}}]
  }},
  {{
    "name": "{code}: TODO, what is right",
    "endpoint": "createInvoice",
    "payload": {payload},
    "findings": [],
    "clean": ["{code}"]
  }}
]
"#
    )
}
