//! The rate of the tax: whether there is such a rate, and whether it is in force.

use super::{Check, Document, Invoice, OneItem, Rule};
use crate::calc::{Share, head};
use crate::model::{ChargeTotal, Context, DocumentState, HEADS, Item, Receivable};
use crate::read::Anchor;
use crate::report::{Code, Diagnostic, MessageId};
use crate::term::{DocumentTerm, Group, ItemTerm, ReceivableTerm, TermSet};
use crate::value::{Paise, Rate, RateEntry, RateValidity};

const PRICED: &[ReceivableTerm] = &[ReceivableTerm::Igst, ReceivableTerm::Cgst, ReceivableTerm::Sgst, ReceivableTerm::Base];
const PRICED_SET: TermSet = term_set![Receivable: Igst Cgst Sgst Base];

pub(super) const UNKNOWN: Rule<Invoice> =
    Rule::touching(Group::Receivable, Code::TaxRateUnknown, PRICED_SET, |model, check| unknown(model, check));

pub(super) const INCLUSIVE: Rule<Invoice> =
    Rule::touching(Group::Receivable, Code::TaxInclusive, PRICED_SET, |model, check| inclusive(model, check));

pub(super) const EXPIRED: Rule<Invoice> =
    Rule::touching(Group::Receivable, Code::TaxRateExpired, term_set![Receivable: Igst Cgst Sgst Base InvoiceDate], |model, check| {
        expired(model, check)
    });

pub(super) const ABOVE_ALL: Rule<Invoice> = Rule::touching(
    Group::Receivable,
    Code::TaxRateUnknown,
    term_set![Receivable: Igst Cgst Sgst InvoiceAmount TotalAmount],
    |model, check| above_all(model, check),
);

pub(super) const OF_SURCHARGE: Rule<Invoice> =
    Rule::touching(Group::Receivable, Code::TaxRateUnknown, term_set![Receivable: Surcharge SurchargeGst], |invoice, check| {
        of_charge(ReceivableTerm::Surcharge, ReceivableTerm::SurchargeGst, invoice, check)
    });

pub(super) const OF_MDR: Rule<Invoice> =
    Rule::touching(Group::Receivable, Code::TaxRateUnknown, term_set![Receivable: Mdr MdrGst], |invoice, check| {
        of_charge(ReceivableTerm::Mdr, ReceivableTerm::MdrGst, invoice, check)
    });

pub(super) const ITEM_UNKNOWN: Rule<OneItem> = Rule::new(Code::TaxRateUnknown, term_set![Item: GstRate], |item, check| {
    if item.entry.is_none() && item.slot(ItemTerm::GstRate).is_given() {
        let rate = rate_of(item.need(ItemTerm::GstRate, &mut check.missing)?)?;
        check.raise(Anchor::field(ItemTerm::GstRate), unlisted(rate));
    }
    Some(())
});

pub(super) const ITEM_SUM: Rule<OneItem> =
    Rule::new(Code::TaxRateSum, term_set![Item: GstRate Rates; ItemRate: Kind Value], |model, check| sum(model, check));

pub(super) const ITEMS_EXPIRED: Rule<Document> =
    Rule::new(Code::TaxRateExpired, term_set![Document: Date Items; Item: GstRate], |model, check| items_expired(model, check));

/// A rate that the list of GST rates does not have.
pub fn unlisted(rate: Rate) -> Diagnostic<'static> {
    Diagnostic::new(MessageId::RateNotKnown).display(&rate).plain(RateEntry::LIST).expected_text(RateEntry::LIST)
}

/// A rate in thousandths of a percent.
pub(super) fn rate_of(thousandths: i64) -> Option<Rate> {
    u32::try_from(thousandths).ok().map(Rate)
}

/// A tax that matches no GST rate on its base.
fn unknown(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let taxed = invoice.taxed(&mut check.missing).filter(|taxed| !taxed.inclusive)?;
    if invoice.rate(&taxed).is_some() {
        return Some(());
    }
    let distance = |entry: &&RateEntry| taxed.at(entry.rate).abs_diff(taxed.tax);
    let nearest = RateEntry::all().iter().min_by_key(distance).map_or(Rate(0), |entry| entry.rate);
    let right = taxed.all_heads(taxed.at(nearest));
    let diagnostic = Diagnostic::new(MessageId::RateNotFitting)
        .paise(taxed.all_heads(taxed.tax))
        .paise(taxed.base)
        .display(&nearest)
        .paise(right)
        .expected(&Paise(taxed.at(nearest)));
    check.raise(invoice.anchor(PRICED), diagnostic);
    Some(())
}

/// A tax that an inclusive price does not contain.
fn inclusive(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    if !invoice.inclusive() {
        return None;
    }
    let taxed = invoice.taxed(&mut check.missing)?;
    if invoice.rate(&taxed).is_none() {
        let diagnostic = Diagnostic::new(MessageId::NotInclusive).paise(taxed.all_heads(taxed.tax)).paise(taxed.base);
        check.raise(invoice.anchor(PRICED), diagnostic);
    }
    Some(())
}

/// A tax at a rate that is not in force on the date of the invoice.
fn expired(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let taxed = invoice.taxed(&mut check.missing)?;
    let first = invoice.rate(&taxed)?;
    let day = invoice.need_day(ReceivableTerm::InvoiceDate, &mut check.missing)?;
    if first.validity(day) == RateValidity::InForce {
        return Some(());
    }
    // The tax of a small base may fit several rates: one in force is enough.
    let validities = || taxed.fitting().map(|entry| (entry, entry.validity(day)));
    let (entry, message) = match validities().find(|(_, validity)| *validity != RateValidity::NotInForce) {
        Some(_) if validities().any(|(_, validity)| validity == RateValidity::InForce) => return Some(()),
        Some((entry, _)) => (entry, MessageId::RateRare),
        None => (first, MessageId::RateSeemsOver),
    };
    let anchor = [PRICED, &[ReceivableTerm::InvoiceDate]].concat();
    check.raise(invoice.anchor(&anchor), Diagnostic::new(message).display(&entry.rate).display(&day));
    Some(())
}

const ALL_HEADS: [ReceivableTerm; 3] = [ReceivableTerm::Cgst, ReceivableTerm::Sgst, ReceivableTerm::Igst];

/// A tax that is more than the highest rate: no mix of rates gives it.
fn above_all(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    if !invoice.touches(ALL_HEADS.iter().fold(0, |set, head| set | head.bit())) {
        return None;
    }
    let (base, tax) = (invoice.largest(&mut check.missing), invoice.sum_of(&ALL_HEADS, &mut check.missing));
    let (base, tax) = base.zip(tax)?;
    let highest = RateEntry::all().iter().map(|entry| entry.rate).max().unwrap_or_default();
    if i128::from(tax) * 100_000 > i128::from(base) * i128::from(highest.0) + 100_000 {
        let due = ALL_HEADS.into_iter().find(|term| invoice.sum(*term).value().is_some_and(|paise| paise != 0));
        let anchor = due.map_or(Anchor::Object, Anchor::field);
        check.raise(anchor, Diagnostic::new(MessageId::RateAboveAll).paise(tax).paise(base).display(&highest));
    }
    Some(())
}

/// The GST of a charge that matches no GST rate on it.
fn of_charge(charge: ReceivableTerm, gst: ReceivableTerm, invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let tax = invoice.given_sum(gst, &mut check.missing).filter(|tax| *tax != 0)?;
    let base = invoice.sum_or_zero(charge, &mut check.missing).filter(|base| *base != 0)?;
    let near = |entry: &RateEntry| (i128::from(base) * i128::from(entry.rate.0) - i128::from(tax) * 100_000).abs() <= 100_000;
    if !RateEntry::all().iter().any(near) {
        let right = head(Paise(base), Rate(18_000), Share::Full);
        let name = check.cx.name(charge);
        let diagnostic = Diagnostic::new(MessageId::RateNotFittingCharge).paise(tax).paise(base).plain(name).paise(right.0);
        check.raise(Anchor::field(gst), diagnostic.expected(&right));
    }
    Some(())
}

/// Rates of heads that are not the rate of the item.
fn sum(item: &Item<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    if !item.slot(ItemTerm::Rates).is_given() {
        return None;
    }
    if item.charges.rates_unknown {
        check.missing(term_id!(Item: Rates));
    }
    let rate = item.need(ItemTerm::GstRate, &mut check.missing)?;
    let heads @ [cgst, sgst, igst] = HEADS.map(|kind| item.charges.rates.of(kind));
    let halves = cgst.paise.saturating_add(sgst.paise);
    // Some list the rates of both cases.
    let equal = cgst.paise == sgst.paise;
    let fits = equal && (halves.saturating_add(igst.paise) == rate || halves == rate && igst.paise == rate);
    if fits || item.charges.rates_unknown || !heads.iter().any(ChargeTotal::is_present) {
        return Some(());
    }
    let percent = |thousandths| rate_of(thousandths).unwrap_or_default();
    let rates = [cgst.paise, sgst.paise, igst.paise, rate].map(percent);
    let diagnostic = rates.iter().fold(Diagnostic::new(MessageId::RateSum), |diagnostic, rate| diagnostic.display(rate));
    let first = heads.into_iter().find(ChargeTotal::is_present).unwrap_or_default();
    let anchor = Anchor::Below(term_id!(ItemRate: Value), first.index, first.span);
    check.raise(anchor, diagnostic.expected(&percent(rate)));
    Some(())
}

/// Rates of items that are not in force on the date of the invoice.
fn items_expired((state, _): &(&DocumentState, &Context), check: &mut Check<'_, '_>) -> Option<()> {
    if state.items.dated.is_empty() {
        return Some(());
    }
    let Some(day) = check.cx.slot(DocumentTerm::Date).day() else {
        check.missing(term_id!(Document: Date));
        return None;
    };
    for (index, span, entry) in &state.items.dated {
        let message = match entry.validity(day) {
            RateValidity::InForce => continue,
            RateValidity::Restricted => MessageId::RateRare,
            RateValidity::NotInForce => MessageId::RateOver,
        };
        let anchor = Anchor::Below(term_id!(Item: GstRate), *index, *span);
        check.raise(anchor, Diagnostic::new(message).display(&entry.rate).display(&day));
    }
    Some(())
}
