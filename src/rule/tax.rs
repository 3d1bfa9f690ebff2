//! The heads of the tax and its rate.

use super::facts::Facts;
use super::known::{Gaps, Known};
use super::taxed::due;
use crate::payload::Role;
use crate::read::Scene;
use crate::report::{Fault, Msg, Row};
use crate::value::{Force, Paise, Rate, Schedule};

pub(super) const HEADS: &[Role] = &[Role::Igst, Role::Cgst, Role::Sgst];
pub(super) const HALVES: &[Role] = &[Role::Cgst, Role::Sgst];
pub(super) const PRICED: &[Role] = &[Role::Igst, Role::Cgst, Role::Sgst, Role::Base];
pub(super) const DATED: &[Role] = &[Role::Igst, Role::Cgst, Role::Sgst, Role::Base, Role::InvoiceDate];

pub(super) fn mixed(facts: &Facts<'_>, scene: &mut Scene<'_>, gaps: &mut Gaps) {
    let [igst, cgst, sgst] = [Role::Igst, Role::Cgst, Role::Sgst].map(|role| facts.sum(role));
    let none = |head: Known<i64>| matches!(head, Known::Nothing | Known::Is(0));
    if none(igst) || none(cgst) && none(sgst) {
        return;
    }
    let within = due(cgst) || due(sgst);
    if within && due(igst) {
        let shown = |head: Known<i64>| head.value().unwrap_or(0);
        let fault = Fault::new(Msg::Mixed).paise(shown(igst)).paise(shown(cgst)).paise(shown(sgst));
        return scene.raise(facts.spot(HEADS), fault);
    }
    gaps.note(Role::Igst, igst == Known::No);
    gaps.note(Role::Cgst, cgst == Known::No && !within);
    gaps.note(Role::Sgst, sgst == Known::No && !within);
}

pub(super) fn half_missing(facts: &Facts<'_>, scene: &mut Scene<'_>, gaps: &mut Gaps) {
    // Beside IGST neither half is due: tax.mixed has the say there.
    if facts.sum(Role::Igst).value().is_some_and(|paise| paise != 0) {
        return;
    }
    let (Some(cgst), Some(sgst)) = (facts.sum_or_zero(Role::Cgst, gaps), facts.sum_or_zero(Role::Sgst, gaps)) else {
        return;
    };
    let (name, paise, other, role) = match (cgst, sgst) {
        (0, 0) => return,
        (paise, 0) => ("cgst", paise, "sgst", Role::Cgst),
        (0, paise) => ("sgst", paise, "cgst", Role::Sgst),
        _ => return,
    };
    let fault = Fault::new(Msg::HalfMissing).plain(name).paise(paise).plain(other).expected(&Row(&[&other, &" ", &Paise(paise)]));
    scene.raise(facts.spot(&[role, Role::Cgst, Role::Sgst]), fault);
}

pub(super) fn halves_differ(facts: &Facts<'_>, scene: &mut Scene<'_>, gaps: &mut Gaps) {
    let (Some(cgst), Some(sgst)) = (facts.sum_or_zero(Role::Cgst, gaps), facts.sum_or_zero(Role::Sgst, gaps)) else {
        return;
    };
    if cgst != 0 && sgst != 0 && cgst != sgst {
        scene.raise(facts.spot(&[Role::Sgst, Role::Cgst]), Fault::new(Msg::HalvesDiffer).paise(cgst).paise(sgst));
    }
}

pub(super) fn rate_unknown(facts: &Facts<'_>, scene: &mut Scene<'_>, gaps: &mut Gaps) {
    let Some(taxed) = facts.taxed(gaps).filter(|taxed| !taxed.inclusive) else {
        return;
    };
    if facts.rate(&taxed).is_some() {
        return;
    }
    let distance = |schedule: &&Schedule| taxed.at(schedule.rate).abs_diff(taxed.tax);
    let nearest = Schedule::all().iter().min_by_key(distance).map_or(Rate(0), |schedule| schedule.rate);
    let right = taxed.all_heads(taxed.at(nearest));
    let fault = Fault::new(Msg::RateNotFitting)
        .paise(taxed.all_heads(taxed.tax))
        .paise(taxed.base)
        .shown(&nearest)
        .paise(right)
        .expected(&Paise(taxed.at(nearest)));
    scene.raise(facts.spot(PRICED), fault);
}

pub(super) fn inclusive(facts: &Facts<'_>, scene: &mut Scene<'_>, gaps: &mut Gaps) {
    if !facts.inclusive() {
        return;
    }
    let Some(taxed) = facts.taxed(gaps) else {
        return;
    };
    if facts.rate(&taxed).is_none() {
        let fault = Fault::new(Msg::NotInclusive).paise(taxed.all_heads(taxed.tax)).paise(taxed.base);
        scene.raise(facts.spot(PRICED), fault);
    }
}

pub(super) fn rate_expired(facts: &Facts<'_>, scene: &mut Scene<'_>, gaps: &mut Gaps) {
    let Some(taxed) = facts.taxed(gaps) else {
        return;
    };
    let Some(first) = facts.rate(&taxed) else {
        return;
    };
    let Some(day) = facts.need_day(Role::InvoiceDate, gaps) else {
        return;
    };
    if first.force(day) == Force::Full {
        return;
    }
    // A small base may fit several rates; the one in force has the benefit.
    let forces = || taxed.fitting().map(|schedule| (schedule, schedule.force(day)));
    let (schedule, msg) = match forces().find(|(_, force)| *force != Force::Not) {
        Some(_) if forces().any(|(_, force)| force == Force::Full) => return,
        Some((schedule, _)) => (schedule, Msg::RateRare),
        None => (first, Msg::RateSeemsOver),
    };
    let fault = Fault::new(msg).shown(&schedule.rate).shown(&day);
    scene.raise(facts.spot(DATED), fault);
}
