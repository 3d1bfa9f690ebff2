//! Formats amounts for messages, in place: a finding on amounts has several.

/// Paise as rupees with two decimals.
pub struct Rupees {
    text: [u8; 32],
    from: usize,
}

impl Rupees {
    /// With Indian digit grouping: `1,18,000.50`.
    #[inline(never)]
    pub fn grouped(paise: i64) -> Self {
        let mut made = Rupees { text: [0; 32], from: 32 };
        let mut left = paise.unsigned_abs();
        let mut places = 0;
        // The two decimals and a digit before them, at least.
        while places < 3 || left > 0 {
            if places == 2 {
                made.before(b'.');
            } else if places > 4 && places % 2 == 1 {
                made.before(b',');
            }
            made.before(b'0' + (left % 10) as u8);
            left /= 10;
            places += 1;
        }
        if paise < 0 {
            made.before(b'-');
        }
        made
    }

    fn before(&mut self, byte: u8) {
        self.from -= 1;
        if let Some(place) = self.text.get_mut(self.from) {
            *place = byte;
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(self.text.get(self.from..).unwrap_or_default()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Rupees;

    #[test]
    fn digits_are_grouped_as_india_does() {
        for (paise, text) in [
            (0, "0.00"),
            (5, "0.05"),
            (99_999, "999.99"),
            (100_000, "1,000.00"),
            (-100, "-1.00"),
            (11_800_050, "1,18,000.50"),
            (-12_345_678_901, "-12,34,56,789.01"),
            (i64::MAX, "92,23,37,20,36,85,47,758.07"),
            (i64::MIN, "-92,23,37,20,36,85,47,758.08"),
        ] {
            assert_eq!(Rupees::grouped(paise).as_str(), text);
        }
    }
}
