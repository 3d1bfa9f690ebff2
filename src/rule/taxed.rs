//! The tax of an invoice as one amount on a base, and the rates that it fits.

use super::known::Known;
use crate::calc::{Share, head, taxable_of};
use crate::payload::{ReceivableTerm, roles};
use crate::value::{Paise, Rate, RateEntry};

/// Whether a head is known to be due.
pub(super) fn due(head: Known<i64>) -> bool {
    matches!(head, Known::Is(paise) if paise != 0)
}

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
        let heads = Heads {
            cgst: head(ReceivableTerm::Cgst, cgst, between),
            sgst: head(ReceivableTerm::Sgst, sgst, between),
            igst: head(ReceivableTerm::Igst, igst, within),
        };
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

/// Sums below this, eleven hundred crore rupees, can be multiplied by a rate in 64 bits.
const SMALL: i64 = 1 << 40;

/// A base with the one amount of tax on it.
#[derive(Clone, Copy)]
pub(super) struct Taxed {
    pub(super) base: i64,
    pub(super) tax: i64,
    share: Share,
    pub(super) inclusive: bool,
}

impl Taxed {
    /// The tax on the base, or what is missing of them; nothing if there is no tax.
    pub(super) fn of(base: Known<i64>, heads: Result<Heads, u64>, inclusive: bool) -> Result<Option<Taxed>, u64> {
        let no_base = roles(&[ReceivableTerm::Base]);
        let (base, heads) = match (base, heads) {
            (Known::Is(base), Ok(heads)) => (base, heads),
            (Known::Is(_), Err(missing)) => return Err(missing),
            (_, Ok(_)) => return Err(no_base),
            (_, Err(missing)) => return Err(missing | no_base),
        };
        let Some((tax, share)) = heads.single() else {
            return Err(
                roles(&[ReceivableTerm::Cgst, ReceivableTerm::Sgst]) | if heads.igst != 0 { roles(&[ReceivableTerm::Igst]) } else { 0 }
            );
        };
        Ok((tax != 0).then_some(Taxed { base, tax, share, inclusive }))
    }

    /// The head that a rate would give.
    pub(super) fn at(&self, rate: Rate) -> i64 {
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
    pub(super) fn fitting(&self) -> impl Iterator<Item = &'static RateEntry> {
        let fits = |rate_entry: &&RateEntry| {
            rate_entry.rate != Rate(0) && self.near(rate_entry.rate) && self.at(rate_entry.rate).abs_diff(self.tax) <= 1
        };
        RateEntry::all().iter().filter(fits)
    }

    /// A rate that gives this tax: the very one that it is of the base, or else the first.
    pub(super) fn rate(&self) -> Option<&'static RateEntry> {
        self.exact().or_else(|| self.fitting().next())
    }

    /// The rate that the tax is of the base, without a search.
    fn exact(&self) -> Option<&'static RateEntry> {
        let (small, parts) = (1..SMALL, if self.share == Share::Half { 2 } else { 1 });
        if self.inclusive || !small.contains(&self.base) || !small.contains(&self.tax) {
            return None;
        }
        let thousandths = (self.tax * parts * 100_000 + self.base / 2) / self.base;
        let rate_entry = RateEntry::of(Rate(u32::try_from(thousandths).ok()?))?;
        (rate_entry.rate != Rate(0) && self.at(rate_entry.rate).abs_diff(self.tax) <= 1).then_some(rate_entry)
    }

    /// The tax of all heads.
    pub(super) fn all_heads(&self, head: i64) -> i64 {
        match self.share {
            Share::Half => head * 2,
            Share::Full => head,
        }
    }
}
