//! A payload of a known kind with other names and with taxes as fields: a table is all it takes.

use super::RuleRunner;
use crate::model::Context;
use crate::payload::*;
use crate::read::{self, Job};
use crate::value::{
    ANY_AMOUNT, DateForm, GSTIN, HSN, ITEM_AMOUNT, NOT_NEGATIVE, PIN_CODE, QUANTITY, RATE, STATE, TextRule, UNIT, UNIT_PRICE,
};

static SUPPLY_TYPES: Choice = Choice { words: &["B2B", "SEZWP", "SEZWOP", "EXPWP", "EXPWOP", "DEXP"], closed: true };

payload! {
    /// The document.
    Note NOTE "test" Document {
        /// The date.
        required date "Dt": day() => DocumentTerm::Date;
        /// The kind of supply.
        required supply "TranDtls": object(NoteSupply NOTE_SUPPLY) => DocumentTerm::Supply;
        /// The supplier.
        required supplier "SellerDtls": object(NoteSeller NOTE_SELLER) => DocumentTerm::Supplier;
        /// The buyer.
        required buyer "BuyerDtls": object(NoteBuyer NOTE_BUYER) => DocumentTerm::Buyer;
        /// The items.
        required items "ItemList": list(NoteItem NOTE_ITEM) => DocumentTerm::Items;
        /// The totals.
        required totals "ValDtls": object(NoteTotals NOTE_TOTALS) => DocumentTerm::Totals;
    }

    /// The kind of supply.
    NoteSupply NOTE_SUPPLY "test" Supply {
        /// The kind.
        required kind "SupTyp": choice(&SUPPLY_TYPES) => SupplyTerm::Kind;
        /// Reverse charge.
        optional reverse "RegRev": choice(&YES_NO) => SupplyTerm::ReverseCharge;
        /// IGST within a state.
        optional igst "IgstOnIntra": choice(&YES_NO) => SupplyTerm::IgstWithin;
    }

    /// The supplier.
    NoteSeller NOTE_SELLER "test" Supplier {
        /// The GSTIN.
        required gstin "Gstin": text(&GSTIN) => PartyTerm::Gstin;
        /// The state.
        required state "Stcd": text(&STATE) => PartyTerm::State;
        /// The PIN code, a field of the party itself.
        optional pin "Pin": text(&PIN_CODE) => PartyTerm::Pin;
    }

    /// The buyer.
    NoteBuyer NOTE_BUYER "test" Buyer {
        /// The GSTIN.
        required gstin "Gstin": text(&GSTIN) => PartyTerm::Gstin;
        /// The place of supply.
        required place "Pos": text(&STATE) => PartyTerm::PlaceOfSupply;
    }

    /// An item.
    NoteItem NOTE_ITEM "test" Item {
        /// The number.
        required serial "SlNo": text_length(1, 6) => ItemTerm::Serial;
        /// Goods or service.
        required is_service "IsServc": choice(&YES_NO) => ItemTerm::IsService;
        /// The code.
        required hsn "HsnCd": text(&HSN) => ItemTerm::Hsn;
        /// The quantity.
        optional quantity "Qty": amount(&QUANTITY) => ItemTerm::Quantity;
        /// The unit.
        optional unit "Unit": text(&UNIT) => ItemTerm::Unit;
        /// The price.
        required price "UnitPrice": amount(&UNIT_PRICE) => ItemTerm::UnitPrice;
        /// The gross amount.
        required gross "TotAmt": amount(&ITEM_AMOUNT) => ItemTerm::Gross;
        /// The discount.
        optional discount "Discount": amount(&ITEM_AMOUNT) => ItemTerm::Discount;
        /// The taxable value.
        required taxable "AssAmt": amount(&ITEM_AMOUNT) => ItemTerm::Taxable;
        /// The rate.
        required rate "GstRt": amount(&RATE) => ItemTerm::GstRate;
        /// IGST.
        optional igst "IgstAmt": amount(&ITEM_AMOUNT) => ItemTerm::Igst;
        /// CGST.
        optional cgst "CgstAmt": amount(&ITEM_AMOUNT) => ItemTerm::Cgst;
        /// SGST.
        optional sgst "SgstAmt": amount(&ITEM_AMOUNT) => ItemTerm::Sgst;
        /// The value.
        required value "TotItemVal": amount(&ITEM_AMOUNT) => ItemTerm::Value;
    }

    /// The totals.
    NoteTotals NOTE_TOTALS "test" Totals {
        /// The taxable value.
        required taxable "AssVal": amount(&NOT_NEGATIVE) => TotalsTerm::Taxable;
        /// The sum of IGST.
        optional igst "IgstVal": amount(&NOT_NEGATIVE) => TotalsTerm::Igst;
        /// The round-off.
        optional round_off "RndOffAmt": amount(&ANY_AMOUNT) => TotalsTerm::RoundOff;
        /// The total.
        required total "TotInvVal": amount(&NOT_NEGATIVE) => TotalsTerm::Total;
    }
}

const CLEAN: &str = r#"{"Dt":"2025-11-15","TranDtls":{"SupTyp":"B2B"},"SellerDtls":{"Gstin":"27AAPFU0939F1ZV","Stcd":"27","Pin":"411019"},
"BuyerDtls":{"Gstin":"29AAGCB7383J1Z4","Pos":"29"},"ItemList":[{"SlNo":"1","IsServc":"N","HsnCd":"1006","Qty":10,"Unit":"KGS",
"UnitPrice":100,"TotAmt":1000,"Discount":100,"AssAmt":900,"GstRt":5,"IgstAmt":45,"TotItemVal":945}],"ValDtls":{"AssVal":900,"IgstVal":45,"RndOffAmt":-0.5,"TotInvVal":944.5}}"#;

/// The findings and the skipped rules: code, path, message.
fn check(payload: &str) -> (Vec<String>, Vec<String>) {
    let context = Context { today: Some("2025-12-31".parse().unwrap()), ..Context::default() };
    let mut runner = RuleRunner::new(&context);
    let report = read::read(payload.as_bytes(), &Job::new(&NOTE, Default::default()), &mut |cx| runner.on_object(cx))
        .sink
        .into_report("note", false);
    let findings = report.findings.iter().map(|finding| format!("{} {}: {}", finding.code, finding.path, finding.message));
    let skipped = report.skipped.iter().map(|skipped| format!("{} {:?}", skipped.code, skipped.needs));
    (findings.collect(), skipped.collect())
}

#[test]
fn the_typed_payload_has_the_same_names() {
    let note: Note = serde_json::from_str(CLEAN).unwrap();
    let value: serde_json::Value = serde_json::from_str(CLEAN).unwrap();
    assert_eq!(serde_json::to_value(&note).unwrap()["ItemList"][0]["HsnCd"], value["ItemList"][0]["HsnCd"]);
}

#[test]
fn a_clean_payload_is_clean() {
    assert_eq!(check(CLEAN), (vec![], vec![]));
}

#[test]
fn findings_have_the_names_of_the_payload() {
    for (from, to, wanted) in [
        ("\"AssAmt\":900", "\"AssAmt\":910", "total.item-taxable ItemList[0].AssAmt: AssAmt is ₹ 910.00, but TotAmt ₹ 1,000.00 minus"),
        ("\"IgstAmt\":45", "\"IgstAmt\":48", "tax.amount ItemList[0].IgstAmt: IGST is ₹ 48.00, but 5 % on ₹ 900.00 is ₹ 45.00"),
        ("\"IgstAmt\":45", "\"CgstAmt\":22.5,\"SgstAmt\":22.5", "tax.wrong-head ItemList[0].CgstAmt: IGST applies to this supply"),
        ("\"IgstAmt\":45", "\"IgstAmt\":45,\"CgstAmt\":1", "tax.mixed ItemList[0].IgstAmt"),
        ("\"Discount\":100", "\"Discount\":1100", "total.discount ItemList[0].Discount"),
        ("\"IgstVal\":45", "\"IgstVal\":50", "total.tax ValDtls.IgstVal: IGST is ₹ 50.00, but the items add up to ₹ 45.00"),
        ("\"RndOffAmt\":-0.5", "\"RndOffAmt\":-100.5", "total.round-off ValDtls.RndOffAmt"),
        ("\"TotInvVal\":944.5", "\"TotInvVal\":950", "total.invoice ValDtls.TotInvVal: TotInvVal is ₹ 950.00"),
        ("\"HsnCd\":\"1006\"", "\"HsnCd\":\"998314\"", "hsn.service-mismatch ItemList[0].HsnCd: IsServc marks this as goods"),
        ("\"SupTyp\":\"B2B\"", "\"SupTyp\":\"EXPWP\"", "supply.type-mismatch BuyerDtls.Gstin: SupTyp `EXPWP` is an export"),
        ("\"Pin\":\"411019\"", "\"Pin\":\"560001\"", "pin.state-mismatch SellerDtls.Pin: Pin `560001`"),
        ("2025-11-15", "2026-11-15", "date.future Dt: Dt 2026-11-15 is after today"),
    ] {
        let (findings, _) = check(&CLEAN.replace(from, to));
        assert!(findings.iter().any(|finding| finding.starts_with(wanted)), "{to}: {findings:#?}");
    }
}

#[test]
fn skipped_rules_have_the_names_of_the_payload() {
    let (_, skipped) = check(&CLEAN.replace("\"GstRt\":5", "\"GstRt\":\"x\""));
    assert!(skipped.contains(&"tax.amount [\"ItemList[].GstRt\"]".to_owned()), "{skipped:#?}");
    let (_, skipped) = check(&CLEAN.replace("\"IgstAmt\":45", "\"IgstAmt\":\"x\""));
    assert!(skipped.iter().any(|line| line.starts_with("tax.mixed") && line.contains("ItemList[].IgstAmt")), "{skipped:#?}");
}
