//! Formats values for findings and payloads without `std::fmt`, which takes 2 KB gzipped in the Wasm.

/// A value that can be formatted.
pub trait WriteTo {
    /// Adds the text of the value.
    fn write_to(&self, out: &mut String);
}

/// The text of a value.
#[inline(never)]
pub fn to_text(value: &dyn WriteTo) -> String {
    let mut text = String::new();
    value.write_to(&mut text);
    text
}

/// Concatenates several values.
pub struct Concat<'r>(pub &'r [&'r dyn WriteTo]);

impl WriteTo for Concat<'_> {
    fn write_to(&self, out: &mut String) {
        for value in self.0 {
            value.write_to(out);
        }
    }
}

impl WriteTo for str {
    fn write_to(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl WriteTo for String {
    fn write_to(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl<T: WriteTo + ?Sized> WriteTo for &T {
    fn write_to(&self, out: &mut String) {
        (**self).write_to(out);
    }
}

impl WriteTo for i64 {
    fn write_to(&self, out: &mut String) {
        if *self < 0 {
            out.push('-');
        }
        digits(self.unsigned_abs(), 1, out);
    }
}

macro_rules! counts {
    ($($Type:ty)+) => {$(
        impl WriteTo for $Type {
            fn write_to(&self, out: &mut String) {
                digits(*self as u64, 1, out);
            }
        }
    )+};
}

counts! { u32 u64 usize }

/// Adds a decimal number, zero-padded to a width of at most 20.
#[inline(never)]
pub fn digits(mut number: u64, width: usize, out: &mut String) {
    let mut text = [b'0'; 20];
    let mut left = text.len();
    for digit in text.iter_mut().rev() {
        if number == 0 && left + width <= 20 {
            break;
        }
        *digit += (number % 10) as u8;
        number /= 10;
        left -= 1;
    }
    for digit in text.iter().skip(left) {
        out.push(char::from(*digit));
    }
}

/// Adds the last four hexadecimal digits of a number, in lower case.
#[inline(never)]
pub fn hex(number: u32, out: &mut String) {
    for shift in [12, 8, 4, 0] {
        out.push(char::from_digit(number >> shift & 0xf, 16).unwrap_or_default());
    }
}

/// A control character by its number: `U+001F`.
#[inline(never)]
pub fn code_point(control: char) -> String {
    let mut text = String::new();
    hex(control.into(), &mut text);
    text.make_ascii_uppercase();
    text.insert_str(0, "U+");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_fmt() {
        for number in [0, 1, -1, 9, 10, -10, 99, 100, 1_234_567, i64::MAX, i64::MIN] {
            assert_eq!(to_text(&number), number.to_string());
            for width in [1, 2, 3, 4, 20] {
                let mut text = String::new();
                digits(number.unsigned_abs(), width, &mut text);
                assert_eq!(text, format!("{:0width$}", number.unsigned_abs()));
            }
        }
        assert_eq!((to_text(&u64::MAX), to_text(&0_usize)), (u64::MAX.to_string(), "0".to_owned()));
        assert_eq!(to_text(&Concat(&[&"a", &7_u32, &String::from("b")])), "a7b");
    }

    #[test]
    fn hex_has_four_digits() {
        for number in [0, 1, 0x1f, 0x7f, 0x9f, 0xabcd] {
            let mut text = String::new();
            hex(number, &mut text);
            assert_eq!(text, format!("{number:04x}"));
            assert_eq!(code_point(char::from_u32(number).unwrap()), format!("U+{number:04X}"));
        }
    }
}
