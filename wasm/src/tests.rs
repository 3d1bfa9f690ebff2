//! The binding, called as the JavaScript beside it does: in Node and in a browser.
#![cfg(all(target_arch = "wasm32", feature = "full"))]

use crate as wasm;
use bijak::{Code, Endpoint};
use js_sys::{Uint8Array, WebAssembly::Memory};
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

const UPDATE: usize = 0;
const CREATE: usize = 1;
const ANSWER: usize = 2;
const NO_SUCH: usize = 99;

const MISUSE: i32 = 0;

const SOUND: &str = r#"{"baseAmount":1000,"cgst":90,"sgst":90,"igst":0,"netAmount":1180}"#;
const FIELDS: &str = r#"{"customerId":"KCAB12CD34EF56GH","invoiceNumber":"INV/42","invoiceDate":"2025-11-15T10:30:00",
 "dueDate":"2025-12-15","gst":{"base":"1000.10","rate":18,"supplierState":"27","placeOfSupply":"29"}}"#;

/// The bytes of the buffer from an address on, as JavaScript sees them.
fn bytes(address: usize, length: usize) -> Uint8Array {
    let memory: Memory = wasm_bindgen::memory().unchecked_into();
    Uint8Array::new_with_byte_offset_and_length(&memory.buffer(), address as u32, length as u32)
}

/// Writes the parts into the buffer, one after the other; their lengths.
fn write<const N: usize>(parts: [&[u8]; N]) -> [usize; N] {
    let whole = parts.concat();
    let address = wasm::input(whole.len());
    assert_ne!(address, 0);
    bytes(address, whole.len()).copy_from(&whole);
    parts.map(<[u8]>::len)
}

/// What a function says, read as `answer.js` does: in the units of JavaScript's texts.
struct Said {
    units: Vec<u16>,
    at: usize,
}

/// The flags of a finding, by bit.
const WARNING: usize = 1;
const IN_PATH: usize = 2;
const IN_QUERY: usize = 4;
const EXPECTED: usize = 8;
const ACTUAL: usize = 16;
const OWN_SOURCE: usize = 32;
const LOCATED: usize = 64;
const HIDDEN: usize = 256;

fn said(length: i32) -> Said {
    assert!(length < 0, "{length} is no length of what is said");
    let text = String::from_utf8(bytes(wasm::result(), length.unsigned_abs() as usize).to_vec()).unwrap();
    Said { units: text.encode_utf16().collect(), at: 0 }
}

impl Said {
    fn number(&mut self) -> usize {
        let mut number = 0;
        loop {
            let unit = self.units[self.at];
            self.at += 1;
            number = number << 6 | usize::from(unit & 63);
            if unit < 64 {
                return number;
            }
            assert!(unit < 128, "{unit} is no part of a number");
        }
    }

    fn piece(&mut self, length: usize) -> String {
        self.at += length;
        String::from_utf16(&self.units[self.at - length..self.at]).unwrap()
    }

    fn text(&mut self) -> String {
        let length = self.number();
        self.piece(length)
    }

    fn path(&mut self) -> Vec<Value> {
        let mut steps = Vec::new();
        loop {
            match self.number() {
                0 => return steps,
                step if step & 1 == 1 => steps.push(self.piece(step >> 1).into()),
                step => steps.push(((step >> 1) - 1).into()),
            }
        }
    }

    /// A finding; its message is the number of the template and what fills its places.
    fn finding(&mut self) -> Value {
        let code = catalogue().0[self.number()].clone();
        let flags = self.number();
        let has = |flag| flags & flag > 0;
        let place = has(LOCATED).then(|| (self.number(), self.number()));
        let path = self.path();
        let source = has(OWN_SOURCE).then(|| self.text());
        let expected = has(EXPECTED).then(|| self.text());
        let actual = has(ACTUAL).then(|| self.text());
        let template = self.number();
        let args: Vec<_> = (0..self.number()).map(|_| self.argument()).collect();
        json!({
            "code": code, "warning": has(WARNING), "inPath": has(IN_PATH), "inQuery": has(IN_QUERY), "hidden": has(HIDDEN), "path": path,
            "source": source, "expected": expected, "actual": actual, "template": template, "args": args,
            "line": place.map(|(line, _)| line), "column": place.map(|(_, column)| column),
        })
    }

    fn argument(&mut self) -> String {
        let mut whole = String::new();
        loop {
            let head = self.number();
            whole.push_str(&self.piece(head >> 3));
            if head & 1 == 0 {
                return whole;
            }
        }
    }

    fn report(&mut self) -> Value {
        let [errors, warnings, skipped, listed] = [(); 4].map(|()| self.number());
        let findings: Vec<_> = (0..listed).map(|_| self.finding()).collect();
        json!({ "errors": errors, "warnings": warnings, "skipped": skipped, "findings": findings })
    }

    /// What remains, which is JSON.
    fn json(&mut self) -> Value {
        serde_json::from_str(&self.piece(self.units.len() - self.at)).unwrap()
    }

    fn ends(&self) -> bool {
        self.at == self.units.len()
    }
}

/// The texts of the codes, and their sources.
fn catalogue() -> (Vec<String>, Vec<String>) {
    let text = wasm::catalogue();
    let mut codes: Vec<_> = text.lines().map(str::to_owned).collect();
    let sources = codes.split_off(codes.len() / 2);
    (codes, sources)
}

fn check(endpoint: usize, payload: impl AsRef<[u8]>, options: &str) -> i32 {
    let [payload, options] = write([payload.as_ref(), options.as_bytes()]);
    wasm::check(endpoint, payload, options, true)
}

fn first_code(endpoint: usize, payload: impl AsRef<[u8]>) -> String {
    said(check(endpoint, payload, "")).report()["findings"][0]["code"].as_str().unwrap().to_owned()
}

fn misused(number: i32, why: &str) {
    assert_eq!((number, wasm::take_text().as_str()), (MISUSE, why));
}

#[wasm_bindgen_test]
fn endpoints_stand_in_the_order_of_their_numbers() {
    let names: Vec<&str> = Endpoint::ALL.iter().map(|endpoint| endpoint.name()).collect();
    assert_eq!(wasm::endpoints(), names.join("\n"));
}

#[wasm_bindgen_test]
fn the_catalogue_has_a_source_for_each_code_that_has_one() {
    let (codes, sources) = catalogue();
    assert_eq!(codes.len(), Code::ALL.len());
    assert_eq!(sources, Code::ALL.iter().map(|code| code.source()).collect::<Vec<_>>());
}

#[wasm_bindgen_test]
fn check_tells_findings_with_their_place() {
    let mut said = said(check(UPDATE, "{\"via\":\"₹\",\n \"cgst\":90,\"sgst\":91}", ""));
    let report = said.report();
    let finding = &report["findings"][0];
    assert_eq!((&report["errors"], &report["warnings"], said.ends()), (&1.into(), &0.into(), true));
    assert_eq!((&finding["code"], &finding["path"]), (&"tax.halves-differ".into(), &json!(["sgst"])));
    assert_eq!((&finding["expected"], &finding["actual"], &finding["source"]), (&Value::Null, &"91".into(), &Value::Null));
    assert_eq!((&finding["args"], &finding["warning"]), (&json!(["90.00", "91.00"]), &false.into()));
    assert_eq!((&finding["line"], &finding["column"]), (&2.into(), &19.into()));
}

#[wasm_bindgen_test]
fn texts_are_measured_as_javascript_measures_them() {
    let key = "₹😀\u{7}é".repeat(12);
    let mut said = said(check(UPDATE, format!("{{\"{}\":1,\"dueDate\":\"₹\"}}", key.replace('\u{7}', "\\u0007")), ""));
    let report = said.report();
    assert!(said.ends(), "{report}");
    let codes: Vec<_> = report["findings"].as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["field.unknown", "date.format"]);
    assert!(report["findings"][0]["path"][0].as_str().unwrap().starts_with("₹😀\\u0007é₹"), "{report}");
    assert_eq!(report["findings"][1]["actual"], "₹");
}

#[wasm_bindgen_test]
fn check_without_places_tells_none() {
    let [payload, options] = write([br#"{"cgst":-1}"#, b""]);
    assert_eq!(said(wasm::check(UPDATE, payload, options, false)).report()["findings"][0]["line"], Value::Null);
}

#[wasm_bindgen_test]
fn check_reads_options() {
    let late = r#"{"invoiceDate":"2025-11-15T10:30:00"}"#;
    assert!(check(UPDATE, late, r#"{"today":"2025-11-15"}"#) > 0);
    assert_eq!(said(check(UPDATE, late, r#"{"today":"2025-11-14"}"#)).report()["findings"][0]["code"], "date.future");
    let current = format!(r#"{{"current":{SOUND}}}"#);
    assert_eq!(said(check(UPDATE, r#"{"netAmount":1000}"#, &current)).report()["findings"][0]["code"], "total.net");
    let hidden = |options| said(check(UPDATE, r#"{"mobileNumber":"98"}"#, options)).report()["findings"][0]["hidden"].clone();
    assert_eq!((hidden(""), hidden(r#"{"mask":true}"#)), (false.into(), true.into()));
}

#[wasm_bindgen_test]
fn sound_payloads_of_one_kind_have_one_number() {
    let number = check(UPDATE, SOUND, "");
    assert!(number > 0);
    assert_eq!(check(UPDATE, SOUND, ""), number);
    let skipped = wasm::skipped(number as usize);
    let codes: Vec<_> =
        skipped.lines().map(|line| catalogue().0[line.split('\t').next().unwrap().parse::<usize>().unwrap()].clone()).collect();
    assert!(codes.contains(&"tax.rate-expired".to_owned()) && !codes.contains(&"total.net".to_owned()), "{codes:?}");
    assert!(skipped.lines().any(|line| line.ends_with("\toptions.current")), "{skipped}");
    let other = check(UPDATE, r#"{"via":"EMAIL"}"#, "");
    assert!(other > 0 && other != number);
    assert_eq!(said(check(UPDATE, r#"{"via":"EMAIL","x":1}"#, "")).report()["skipped"], other);
    assert_eq!(wasm::skipped(NO_SUCH * 100), "");
}

#[wasm_bindgen_test]
fn sets_that_were_forgotten_come_back_with_another_number() {
    let names = ["baseAmount", "cgst", "sgst", "igst", "netAmount", "tds", "totalReceived", "balanceAmount", "dueDate", "invoiceDate"];
    let payload = |bits: usize| {
        let members: Vec<_> =
            names.iter().enumerate().filter(|(index, _)| bits >> index & 1 == 1).map(|(_, name)| format!("\"{name}\":0")).collect();
        format!("{{{}}}", members.join(","))
    };
    let sets: Vec<_> = (0..1024).map(|bits| said_or_set(check(UPDATE, payload(bits), ""))).collect();
    let distinct = sets.iter().collect::<std::collections::BTreeSet<_>>().len();
    assert!(distinct > 300, "{distinct} sets");
    let again = said_or_set(check(UPDATE, payload(1), ""));
    assert!(again > sets[1] && !wasm::skipped(again).is_empty() && wasm::skipped(sets[1]).is_empty());
}

/// The number of the set of rules that were skipped.
fn said_or_set(number: i32) -> usize {
    if number > 0 { number as usize } else { said(number).report()["skipped"].as_u64().unwrap() as usize }
}

#[wasm_bindgen_test]
fn normalize_tells_text_changes_and_report() {
    let [payload, options] = write([br#"{ "cgst" : "1,180.50" , "x" : 1.50}"#, b""]);
    let mut said = said(wasm::normalize(UPDATE, payload, options, true));
    assert_eq!(wasm::take_text(), r#"{ "cgst" : 1180.50 , "x" : 1.50}"#);
    assert_eq!(wasm::take_text(), "", "taken once");
    assert_eq!((said.number(), said.number()), (1, 1), "readable, one change");
    assert_eq!((said.path(), said.text(), said.text()), (vec!["cgst".into()], "\"1,180.50\"".to_owned(), "1180.50".to_owned()));
    said.text();
    assert_eq!(said.report()["findings"][0]["code"], "field.unknown");
    assert!(said.ends());
}

#[wasm_bindgen_test]
fn normalize_tells_no_text_where_nothing_changes_or_nothing_can_be_read() {
    let [payload, options] = write([SOUND.as_bytes(), b""]);
    assert_eq!(wasm::normalize(UPDATE, payload, options, true), wasm::check(UPDATE, payload, options, true));
    assert_eq!(wasm::take_text(), "");
    let [payload, options] = write([b"{\"cgst\":", b""]);
    let mut said = said(wasm::normalize(UPDATE, payload, options, true));
    assert_eq!((said.number(), said.number(), wasm::take_text().as_str()), (0, 0, ""));
    assert_eq!(said.report()["findings"][0]["code"], "json.syntax");
}

#[wasm_bindgen_test]
fn build_gives_a_request_or_says_why_not() {
    let [fields, target, options] = write([FIELDS.as_bytes(), br#"{"invoiceId":"INV 1","sellerId":"CEK1234567"}"#, b""]);
    let mut result = said(wasm::build(UPDATE, fields, target, options));
    assert_eq!(result.report()["errors"], 0);
    let built = result.json();
    let request = &built["request"];
    assert_eq!(
        (&built["status"], &request["method"], &request["path"]),
        (&"ready".into(), &"PATCH".into(), &"/api/v0/invoice/INV%201".into())
    );
    assert_eq!(request["query"], json!({"sellerId": "CEK1234567"}));
    assert!(request["body"].as_str().unwrap().contains(r#""igst":180.02"#), "{request}");
    assert_eq!((&built["amounts"]["net"], built.get("report")), (&"1180.12".into(), None));

    let [fields, target, options] = write([FIELDS.as_bytes(), b"", b""]);
    let mut result = said(wasm::build(CREATE, fields, target, options));
    result.report();
    assert_eq!(result.json()["status"], "ready");
    let mut result = said(wasm::build(UPDATE, fields, target, options));
    let report = result.report();
    assert_eq!((&result.json()["status"], &report["findings"][0]["inPath"]), (&"refused".into(), &true.into()));
    let mut result = said(wasm::build(ANSWER, fields, target, options));
    result.report();
    assert_eq!(result.json()["status"], "refused");
    let [fields, target, options] = write([FIELDS.as_bytes(), br#"{"invoiceId":"I","sellerId":"no"}"#, b""]);
    let finding = said(wasm::build(UPDATE, fields, target, options)).report()["findings"][0].clone();
    assert_eq!((&finding["code"], &finding["inQuery"]), (&"id.seller".into(), &true.into()));
}

#[wasm_bindgen_test]
fn split_tax_gives_amounts_or_findings() {
    let [recipe] = write([br#"{"base":"100.00","rate":18,"inclusive":true,"interState":false}"#]);
    let mut result = said(wasm::split_tax(recipe));
    result.report();
    let amounts = result.json();
    assert_eq!(amounts["taxable"], "84.75");
    assert_eq!((&amounts["cgst"], &amounts["sgst"], &amounts["roundOff"]), (&"7.63".into(), &"7.63".into(), &"-0.01".into()));
    let [recipe] = write([br#"{"base":"100.00","rate":17,"interState":false}"#]);
    let mut result = said(wasm::split_tax(recipe));
    assert_eq!(result.report()["findings"][0]["code"], "tax.rate-unknown");
    assert_eq!(result.json(), Value::Null);
}

#[wasm_bindgen_test]
fn parse_gstin_takes_it_apart_or_names_the_fault() {
    let [text] = write([b"27AAPFU0939F1ZV"]);
    let parsed = |text| said(wasm::parse_gstin(text)).json();
    let sound = json!({
        "valid": true, "gstin": "27AAPFU0939F1ZV", "kind": "regular", "state": {"code": "27", "name": "Maharashtra"},
        "pan": "AAPFU0939F", "holder": "firm"
    });
    assert_eq!(parsed(text), sound);
    let [text] = write([b"27AAPFU0939F1ZX"]);
    let fault = parsed(text);
    let code = |parsed: &Value| catalogue().0[parsed["code"].as_u64().unwrap() as usize].clone();
    assert_eq!((&fault["valid"], code(&fault).as_str(), &fault["expected"]), (&false.into(), "gstin.check-digit", &"V".into()));
    let [text] = write([b"\xff\xfe"]);
    assert_eq!(code(&parsed(text)), "gstin.length");
}

#[wasm_bindgen_test]
fn too_large_reports_what_was_not_copied() {
    let report = said(wasm::too_large(CREATE, 9_000_000, 8_388_608)).report();
    assert_eq!(report["errors"], 1);
    assert_eq!((&report["findings"][0]["code"], &report["findings"][0]["actual"]), (&"json.too-large".into(), &"9000000".into()));
    assert!(check(UPDATE, SOUND, "") > 0);
}

#[wasm_bindgen_test]
fn an_invalid_call_is_reported_and_harms_nothing() {
    misused(check(NO_SUCH, SOUND, ""), "unknown endpoint");
    misused(wasm::too_large(NO_SUCH, 1, 1), "unknown endpoint");
    assert_eq!(check(UPDATE, SOUND, r#"{"tody":"2025-11-15"}"#), MISUSE);
    let why = wasm::take_text();
    // In JavaScript it ends with "did you mean today?".
    let (before, sentence) = why.split_once('\u{1d}').unwrap();
    let mut sentence = Said { units: sentence.encode_utf16().collect(), at: 0 };
    sentence.number();
    assert_eq!((before, sentence.number()), ("options: ", 2));
    assert_eq!((sentence.argument(), sentence.argument(), sentence.ends()), ("tody".to_owned(), "today".to_owned(), true));
    for (payload, options) in [(usize::MAX, 0), (0, usize::MAX), (usize::MAX, usize::MAX)] {
        misused(wasm::check(UPDATE, payload, options, true), "the input buffer is shorter than its parts");
    }
    misused(wasm::split_tax(usize::MAX), "the input buffer is shorter than its parts");
    assert!(check(UPDATE, SOUND, "") > 0);
}

#[wasm_bindgen_test]
fn the_buffer_keeps_its_first_bytes_when_it_grows() {
    let [length] = write([SOUND.as_bytes()]);
    let address = wasm::input(1 << 18);
    assert_eq!(bytes(address, length).to_vec(), SOUND.as_bytes());
    assert!(wasm::check(UPDATE, length, 0, true) > 0);
    assert_eq!(wasm::input(usize::MAX), 0, "more than there can be");
    assert!(check(UPDATE, SOUND, "") > 0);
}

#[wasm_bindgen_test]
fn adversarial_payloads_do_not_trap() {
    for open in ["[", "{\"a\":", "{\"payload\":{\"invoiceAttachments\":[", "{\"via\":[{\"b\":"] {
        for endpoint in [UPDATE, CREATE, ANSWER] {
            assert_eq!(first_code(endpoint, open.repeat(1_000_000 / open.len())), "json.syntax");
        }
        assert!(check(UPDATE, SOUND, "") > 0);
    }
    let nested = format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    assert_eq!(first_code(UPDATE, format!("{{\"via\":{nested}}}")), "field.type");
    let long = "x".repeat((8 << 20) - 64);
    assert!(check(UPDATE, format!("{{\"description\":\"{long}\"}}"), "") > 0);
    assert_eq!(first_code(UPDATE, format!("{{\"customerId\":\"{long}\"}}")), "id.customer");
    assert_eq!(first_code(UPDATE, format!("{{\"{long}\":1}}")), "patch.empty");
    assert_eq!(first_code(UPDATE, format!("{{\"description\":\"{long}{long}\"}}")), "json.too-large");
    assert_eq!(first_code(UPDATE, b"\xff{}"), "json.syntax");
    assert!(check(UPDATE, SOUND, "") > 0);
}
