//! Which rules run on which object, in the order in which they run.

use super::Scope;
use super::{Charge, Document, Invoice, Object, OneItem, OneParty, Rule};
use super::{
    charges, dates, dispatch, document_totals, eway, goods, item_totals, parties, patch, payment, receivable_totals, status, supply_type,
    tax_amount, tax_heads, tax_rate, tds, version,
};
use crate::report::Code;
use crate::term::{ObjectKind, TermSet};

/// Of EnKash's own invoice, whether patched, new or stored.
pub(super) const INVOICE_RULES: &[Rule<Invoice>] = &[
    tax_heads::MIXED,
    tax_heads::HALF_MISSING,
    tax_heads::HALVES_DIFFER,
    tax_rate::UNKNOWN,
    tax_rate::EXPIRED,
    tax_rate::INCLUSIVE,
    receivable_totals::NET,
    receivable_totals::BALANCE,
    receivable_totals::OVERPAID,
    tds::EXCEEDS_BASE,
    tds::HIGH,
    payment::PARTIAL,
    dates::ORDER,
    dates::FUTURE,
    dispatch::NO_CONTACT,
];

/// Of EnKash's own invoice on its way to Bharat Connect.
pub(super) const FLAT_INVOICE_RULES: &[Rule<Invoice>] = &[
    tax_heads::MIXED,
    tax_heads::HALF_MISSING,
    tax_heads::HALVES_DIFFER,
    dates::ORDER,
    dates::FUTURE,
    receivable_totals::AMOUNT,
    tax_rate::ABOVE_ALL,
    tax_amount::OF_SURCHARGE,
    tax_rate::OF_SURCHARGE,
    tax_amount::OF_MDR,
    tax_rate::OF_MDR,
    tds::EXCEEDS_BASE,
    tds::HIGH,
    receivable_totals::PAID_ABOVE_TOTAL,
    dates::BILL_PERIOD,
    status::INCOHERENT,
    status::MOVED,
];

/// Of a PATCH, before those of an invoice.
pub(super) const PATCH_EMPTY_RULES: &[Rule<Invoice>] = &[patch::EMPTY];

/// Of a PATCH, after those of an invoice.
pub(super) const PATCH_RULES: &[Rule<Invoice>] = &[patch::CLEARS_REQUIRED, patch::NO_CHANGE];

/// Of an item.
pub(super) const ITEM_RULES: &[Rule<OneItem>] = &[
    goods::HSN,
    goods::MISSING,
    item_totals::GROSS,
    item_totals::DISCOUNT,
    item_totals::TAXABLE,
    tax_heads::ITEM_MIXED,
    tax_heads::ITEM_HALF_MISSING,
    tax_heads::ITEM_HALVES_DIFFER,
    tax_heads::ITEM_WRONG_HEAD,
    tax_amount::MISSING,
    tax_amount::AMOUNT,
    tax_rate::ITEM_SUM,
    item_totals::VALUE,
    tax_rate::ITEM_UNKNOWN,
];

/// Of a charge with an escaped or unknown word, or with an amount that is missing or below zero.
pub(super) const CHARGE_RULES: &[Rule<Charge>] = &[charges::KIND_UNKNOWN, charges::NEGATIVE];

/// Of a party other than the buyer, and of a place.
pub(super) const PARTY_RULES: &[Rule<OneParty>] = &[parties::PIN, parties::STATE];

/// Of the buyer by itself.
pub(super) const BUYER_RULES: &[Rule<OneParty>] = &[parties::PIN];

pub(super) const BILLING_PERIOD_RULES: &[Rule<Object>] = &[dates::BILLING_PERIOD];
pub(super) const RECURRING_PERIOD_RULES: &[Rule<Object>] = &[dates::RECURRING_PERIOD];
pub(super) const EWAY_RULES: &[Rule<Object>] = &[eway::DISTANCE, eway::TRANSPORT];
pub(super) const VERSION_RULES: &[Rule<Object>] = &[version::DECREASING];

/// Of a change of status by itself.
pub(super) const TRANSITION_RULES: &[Rule<Document>] = &[status::TRANSITION, status::UNDOCUMENTED];

/// Of what a side says about an invoice.
pub(super) const CALL_RULES: &[Rule<Document>] = &[version::STEP, status::ACTOR, status::MISMATCH, status::OUTDATED];

/// Of an invoice that a payment settles.
pub(super) const PAID_INVOICE_RULES: &[Rule<Document>] = &[version::STEP, status::ACTOR];

/// Of the supplier's response to a payment.
pub(super) const PAYMENT_RULES: &[Rule<Document>] = &[status::REJECT_ON_PLATFORM, status::PAYMENT_MISMATCH];

/// Of the nested invoice, when all of it has been read.
pub(super) const DOCUMENT_RULES: &[Rule<Document>] = &[
    version::STEP,
    parties::BUYER_STATE,
    parties::SAME_GSTIN,
    supply_type::EXPORT_DETAILS,
    supply_type::MISMATCH,
    goods::SERIAL,
    tax_rate::ITEMS_EXPIRED,
    dates::DOCUMENT_FUTURE,
    dates::DOCUMENT_ORDER,
    document_totals::COUNT,
    document_totals::TAXABLE,
    document_totals::TAX,
    tax_heads::TOTALS_HALVES_DIFFER,
    document_totals::DISCOUNT,
    document_totals::ROUND_OFF,
    document_totals::INVOICE,
    payment::DUE,
    payment::MILESTONES,
    payment::FINANCING,
];

/// A rule as it is listed.
pub struct Listed {
    /// The code that it raises.
    pub code: Code,
    /// The kinds of objects that it runs on.
    pub objects: &'static [ObjectKind],
    /// It runs where the object has one of these terms; always if there are none.
    pub when: u64,
    /// The terms that it reads.
    pub reads: TermSet,
}

/// Every rule, in the order of the lists above.
pub fn listed() -> Vec<Listed> {
    const OWN: &[ObjectKind] = &[ObjectKind::InvoicePatch, ObjectKind::InvoiceCreation, ObjectKind::StoredInvoice];
    const PARTIES: &[ObjectKind] = &[ObjectKind::Supplier, ObjectKind::Dispatch, ObjectKind::ShipTo];
    const CHARGES: &[ObjectKind] = &[ObjectKind::ItemCharge, ObjectKind::ItemRate, ObjectKind::DocumentCharge];
    const CALLS: &[ObjectKind] = &[ObjectKind::StatusChange, ObjectKind::Confirmation];
    let mut listed = Vec::new();
    add(INVOICE_RULES, OWN, &mut listed);
    add(FLAT_INVOICE_RULES, &[ObjectKind::FlatInvoice], &mut listed);
    add(PATCH_EMPTY_RULES, &[ObjectKind::InvoicePatch], &mut listed);
    add(PATCH_RULES, &[ObjectKind::InvoicePatch], &mut listed);
    add(ITEM_RULES, &[ObjectKind::Item], &mut listed);
    add(CHARGE_RULES, CHARGES, &mut listed);
    add(PARTY_RULES, PARTIES, &mut listed);
    add(BUYER_RULES, &[ObjectKind::Buyer], &mut listed);
    add(BILLING_PERIOD_RULES, &[ObjectKind::BillingPeriod], &mut listed);
    add(RECURRING_PERIOD_RULES, &[ObjectKind::RecurringPeriod], &mut listed);
    add(EWAY_RULES, &[ObjectKind::Eway], &mut listed);
    add(VERSION_RULES, &[ObjectKind::Version], &mut listed);
    add(TRANSITION_RULES, &[ObjectKind::Transition], &mut listed);
    add(CALL_RULES, CALLS, &mut listed);
    add(PAID_INVOICE_RULES, &[ObjectKind::PaidInvoice], &mut listed);
    add(PAYMENT_RULES, &[ObjectKind::PaymentConfirmation], &mut listed);
    add(DOCUMENT_RULES, &[ObjectKind::Document], &mut listed);
    listed
}

fn add<S: Scope>(rules: &[Rule<S>], objects: &'static [ObjectKind], listed: &mut Vec<Listed>) {
    listed.extend(rules.iter().map(|rule| Listed { code: rule.code, objects, when: rule.when, reads: rule.reads }));
}
