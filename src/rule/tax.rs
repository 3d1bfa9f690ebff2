//! The heads of the tax and its rate.

use super::facts::{Facts, Gaps, Known};
use crate::calc::{Share, head, taxable_of};
use crate::payload::{Role, roles};
use crate::read::Scene;
use crate::report::{Fault, Msg};
use crate::value::{Force, Paise, Rate, Schedule};

pub(super) const HEADS: &[Role] = &[Role::Igst, Role::Cgst, Role::Sgst];
pub(super) const HALVES: &[Role] = &[Role::Cgst, Role::Sgst];
pub(super) const PRICED: &[Role] = &[Role::Igst, Role::Cgst, Role::Sgst, Role::Base];
pub(super) const DATED: &[Role] = &[Role::Igst, Role::Cgst, Role::Sgst, Role::Base, Role::InvoiceDate];

/// The three heads of a tax.
#[derive(Clone, Copy)]
pub(super) struct Heads {
    cgst: i64,
    sgst: i64,
    igst: i64,
}

impl Heads {
    /// The heads, or what is missing of them. One that is not told is zero where the
    /// others leave it no other value: CGST and SGST never stand beside IGST.
    pub(super) fn of([cgst, sgst, igst]: [Known<i64>; 3]) -> Result<Heads, u64> {
        let due = |head: Known<i64>| matches!(head, Known::Is(paise) if paise != 0);
        let (within, between) = (due(cgst) || due(sgst), due(igst));
        let mut missing = 0;
        let mut head = |role, head, excluded: bool| match head {
            Known::Is(paise) => paise,
            Known::No if !excluded => {
                missing |= roles(&[role]);
                0
            }
            Known::No | Known::Nothing => 0,
        };
        let heads =
            Heads { cgst: head(Role::Cgst, cgst, between), sgst: head(Role::Sgst, sgst, between), igst: head(Role::Igst, igst, within) };
        if missing == 0 { Ok(heads) } else { Err(missing) }
    }

    /// All heads together.
    pub(super) fn sum(self) -> i64 {
        self.cgst + self.sgst + self.igst
    }

    /// The one amount that a rate can be held against; none if the heads contradict
    /// each other.
    fn single(self) -> Option<(i64, Share)> {
        match (self.cgst, self.sgst, self.igst) {
            (0, 0, igst) => Some((igst, Share::Full)),
            (cgst, sgst, 0) if cgst == sgst => Some((cgst, Share::Half)),
            _ => None,
        }
    }
}

pub(super) fn mixed(facts: &Facts<'_>, scene: &mut Scene<'_>, gaps: &mut Gaps) {
    let [igst, cgst, sgst] = [Role::Igst, Role::Cgst, Role::Sgst].map(|role| facts.sum(role));
    let none = |head: Known<i64>| matches!(head, Known::Nothing | Known::Is(0));
    if none(igst) || none(cgst) && none(sgst) {
        return;
    }
    let due = |head: Known<i64>| matches!(head, Known::Is(paise) if paise != 0);
    let (within, between) = (due(cgst) || due(sgst), due(igst));
    if within && between {
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
    let fault = Fault::new(Msg::HalfMissing).plain(name).paise(paise).plain(other).expected(&format_args!("{other} {}", Paise(paise)));
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

/// Sums below this, eleven hundred crore rupees, can be multiplied by a rate in 64 bits.
const SMALL: i64 = 1 << 40;

/// A base with the one amount of tax on it.
#[derive(Clone, Copy)]
pub(super) struct Taxed {
    base: i64,
    tax: i64,
    share: Share,
    inclusive: bool,
}

impl Taxed {
    /// The tax on the base, or what is missing of them; nothing if there is no tax.
    pub(super) fn of(facts: &Facts<'_>) -> Result<Option<Taxed>, u64> {
        let mut gaps = Gaps::default();
        let (base, heads) = (facts.need_sum(Role::Base, &mut gaps), facts.heads(&mut gaps));
        let (Some(base), Some(heads)) = (base, heads) else { return Err(gaps.0) };
        let Some((tax, share)) = heads.single() else {
            return Err(roles(HALVES) | if heads.igst != 0 { roles(&[Role::Igst]) } else { 0 });
        };
        Ok((tax != 0).then_some(Taxed { base, tax, share, inclusive: facts.inclusive() }))
    }

    /// The head that a rate would give.
    fn at(&self, rate: Rate) -> i64 {
        let taxable = if self.inclusive { taxable_of(Paise(self.base), rate) } else { Paise(self.base) };
        head(taxable, rate, self.share).0
    }

    /// Whether a rate gives about this tax: a filter without a division, for there are
    /// many rates and few that fit.
    #[inline(always)]
    fn near(&self, rate: Rate) -> bool {
        if self.base.abs() >= SMALL || self.tax.abs() >= SMALL {
            return true;
        }
        let tax = self.tax * if self.share == Share::Half { 2 } else { 1 };
        let (rate, inclusive) = (i64::from(rate.0), i64::from(self.inclusive));
        (tax * (100_000 + rate * inclusive)).abs_diff(self.base * rate) <= 800_000
    }

    /// Whether the tax is one that the base contains, and not one that comes on top of it.
    pub(super) fn seems_contained(&self) -> bool {
        let fits = |inclusive| Taxed { inclusive, ..*self }.fitting().next().is_some();
        !fits(false) && fits(true)
    }

    /// The rates that give this tax. A paisa is allowed for lines rounded one by one.
    fn fitting(&self) -> impl Iterator<Item = &'static Schedule> {
        let fits =
            |schedule: &&Schedule| schedule.rate != Rate(0) && self.near(schedule.rate) && self.at(schedule.rate).abs_diff(self.tax) <= 1;
        Schedule::all().iter().filter(fits)
    }

    /// One of them: the very rate that the tax is, or else the first.
    fn first_fitting(&self, facts: &Facts<'_>) -> Option<&'static Schedule> {
        *facts.rate.get_or_init(|| self.exact().or_else(|| self.fitting().next()))
    }

    /// The rate that the tax is of the base, without a search.
    fn exact(&self) -> Option<&'static Schedule> {
        let (small, parts) = (1..SMALL, if self.share == Share::Half { 2 } else { 1 });
        if self.inclusive || !small.contains(&self.base) || !small.contains(&self.tax) {
            return None;
        }
        let thousandths = (self.tax * parts * 100_000 + self.base / 2) / self.base;
        let schedule = Schedule::of(Rate(u32::try_from(thousandths).ok()?))?;
        (schedule.rate != Rate(0) && self.at(schedule.rate).abs_diff(self.tax) <= 1).then_some(schedule)
    }

    /// The tax of all heads.
    fn all_heads(&self, head: i64) -> i64 {
        match self.share {
            Share::Half => head * 2,
            Share::Full => head,
        }
    }
}

pub(super) fn rate_unknown(facts: &Facts<'_>, scene: &mut Scene<'_>, gaps: &mut Gaps) {
    let Some(taxed) = facts.taxed(gaps).filter(|taxed| !taxed.inclusive) else {
        return;
    };
    if taxed.first_fitting(facts).is_some() {
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
    if taxed.first_fitting(facts).is_none() {
        let fault = Fault::new(Msg::NotInclusive).paise(taxed.all_heads(taxed.tax)).paise(taxed.base);
        scene.raise(facts.spot(PRICED), fault);
    }
}

pub(super) fn rate_expired(facts: &Facts<'_>, scene: &mut Scene<'_>, gaps: &mut Gaps) {
    let Some(taxed) = facts.taxed(gaps) else {
        return;
    };
    let Some(first) = taxed.fitting().next() else {
        return;
    };
    let Some(day) = facts.need_day(Role::InvoiceDate, gaps) else {
        return;
    };
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
