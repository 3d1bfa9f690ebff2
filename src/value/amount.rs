//! Amounts of money, counted in paise.

use super::number::{Scaled, Scan, scaled, without_noise};
use super::text::cut;
use crate::report::{Concat, Diagnostic, MessageId, Subject, WriteTo, digits, to_text};
use rust_decimal::Decimal;
use std::fmt;

/// An amount in rupees, counted in paise: exact, never a float.
///
/// ```
/// use bijak::Paise;
/// let amount: Paise = "118000.50".parse().unwrap();
/// assert_eq!(amount, Paise(11_800_050));
/// assert_eq!(amount.to_string(), "118000.50");
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Paise(pub i64);

impl Paise {
    /// The largest amount of the e-invoice schema: ₹ 99,99,99,99,99,99,999.99.
    pub const MAX: Paise = Paise(9_999_999_999_999_999);
}

impl fmt::Display for Paise {
    /// Rupees with two decimals, as in JSON: `118000.50`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&to_text(self))
    }
}

impl WriteTo for Paise {
    fn write_to(&self, out: &mut String) {
        decimal(self.0, 2, out);
    }
}

/// Amounts by value: a rule that passes a reference needs a place on the stack for it.
impl Diagnostic<'_> {
    /// Says what amount would have been right, in paise.
    #[cold]
    #[inline(never)]
    pub fn expected_paise(self, paise: i64) -> Self {
        self.expected(&Paise(paise))
    }

    /// Says that no larger amount would have been right, in paise.
    #[cold]
    #[inline(never)]
    pub fn at_most_paise(self, paise: i64) -> Self {
        self.at_most(&Paise(paise))
    }
}

/// Removes trailing zeros of a decimal, and the point if nothing follows.
pub(super) fn drop_zeros(decimal: &mut String) {
    while decimal.ends_with('0') {
        decimal.pop();
    }
    if decimal.ends_with('.') {
        decimal.pop();
    }
}

/// Adds a number with 2 or 3 decimals, given in units of the last decimal.
fn decimal(units: i64, decimals: usize, out: &mut String) {
    if units < 0 {
        out.push('-');
    }
    let (units, one) = (units.unsigned_abs(), if decimals == 2 { 100 } else { 1000 });
    digits(units / one, 1, out);
    out.push('.');
    digits(units % one, decimals, out);
}

/// The error for a string or decimal that is not a valid amount: not a plain decimal number, more
/// precise than a paisa, or above [`Paise::MAX`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParseAmountError;

impl fmt::Display for ParseAmountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a valid amount; use a decimal number with at most 14 digits before the point and 2 after it")
    }
}

impl std::error::Error for ParseAmountError {}

impl std::str::FromStr for Paise {
    type Err = ParseAmountError;

    /// Reads a JSON number exactly, without rounding.
    fn from_str(text: &str) -> Result<Paise, ParseAmountError> {
        let scan = super::scan(text.as_bytes(), 0).ok().filter(|scan| scan.end == text.len()).ok_or(ParseAmountError)?;
        match scaled(scan, text, 2) {
            Scaled::Exact(paise) if paise.unsigned_abs() <= Paise::MAX.0.unsigned_abs() => Ok(Paise(paise)),
            _ => Err(ParseAmountError),
        }
    }
}

impl serde::Serialize for Paise {
    /// A string of rupees with two decimals, so that no receiver converts it to a float by accident.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&to_text(self))
    }
}

impl From<Paise> for Decimal {
    fn from(amount: Paise) -> Decimal {
        Decimal::new(amount.0, 2)
    }
}

impl TryFrom<Decimal> for Paise {
    type Error = ParseAmountError;

    /// Fails if rounding would be needed.
    fn try_from(amount: Decimal) -> Result<Paise, ParseAmountError> {
        amount.to_string().parse()
    }
}

/// The rule for a number of a field.
#[derive(Debug)]
pub struct AmountRule {
    /// The maximum number of decimals; the unit is the last one.
    pub decimals: u32,
    /// Whether it may be negative.
    pub negative: bool,
    /// The minimum, in units, if the page has one.
    pub minimum: Option<i64>,
    /// The maximum, in units.
    pub maximum: i64,
    /// Whether the page documents the range from zero to the maximum.
    pub ranged: bool,
}

/// Any non-negative amount.
pub static NOT_NEGATIVE: AmountRule = AmountRule { decimals: 2, negative: false, minimum: None, maximum: Paise::MAX.0, ranged: false };

/// An amount that may be negative, such as a round-off or other charges.
pub static ANY_AMOUNT: AmountRule = AmountRule { negative: true, ..NOT_NEGATIVE };

/// The price of a unit: 3 decimals, to 999,999,999,999.999. Source: INV-01 v1.1, UnitPrice.
pub static UNIT_PRICE: AmountRule = AmountRule { decimals: 3, maximum: 999_999_999_999_999, ..NOT_NEGATIVE };

impl AmountRule {
    /// The value read, in units, as rules use it.
    #[inline(always)]
    pub fn is_money(&self) -> bool {
        self.decimals == 2
    }

    /// A number of units, as in JSON; without trailing zeros if it is not money.
    pub fn text(&self, units: i64) -> String {
        if self.is_money() {
            return to_text(&Paise(units));
        }
        let mut text = String::new();
        decimal(units, 3, &mut text);
        drop_zeros(&mut text);
        text
    }

    fn display<'t>(&self, fault: Diagnostic<'t>, units: i64) -> Diagnostic<'t> {
        if self.is_money() { fault.paise(units) } else { fault.display(&self.text(units)) }
    }
}

/// The fast path of [`validate_amount`]: a valid, plainly written amount.
#[inline(always)]
pub fn fast_amount(rule: &AmountRule, scan: Scan) -> Option<i64> {
    let units = scan.fast_units(rule.decimals)?;
    (units <= rule.maximum && units >= rule.minimum.unwrap_or(0)).then_some(units)
}

/// Checks a JSON number against a rule; returns its value in units if it is usable.
#[inline(never)]
pub fn validate_amount<'t>(rule: &AmountRule, subject: Subject<'t>, scan: Scan, faults: &mut Vec<Diagnostic<'t>>) -> Option<i64> {
    let decimals = rule.decimals;
    let units = match scaled(scan, subject.text, decimals) {
        Scaled::Exact(units) => units,
        Scaled::TooPrecise => {
            let normalized = without_noise(subject.text, decimals);
            faults.push(match normalized {
                Some(units) => {
                    let right = rule.text(units);
                    Diagnostic::new(MessageId::FloatNoise).subject(subject).display(&right).expected(&right)
                }
                None => Diagnostic::new(MessageId::TooPrecise).subject(subject).display(&decimals),
            });
            normalized?
        }
        Scaled::TooLarge => i64::MAX,
    };
    if rule.ranged && !(0..=rule.maximum).contains(&units) {
        let most = rule.text(rule.maximum);
        let fault = Diagnostic::new(MessageId::OutOfRange).subject(subject).plain("0").display(&most);
        faults.push(fault.expected(&Concat(&[&"0 to ", &most])));
        return None;
    }
    if units.unsigned_abs() > rule.maximum.unsigned_abs() {
        let fault = rule.display(Diagnostic::new(MessageId::TooLarge).subject(subject), rule.maximum);
        faults.push(fault.at_most(&rule.text(rule.maximum)));
        return None;
    }
    if let Some(minimum) = rule.minimum.filter(|minimum| units < *minimum && units >= 0) {
        let fault = rule.display(Diagnostic::new(MessageId::BelowMinimum).subject(subject), minimum);
        faults.push(fault.at_least(&rule.text(minimum)));
    }
    if units < 0 && !rule.negative {
        faults.push(Diagnostic::new(MessageId::Negative).subject(subject).expected_text(">= 0"));
    }
    Some(units)
}

/// The JSON number that a person meant by `₹ 1,18,000.50`, `Rs. 1180/-` or `1180`.
///
/// Commas must follow Indian or Western digit grouping; anything else is rejected.
///
/// ```
/// # use bijak::plain_number;
/// assert_eq!(plain_number("₹ 1,18,000.50").as_deref(), Some("118000.50"));
/// assert_eq!(plain_number("1.180,50"), None);
/// ```
pub fn plain_number(text: &str) -> Option<String> {
    let text = text.trim();
    let text = ["₹", "Rs.", "Rs", "INR"].iter().find_map(|mark| text.strip_prefix(mark)).unwrap_or(text);
    let text = text.strip_suffix("/-").unwrap_or(text).trim();
    let (mut plain, number) = match text.strip_prefix('-') {
        Some(number) => (String::from("-"), number),
        None => (String::new(), text),
    };
    let (whole, fraction) = cut(number, b'.').unwrap_or((number, "0"));
    let sign = plain.len();
    // Digits before the first comma and since the last, and the sizes of those between.
    let (mut first, mut group, mut twos, mut threes) = (None, 0, true, true);
    for byte in whole.bytes() {
        match byte {
            b'0' if plain.len() == sign => group += 1,
            b'0'..=b'9' => {
                plain.push(char::from(byte));
                group += 1;
            }
            b',' if group > 0 => {
                twos &= group == 2 || first.is_none();
                threes &= group == 3 || first.is_none();
                first = first.or(Some(group));
                group = 0;
            }
            _ => return None,
        }
    }
    let grouped = first.is_none_or(|first| group == 3 && (twos && first <= 2 || threes && first <= 3));
    let digits = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    if group == 0 || !grouped || !digits {
        return None;
    }
    if plain.len() == sign {
        plain.push('0');
    }
    if whole.len() < number.len() {
        plain.push('.');
        plain.push_str(fraction);
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::QUANTITY;

    #[test]
    fn what_people_write_is_read_or_refused() {
        for (text, number) in [
            ("1180", "1180"),
            ("1180.50", "1180.50"),
            ("1,180", "1180"),
            ("1,18,000.50", "118000.50"),
            ("₹1,18,000", "118000"),
            ("Rs. 1,180/-", "1180"),
            ("INR 5", "5"),
            ("1,234,567", "1234567"),
            ("12,34,567.8", "1234567.8"),
            ("-1,180", "-1180"),
            ("007", "7"),
            ("01", "1"),
            ("0.10", "0.10"),
            ("  42  ", "42"),
        ] {
            assert_eq!(plain_number(text).as_deref(), Some(number), "{text}");
        }
        for text in [
            "",
            "₹",
            "1.180,50",
            "1,80",
            "11,80,00",
            "1,1800",
            "1,,180",
            ",180",
            "1e5",
            "1.2.3",
            "5.",
            ".5",
            "1 180",
            "١٢",
            "12a",
            "--1",
            "$5",
            "(5)",
            "12,345,67,890",
            "123,45,678",
        ] {
            assert_eq!(plain_number(text), None, "{text}");
        }
    }

    #[test]
    fn amounts_convert_without_rounding() {
        assert_eq!("0.1".parse(), Ok(Paise(10)));
        assert_eq!("99999999999999.99".parse(), Ok(Paise::MAX));
        for text in ["100000000000000", "-92233720368547758.08", "0.001", "", "1 ", "NaN", "0x10", "1_000"] {
            assert_eq!(text.parse::<Paise>(), Err(ParseAmountError), "{text}");
        }
        assert_eq!(Decimal::from(Paise(1050)).to_string(), "10.50");
        assert_eq!(Paise::try_from(Decimal::new(1005, 3)), Err(ParseAmountError));
        assert_eq!(Paise::try_from(Decimal::new(1050, 3)), Ok(Paise(105)));
        assert!(ParseAmountError.to_string().starts_with("not a valid amount; "));
    }

    #[test]
    fn units_are_written_as_json_has_them() {
        for (rule, units, text) in [
            (&NOT_NEGATIVE, 1250, "12.50"),
            (&QUANTITY, 12_500, "12.5"),
            (&QUANTITY, 12_000, "12"),
            (&QUANTITY, -300, "-0.3"),
            (&QUANTITY, 0, "0"),
        ] {
            assert_eq!(rule.text(units), text);
        }
        assert_eq!((Paise(-5).to_string(), Paise(11_800_050).to_string()), ("-0.05".to_owned(), "118000.50".to_owned()));
    }

    #[test]
    fn what_is_plain_needs_no_validation() {
        let from_ten_paise = AmountRule { minimum: Some(10), ..NOT_NEGATIVE };
        let plain = |text: &str| fast_amount(&from_ten_paise, super::super::scan(text.as_bytes(), 0).unwrap());
        assert_eq!((plain("12.5"), plain("0.1"), plain("0.09")), (Some(1250), Some(10), None));
        assert_eq!((plain("99999999999.99"), plain("100000000000000")), (Some(9_999_999_999_999), None));
    }
}
