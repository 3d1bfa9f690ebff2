//! Exactness, counted out: every amount to a thousand rupees, two million bases and rates,
//! amounts of 17 digits, and invoices whose heads add up. What is right is worked out by
//! bigdecimal, in decimals of any size. `tests/package/arithmetic.test.mjs` does the same in
//! JavaScript and counts where `toFixed` and `multipleOf` err.
#![cfg(test)]

use bigdecimal::num_bigint::BigInt;
use bigdecimal::{BigDecimal, RoundingMode};
use bijak::calc::{Share, Split, head, taxable_of};
use bijak::payload::Target;
use bijak::{Built, Code, Endpoint, Options, Paise, Rate, RateEntry, Report, Tolerance, build, check, split_tax};
use serde_json::Value;
use std::fmt::Write;
use std::ops::RangeInclusive;

/// Rupees, from paise.
fn rupees(paise: i64) -> BigDecimal {
    BigDecimal::new(BigInt::from(paise), 2)
}

/// The tax on an amount to the paisa, half up: a rate in thousandths of a percent, whole or
/// halved.
fn tax(taxable: &BigDecimal, rate: u32, share: Share) -> BigDecimal {
    let percent = BigDecimal::new(BigInt::from(rate), 3);
    let part = match share {
        Share::Half => BigDecimal::new(BigInt::from(5), 3),
        Share::Full => BigDecimal::new(BigInt::from(1), 2),
    };
    (taxable * percent * part).with_scale_round(2, RoundingMode::HalfUp)
}

/// Does the work for parts of a range at once.
fn in_parts(range: RangeInclusive<i64>, work: impl Fn(i64) + Sync) {
    const PARTS: i64 = 4;
    let (range, work) = (&range, &work);
    std::thread::scope(|scope| {
        for part in 0..PARTS {
            scope.spawn(move || range.clone().filter(|number| number % PARTS == part).for_each(work));
        }
    });
}

// Amounts

/// The report on an amount in a PATCH of the receivables, and as a price in an item.
fn judged(text: &str) -> [Report; 2] {
    let item = format!(r#"{{"itemLists":[{{"totalItemValue":{text}}}]}}"#);
    [check(Endpoint::UpdateInvoice, format!(r#"{{"tds":{text}}}"#), &Options::new()), check(Endpoint::NbblInvoice, item, &Options::new())]
}

fn about_amounts(report: &Report) -> Vec<Code> {
    report.findings.iter().map(|finding| finding.code).filter(|code| code.as_str().starts_with("amount.")).collect()
}

#[test]
fn every_amount_to_a_thousand_passes_and_no_third_decimal_does() {
    in_parts(0..=100_000, |paise| {
        let text = rupees(paise).to_plain_string();
        assert_eq!(text.parse(), Ok(Paise(paise)));
        for report in judged(&text) {
            assert_eq!(about_amounts(&report), [], "{text}");
        }
        for third in 1..=9 {
            let finer = format!("{text}{third}");
            assert!(finer.parse::<Paise>().is_err(), "{finer}");
        }
        let finer = format!("{text}{}", paise % 9 + 1);
        let [patch, item] = judged(&finer);
        assert_eq!((about_amounts(&patch), about_amounts(&item)), (vec![Code::AmountTooPrecise], vec![Code::AmountTooPrecise]), "{finer}");
    });
}

#[test]
fn amounts_of_17_digits_keep_every_one() {
    let (most, float) = (Paise::MAX.0, 1_i64 << 53);
    let digits = [10_000_000_000_000_000, 12_345_678_901_234_567, 99_999_999_999_999_999];
    for middle in [most, float, float * 10 + 1].into_iter().chain(digits) {
        for paise in middle - 500..=middle + 500 {
            let text = rupees(paise).to_plain_string();
            let reported = about_amounts(&judged(&text)[0]);
            if paise > most {
                assert_eq!((text.parse::<Paise>().is_err(), reported), (true, vec![Code::AmountTooLarge]), "{text}");
                continue;
            }
            assert_eq!((text.parse(), reported), (Ok(Paise(paise)), vec![]), "{text}");
            // A sum that is a paisa too high or too low is found, but for one that is rounded to the rupee.
            for off in -1..=1 {
                let sum = format!(r#"{{"baseAmount":{text},"tds":0,"cgst":0,"sgst":0,"igst":0,"netAmount":{}}}"#, rupees(paise + off));
                let report = check(Endpoint::UpdateInvoice, &sum, &Options::new());
                let wrong = off != 0 && (paise + off) % 100 != 0 && paise + off <= most;
                assert_eq!(report.has(Code::TotalNet), wrong, "{sum}");
            }
        }
    }
}

// Taxes

/// The rates of CGST in thousandths of a percent and the bases in paise: two million pairs.
const HALVES: [u32; 4] = [2_500, 6_000, 9_000, 14_000];
const BASES: RangeInclusive<i64> = 1..=500_000;

#[test]
fn two_million_heads_are_exact() {
    in_parts(BASES, |paise| {
        let base = rupees(paise);
        for half in HALVES {
            let (halved, full) = (tax(&base, half * 2, Share::Half), tax(&base, half * 2, Share::Full));
            assert_eq!(rupees(head(Paise(paise), Rate(half * 2), Share::Half).0), halved, "{base} {half}");
            assert_eq!(rupees(head(Paise(paise), Rate(half * 2), Share::Full).0), full, "{base} {half}");
            let within = Split::exclusive(Paise(paise), Rate(half * 2), false);
            assert_eq!((within.cgst, within.sgst), (within.cgst, within.cgst));
            assert_eq!(rupees(within.total().0), &base + &halved + halved);
        }
    });
}

#[test]
fn no_verdict_on_two_million_heads_is_wrong() {
    let strict = Options::new().tolerance(Tolerance::Exact);
    let items = |bases: RangeInclusive<i64>, half: u32, off: i64| {
        let mut text = String::from(r#"{"itemLists":["#);
        for paise in bases {
            let base = rupees(paise);
            let head = tax(&base, half * 2, Share::Half) + rupees(off);
            let comma = if text.ends_with('[') { "" } else { "," };
            write!(
                text,
                r#"{comma}{{"assessmentAmount":{base},"gstRate":{},"itemValueDetails":[{{"type":"CGST","value":{head}}},{{"type":"SGST","value":{head}}}]}}"#,
                Rate(half * 2)
            )
            .unwrap();
        }
        text + "]}"
    };
    let wrong =
        |text: &str| check(Endpoint::NbblInvoice, text, &strict).findings.iter().filter(|finding| finding.code == Code::TaxAmount).count();
    in_parts(0..=499, |thousand| {
        let bases = thousand * 1000 + 1..=thousand * 1000 + 1000;
        for half in HALVES {
            assert_eq!(wrong(&items(bases.clone(), half, 0)), 0, "{bases:?} {half}");
        }
        // Of each thousand a few, a paisa too high: both heads are told. A head of nothing is no head.
        for (half, off) in HALVES.into_iter().zip([1, 1, -1, -1]) {
            let few = bases.start() + 50..=bases.start() + 59;
            assert_eq!(wrong(&items(few, half, off)), 20, "{bases:?} {half} {off}");
        }
    });
}

#[test]
fn inclusive_prices_are_split_exactly() {
    for entry in RateEntry::all() {
        in_parts(1..=20_000, |gross| {
            // A quotient of 60 digits is rounded as the whole is: none comes so near to a half.
            let whole = BigDecimal::from(100_000 + u64::from(entry.rate.0));
            let exact = (rupees(gross) * BigDecimal::from(100_000)).with_prec(80) / whole;
            let right = exact.with_scale_round(2, RoundingMode::HalfUp);
            assert_eq!(rupees(taxable_of(Paise(gross), entry.rate).0), right, "{gross} {}", entry.rate);
            let split = Split::inclusive(Paise(gross), entry.rate, false);
            assert_eq!((split.total(), split.cgst), (Paise(gross), split.sgst));
            assert!(split.round_off.0.abs() <= 1);
        });
    }
}

// Built invoices

const PARTIES: &str = r#""random":"3f2504e0-4f89-41d3-9a0c-0305e82c3301","supplierInvoiceNumber":"SE/42","ts":"2025-11-15",
    "supplierDetails":{"b2bId":"S-1","gstin":"27AAPFU0939F1ZV","legalName":"Sahyadri Engineering LLP","stateCode":"27","address":{"addressLine1":"14 MIDC Road","city":"Pune","pincode":"411019"}},
    "buyerDetails":{"b2bId":"B-1","gstin":"27AABCD1234E1Z8","legalName":"Deccan Traders Pvt Ltd","stateCode":"27","placeOfSupply":"27","address":{"addressLine1":"2 FC Road","city":"Pune","pincode":"411004"}}"#;

/// An amount as the body has it.
fn amount(value: &Value) -> BigDecimal {
    value.as_number().unwrap_or_else(|| panic!("{value} is a number")).to_string().parse().unwrap()
}

fn of_kind(list: &Value, kind: &str) -> BigDecimal {
    list.as_array().unwrap().iter().filter(|value| value["type"] == kind).map(|value| amount(&value["value"])).sum()
}

/// Builds an invoice of lines: quantity and price in thousandths, and the rate. Its heads
/// must be those of its lines, and all of it its total.
fn adds_up(lines: &[(i64, i64, Rate)]) {
    let thousandths = |units: i64| BigDecimal::new(BigInt::from(units), 3);
    let (mut items, mut taxable, mut half) = (String::new(), BigDecimal::from(0), BigDecimal::from(0));
    for (quantity, price, rate) in lines {
        let gross = (thousandths(*quantity) * thousandths(*price)).with_scale_round(2, RoundingMode::HalfUp);
        half += tax(&gross, rate.0, Share::Half);
        taxable += gross;
        let comma = if items.is_empty() { "" } else { "," };
        let (quantity, price) = (thousandths(*quantity), thousandths(*price));
        write!(items, r#"{comma}{{"hsnCode":"7318","unit":"KGS","quantity":{quantity},"unitPrice":{price},"gstRate":{rate}}}"#).unwrap();
    }
    let fields = format!(r#"{{"sale":{{{PARTIES},"items":[{items}]}}}}"#);
    let strict = Options::new().tolerance(Tolerance::Exact);
    let built = build(Endpoint::SendInvoiceRequest, &fields, &Target::default(), &strict);
    let Built::Ready { request, document: Some(document), .. } = &built else {
        panic!("{fields}\n{:?}", built.report().findings);
    };
    let (body, document): (Value, Value) = (serde_json::from_str(&request.body).unwrap(), serde_json::from_str(document).unwrap());
    let (flat, values) = (&body["invoice"], &document["valueDetails"]);
    let total = &taxable + &half + &half;
    assert_eq!((amount(&flat["cgst"]), amount(&flat["sgst"]), flat.get("igst")), (half.clone(), half.clone(), None), "{fields}");
    assert_eq!((amount(&flat["totalAmount"]), amount(&values["totalInvoiceValue"])), (total.clone(), total), "{fields}");
    assert_eq!(amount(&values["assessmentValue"]), taxable, "{fields}");
    assert_eq!((of_kind(&values["otherValues"], "CGST"), of_kind(&values["otherValues"], "SGST")), (half.clone(), half.clone()));
    let items = document["itemLists"].as_array().unwrap();
    let sum = |kind| items.iter().map(|item| of_kind(&item["itemValueDetails"], kind)).sum::<BigDecimal>();
    assert_eq!((sum("CGST"), sum("SGST")), (half.clone(), half), "{fields}");
}

/// The rates that stand on goods on the day of the invoice.
fn rates() -> Vec<Rate> {
    RateEntry::all().iter().map(|entry| entry.rate).collect()
}

#[test]
fn heads_of_one_line_add_up_to_the_tax() {
    for rate in rates() {
        in_parts(1..=1500, |step| adds_up(&[(1000, step * 10, rate)]));
    }
}

#[test]
fn heads_of_many_lines_add_up_to_the_tax() {
    let rates = rates();
    in_parts(1..=600, |seed| {
        // Numbers that look random and are always the same: Knuth's multiplier.
        let mut state = seed as u64;
        let mut next = |most: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 33) % most
        };
        let lines: Vec<_> = (0..=next(40))
            .map(|_| {
                let (quantity, price) = (next(20_000) as i64 + 1, next(5_000_000) as i64);
                (quantity, price, rates[next(rates.len() as u64) as usize])
            })
            .collect();
        adds_up(&lines);
    });
}

#[test]
fn the_recipe_of_the_receivables_adds_up() {
    for rate in rates() {
        in_parts(1..=4_000, |paise| {
            for inclusive in [false, true] {
                let recipe = format!(r#"{{"base":{},"rate":{rate},"interState":false,"inclusive":{inclusive}}}"#, rupees(paise));
                let amounts = split_tax(&recipe).unwrap();
                assert_eq!(amounts.cgst, amounts.sgst, "{recipe}");
                let parts = amounts.taxable.0 + 2 * amounts.cgst.0 + amounts.round_off.0;
                assert_eq!(amounts.net.0, parts, "{recipe}");
                assert!(!inclusive || amounts.net.0 == paise, "{recipe}");
                assert_eq!(rupees(amounts.cgst.0), tax(&rupees(amounts.taxable.0), rate.0, Share::Half), "{recipe}");
            }
        });
    }
}
