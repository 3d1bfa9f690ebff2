//! Net, balance, receipts and tax deducted at source.
//!
//! The pages do not say whether `netAmount` is told before or after `tds`. Both readings
//! are taken; the balance follows the one that fits.

use super::facts::Facts;
use super::known::{Gaps, Known};
use crate::payload::Role;
use crate::read::Scene;
use crate::report::{Fault, Msg, Row};
use crate::value::Paise;

pub(super) const NET: &[Role] = &[Role::Net, Role::Base, Role::Cgst, Role::Sgst, Role::Igst, Role::Tds, Role::GstExclusive];
pub(super) const BALANCE: &[Role] = &[Role::Balance, Role::Net, Role::Received, Role::Tds];
pub(super) const RECEIPT: &[Role] = &[Role::Received, Role::Net];
pub(super) const DEDUCTION: &[Role] = &[Role::Tds, Role::Base];
pub(super) const PART: &[Role] = &[Role::Received, Role::PartialAllowed];

/// What base and taxes come to; prices that include the taxes are that already.
fn gross(facts: &Facts<'_>, gaps: &mut Gaps) -> Option<i64> {
    let base = facts.need_sum(Role::Base, gaps);
    if facts.inclusive() {
        return base;
    }
    let heads = facts.heads(gaps);
    Some(base? + heads?.sum())
}

pub(super) fn net(facts: &Facts<'_>, scene: &mut Scene<'_>, gaps: &mut Gaps) {
    let net = match facts.sum(Role::Net) {
        Known::Is(net) => net,
        Known::Nothing => return,
        Known::No => return gaps.note(Role::Net, true),
    };
    let Some(gross) = gross(facts, gaps).filter(|gross| *gross != net) else {
        return;
    };
    let fault = match facts.sum(Role::Tds) {
        Known::Is(tds) if gross - tds == net => return,
        // What is not told may be what was deducted, unless it would have to be added.
        Known::No if net < gross => return gaps.note(Role::Tds, true),
        Known::Is(tds) if tds > 0 => Fault::new(Msg::NetOrAfterTds).paise(net).paise(gross).paise(gross - tds).expected(&Row(&[
            &Paise(gross),
            &" or ",
            &Paise(gross - tds),
        ])),
        _ => Fault::new(Msg::NetPlain).paise(net).paise(gross).expected(&Paise(gross)),
    };
    scene.raise(facts.spot(NET), fault);
}

pub(super) fn balance(facts: &Facts<'_>, scene: &mut Scene<'_>, gaps: &mut Gaps) {
    let balance = match facts.sum(Role::Balance) {
        Known::Is(balance) => balance,
        Known::Nothing => return,
        Known::No => return gaps.note(Role::Balance, true),
    };
    let (net, received) = (facts.need_sum(Role::Net, gaps), facts.sum_or_zero(Role::Received, gaps));
    let (Some(net), Some(received)) = (net, received) else {
        return;
    };
    let left = net - received;
    if balance == left {
        return;
    }
    // Once the net amount itself is told after tds, nothing more is deducted.
    let deducted = |tds| gross(facts, &mut Gaps::default()).is_some_and(|gross| gross - tds == net);
    let fault = match facts.sum(Role::Tds) {
        Known::Is(tds) if tds > 0 && !deducted(tds) && balance == left - tds => return,
        Known::Is(tds) if tds > 0 && !deducted(tds) => {
            Fault::new(Msg::BalanceOrAfterTds).paise(balance).paise(net).paise(received).paise(left).paise(left - tds).expected(&Row(&[
                &Paise(left),
                &" or ",
                &Paise(left - tds),
            ]))
        }
        Known::No if balance < left => return gaps.note(Role::Tds, true),
        _ => Fault::new(Msg::BalancePlain).paise(balance).paise(net).paise(received).paise(left).expected(&Paise(left)),
    };
    scene.raise(facts.spot(BALANCE), fault);
}

pub(super) fn overpaid(facts: &Facts<'_>, scene: &mut Scene<'_>, gaps: &mut Gaps) {
    let Some(received) = facts.sum_or_zero(Role::Received, gaps).filter(|received| *received > 0) else {
        return;
    };
    if let Some(net) = facts.need_sum(Role::Net, gaps)
        && received > net
    {
        let fault = Fault::new(Msg::Overpaid).paise(received).paise(net).at_most(&Paise(net));
        scene.raise(facts.spot(RECEIPT), fault);
    }
}

/// The tax deducted, if any, and the amount without GST that it is deducted from.
fn deduction(facts: &Facts<'_>, gaps: &mut Gaps) -> Option<(i64, i64)> {
    let tds = facts.sum_or_zero(Role::Tds, gaps).filter(|tds| *tds > 0)?;
    let base = facts.need_sum(Role::Base, gaps)?;
    let taxes = if facts.inclusive() { facts.heads(gaps)?.sum() } else { 0 };
    Some((tds, base - taxes))
}

pub(super) fn tds_exceeds_base(facts: &Facts<'_>, scene: &mut Scene<'_>, gaps: &mut Gaps) {
    if let Some((tds, base)) = deduction(facts, gaps).filter(|(tds, base)| tds > base) {
        let fault = Fault::new(Msg::TdsAboveBase).paise(tds).paise(base).at_most(&Paise(base));
        scene.raise(facts.spot(DEDUCTION), fault);
    }
}

pub(super) fn tds_high(facts: &Facts<'_>, scene: &mut Scene<'_>, gaps: &mut Gaps) {
    if let Some((tds, base)) = deduction(facts, gaps).filter(|(tds, base)| tds <= base && tds * 5 > *base) {
        scene.raise(facts.spot(DEDUCTION), Fault::new(Msg::TdsAboveFifth).paise(tds).paise(base));
    }
}

pub(super) fn partial_not_allowed(facts: &Facts<'_>, scene: &mut Scene<'_>, gaps: &mut Gaps) {
    match facts.flag(Role::PartialAllowed) {
        Known::Is(false) => {}
        Known::Is(true) | Known::Nothing => return,
        Known::No => return gaps.note(Role::PartialAllowed, true),
    }
    let Some(received) = facts.sum_or_zero(Role::Received, gaps).filter(|received| *received > 0) else {
        return;
    };
    let (net, tds) = (facts.need_sum(Role::Net, gaps), facts.sum_or_zero(Role::Tds, gaps));
    if let (Some(net), Some(tds)) = (net, tds)
        && received < net - tds
    {
        scene.raise(facts.spot(PART), Fault::new(Msg::PartialNotAllowed).paise(received).paise(net));
    }
}
