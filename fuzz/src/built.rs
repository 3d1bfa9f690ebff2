//! Recipes → build: what is ready passes the check and adds up by fractions of any size;
//! what is refused says why.

use crate::arithmetic::{number, rate, rounded, tax, whole, written};
use crate::input::Input;
use arbitrary::{Result, Unstructured};
use bigdecimal::num_bigint::BigInt;
use bigdecimal::{BigDecimal, Zero};
use bijak::payload::{NBBL_STATUS, Target};
use bijak::{Built, Code, Endpoint, Options, Paise, Rate, Severity, State, Strictness, Tolerance, build, check};
use num_rational::BigRational;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::str::FromStr;

pub fn run(bytes: &[u8]) {
    // What is cut off makes no case.
    let _ = match bytes.split_first() {
        Some((0, rest)) => {
            fields(rest);
            Ok(())
        }
        Some((which, rest)) if which % 4 == 1 => gst(&mut Unstructured::new(rest)),
        Some((which, rest)) if which % 4 == 2 => step(&mut Unstructured::new(rest)),
        Some((_, rest)) => sale(&mut Unstructured::new(rest)),
        None => Ok(()),
    };
}

/// Any bytes as fields.
fn fields(bytes: &[u8]) {
    let Some(Input { endpoint, options, payload, .. }) = Input::of(bytes) else { return };
    let target = Target { invoice_id: Some("INV 1".to_owned()), seller_id: Some("CEK1234567".to_owned()) };
    for target in [Target::default(), target] {
        let built = build(endpoint, payload, &target, &options);
        consistent(endpoint, &built, other_charges(payload), &options);
    }
}

/// The other charges of a recipe: what is built passes the check that knows of them as well.
fn other_charges(payload: &[u8]) -> Option<Paise> {
    let members = |text: &str| serde_json::from_str::<BTreeMap<String, Box<RawValue>>>(text).ok();
    let gst = members(std::str::from_utf8(payload).ok()?)?.remove("gst")?;
    let charges = members(gst.get())?.remove("otherCharges")?;
    charges.get().trim_matches('"').parse().ok()
}

/// What holds for everything that is built.
fn consistent(endpoint: Endpoint, built: &Built, charges: Option<Paise>, options: &Options) {
    let report = built.report();
    assert_eq!(report.valid, report.errors == 0);
    assert_eq!(report.errors + report.warnings, report.findings.len() + report.omitted);
    let Built::Ready { request, document, .. } = built else {
        assert!(report.errors > 0, "refused without a fault");
        return;
    };
    assert!(report.valid, "ready with faults");
    // A limit on bytes is one of the fields, not of what is made of them.
    let options = options.clone().limits(bijak::Limits { findings: 100, ..bijak::Limits::default() });
    let options = match charges {
        Some(charges) => options.other_charges(charges),
        None => options,
    };
    let errors = |endpoint, text: &str| {
        let mut findings = check(endpoint, text, &options).findings;
        findings.retain(|finding| finding.severity == Severity::Error);
        assert!(findings.is_empty(), "built and refused: {text}\n{findings:#?}");
    };
    errors(endpoint, &request.body);
    if let Some(document) = document {
        errors(Endpoint::NbblInvoice, document);
    }
}

/// The members of an object, as they are written.
fn members(text: &str) -> BTreeMap<String, &RawValue> {
    serde_json::from_str(text).expect("an object")
}

/// An amount in paise; zero where it is left out.
fn paise(members: &BTreeMap<String, &RawValue>, name: &str) -> BigInt {
    members.get(name).map_or_else(BigInt::zero, |value| units(value.get(), 2))
}

fn units(lexeme: &str, decimals: i64) -> BigInt {
    let (units, scale) = BigDecimal::from_str(lexeme).expect("a number").with_scale(decimals).into_bigint_and_exponent();
    assert_eq!(scale, decimals);
    units
}

/// An invoice of the receivables by the recipe `gst`.
fn gst(bytes: &mut Unstructured<'_>) -> Result<()> {
    let states: Vec<State> = State::all().collect();
    let (from, to) = (*bytes.choose(&states)?, *bytes.choose(&states)?);
    let (base, rate) = (number(bytes, Paise::MAX.0)?, rate(bytes, false)?);
    let [patch, inclusive, after_tds, deducted, paid]: [bool; 5] = bytes.arbitrary()?;
    let mut part = |given: bool| -> Result<Option<i64>> { if given { number(bytes, base).map(Some) } else { Ok(None) } };
    let (tds, received) = (part(deducted)?, part(paid)?);
    let mut recipe = format!(
        r#"{{"base":{},"rate":{},"supplierState":"{from}","placeOfSupply":"{to}","inclusive":{inclusive},"netAfterTds":{after_tds}"#,
        written(bytes, base)?,
        Rate(rate)
    );
    for (name, amount) in [("tds", tds), ("received", received)] {
        if let Some(amount) = amount {
            recipe += &format!(r#","{name}":{}"#, written(bytes, amount)?);
        }
    }
    let fields = format!(
        r#"{{"customerId":"KCAB12CD34EF56GH","dueDate":"2025-12-15","invoiceNumber":"A/1","invoiceDate":"2025-11-15T10:30:00","gst":{recipe}}}}}"#
    );
    let endpoint = if patch { Endpoint::UpdateInvoice } else { Endpoint::CreateInvoice };
    let target = Target { invoice_id: patch.then(|| "INV1".to_owned()), seller_id: None };
    let built = build(endpoint, &fields, &target, &Options::new());
    consistent(endpoint, &built, None, &Options::new());
    let Built::Ready { request, .. } = &built else { return Ok(()) };

    let body = members(&request.body);
    let [given, cgst, sgst, igst, net, balance] =
        ["baseAmount", "cgst", "sgst", "igst", "netAmount", "balanceAmount"].map(|name| paise(&body, name));
    let (tds, received) = (tds.unwrap_or_default(), received.unwrap_or_default());
    assert_eq!((given, &cgst), (BigInt::from(base), &sgst), "{fields}");
    assert!(igst.is_zero() || cgst.is_zero(), "{fields}");
    let heads = [&cgst, &sgst, &igst].into_iter().sum::<BigInt>();
    let total = if inclusive { BigInt::from(base) } else { heads + base };
    assert_eq!(net, &total - if after_tds { tds } else { 0 }, "{fields}");
    if body.contains_key("balanceAmount") {
        assert_eq!(balance, total - tds - received, "{fields}");
    }
    Ok(())
}

/// A step of the life-cycle.
fn step(bytes: &mut Unstructured<'_>) -> Result<()> {
    let statuses = [NBBL_STATUS.words, &["PAID", "created", ""]].concat();
    let (from, to) = (*bytes.choose(&statuses)?, *bytes.choose(&statuses)?);
    let (endpoint, actions) = match bytes.arbitrary()? {
        true => (Endpoint::ConfirmInvoice, ["ACCEPT", "REJECT", "RETURN", "CANCEL", "ODD"]),
        false => (Endpoint::ChangeInvoiceStatus, ["CANCEL", "ACCEPT", "cancel", "ODD", "REJECT"]),
    };
    let (action, version) = (*bytes.choose(&actions)?, bytes.arbitrary::<i64>()?);
    let strictness = if bytes.arbitrary()? { Strictness::Documented } else { Strictness::Lenient };
    let given = if bytes.arbitrary()? { format!(r#","newStatus":"{to}""#) } else { String::new() };
    let stands = format!(
        r#"{{"objectId":"INV0123456789abcdef0123456789abcdef","supplierInvoiceNumber":"SE/42",
            "objectVersion":{{"currentVersion":1,"newVersion":{version}}},"statusTransition":{{"currentStatus":"CREATED","newStatus":"{from}"}}}}"#
    );
    let fields = format!(
        r#"{{"device":{{"tag":{{}}}},"b2bIds":{{"buyerB2BId":"B1","supplierB2BId":"S1"}},"step":{{"action":"{action}","remarks":"x"{given}}}}}"#
    );
    let options = Options::new().lifecycle(strictness).current(stands).expect("an invoice as it stands");
    let built = build(endpoint, fields, &Target::default(), &options);
    consistent(endpoint, &built, None, &options);
    Ok(())
}

/// The kind of supply, the buyer's place and number, and whether the buyer pays the tax.
const CASES: &[(&str, &str, &str, bool)] = &[
    ("B2B", "27", "27AABCD1234E1Z8", false),
    ("B2B", "29", "29AABCK5678F1Z7", false),
    ("B2B", "27", "27AABCD1234E1Z8", true),
    ("B2B", "29", "29AABCK5678F1Z7", true),
    ("SEZWP", "27", "27AABCD1234E1Z8", false),
    ("SEZWOP", "29", "29AABCK5678F1Z7", false),
    ("EXPWP", "96", "URP", false),
    ("EXPWOP", "96", "URP", false),
    ("DEXP", "29", "29AABCK5678F1Z7", false),
];

/// A supplier in Maharashtra.
pub const SUPPLIER: &str = r#"{"b2bId":"S-1","gstin":"27AAPFU0939F1ZV","legalName":"Sahyadri Engineering LLP","stateCode":"27","address":{"addressLine1":"14 MIDC Road","city":"Pune","pincode":"411019"}}"#;

/// What an invoice comes to, in paise.
#[derive(Default)]
struct Sums {
    taxable: BigInt,
    half: BigInt,
    igst: BigInt,
    cess: BigInt,
    items: BigInt,
}

/// An invoice of Bharat Connect by the recipe `sale`.
fn sale(bytes: &mut Unstructured<'_>) -> Result<()> {
    let (kind, place, gstin, reverse) = *bytes.choose(CASES)?;
    let leaves = place != "27" || kind != "B2B";
    let untaxed = kind.ends_with("WOP");
    let (mut sums, mut items) = (Sums::default(), Vec::new());
    for _ in 0..bytes.int_in_range(1..=6)? {
        let (quantity, price) = (number(bytes, 9_999_999_999_999)?, number(bytes, 999_999_999_999)?);
        let rate = rate(bytes, false)?;
        let gross = rounded(&(whole(quantity) * whole(price) / whole(10_000)));
        let mut item = format!(r#"{{"hsnCode":"7318","unit":"KGS","quantity":{},"unitPrice":{}"#, milli(quantity), milli(price));
        let discount = part(bytes, &gross)?;
        let charges = if bytes.arbitrary()? { Some(number(bytes, 100_000_000)?) } else { None };
        let cess = if bytes.arbitrary()? { Some(number(bytes, 400_000)?) } else { None };
        for (name, given) in [
            ("discount", discount.as_ref().map(amount)),
            ("otherCharges", charges.map(|paise| Paise(paise).to_string())),
            ("cessRate", cess.map(milli)),
        ] {
            if let Some(given) = given {
                item += &format!(r#","{name}":"{given}""#);
            }
        }
        items.push(item + &format!(r#","gstRate":{}}}"#, Rate(rate)));

        let taxable = gross - discount.unwrap_or_default();
        let exact = BigRational::from_integer(taxable.clone());
        let due = |rate: u32, halves: i64, due: bool| if due && !untaxed { rounded(&tax(&exact, rate, halves)) } else { BigInt::zero() };
        let (half, full) = (due(rate, 2, !leaves), due(rate, 1, leaves));
        let cess = cess.map_or_else(BigInt::zero, |rate| due(rate as u32, 1, true));
        sums.items += &taxable + charges.unwrap_or_default();
        if !reverse {
            sums.items += &half + &half + &full + &cess;
        }
        sums.taxable += taxable;
        sums.half += half;
        sums.igst += full;
        sums.cess += cess;
    }
    let discount = part(bytes, &sums.items)?;
    let charges = if bytes.arbitrary()? { Some(number(bytes, 100_000_000)?) } else { None };
    let mut total = &sums.items - discount.clone().unwrap_or_default() + charges.unwrap_or_default();
    let to_the_rupee = bytes.arbitrary()?;
    if to_the_rupee {
        total = rounded(&(BigRational::from_integer(total) / whole(100))) * 100;
    }
    let paid = part(bytes, &total)?;

    let mut extra = String::new();
    for (name, given) in [
        ("discount", discount.map(|paise| amount(&paise))),
        ("otherCharges", charges.map(|paise| Paise(paise).to_string())),
        ("paid", paid.as_ref().map(amount)),
        ("roundOff", to_the_rupee.then(|| "rupee".to_owned())),
    ] {
        if let Some(given) = given {
            extra += &format!(r#","{name}":"{given}""#);
        }
    }
    let fields = format!(
        r#"{{"sale":{{"random":"3f2504e0-4f89-41d3-9a0c-0305e82c3301","supplierInvoiceNumber":"SE/42","ts":"2025-11-15",
            "transactionDetails":{{"supplyType":"{kind}","reverseChargeTax":"{}"}},"supplierDetails":{SUPPLIER},
            "buyerDetails":{{"b2bId":"B-1","gstin":"{gstin}","legalName":"Buyer","stateCode":"{place}","placeOfSupply":"{place}",
            "address":{{"addressLine1":"1 Road","city":"Town"}}}},"items":[{}]{extra}}}}}"#,
        if reverse { "Y" } else { "N" },
        items.join(",")
    );
    let strict = Options::new().tolerance(Tolerance::Exact);
    let built = build(Endpoint::SendInvoiceRequest, &fields, &Target::default(), &strict);
    consistent(Endpoint::SendInvoiceRequest, &built, None, &strict);
    let Built::Ready { request, document: Some(document), .. } = &built else {
        let report = built.report();
        let grave = report.findings.iter().filter(|finding| finding.severity == Severity::Error);
        let other = grave.filter(|finding| finding.code != Code::AmountTooLarge).collect::<Vec<_>>();
        assert!(other.is_empty(), "{fields}\n{other:#?}");
        return Ok(());
    };
    let report = check(Endpoint::NbblInvoice, document, &strict);
    let sums_differ = report.findings.iter().find(|finding| finding.code.as_str().starts_with("total."));
    assert!(sums_differ.is_none(), "{document}\n{sums_differ:#?}");
    adds_up(document, &request.body, &sums, &total, paid, leaves);
    Ok(())
}

/// A part of a whole, if it is told, from nothing to all of it.
fn part(bytes: &mut Unstructured<'_>, whole: &BigInt) -> Result<Option<BigInt>> {
    let given: bool = bytes.arbitrary()?;
    Ok(if given { Some(whole * bytes.int_in_range(0..=1000)? / 1000) } else { None })
}

fn milli(units: i64) -> String {
    format!("{}.{:03}", units / 1000, units % 1000)
}

fn amount(paise: &BigInt) -> String {
    BigDecimal::new(paise.clone(), 2).to_plain_string()
}

/// The sums of the nested invoice and of EnKash's own, beside those worked out here.
fn adds_up(document: &str, body: &str, sums: &Sums, total: &BigInt, paid: Option<BigInt>, leaves: bool) {
    let invoice = members(document);
    let values = members(invoice["valueDetails"].get());
    assert_eq!((&paise(&values, "assessmentValue"), &paise(&values, "totalInvoiceValue")), (&sums.taxable, total), "{document}");
    let others = by_kind(values["otherValues"]);
    let right = |kinds: &BTreeMap<String, BigInt>| {
        let of = |kind: &str| kinds.get(kind).cloned().unwrap_or_default();
        assert_eq!([of("CGST"), of("SGST")], [sums.half.clone(), sums.half.clone()], "{document}");
        assert_eq!([of("IGST"), of("CESS")], [sums.igst.clone(), sums.cess.clone()], "{document}");
    };
    right(&others);

    // The heads of the items are the heads of the invoice.
    let items: Vec<&RawValue> = serde_json::from_str(invoice["itemLists"].get()).expect("a list");
    let mut heads = BTreeMap::<String, BigInt>::new();
    let (mut taxable, mut value) = (BigInt::zero(), BigInt::zero());
    for item in items {
        let item = members(item.get());
        taxable += paise(&item, "assessmentAmount");
        value += paise(&item, "totalItemValue");
        for (kind, paise) in by_kind(item["itemValueDetails"]) {
            *heads.entry(kind).or_default() += paise;
        }
    }
    assert_eq!((&taxable, &value), (&sums.taxable, &sums.items), "{document}");
    right(&heads);

    let request = members(body);
    let flat = members(request["invoice"].get());
    assert_eq!((&paise(&flat, "totalAmount"), &paise(&flat, "invoiceAmount")), (total, total), "{body}");
    assert_eq!((paise(&flat, "cgst"), paise(&flat, "sgst")), (sums.half.clone(), sums.half.clone()), "{body}");
    assert_eq!((paise(&flat, "igst"), flat.contains_key("igst")), (sums.igst.clone(), leaves), "{body}");
    if let Some(paid) = paid {
        let advance = members(invoice["advancePaymentDetails"].get());
        assert_eq!((paise(&advance, "paidAmount"), paise(&advance, "pendingDueAmount")), (paid.clone(), total - &paid), "{document}");
        assert_eq!(paise(&flat, "amountPaidTillNow"), paid, "{body}");
    }
}

/// The values of a list by their kinds.
fn by_kind(list: &RawValue) -> BTreeMap<String, BigInt> {
    let mut kinds = BTreeMap::new();
    let entries: Vec<&RawValue> = serde_json::from_str(list.get()).expect("a list");
    for entry in entries {
        let entry = members(entry.get());
        let kind = serde_json::from_str(entry["type"].get()).expect("a word");
        assert!(kinds.insert(kind, units(entry["value"].get(), 2)).is_none(), "a kind stands once: {list}");
    }
    kinds
}
