//! GST rates and when they are in force.

use super::Date;
use super::amount::drop_zeros;
use super::number::{Scaled, scaled, scan};
use crate::report::{UnknownNameError, WriteTo, digits, to_text};
use std::fmt;

/// A GST rate, in thousandths of a percent: 18 % is `Rate(18_000)`.
///
/// ```
/// use bijak::Rate;
/// assert_eq!("0.25".parse(), Ok(Rate(250)));
/// assert_eq!(Rate(18_000).to_string(), "18");
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(pub u32);

impl fmt::Display for Rate {
    /// The percentage without trailing zeros: `18`, `0.25`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&to_text(self))
    }
}

impl WriteTo for Rate {
    fn write_to(&self, out: &mut String) {
        (self.0 / 1000).write_to(out);
        out.push('.');
        digits((self.0 % 1000).into(), 3, out);
        drop_zeros(out);
    }
}

impl serde::Serialize for Rate {
    /// The percentage as a string.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&to_text(self))
    }
}

impl std::str::FromStr for Rate {
    type Err = UnknownNameError;

    /// Reads a percentage of at most 3 decimals below 1000.
    fn from_str(text: &str) -> Result<Rate, UnknownNameError> {
        let scan = scan(text.as_bytes(), 0).ok().filter(|scan| scan.end == text.len()).ok_or(UnknownNameError("rate"))?;
        match scaled(scan, text, 3) {
            Scaled::Exact(thousandths @ 0..1_000_000) => Ok(Rate(thousandths as u32)),
            _ => Err(UnknownNameError("rate")),
        }
    }
}

/// Whether a rate is in force on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RateValidity {
    /// In force.
    InForce,
    /// Only for a few goods: 12 % for bricks and tiles since 2025-09-22.
    Restricted,
    /// Not in force yet, or not any more.
    NotInForce,
}

/// A GST rate and its period.
///
/// ```
/// use bijak::{RateValidity, Rate, RateEntry};
/// let entry = RateEntry::of(Rate(28_000)).unwrap();
/// assert_eq!(entry.validity("2026-01-31".parse().unwrap()), RateValidity::InForce);
/// assert_eq!(entry.validity("2026-02-01".parse().unwrap()), RateValidity::NotInForce);
/// ```
#[derive(Debug)]
pub struct RateEntry {
    /// The rate.
    pub rate: Rate,
    since: u32,
    restricted_since: u32,
    until: u32,
}

const ALWAYS: u32 = 99_991_231;

const fn from(rate: u32, since: u32) -> RateEntry {
    RateEntry { rate: Rate(rate), since, restricted_since: ALWAYS, until: ALWAYS }
}

/// The master of GST rates, lowest first. Dates are `yyyymmdd`. Sources: 1/2017-CT(R)
/// and 9/2025-CT(R) with 14/2025 and 19/2025, and the rate master of the e-invoice
/// system, as of 2026-11-21.
const RATES: &[RateEntry] = &[
    from(0, 20_170_701),
    from(100, 20_171_023),
    from(250, 20_170_701),
    from(1_000, 20_170_701),
    from(1_500, 20_170_701),
    from(3_000, 20_170_701),
    from(5_000, 20_170_701),
    from(6_000, 20_170_701),
    from(7_500, 20_190_401),
    RateEntry { restricted_since: 20_250_922, ..from(12_000, 20_170_701) },
    from(18_000, 20_170_701),
    RateEntry { until: 20_260_131, ..from(28_000, 20_170_701) },
    from(40_000, 20_250_922),
];

impl RateEntry {
    /// All rates of the list.
    pub fn all() -> &'static [RateEntry] {
        RATES
    }

    /// The entry of a rate.
    pub fn of(rate: Rate) -> Option<&'static RateEntry> {
        RATES.iter().find(|entry| entry.rate == rate)
    }

    /// Whether the rate started after GST itself, has ended, or applies only to a few goods.
    pub fn is_time_bound(&self) -> bool {
        self.since > 20_171_231 || self.until < ALWAYS || self.restricted_since < ALWAYS
    }

    /// Whether the rate is in force on that day.
    pub fn validity(&self, day: Date) -> RateValidity {
        let day = day.number();
        if day < self.since || day > self.until {
            RateValidity::NotInForce
        } else if day >= self.restricted_since {
            RateValidity::Restricted
        } else {
            RateValidity::InForce
        }
    }

    /// All rates as a list for a message.
    pub const LIST: &'static str = "0, 0.1, 0.25, 1, 1.5, 3, 5, 6, 7.5, 12, 18, 28, 40";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_names_every_rate() {
        let rates: Vec<_> = RateEntry::all().iter().map(|entry| entry.rate.to_string()).collect();
        assert_eq!(rates.join(", "), RateEntry::LIST);
    }

    #[test]
    fn rates_have_their_time() {
        let validity = |rate: &str, day: &str| RateEntry::of(rate.parse().unwrap()).unwrap().validity(day.parse().unwrap());
        assert_eq!(validity("28", "2026-01-31"), RateValidity::InForce);
        assert_eq!(validity("28", "2026-02-01"), RateValidity::NotInForce);
        assert_eq!(validity("12", "2025-09-21"), RateValidity::InForce);
        assert_eq!(validity("12", "2025-09-22"), RateValidity::Restricted);
        assert_eq!(validity("40", "2025-09-21"), RateValidity::NotInForce);
        assert_eq!(validity("40", "2025-09-22"), RateValidity::InForce);
        assert!(RateEntry::of(Rate(14_000)).is_none() && RateEntry::of(Rate(500)).is_none());
    }
}
