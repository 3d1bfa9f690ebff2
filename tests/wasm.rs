//! The binding, called as the JavaScript beside it does: in Node and in a browser.
#![cfg(all(target_arch = "wasm32", feature = "verbs"))]

use bijak::{Endpoint, wasm};
use js_sys::{Uint8Array, WebAssembly::Memory};
use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

const UPDATE: usize = 0;
const CREATE: usize = 1;
const ANSWER: usize = 2;
const NO_SUCH: usize = 99;

const MISUSE: i32 = -1;
const SAID: i32 = 0;

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

fn said() -> Value {
    serde_json::from_str(&wasm::take_text()).unwrap()
}

fn check(endpoint: usize, payload: impl AsRef<[u8]>, options: &str) -> i32 {
    let [payload, options] = write([payload.as_ref(), options.as_bytes()]);
    wasm::check(endpoint, payload, options, true)
}

fn first_code(endpoint: usize, payload: impl AsRef<[u8]>) -> String {
    assert_eq!(check(endpoint, payload, ""), SAID);
    said()["findings"][0]["code"].as_str().unwrap().to_owned()
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
fn check_tells_findings_with_their_place() {
    assert_eq!(check(UPDATE, "{\"via\":\"₹\",\n \"cgst\":90,\"sgst\":91}", ""), SAID);
    let report = said();
    let finding = &report["findings"][0];
    assert_eq!(report["endpoint"], "updateInvoice");
    assert_eq!((&report["valid"], &report["errors"]), (&false.into(), &1.into()));
    assert_eq!((&finding["code"], &finding["path"]), (&"tax.halves-differ".into(), &serde_json::json!(["sgst"])));
    assert_eq!((&finding["line"], &finding["column"]), (&2.into(), &19.into()));
    assert_eq!(wasm::take_text(), "", "a text is taken once");
}

#[wasm_bindgen_test]
fn check_without_places_tells_none() {
    let [payload, options] = write([br#"{"cgst":-1}"#, b""]);
    assert_eq!(wasm::check(UPDATE, payload, options, false), SAID);
    assert_eq!(said()["findings"][0].get("line"), None);
}

#[wasm_bindgen_test]
fn check_reads_options() {
    let late = r#"{"invoiceDate":"2025-11-15T10:30:00"}"#;
    assert!(check(UPDATE, late, r#"{"today":"2025-11-15"}"#) > 0);
    assert_eq!(check(UPDATE, late, r#"{"today":"2025-11-14"}"#), SAID);
    assert_eq!(said()["findings"][0]["code"], "date.future");
    let current = format!(r#"{{"current":{SOUND}}}"#);
    assert_eq!(check(UPDATE, r#"{"netAmount":1000}"#, &current), SAID);
    assert_eq!(said()["findings"][0]["code"], "total.net");
}

#[wasm_bindgen_test]
fn sound_payloads_of_one_kind_have_one_number() {
    let number = check(UPDATE, SOUND, "");
    assert!(number > 0);
    assert_eq!(check(UPDATE, SOUND, ""), number);
    assert_eq!(wasm::skipped(number as usize), SAID);
    let skipped = said();
    let codes: Vec<_> = skipped.as_array().unwrap().iter().map(|rule| rule["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"tax.rate-expired") && !codes.contains(&"total.net"), "{codes:?}");
    let other = check(UPDATE, r#"{"via":"EMAIL"}"#, "");
    assert!(other > 0 && other != number);
    assert_eq!(wasm::skipped(NO_SUCH * 100), SAID);
    assert_eq!(said(), serde_json::json!([]));
}

#[wasm_bindgen_test]
fn normalize_tells_text_changes_and_report() {
    let [payload, options] = write([br#"{ "cgst" : "1,180.50" , "x" : 1.50}"#, b""]);
    assert_eq!(wasm::normalize(UPDATE, payload, options, true), SAID);
    let normal = said();
    assert_eq!(wasm::take_text(), r#"{ "cgst" : 1180.50 , "x" : 1.50}"#, "the second text");
    assert_eq!(wasm::take_text(), "", "taken once too");
    assert_eq!(normal["readable"], true);
    assert_eq!((&normal["changes"][0]["from"], &normal["changes"][0]["to"]), (&"\"1,180.50\"".into(), &"1180.50".into()));
    assert_eq!(normal["report"]["findings"][0]["code"], "field.unknown");
}

#[wasm_bindgen_test]
fn normalize_tells_no_text_where_nothing_changes_or_nothing_can_be_read() {
    for (payload, readable) in [(SOUND, true), ("{\"cgst\":", false)] {
        let [payload, options] = write([payload.as_bytes(), b""]);
        assert_eq!(wasm::normalize(UPDATE, payload, options, true), SAID);
        let normal = said();
        assert_eq!((wasm::take_text().as_str(), &normal["readable"]), ("", &readable.into()));
        assert_eq!(normal["changes"], serde_json::json!([]));
    }
}

#[wasm_bindgen_test]
fn build_gives_a_request_or_says_why_not() {
    let [fields, target, options] = write([FIELDS.as_bytes(), br#"{"invoiceId":"INV 1","sellerId":"CEK1234567"}"#, b""]);
    assert_eq!(wasm::build(UPDATE, fields, target, options), SAID);
    let built = said();
    let request = &built["request"];
    assert_eq!(
        (&built["status"], &request["method"], &request["path"]),
        (&"ready".into(), &"PATCH".into(), &"/api/v0/invoice/INV%201".into())
    );
    assert_eq!(request["query"], serde_json::json!({"sellerId": "CEK1234567"}));
    assert!(request["body"].as_str().unwrap().contains(r#""igst":180.02"#), "{request}");
    assert_eq!(built["amounts"]["net"], "1180.12");

    let [fields, target, options] = write([FIELDS.as_bytes(), b"", b""]);
    assert_eq!(wasm::build(CREATE, fields, target, options), SAID);
    assert_eq!((&said()["status"], &wasm::take_text()), (&"ready".into(), &String::new()));
    assert_eq!(wasm::build(UPDATE, fields, target, options), SAID);
    let refused = said();
    assert_eq!((&refused["status"], &refused["report"]["findings"][0]["part"]), (&"refused".into(), &"path".into()));
    assert_eq!(wasm::build(ANSWER, fields, target, options), SAID);
    assert_eq!(said()["status"], "refused");
}

#[wasm_bindgen_test]
fn split_tax_gives_amounts_or_findings() {
    let [recipe] = write([br#"{"base":"100.00","rate":18,"inclusive":true,"interState":false}"#]);
    assert_eq!(wasm::split_tax(recipe), SAID);
    let split = said();
    let amounts = &split["amounts"];
    assert_eq!((&split["status"], &amounts["taxable"]), (&"ready".into(), &"84.75".into()));
    assert_eq!((&amounts["cgst"], &amounts["sgst"], &amounts["roundOff"]), (&"7.63".into(), &"7.63".into(), &"-0.01".into()));
    let [recipe] = write([br#"{"base":"100.00","rate":17,"interState":false}"#]);
    assert_eq!(wasm::split_tax(recipe), SAID);
    let split = said();
    assert_eq!((&split["status"], &split["findings"][0]["code"]), (&"refused".into(), &"tax.rate-unknown".into()));
}

#[wasm_bindgen_test]
fn parse_gstin_takes_it_apart_or_names_the_fault() {
    let [text] = write([b"27AAPFU0939F1ZV"]);
    assert_eq!(wasm::parse_gstin(text), SAID);
    let sound = serde_json::json!({
        "valid": true, "gstin": "27AAPFU0939F1ZV", "kind": "regular", "state": {"code": "27", "name": "Maharashtra"},
        "pan": "AAPFU0939F", "holder": "firm"
    });
    assert_eq!(said(), sound);
    let [text] = write([b"27AAPFU0939F1ZX"]);
    assert_eq!(wasm::parse_gstin(text), SAID);
    let fault = said();
    assert_eq!((&fault["valid"], &fault["code"], &fault["expected"]), (&false.into(), &"gstin.check-digit".into(), &"V".into()));
    let [text] = write([b"\xff\xfe"]);
    assert_eq!(wasm::parse_gstin(text), SAID);
    assert_eq!(said()["code"], "gstin.length");
}

#[wasm_bindgen_test]
fn too_large_reports_what_was_not_copied() {
    assert_eq!(wasm::too_large(CREATE, 9_000_000, 8_388_608), SAID);
    let report = said();
    assert_eq!((&report["endpoint"], &report["valid"]), (&"createInvoice".into(), &false.into()));
    assert_eq!((&report["findings"][0]["code"], &report["findings"][0]["actual"]), (&"json.too-large".into(), &"9000000".into()));
    assert!(check(UPDATE, SOUND, "") > 0);
}

#[wasm_bindgen_test]
fn misuse_is_told_and_harms_nothing() {
    misused(check(NO_SUCH, SOUND, ""), "there is no such endpoint");
    misused(wasm::too_large(NO_SUCH, 1, 1), "there is no such endpoint");
    assert_eq!(check(UPDATE, SOUND, r#"{"tody":"2025-11-15"}"#), MISUSE);
    let why = wasm::take_text();
    // In JavaScript it ends with "did you mean today?".
    assert!(why.starts_with("options: \u{1d}") && why.ends_with("\u{1f}`tody`\u{1f}today\u{1d}"), "{why:?}");
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
fn hostile_payloads_do_not_trap() {
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
