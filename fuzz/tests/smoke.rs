//! Every target on the fixtures and on mutations of them, from a fixed seed: what runs on
//! any machine, without a fuzzer.
//!
//! `BIJAK_TIMES=20 cargo test --no-default-features` tries twenty times as many.

use bijak::payload::Target;
use bijak::{Code, Endpoint, Options, Severity, Tolerance, build};
use bijak_fuzz::{TARGETS, seeds};
use fastrand::Rng;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Mutations of each target.
const TRIES: usize = 12_000;

/// What mutations put in.
const PIECES: &[&str] = &[
    "",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "0",
    "9",
    "-",
    ".",
    "e",
    "E+",
    "null",
    "true",
    "{}",
    "[]",
    " ",
    "\n",
    "\u{1}",
    "\0",
    "₹",
    "é",
    "\\u0041",
    "\\ud83d",
    "\"x\":1,",
    "1e400",
    "0.001",
    "0.30000000000000004",
    "99999999999999.99",
    "\u{feff}",
];

fn mutated(seed: &[u8], other: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..rng.usize(1..5) {
        let at = rng.usize(..=bytes.len());
        match rng.u8(..8) {
            0 | 1 => {
                let end = (at + rng.usize(..4)).min(bytes.len());
                bytes.splice(at..end, PIECES[rng.usize(..PIECES.len())].bytes());
            }
            2 if at < bytes.len() => bytes[at] = rng.u8(..),
            3 if at < bytes.len() => bytes[at] ^= 1 << rng.u8(..8),
            4 => {
                let end = (at + rng.usize(..40)).min(bytes.len());
                bytes.drain(at..end);
            }
            5 => {
                let end = (at + rng.usize(..60)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            6 if !other.is_empty() => {
                let from = rng.usize(..other.len());
                let end = (from + rng.usize(..60)).min(other.len());
                bytes.splice(at..at, other[from..end].iter().copied());
            }
            // The endpoint, the options, the case.
            _ if bytes.len() > 2 => bytes[rng.usize(..3)] = rng.u8(..),
            _ => {}
        }
    }
    bytes
}

fn smoke(name: &str) {
    let times: usize = std::env::var("BIJAK_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    let (_, target) = TARGETS.iter().find(|(known, _)| *known == name).expect("a target");
    let run = |bytes: &[u8]| {
        if catch_unwind(AssertUnwindSafe(|| target(bytes))).is_err() {
            panic!("{name} breaks a promise on {}", bytes.escape_ascii());
        }
    };
    let seeds = seeds::of(name);
    assert!(seeds.len() >= 60, "only {} seeds", seeds.len());
    seeds.iter().for_each(|seed| run(seed));
    let mut rng = Rng::with_seed(20_261_122);
    let any = |rng: &mut Rng| &seeds[rng.usize(..seeds.len())];
    for _ in 0..TRIES * times {
        run(&mutated(any(&mut rng), any(&mut rng), &mut rng));
    }
}

/// A thousand of the largest amounts of every kind: more than 64 bits hold.
#[test]
fn sums_of_the_largest_amounts_do_not_overflow() {
    let most = "99999999999999.99";
    let kinds = ["CGST", "SGST", "IGST", "CESS", "STATE_CESS", "DISCOUNT", "OTHER_CHARGES", "ROUND_OFF", "PRE_TAX"];
    let list = |of: &[String]| (0..1000).map(|at| of[at % of.len()].clone()).collect::<Vec<_>>().join(",");
    for sign in ["", "-"] {
        let entry = |kind: &&str| format!(r#"{{"type":"{kind}","value":{sign}{most}}}"#);
        for kinds in [&kinds[..], &kinds[..2], &kinds[2..3], &kinds[5..6]] {
            let entries = list(&kinds.iter().map(entry).collect::<Vec<_>>());
            let item = format!(
                r#"{{"quantity":9999999999.999,"unitPrice":999999999999.999,"totalAmt":999999999999.99,"assessmentAmount":999999999999.99,
                "gstRate":40,"totalItemValue":999999999999.99,"itemValueDetails":[{entries}],"rates":[{entries}],
                "otherTaxes":[{}]}}"#,
                list(&[format!(r#"{{"name":"x","rate":100,"amount":{sign}{most}}}"#)])
            );
            let milestones = list(&[format!(r#"{{"dueAmount":{sign}{most},"dueDate":"2025-12-15"}}"#)]);
            let text = format!(
                r#"{{"itemLists":[{item}],"valueDetails":{{"assessmentValue":{most},"totalInvoiceValue":{most},"otherValues":[{entries}]}},
                "advancePaymentDetails":{{"paidAmount":{most},"pendingDueAmount":{most}}},"paymentMilestones":[{milestones}]}}"#
            );
            for tolerance in [Tolerance::Irp, Tolerance::Exact] {
                bijak::check(Endpoint::NbblInvoice, &text, &Options::new().tolerance(tolerance));
            }
        }
    }
    let sold = r#"{"hsnCode":"7318","unit":"KGS","quantity":9999999999.999,"unitPrice":999999999999.999,"gstRate":40,"cessRate":999.999,"otherCharges":99999999999999.99}"#;
    let sale = format!(
        r#"{{"sale":{{"random":"3f2504e04f8941d39a0c0305e82c3301","supplierInvoiceNumber":"SE/42","ts":"2025-11-15","supplierDetails":{},
        "buyerDetails":{{"b2bId":"B-1","gstin":"27AABCD1234E1Z8","legalName":"Buyer","stateCode":"27","placeOfSupply":"27",
        "address":{{"addressLine1":"1 Road","city":"Town"}}}},"items":[{}],"roundOff":"rupee","otherCharges":{most}}}}}"#,
        bijak_fuzz::built::SUPPLIER,
        list(&[sold.to_owned()])
    );
    let built = build(Endpoint::SendInvoiceRequest, &sale, &Target::default(), &Options::new());
    let refused = built.report().findings.iter().filter(|finding| finding.severity == Severity::Error);
    assert!(
        refused.clone().count() > 0 && refused.clone().all(|finding| finding.code == Code::AmountTooLarge),
        "{:?}",
        refused.collect::<Vec<_>>()
    );
}

#[test]
fn check() {
    smoke("check");
}

#[test]
fn normalize() {
    smoke("normalize");
}

#[test]
fn built() {
    smoke("built");
}

#[test]
fn reading() {
    smoke("reading");
}

#[test]
fn arithmetic() {
    smoke("arithmetic");
}
