//! The totals of EnKash's own invoice: net amount, balance, receipts.
//!
//! The API documentation does not say whether `netAmount` is before or after `tds`. Both
//! readings are accepted; the balance follows the one that fits.

use super::{Check, Invoice, Rule};
use crate::model::{Receivable, Resolved};
use crate::report::{Concat, Diagnostic, MessageId};
use crate::term::{ReceivableTerm, TermSet};
use crate::value::Paise;

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
        NetPlain Error [Receivable Net, Receivable Base, Receivable GstExclusive] "{Net} is {0}, but by {Base}, the taxes and {GstExclusive} it should be {1}; correct whichever is wrong";
        NetOrAfterTds Error [Receivable Net, Receivable Base, Receivable GstExclusive] "{Net} is {0}, but by {Base}, the taxes and {GstExclusive} it should be {1}, or {2} after TDS; correct whichever is wrong";
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

/// What base and taxes add up to; prices that include the taxes are that already.
fn gross(invoice: &Receivable<'_>, missing: &mut TermSet) -> Option<i64> {
    let base = invoice.need_sum(ReceivableTerm::Base, missing);
    if invoice.inclusive() {
        return base;
    }
    let heads = invoice.heads(missing);
    Some(base? + heads?.sum())
}

/// A net amount that base and taxes do not give.
fn net(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let net = invoice.given_sum(ReceivableTerm::Net, &mut check.missing)?;
    let gross = gross(invoice, &mut check.missing)?;
    if gross == net {
        return Some(());
    }
    let diagnostic = match invoice.sum(ReceivableTerm::Tds) {
        Resolved::Value(tds) if gross - tds == net => return Some(()),
        // An amount that is not known may have been deducted, unless it would have to be added.
        Resolved::Unknown if net < gross => {
            crate::model::note(ReceivableTerm::Tds, &mut check.missing);
            return None;
        }
        Resolved::Value(tds) if tds > 0 => Diagnostic::new(MessageId::NetOrAfterTds)
            .paise(net)
            .paise(gross)
            .paise(gross - tds)
            .expected(&Concat(&[&Paise(gross), &" or ", &Paise(gross - tds)])),
        _ => Diagnostic::new(MessageId::NetPlain).paise(net).paise(gross).expected_paise(gross),
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
    let left = net - received;
    if balance == left {
        return Some(());
    }
    // Once the net amount itself is after TDS, nothing more is deducted.
    let deducted = |tds| gross(invoice, &mut TermSet::default()).is_some_and(|gross| gross - tds == net);
    let plain = |message| Diagnostic::new(message).paise(balance).paise(net).paise(received).paise(left);
    let diagnostic = match invoice.sum(ReceivableTerm::Tds) {
        Resolved::Value(tds) if tds > 0 && !deducted(tds) && balance == left - tds => return Some(()),
        Resolved::Value(tds) if tds > 0 && !deducted(tds) => {
            let after = Paise(left - tds);
            plain(MessageId::BalanceOrAfterTds).paise(after.0).expected(&Concat(&[&Paise(left), &" or ", &after]))
        }
        Resolved::Unknown if balance < left => {
            crate::model::note(ReceivableTerm::Tds, &mut check.missing);
            return None;
        }
        _ => plain(MessageId::BalancePlain).expected_paise(left),
    };
    check.raise(invoice.anchor(BALANCE_TERMS), diagnostic);
    Some(())
}

/// More received than the net amount.
fn overpaid(invoice: &Receivable<'_>, check: &mut Check<'_, '_>) -> Option<()> {
    let received = invoice.sum_or_zero(ReceivableTerm::Received, &mut check.missing)?;
    if received <= 0 {
        return Some(());
    }
    let net = invoice.need_sum(ReceivableTerm::Net, &mut check.missing)?;
    if received > net {
        let anchor = invoice.anchor(&[ReceivableTerm::Received, ReceivableTerm::Net]);
        check.raise(anchor, Diagnostic::new(MessageId::Overpaid).paise(received).paise(net).at_most_paise(net));
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
        parts.into_iter().fold(base, i64::saturating_add) == total
    });
    if !fits {
        let most = [tax, surcharge, mdr, penalty].into_iter().fold(base, i64::saturating_add);
        let diagnostic = Diagnostic::new(MessageId::AmountReadings).paise(total).paise(base).paise(most);
        check.raise_field(ReceivableTerm::TotalAmount, diagnostic);
    }
    Some(())
}
