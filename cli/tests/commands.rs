//! Every command, its exit status, and what is told of words that are not known.
#![cfg(test)]

mod support;

use support::{Ran, file, run};

const FAULTY: &str = r#"{"cgst":90,"sgst":90.5,"mobileNumber":"98765"}"#;

#[test]
fn a_payload_is_checked_for_people_and_for_programs() {
    let path = file("payload", "patch.json", FAULTY);
    let ran = run(&["check", "updateInvoice", &path], "");
    assert_eq!((ran.status, ran.stderr.as_str()), (1, ""));
    assert!(ran.stdout.starts_with("✗ 1:19 sgst  tax.halves-differ\n  CGST ₹ 90.00 and SGST ₹ 90.50 are not equal;"), "{}", ran.stdout);
    assert!(ran.stdout.contains("2 errors, 0 warnings, "), "{}", ran.stdout);

    let ran = run(&["check", "updateInvoice", "--output", "json"], FAULTY);
    let expected = bijak::check(bijak::Endpoint::UpdateInvoice, FAULTY, &bijak::Options::new());
    assert_eq!((ran.status, ran.stdout), (1, serde_json::to_string(&expected).unwrap() + "\n"));
}

#[test]
fn the_status_is_0_for_clean_1_for_findings_and_2_for_misuse() {
    let status = |words: &[&str], stdin: &str| run(words, stdin).status;
    assert_eq!(status(&["check", "updateInvoice"], r#"{"via":"EMAIL"}"#), 0);
    assert_eq!(status(&["check", "updateInvoice"], "{"), 1);
    assert_eq!(status(&["check", "updateInvoice"], r#"{"via":"EMAIL","x":1}"#), 0, "a warning is none");
    assert_eq!(status(&["check", "updateInvoice", "--deny-warnings"], r#"{"via":"EMAIL","x":1}"#), 1);
    assert_eq!(status(&["check", "updateInvoice", "--deny-warnings"], r#"{"via":"EMAIL"}"#), 0);
    assert_eq!(status(&["normalize", "updateInvoice"], r#"{"tds":"1,000"}"#), 0);
    assert_eq!(status(&["normalize", "updateInvoice"], r#"{"tds":-1}"#), 1);
    assert_eq!(status(&[], ""), 2);
    assert_eq!(status(&["--help"], ""), 0);
    assert_eq!(status(&["--version"], ""), 0);
}

#[test]
fn unknown_words_are_reported_with_the_nearest() {
    let missing = file("misuse", "here.json", "{}").replace("here", "gone");
    let folder = missing.rsplit_once('/').unwrap().0.to_owned();
    let bad = file("misuse", "bad.json", "[]");
    let unknown = file("misuse", "odd.txt", "{}");
    let check: &[&str] = &["check", "updateInvoice"];
    let all = |more: &[&str]| [check, more].concat().iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    for (words, reported) in [
        (words(&["check", "updateInvoise"]), &["createInvoice", "'updateInvoice'"][..]),
        (words(&["chek"]), &["'check'"]),
        (words(&["rules", "tax.halve-differ"]), &["did you mean tax.halves-differ?", "tax.wrong-head"]),
        (words(&["rules", "txa"]), &["unknown code or subject `txa`", "subjects: json, ", "did you mean tax?", "tax, total, tds,"]),
        (
            words(&["transitions", "SENT_TO_BUYR"]),
            &["unknown invoice status `SENT_TO_BUYR`; did you mean SENT_TO_BUYER?", "known statuses: CREATED, ", "UNDER_REVIEW"],
        ),
        (words(&["transitions", "CREATED", "--machine", "approvalStatu"]), &["'approvalStatus'"]),
        (words(&["transitions", "CREATED", "--actor", "byer"]), &["'buyer'", "lender"]),
        (all(&["--tolerance", "exat"]), &["'exact'"]),
        (all(&["--lifecycle", "documentd"]), &["'documented'"]),
        (all(&["--today", "now"]), &["not a valid date; write it like 2025-11-15"]),
        (all(&["--today", "2025-02-30"]), &["2025-02-30"]),
        (all(&["--locale", "xx"]), &["en"]),
        (all(&["--jobs", "0"]), &["--jobs"]),
        (all(&["--current", &missing]), &["--current", "gone.json"]),
        (all(&["--current", &bad]), &["bad.json: the option `current` has no invoice fields; pass the invoice"]),
        (all(&[&missing]), &["gone.json: "]),
        (all(&[&folder, "--format", "ndjson"]), &["misuse: "]),
        (all(&[&unknown]), &["odd.txt: cannot tell the format from the file name", "--format"]),
        (all(&["-", "-"]), &["- is given twice"]),
        (all(&["--map", "Total=netAmount"]), &["--map is only for CSV"]),
        (
            words(&["check", "nbblInvoice", "--format", "csv"]),
            &["CSV is supported only for createInvoice and updateInvoice, not for nbblInvoice"],
        ),
    ] {
        let ran = run(&words.iter().map(String::as_str).collect::<Vec<_>>(), "{}");
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{words:?}: {}", ran.stderr);
        for part in reported {
            assert!(ran.stderr.contains(part), "{words:?}: {}", ran.stderr);
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_stops_no_other() {
    let one = file("several", "one.json", r#"{"via":"EMAIL"}"#);
    let two = file("several", "two.json", FAULTY);
    let gone = one.replace("one", "gone");
    let ran = run(&["check", "updateInvoice", &one, &gone, &two, "--output", "json"], "");
    assert_eq!(ran.status, 2);
    let files: Vec<_> = ran.json().iter().map(|line| line["file"].as_str().unwrap().to_owned()).collect();
    assert_eq!(files, [one.clone(), two.clone()]);
    let ran = run(&["check", "updateInvoice", &one, &two], "");
    assert!(ran.stdout.contains(&format!("✗ {two}:1:19 sgst")) && ran.stdout.contains(&format!("{one}: 0 errors, ")), "{}", ran.stdout);
}

#[test]
fn options_reach_the_check() {
    let stored = file("options", "stored.json", r#"{"baseAmount":1000,"cgst":90,"sgst":90,"netAmount":1180}"#);
    let found = |words: &[&str], payload: &str| run(&[&["check"], words, &["--output", "json"]].concat(), payload).stdout;
    // A code that is found, not one that is skipped.
    let net = r#""code":"total.net","severity""#;
    assert!(found(&["updateInvoice", "--current", &stored], r#"{"netAmount":1000}"#).contains(net));
    assert!(!found(&["updateInvoice"], r#"{"netAmount":1000}"#).contains(net));
    let dated = r#"{"invoiceDate":"2025-11-22T10:00:00"}"#;
    let future = r#""code":"date.future","severity""#;
    assert!(found(&["updateInvoice", "--today", "2025-11-21"], dated).contains(future));
    assert!(!found(&["updateInvoice", "--today", "2025-11-22"], dated).contains(future));
    assert!(found(&["updateInvoice"], FAULTY).contains("98765"));
    assert!(!found(&["updateInvoice", "--mask"], FAULTY).contains("98765"));
    let report = |words: &[&str]| serde_json::from_str::<serde_json::Value>(&found(words, FAULTY)).unwrap();
    assert!(run(&["check", "updateInvoice", "--locale", "hi"], FAULTY).stdout.contains("CGST ₹ 90.00 और SGST ₹ 90.50"));
    let few = report(&["updateInvoice", "--max-findings", "1"]);
    assert_eq!((few["findings"].as_array().unwrap().len(), &few["omitted"], &few["errors"]), (1, &1.into(), &2.into()));
    let large = report(&["updateInvoice", "--max-bytes", "45"]);
    assert_eq!(large["findings"][0]["code"], "json.too-large");
    assert!(large["findings"][0]["message"].as_str().unwrap().contains(&format!("the payload is {} bytes", FAULTY.len())), "{large}");
    assert!(found(&["updateInvoice", "--max-depth", "1"], r#"{"x":[]}"#).contains("json.too-deep"));
    let item = r#"{"itemLists":[{"hsnCode":"7318","quantity":10,"unitPrice":100,"totalAmt":1000,"assessmentAmount":1000,
        "gstRate":18,"itemValueDetails":[{"type":"IGST","value":179.50}],"totalItemValue":1179.50}]}"#;
    let tax = r#""code":"tax.amount","severity""#;
    assert!(!found(&["nbblInvoice"], item).contains(tax));
    assert!(found(&["nbblInvoice", "--tolerance", "exact"], item).contains(tax));
    let step = r#"{"statusTransition":{"currentStatus":"ACCEPTED","newStatus":"CANCELLED"}}"#;
    let of = |severity: &str| format!(r#""code":"status.undocumented","severity":"{severity}""#);
    assert!(found(&["nbblInvoice"], step).contains(&of("warning")));
    assert!(found(&["nbblInvoice", "--lifecycle", "documented"], step).contains(&of("error")));
}

#[test]
fn a_payload_is_normalized_and_nothing_else_of_it_changes() {
    let text = "{ \"tds\": \"1,000\",\n  \"x\": 1.50 }\n";
    let ran = run(&["normalize", "updateInvoice"], text);
    assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (0, "{ \"tds\": 1000,\n  \"x\": 1.50 }\n", ""));
    let ran = run(&["normalize", "updateInvoice", "--changes"], text);
    assert!(ran.stderr.starts_with("~ tds: \"1,000\" → 1000\n"), "{}", ran.stderr);
    let ran = run(&["normalize", "updateInvoice", "--changes=json"], text);
    assert!(ran.stderr.starts_with(r#"{"changes":[{"path":["tds"],"from":"\"1,000\"","to":"1000","why":"#), "{}", ran.stderr);
    let ran = run(&["normalize", "updateInvoice"], "{\"tds\": \"1,000\"");
    assert_eq!((ran.status, ran.stdout.as_str()), (1, "{\"tds\": \"1,000\""));
    assert!(ran.stderr.contains("json.syntax"), "{}", ran.stderr);
    let long = format!("{{\"tds\":\"1,000\",\"x\":\"{}\"}}", "y".repeat(400_000));
    let ran = run(&["normalize", "updateInvoice", "--max-bytes", "1000"], &long);
    assert_eq!((ran.status, ran.stdout == long), (1, true), "what is too large passes as it is");
    assert!(ran.stderr.contains("json.too-large") && ran.stderr.contains(&long.len().to_string()), "{}", ran.stderr);
}

#[test]
fn rules_are_those_of_the_library() {
    let Ran { status, stdout, .. } = run(&["rules"], "");
    assert_eq!((status, stdout.lines().count()), (0, bijak::rules().len()));
    let json: Vec<serde_json::Value> = serde_json::from_str(&run(&["rules", "--output", "json"], "").stdout).unwrap();
    assert_eq!(serde_json::to_value(bijak::rules()).unwrap(), serde_json::Value::from(json));
    let one = run(&["rules", "tax.halves-differ"], "").stdout;
    assert_eq!(
        one,
        "tax.halves-differ\nCGST and SGST that are not equal.\nseverity  error\nstanding  documented\nsource    e-invoice validation 2227\n          https://einvoice1.gst.gov.in/others/geterrorcodes/INV\n"
    );
    let one: serde_json::Value = serde_json::from_str(&run(&["rules", "tax.halves-differ", "--output", "json"], "").stdout).unwrap();
    assert_eq!(one["code"], "tax.halves-differ");
    assert!(run(&["rules", "gstin"], "").stdout.lines().all(|line| line.starts_with("gstin.")));
}

#[test]
fn transitions_are_those_of_the_library() {
    let json = |words: &[&str]| serde_json::from_str::<serde_json::Value>(&run(words, "").stdout).unwrap();
    let expected = bijak::transitions("SENT_TO_BUYER", &Default::default()).unwrap();
    assert_eq!(json(&["transitions", "SENT_TO_BUYER", "--output", "json"]), serde_json::to_value(expected).unwrap());
    let documented = json(&["transitions", "SENT_TO_BUYER", "--actor", "buyer", "--strictness", "documented", "--output", "json"]);
    let to: Vec<_> = documented.as_array().unwrap().iter().map(|arrow| arrow["to"].as_str().unwrap()).collect();
    assert_eq!(to, ["ACCEPTED", "REJECTED"]);
    let next = run(&["transitions", "PARTIAL_PAID", "--machine", "invoiceStatus"], "");
    assert!(next.status == 0 && next.stdout.contains("REFUNDED"), "{next:?}");
    assert_eq!(run(&["transitions", "CLOSED"], "").stdout, "CLOSED: a final status, nothing follows it\n");
}

#[test]
fn endpoints_are_those_of_the_library() {
    let names: Vec<_> = bijak::Endpoint::ALL.iter().map(|endpoint| endpoint.name()).collect();
    let human = run(&["endpoints"], "").stdout;
    assert_eq!(human.lines().map(|line| line.split(' ').next().unwrap()).collect::<Vec<_>>(), names);
    let json: Vec<serde_json::Value> = serde_json::from_str(&run(&["endpoints", "--output", "json"], "").stdout).unwrap();
    assert_eq!(json.iter().map(|entry| entry["name"].as_str().unwrap()).collect::<Vec<_>>(), names);
    assert_eq!((&json[0]["method"], &json[0]["path"]), (&"PATCH".into(), &"/api/v0/invoice/{invoiceId}".into()));
}

#[test]
fn what_is_shown_of_the_input_moves_no_terminal() {
    let ran = run(&["check", "updateInvoice"], "{\"\\u001b[2J\u{9b}2J\":1,\"via\":\"\u{9b}2J\"}");
    assert!(!ran.stdout.chars().any(|c| c.is_control() && c != '\n'), "{:?}", ran.stdout);
    let ran = run(&["normalize", "updateInvoice", "--changes"], "{\"customerId\":\" \u{9b}2J \"}");
    assert!(!ran.stderr.chars().any(|c| c.is_control() && c != '\n'), "{:?}", ran.stderr);
}

/// The README's `console` blocks: files that `cat` shows are written, all else is run and compared.
#[cfg(unix)]
#[test]
fn the_readme_shows_what_happens() {
    let folder = file("readme", "x", "").replace("/x", "");
    let bin = std::path::Path::new(env!("CARGO_BIN_EXE_bijak")).parent().unwrap();
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    let mut ran = 0;
    for block in include_str!("../README.md").split("```console\n$ ").skip(1) {
        let (command, expected) = block.split("```").next().unwrap().split_once('\n').unwrap();
        if let Some(name) = command.strip_prefix("cat ") {
            std::fs::write(format!("{folder}/{name}"), expected).unwrap();
            continue;
        }
        let output = std::process::Command::new("sh").args(["-c", command]).env("PATH", &path).current_dir(&folder).output().unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap(), expected, "{command}");
        ran += 1;
    }
    assert_eq!(ran, 3, "blocks that were run");
}
