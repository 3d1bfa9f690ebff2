//! Dates compared with each other and with today.

use super::{Check, Document, Invoice, Object, Rule};
use crate::model::{Context, DocumentState, Receivable};
use crate::read::{Anchor, Value};
use crate::report::{Code, Diagnostic, MessageId};
use crate::term::{DocumentTerm, Group, PeriodTerm, ReceivableTerm, Term, TermId};
use crate::value::Date;

const BOTH: &[ReceivableTerm] = &[ReceivableTerm::DueDate, ReceivableTerm::InvoiceDate];

pub(super) const ORDER: Rule<Invoice> =
    Rule::touching(Group::Receivable, Code::DateOrder, term_set![Receivable: DueDate InvoiceDate], |invoice, check| {
        let due = invoice.need_day(ReceivableTerm::DueDate, &mut check.missing);
        let issued = invoice.need_day(ReceivableTerm::InvoiceDate, &mut check.missing);
        let (due, issued) = due.zip(issued)?;
        if due < issued {
            let diagnostic = Diagnostic::new(MessageId::DueBeforeInvoice).display(&due).display(&issued);
            check.raise(invoice.anchor(BOTH), diagnostic.at_least(&issued));
        }
        Some(())
    });

pub(super) const BILL_PERIOD: Rule<Invoice> =
    Rule::touching(Group::Receivable, Code::DateOrder, term_set![Receivable: BillStart BillEnd], |_, check| {
        period(Group::Receivable, ReceivableTerm::BillStart, ReceivableTerm::BillEnd, check)
    });

pub(super) const FUTURE: Rule<Invoice> =
    Rule::touching(Group::Receivable, Code::DateFuture, term_set![Receivable: InvoiceDate], |invoice, check| future(invoice, check));

pub(super) const BILLING_PERIOD: Rule<Object> = Rule::new(Code::DateOrder, term_set![BillingPeriod: Start End], |_, check| {
    period(Group::BillingPeriod, PeriodTerm::Start, PeriodTerm::End, check)
});

pub(super) const RECURRING_PERIOD: Rule<Object> = Rule::new(Code::DateOrder, term_set![RecurringPeriod: Start End], |_, check| {
    period(Group::RecurringPeriod, PeriodTerm::Start, PeriodTerm::End, check)
});

pub(super) const DOCUMENT_FUTURE: Rule<Document> =
    Rule::new(Code::DateFuture, term_set![Document: Date; External: Today], |(_, context): &(&DocumentState, &Context), check| {
        let issued = check.cx.slot(DocumentTerm::Date).day()?;
        let Some(today) = context.today else {
            check.missing(term_id!(External: Today));
            return None;
        };
        if issued > today {
            after_today(DocumentTerm::Date, issued, today, check);
        }
        Some(())
    });

pub(super) const DOCUMENT_ORDER: Rule<Document> = Rule::new(
    Code::DateOrder,
    term_set![
        Document: Date Milestones; Preceding: Date; Milestone: Date
    ],
    |model, check| others(model, check),
);

/// An invoice date after today.
fn future(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    if !matches!(check.cx.slot(ReceivableTerm::InvoiceDate).value, Value::Day(_)) {
        return Some(());
    }
    let issued = check.cx.slot(ReceivableTerm::InvoiceDate).day()?;
    let today = invoice.need_today(&mut check.missing)?;
    if issued > today {
        after_today(ReceivableTerm::InvoiceDate, issued, today, check);
    }
    Some(())
}

fn after_today(term: impl Term, issued: Date, today: Date, check: &mut Check<'_, '_>) {
    let diagnostic = Diagnostic::new(MessageId::Future).plain(check.cx.name(term)).display(&issued).display(&today);
    check.raise(Anchor::field(term), diagnostic.at_most(&today));
}

/// A period that ends before it begins.
fn period(group: Group, start: impl Term, end: impl Term, check: &mut Check<'_, '_>) -> Option<()> {
    for term in [start.number(), end.number()] {
        if check.cx.slot(term).value == Value::Unreadable {
            check.missing(TermId::of(group, term));
        }
    }
    let (start, last) = (check.cx.slot(start).day()?, check.cx.slot(end).day()?);
    if last < start {
        let diagnostic = Diagnostic::new(MessageId::PeriodBackwards).display(&last).display(&start).at_least(&start);
        check.raise(Anchor::field(end), diagnostic);
    }
    Some(())
}

/// Preceding invoices after this one, and milestones before it.
fn others((state, _): &(&DocumentState, &Context), check: &mut Check<'_, '_>) -> Option<()> {
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
            check.raise(Anchor::Below(term_id!(Preceding: Date), *index, slot.span()), diagnostic);
        }
    }
    for (index, slot) in &state.milestones.dates {
        if let Some(due) = slot.day().filter(|due| *due < issued) {
            let diagnostic = Diagnostic::new(MessageId::MilestoneEarlier).display(&due).display(&issued).at_least(&issued);
            check.raise(Anchor::Below(term_id!(Milestone: Date), *index, slot.span()), diagnostic);
        }
    }
    Some(())
}
