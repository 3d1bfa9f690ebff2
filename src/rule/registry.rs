//! Which lists of rules run on which kinds of objects.

use super::lists::*;
use super::{Rule, Scope};
use crate::report::Code;
use crate::term::{ObjectKind, TermSet};

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

/// Every rule, list by list.
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
