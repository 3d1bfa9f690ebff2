//! Dates compared with each other and with today.

use super::{Check, Document, DocumentModel, Invoice, Object, Rule};
use crate::model::{Context, Receivable};
use crate::read::Value;
use crate::report::{Diagnostic, MessageId};
use crate::term::{DocumentTerm, Group, PeriodTerm, ReceivableTerm, Term, TermId};
use crate::value::Date;

const BOTH: &[ReceivableTerm] = &[ReceivableTerm::DueDate, ReceivableTerm::InvoiceDate];

rule! {
    /// Two dates in the wrong order.
    DateOrder "date.order" Documented "e-invoice validations, period dates" {
        DueBeforeInvoice Error [Receivable DueDate, Receivable InvoiceDate] "{DueDate} {0} is before {InvoiceDate} {1}; correct one of them";
        PeriodBackwards Error "the billing period ends on {0}, before it starts on {1}; correct one of the dates";
        PrecedingLater Warning "the preceding invoice is dated {0}, after this invoice, {1}; correct one of the dates";
        MilestoneEarlier Warning "the payment milestone date {0} is before the invoice date {1}; correct one of the dates, or ignore this if it was an advance";
    }
    ORDER: Invoice on INVOICE, FLAT_INVOICE reads term_set![Receivable: DueDate InvoiceDate] => order;
    BILL_PERIOD: Invoice on FLAT_INVOICE reads term_set![Receivable: BillStart BillEnd] => bill_period;
    BILLING_PERIOD: Object on BILLING_PERIOD reads term_set![BillingPeriod: Start End] => billing_period;
    RECURRING_PERIOD: Object on RECURRING_PERIOD reads term_set![RecurringPeriod: Start End] => recurring_period;
    DOCUMENT_ORDER: Document on DOCUMENT reads term_set![Document: Date Milestones; Preceding: Date; Milestone: Date] => others;
}

fn order(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let due = invoice.need_day(ReceivableTerm::DueDate, &mut check.missing);
    let issued = invoice.need_day(ReceivableTerm::InvoiceDate, &mut check.missing);
    let (due, issued) = due.zip(issued)?;
    if due < issued {
        let diagnostic = Diagnostic::new(MessageId::DueBeforeInvoice).display(&due).display(&issued);
        check.raise(invoice.anchor(BOTH), diagnostic.at_least(&issued));
    }
    Some(())
}

fn bill_period(_: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    period(Group::Receivable, ReceivableTerm::BillStart, ReceivableTerm::BillEnd, check)
}

fn billing_period(_: &Context, check: &mut Check<'_, '_>) -> Option<()> {
    period(Group::BillingPeriod, PeriodTerm::Start, PeriodTerm::End, check)
}

fn recurring_period(_: &Context, check: &mut Check<'_, '_>) -> Option<()> {
    period(Group::RecurringPeriod, PeriodTerm::Start, PeriodTerm::End, check)
}

rule! {
    /// An invoice date after today.
    DateFuture "date.future" Documented "e-invoice validation 2218" {
        Future Warning "{0} {1} is after today, {2}; the invoice registration portal (IRP) rejects future dates, so check it";
    }
    FUTURE: Invoice on INVOICE, FLAT_INVOICE reads term_set![Receivable: InvoiceDate] => future;
    DOCUMENT_FUTURE: Document on DOCUMENT reads term_set![Document: Date; External: Today] => document_future;
}

fn document_future((_, context): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let issued = check.cx.slot(DocumentTerm::Date).day()?;
    let Some(today) = context.today else {
        check.missing(term_id!(External: Today));
        return None;
    };
    if issued > today {
        after_today(DocumentTerm::Date, issued, today, check);
    }
    Some(())
}

/// An invoice date after today.
fn future(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let issued = check.cx.slot(ReceivableTerm::InvoiceDate).day()?;
    let today = invoice.need_today(&mut check.missing)?;
    if issued > today {
        after_today(ReceivableTerm::InvoiceDate, issued, today, check);
    }
    Some(())
}

fn after_today(term: impl Term, issued: Date, today: Date, check: &mut Check<'_, '_>) {
    let diagnostic = Diagnostic::new(MessageId::Future).plain(check.cx.name(term)).display(&issued).display(&today);
    check.raise_field(term, diagnostic.at_most(&today));
}

/// A period that ends before it begins.
fn period(group: Group, start: impl Term, end: impl Term, check: &mut Check<'_, '_>) -> Option<()> {
    for term in [start.number(), end.number()] {
        if matches!(check.cx.slot(term).value, Value::Unreadable) {
            check.missing(TermId::of(group, term));
        }
    }
    let (start, last) = (check.cx.slot(start).day()?, check.cx.slot(end).day()?);
    if last < start {
        let diagnostic = Diagnostic::new(MessageId::PeriodBackwards).display(&last).display(&start).at_least(&start);
        check.raise_field(end, diagnostic);
    }
    Some(())
}

/// Preceding invoices after this one, and milestones before it.
fn others((state, _): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    if state.preceding.is_empty() && state.milestones.dates.is_empty() {
        return Some(());
    }
    let Some(issued) = check.cx.slot(DocumentTerm::Date).day() else {
        check.missing(term_id!(Document: Date));
        return None;
    };
    for (index, slot) in &state.preceding {
        if let Some(before) = slot.day().filter(|before| *before > issued) {
            let diagnostic = Diagnostic::new(MessageId::PrecedingLater).display(&before).display(&issued).at_most(&issued);
            check.raise_below(term_id!(Preceding: Date), *index, slot.span(), diagnostic);
        }
    }
    for (index, slot) in &state.milestones.dates {
        if let Some(due) = slot.day().filter(|due| *due < issued) {
            let diagnostic = Diagnostic::new(MessageId::MilestoneEarlier).display(&due).display(&issued).at_least(&issued);
            check.raise_below(term_id!(Milestone: Date), *index, slot.span(), diagnostic);
        }
    }
    Some(())
}
