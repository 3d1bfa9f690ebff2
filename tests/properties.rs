//! What holds for every input, beside independent readings of the same facts.
//!
//! `BIJAK_TIMES=20 cargo test --test properties` tries twenty times as many cases.
#![cfg(test)]

use bijak::calc::{Share, Split, head, taxable_of};
use bijak::payload::{
    CreateInvoice, InvoiceRequest, InvoiceResponseEnvelope, InvoiceWebhookResponse, Kind, PayInvoice, Presence, Shape, Target,
    UpdateInvoice,
};
use bijak::{
    Amount, Code, Date, Endpoint, Finding, Gstin, Options, Paise, Rate, RateEntry, Report, Severity, State, build, check, normalize,
    plain_number, split_tax,
};
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use rust_decimal::{Decimal, RoundingStrategy};
use serde::de::{Deserialize, DeserializeOwned, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;

const PATCH: &str = r#"{
  "approvalStatus": "APPROVER_APPROVED", "balanceAmount": 580.00, "baseAmount": 1000.00, "cgst": 90.00, "chargeCustomer": true,
  "customerId": "KCAB12CD34EF56GH", "description": "वार्षिक रखरखाव\nQ3 \u20b9", "dispatchNow": false, "dueDate": "2025-12-15",
  "emailAddress": "accounts.payable@acme-industries.co.in", "gstExclusive": true, "igst": 0.00, "invoiceDate": "2025-11-15T10:30:00",
  "invoiceNumber": "INV/2025-26/42", "mobileNumber": "9876543210", "netAmount": 1180.00, "partialPaymentAllowed": true,
  "payableReferenceId": "PAYREF-2025-000981", "poNumber": "PO-77812", "receivableStatus": "PARTIAL_PAID", "sgst": 90.00, "tds": 1e2,
  "totalReceived": 500.00, "via": null
}"#;

const UNTIDY: &str = r#"{"baseAmount":"₹ 1,18,000.50","cgst":0.30000000000000004,"customerId":" kcab12cd34ef56gh","dueDate":"15/12/2025",
 "invoiceDate":"15-11-2025 10:30","emailAddress":"A@EXAMPLE.in ","mobileNumber":"+91 98765 43210","via":{},"x":[{"y":1.50}],"via":[]}"#;

const ANSWER: &str = r#"{"errorResponse":{"apiSubErrors":[{}],"errorMessage":"e","errorType":"SYSTEM_ERROR","timestamp":"2025-11-15 10:30:00"},
 "payload":{"approvalStatus":{"label":"Paid","name":"PAID"},"baseAmount":1000,"createdOn":"2019-08-24T14:15:22Z","dueDate":"2025-12-15",
 "invoiceAttachments":[{"deleted":false,"url":"https://example.in/a"},{"primary":true}],"invoiceDate":"2025-11-15T10:30:00+05:30",
 "sellerId":"CEK1234567","igst":180.0,"netAmount":1180},"response_code":0,"response_message":"ok"}"#;

const FIELDS: &str = r#"{"customerId":"KCAB12CD34EF56GH","dueDate":"2025-12-15","invoiceDate":"2025-11-15T10:30:00","invoiceNumber":"INV/42",
 "gst":{"base":"1000.00","rate":18,"supplierGstin":"27AAPFU0939F1ZV","placeOfSupply":"29","tds":10,"received":0,"inclusive":true}}"#;

const REAL: [&str; 4] = [PATCH, UNTIDY, ANSWER, FIELDS];

fn cases(count: u32) -> ProptestConfig {
    let times = std::env::var("BIJAK_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    ProptestConfig { cases: count * times, failure_persistence: None, ..ProptestConfig::default() }
}

fn plainly() -> Options {
    Options::new()
}

// What may come in

fn one_of(texts: &'static [&'static str]) -> impl Strategy<Value = String> {
    select(texts).prop_map(str::to_owned)
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

fn space() -> impl Strategy<Value = &'static str> {
    select(&["", "", "", " ", "\n", "\r\n\t", "  "][..])
}

fn json_number() -> impl Strategy<Value = String> {
    prop_oneof![
        "-?(0|[1-9][0-9]{0,5})(\\.[0-9]{1,3})?",
        "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,25})?([eE][+-]?[0-9]{1,2})?",
        "(0|[1-9][0-9]{0,10})\\.[0-9]{2}(0{6,14}[0-9]|9{6,14}[0-9])",
    ]
}

/// The inside of a JSON string, escapes and halves of surrogate pairs among it.
fn raw_text() -> impl Strategy<Value = String> {
    let pieces = &[
        "a",
        "Z",
        "9",
        " ",
        "-",
        "@",
        ".",
        "₹",
        "é",
        "😀",
        "\u{a0}",
        "\u{7f}",
        "\\n",
        "\\t",
        "\\b",
        "\\f",
        "\\r",
        "\\/",
        "\\\\",
        "\\\"",
        "\\u0041",
        "\\u0020",
        "\\u000b",
        "\\u00e9",
        "\\u20B9",
        "\\u0000",
        "\\uD83D\\uDE00",
        "\\ud83d",
        "\\ude00",
    ];
    prop::collection::vec(select(&pieces[..]), 0..12).prop_map(|pieces| pieces.concat())
}

fn leaf() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => json_number(),
        1 => json_number().prop_map(|number| quoted(&number)),
        2 => raw_text().prop_map(|raw| format!("\"{raw}\"")),
        1 => "\\PC{0,20}".prop_map(|text| quoted(&text)),
        2 => "[ ]?(Rs\\. |₹ ?|INR )?-?[0-9]{1,2}(,?[0-9]{2,3}){0,3}(\\.[0-9]{0,3})?(/-)?[ ]?".prop_map(|text| quoted(&text)),
        2 => "[ ]?[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}([ T]{1,2}[0-2][0-9]:[0-6][0-9](:[0-6][0-9](\\.[0-9]{1,3})?)?)?(Z|\\+05:30)?[ ]?"
            .prop_map(|text| quoted(&text)),
        2 => "[ ]?(\\+91|0|91|0091)?[ -]?[6-9][0-9]{4}[ -]?[0-9]{5}[ ]?".prop_map(|text| quoted(&text)),
        1 => "[ ]?(kc|KC)[A-Za-z0-9]{14}[ ]?".prop_map(|text| quoted(&text)),
        1 => "[a-zA-Z.]{1,5}@[a-zA-Z-]{1,5}\\.(in|COM|i)[ ]?".prop_map(|text| quoted(&text)),
        3 => one_of(&["true", "false", "null", "{}", "[]", "[1]", "{ }", r#"{"name":"PAID"}"#, r#"[{"url":" a "},{"deleted":1}]"#]),
        1 => one_of(&[r#""approver_approved ""#, r#""2025-11-15""#, r#""2025-11-15T00:00:00""#, r#""INV/42""#, r#""""#, "1e2", "-0", "0.00"]),
    ]
}

fn names(shape: &'static Shape) -> Vec<&'static str> {
    let unknown_keys = ["gst", "BaseAmount", "x", "customer id", ""];
    shape.fields.iter().map(|field| field.name()).chain(unknown_keys).collect()
}

/// An object with some of these names, perhaps one twice, and any leaves.
fn object(names: Vec<&'static str>) -> impl Strategy<Value = String> {
    let member =
        (select(names), leaf(), space(), space()).prop_map(|(name, leaf, before, after)| format!("{before}{}{after}:{leaf}", quoted(name)));
    (prop::collection::vec(member, 0..14), space()).prop_map(|(members, end)| format!("{{{}{end}}}", members.join(",")))
}

/// The same JSON with some plain characters of its strings written as escapes.
fn escaped(text: &str, which: u64) -> String {
    let (mut out, mut inside, mut after_backslash) = (String::new(), false, false);
    for (at, c) in text.chars().enumerate() {
        inside ^= c == '"' && !after_backslash;
        let plain = c.is_ascii_alphanumeric() && !after_backslash && inside && !text.contains('\\');
        if plain && which >> (at % 64) & 1 == 1 {
            write!(out, "\\u{:04x}", u32::from(c)).unwrap();
        } else {
            out.push(c);
        }
        after_backslash = c == '\\' && !after_backslash;
    }
    out
}

/// A payload: JSON without a fault of syntax, but for escapes that are no characters.
fn payload() -> impl Strategy<Value = (Endpoint, String)> {
    let answer = bijak::payload::INVOICE_RESPONSE.fields.iter().map(|field| field.name()).collect();
    let envelope = (object(answer), object(names(Endpoint::InvoiceResponse.shape())), any::<bool>());
    prop_oneof![
        object(names(Endpoint::UpdateInvoice.shape())).prop_map(|text| (Endpoint::UpdateInvoice, text)),
        object(names(Endpoint::CreateInvoice.shape())).prop_map(|text| (Endpoint::CreateInvoice, text)),
        envelope.prop_map(|(inner, outer, wrap)| {
            (Endpoint::InvoiceResponse, if wrap { format!("{{\n\"payload\" : {inner} }}") } else { outer })
        }),
    ]
}

/// The text with some characters replaced, added or taken out.
fn mutated(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let pieces = &["", "{", "}", "[", "]", ",", ":", "\"", "\\", "0", "-", ".", "e", "t", "null", " ", "\n", "\u{1}", "\u{feff}", "₹"];
    let edits = prop::collection::vec((any::<Index>(), 0..2_usize, select(&pieces[..])), 0..4);
    (text, edits).prop_map(|(text, edits)| {
        let mut characters: Vec<String> = text.chars().map(String::from).collect();
        for (at, gone, piece) in edits {
            let at = at.index(characters.len() + 1);
            let end = (at + gone).min(characters.len());
            characters.splice(at..end, [piece.to_owned()]);
        }
        characters.concat()
    })
}

/// Text that is JSON, nearly JSON, or made of its pieces.
fn json_like() -> impl Strategy<Value = String> {
    let tokens = &[
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"a\"",
        "\"cgst\"",
        "\"payload\"",
        "\"",
        "\\",
        "1",
        "-1.5e3",
        "01",
        "1.",
        "-",
        "1e",
        ".5",
        "true",
        "false",
        "null",
        "nul",
        "truer",
        " ",
        "\n",
        "\t",
        "\u{b}",
        "\u{a0}",
        "\"\\u12\"",
        "\"\\x\"",
        "\"\t\"",
    ];
    prop_oneof![
        mutated(payload().prop_map(|(_, text)| text)),
        mutated(select(&REAL[..]).prop_map(str::to_owned)),
        prop::collection::vec(select(&tokens[..]), 0..12).prop_map(|tokens| tokens.concat()),
        prop::collection::vec(select(&tokens[..]), 0..12).prop_map(|tokens| format!("{{\"cgst\":{}}}", tokens.concat())),
        (1_usize..150, select(&["[", "{\"a\":", "{\"payload\":", "[{\"a\":[["][..])).prop_map(|(depth, open)| {
            let close = open.chars().rev().filter_map(|c| match c {
                '[' => Some(']'),
                '{' => Some('}'),
                _ => None,
            });
            format!("{}1{}", open.repeat(depth), close.collect::<String>().repeat(depth))
        }),
    ]
}

// Reading never panics

/// Everything that takes a text, on these bytes.
fn read_all(bytes: &[u8]) {
    let target = Target { invoice_id: Some("INV 1".to_owned()), seller_id: Some("CEK1234567".to_owned()) };
    for endpoint in Endpoint::ALL.iter().copied() {
        check(endpoint, bytes, &plainly());
        normalize(endpoint, bytes, &plainly());
        for target in [&Target::default(), &target] {
            let built = build(endpoint, bytes, target, &plainly());
            let sound = built.report().valid;
            match built.ready() {
                Some(request) => assert!(sound && check(endpoint, request.body, &plainly()).valid),
                None => assert!(!sound, "refused without a fault"),
            }
        }
        if let Ok(options) = Options::new().current(bytes) {
            check(endpoint, PATCH, &options);
            check(endpoint, bytes, &options.mask(true));
        }
    }
    assert!(split_tax(bytes).is_ok_and(|amounts| amounts.cgst == amounts.sgst) || split_tax(bytes).is_err_and(|faults| !faults.is_empty()));
    let _ = Options::from_json(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = (Gstin::parse(text).map(|gstin| gstin.holder()), plain_number(text), text.parse::<Date>(), text.parse::<Rate>());
    }
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..120)) {
        read_all(&bytes);
    }

    #[test]
    fn anything_like_json_is_read(text in json_like()) {
        read_all(text.as_bytes());
    }
}

#[test]
fn payloads_cut_anywhere_are_read() {
    for text in REAL {
        for end in 0..=text.len() {
            read_all(&text.as_bytes()[..end]);
        }
    }
}

#[test]
fn payloads_with_any_byte_changed_are_read() {
    for text in REAL {
        for at in 0..text.len() {
            for byte in *b"\"\\{}[],:0-n \0\xff" {
                let mut bytes = text.as_bytes().to_vec();
                bytes[at] = byte;
                for endpoint in Endpoint::ALL {
                    check(*endpoint, &bytes, &plainly());
                    normalize(*endpoint, &bytes, &plainly());
                }
                build(Endpoint::CreateInvoice, &bytes, &Target::default(), &plainly());
            }
        }
    }
}

#[test]
fn adversarial_payloads_are_read() {
    for open in ["[", "{\"a\":", "{\"payload\":", "{\"payload\":{\"invoiceAttachments\":[", "{\"via\":[{\"b\":"] {
        read_all(open.repeat(1_000_000).as_bytes());
    }
    let mut unknown_keys = String::from("{");
    (0..20_000).for_each(|n| write!(unknown_keys, "\"k{n}\":{n},").unwrap());
    read_all((unknown_keys + "\"k0\":1}").as_bytes());
    let long = "9".repeat(1_000_000);
    read_all(format!(r#"{{"cgst":{long}.{long}e-{long},"sgst":"{long}","customerId":"{long}","dueDate":"{long}","{long}":1}}"#).as_bytes());
}

// The syntax of JSON

fn accepts(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

proptest! {
    #![proptest_config(cases(6000))]

    #[test]
    fn the_syntax_is_that_of_serde_json(text in json_like()) {
        for endpoint in Endpoint::ALL {
            let report = check(*endpoint, &text, &plainly());
            prop_assert_eq!(report.has(Code::JsonSyntax), !accepts(&text), "{}", text);
            if report.has(Code::JsonSyntax) {
                prop_assert_eq!((report.findings.len(), report.errors, report.skipped.len()), (1, 1, 0));
            }
        }
    }

    #[test]
    fn escapes_are_those_of_serde_json(raw in (space(), raw_text(), space()).prop_map(|(before, raw, after)| {
        format!("{}{raw}{}", before.escape_default(), after.escape_default())
    })) {
        let text = format!(r#"{{"description":"{raw}"}}"#);
        let report = check(Endpoint::UpdateInvoice, &text, &plainly());
        let normalized = normalize(Endpoint::UpdateInvoice, &text, &plainly());
        match serde_json::from_str::<String>(&format!("\"{raw}\"")) {
            Ok(decoded) => {
                prop_assert!(!report.has(Code::TextLoneSurrogate));
                prop_assert_eq!(report.has(Code::TextUntrimmed), decoded != decoded.trim());
                let patch: UpdateInvoice = serde_json::from_str(&normalized.text).unwrap();
                prop_assert_eq!(patch.description.value().unwrap(), decoded.trim());
            }
            Err(_) => {
                prop_assert!(report.has(Code::TextLoneSurrogate));
                prop_assert_eq!(normalized.text, text);
            }
        }
    }

    #[test]
    fn escapes_make_no_difference_to_a_check((endpoint, text) in payload(), which in any::<u64>()) {
        let reported = |text: &str| {
            let findings = check(endpoint, text, &plainly()).findings;
            findings.into_iter().map(|finding| (finding.code, finding.path)).collect::<Vec<_>>()
        };
        prop_assert_eq!(reported(&escaped(&text, which)), reported(&text));
    }

    #[test]
    fn escapes_make_no_difference_to_a_build(sale in sale(), which in any::<u64>()) {
        let fields = sale.fields();
        let built = |fields: &str| {
            let built = build(Endpoint::CreateInvoice, fields, &Target::default(), &plainly());
            let codes: Vec<Code> = built.report().findings.iter().map(|finding| finding.code).collect();
            (built.amounts(), codes)
        };
        prop_assert_eq!(built(&escaped(&fields, which)), built(&fields));
    }
}

#[test]
fn broken_utf8_and_a_byte_order_mark_are_no_json() {
    for bytes in [&b"{\"via\":\"\xff\"}"[..], b"\xef\xbb\xbf{}", b"{}\xc3", b"\xed\xa0\x80"] {
        assert!(check(Endpoint::UpdateInvoice, bytes, &plainly()).has(Code::JsonSyntax));
        assert!(serde_json::from_slice::<serde_json::Value>(bytes).is_err());
    }
}

// Tidying

/// The members of an object in its order, with those that stand twice.
struct Members<'t>(Vec<(String, &'t RawValue)>);

impl<'t> Deserialize<'t> for Members<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'t> Visitor<'t> for InOrder {
            type Value = Members<'t>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Members<'t>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

/// Every value of a JSON text, by serde_json: its path as a path is displayed, and its bytes.
fn values(text: &str) -> Vec<(String, Range<usize>)> {
    fn walk(whole: &str, path: String, value: &str, found: &mut Vec<(String, Range<usize>)>) {
        let from = value.as_ptr() as usize - whole.as_ptr() as usize;
        found.push((if path.is_empty() { "(root)".to_owned() } else { path.clone() }, from..from + value.len()));
        if value.starts_with('{') {
            for (key, value) in serde_json::from_str::<Members<'_>>(value).unwrap().0 {
                let path = if path.is_empty() { key } else { format!("{path}.{key}") };
                walk(whole, path, value.get(), found);
            }
        } else if value.starts_with('[') {
            for (index, value) in serde_json::from_str::<Vec<&RawValue>>(value).unwrap().into_iter().enumerate() {
                walk(whole, format!("{path}[{index}]"), value.get(), found);
            }
        }
    }
    let mut found = Vec::new();
    walk(text, String::new(), serde_json::from_str::<&RawValue>(text).unwrap().get(), &mut found);
    found
}

proptest! {
    #![proptest_config(cases(3000))]

    #[test]
    fn tidying_changes_what_it_lists_and_nothing_else((endpoint, text) in payload()) {
        let normalized = normalize(endpoint, &text, &plainly());
        let (values, mut expected, mut at) = (values(&text), String::new(), 0);
        for change in &normalized.changes {
            let here = |(path, range): &&(String, Range<usize>)| *path == change.path.to_string() && range.start >= at && text[range.clone()] == change.from;
            let (_, range) = values.iter().find(here).expect("the change is of a value of the text");
            expected.push_str(&text[at..range.start]);
            expected.push_str(&change.to);
            at = range.end;
            prop_assert!(accepts(&change.to) && change.from != change.to);
        }
        expected.push_str(&text[at..]);
        prop_assert_eq!(&normalized.text, &expected);
        prop_assert!(accepts(&normalized.text));
        prop_assert_eq!(&normalized.report, &check(endpoint, &normalized.text, &plainly()));
    }

    #[test]
    fn tidying_twice_is_tidying_once(text in json_like(), (endpoint, sound) in payload()) {
        for (endpoint, text) in [(endpoint, &sound), (endpoint, &text)] {
            let once = normalize(endpoint, text, &plainly());
            let twice = normalize(endpoint, &once.text, &plainly());
            prop_assert_eq!(&twice.text, &once.text);
            prop_assert_eq!(twice.changes, vec![]);
        }
    }

    #[test]
    fn a_tidied_date_or_number_is_one(text in leaf(), field in select(&["dueDate", "invoiceDate", "tds", "igst", "dueDate", "mobileNumber", "customerId"][..])) {
        let normalized = normalize(Endpoint::UpdateInvoice, format!("{{\"{field}\":{text}}}"), &plainly());
        let faults = [Code::DateFormat, Code::DateImpossible, Code::DateTimeUnexpected, Code::AmountAsText, Code::IdCustomer, Code::TextUntrimmed];
        let why: Vec<_> = normalized.changes.iter().map(|change| change.why.as_str()).collect();
        let trimmed_only = why.iter().all(|why| why.starts_with("surrounding whitespace"));
        if !why.is_empty() && !trimmed_only {
            prop_assert!(!faults.iter().any(|fault| normalized.report.has(*fault)), "{:?}", normalized);
        }
    }
}

// Findings

/// The byte that a line and column name.
fn offset(text: &str, finding: &Finding) -> usize {
    let (line, column) = (finding.line.unwrap() as usize, finding.column.unwrap() as usize);
    let begin = if line == 1 { 0 } else { text.match_indices('\n').nth(line - 2).unwrap().0 + 1 };
    text[begin..].char_indices().map(|(at, _)| at).chain([text.len() - begin]).nth(column - 1).unwrap() + begin
}

proptest! {
    #![proptest_config(cases(3000))]

    #[test]
    fn findings_stand_where_they_say_and_in_order((endpoint, text) in payload()) {
        let options = plainly().today("2020-01-01".parse().unwrap());
        let report = check(endpoint, &text, &options);
        let places: Vec<_> = report.findings.iter().map(|finding| (finding.line, finding.column)).collect();
        prop_assert!(places.is_sorted(), "{:?}", places);
        let values = values(&text);
        let starts = |path: &str| values.iter().filter(|(other, _)| other == path).map(|(_, range)| range.start).collect::<Vec<_>>();
        for finding in &report.findings {
            let at = offset(&text, finding);
            let path = finding.path.to_string();
            if matches!(finding.code, Code::FieldUnknown | Code::JsonDuplicateKey) {
                prop_assert!(text[at..].starts_with('"') && !starts(&path).contains(&at));
                continue;
            }
            let mut above = finding.path.clone();
            above.0.pop();
            let expected = Some(starts(&path)).filter(|starts| !starts.is_empty()).unwrap_or_else(|| starts(&above.to_string()));
            prop_assert!(expected.contains(&at), "{:?} at {}", finding, at);
        }
        let count = |severity| report.findings.iter().filter(|finding| finding.severity == severity).count();
        prop_assert_eq!((count(Severity::Error), count(Severity::Warning), report.omitted), (report.errors, report.warnings, 0));
        prop_assert_eq!(report.valid, report.errors == 0);
    }
}

// Building

/// The states in which a supplier can be registered: 96 is abroad.
fn registered() -> Vec<State> {
    State::all().filter(|state| state.to_string() != "96").collect()
}

#[derive(Debug, Clone)]
struct Sale {
    base: i64,
    rate: u32,
    places: (State, State),
    tds: Option<i64>,
    received: Option<i64>,
    inclusive: bool,
    net_after_tds: bool,
    as_text: bool,
}

fn sale() -> impl Strategy<Value = Sale> {
    let anywhere: Vec<State> = State::all().collect();
    let rates: Vec<u32> = RateEntry::all().iter().map(|entry| entry.rate.0).collect();
    let base = prop_oneof![10_i64..2_000, 10_i64..100_000_000, 10_i64..Paise::MAX.0];
    let part = || prop::option::of(0_u32..=1000);
    let places = (select(registered()), select(anywhere)).prop_flat_map(|(from, to)| select(vec![(from, to), (from, from)]));
    (base, select(rates), places, part(), part(), any::<[bool; 3]>()).prop_map(|(base, rate, places, tds, received, flags)| {
        let [inclusive, net_after_tds, as_text] = flags;
        let part = |whole: i64, thousandths: Option<u32>| thousandths.map(|part| (i128::from(whole) * i128::from(part) / 1000) as i64);
        // Of an inclusive price the amount without GST is at most this; one paisa of it may be round-off.
        let taxable = if inclusive { base - base * 4 / 10 } else { base };
        let tds = part(taxable, tds);
        let received = part(base - tds.unwrap_or(0), received);
        Sale { base, rate, places, tds, received, inclusive, net_after_tds, as_text }
    })
}

impl Sale {
    fn recipe(&self) -> String {
        let sum = |paise: i64| if self.as_text { format!("\"{}\"", Paise(paise)) } else { Paise(paise).to_string() };
        let mut recipe = format!(
            r#"{{"base":{},"rate":{},"supplierState":"{}","placeOfSupply":"{}""#,
            sum(self.base),
            Rate(self.rate),
            self.places.0,
            self.places.1
        );
        let parts = [("tds", self.tds), ("received", self.received)];
        parts
            .into_iter()
            .filter_map(|(name, part)| Some((name, part?)))
            .for_each(|(name, part)| write!(recipe, r#","{name}":{}"#, sum(part)).unwrap());
        recipe + &format!(r#","inclusive":{},"netAfterTds":{}}}"#, self.inclusive, self.net_after_tds)
    }

    fn fields(&self) -> String {
        let fields = r#"{"customerId":"KCAB12CD34EF56GH","dueDate":"2025-12-15","invoiceNumber":"A/1","invoiceDate":"2025-11-15T10:30:00""#;
        format!("{fields},\"gst\":{}}}", self.recipe())
    }
}

proptest! {
    #![proptest_config(cases(4000))]

    #[test]
    fn what_is_built_passes_the_check(sale in sale(), patch in any::<bool>()) {
        let endpoint = if patch { Endpoint::UpdateInvoice } else { Endpoint::CreateInvoice };
        let target = Target { invoice_id: patch.then(|| "INV1".to_owned()), seller_id: None };
        let built = build(endpoint, sale.fields(), &target, &plainly());
        let gross = if sale.inclusive { i128::from(sale.base) } else { i128::from(sale.base) * (100_000 + i128::from(sale.rate)) / 100_000 };
        let room = i128::from(Paise::MAX.0) - gross;
        if room < 2 {
            prop_assert!(room >= -2 || sale.net_after_tds || built.report().has(Code::AmountTooLarge));
            return Ok(());
        }
        prop_assert_eq!(&built.report().findings.iter().filter(|finding| finding.severity == Severity::Error).collect::<Vec<_>>(), &Vec::<&Finding>::new());
        let amounts = built.amounts().unwrap();
        let body = built.ready().unwrap().body;
        let report = check(endpoint, &body, &plainly());
        prop_assert!(report.valid, "{} {:?}", body, report);
        prop_assert_eq!(amounts.cgst, amounts.sgst);
        prop_assert!(amounts.igst == Paise(0) || amounts.cgst == Paise(0));
        prop_assert_eq!(amounts.inter_state, sale.places.0 != sale.places.1);
        let total = amounts.taxable.0 + amounts.cgst.0 + amounts.sgst.0 + amounts.igst.0 + amounts.round_off.0;
        prop_assert_eq!(amounts.net.0, total - if sale.net_after_tds { amounts.tds.0 } else { 0 });
        prop_assert_eq!(amounts.balance.0, total - amounts.tds.0 - amounts.received.0);
        let patch: UpdateInvoice = serde_json::from_str(&body).unwrap();
        prop_assert_eq!(patch.net_amount.value(), Some(Amount::from(amounts.net)));
        prop_assert_eq!(patch.base_amount.value(), Some(Amount::from(Paise(sale.base))));
        prop_assert_eq!(patch.gst_exclusive.value(), Some(!sale.inclusive));
    }

    #[test]
    fn a_paisa_too_much_is_found(sale in sale(), field in select(&["netAmount", "sgst", "balanceAmount"][..])) {
        let sale = Sale { places: (sale.places.0, sale.places.0), ..sale };
        let Ok(amounts) = split_tax(sale.recipe()) else { return Ok(()) };
        // Without tax no half can differ; and the sums before and after a tds of one paisa are a paisa apart.
        if amounts.cgst == Paise(0) || amounts.tds == Paise(1) {
            return Ok(());
        }
        let more = |name: &str, paise: Paise| Paise(paise.0 + i64::from(name == field));
        // An amount in whole rupees may be rounded.
        if field != "sgst" && (more("netAmount", amounts.net).0 % 100 == 0 || more("balanceAmount", amounts.balance).0 % 100 == 0) {
            return Ok(());
        }
        let text = format!(
            r#"{{"balanceAmount":{},"baseAmount":{},"cgst":{},"customerId":"KCAB12CD34EF56GH","dueDate":"2025-12-15","gstExclusive":{},"netAmount":{},"sgst":{},"tds":{},"totalReceived":{}}}"#,
            more("balanceAmount", amounts.balance), Paise(sale.base), amounts.cgst, !sale.inclusive, more("netAmount", amounts.net),
            more("sgst", amounts.sgst), amounts.tds, amounts.received
        );
        prop_assert!(!check(Endpoint::CreateInvoice, &text, &plainly()).valid, "{}", text);
    }

    #[test]
    fn what_is_given_is_built_byte_for_byte((endpoint, text) in payload()) {
        let target = Target { invoice_id: (endpoint == Endpoint::UpdateInvoice).then(|| "INV1".to_owned()), seller_id: None };
        let Some(request) = build(endpoint, &text, &target, &plainly()).ready() else { return Ok(()) };
        let sorted = |text: &str| {
            let members = serde_json::from_str::<Members<'_>>(text).unwrap().0;
            members.into_iter().map(|(name, value)| (name, value.get().to_owned())).collect::<BTreeSet<_>>()
        };
        prop_assert_eq!(sorted(&request.body), sorted(&text));
        prop_assert!(check(endpoint, &request.body, &plainly()).valid);
    }
}

// Arithmetic

fn any_rate() -> impl Strategy<Value = u32> {
    prop_oneof![0_u32..1_000_000, select(RateEntry::all().iter().map(|entry| entry.rate.0).collect::<Vec<_>>())]
}

fn any_sum() -> impl Strategy<Value = i64> {
    prop_oneof![-100_000_i64..100_000, -Paise::MAX.0..=Paise::MAX.0]
}

/// Rupees × percent / divisor to the paisa, by rust_decimal.
fn decimal_head(taxable: i64, rate: u32, divisor: u32) -> Decimal {
    let exact = Decimal::new(taxable, 2) * Decimal::new(rate.into(), 3) / Decimal::from(divisor);
    exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

proptest! {
    #![proptest_config(cases(20_000))]

    #[test]
    fn heads_are_those_of_rust_decimal(taxable in any_sum(), rate in any_rate()) {
        prop_assert_eq!(Decimal::from(head(Paise(taxable), Rate(rate), Share::Half)), decimal_head(taxable, rate, 200));
        prop_assert_eq!(Decimal::from(head(Paise(taxable), Rate(rate), Share::Full)), decimal_head(taxable, rate, 100));
    }

    /// The nearest paisa is the one from which no other is nearer; of two, the one away from zero.
    #[test]
    fn the_taxable_value_of_an_inclusive_price_is_the_nearest(gross in any_sum(), rate in any_rate()) {
        let (whole, found) = (100_000 + i128::from(rate), i128::from(taxable_of(Paise(gross), Rate(rate)).0));
        let off = 2 * (i128::from(gross.abs()) * 100_000 - found.abs() * whole);
        prop_assert!(-whole <= off && off < whole, "{}", off);
        prop_assert!(found == 0 || found.signum() == i128::from(gross.signum()));
    }

    #[test]
    fn heads_and_round_off_make_the_total(sum in any_sum(), rate in any_rate(), inter_state in any::<bool>(), inclusive in any::<bool>()) {
        let split = if inclusive { Split::inclusive(Paise(sum), Rate(rate), inter_state) } else { Split::exclusive(Paise(sum), Rate(rate), inter_state) };
        prop_assert_eq!(split.cgst, split.sgst);
        prop_assert_eq!(if inter_state { split.cgst } else { split.igst }, Paise(0));
        prop_assert_eq!(split.total().0, split.taxable.0 + split.cgst.0 + split.sgst.0 + split.igst.0 + split.round_off.0);
        if inclusive {
            prop_assert_eq!(split.total().0, sum);
            prop_assert!(rate >= 100_000 || split.round_off.0.abs() <= 1);
        } else {
            prop_assert_eq!((split.taxable.0, split.round_off.0), (sum, 0));
        }
        let (half, full) = (decimal_head(split.taxable.0, rate, 200), decimal_head(split.taxable.0, rate, 100));
        prop_assert_eq!(Decimal::from(split.tax()), if inter_state { full } else { half + half });
    }
}

// Amounts and numbers

fn faults_of(endpoint: Endpoint, field: &str, value: &str) -> Vec<Finding> {
    let report: Report = check(endpoint, format!("{{\"{field}\":{value}}}"), &plainly());
    report.findings.into_iter().filter(|finding| finding.path.to_string() == field).collect()
}

/// The digits before and behind the point of a JSON number without its exponent, and no zero too many.
fn spelled_out(number: &str) -> (String, String) {
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let exponent: i32 = exponent.parse().unwrap();
    let (whole, fraction) = mantissa.trim_start_matches('-').split_once('.').unwrap_or((mantissa.trim_start_matches('-'), ""));
    let pad = "0".repeat(exponent.unsigned_abs() as usize);
    let (whole, fraction) = (format!("{pad}{whole}"), format!("{fraction}{pad}"));
    let point = (whole.len() as i32 + exponent) as usize;
    let digits = whole + &fraction;
    (digits[..point].trim_start_matches('0').to_owned(), digits[point..].trim_end_matches('0').to_owned())
}

proptest! {
    #![proptest_config(cases(20_000))]

    #[test]
    fn numbers_are_judged_by_their_digits(number in json_number()) {
        let (whole, fraction) = spelled_out(&number);
        let negative = number.starts_with('-') && !(whole.is_empty() && fraction.is_empty());
        let (large, fine) = (whole.len() > 14, fraction.len() > 2);
        let faults = faults_of(Endpoint::UpdateInvoice, "tds", &number);
        let codes: Vec<Code> = faults.iter().map(|fault| fault.code).collect();
        let value = number.parse::<Paise>();
        if !large && !fine {
            let paise: i64 = format!("{}{whole}{fraction:0<2}", if negative { "-" } else { "" }).parse().unwrap();
            prop_assert_eq!(value, Ok(Paise(paise)));
            let exact = if number.contains(['e', 'E']) { Decimal::from_scientific(&number) } else { Decimal::from_str_exact(&number) };
            prop_assert_eq!(exact.ok().filter(|exact| *exact != Decimal::from(Paise(paise))), None);
            prop_assert_eq!(codes, if negative { vec![Code::AmountNegative] } else { vec![] });
            return Ok(());
        }
        prop_assert!(value.is_err());
        // Less than 1e-9 from a paisa: seven zeros or nines behind the second decimal, and more.
        let noisy = fraction.len() > 9 && ["0000000", "9999999"].contains(&&fraction[2..9]);
        // More digits than a float ever has are no noise of one.
        let significant = format!("{whole}{fraction}").trim_matches('0').len();
        let normalized = match fraction.len() {
            ..=21 => significant <= 19,
            22..=32 => significant + 9 <= fraction.len(),
            _ => false,
        };
        if fine && noisy && normalized {
            let unit = 10_u128.pow(fraction.len() as u32 - 2);
            let paise = (format!("{whole}{fraction}").parse::<u128>().unwrap() + unit / 2) / unit;
            let sign = if negative && paise > 0 { "-" } else { "" };
            let right = format!("{sign}{}.{:02}", paise / 100, paise % 100);
            if !large {
                prop_assert_eq!(faults[0].expected.as_deref(), Some(right.as_str()));
                let normalized = normalize(Endpoint::UpdateInvoice, format!("{{\"tds\":{number}}}"), &plainly()).text;
                prop_assert_eq!(normalized, format!("{{\"tds\":{right}}}"));
            }
            prop_assert!(codes[0] == Code::AmountTooPrecise || large);
        } else {
            prop_assert_eq!(codes.len(), 1);
            prop_assert!(codes[0] != Code::AmountTooPrecise || faults[0].expected.is_none() || noisy, "{:?}", faults);
            prop_assert!(fine && codes[0] == Code::AmountTooPrecise || large && codes[0] == Code::AmountTooLarge, "{:?}", codes);
        }
    }

    #[test]
    fn seventeen_digits_keep_every_one(paise in 0_i64..100_000_000_000_000_000) {
        let text = Paise(paise).to_string();
        if paise > Paise::MAX.0 {
            prop_assert_eq!(faults_of(Endpoint::UpdateInvoice, "tds", &text)[0].code, Code::AmountTooLarge);
        } else {
            prop_assert_eq!(text.parse(), Ok(Paise(paise)));
            prop_assert_eq!(faults_of(Endpoint::UpdateInvoice, "tds", &text), []);
            let typed: Amount = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(Paise::try_from(typed.0), Ok(Paise(paise)));
        }
    }

    #[test]
    fn amounts_as_people_write_them_are_read(paise in 0_i64..Paise::MAX.0, evidence in select(&["", "₹ ", "₹", "Rs. ", "INR "][..]), end in select(&["", "/-"][..])) {
        let digits = (paise / 100).to_string();
        let (front, last) = digits.split_at(digits.len().saturating_sub(3));
        let mut grouped = String::new();
        for (at, digit) in front.chars().enumerate() {
            grouped.push(digit);
            if (front.len() - at) % 2 == 1 {
                grouped.push(',');
            }
        }
        let text = format!("{evidence}{grouped}{last}.{:02}{end}", paise % 100);
        prop_assert_eq!(plain_number(&text), Some(Paise(paise).to_string()), "{}", text);
    }
}

// Patterns

mod patterns {
    use super::*;

    /// Whether the rule of this pattern says that the text does not match.
    fn rule_finds_fault(pattern: &str, text: &str) -> bool {
        let rule = bijak::TEXT_RULES.iter().map(|(_, rule)| rule).find(|rule| rule.pattern.is_some_and(|known| known.name == pattern));
        let rule = rule.unwrap_or_else(|| panic!("no rule for {pattern}"));
        // What passes the pattern and is still odd.
        let other_codes = [Code::IdObjectPrefix, Code::InvoiceNumberRule46, Code::InvoiceNumberIrp];
        rule.faults(text).iter().any(|(code, _)| !other_codes.contains(code))
    }

    /// The payload in which a pattern's text stands, and the code of what does not match.
    fn finds_fault(pattern: &str, text: &str) -> bool {
        let (endpoint, field, code) = match pattern {
            "customerId" => (Endpoint::UpdateInvoice, "customerId", Code::IdCustomer),
            "sellerId" => (Endpoint::InvoiceResponse, "sellerId", Code::IdSeller),
            "email" => (Endpoint::UpdateInvoice, "emailAddress", Code::EmailShape),
            "contactNumber" => (Endpoint::UpdateInvoice, "mobileNumber", Code::MobileShape),
            "invoiceNumber" => (Endpoint::UpdateInvoice, "invoiceNumber", Code::InvoiceNumberRule46),
            other => return rule_finds_fault(other, text),
        };
        let body = format!("{{{}:{}}}", quoted(field), quoted(text));
        let body = if endpoint == Endpoint::InvoiceResponse { format!("{{\"payload\":{body}}}") } else { body };
        // A number that is no Indian mobile has a warning of the same code.
        let grave = |finding: &Finding| code != Code::MobileShape || finding.severity == Severity::Error;
        check(endpoint, body, &plainly()).findings.iter().any(|finding| finding.code == code && grave(finding))
    }

    fn near(pattern: &'static str) -> impl Strategy<Value = String> {
        let inside = pattern.strip_prefix('^').and_then(|text| text.strip_suffix('$')).unwrap();
        let sound = proptest::string::string_regex(inside).unwrap().boxed();
        let pieces = &[
            "", "A", "z", "0", "KC", "CEK", " ", "-", "+", "00", "@", ".", "..", "xn--", "/", "_", "\n", "\u{a0}", "é", "१", "\"", "\\",
            "INV", "TPM",
        ];
        let edit = (sound.clone(), any::<Index>(), 0..2_usize, select(&pieces[..])).prop_map(|(text, at, gone, piece)| {
            let mut characters: Vec<String> = text.chars().map(String::from).collect();
            let at = at.index(characters.len() + 1);
            let end = (at + gone).min(characters.len());
            characters.splice(at..end, [piece.to_owned()]);
            characters.concat()
        });
        prop_oneof![1 => sound, 4 => edit, 1 => "\\PC{0,20}", 1 => "[A-Za-z0-9@.+/ -]{0,20}"]
    }

    #[test]
    fn the_fast_path_and_normalizing_agree_with_validation() {
        let forms = bijak::patterns().iter().map(|pattern| near(pattern.text).boxed());
        let any = proptest::strategy::Union::new(forms.chain([gstin().boxed(), one_of(&["kgs", "URP", "27", "96"]).boxed()])).boxed();
        let any = prop_oneof![3 => any.clone(), 1 => any.prop_map(|text| text.to_lowercase())];
        let plain = |text: &str| text.bytes().all(|byte| (0x20..0x7f).contains(&byte) && !matches!(byte, b'"' | b'\\'));
        proptest!(cases(3000), |(text in any)| {
            for (name, rule) in bijak::TEXT_RULES {
                if plain(&text) && rule.takes(&text) {
                    prop_assert_eq!((rule.faults(&text), text.trim()), (vec![], text.as_str()), "{}", name);
                }
                if let Some((normalized, _)) = (rule.normalize)(text.trim()) {
                    prop_assert!((rule.normalize)(&normalized).is_none(), "{} {:?} {:?}", name, text, normalized);
                    let grave = rule.faults(&normalized).into_iter().filter(|(_, severity)| *severity == Severity::Error);
                    prop_assert_eq!(grave.collect::<Vec<_>>(), vec![], "{} {:?} {:?}", name, text, normalized);
                }
            }
        });
    }

    #[test]
    fn hand_matchers_agree_with_their_patterns() {
        for pattern in bijak::patterns() {
            let regex = regex::Regex::new(pattern.text).unwrap();
            proptest!(cases(3000), |(text in near(pattern.text))| {
                prop_assert_eq!(finds_fault(pattern.name, &text), !regex.is_match(&text), "{} {:?}", pattern.name, text);
            });
        }
    }
}

// Dates

#[test]
fn every_day_of_two_centuries_is_that_of_chrono() {
    let mut before: Option<Date> = None;
    for year in 1900..=2100 {
        for (month, day) in (0..=13).flat_map(|month| (0..=32).map(move |day| (month, day))) {
            let chrono = NaiveDate::from_ymd_opt(year, month, day);
            let text = format!("{year:04}-{month:02}-{day:02}");
            let ours = text.parse::<Date>().ok();
            assert_eq!(ours.map(NaiveDate::from), chrono, "{text}");
            assert_eq!(ours, Date::new(year as u32, month, day));
            let Some(ours) = ours else { continue };
            assert_eq!(Ok(ours), chrono.unwrap().try_into());
            assert_eq!(ours.to_string(), text);
            assert!(before.is_none_or(|before| before < ours));
            before = Some(ours);
        }
    }
    assert!("0000-01-01".parse::<Date>().is_err(), "chrono has a year 0, ISO 8601 only by agreement");
}

proptest! {
    #![proptest_config(cases(8000))]

    #[test]
    fn dates_are_those_of_chrono(text in prop_oneof![
        "[0-9]{4}-[01][0-9]-[0-3][0-9]", "(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(2[89]|3[01])", "[0-9]{3,5}[-/][0-9]{1,2}-[0-9१]{1,2}", "\\PC{0,12}",
    ]) {
        let form = text.len() == 10 && text.bytes().enumerate().all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() });
        let chrono = NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok().filter(|day| form && day.year() > 0);
        prop_assert_eq!(text.parse::<Date>().ok().map(NaiveDate::from), chrono);
        let codes: Vec<Code> = faults_of(Endpoint::UpdateInvoice, "dueDate", &quoted(&text)).iter().map(|fault| fault.code).collect();
        prop_assert_eq!(codes.contains(&Code::DateImpossible), form && chrono.is_none());
        prop_assert_eq!(codes.contains(&Code::DateFormat), !form);
    }

    #[test]
    fn local_times_are_those_of_chrono(day in "20[0-9]{2}-[01][0-9]-[0-3][0-9]", time in "[ T][0-2][0-9]:[0-6][0-9](:[0-6][0-9](\\.[0-9]{1,10})?)?(Z|[+-][0-2][0-9]:[0-6][0-9])?") {
        let text = format!("{day}{time}");
        let codes: Vec<Code> = faults_of(Endpoint::UpdateInvoice, "invoiceDate", &quoted(&text)).iter().map(|fault| fault.code).collect();
        // chrono takes the second 60, for leap seconds.
        let leap = time.get(7..9) == Some("60");
        let fits = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S%.f"].iter().any(|form| chrono::NaiveDateTime::parse_from_str(&text, form).is_ok());
        let digits = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        prop_assert_eq!(codes.is_empty(), fits && !leap && digits <= 9, "{:?}", codes);
    }

    #[test]
    fn an_instant_falls_on_its_day_in_india(
        day in -25_000_i32..25_000, minutes in 0_u32..1440, offset in -1439_i32..1440,
    ) {
        let local = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap() + chrono::TimeDelta::days(day.into());
        let sign = if offset < 0 { '-' } else { '+' };
        let text = format!("{local}T{:02}:{:02}:00{sign}{:02}:{:02}", minutes / 60, minutes % 60, offset.abs() / 60, offset.abs() % 60);
        let instant = chrono::DateTime::parse_from_rfc3339(&text).unwrap();
        let in_india = instant.with_timezone(&chrono::FixedOffset::east_opt(19_800).unwrap()).date_naive();
        let late = |due: NaiveDate| {
            let answer = format!(r#"{{"payload":{{"dueDate":"{due}","invoiceDate":"{text}"}}}}"#);
            check(Endpoint::InvoiceResponse, answer, &plainly()).has(Code::DateOrder)
        };
        prop_assert!(!late(in_india) && late(in_india.pred_opt().unwrap()), "{}", text);
    }
}

// GSTIN

/// The check character as GSTN's own description computes it, by a table of signs.
fn check_sign(body: &str) -> char {
    const SIGNS: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut sum = 0;
    for (at, sign) in body.chars().rev().enumerate() {
        let value = SIGNS.find(sign).unwrap() * if at % 2 == 0 { 2 } else { 1 };
        sum += value / SIGNS.len() + value % SIGNS.len();
    }
    SIGNS.chars().nth((SIGNS.len() - sum % SIGNS.len()) % SIGNS.len()).unwrap()
}

fn gstin() -> impl Strategy<Value = String> {
    let body = prop_oneof![
        3 => "[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z][Z1-9ABD-J]",
        1 => "[A-Z]{4}[A-Z0-9][0-9]{4}[A-Z][1-9A-Z]D",
        1 => "[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]C",
        1 => "[0-9]{2}[A-Z]{3}[0-9]{5}[UO]N",
        1 => "[0-9]{2}[A-Z]{3}[0-9]{5}NR",
    ];
    let oidar = "[0-9]{2}[A-Z]{3}[0-9]{5}OS".prop_map(|body| format!("99{body}"));
    let body = prop_oneof![9 => (select(registered()), body).prop_map(|(state, body)| format!("{state}{body}")), 1 => oidar];
    body.prop_map(|body| format!("{body}{}", check_sign(&body)))
}

proptest! {
    #![proptest_config(cases(3000))]

    #[test]
    fn the_check_character_is_that_of_gstn(text in gstin()) {
        let state = &text[..2];
        prop_assert_eq!(Gstin::parse(&text).map(|gstin| gstin.state.to_string()).map_err(|fault| fault.code()), Ok(state.to_owned()));
        for wrong in ('0'..='9').chain('A'..='Z').filter(|sign| !text.ends_with(*sign)) {
            let mistyped = format!("{}{wrong}", &text[..14]);
            prop_assert!(Gstin::parse(&mistyped).is_err(), "{}", mistyped);
        }
    }

    #[test]
    fn one_mistyped_character_is_caught(text in gstin(), at in 0..15_usize, other in prop_oneof!["[0-9A-Z]", "\\PC"]) {
        let mut mistyped = text.clone();
        mistyped.replace_range(at..=at, &other);
        prop_assert_eq!(Gstin::parse(&mistyped).is_ok(), mistyped == text);
    }
}

// Typed payloads

/// JSON texts that a field of this kind takes, sound or with faults that its type can carry.
fn typed_value(kind: &'static Kind) -> BoxedStrategy<String> {
    match kind {
        Kind::Text(_) => prop_oneof!["\\PC{0,20}", "KC[A-Z0-9]{14}", "[6-9][0-9]{9}", "[a-z]{1,5}@[a-z]{2,5}\\.in"]
            .prop_map(|text| quoted(&text))
            .boxed(),
        Kind::Choice(choice) => select(choice.words).prop_map(quoted).boxed(),
        Kind::Amount(_) => "(-?(0|[1-9][0-9]{0,15})(\\.[0-9]{1,4})?|[1-9]e[0-3]|0\\.30000000000000004)".boxed(),
        Kind::Int((low, high)) => (*low..=*high).prop_map(|number| number.to_string()).boxed(),
        Kind::Flag => any::<bool>().prop_map(|flag| flag.to_string()).boxed(),
        Kind::Date(form) => {
            let day = "20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])";
            let time = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";
            let text = match format!("{form:?}").as_str() {
                "Day" => day.to_owned(),
                "LocalTime" => format!("{day}T{time}(\\.[0-9]{{1,9}})?"),
                "Instant" => format!("{day}T{time}(\\.[0-9]{{1,9}})?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])"),
                _ => format!("{day} {time}"),
            };
            proptest::string::string_regex(&text).unwrap().prop_map(|text| quoted(&text)).boxed()
        }
        Kind::Object(shape) => typed_object(shape).boxed(),
        Kind::List(element) => {
            prop::collection::vec(typed_value(element), 0..3).prop_map(|elements| format!("[{}]", elements.join(","))).boxed()
        }
        _ => one_of(&["{}", r#"{"field":"x","n":1.50}"#]).boxed(),
    }
}

/// An object of some of the shape's fields, in the order of the page.
fn typed_object(shape: &'static Shape) -> impl Strategy<Value = String> {
    let member = |field: &'static bijak::payload::Field| {
        let value = match field.presence {
            Presence::Nullable => prop_oneof![1 => Just("null".to_owned()), 3 => typed_value(&field.kind)].boxed(),
            _ => typed_value(&field.kind),
        };
        value.prop_map(|value| format!("{}:{value}", quoted(field.name()))).boxed()
    };
    let required = |at: usize| shape.fields[at].presence == Presence::Required;
    subsequence((0..shape.fields.len()).collect::<Vec<_>>(), 0..=shape.fields.len()).prop_flat_map(move |chosen| {
        let members: Vec<_> =
            (0..shape.fields.len()).filter(|at| required(*at) || chosen.contains(at)).map(|at| member(&shape.fields[at])).collect();
        members.prop_map(|members| format!("{{{}}}", members.join(",")))
    })
}

/// The members of an object and whether each is null.
fn states(text: &str) -> Vec<(String, bool)> {
    serde_json::from_str::<Members<'_>>(text).unwrap().0.into_iter().map(|(name, value)| (name, value.get() == "null")).collect()
}

fn survives<T: DeserializeOwned + serde::Serialize + PartialEq + std::fmt::Debug>(
    endpoint: Endpoint,
    text: &str,
) -> Result<(), TestCaseError> {
    let typed: T = serde_json::from_str(text).map_err(|error| TestCaseError::fail(format!("{error}: {text}")))?;
    let written = serde_json::to_string(&typed).unwrap();
    prop_assert_eq!(&serde_json::from_str::<T>(&written).unwrap(), &typed);
    prop_assert_eq!(states(&written), states(text));
    let reported = |text: &str| {
        let report = check(endpoint, text, &plainly());
        let findings: Vec<_> =
            report.findings.iter().map(|finding| (finding.code, finding.path.to_string(), finding.expected.clone())).collect();
        (findings, report.skipped)
    };
    prop_assert_eq!(reported(&written), reported(text), "{} {}", text, written);
    Ok(())
}

proptest! {
    #![proptest_config(cases(800))]

    #[test]
    fn a_typed_patch_keeps_what_it_says(text in typed_object(Endpoint::UpdateInvoice.shape())) {
        survives::<UpdateInvoice>(Endpoint::UpdateInvoice, &text)?;
    }

    #[test]
    fn a_typed_new_invoice_keeps_what_it_says(text in typed_object(Endpoint::CreateInvoice.shape())) {
        survives::<CreateInvoice>(Endpoint::CreateInvoice, &text)?;
    }

    #[test]
    fn a_typed_answer_keeps_what_it_says(text in typed_object(Endpoint::InvoiceResponse.shape())) {
        survives::<InvoiceResponseEnvelope>(Endpoint::InvoiceResponse, &text)?;
    }

    #[test]
    fn a_typed_invoice_request_keeps_what_it_says(text in typed_object(Endpoint::SendInvoiceRequest.shape())) {
        survives::<InvoiceRequest>(Endpoint::SendInvoiceRequest, &text)?;
    }

    #[test]
    fn a_typed_payment_keeps_what_it_says(text in typed_object(Endpoint::PayInvoice.shape())) {
        survives::<PayInvoice>(Endpoint::PayInvoice, &text)?;
    }

    #[test]
    fn a_typed_webhook_answer_keeps_what_it_says(text in typed_object(Endpoint::InvoiceWebhookResponse.shape())) {
        survives::<InvoiceWebhookResponse>(Endpoint::InvoiceWebhookResponse, &text)?;
    }
}
