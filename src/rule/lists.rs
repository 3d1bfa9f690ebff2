//! Which rules run on which object. Written by `cargo xtask codegen` from the `rule!` blocks.

use super::{Charge, Document, Invoice, Object, OneItem, OneParty, Rule};
use super::{
    charges, dates, dispatch, document_totals, eway, goods, item_totals, parties, patch, payment, receivable_totals, status, supply_type,
    tax_amount, tax_heads, tax_rate, tds, version,
};

pub(super) const BILLING_PERIOD_RULES: &[Rule<Object>] = &[dates::BILLING_PERIOD];

pub(super) const BUYER_RULES: &[Rule<OneParty>] = &[parties::PIN];

pub(super) const CALL_RULES: &[Rule<Document>] = &[version::STEP, status::ACTOR, status::MISMATCH, status::OUTDATED];

pub(super) const CHARGE_RULES: &[Rule<Charge>] = &[charges::KIND_UNKNOWN, charges::NEGATIVE];

pub(super) const DOCUMENT_RULES: &[Rule<Document>] = &[
    version::STEP,
    parties::BUYER_STATE,
    parties::SAME_GSTIN,
    supply_type::MISMATCH,
    supply_type::EXPORT_DETAILS,
    goods::SERIAL,
    dates::DOCUMENT_ORDER,
    dates::DOCUMENT_FUTURE,
    tax_heads::TOTALS_HALVES_DIFFER,
    tax_rate::ITEMS_EXPIRED,
    document_totals::COUNT,
    document_totals::TAXABLE,
    document_totals::TAX,
    document_totals::DISCOUNT,
    document_totals::ROUND_OFF,
    document_totals::INVOICE,
    payment::DUE,
    payment::MILESTONES,
    payment::FINANCING,
];

pub(super) const EWAY_RULES: &[Rule<Object>] = &[eway::DISTANCE, eway::TRANSPORT];

pub(super) const FLAT_INVOICE_RULES: &[Rule<Invoice>] = &[
    dates::ORDER,
    dates::BILL_PERIOD,
    dates::FUTURE,
    tax_heads::MIXED,
    tax_heads::HALF_MISSING,
    tax_heads::HALVES_DIFFER,
    tax_amount::OF_SURCHARGE,
    tax_amount::OF_MDR,
    tax_rate::ABOVE_ALL,
    tax_rate::OF_SURCHARGE,
    tax_rate::OF_MDR,
    receivable_totals::PAID_ABOVE_TOTAL,
    receivable_totals::AMOUNT,
    tds::EXCEEDS_BASE,
    tds::HIGH,
    status::MOVED,
    status::INCOHERENT,
];

pub(super) const INVOICE_RULES: &[Rule<Invoice>] = &[
    dates::ORDER,
    dates::FUTURE,
    tax_heads::MIXED,
    tax_heads::HALF_MISSING,
    tax_heads::HALVES_DIFFER,
    tax_rate::UNKNOWN,
    tax_rate::INCLUSIVE,
    tax_rate::EXPIRED,
    receivable_totals::NET,
    receivable_totals::BALANCE,
    receivable_totals::OVERPAID,
    tds::EXCEEDS_BASE,
    tds::HIGH,
    payment::PARTIAL,
    dispatch::NO_CONTACT,
];

pub(super) const ITEM_RULES: &[Rule<OneItem>] = &[
    goods::HSN,
    goods::MISSING,
    tax_heads::ITEM_MIXED,
    tax_heads::ITEM_HALF_MISSING,
    tax_heads::ITEM_HALVES_DIFFER,
    tax_heads::ITEM_WRONG_HEAD,
    tax_amount::MISSING,
    tax_amount::AMOUNT,
    tax_rate::ITEM_UNKNOWN,
    tax_rate::ITEM_SUM,
    item_totals::GROSS,
    item_totals::DISCOUNT,
    item_totals::TAXABLE,
    item_totals::VALUE,
];

pub(super) const PAID_INVOICE_RULES: &[Rule<Document>] = &[version::STEP, status::ACTOR];

pub(super) const PARTY_RULES: &[Rule<OneParty>] = &[parties::PIN, parties::STATE];

pub(super) const PATCH_RULES: &[Rule<Invoice>] = &[patch::CLEARS_REQUIRED, patch::NO_CHANGE];

pub(super) const PATCH_EMPTY_RULES: &[Rule<Invoice>] = &[patch::EMPTY];

pub(super) const PAYMENT_RULES: &[Rule<Document>] = &[status::REJECT_ON_PLATFORM, status::PAYMENT_MISMATCH];

pub(super) const RECURRING_PERIOD_RULES: &[Rule<Object>] = &[dates::RECURRING_PERIOD];

pub(super) const TRANSITION_RULES: &[Rule<Document>] = &[status::TRANSITION, status::UNDOCUMENTED];

pub(super) const VERSION_RULES: &[Rule<Object>] = &[version::DECREASING];
