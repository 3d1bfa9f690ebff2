//! GST arithmetic: pure, in paise, with every rounding named.
//!
//! Each head of a tax is rounded on its own from the taxable value, half up (half away
//! from zero for negative values), to the paisa: CGST and SGST are never halves of a
//! rounded total, so they are always equal. Source: CGST Act 2017, section 9; e-invoice
//! validations 2227, 2234 and 2235.

use crate::value::{Paise, Rate};

/// Thousandths of a percent in the whole.
const WHOLE: i128 = 100_000;

/// The part of a rate that one head bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Share {
    /// CGST or SGST: half of the rate.
    Half,
    /// IGST: all of it.
    Full,
}

/// One head of the tax on a taxable value.
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
    // What fits in 64 bits need not go through 128, which is slow.
    if (0..1 << 42).contains(&taxable.0) && rate.0 < 1 << 20 {
        return Paise((taxable.0 * i64::from(rate.0) * 2 + divisor) / (divisor * 2));
    }
    half_up(i128::from(taxable.0) * i128::from(rate.0), i128::from(divisor))
}

/// The taxable value inside a price that includes the tax: gross × 100 / (100 + rate),
/// half up.
///
/// ```
/// use bijak::{Paise, Rate, calc::taxable_of};
/// assert_eq!(taxable_of(Paise(118_000), Rate(18_000)), Paise(100_000));
/// ```
pub fn taxable_of(gross: Paise, rate: Rate) -> Paise {
    half_up(i128::from(gross.0) * WHOLE, WHOLE + i128::from(rate.0))
}

/// The quotient, rounded half away from zero.
#[inline(never)]
fn half_up(dividend: i128, divisor: i128) -> Paise {
    let magnitude = (dividend.abs() * 2 + divisor) / (divisor * 2);
    let paise = i64::try_from(magnitude).unwrap_or(i64::MAX);
    Paise(if dividend < 0 { -paise } else { paise })
}

/// A price taken apart into its taxable value and the heads of its tax.
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
    /// What is left of an inclusive price when the heads have been rounded: −1, 0 or
    /// 1 paisa. It belongs to no head.
    pub round_off: Paise,
}

impl Split {
    /// Adds the tax to a price without it.
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

    /// Finds the tax inside a price; what rounding leaves over becomes the round-off.
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

    /// All heads together.
    pub fn tax(&self) -> Paise {
        Paise(self.cgst.0 + self.sgst.0 + self.igst.0)
    }

    /// Taxable value, tax and round-off together.
    pub fn total(&self) -> Paise {
        Paise(self.taxable.0 + self.tax().0 + self.round_off.0)
    }
}
