//! The totals of EnKash's own invoice: net amount, balance, receipts.
//!
//! The API documentation does not say whether `netAmount` is before or after `tds`. Both
//! readings are accepted; the balance follows the one that fits. There is no field for a
//! round-off, so an amount in whole rupees is accepted where it is less than a rupee from a reading.

use super::{Check, Invoice, Rule};
use crate::model::{Receivable, Resolved};
use crate::report::{Diagnostic, MessageId};
use crate::term::{ReceivableTerm, TermSet};

const NET_TERMS: &[ReceivableTerm] = &[
    ReceivableTerm::Net,
    ReceivableTerm::Base,
    ReceivableTerm::Cgst,
    ReceivableTerm::Sgst,
    ReceivableTerm::Igst,
    ReceivableTerm::Tds,
    ReceivableTerm::GstExclusive,
];
const BALANCE_TERMS: &[ReceivableTerm] = &[ReceivableTerm::Balance, ReceivableTerm::Net, ReceivableTerm::Received, ReceivableTerm::Tds];

rule! {
    /// A net amount that does not follow from the base amount and the taxes.
    TotalNet "total.net" Inferred "inferred: the API documentation names the parts, not their sum; TDS may be deducted or not" {
        NetPlain Error [Receivable Net, Receivable Base] "{Net} is {0}, but {Base} and the taxes come to {1}; correct whichever is wrong, or give other amounts that {Net} includes in the option `otherCharges`";
        NetOrAfterTds Error [Receivable Net, Receivable Base] "{Net} is {0}, but {Base} and the taxes come to {1}, or {2} after TDS; correct whichever is wrong, or give other amounts that {Net} includes in the option `otherCharges`";
        NetOfInclusive Error [Receivable Net, Receivable Base, Receivable GstExclusive] "{Net} is {0}, but {GstExclusive} is false, so {Base} includes the taxes and {Net} should be {1} (less TDS, if it is deducted); correct whichever is wrong, or give other amounts that {Net} includes in the option `otherCharges`";
        NetOfEither Error [Receivable Net, Receivable Base] "{Net} is {0}, but {Base} comes to {1} with the taxes, or to {2} if it includes them (less TDS, if it is deducted); correct whichever is wrong, or give other amounts that {Net} includes in the option `otherCharges`";
        NetIsBase Warning [Receivable Net, Receivable Base] "{Net} {0} is {Base} without the taxes of {1}; this is right under reverse charge, or if the prices include the taxes (then set gstExclusive to false), and otherwise {Net} should be {2}";
    }
    NET: Invoice on INVOICE reads term_set![Receivable: Net Base Cgst Sgst Igst Tds GstExclusive] => net;
}

rule! {
    /// A balance that does not follow from the net amount, TDS and receipts.
    TotalBalance "total.balance" Inferred "inferred: balance = net, with or without TDS, minus the amount received" {
        BalancePlain Error [Receivable Balance, Receivable Net, Receivable Received] "{Balance} is {0}, but {Net} {1} minus {Received} {2} is {3}; correct whichever is wrong";
        BalanceOrAfterTds Error [Receivable Balance, Receivable Net, Receivable Received] "{Balance} is {0}, but {Net} {1} minus {Received} {2} is {3}, or {4} after TDS; correct whichever is wrong";
    }
    BALANCE: Invoice on INVOICE reads term_set![Receivable: Balance Net Received Tds] => balance;
}

rule! {
    /// More received than the amount payable.
    TotalOverpaid "total.overpaid" Inferred "inferred: no more than the net amount can be received" {
        Overpaid Error [Receivable Received, Receivable Net] "{Received} {0} is more than {Net} {1}; correct one of them";
        PaidBeyond Error "the amount paid, {0}, is more than the total, {1}; correct one of them";
        PaidAboveTotal Warning [Receivable PaidTillNow] "{PaidTillNow} {0} is more than the invoice amount, {1}; correct one of them";
    }
    OVERPAID: Invoice on INVOICE reads term_set![Receivable: Received Net] => overpaid;
    PAID_ABOVE_TOTAL: Invoice on FLAT_INVOICE reads term_set![Receivable: PaidTillNow InvoiceAmount TotalAmount] => paid_above_total;
}

rule! {
    /// A totalAmount that does not follow from the other amounts, whichever of them it includes.
    TotalAmount "total.amount" Inferred "inferred: the API documentation names the parts, not their sum; each may be included or not" {
        AmountReadings Warning [Receivable TotalAmount, Receivable InvoiceAmount] "{TotalAmount} is {0}, which does not follow from {InvoiceAmount} {1} with or without taxes, charges, penalty and TDS (at most {2}); check it";
    }
    AMOUNT: Invoice on FLAT_INVOICE reads term_set![Receivable: TotalAmount InvoiceAmount Cgst Sgst Igst Surcharge SurchargeGst Mdr MdrGst Penalty Tds] => amount;
}

/// Whether an amount is what it should be, or that rounded to whole rupees.
pub(super) fn is_about(given: i64, right: i64) -> bool {
    given == right || given % 100 == 0 && given.abs_diff(right) < 100
}

/// TDS that may have been deducted from an amount.
fn deductible(invoice: &Receivable<'_>) -> i64 {
    invoice.sum(ReceivableTerm::Tds).value().filter(|tds| *tds > 0).unwrap_or_default()
}

/// Whether the net amount is one after TDS, and not one before it.
pub(super) fn is_after_tds(net: i64, invoice: &Receivable<'_>) -> bool {
    let tds = deductible(invoice);
    if tds == 0 {
        return false;
    }
    let payables = invoice.payables(&mut TermSet::default());
    let fits = |tds: i64| payables.iter().flatten().any(|payable| is_about(net, payable.saturating_sub(tds)));
    !fits(0) && fits(tds)
}

/// A net amount that base and taxes do not give.
fn net(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let net = invoice.given_sum(ReceivableTerm::Net, &mut check.missing)?;
    let (mut missing, tds) = (TermSet::default(), deductible(invoice));
    let payables = invoice.payables(&mut missing);
    let fits = |payable: i64| is_about(net, payable) || is_about(net, payable.saturating_sub(tds));
    if payables.iter().flatten().any(|payable| fits(*payable)) {
        return Some(());
    }
    check.missing.insert_set(&missing);
    if !missing.is_empty() {
        return None;
    }
    // An amount that is not known may have been deducted, unless it would have to be added.
    if invoice.sum(ReceivableTerm::Tds) == Resolved::Unknown && payables.iter().flatten().any(|payable| net < *payable) {
        crate::model::note(ReceivableTerm::Tds, &mut check.missing);
        return None;
    }
    let say = |message| Diagnostic::new(message).paise(net);
    let diagnostic = match payables {
        [Some(on_top), None] => {
            let taxes = invoice.heads(&mut check.missing)?.sum();
            let after_tds = on_top.saturating_sub(tds);
            match taxes != 0 && fits(on_top.saturating_sub(taxes)) {
                true => say(MessageId::NetIsBase).paise(taxes).paise(on_top),
                false if tds != 0 => say(MessageId::NetOrAfterTds).paise(on_top).paise(after_tds),
                false => right(say(MessageId::NetPlain).paise(on_top), on_top, ReceivableTerm::Net, invoice),
            }
        }
        [Some(on_top), Some(inclusive)] => say(MessageId::NetOfEither).paise(on_top).paise(inclusive),
        [None, inclusive] if tds == 0 => right(say(MessageId::NetOfInclusive).paise(inclusive?), inclusive?, ReceivableTerm::Net, invoice),
        [None, inclusive] => say(MessageId::NetOfInclusive).paise(inclusive?),
    };
    check.raise(invoice.anchor(NET_TERMS), diagnostic);
    Some(())
}

/// A balance that net amount, TDS and receipts do not give.
fn balance(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let balance = invoice.given_sum(ReceivableTerm::Balance, &mut check.missing)?;
    let net = invoice.need_sum(ReceivableTerm::Net, &mut check.missing);
    let received = invoice.sum_or_zero(ReceivableTerm::Received, &mut check.missing);
    let (net, received) = net.zip(received)?;
    let left = net.saturating_sub(received);
    // Once the net amount itself is after TDS, nothing more is deducted.
    let tds = if is_after_tds(net, invoice) { 0 } else { deductible(invoice) };
    if is_about(balance, left) || is_about(balance, left.saturating_sub(tds)) {
        return Some(());
    }
    if invoice.sum(ReceivableTerm::Tds) == Resolved::Unknown && balance < left {
        crate::model::note(ReceivableTerm::Tds, &mut check.missing);
        return None;
    }
    let say = |message| Diagnostic::new(message).paise(balance).paise(net).paise(received).paise(left);
    let diagnostic = match tds {
        0 => right(say(MessageId::BalancePlain), left, ReceivableTerm::Balance, invoice),
        _ => say(MessageId::BalanceOrAfterTds).paise(left.saturating_sub(tds)),
    };
    check.raise(invoice.anchor(BALANCE_TERMS), diagnostic);
    Some(())
}

/// A diagnostic with the amount that a term should be, if the payload itself gives it: then the finding is there.
fn right<'a>(diagnostic: Diagnostic<'a>, paise: i64, term: ReceivableTerm, invoice: &Receivable<'_>) -> Diagnostic<'a> {
    if invoice.touches(term.bit()) && paise >= 0 { diagnostic.expected_paise(paise) } else { diagnostic }
}

/// More received than the net amount.
fn overpaid(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let received = invoice.sum_or_zero(ReceivableTerm::Received, &mut check.missing)?;
    if received <= 0 {
        return Some(());
    }
    let net = invoice.need_sum(ReceivableTerm::Net, &mut check.missing)?;
    if received > net && !is_about(received, net) {
        let anchor = invoice.anchor(&[ReceivableTerm::Received, ReceivableTerm::Net]);
        check.raise(anchor, Diagnostic::new(MessageId::Overpaid).paise(received).paise(net));
    }
    Some(())
}

/// More paid than the whole of the invoice.
fn paid_above_total(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let paid = invoice.given_sum(ReceivableTerm::PaidTillNow, &mut check.missing)?;
    let total = invoice.largest(&mut check.missing)?;
    if paid > total {
        let diagnostic = Diagnostic::new(MessageId::PaidAboveTotal).paise(paid).paise(total).at_most_paise(total);
        check.raise_field(ReceivableTerm::PaidTillNow, diagnostic);
    }
    Some(())
}

/// A total that no reading of the amounts gives.
fn amount(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let total = invoice.given_sum(ReceivableTerm::TotalAmount, &mut check.missing)?;
    let missing = &mut check.missing;
    let base = invoice.need_sum(ReceivableTerm::InvoiceAmount, missing);
    let mut sum = |terms: &[ReceivableTerm]| invoice.sum_of(terms, missing);
    let tax = sum(&[ReceivableTerm::Cgst, ReceivableTerm::Sgst, ReceivableTerm::Igst]);
    let surcharge = sum(&[ReceivableTerm::Surcharge, ReceivableTerm::SurchargeGst]);
    let mdr = sum(&[ReceivableTerm::Mdr, ReceivableTerm::MdrGst]);
    let (penalty, tds) = (sum(&[ReceivableTerm::Penalty]), sum(&[ReceivableTerm::Tds]));
    let (base, tax, surcharge, mdr, penalty, tds) = (base?, tax?, surcharge?, mdr?, penalty?, tds?);
    // Each part may be in the total or not.
    let fits = (0_u32..32).any(|included| {
        let part = |bit: u32, paise: i64| if included >> bit & 1 == 1 { paise } else { 0 };
        let parts = [part(0, tax), part(1, surcharge), part(2, mdr), part(3, penalty), -part(4, tds)];
        is_about(total, parts.into_iter().fold(base, i64::saturating_add))
    });
    if !fits {
        let most = [tax, surcharge, mdr, penalty].into_iter().fold(base, i64::saturating_add);
        let diagnostic = Diagnostic::new(MessageId::AmountReadings).paise(total).paise(base).paise(most);
        check.raise_field(ReceivableTerm::TotalAmount, diagnostic);
    }
    Some(())
}
