//! The amount of the tax: its rate on its taxable value.

use super::tax_rate::rate_of;
use super::{Check, Invoice, OneItem, Rule};
use crate::calc::{Exact, Share};
use crate::model::{CHARGE_TERMS, HEADS, Item, Receivable, ValueKind};
use crate::read::Anchor;
use crate::report::{Arg, Concat, Diagnostic, MessageId};
use crate::term::{Group, ItemTerm, ReceivableTerm, TermId};

rule! {
    /// No tax where the rate requires one.
    TaxMissing "tax.missing" Documented "e-invoice validation 2241" {
        TaxNotThere Error "the rate is {0} % on {1}, but there is no tax; add CGST and SGST, or IGST, or set the rate to 0";
    }
    MISSING: OneItem on ITEM reads term_set![Item: GstRate Taxable; Supply: Kind ReverseCharge].and(CHARGE_TERMS) => missing;
}

rule! {
    /// A tax that is not the rate on the taxable value.
    TaxAmount "tax.amount" Documented "e-invoice validations 2234, 2235, 2266, 2267" {
        HalfAmount Error "{0} is {1}, but half of {2} % on {3} is {4}; correct it (CGST and SGST are rounded separately)";
        HeadAmount Error "{0} is {1}, but {2} % on {3} is {4}; correct it";
    }
    AMOUNT: OneItem on ITEM reads term_set![Item: GstRate Taxable Rates OtherTaxes; ItemRate: Kind Value; OtherTax: Rate Amount].and(CHARGE_TERMS) => amount;
}

rule! {
    /// GST on a charge that is missing.
    TaxWithoutCharge "tax.without-charge" Inferred "inferred: surchargeGst is on surcharge, mdrGst on mdr" {
        TaxWithoutCharge Warning "there is a GST of {0}, but no {1}; give the charge or remove its GST";
    }
    OF_SURCHARGE: Invoice on FLAT_INVOICE reads term_set![Receivable: Surcharge SurchargeGst] => of_surcharge;
    OF_MDR: Invoice on FLAT_INVOICE reads term_set![Receivable: Mdr MdrGst] => of_mdr;
}

fn of_surcharge(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    without_charge(ReceivableTerm::Surcharge, ReceivableTerm::SurchargeGst, invoice, check)
}

fn of_mdr(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    without_charge(ReceivableTerm::Mdr, ReceivableTerm::MdrGst, invoice, check)
}

/// Whether other rules report the heads of an item: their amounts say nothing then.
fn heads_are_wrong(item: &Item<'_>) -> bool {
    item.is_mixed() || item.has_wrong_head()
}

/// No tax where one is due.
fn missing(item: &Item<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    if item.heads.iter().any(|head| head.paise != 0) {
        return Some(());
    }
    let (rate, taxable) = (item.rate, item.taxable);
    // `tax.amount` names what is missing of the two.
    let (rate, taxable) = rate.zip(taxable)?;
    let (half, full) = (Exact::head(taxable, rate, Share::Half).rounded(), Exact::head(taxable, rate, Share::Full).rounded());
    // Of a few paise each half may be nothing where the whole is a paisa.
    let due = if item.leaves_state == Some(true) { full } else { half };
    if due.0 == 0 || item.without_payment || item.untaxed {
        return Some(());
    }
    if !item.need_charges(&mut check.missing) {
        return None;
    }
    if !item.untaxed_missing.is_empty() {
        check.missing.insert_set(&item.untaxed_missing);
        return None;
    }
    let diagnostic = Diagnostic::new(MessageId::TaxNotThere).display(&rate_of(rate).unwrap_or_default()).paise(taxable);
    let diagnostic = match item.leaves_state {
        Some(true) => diagnostic.expected(&Concat(&[&"IGST ", &full])),
        Some(false) => diagnostic.expected(&Concat(&[&"CGST ", &half, &" and SGST ", &half])),
        None => diagnostic.expected(&Concat(&[&"CGST ", &half, &" and SGST ", &half, &", or IGST ", &full])),
    };
    check.raise_field(ItemTerm::Charges, diagnostic);
    Some(())
}

/// A tax that is not its rate on its taxable value.
fn amount(item: &Item<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let heads @ [cgst, sgst, igst] = item.heads;
    let (within, between) = (cgst.paise != 0 || sgst.paise != 0, igst.paise != 0);
    let taxable = item.taxable;
    if !heads_are_wrong(item) {
        for (term, number) in [(ItemTerm::GstRate, item.rate), (ItemTerm::Taxable, taxable)] {
            if number.is_none() {
                check.missing(TermId::of(Group::Item, term as u8));
            }
        }
        if let (Some(rate), Some(taxable), true) = (item.rate, taxable, within || between) {
            let share = if between { Share::Full } else { Share::Half };
            for (kind, head) in HEADS.into_iter().zip(heads).filter(|(_, head)| head.paise != 0) {
                one(kind.as_str(), [rate, head.paise, taxable], share, item.anchor(head), item, check);
            }
        }
    }
    let taxable = taxable?;
    for kind in [ValueKind::Cess, ValueKind::StateCess] {
        let (rate, cess) = (item.charges.rates.of(kind), item.total(kind));
        if rate.paise > 0 && cess.is_present() {
            one(kind.as_str(), [rate.paise, cess.paise, taxable], Share::Full, item.anchor(cess), item, check);
        }
    }
    for (rate, tax) in &item.charges.rated {
        let anchor = Anchor::Below(term_id!(OtherTax: Amount), tax.index, tax.span);
        one("the tax", [*rate, tax.paise, taxable], Share::Full, anchor, item, check);
    }
    Some(())
}

/// One tax against its rate.
#[inline]
fn one(name: &'static str, [rate, paise, taxable]: [i64; 3], share: Share, anchor: Anchor, item: &Item<'_>, check: &mut Check<'_, '_>) {
    let exact = Exact::head(taxable, rate, share);
    if !exact.takes(paise, item.tolerance) {
        check.raise(anchor, amount_diagnostic(name, [rate, paise, taxable], share));
    }
}

#[inline(never)]
fn amount_diagnostic(name: &'static str, [rate, paise, taxable]: [i64; 3], share: Share) -> Diagnostic<'static> {
    let right = Exact::head(taxable, rate, share).rounded();
    let message = if share == Share::Half { MessageId::HalfAmount } else { MessageId::HeadAmount };
    let diagnostic = Diagnostic::new(message).arg(Arg::Phrase(name)).paise(paise).display(&rate_of(rate).unwrap_or_default());
    diagnostic.paise(taxable).paise(right.0).expected_paise(right.0)
}

/// A tax on a charge that is not there.
fn without_charge(
    charge: ReceivableTerm,
    gst: ReceivableTerm,
    invoice: &crate::model::Receivable<'_>,
    check: &mut Check<'_, '_>,
) -> Option<()> {
    let tax = invoice.given_sum(gst, &mut check.missing).filter(|tax| *tax != 0)?;
    if invoice.sum_or_zero(charge, &mut check.missing)? == 0 {
        let name = check.cx.name(charge);
        check.raise_field(gst, Diagnostic::new(MessageId::TaxWithoutCharge).paise(tax).plain(name));
    }
    Some(())
}
