//! Legitimate invoices, generated from what the law and usual programs allow and not from the code of the crate: none gets
//! a finding. A fault in one of them is found.
#![cfg(test)]

use bijak::{Code, Endpoint, Options, check};
use proptest::prelude::*;
use proptest::sample::select;

/// The number of invoices of each kind; `BIJAK_TIMES` multiplies it.
fn cases(cases: u32) -> ProptestConfig {
    let times: u32 = std::env::var("BIJAK_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    ProptestConfig { cases: cases.saturating_mul(times), failure_persistence: None, ..ProptestConfig::default() }
}

/// A line of an invoice: its price without tax in paise, and its rate in percent.
type Line = (i64, i64);

/// What an invoice may be like.
#[derive(Debug, Clone)]
struct Invoice {
    lines: Vec<Line>,
    inter_state: bool,
    inclusive: bool,
    /// TDS in percent, and whether the net amount is after it.
    tds: (i64, bool),
    /// Whether the program rounds the net amount to the rupee.
    rounded: bool,
    /// What has been received, in percent.
    received: i64,
}

/// The amounts of an invoice, in paise.
struct Amounts {
    base: i64,
    cgst: i64,
    sgst: i64,
    igst: i64,
    tds: i64,
    net: i64,
    received: i64,
    balance: i64,
}

/// A fraction, rounded half up.
fn rounded(dividend: i64, divisor: i64) -> i64 {
    (2 * dividend + divisor).div_euclid(2 * divisor)
}

impl Invoice {
    /// Each line's tax is rounded to the paisa, as section 9 of the CGST Act and the portal have it.
    fn amounts(&self) -> Amounts {
        let sum = |part: fn(i64, i64) -> i64| self.lines.iter().map(|(price, rate)| part(*price, *rate)).sum::<i64>();
        let half = if self.inter_state { 0 } else { sum(|price, rate| rounded(price * rate, 200)) };
        let igst = if self.inter_state { sum(|price, rate| rounded(price * rate, 100)) } else { 0 };
        let (price, taxes) = (sum(|price, _| price), 2 * half + igst);
        let (percent, after) = self.tds;
        let tds = rounded(price * percent, 100);
        let before = price + taxes - if after { tds } else { 0 };
        let net = if self.rounded { rounded(before, 100) * 100 } else { before };
        let due = net - if after { 0 } else { tds };
        let received = due * self.received / 100;
        Amounts {
            base: if self.inclusive { price + taxes } else { price },
            cgst: half,
            sgst: half,
            igst,
            tds,
            net,
            received,
            balance: due - received,
        }
    }
}

fn rupees(paise: i64) -> String {
    format!("{}.{:02}", paise / 100, paise % 100)
}

impl Amounts {
    fn members(&self) -> String {
        let Amounts { base, cgst, sgst, igst, tds, net, received, balance } = self;
        let members = [
            ("baseAmount", base),
            ("cgst", cgst),
            ("sgst", sgst),
            ("igst", igst),
            ("tds", tds),
            ("netAmount", net),
            ("totalReceived", received),
            ("balanceAmount", balance),
        ];
        members.map(|(name, paise)| format!("\"{name}\":{}", rupees(*paise))).join(",")
    }
}

const HEAD: &str =
    r#""customerId":"KCAB12CD34EF56GH","invoiceNumber":"T/26-27/0101","invoiceDate":"2026-10-05T10:30:00","dueDate":"2026-11-05""#;

fn created(amounts: &Amounts, inclusive: bool) -> String {
    format!("{{{HEAD},{},\"gstExclusive\":{}}}", amounts.members(), !inclusive)
}

fn answered(amounts: &Amounts) -> String {
    format!(r#"{{"response_code":0,"response_message":"SUCCESS","payload":{{{}}}}}"#, amounts.members())
}

/// The rates of GST since 2025-09-22.
const RATES: [i64; 4] = [0, 5, 18, 40];

fn invoice() -> impl Strategy<Value = Invoice> {
    let line = (100_i64..=500_000_000, select(&RATES[..]));
    let lines = prop_oneof![prop::collection::vec(line.clone(), 1), prop::collection::vec(line, 2..6)];
    let tds = (select(&[0_i64, 1, 2, 5, 10, 20][..]), any::<bool>());
    let received = select(&[0_i64, 0, 25, 50, 100][..]);
    (lines, any::<bool>(), any::<bool>(), tds, any::<bool>(), received).prop_map(
        |(lines, inter_state, inclusive, tds, rounded, received)| Invoice { lines, inter_state, inclusive, tds, rounded, received },
    )
}

/// The codes of a report, without that of a tax which fits no single rate: of an invoice with several it says so itself.
fn codes(endpoint: Endpoint, text: &str, options: &Options, mixed: bool) -> Vec<Code> {
    let report = check(endpoint, text, options);
    let rates = [Code::TaxRateUnknown, Code::TaxInclusive, Code::TaxRateExpired];
    report.findings.iter().map(|finding| finding.code).filter(|code| !mixed || !rates.contains(code)).collect()
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn a_legitimate_invoice_has_no_finding(invoice in invoice()) {
        let (amounts, mixed) = (invoice.amounts(), invoice.lines.len() > 1);
        let (none, text) = (Vec::<Code>::new(), created(&amounts, invoice.inclusive));
        let today = Options::new().today("2026-10-06".parse().unwrap());
        prop_assert_eq!(&codes(Endpoint::CreateInvoice, &text, &today, mixed), &none, "{}", text);
        let answer = answered(&amounts);
        prop_assert_eq!(&codes(Endpoint::InvoiceResponse, &answer, &today, mixed), &none, "{}", answer);
        let patch = format!("{{{}}}", amounts.members());
        prop_assert_eq!(&codes(Endpoint::UpdateInvoice, &patch, &today, mixed), &none, "{}", patch);
        // A part of it, judged on the stored invoice.
        let (part, stored) = (format!(r#"{{"netAmount":{},"poNumber":"7"}}"#, rupees(amounts.net)), today.current(&answer).unwrap());
        prop_assert_eq!(&codes(Endpoint::UpdateInvoice, &part, &stored, mixed), &none, "{} {}", answer, part);
    }

    #[test]
    fn a_wrong_net_amount_is_found(invoice in invoice(), off in prop_oneof![1_i64..100, 101_i64..100_000]) {
        let mut amounts = invoice.amounts();
        amounts.net += off;
        // What a rounded, deducted or inclusive reading gives is not wrong.
        let whole = [amounts.base, amounts.base + amounts.cgst + amounts.sgst + amounts.igst];
        let readings = whole.iter().flat_map(|whole| [*whole, whole - amounts.tds]);
        let is_right = |reading: i64| amounts.net == reading || amounts.net % 100 == 0 && (amounts.net - reading).abs() < 100;
        prop_assume!(!readings.into_iter().any(is_right));
        let text = created(&amounts, invoice.inclusive);
        prop_assert!(check(Endpoint::CreateInvoice, &text, &Options::new()).has(Code::TotalNet), "{}", text);
    }
}
