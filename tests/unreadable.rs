//! Unknown is not false: where a value is unreadable, or a word is not known, every rule that
//! reads it either reports a finding or is listed as skipped.
#![cfg(test)]

use bijak::payload::{Kind, Shape};
use bijak::{Endpoint, Options, Report, check, reads_of};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn base(name: &str) -> Value {
    let path = format!("{}/tests/fixtures/base/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// EnKash's own invoice with every field that rules read.
fn receivable() -> Value {
    json!({
        "approvalStatus": "MAKER_APPROVED", "balanceAmount": 1080, "baseAmount": 1000, "cgst": 90, "sgst": 90, "igst": 0,
        "chargeCustomer": false, "customerId": "KCAB12CD34EF56GH", "description": "Consulting", "dispatchNow": true,
        "dueDate": "2025-12-15", "emailAddress": "a@b.in", "gstExclusive": true, "invoiceDate": "2025-11-15T10:30:00",
        "invoiceNumber": "INV-1", "mobileNumber": "9876543210", "netAmount": 1180, "partialPaymentAllowed": false,
        "payableReferenceId": "P", "poNumber": "PO-1", "receivableStatus": "OPEN", "tds": 100, "totalReceived": 1080, "via": "EMAIL"
    })
}

/// The payloads of each endpoint that has rules, with the options that they are checked with.
fn payloads() -> Vec<(Endpoint, Value, Value)> {
    let options = || json!({"today": "2025-12-31"});
    let mut answered = receivable();
    for (field, value) in [
        ("approvalStatus", json!({"name": "MAKER_APPROVED"})),
        ("receivableStatus", json!({"name": "OPEN"})),
        ("invoiceDate", json!("2025-11-15T10:30:00+05:30")),
        ("hasKeyContacts", json!(true)),
    ] {
        answered[field] = value;
    }
    let stored = |value: &Value| json!({"today": "2025-12-31", "current": value});
    let nested = || stored(&base("one"));
    vec![
        (Endpoint::CreateInvoice, receivable(), options()),
        (Endpoint::UpdateInvoice, receivable(), options()),
        (Endpoint::UpdateInvoice, receivable(), stored(&answered)),
        (Endpoint::InvoiceResponse, json!({"payload": answered}), options()),
        (Endpoint::SendInvoiceRequest, base("flat"), options()),
        (Endpoint::SendInvoiceRequest, base("flat"), stored(&base("flat")["invoice"])),
        (Endpoint::EditInvoiceRequest, base("flat"), options()),
        (Endpoint::ChangeInvoiceStatus, base("change"), options()),
        (Endpoint::ChangeInvoiceStatus, base("change"), nested()),
        (Endpoint::ConfirmInvoice, base("confirm"), options()),
        (Endpoint::ConfirmInvoice, base("confirm"), nested()),
        (Endpoint::ConfirmPayment, base("confirm-payment"), options()),
        (Endpoint::InvoiceWebhookResponse, base("webhook"), options()),
        (Endpoint::NbblInvoice, base("one"), options()),
        (Endpoint::NbblInvoice, base("ten"), json!({})),
    ]
}

/// The value at a path such as `itemLists[].gstRate`, of lists in their first element.
fn at<'v>(value: &'v mut Value, path: &str) -> Option<&'v mut Value> {
    path.split('.').try_fold(value, |value, key| match key.strip_suffix("[]") {
        Some(list) => value.get_mut(list)?.get_mut(0),
        None => value.get_mut(key),
    })
}

/// A value of another JSON type.
fn unreadable(value: &Value) -> Value {
    match value {
        Value::String(_) | Value::Object(_) => json!(5),
        _ => json!("x"),
    }
}

/// Whether a path is that of a word: of a list of words, or of the kind of a charge.
fn is_word(shape: &Shape, path: &str) -> bool {
    let (key, rest) = path.split_once('.').unwrap_or((path, ""));
    let Some(field) = shape.field(key.trim_end_matches("[]")) else { return false };
    match (field.inside(), &field.kind) {
        (Some(inner), _) if !rest.is_empty() => is_word(inner, rest),
        (_, Kind::Choice(_)) => true,
        _ => key == "type",
    }
}

/// A payload with one value changed: where, and to what.
struct Case {
    endpoint: Endpoint,
    payload: String,
    options: Value,
    path: String,
    with: Value,
}

/// Every field that a rule reads, unreadable, and every word, unknown.
fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (endpoint, payload, options) in payloads() {
        let paths: BTreeSet<String> = reads_of(endpoint).into_iter().flat_map(|(_, paths)| paths).collect();
        for path in paths {
            let mut changed = payload.clone();
            let Some(value) = at(&mut changed, &path) else { continue };
            let word = is_word(endpoint.shape(), &path).then(|| json!("Levy"));
            for with in std::iter::once(unreadable(value)).chain(word) {
                *at(&mut changed, &path).unwrap() = with.clone();
                cases.push(Case { endpoint, payload: changed.to_string(), options: options.clone(), path: path.clone(), with });
            }
        }
    }
    assert!(cases.len() > 300, "only {} values", cases.len());
    cases
}

impl Case {
    fn report(&self) -> Report {
        check(self.endpoint, &self.payload, &Options::from_json(self.options.to_string()).unwrap())
    }

    /// The rules that neither report a finding nor are skipped, although they read the field.
    fn silent(&self) -> BTreeSet<&'static str> {
        let report = self.report();
        let found: BTreeSet<&str> = report.findings.iter().map(|finding| finding.code.as_str()).collect();
        let skipped: BTreeSet<&str> = report.skipped.iter().map(|skipped| skipped.code.as_str()).collect();
        let reading = reads_of(self.endpoint).into_iter().filter(|(_, paths)| paths.contains(&self.path));
        reading.map(|(code, _)| code.as_str()).filter(|code| !found.contains(code) && !skipped.contains(code)).collect()
    }
}

#[test]
fn a_rule_that_reads_an_unreadable_value_is_found_or_skipped() {
    let cases = cases();
    let silent = cases.iter().map(|case| (case, case.silent())).filter(|(_, silent)| !silent.is_empty());
    let wrong: Vec<String> = silent.map(|(case, silent)| format!("{}: {} = {}: {silent:?}", case.endpoint, case.path, case.with)).collect();
    assert!(wrong.is_empty(), "{} of {} hide a rule:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// Writes each payload and its report to a file; a test of the package compares them with its own.
#[test]
#[ignore = "writes a file for another test"]
fn what_is_said_is_written_down() {
    let line = |case: &Case| {
        let report = serde_json::to_string(&case.report()).unwrap();
        json!({ "endpoint": case.endpoint, "payload": case.payload, "options": case.options, "report": report }).to_string() + "\n"
    };
    let lines: String = cases().iter().map(line).collect();
    std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/target/results.ndjson"), lines).unwrap();
}
