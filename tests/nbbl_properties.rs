//! What holds for every nested and every flat invoice of Bharat Connect, beside
//! independent readings of the same facts.
//!
//! `BIJAK_TIMES=20 cargo test --test nbbl_properties` tries twenty times as many cases.

#[allow(dead_code, reason = "other tests use the rest")]
mod tree;

use bijak::calc::{Share, head};
use bijak::{Code, Endpoint, Options, Paise, Rate, Report, Tolerance, check, normalize};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::BTreeSet;
use tree::Tree;

fn cases(count: u32) -> ProptestConfig {
    let times = std::env::var("BIJAK_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    ProptestConfig { cases: count * times, failure_persistence: None, ..ProptestConfig::default() }
}

fn exact() -> Options {
    Options::new().tolerance(Tolerance::Exact)
}

fn base(name: &str) -> Tree {
    let path = format!("{}/tests/fixtures/base/{name}.json", env!("CARGO_MANIFEST_DIR"));
    Tree::of(&std::fs::read_to_string(path).unwrap())
}

/// Codes and paths, each as often as it is there.
fn reported(report: &Report) -> Vec<(Code, String)> {
    let mut reported: Vec<_> = report.findings.iter().map(|finding| (finding.code, finding.path.to_string())).collect();
    reported.sort();
    reported
}

// Faults to put into an invoice

/// A place of the nested invoice, by a path into `base/one.json`.
const PLACES: &[&str] = &[
    "objectId",
    "objectVersion.newVersion",
    "ts",
    "statusTransition.newStatus",
    "transactionDetails.supplyType",
    "transactionDetails.reverseChargeTax",
    "transactionDetails.igstChargable",
    "supplierDetails.gstin",
    "supplierDetails.stateCode",
    "supplierDetails.address.pincode",
    "buyerDetails.gstin",
    "buyerDetails.stateCode",
    "buyerDetails.placeOfSupply",
    "itemLists[0].serialno",
    "itemLists[0].isService",
    "itemLists[0].hsnCode",
    "itemLists[0].quantity",
    "itemLists[0].unitPrice",
    "itemLists[0].totalAmt",
    "itemLists[0].assessmentAmount",
    "itemLists[0].gstRate",
    "itemLists[0].totalItemValue",
    "itemLists[0].itemValueDetails",
    "itemLists[0].itemValueDetails[0].type",
    "itemLists[0].itemValueDetails[1].value",
    "itemLists[0].itemValueDetails[2].type",
    "itemLists[0].itemValueDetails[2].value",
    "itemLists[0].rates[0].value",
    "itemLists[0].otherTaxes[0].amount",
    "itemLists[1].gstRate",
    "itemLists[1].itemValueDetails[2].value",
    "itemLists",
    "valueDetails.assessmentValue",
    "valueDetails.totalInvoiceValue",
    "valueDetails.otherValues[0].value",
    "valueDetails.otherValues[1].type",
    "valueDetails.otherValues[2].value",
    "advancePaymentDetails.pendingDueAmount",
    "invoiceReferenceDetails.invoiceEndDate",
    "precedingInvoiceDetails[0].date",
    "ewayBillDetail.transportMode",
    "ewayBillDetail.vehicleNo",
    "ewayBillDetail.distance",
    "paymentMilestones[1].dueAmount",
    "paymentMilestones[0].milestoneDate",
    "invoiceFinancingDetails.financingRequestAmount",
];

const VALUES: &[&str] = &[
    "0",
    "0.01",
    "18",
    "5",
    "28",
    "1080",
    "12603.005",
    "-1",
    "99999",
    "null",
    "true",
    "{}",
    "[]",
    "[1]",
    "[{}]",
    "\"\"",
    "\"x\"",
    "\"18\"",
    "\"Y\"",
    "\"N\"",
    "\"27\"",
    "\"29\"",
    "\"96\"",
    "\"URP\"",
    "\"EXPWP\"",
    "\"SEZWOP\"",
    "\"DEXP\"",
    "\"IGST\"",
    "\"DISCOUNT\"",
    "\"CESS\"",
    "\"2025-09-21\"",
    "\"2026-02-01\"",
    "\"2025-02-30\"",
    "\"29AAGCB7383J1Z4\"",
    "\"998314\"",
    "\"560001\"",
    "\"RAIL\"",
    "\"CLOSED\"",
    "\"ACCEPTED\"",
];

/// An invoice of two items, sound or with some faults.
fn invoice() -> impl Strategy<Value = Tree> {
    prop::collection::vec((select(PLACES), prop::option::weighted(0.8, select(VALUES))), 0..5).prop_map(|faults| {
        let mut tree = base("one");
        tree.repeat("itemLists", 2);
        for (place, value) in faults {
            // A fault before may have taken the place away.
            match value {
                _ if tree.reach(place).is_none() => {}
                Some(value) => tree.set(place, Tree::of(value)),
                None if place.ends_with(']') => {}
                None => drop(tree.drop(place)),
            }
        }
        tree
    })
}

/// The same with the members of its objects in another order.
fn shuffled(tree: &Tree, order: &mut impl FnMut(usize) -> usize) -> Tree {
    match tree {
        Tree::Leaf(_) => tree.clone(),
        Tree::List(elements) => Tree::List(elements.iter().map(|element| shuffled(element, order)).collect()),
        Tree::Map(members) => {
            let mut rest: Vec<_> = members.iter().map(|(name, value)| (name.clone(), shuffled(value, order))).collect();
            let mut members = Vec::new();
            while !rest.is_empty() {
                members.push(rest.remove(order(rest.len())));
            }
            Tree::Map(members)
        }
    }
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn the_order_of_members_changes_no_finding(tree in invoice(), picks in prop::collection::vec(any::<Index>(), 40), precise in any::<bool>()) {
        let options = if precise { exact() } else { Options::new() };
        let mut at = 0;
        let other = shuffled(&tree, &mut |length| {
            at += 1;
            picks[at % picks.len()].index(length)
        });
        let (report, again) = (check(Endpoint::NbblInvoice, tree.text(), &options), check(Endpoint::NbblInvoice, other.text(), &options));
        prop_assert_eq!(reported(&report), reported(&again), "{}\n{}", tree.text(), other.text());
        let skipped = |report: &Report| report.skipped.iter().map(|skipped| (skipped.code, format!("{:?}", skipped.needs))).collect::<BTreeSet<_>>();
        prop_assert_eq!(skipped(&report), skipped(&again), "{}\n{}", tree.text(), other.text());
    }

    #[test]
    fn normalizing_is_idempotent_and_keeps_all_else(tree in invoice(), untidy in prop::collection::vec((select(&[
        ("supplierDetails.gstin", "\"27aapfu0939f1zv \""),
        ("buyerDetails.email", "\"AP@BharatRetail.IN\""),
        ("itemLists[1].totalAmt", "\"12,603.00\""),
        ("itemLists[0].unit", "\"nos\""),
        ("ewayBillDetail.vehicleNo", "\"mh-12 ab 1234\""),
        ("supplierBankAccountDetails.beneficiaryName", "\" Acme \\u0041\""),
        ("statusTransition.newStatus", "\"sent_to_buyer\""),
        ("einvoiceResponse", "\"a\\/b\""),
        ("extra", "[1.50, {\"a\" : \" b \"}]"),
    ][..]), any::<bool>()), 0..6)) {
        let mut tree = tree;
        for ((place, value), _) in untidy {
            if place == "extra" || tree.reach(place).is_some() {
                tree.set(place, Tree::Leaf(value.to_owned()));
            }
        }
        let text = tree.text();
        keeps(Endpoint::NbblInvoice, &text)?;
    }

    #[test]
    fn normalizing_the_flat_invoice_is_idempotent_and_keeps_all_else(untidy in prop::collection::vec((select(&[
        "totalAmount", "cgst", "dueDate", "invoiceDate", "billEndDate", "email", "phone", "approvalStatus", "description", "hsnCode", "payoutData",
        "nbblPayments", "earlyPaymentMarkup", "autoRelease", "invoiceNumber",
    ][..]), select(&[
        "\"₹ 1,18,000.50\"", "0.30000000000000004", "\"15/11/2025\"", "\" 2025-11-15T10:30:00Z \"", "\"A@EXAMPLE.in \"", "\"+91 98765 43210\"",
        "\"approver_approved\"", "\"\\u0041 \"", "{ \"a\" : [ 1.50 ] }", "[ {\"x\": 1e3} ]", "null", "1e2", "true",
    ][..])), 0..8)) {
        let mut tree = base("flat");
        for (name, value) in untidy {
            tree.set(&format!("invoice.{name}"), Tree::Leaf(value.to_owned()));
        }
        keeps(Endpoint::SendInvoiceRequest, &tree.text())?;
    }
}

/// Normalizing changes what it says and nothing else, and finds nothing to change after.
fn keeps(endpoint: Endpoint, text: &str) -> Result<(), TestCaseError> {
    let normalized = normalize(endpoint, text, &Options::new());
    prop_assert!(normalize(endpoint, &normalized.text, &Options::new()).changes.is_empty(), "{}", normalized.text);
    // The changes in the order of the text, each undone.
    let (mut rest, mut before) = (normalized.text.as_str(), String::new());
    for change in &normalized.changes {
        let (from, to) = (change.from.as_str(), change.to.as_str());
        let original = &text[before.len()..];
        let same = original.bytes().zip(rest.bytes()).take_while(|(a, b)| a == b).count();
        // Where they differ first lies within the change: it begins there or shortly before.
        let at = (0..=same).rev().find(|at| {
            original.is_char_boundary(*at) && original[*at..].starts_with(from) && rest.is_char_boundary(*at) && rest[*at..].starts_with(to)
        });
        let Some(at) = at else { return Err(TestCaseError::fail(format!("{change:?} is not at its place in {text}"))) };
        before.push_str(&original[..at + from.len()]);
        rest = &rest[at + to.len()..];
    }
    prop_assert_eq!(&text[before.len()..], rest);
    Ok(())
}

// Sound invoices

/// One item: quantity and price in thousandths, discount in per mille of the gross amount,
/// rate and cess in thousandths of a percent.
#[derive(Debug, Clone)]
struct Line {
    quantity: i128,
    price: i128,
    discount: i128,
    rate: i128,
    cess: Option<i128>,
    charges: i128,
    service: bool,
}

fn line() -> impl Strategy<Value = Line> {
    let rates = &[0, 100, 250, 1000, 1500, 3000, 5000, 6000, 7500, 18000, 40000][..];
    (
        1_i128..5_000_000,
        1_i128..2_000_000_000,
        0_i128..=1000,
        select(rates),
        prop::option::of(select(&[1000, 12000][..])),
        0_i128..10_000,
        any::<bool>(),
    )
        .prop_map(|(quantity, price, discount, rate, cess, charges, service)| Line {
            quantity,
            price,
            discount,
            rate,
            cess,
            charges,
            service,
        })
}

/// Half up, of what is not negative.
fn round(dividend: i128, divisor: i128) -> i128 {
    (dividend * 2 + divisor) / (divisor * 2)
}

fn rupees(paise: i128) -> String {
    format!("{}{}.{:02}", if paise < 0 { "-" } else { "" }, paise.abs() / 100, paise.abs() % 100)
}

fn thousandths(units: i128) -> String {
    format!("{}.{:03}", units / 1000, units % 1000)
}

/// What an invoice goes by: parties and heads.
#[derive(Debug, Clone, Copy)]
enum Way {
    Within,
    Between,
    /// To a zone in the same state.
    Sez,
    SezWithout,
    ExportWithout,
    ReverseCharge,
}

/// An invoice of these items, in which all is as it should be.
fn sound(way: Way, lines: &[Line], discount: i128, charges: i128) -> String {
    let mut tree = base("ten");
    let between = matches!(way, Way::Between | Way::Sez | Way::SezWithout | Way::ExportWithout);
    let quoted = |text: &str| Tree::Leaf(format!("\"{text}\""));
    if between && !matches!(way, Way::Sez) {
        let (gstin, state, pin) = match way {
            Way::ExportWithout => ("URP", "96", "999999"),
            _ => ("29AAGCB7383J1Z4", "29", "560001"),
        };
        tree.set("buyerDetails.gstin", quoted(gstin));
        tree.set("buyerDetails.stateCode", quoted(state));
        tree.set("buyerDetails.placeOfSupply", quoted(state));
        tree.set("buyerDetails.address.pincode", quoted(pin));
    }
    match way {
        Way::Sez => tree.set("transactionDetails.supplyType", quoted("SEZWP")),
        Way::SezWithout => tree.set("transactionDetails.supplyType", quoted("SEZWOP")),
        Way::ExportWithout => {
            tree.set("transactionDetails.supplyType", quoted("EXPWOP"));
            tree.set("exportDetails", Tree::Map(vec![("countryCode".to_owned(), quoted("AE"))]));
        }
        Way::ReverseCharge => tree.set("transactionDetails.reverseChargeTax", quoted("Y")),
        Way::Within | Way::Between => {}
    }
    let untaxed = matches!(way, Way::SezWithout | Way::ExportWithout);
    let (mut items, mut sums) = (Vec::new(), [0_i128; 6]);
    for (index, line) in lines.iter().enumerate() {
        let gross = round(line.quantity * line.price, 10_000);
        let off = gross * line.discount / 1000;
        let taxable = gross - off;
        let (half, full) = (round(taxable * line.rate, 200_000), round(taxable * line.rate, 100_000));
        let (half, full) = match (untaxed, between) {
            (true, _) => (0, 0),
            (_, true) => (0, full),
            _ => (half, 0),
        };
        let cess = line.cess.map_or(0, |rate| round(taxable * rate, 100_000));
        let taxes = half * 2 + full;
        // Under reverse charge the buyer pays the tax.
        let value = taxable + cess + line.charges + if matches!(way, Way::ReverseCharge) { 0 } else { taxes };
        for (sum, part) in sums.iter_mut().zip([taxable, value, half, half, full, cess]) {
            *sum += part;
        }
        let rates = if between {
            format!(r#"{{"type":"IGST","value":{}}}"#, thousandths(line.rate))
        } else {
            let half = thousandths(line.rate / 2);
            format!(r#"{{"type":"CGST","value":{half}}},{{"type":"SGST","value":{half}}}"#)
        };
        let cess_rate = line.cess.map_or(String::new(), |rate| format!(r#",{{"type":"CESS","value":{}}}"#, thousandths(rate)));
        let (flag, hsn) = if line.service { ("Y", "998314") } else { ("N", "73181500") };
        items.push(format!(
            r#"{{"serialno":"{}","isService":"{flag}","hsnCode":"{hsn}","quantity":{},"unit":"NOS","unitPrice":{},"totalAmt":{},"assessmentAmount":{},"gstRate":{},"totalItemValue":{},"itemValueDetails":[{{"type":"DISCOUNT","value":{}}},{{"type":"CGST","value":{}}},{{"type":"SGST","value":{}}},{{"type":"IGST","value":{}}},{{"type":"CESS","value":{}}},{{"type":"OTHER_CHARGES","value":{}}}],"rates":[{rates}{cess_rate}]}}"#,
            index + 1, thousandths(line.quantity), thousandths(line.price), rupees(gross), rupees(taxable), thousandths(line.rate), rupees(value),
            rupees(off), rupees(half), rupees(half), rupees(full), rupees(cess), rupees(line.charges),
        ));
    }
    let [taxable, value, cgst, sgst, igst, cess] = sums;
    let off = value * discount / 1000;
    let before = value - off + charges;
    let total = round(before, 100) * 100;
    tree.set("itemLists", Tree::of(&format!("[{}]", items.join(","))));
    tree.set("valueDetails", Tree::of(&format!(
        r#"{{"assessmentValue":{},"totalInvoiceValue":{},"otherValues":[{{"type":"CGST","value":{}}},{{"type":"SGST","value":{}}},{{"type":"IGST","value":{}}},{{"type":"CESS","value":{}}},{{"type":"DISCOUNT","value":{}}},{{"type":"OTHER_CHARGES","value":{}}},{{"type":"ROUND_OFF","value":{}}}]}}"#,
        rupees(taxable), rupees(total), rupees(cgst), rupees(sgst), rupees(igst), rupees(cess), rupees(off), rupees(charges), rupees(total - before),
    )));
    tree.text()
}

fn way() -> impl Strategy<Value = Way> {
    select(&[Way::Within, Way::Between, Way::Sez, Way::SezWithout, Way::ExportWithout, Way::ReverseCharge][..])
}

proptest! {
    #![proptest_config(cases(800))]

    #[test]
    fn sound_invoices_are_clean(way in way(), lines in prop::collection::vec(line(), 1..8), discount in 0_i128..=100, charges in 0_i128..100_000) {
        let text = sound(way, &lines, discount, charges);
        for options in [exact(), Options::new()] {
            let report = check(Endpoint::NbblInvoice, &text, &options);
            prop_assert!(report.findings.is_empty(), "{:?}\n{text}", report.findings);
            prop_assert!(report.skipped.iter().all(|skipped| skipped.code == Code::DateFuture), "{:?}", report.skipped);
        }
    }

    #[test]
    fn one_paisa_is_found_in_its_item(
        way in select(&[Way::Within, Way::Between][..]), lines in prop::collection::vec(line(), 1..8), at in any::<Index>(),
        field in select(&["totalAmt", "assessmentAmount", "totalItemValue"][..]), up in any::<bool>(),
    ) {
        let at = at.index(lines.len());
        let mut tree = Tree::of(&sound(way, &lines, 0, 0));
        let path = format!("itemLists[{at}].{field}");
        let paise: Paise = tree.at(&path).text().parse().unwrap();
        let other = if up { Paise(paise.0 + 1) } else { Paise(paise.0 - 1) };
        prop_assume!(other.0 >= 0);
        tree.set(&path, Tree::Leaf(other.to_string()));
        let report = check(Endpoint::NbblInvoice, tree.text(), &exact());
        let code = match field {
            "totalAmt" => Code::TotalItemGross,
            "assessmentAmount" => Code::TotalItemTaxable,
            _ => Code::TotalItemValue,
        };
        let found = report.findings.iter().any(|finding| finding.code == code && finding.path.to_string() == path && finding.expected == Some(paise.to_string()));
        prop_assert!(found, "{:?}", report.findings);
        let items = report.findings.iter().filter(|finding| finding.path.to_string().starts_with("itemLists"));
        prop_assert!(items.clone().all(|finding| finding.path.to_string().starts_with(&format!("itemLists[{at}]"))), "{:?}", report.findings);
    }
}

// One head, by another arithmetic

/// Taxable value times rate, as decimals.
fn product(taxable: i64, rate: u32, share: Share) -> Decimal {
    let whole = Decimal::new(taxable, 2) * Decimal::new(rate.into(), 3) / Decimal::ONE_HUNDRED;
    match share {
        Share::Half => whole / Decimal::TWO,
        Share::Full => whole,
    }
}

/// Whether the check takes this tax.
fn takes(taxable: i64, rate: u32, share: Share, paise: i64, options: &Options) -> bool {
    let tax = Paise(paise);
    let item = format!(r#"{{"assessmentAmount":{},"gstRate":{},"itemValueDetails":["#, Paise(taxable), Rate(rate));
    let heads = match share {
        Share::Half => format!(r#"{{"type":"CGST","value":{tax}}},{{"type":"SGST","value":{tax}}}"#),
        Share::Full => format!(r#"{{"type":"IGST","value":{tax}}}"#),
    };
    let report = check(Endpoint::NbblInvoice, format!(r#"{{"itemLists":[{item}{heads}]}}]}}"#), options);
    !report.has(Code::TaxAmount)
}

proptest! {
    #![proptest_config(cases(3000))]

    #[test]
    fn heads_are_those_of_another_arithmetic(
        taxable in prop_oneof![1_i64..100_000, 1_i64..100_000_000_000, 1_i64..99_999_999_999_999],
        rate in select(&[100_u32, 250, 1000, 1500, 3000, 5000, 6000, 7500, 12000, 18000, 28000, 40000][..]),
        share in select(&[Share::Half, Share::Full][..]),
        off in -500_i64..=500,
    ) {
        let exactly = product(taxable, rate, share);
        let rounded = exactly.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        let right = Paise::try_from(rounded).unwrap();
        prop_assert_eq!(head(Paise(taxable), Rate(rate), share), right);
        // Exactly this one is taken,
        let near = Paise(right.0 + off.signum());
        if near.0 > 0 {
            prop_assert_eq!(takes(taxable, rate, share, near.0, &exact()), off == 0, "{} on {}", rate, taxable);
        }
        // and in the portal's window [⌊x⌋ − 1, ⌈x⌉ + 1] all of them.
        let reported = Decimal::new(right.0 + off, 2);
        if reported > Decimal::ZERO {
            let window = exactly.floor() - Decimal::ONE..=exactly.ceil() + Decimal::ONE;
            prop_assert_eq!(takes(taxable, rate, share, right.0 + off, &Options::new()), window.contains(&reported), "{} for {} on {}", reported, rate, taxable);
        }
    }
}
