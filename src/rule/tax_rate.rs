//! The rate of the tax: whether there is such a rate, and whether it is in force.

use super::{Check, Document, DocumentModel, Invoice, OneItem, Rule};
use crate::calc::{Share, head};
use crate::model::{ChargeTotal, HEADS, Item, Receivable};
use crate::read::Anchor;
use crate::report::{Diagnostic, MessageId};
use crate::term::{DocumentTerm, ItemTerm, ReceivableTerm, TermSet};
use crate::value::{Paise, Rate, RateEntry, RateValidity};

const PRICED: &[ReceivableTerm] = &[ReceivableTerm::Igst, ReceivableTerm::Cgst, ReceivableTerm::Sgst, ReceivableTerm::Base];
const PRICED_OR_DATED: &[ReceivableTerm] =
    &[ReceivableTerm::Igst, ReceivableTerm::Cgst, ReceivableTerm::Sgst, ReceivableTerm::Base, ReceivableTerm::InvoiceDate];
const PRICED_SET: TermSet = term_set![Receivable: Igst Cgst Sgst Base];

rule! {
    /// Not a GST rate, or a tax that matches none.
    TaxRateUnknown "tax.rate-unknown" Documented "e-invoice masters, GST rates; 9/2025-CT(R)" {
        RateNotKnown Error "{0} % is not a GST rate; use one of {1}";
        RateNotFitting Warning "the tax of {0} on {1} matches no GST rate (nearest: {2} % gives {3}); check it, or ignore this if the invoice has several rates";
        RateAboveAll Warning "the tax of {0} on {1} is more than {2} %, the highest GST rate; check it";
        RateNotFittingCharge Warning "the GST of {0} on {2} of {1} matches no GST rate; at 18 % it would be {3}, so check it";
    }
    UNKNOWN: Invoice on INVOICE reads PRICED_SET => unknown;
    ABOVE_ALL: Invoice on FLAT_INVOICE reads term_set![Receivable: Igst Cgst Sgst InvoiceAmount TotalAmount] => above_all;
    OF_SURCHARGE: Invoice on FLAT_INVOICE reads term_set![Receivable: Surcharge SurchargeGst] => of_surcharge;
    OF_MDR: Invoice on FLAT_INVOICE reads term_set![Receivable: Mdr MdrGst] => of_mdr;
    ITEM_UNKNOWN: OneItem on ITEM reads term_set![Item: GstRate] => item_unknown;
}

fn of_surcharge(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    of_charge(ReceivableTerm::Surcharge, ReceivableTerm::SurchargeGst, invoice, check)
}

fn of_mdr(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    of_charge(ReceivableTerm::Mdr, ReceivableTerm::MdrGst, invoice, check)
}

fn item_unknown(item: &Item<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    if item.entry.is_none() && item.slot(ItemTerm::GstRate).is_given() {
        let rate = rate_of(item.need(ItemTerm::GstRate, &mut check.missing)?)?;
        check.raise_field(ItemTerm::GstRate, unlisted(rate));
    }
    Some(())
}

rule! {
    /// Prices that include the taxes by gstExclusive, with a tax that they cannot include.
    TaxInclusive "tax.inclusive" Inferred "inferred: gstExclusive false means that baseAmount includes the taxes" {
        NotInclusive Warning [Receivable GstExclusive] "{GstExclusive} is false, but {1} cannot include a tax of {0} at any GST rate; check the amounts and {GstExclusive}, or ignore this if the invoice has several rates";
    }
    INCLUSIVE: Invoice on INVOICE reads PRICED_SET => inclusive;
}

rule! {
    /// A rate that is not in force on the invoice date.
    TaxRateExpired "tax.rate-expired" Documented "CGST rate notifications 9/2025, 14/2025, 19/2025" {
        RateOver Error "the {0} % rate is not in force on {1}; use the rate in force at the time of supply";
        RateRare Warning "since 2025-09-22 the {0} % rate applies only to bricks and tiles; check the rate for {1}";
        RateSeemsOver Warning "the tax matches {0} %, a rate that is not in force on {1}; check it, or ignore this if the invoice has several rates";
    }
    EXPIRED: Invoice on INVOICE reads term_set![Receivable: Igst Cgst Sgst Base InvoiceDate] => expired;
    ITEMS_EXPIRED: Document on DOCUMENT reads term_set![Document: Date Items; Item: GstRate] => items_expired;
}

rule! {
    /// CGST, SGST and IGST rates that do not add up to the rate of the item.
    TaxRateSum "tax.rate-sum" Documented "e-invoice schema INV-01 v1.1, GstRt" {
        RateSum Error "the rates CGST {0} %, SGST {1} % and IGST {2} % do not match the item rate of {3} %; give half of it each for CGST and SGST, or all of it for IGST";
    }
    ITEM_SUM: OneItem on ITEM reads term_set![Item: GstRate Rates; ItemRate: Kind Value] => sum;
}

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
        .expected_paise(taxed.at(nearest));
    check.raise(invoice.anchor(PRICED), diagnostic);
    Some(())
}

/// A tax that an inclusive price does not contain.
fn inclusive(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    if invoice.inclusive() != Some(true) {
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
    check.raise(invoice.anchor(PRICED_OR_DATED), Diagnostic::new(message).display(&entry.rate).display(&day));
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
        check.raise_field(gst, diagnostic.expected_paise(right.0));
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
    check.raise_below(term_id!(ItemRate: Value), first.index, first.span, diagnostic.expected(&percent(rate)));
    Some(())
}

/// Rates of items that are not in force on the date of the invoice.
fn items_expired((state, _): &DocumentModel<'_>, check: &mut Check<'_, '_>) -> Option<()> {
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
        check.raise_below(term_id!(Item: GstRate), *index, *span, Diagnostic::new(message).display(&entry.rate).display(&day));
    }
    Some(())
}
