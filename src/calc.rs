//! GST arithmetic: pure functions, in paise, with each rounding documented.
//!
//! Each tax head is rounded on its own from the taxable value, half up (half away
//! from zero for negative values), to the paisa: CGST and SGST are never halves of a
//! rounded total, so they are always equal. Source: CGST Act 2017, section 9; e-invoice
//! validations 2227, 2234 and 2235.

use crate::value::{Paise, Rate};

/// The number of thousandths of a percent in 100 %.
const WHOLE: i64 = 100_000;

/// The share of the rate of a tax head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Share {
    /// CGST or SGST: half of the rate.
    Half,
    /// IGST: the whole rate.
    Full,
}

/// One tax head on a taxable value, rounded to the paisa.
///
/// ```
/// use bijak::{Paise, Rate, calc::{head, Share}};
/// assert_eq!(head(Paise(100_000), Rate(18_000), Share::Half), Paise(9_000));
/// // ₹ 0.50 at 5 %: 1.25 paise each, rounded to 1.
/// assert_eq!(head(Paise(50), Rate(5_000), Share::Half), Paise(1));
/// ```
pub fn head(taxable: Paise, rate: Rate, share: Share) -> Paise {
    let parts = match share {
        Share::Half => 2,
        Share::Full => 1,
    };
    let divisor = 100_000 * parts;
    // 128-bit arithmetic is slow; use 64 bits where they suffice.
    if (0..1 << 42).contains(&taxable.0) && rate.0 < 1 << 20 {
        return Paise((taxable.0 * i64::from(rate.0) * 2 + divisor) / (divisor * 2));
    }
    half_up(i128::from(taxable.0) * i128::from(rate.0), divisor)
}

/// The taxable value inside a price that includes the tax: gross × 100 / (100 + rate),
/// half up.
///
/// ```
/// use bijak::{Paise, Rate, calc::taxable_of};
/// assert_eq!(taxable_of(Paise(118_000), Rate(18_000)), Paise(100_000));
/// ```
pub fn taxable_of(gross: Paise, rate: Rate) -> Paise {
    half_up(i128::from(gross.0) * i128::from(WHOLE), WHOLE + i64::from(rate.0))
}

/// The quotient, rounded half away from zero.
#[inline(never)]
fn half_up(dividend: i128, divisor: i64) -> Paise {
    let divisor = divisor.unsigned_abs();
    let (quotient, _) = divided(dividend.unsigned_abs() * 2 + u128::from(divisor), divisor * 2);
    let paise = i64::try_from(quotient).unwrap_or(i64::MAX);
    Paise(if dividend < 0 { -paise } else { paise })
}

/// Quotient and remainder of a division by less than 2^48, by long division in steps of 16 bits: the built-in 128-bit division
/// takes 1.3 KB in the Wasm.
#[inline(never)]
fn divided(dividend: u128, divisor: u64) -> (u128, u64) {
    let divisor = divisor.clamp(1, (1 << 48) - 1);
    let (mut quotient, mut rest) = (0, 0);
    for pair in dividend.to_be_bytes().as_chunks::<2>().0 {
        rest = rest << 16 | u64::from(u16::from_be_bytes(*pair));
        quotient = quotient << 16 | u128::from(rest / divisor);
        rest %= divisor;
    }
    (quotient, rest)
}

/// A price split into its taxable value and tax heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Split {
    /// The value without tax.
    pub taxable: Paise,
    /// Central GST.
    pub cgst: Paise,
    /// State or Union Territory GST; always the same as `cgst`.
    pub sgst: Paise,
    /// Integrated GST.
    pub igst: Paise,
    /// The remainder of a tax-inclusive price after the heads are rounded: −1, 0 or
    /// 1 paisa. It is not part of any head.
    pub round_off: Paise,
}

impl Split {
    /// Splits a tax-exclusive price: adds the tax.
    ///
    /// ```
    /// use bijak::{Paise, Rate, calc::Split};
    /// let split = Split::exclusive(Paise(100_050), Rate(5_000), false);
    /// assert_eq!((split.cgst, split.sgst, split.igst), (Paise(2_501), Paise(2_501), Paise(0)));
    /// assert_eq!(split.total(), Paise(105_052));
    /// ```
    #[inline(never)]
    pub fn exclusive(taxable: Paise, rate: Rate, inter_state: bool) -> Split {
        let (half, full) = match inter_state {
            true => (Paise(0), head(taxable, rate, Share::Full)),
            false => (head(taxable, rate, Share::Half), Paise(0)),
        };
        Split { taxable, cgst: half, sgst: half, igst: full, round_off: Paise(0) }
    }

    /// Splits a tax-inclusive price; the remainder of the rounding is the round-off.
    ///
    /// ```
    /// use bijak::{Paise, Rate, calc::Split};
    /// let split = Split::inclusive(Paise(10_000), Rate(18_000), false);
    /// assert_eq!((split.taxable, split.cgst, split.sgst), (Paise(8_475), Paise(763), Paise(763)));
    /// assert_eq!(split.round_off, Paise(-1));
    /// assert_eq!(split.total(), Paise(10_000));
    /// ```
    pub fn inclusive(gross: Paise, rate: Rate, inter_state: bool) -> Split {
        let split = Split::exclusive(taxable_of(gross, rate), rate, inter_state);
        Split { round_off: Paise(gross.0 - split.total().0), ..split }
    }

    /// The sum of all heads.
    pub fn tax(&self) -> Paise {
        Paise(self.cgst.0 + self.sgst.0 + self.igst.0)
    }

    /// The sum of taxable value, tax and round-off.
    pub fn total(&self) -> Paise {
        Paise(self.taxable.0 + self.tax().0 + self.round_off.0)
    }
}

/// The allowed difference between an amount and its exact value.
///
/// CGST and SGST must be exactly equal in either case (e-invoice validation 2227).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Tolerance {
    /// None: the amount is the exact value, rounded half up to the paisa.
    Exact,
    /// The tolerance of the invoice registration portal: from one rupee below the exact value
    /// rounded down to one rupee above it rounded up, [⌊x⌋ − 1, ⌈x⌉ + 1].
    #[default]
    Irp,
}

/// An exact value, possibly with fractions of a paisa: a dividend over a divisor, in paise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Exact {
    dividend: i128,
    divisor: i64,
}

impl Exact {
    /// A whole number of paise.
    pub(crate) const fn paise(paise: i64) -> Exact {
        Exact { dividend: paise as i128, divisor: 1 }
    }

    /// A quantity times a price, both in thousandths.
    pub(crate) const fn gross(quantity: i64, price: i64) -> Exact {
        Exact { dividend: quantity as i128 * price as i128, divisor: 10_000 }
    }

    /// A share of a rate, in thousandths of a percent, on a taxable value.
    pub(crate) const fn head(taxable: i64, rate: i64, share: Share) -> Exact {
        let parts = match share {
            Share::Half => 2,
            Share::Full => 1,
        };
        Exact { dividend: taxable as i128 * rate as i128, divisor: WHOLE * parts }
    }

    /// The value, rounded half up to the paisa.
    #[inline]
    pub(crate) fn rounded(self) -> Paise {
        // 64-bit division is much faster.
        match i64::try_from(self.dividend) {
            Ok(dividend @ 0..0x3fff_ffff_ffff_ffff) => Paise((dividend * 2 + self.divisor) / (self.divisor * 2)),
            _ => half_up(self.dividend, self.divisor),
        }
    }

    /// Whether an amount equals this value within the tolerance.
    #[inline]
    pub(crate) fn takes(self, paise: i64, tolerance: Tolerance) -> bool {
        self.rounded().0 == paise || tolerance == Tolerance::Irp && self.nearly(paise)
    }

    #[inline(never)]
    fn nearly(self, paise: i64) -> bool {
        let (rupees, rest) = divided(self.dividend.unsigned_abs(), self.divisor.unsigned_abs() * 100);
        let (near, far) = (rupees as i128, rupees as i128 + i128::from(rest > 0));
        let (down, up) = if self.dividend < 0 { (-far, -near) } else { (near, far) };
        ((down - 1) * 100..=(up + 1) * 100).contains(&i128::from(paise))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_portals_tolerance_is_that_of_its_examples() {
        for (exact, from, to) in [(234_504, 234_400, 234_700), (1_024_100, 1_024_000, 1_024_200), (1_024_161, 1_024_000, 1_024_300)] {
            let takes = |paise| Exact::paise(exact).takes(paise, Tolerance::Irp);
            assert!(takes(from) && takes(to) && !takes(from - 1) && !takes(to + 1), "{exact}");
            assert!(!Exact::paise(exact).takes(exact + 1, Tolerance::Exact) && Exact::paise(exact).takes(exact, Tolerance::Exact));
        }
        // A value that is a whole rupee only after rounding to the paisa has a floor one rupee lower.
        let almost = Exact { dividend: 99_996, divisor: 10 };
        assert_eq!(almost.rounded(), Paise(10_000));
        assert!(almost.takes(9_800, Tolerance::Irp) && !almost.takes(9_799, Tolerance::Irp) && almost.takes(10_100, Tolerance::Irp));
        assert!(Exact::paise(-50).takes(-200, Tolerance::Irp) && !Exact::paise(-50).takes(-201, Tolerance::Irp));
    }

    #[test]
    fn values_below_zero_are_rounded_away_from_it() {
        assert_eq!(head(Paise(-50), Rate(5_000), Share::Half), Paise(-1));
        assert_eq!(head(Paise(-10), Rate(5_000), Share::Full), Paise(-1));
        assert_eq!(taxable_of(Paise(-10_000), Rate(18_000)), Paise(-8_475));
        assert_eq!(Exact { dividend: -25, divisor: 10 }.rounded(), Paise(-3));
    }

    #[test]
    fn rates_of_any_size_are_taken() {
        assert_eq!(head(Paise((1 << 42) - 1), Rate(u32::MAX), Share::Full), Paise(188_894_659_270_762_394));
    }

    #[test]
    fn large_values_are_rounded_as_small_ones() {
        for (dividend, divisor) in [(1_i128 << 62, 7), ((1 << 62) - 1, 10_000), (25, 10), (24, 10), (-25, 10), (1 << 90, 1 << 40)] {
            assert_eq!(Exact { dividend, divisor }.rounded(), half_up(dividend, divisor), "{dividend}/{divisor}");
        }
    }

    #[test]
    fn a_division_on_paper_is_the_languages() {
        let mut dividend = 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c834_u128;
        for divisor in [1, 2, 7, 10_000, 100_000, 20_000_000, (1 << 33) + 99_999, (1 << 48) - 1] {
            for _ in 0..200 {
                dividend = dividend.rotate_left(37).wrapping_mul(0xda94_2042_e4dd_58b5) ^ u128::from(divisor);
                for dividend in [dividend, dividend >> 40, dividend >> 100, u128::MAX, 0] {
                    let wide = u128::from(divisor);
                    assert_eq!(divided(dividend, divisor), (dividend / wide, (dividend % wide) as u64), "{dividend}/{divisor}");
                }
            }
        }
    }
}
