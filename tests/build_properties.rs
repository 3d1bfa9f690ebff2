//! What holds for every sale that is built, beside an independent computation in decimals.
#![cfg(test)]

use bijak::payload::Target;
use bijak::{Built, Endpoint, Options, Severity, Tolerance, build, check};
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::{Value, json};

const SUPPLIER: &str = r#"{"b2bId":"S-1","gstin":"27AAPFU0939F1ZV","legalName":"Sahyadri Engineering LLP","stateCode":"27","address":{"addressLine1":"14 MIDC Road","city":"Pune","pincode":"411019"}}"#;

/// An item as it is sold; amounts in paise, quantity and price in thousandths.
#[derive(Debug, Clone)]
struct Sold {
    quantity: Option<u64>,
    price: u64,
    /// In hundredths of the gross amount.
    discount: Option<u64>,
    rate: &'static str,
    cess: Option<&'static str>,
    charges: Option<u64>,
    as_text: bool,
}

#[derive(Debug, Clone)]
struct Sale {
    items: Vec<Sold>,
    /// The kind of supply, the buyer's place and whether the buyer pays the tax.
    case: (&'static str, &'static str, bool),
    charges: Option<u64>,
    /// In hundredths.
    discount: Option<u64>,
    paid: Option<u64>,
    to_the_rupee: bool,
}

fn sold() -> impl Strategy<Value = Sold> {
    let some = |most: u64| prop::option::of(0..=most);
    let rates = select(&["0", "0.1", "0.25", "1.5", "3", "5", "18", "40", "7.5"][..]);
    let parts = (prop::option::of(1..10_000_000_u64), 0..100_000_000_u64, some(100), rates, prop::option::of(select(&["1", "12.5"][..])));
    (parts, some(100_000), any::<bool>()).prop_map(|((quantity, price, discount, rate, cess), charges, as_text)| Sold {
        quantity,
        price,
        discount,
        rate,
        cess,
        charges,
        as_text,
    })
}

const CASES: &[(&str, &str, bool)] = &[
    ("B2B", "27", false),
    ("B2B", "29", false),
    ("B2B", "27", true),
    ("B2B", "29", true),
    ("SEZWP", "27", false),
    ("SEZWOP", "29", false),
    ("EXPWP", "96", false),
    ("EXPWOP", "96", false),
    ("DEXP", "29", false),
];

fn sale() -> impl Strategy<Value = Sale> {
    let some = |most: u64| prop::option::of(0..=most);
    let parts = (prop::collection::vec(sold(), 1..8), select(CASES), some(1_000_000), some(100), some(100), any::<bool>());
    parts.prop_map(|(items, case, charges, discount, paid, to_the_rupee)| Sale { items, case, charges, discount, paid, to_the_rupee })
}

fn round(value: Decimal) -> Decimal {
    value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

fn decimal(units: u64, scale: u32) -> Decimal {
    Decimal::new(units as i64, scale)
}

fn hundredths(of: Decimal, hundredths: u64) -> Decimal {
    round(of * decimal(hundredths, 2))
}

/// A number, or the same as a text.
fn given(value: Decimal, as_text: bool) -> Value {
    if as_text { json!(value.to_string()) } else { serde_json::from_str(&value.to_string()).unwrap() }
}

/// What the invoice comes to, worked out in decimals.
#[derive(Debug, Default)]
struct Expected {
    taxable: Decimal,
    half: Decimal,
    igst: Decimal,
    cess: Decimal,
    items: Decimal,
    total: Decimal,
}

impl Sale {
    fn leaves(&self) -> bool {
        self.case.1 != "27" || self.case.0 != "B2B"
    }

    fn expected(&self) -> Expected {
        let mut sum = Expected::default();
        let (kind, _, reverse) = self.case;
        for item in &self.items {
            let gross = item.gross();
            let taxable = gross - item.discount.map_or(Decimal::ZERO, |part| hundredths(gross, part));
            let tax = |rate: &str, parts: i64| match kind {
                "SEZWOP" | "EXPWOP" => Decimal::ZERO,
                _ => round(taxable * rate.parse::<Decimal>().unwrap() / Decimal::new(100 * parts, 0)),
            };
            let (half, full) = if self.leaves() { (Decimal::ZERO, tax(item.rate, 1)) } else { (tax(item.rate, 2), Decimal::ZERO) };
            let cess = item.cess.map_or(Decimal::ZERO, |rate| tax(rate, 1));
            sum.taxable += taxable;
            sum.half += half;
            sum.igst += full;
            sum.cess += cess;
            sum.items += taxable + decimal(item.charges.unwrap_or(0), 2);
            if !reverse {
                sum.items += half + half + full + cess;
            }
        }
        let discount = self.discount.map_or(Decimal::ZERO, |part| hundredths(sum.items, part));
        sum.total = sum.items + decimal(self.charges.unwrap_or(0), 2) - discount;
        if self.to_the_rupee {
            sum.total = sum.total.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        }
        sum
    }

    fn fields(&self) -> String {
        let (kind, place, reverse) = self.case;
        let expected = self.expected();
        let items: Vec<Value> = self.items.iter().map(Sold::json).collect();
        let gstin = match place {
            "27" => "27AABCD1234E1Z8",
            "29" => "29AABCK5678F1Z7",
            _ => "URP",
        };
        let mut sale = json!({
            "random": "3f2504e0-4f89-41d3-9a0c-0305e82c3301", "supplierInvoiceNumber": "SE/42", "ts": "2025-11-15",
            "transactionDetails": {"supplyType": kind, "reverseChargeTax": if reverse { "Y" } else { "N" }},
            "supplierDetails": serde_json::from_str::<Value>(SUPPLIER).unwrap(),
            "buyerDetails": {"b2bId": "B-1", "gstin": gstin, "legalName": "Buyer", "stateCode": place, "placeOfSupply": place,
                "address": {"addressLine1": "1 Road", "city": "Town"}},
            "items": items,
        });
        let mut put = |name: &str, value: Value| sale.as_object_mut().unwrap().insert(name.to_owned(), value);
        if let Some(charges) = self.charges {
            put("otherCharges", given(decimal(charges, 2), false));
        }
        if let Some(part) = self.discount {
            put("discount", given(hundredths(expected.items, part), true));
        }
        if let Some(part) = self.paid {
            put("paid", given(hundredths(expected.total, part).min(expected.total), true));
        }
        if self.to_the_rupee {
            put("roundOff", json!("rupee"));
        }
        json!({ "sale": sale }).to_string()
    }
}

impl Sold {
    fn gross(&self) -> Decimal {
        round(decimal(self.quantity.unwrap_or(1000), 3) * decimal(self.price, 3))
    }

    fn json(&self) -> Value {
        let mut item = json!({"hsnCode": if self.quantity.is_some() { "7318" } else { "998719" }, "gstRate": self.rate});
        let mut put = |name: &str, value: Option<Decimal>| {
            if let Some(value) = value {
                item.as_object_mut().unwrap().insert(name.to_owned(), given(value, self.as_text));
            }
        };
        put("quantity", self.quantity.map(|quantity| decimal(quantity, 3)));
        put("unitPrice", Some(decimal(self.price, 3)));
        put("discount", self.discount.map(|part| hundredths(self.gross(), part)));
        put("cessRate", self.cess.map(|rate| rate.parse().unwrap()));
        put("otherCharges", self.charges.map(|charges| decimal(charges, 2)));
        item
    }
}

/// The value of a kind among values; nothing if it is not there.
fn of_kind(values: &Value, kind: &str) -> Option<Decimal> {
    let mut found = values.as_array().unwrap().iter().filter(|value| value["type"] == kind);
    let value = found.next()?;
    assert!(found.next().is_none(), "{kind} stands once");
    Some(amount(&value["value"]))
}

fn amount(value: &Value) -> Decimal {
    value.as_number().unwrap_or_else(|| panic!("{value} is a number")).to_string().parse().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_sale_gives_what_decimals_give(sale in sale()) {
        let strict = Options::new().tolerance(Tolerance::Exact);
        let fields = sale.fields();
        let built = build(Endpoint::SendInvoiceRequest, &fields, &Target::default(), &strict);
        let Built::Ready { request, document: Some(text), .. } = &built else {
            panic!("{fields}\n{:?}", built.report().findings);
        };
        let report = check(Endpoint::NbblInvoice, text, &strict);
        let errors: Vec<_> = report.findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
        prop_assert!(errors.is_empty(), "{:?}", errors);
        prop_assert!(!report.findings.iter().any(|finding| finding.code.as_str().starts_with("total.")), "{:?}", report.findings);

        let (document, body): (Value, Value) = (serde_json::from_str(text).unwrap(), serde_json::from_str(&request.body).unwrap());
        let expected = sale.expected();
        let values = &document["valueDetails"];
        let others = &values["otherValues"];
        prop_assert_eq!(amount(&values["assessmentValue"]), expected.taxable);
        prop_assert_eq!(amount(&values["totalInvoiceValue"]), expected.total);
        let head = |kind| of_kind(others, kind).unwrap_or_default();
        prop_assert_eq!((head("CGST"), head("SGST"), head("IGST"), head("CESS")), (expected.half, expected.half, expected.igst, expected.cess));
        prop_assert_eq!(of_kind(others, "IGST").is_some(), sale.leaves());

        let items = document["itemLists"].as_array().unwrap();
        let sum = |name: &str| items.iter().map(|item| amount(&item[name])).sum::<Decimal>();
        prop_assert_eq!((sum("assessmentAmount"), sum("totalItemValue")), (expected.taxable, expected.items));
        let heads = |kind| items.iter().map(|item| of_kind(&item["itemValueDetails"], kind).unwrap_or_default()).sum::<Decimal>();
        prop_assert_eq!((heads("CGST"), heads("SGST"), heads("IGST")), (expected.half, expected.half, expected.igst));
        for item in items {
            let rates = |kind| of_kind(&item["rates"], kind).unwrap_or_default();
            prop_assert_eq!(rates("CGST") + rates("SGST") + rates("IGST"), amount(&item["gstRate"]));
        }

        let flat = &body["invoice"];
        prop_assert_eq!((amount(&flat["totalAmount"]), amount(&flat["invoiceAmount"])), (expected.total, expected.total));
        prop_assert_eq!(flat.get("igst").map(amount), sale.leaves().then_some(expected.igst));
        prop_assert_eq!(flat.get("cgst").map(amount), (!sale.leaves()).then_some(expected.half));
        prop_assert_eq!(flat.get("cgst"), flat.get("sgst"));
        if let Some(advance) = document.get("advancePaymentDetails") {
            prop_assert_eq!(amount(&advance["paidAmount"]) + amount(&advance["pendingDueAmount"]), expected.total);
            prop_assert_eq!(flat.get("amountPaidTillNow"), advance.get("paidAmount"));
        }
    }

    /// Whatever the caller gives, building neither panics nor gives a request that does not pass.
    #[test]
    fn any_change_of_a_sale_is_refused_or_sound(sale in sale(), at in any::<prop::sample::Index>(), with in select(&["", "\"", "null", "-1", "{}", "0.001", "x"][..])) {
        let fields = sale.fields();
        let places: Vec<usize> = fields.match_indices(':').map(|(place, _)| place + 1).collect();
        let place = places[at.index(places.len())];
        let end = place + fields[place..].find([',', '}', ']']).unwrap();
        let changed = format!("{}{with}{}", &fields[..place], &fields[end..]);
        let built = build(Endpoint::SendInvoiceRequest, &changed, &Target::default(), &Options::new());
        match &built {
            Built::Ready { request, document, .. } => {
                prop_assert!(check(Endpoint::SendInvoiceRequest, &request.body, &Options::new()).valid, "{}", request.body);
                let document = document.as_deref().unwrap();
                prop_assert!(check(Endpoint::NbblInvoice, document, &Options::new()).valid, "{document}");
            }
            Built::Refused { report } => prop_assert!(report.errors > 0, "{changed}"),
        }
    }
}
