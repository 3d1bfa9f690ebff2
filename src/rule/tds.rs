//! Tax deducted at source, compared with the amount that it is deducted from.

use super::{Check, Invoice, Rule};
use crate::model::Receivable;
use crate::read::Anchor;
use crate::report::{Code, Diagnostic, MessageId};
use crate::term::{Group, ReceivableTerm, TermSet};
use crate::value::Paise;

const TERMS: TermSet = term_set![Receivable: Tds Base InvoiceAmount TotalAmount];

pub(super) const EXCEEDS_BASE: Rule<Invoice> = Rule::touching(Group::Receivable, Code::TdsExceedsBase, TERMS, |invoice, check| {
    let (tds, base) = deduction(invoice, check)?;
    if tds > base {
        let diagnostic = Diagnostic::new(MessageId::TdsAboveBase).paise(tds).paise(base).at_most(&Paise(base));
        check.raise(anchor(invoice), diagnostic);
    }
    Some(())
});

pub(super) const HIGH: Rule<Invoice> = Rule::touching(Group::Receivable, Code::TdsHigh, TERMS, |invoice, check| {
    let (tds, base) = deduction(invoice, check)?;
    // Above the base, `tds.exceeds-base` reports it.
    if tds <= base && tds.saturating_mul(5) > base {
        check.raise(anchor(invoice), Diagnostic::new(MessageId::TdsAboveFifth).paise(tds).paise(base));
    }
    Some(())
});

fn anchor(invoice: &Receivable<'_>) -> Anchor {
    invoice.anchor(&[ReceivableTerm::Tds, ReceivableTerm::Base])
}

/// The tax deducted, if any, and the most that it can be deducted from: the amount without GST,
/// or where that is not known the whole.
fn deduction(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<(i64, i64)> {
    let tds = invoice.sum_or_zero(ReceivableTerm::Tds, &mut check.missing).filter(|tds| *tds > 0)?;
    if invoice.flat {
        return Some((tds, invoice.largest(&mut check.missing)?));
    }
    let base = invoice.need_sum(ReceivableTerm::Base, &mut check.missing)?;
    let taxes = if invoice.inclusive() { invoice.heads(&mut check.missing)?.sum() } else { 0 };
    Some((tds, base - taxes))
}
