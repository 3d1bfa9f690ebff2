//! The tax of an invoice as one amount on a base, and the rates that it fits.

use super::resolved::Resolved;
use crate::calc::{Share, head, taxable_of};
use crate::term::{ReceivableTerm, receivable_bits};
use crate::value::{Paise, Rate, RateEntry};

/// Whether a head is known and not zero.
pub fn is_due(head: Resolved<i64>) -> bool {
    matches!(head, Resolved::Value(paise) if paise != 0)
}

/// The three heads of a tax.
#[derive(Clone, Copy)]
pub struct Heads {
    cgst: i64,
    sgst: i64,
    igst: i64,
}

impl Heads {
    /// The heads, or what is missing of them. One that is not given is zero where the
    /// others leave it no other value: CGST and SGST are never combined with IGST.
    pub fn of([cgst, sgst, igst]: [Resolved<i64>; 3]) -> Result<Heads, u64> {
        let (within, between) = (is_due(cgst) || is_due(sgst), is_due(igst));
        let mut missing = 0;
        let mut head = |role, head, excluded: bool| match head {
            Resolved::Value(paise) => paise,
            Resolved::Unknown if !excluded => {
                missing |= receivable_bits(&[role]);
                0
            }
            Resolved::Unknown | Resolved::Absent => 0,
        };
        let heads = Heads {
            cgst: head(ReceivableTerm::Cgst, cgst, between),
            sgst: head(ReceivableTerm::Sgst, sgst, between),
            igst: head(ReceivableTerm::Igst, igst, within),
        };
        if missing == 0 { Ok(heads) } else { Err(missing) }
    }

    /// All heads together.
    pub fn sum(self) -> i64 {
        self.cgst + self.sgst + self.igst
    }

    /// The one amount that a rate can be compared with; none if the heads contradict
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
pub struct Taxed {
    /// The base.
    pub base: i64,
    /// One head of the tax.
    pub tax: i64,
    share: Share,
    /// Whether the base includes the tax.
    pub inclusive: bool,
}

impl Taxed {
    /// The tax on the base, or what is missing of them; nothing if there is no tax. Where it is unknown whether the base
    /// includes the tax, the reading that a rate fits is taken, on top of the base first.
    pub fn of(base: Resolved<i64>, heads: Result<Heads, u64>, inclusive: Option<bool>) -> Result<Option<Taxed>, u64> {
        let no_base = receivable_bits(&[ReceivableTerm::Base]);
        let (base, heads) = match (base, heads) {
            (Resolved::Value(base), Ok(heads)) => (base, heads),
            (Resolved::Value(_), Err(missing)) => return Err(missing),
            (_, Ok(_)) => return Err(no_base),
            (_, Err(missing)) => return Err(missing | no_base),
        };
        let Some((tax, share)) = heads.single() else {
            return Err(receivable_bits(&[ReceivableTerm::Cgst, ReceivableTerm::Sgst])
                | if heads.igst != 0 { receivable_bits(&[ReceivableTerm::Igst]) } else { 0 });
        };
        let taxed = |inclusive| Taxed { base, tax, share, inclusive };
        let inclusive = inclusive.unwrap_or_else(|| taxed(false).rate().is_none() && taxed(true).rate().is_some());
        Ok((tax != 0).then_some(taxed(inclusive)))
    }

    /// The head that a rate would give.
    pub fn at(&self, rate: Rate) -> i64 {
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
        (tax * (100_000 + rate * inclusive)).abs_diff(self.base * rate) <= if self.is_whole() { 20_000_000 } else { 800_000 }
    }

    /// Whether each head is in whole rupees, as where the tax is rounded by section 170 of the CGST Act.
    fn is_whole(&self) -> bool {
        self.tax % 100 == 0
    }

    /// The rates that give this tax. A paisa is allowed for lines rounded one by one, half a rupee for a tax in whole rupees.
    pub fn fitting(&self) -> impl Iterator<Item = &'static RateEntry> {
        let allowed = if self.is_whole() { 50 } else { 1 };
        let fits =
            move |entry: &&RateEntry| entry.rate != Rate(0) && self.near(entry.rate) && self.at(entry.rate).abs_diff(self.tax) <= allowed;
        RateEntry::all().iter().filter(fits)
    }

    /// A rate that gives this tax: the very one that it is of the base, or else the first.
    pub fn rate(&self) -> Option<&'static RateEntry> {
        self.exact().or_else(|| self.fitting().next())
    }

    /// The rate that the tax is of the base, without a search.
    fn exact(&self) -> Option<&'static RateEntry> {
        let (small, parts) = (1..SMALL, if self.share == Share::Half { 2 } else { 1 });
        if self.inclusive || !small.contains(&self.base) || !small.contains(&self.tax) {
            return None;
        }
        let thousandths = (self.tax * parts * 100_000 + self.base / 2) / self.base;
        let entry = RateEntry::of(Rate(u32::try_from(thousandths).ok()?))?;
        (entry.rate != Rate(0) && self.at(entry.rate).abs_diff(self.tax) <= 1).then_some(entry)
    }

    /// The tax of all heads.
    pub fn all_heads(&self, head: i64) -> i64 {
        match self.share {
            Share::Half => head * 2,
            Share::Full => head,
        }
    }
}
