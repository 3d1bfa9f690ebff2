//! Dates against each other and against today.

use super::facts::Facts;
use super::known::Gaps;
use crate::payload::ReceivableTerm;
use crate::read::ObjectContext;
use crate::report::{Diagnostic, MessageId};

pub(super) const BOTH: &[ReceivableTerm] = &[ReceivableTerm::DueDate, ReceivableTerm::InvoiceDate];
pub(super) const INVOICE: &[ReceivableTerm] = &[ReceivableTerm::InvoiceDate];

pub(super) fn order(facts: &Facts<'_>, cx: &mut ObjectContext<'_>, gaps: &mut Gaps) {
    let (due, issued) = (facts.need_day(ReceivableTerm::DueDate, gaps), facts.need_day(ReceivableTerm::InvoiceDate, gaps));
    if let (Some(due), Some(issued)) = (due, issued)
        && due < issued
    {
        let fault = Diagnostic::new(MessageId::DueBeforeInvoice).display(&due).display(&issued);
        cx.raise(facts.spot(BOTH), fault.at_least(&issued));
    }
}

pub(super) fn future(facts: &Facts<'_>, cx: &mut ObjectContext<'_>, gaps: &mut Gaps) {
    // A date that cannot be read has its own finding, and null is none.
    let Some(issued) = facts.need_day(ReceivableTerm::InvoiceDate, &mut Gaps::default()) else {
        return;
    };
    if let Some(today) = facts.need_today(gaps).filter(|today| issued > *today) {
        let fault = Diagnostic::new(MessageId::Future).display(&issued).display(&today);
        cx.raise(facts.spot(INVOICE), fault.at_most(&today));
    }
}
