//! Net, balance, receipts and tax deducted at source.
//!
//! The pages do not say whether `netAmount` is told before or after `tds`. Both readings
//! are taken; the balance follows the one that fits.

use super::facts::Facts;
use super::known::{Gaps, Known};
use crate::payload::ReceivableTerm;
use crate::read::ObjectContext;
use crate::report::{Concat, Diagnostic, MessageId};
use crate::value::Paise;

pub(super) const NET: &[ReceivableTerm] = &[
    ReceivableTerm::Net,
    ReceivableTerm::Base,
    ReceivableTerm::Cgst,
    ReceivableTerm::Sgst,
    ReceivableTerm::Igst,
    ReceivableTerm::Tds,
    ReceivableTerm::GstExclusive,
];
pub(super) const BALANCE: &[ReceivableTerm] =
    &[ReceivableTerm::Balance, ReceivableTerm::Net, ReceivableTerm::Received, ReceivableTerm::Tds];
pub(super) const RECEIPT: &[ReceivableTerm] = &[ReceivableTerm::Received, ReceivableTerm::Net];
pub(super) const DEDUCTION: &[ReceivableTerm] = &[ReceivableTerm::Tds, ReceivableTerm::Base];
pub(super) const PART: &[ReceivableTerm] = &[ReceivableTerm::Received, ReceivableTerm::PartialAllowed];

/// What base and taxes come to; prices that include the taxes are that already.
fn gross(facts: &Facts<'_>, gaps: &mut Gaps) -> Option<i64> {
    let base = facts.need_sum(ReceivableTerm::Base, gaps);
    if facts.inclusive() {
        return base;
    }
    let heads = facts.heads(gaps);
    Some(base? + heads?.sum())
}

pub(super) fn net(facts: &Facts<'_>, cx: &mut ObjectContext<'_>, gaps: &mut Gaps) {
    let net = match facts.sum(ReceivableTerm::Net) {
        Known::Is(net) => net,
        Known::Nothing => return,
        Known::No => return gaps.note(ReceivableTerm::Net, true),
    };
    let Some(gross) = gross(facts, gaps).filter(|gross| *gross != net) else {
        return;
    };
    let fault = match facts.sum(ReceivableTerm::Tds) {
        Known::Is(tds) if gross - tds == net => return,
        // What is not told may be what was deducted, unless it would have to be added.
        Known::No if net < gross => return gaps.note(ReceivableTerm::Tds, true),
        Known::Is(tds) if tds > 0 => Diagnostic::new(MessageId::NetOrAfterTds)
            .paise(net)
            .paise(gross)
            .paise(gross - tds)
            .expected(&Concat(&[&Paise(gross), &" or ", &Paise(gross - tds)])),
        _ => Diagnostic::new(MessageId::NetPlain).paise(net).paise(gross).expected(&Paise(gross)),
    };
    cx.raise(facts.spot(NET), fault);
}

pub(super) fn balance(facts: &Facts<'_>, cx: &mut ObjectContext<'_>, gaps: &mut Gaps) {
    let balance = match facts.sum(ReceivableTerm::Balance) {
        Known::Is(balance) => balance,
        Known::Nothing => return,
        Known::No => return gaps.note(ReceivableTerm::Balance, true),
    };
    let (net, received) = (facts.need_sum(ReceivableTerm::Net, gaps), facts.sum_or_zero(ReceivableTerm::Received, gaps));
    let (Some(net), Some(received)) = (net, received) else {
        return;
    };
    let left = net - received;
    if balance == left {
        return;
    }
    // Once the net amount itself is told after tds, nothing more is deducted.
    let deducted = |tds| gross(facts, &mut Gaps::default()).is_some_and(|gross| gross - tds == net);
    let fault = match facts.sum(ReceivableTerm::Tds) {
        Known::Is(tds) if tds > 0 && !deducted(tds) && balance == left - tds => return,
        Known::Is(tds) if tds > 0 && !deducted(tds) => Diagnostic::new(MessageId::BalanceOrAfterTds)
            .paise(balance)
            .paise(net)
            .paise(received)
            .paise(left)
            .paise(left - tds)
            .expected(&Concat(&[&Paise(left), &" or ", &Paise(left - tds)])),
        Known::No if balance < left => return gaps.note(ReceivableTerm::Tds, true),
        _ => Diagnostic::new(MessageId::BalancePlain).paise(balance).paise(net).paise(received).paise(left).expected(&Paise(left)),
    };
    cx.raise(facts.spot(BALANCE), fault);
}

pub(super) fn overpaid(facts: &Facts<'_>, cx: &mut ObjectContext<'_>, gaps: &mut Gaps) {
    let Some(received) = facts.sum_or_zero(ReceivableTerm::Received, gaps).filter(|received| *received > 0) else {
        return;
    };
    if let Some(net) = facts.need_sum(ReceivableTerm::Net, gaps)
        && received > net
    {
        let fault = Diagnostic::new(MessageId::Overpaid).paise(received).paise(net).at_most(&Paise(net));
        cx.raise(facts.spot(RECEIPT), fault);
    }
}

/// The tax deducted, if any, and the amount without GST that it is deducted from.
fn deduction(facts: &Facts<'_>, gaps: &mut Gaps) -> Option<(i64, i64)> {
    let tds = facts.sum_or_zero(ReceivableTerm::Tds, gaps).filter(|tds| *tds > 0)?;
    let base = facts.need_sum(ReceivableTerm::Base, gaps)?;
    let taxes = if facts.inclusive() { facts.heads(gaps)?.sum() } else { 0 };
    Some((tds, base - taxes))
}

pub(super) fn tds_exceeds_base(facts: &Facts<'_>, cx: &mut ObjectContext<'_>, gaps: &mut Gaps) {
    if let Some((tds, base)) = deduction(facts, gaps).filter(|(tds, base)| tds > base) {
        let fault = Diagnostic::new(MessageId::TdsAboveBase).paise(tds).paise(base).at_most(&Paise(base));
        cx.raise(facts.spot(DEDUCTION), fault);
    }
}

pub(super) fn tds_high(facts: &Facts<'_>, cx: &mut ObjectContext<'_>, gaps: &mut Gaps) {
    if let Some((tds, base)) = deduction(facts, gaps).filter(|(tds, base)| tds <= base && tds * 5 > *base) {
        cx.raise(facts.spot(DEDUCTION), Diagnostic::new(MessageId::TdsAboveFifth).paise(tds).paise(base));
    }
}

pub(super) fn partial_not_allowed(facts: &Facts<'_>, cx: &mut ObjectContext<'_>, gaps: &mut Gaps) {
    match facts.flag(ReceivableTerm::PartialAllowed) {
        Known::Is(false) => {}
        Known::Is(true) | Known::Nothing => return,
        Known::No => return gaps.note(ReceivableTerm::PartialAllowed, true),
    }
    let Some(received) = facts.sum_or_zero(ReceivableTerm::Received, gaps).filter(|received| *received > 0) else {
        return;
    };
    let (net, tds) = (facts.need_sum(ReceivableTerm::Net, gaps), facts.sum_or_zero(ReceivableTerm::Tds, gaps));
    if let (Some(net), Some(tds)) = (net, tds)
        && received < net - tds
    {
        cx.raise(facts.spot(PART), Diagnostic::new(MessageId::PartialNotAllowed).paise(received).paise(net));
    }
}
