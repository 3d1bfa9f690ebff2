//! Tax deducted at source, compared with the amount that it is deducted from.

use super::receivable_totals::is_about;
use super::{Check, Invoice, Rule};
use crate::model::Receivable;
use crate::read::Anchor;
use crate::report::{Diagnostic, MessageId};
use crate::term::{ReceivableTerm, TermSet};

const TERMS: TermSet = term_set![Receivable: Tds Base InvoiceAmount TotalAmount];

rule! {
    /// Tax deducted at source (TDS) that is more than the amount before GST.
    TdsExceedsBase "tds.exceeds-base" Documented "CBDT circular 23/2017: TDS is deducted from the amount without GST" {
        TdsAboveBase Error [Receivable Tds] "{Tds} {0} is more than the amount before GST, {1}; correct one of them";
    }
    EXCEEDS_BASE: Invoice on INVOICE, FLAT_INVOICE reads TERMS => exceeds_base;
}

fn exceeds_base(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let (tds, base) = deduction(invoice, check)?;
    if tds > base {
        let diagnostic = Diagnostic::new(MessageId::TdsAboveBase).paise(tds).paise(base).at_most_paise(base);
        check.raise(anchor(invoice), diagnostic);
    }
    Some(())
}

rule! {
    /// Tax deducted at source (TDS) that is more than a fifth of the amount before GST.
    TdsHigh "tds.high" Inferred "inferred: the usual rates end at 20 %" {
        TdsAboveFifth Warning [Receivable Tds] "{Tds} {0} is more than 20 % of {1}; check the rate";
    }
    HIGH: Invoice on INVOICE, FLAT_INVOICE reads TERMS => high;
}

fn high(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let (tds, base) = deduction(invoice, check)?;
    // Above the base, `tds.exceeds-base` reports it. TDS is rounded to the paisa or to the rupee.
    if tds <= base && tds > base.saturating_add(2) / 5 && !is_about(tds, base / 5) {
        check.raise(anchor(invoice), Diagnostic::new(MessageId::TdsAboveFifth).paise(tds).paise(base));
    }
    Some(())
}

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
    let taxes = if invoice.inclusive() == Some(true) { invoice.heads(&mut check.missing)?.sum() } else { 0 };
    Some((tds, base - taxes))
}
