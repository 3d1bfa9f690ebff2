//! What is paid, pending, due in parts or to be financed.

use super::receivable_totals::{is_about, is_after_tds};
use super::{Check, Document, DocumentModel, Invoice, Rule};
use crate::calc::Exact;
use crate::model::{DocumentState, Receivable, Resolved};
use crate::read::Slot;
use crate::report::{Diagnostic, MessageId};
use crate::term::{DocumentTerm, ReceivableTerm};
use crate::value::Paise;

rule! {
    /// A pending amount that is not the total minus the amount paid.
    TotalDue "total.due" Inferred "inferred: paid and pending add up to the total" {
        Pending Warning [Advance Pending] "{Pending} is {0}, but the total {1} minus {2} paid is {3}; correct whichever is wrong";
    }
    DUE: Document on DOCUMENT reads term_set![Document: Advance Totals; Advance: Paid Pending; Totals: Total] => due;
}

rule! {
    /// Payment milestones that do not add up to the pending amount or the total.
    TotalMilestones "total.milestones" Inferred "inferred: the milestones add up to the pending amount" {
        MilestoneSum Warning "the payment milestones add up to {0}, but the amount due is {1}; correct whichever is wrong";
    }
    MILESTONES: Document on DOCUMENT reads term_set![Document: Milestones Advance Totals; Milestone: Due; Advance: Pending; Totals: Total] => milestones;
}

rule! {
    /// More financing requested than the amount due.
    TotalFinancing "total.financing" Inferred "inferred: no more than the amount due can be financed" {
        FinancingAboveDue Warning [Financing Requested] "{Requested} {0} is more than the amount due, {1}; correct one of them";
    }
    FINANCING: Document on DOCUMENT reads term_set![Document: Financing Advance Totals; Financing: Due Requested; Advance: Pending; Totals: Total] => financing;
}

const PART: &[ReceivableTerm] = &[ReceivableTerm::Received, ReceivableTerm::PartialAllowed];

rule! {
    /// A partial payment of an invoice that does not allow one.
    PaymentPartialNotAllowed "payment.partial-not-allowed" Inferred "inferred from the name of partialPaymentAllowed" {
        PartialNotAllowed Warning [Receivable PartialAllowed, Receivable Received] "only {0} of {1} has been received, but {PartialAllowed} is false; set it to true or correct {Received}";
    }
    PARTIAL: Invoice on INVOICE when [Received PartialAllowed] reads term_set![Receivable: Received PartialAllowed Net Tds] => partial;
}

/// The total of the invoice; where it is unknown, it is missing.
fn need_total(state: &DocumentState, check: &mut Check<'_, '_>) -> Option<i64> {
    let total = state.totals.total.as_ref().and_then(Slot::paise);
    if total.is_none() {
        check.missing(term_id!(Totals: Total));
    }
    total
}

/// What is pending that is not the total minus what was paid.
fn due((state, context): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let slot = state.advance.pending?;
    let paid = state.advance.paid.map_or(Some(0), |slot| slot.paise());
    if slot.paise().is_none() {
        check.missing(term_id!(Advance: Pending));
    }
    if paid.is_none() {
        check.missing(term_id!(Advance: Paid));
    }
    let total = need_total(state, check);
    let (pending, paid, total) = (slot.paise()?, paid?, total?);
    let right = total - paid;
    if !Exact::paise(right).takes(pending, context.tolerance) {
        let diagnostic = Diagnostic::new(MessageId::Pending).paise(pending).paise(total).paise(paid).paise(right);
        check.raise_below(term_id!(Advance: Pending), 0, slot.span(), diagnostic.expected_paise(right));
    }
    Some(())
}

/// Milestones that do not add up to what is pending, or to the total.
fn milestones((state, context): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    if state.milestones.count == 0 {
        return None;
    }
    let unknown = state.milestones.unknown || !check.cx.slot(DocumentTerm::Milestones).is_list_of(state.milestones.count);
    if unknown {
        check.missing(term_id!(Document: Milestones));
    }
    let pending = state.advance.pending.as_ref().and_then(Slot::paise);
    let total = state.totals.total.as_ref().and_then(Slot::paise);
    let right = if pending.is_some() { pending } else { need_total(state, check) };
    let right = right.filter(|_| !unknown)?;
    let sum = state.milestones.sum;
    let takes = |right: i64| Exact::paise(right).takes(sum, context.tolerance);
    if !takes(right) && !total.is_some_and(takes) {
        let diagnostic = Diagnostic::new(MessageId::MilestoneSum).paise(sum).paise(right).expected_paise(right);
        check.raise_field(DocumentTerm::Milestones, diagnostic.actual(&Paise(sum)));
    }
    Some(())
}

/// More requested than is due.
fn financing((state, _): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let slot = state.financing.requested?;
    let Some(requested) = slot.paise() else {
        check.missing(term_id!(Financing: Requested));
        return None;
    };
    let due = state.financing.due.as_ref().and_then(Slot::paise).or(state.advance.pending.as_ref().and_then(Slot::paise));
    let Some(right) = due.or(state.totals.total.as_ref().and_then(Slot::paise)) else {
        check.missing(term_id!(Financing: Due));
        need_total(state, check);
        return None;
    };
    if requested > right {
        let diagnostic = Diagnostic::new(MessageId::FinancingAboveDue).paise(requested).paise(right).at_most_paise(right);
        check.raise_below(term_id!(Financing: Requested), 0, slot.span(), diagnostic);
    }
    Some(())
}

/// A part received of an invoice that allows no part payment.
fn partial(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    match invoice.flag(ReceivableTerm::PartialAllowed) {
        Resolved::Value(false) => {}
        Resolved::Value(true) | Resolved::Absent => return Some(()),
        Resolved::Unknown => {
            crate::model::note(ReceivableTerm::PartialAllowed, &mut check.missing);
            return None;
        }
    }
    let received = invoice.sum_or_zero(ReceivableTerm::Received, &mut check.missing)?;
    if received <= 0 {
        return Some(());
    }
    let net = invoice.need_sum(ReceivableTerm::Net, &mut check.missing);
    let tds = invoice.sum_or_zero(ReceivableTerm::Tds, &mut check.missing);
    let (net, tds) = net.zip(tds)?;
    let due = if is_after_tds(net, invoice) { net } else { net.saturating_sub(tds) };
    if received < due && !is_about(received, due) {
        let diagnostic = Diagnostic::new(MessageId::PartialNotAllowed).paise(received).paise(net);
        check.raise(invoice.anchor(PART), diagnostic);
    }
    Some(())
}
