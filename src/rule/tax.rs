//! The heads of the tax and its rate.

use super::facts::Facts;
use super::known::{Gaps, Known};
use super::taxed::due;
use crate::payload::ReceivableTerm;
use crate::read::ObjectContext;
use crate::report::{Concat, Diagnostic, MessageId};
use crate::value::{Paise, Rate, RateEntry, RateValidity};

pub(super) const HEADS: &[ReceivableTerm] = &[ReceivableTerm::Igst, ReceivableTerm::Cgst, ReceivableTerm::Sgst];
pub(super) const HALVES: &[ReceivableTerm] = &[ReceivableTerm::Cgst, ReceivableTerm::Sgst];
pub(super) const PRICED: &[ReceivableTerm] = &[ReceivableTerm::Igst, ReceivableTerm::Cgst, ReceivableTerm::Sgst, ReceivableTerm::Base];
pub(super) const DATED: &[ReceivableTerm] =
    &[ReceivableTerm::Igst, ReceivableTerm::Cgst, ReceivableTerm::Sgst, ReceivableTerm::Base, ReceivableTerm::InvoiceDate];

pub(super) fn mixed(facts: &Facts<'_>, cx: &mut ObjectContext<'_>, gaps: &mut Gaps) {
    let [igst, cgst, sgst] = [ReceivableTerm::Igst, ReceivableTerm::Cgst, ReceivableTerm::Sgst].map(|role| facts.sum(role));
    let none = |head: Known<i64>| matches!(head, Known::Nothing | Known::Is(0));
    if none(igst) || none(cgst) && none(sgst) {
        return;
    }
    let within = due(cgst) || due(sgst);
    if within && due(igst) {
        let to_text = |head: Known<i64>| head.value().unwrap_or(0);
        let fault = Diagnostic::new(MessageId::Mixed).paise(to_text(igst)).paise(to_text(cgst)).paise(to_text(sgst));
        return cx.raise(facts.spot(HEADS), fault);
    }
    gaps.note(ReceivableTerm::Igst, igst == Known::No);
    gaps.note(ReceivableTerm::Cgst, cgst == Known::No && !within);
    gaps.note(ReceivableTerm::Sgst, sgst == Known::No && !within);
}

pub(super) fn half_missing(facts: &Facts<'_>, cx: &mut ObjectContext<'_>, gaps: &mut Gaps) {
    // ExternalTerm IGST neither half is due: tax.mixed has the say there.
    if facts.sum(ReceivableTerm::Igst).value().is_some_and(|paise| paise != 0) {
        return;
    }
    let (Some(cgst), Some(sgst)) = (facts.sum_or_zero(ReceivableTerm::Cgst, gaps), facts.sum_or_zero(ReceivableTerm::Sgst, gaps)) else {
        return;
    };
    let (name, paise, other, role) = match (cgst, sgst) {
        (0, 0) => return,
        (paise, 0) => ("cgst", paise, "sgst", ReceivableTerm::Cgst),
        (0, paise) => ("sgst", paise, "cgst", ReceivableTerm::Sgst),
        _ => return,
    };
    let fault =
        Diagnostic::new(MessageId::HalfMissing).plain(name).paise(paise).plain(other).expected(&Concat(&[&other, &" ", &Paise(paise)]));
    cx.raise(facts.spot(&[role, ReceivableTerm::Cgst, ReceivableTerm::Sgst]), fault);
}

pub(super) fn halves_differ(facts: &Facts<'_>, cx: &mut ObjectContext<'_>, gaps: &mut Gaps) {
    let (Some(cgst), Some(sgst)) = (facts.sum_or_zero(ReceivableTerm::Cgst, gaps), facts.sum_or_zero(ReceivableTerm::Sgst, gaps)) else {
        return;
    };
    if cgst != 0 && sgst != 0 && cgst != sgst {
        cx.raise(
            facts.spot(&[ReceivableTerm::Sgst, ReceivableTerm::Cgst]),
            Diagnostic::new(MessageId::HalvesDiffer).paise(cgst).paise(sgst),
        );
    }
}

pub(super) fn rate_unknown(facts: &Facts<'_>, cx: &mut ObjectContext<'_>, gaps: &mut Gaps) {
    let Some(taxed) = facts.taxed(gaps).filter(|taxed| !taxed.inclusive) else {
        return;
    };
    if facts.rate(&taxed).is_some() {
        return;
    }
    let distance = |rate_entry: &&RateEntry| taxed.at(rate_entry.rate).abs_diff(taxed.tax);
    let nearest = RateEntry::all().iter().min_by_key(distance).map_or(Rate(0), |rate_entry| rate_entry.rate);
    let right = taxed.all_heads(taxed.at(nearest));
    let fault = Diagnostic::new(MessageId::RateNotFitting)
        .paise(taxed.all_heads(taxed.tax))
        .paise(taxed.base)
        .display(&nearest)
        .paise(right)
        .expected(&Paise(taxed.at(nearest)));
    cx.raise(facts.spot(PRICED), fault);
}

pub(super) fn inclusive(facts: &Facts<'_>, cx: &mut ObjectContext<'_>, gaps: &mut Gaps) {
    if !facts.inclusive() {
        return;
    }
    let Some(taxed) = facts.taxed(gaps) else {
        return;
    };
    if facts.rate(&taxed).is_none() {
        let fault = Diagnostic::new(MessageId::NotInclusive).paise(taxed.all_heads(taxed.tax)).paise(taxed.base);
        cx.raise(facts.spot(PRICED), fault);
    }
}

pub(super) fn rate_expired(facts: &Facts<'_>, cx: &mut ObjectContext<'_>, gaps: &mut Gaps) {
    let Some(taxed) = facts.taxed(gaps) else {
        return;
    };
    let Some(first) = facts.rate(&taxed) else {
        return;
    };
    let Some(day) = facts.need_day(ReceivableTerm::InvoiceDate, gaps) else {
        return;
    };
    if first.validity(day) == RateValidity::InForce {
        return;
    }
    // A small base may fit several rates; the one in force has the benefit.
    let forces = || taxed.fitting().map(|rate_entry| (rate_entry, rate_entry.validity(day)));
    let (rate_entry, msg) = match forces().find(|(_, force)| *force != RateValidity::NotInForce) {
        Some(_) if forces().any(|(_, force)| force == RateValidity::InForce) => return,
        Some((rate_entry, _)) => (rate_entry, MessageId::RateRare),
        None => (first, MessageId::RateSeemsOver),
    };
    let fault = Diagnostic::new(msg).display(&rate_entry.rate).display(&day);
    cx.raise(facts.spot(DATED), fault);
}
