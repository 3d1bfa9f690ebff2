//! JSON numbers, read exactly, without floats.

use super::text::cut;

/// The result of scanning a JSON number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scan {
    /// The byte after its last one.
    pub end: usize,
    negative: bool,
    mantissa: u64,
    decimals: u32,
    /// No exponent and at most 18 digits: mantissa and decimals are exact.
    simple: bool,
}

/// A number in units of a power of ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scaled {
    /// The number of units.
    Exact(i64),
    /// It is more precise than the unit.
    TooPrecise,
    /// It does not fit.
    TooLarge,
}

impl Scan {
    /// The number in units of `10^-decimals` (at most 3), if it is not negative and
    /// plainly has no more decimals.
    #[inline(always)]
    pub fn fast_units(&self, decimals: u32) -> Option<i64> {
        let factor = match decimals.wrapping_sub(self.decimals) {
            0 => 1,
            1 => 10,
            2 => 100,
            3 => 1000,
            _ => return None,
        };
        let plain = self.simple && !self.negative && self.mantissa < 1 << 50;
        plain.then(|| self.mantissa as i64 * factor)
    }
}

/// Skips digits, adding them to the mantissa; returns the byte after them.
#[inline(always)]
fn digits(bytes: &[u8], mut at: usize, mantissa: &mut u64) -> usize {
    while let Some(byte) = bytes.get(at) {
        let value = byte.wrapping_sub(b'0');
        if value > 9 {
            break;
        }
        *mantissa = mantissa.wrapping_mul(10).wrapping_add(u64::from(value));
        at += 1;
    }
    at
}

/// Scans the JSON number that begins at `from`; an error is the byte that does not fit.
#[inline(never)]
pub fn scan(bytes: &[u8], from: usize) -> Result<Scan, usize> {
    scan_here(bytes, from)
}

/// [`scan`], inlined: for the one call where that is faster.
#[inline(always)]
pub fn scan_here(bytes: &[u8], from: usize) -> Result<Scan, usize> {
    let negative = bytes.get(from) == Some(&b'-');
    let first = from + usize::from(negative);
    let mut mantissa = 0_u64;
    let mut at = digits(bytes, first, &mut mantissa);
    let whole = at - first;
    if whole == 0 {
        return Err(at);
    }
    if whole > 1 && bytes.get(first) == Some(&b'0') {
        return Err(first + 1);
    }
    let mut decimals = 0;
    if bytes.get(at) == Some(&b'.') {
        let point = at + 1;
        at = digits(bytes, point, &mut mantissa);
        decimals = at - point;
        if decimals == 0 {
            return Err(at);
        }
    }
    let mut simple = whole + decimals <= 18;
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        simple = false;
        at = exponent(bytes, at + 1)?;
    }
    Ok(Scan { end: at, negative, mantissa, decimals: decimals as u32, simple })
}

/// The byte after the exponent whose sign or first digit is at `from`.
#[inline(never)]
fn exponent(bytes: &[u8], from: usize) -> Result<usize, usize> {
    let first = from + usize::from(matches!(bytes.get(from), Some(b'+' | b'-')));
    let end = digits(bytes, first, &mut 0);
    if end == first { Err(end) } else { Ok(end) }
}

/// The number in units of `10^-decimals`; `lexeme` is the scanned text.
#[inline(never)]
pub fn scaled(scan: Scan, lexeme: &str, decimals: u32) -> Scaled {
    let (mut mantissa, mut have) = (scan.mantissa, scan.decimals);
    if !scan.simple {
        match Digits::of(lexeme) {
            // Such a number has more digits than any limit of the API.
            Some(digits) if digits.count - digits.decimals > i64::from(LONGEST) - i64::from(decimals) => return Scaled::TooLarge,
            Some(digits) if digits.decimals > i64::from(decimals) => return Scaled::TooPrecise,
            Some(digits) if digits.decimals < 0 => {
                let zeros = digits.decimals.unsigned_abs() as u32;
                (mantissa, have) = (digits.value * 10_u64.pow(zeros), 0);
            }
            Some(digits) => (mantissa, have) = (digits.value, digits.decimals as u32),
            None => return Scaled::Exact(0),
        }
    }
    while have > decimals {
        if mantissa % 10 != 0 {
            return Scaled::TooPrecise;
        }
        mantissa /= 10;
        have -= 1;
    }
    let units = ten_to(decimals - have).and_then(|factor| mantissa.checked_mul(factor));
    // There is one more negative value than positive ones.
    let signed = |units: u64| if scan.negative { 0_i64.checked_sub_unsigned(units) } else { i64::try_from(units).ok() };
    units.and_then(signed).map_or(Scaled::TooLarge, Scaled::Exact)
}

/// If the number differs from a value with `decimals` decimals only by floating-point noise (less
/// than 1e-9), that value in units.
pub fn without_noise(lexeme: &str, decimals: u32) -> Option<i64> {
    let digits = Digits::of(lexeme)?;
    let finer = u32::try_from(digits.decimals).ok()?.checked_sub(decimals)?;
    // A number that small can only be noise around zero.
    if (LONGEST + 1..=30).contains(&finer) {
        return (digits.count + 9 <= digits.decimals).then_some(0);
    }
    if digits.count > i64::from(LONGEST) || !(1..=LONGEST).contains(&finer) {
        return None;
    }
    let unit = ten_to(finer)?;
    let units = (digits.value + unit / 2).checked_div(unit)?;
    let distance = digits.value.abs_diff(units * unit);
    let allowed = ten_to((digits.decimals - 9).try_into().ok()?)?;
    let units = i64::try_from(units).ok().filter(|_| distance < allowed)?;
    Some(if lexeme.starts_with('-') { -units } else { units })
}

/// The maximum number of digits of a u64.
const LONGEST: u32 = 19;

/// A power of ten, if it fits a u64.
fn ten_to(power: u32) -> Option<u64> {
    (power <= LONGEST).then(|| 10_u64.pow(power))
}

/// The value of 1 to 9 digits.
#[inline(never)]
pub fn whole(digits: &str) -> Option<u32> {
    let add = |sum: u32, byte: u8| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0'));
    if !(1..=9).contains(&digits.len()) {
        return None;
    }
    digits.bytes().try_fold(0, add)
}

/// The significant digits of a number that is not zero.
struct Digits {
    /// The digits, if there are at most [`LONGEST`].
    value: u64,
    /// Their number, without leading and trailing zeros.
    count: i64,
    /// The number of decimals; negative for multiples of ten, hundred, …
    decimals: i64,
}

impl Digits {
    /// `None` for zero, however it is written.
    fn of(lexeme: &str) -> Option<Digits> {
        let (number, exponent) = cut(lexeme, b'e').or_else(|| cut(lexeme, b'E')).unwrap_or((lexeme, "0"));
        // An exponent that does not fit an i32 is very large or very small in any case.
        let (below, exponent) = match exponent.strip_prefix('-') {
            Some(below) => (true, below),
            None => (false, exponent.strip_prefix('+').unwrap_or(exponent)),
        };
        // Leading zeros have no value; a longer exponent is very large or very small in any case.
        let first = exponent.bytes().position(|digit| digit != b'0');
        let size = first.and_then(|first| exponent.get(first..)).map_or(0, |digits| i64::from(whole(digits).unwrap_or(u32::MAX)));
        let (mut value, mut count, mut zeros, mut point) = (0_u64, 0_i64, 0_i64, 0);
        let mut decimals = if below { size } else { -size };
        for byte in number.bytes() {
            match byte {
                b'.' => point = 1,
                b'0' => {
                    zeros += i64::from(count > 0);
                    decimals += point;
                }
                b'1'..=b'9' => {
                    count += zeros + 1;
                    decimals += point;
                    if count <= i64::from(LONGEST) {
                        value = value * 10_u64.pow(zeros as u32 + 1) + u64::from(byte - b'0');
                    }
                    zeros = 0;
                }
                _ => {}
            }
        }
        decimals -= zeros;
        (count > 0).then_some(Digits { value, count, decimals })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, decimals: u32) -> Scaled {
        let scan = scan(text.as_bytes(), 0).unwrap();
        assert_eq!(scan.end, text.len());
        scaled(scan, text, decimals)
    }

    #[test]
    fn numbers_are_read_exactly() {
        for (text, paise) in [
            ("0", 0),
            ("-0", 0),
            ("0.00", 0),
            ("12.1", 1210),
            ("12.10", 1210),
            ("12.1000000000000000000000000", 1210),
            ("1e2", 10000),
            ("1.5E+1", 1500),
            ("150e-1", 1500),
            ("-3.05", -305),
            ("0e999999999999999999", 0),
            ("99999999999999.99", 9_999_999_999_999_999),
            ("0.00e-400", 0),
            ("1000000000000000000000e-19", 10000),
        ] {
            assert_eq!(read(text, 2), Scaled::Exact(paise), "{text}");
        }
        for text in [
            "0.001",
            "1e-3",
            "1e-400",
            "1e-99999999999999999999",
            "1.5e-9999999999",
            "0.30000000000000004",
            "12345678901234.00000000000000001",
        ] {
            assert_eq!(read(text, 2), Scaled::TooPrecise, "{text}");
        }
        for text in ["1e400", "1e99999999999999999999", "123456789012345678901234567890", "99999999999999999999.5", "1000000000000000000"] {
            assert_eq!(read(text, 2), Scaled::TooLarge, "{text}");
        }
    }

    #[test]
    fn whole_numbers_of_64_bits_are_read() {
        for (text, number) in [
            ("1234567890123456789", 1_234_567_890_123_456_789),
            ("9223372036854775807", i64::MAX),
            ("-9223372036854775807", -i64::MAX),
            ("-9223372036854775808", i64::MIN),
            ("9.223372036854775807e18", i64::MAX),
            ("1e18", 1_000_000_000_000_000_000),
        ] {
            assert_eq!(read(text, 0), Scaled::Exact(number), "{text}");
        }
        for text in ["9223372036854775808", "-9223372036854775809", "-92233720368547758080", "1e19", "12345678901234567890"] {
            assert_eq!(read(text, 0), Scaled::TooLarge, "{text}");
        }
    }

    #[test]
    fn plain_numbers_are_read_at_once() {
        for (text, decimals, units) in [
            ("12", 2, Some(1200)),
            ("12.5", 2, Some(1250)),
            ("12.50", 2, Some(1250)),
            ("12", 3, Some(12_000)),
            ("12.505", 2, None),
            ("-5", 2, None),
            ("1e2", 2, None),
            ("1125899906842623", 0, Some((1 << 50) - 1)),
            ("1125899906842624", 0, None),
        ] {
            assert_eq!(scan(text.as_bytes(), 0).unwrap().fast_units(decimals), units, "{text}");
        }
    }

    #[test]
    fn broken_numbers_name_the_byte() {
        for (text, at) in [("-", 1), ("01", 1), ("1.", 2), ("1.e3", 2), ("1e", 2), ("1e+", 3), (".5", 0), ("+1", 0)] {
            assert_eq!(scan(text.as_bytes(), 0), Err(at), "{text}");
        }
    }

    #[test]
    fn noise_is_not_precision() {
        for (text, paise) in [
            ("0.30000000000000004", 30),
            ("1179.9999999999998", 118_000),
            ("-0.30000000000000004", -30),
            ("1e-10", 0),
            ("5.551115123125783e-17", 0),
            ("-0.2999999999999999889", -30),
            ("0.01000000000000000001", 1),
            ("0.009999999999999999999", 1),
        ] {
            assert_eq!(without_noise(text, 2), Some(paise), "{text}");
        }
        for text in [
            "0.305",
            "0.300000001",
            "0.3",
            "0.30",
            "1e-9",
            "30",
            "1e400",
            "1e-9",
            "123456789.5551115123125783e-17",
            "0.3000000000000000000000000000000000000000001",
            "0.0000000123456789012345",
            "1000000000000000000000.0000000001",
        ] {
            assert_eq!(without_noise(text, 2), None, "{text}");
        }
    }
}
