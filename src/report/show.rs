//! Formats values for findings and payloads without `std::fmt`, which takes 2 KB gzipped in the Wasm.

/// A value that can be formatted.
pub trait Show {
    /// Adds the text of the value.
    fn show(&self, out: &mut String);
}

/// The text of a value.
#[inline(never)]
pub fn shown(value: &dyn Show) -> String {
    let mut text = String::new();
    value.show(&mut text);
    text
}

/// Concatenates several values.
pub struct Concat<'r>(pub &'r [&'r dyn Show]);

impl Show for Concat<'_> {
    fn show(&self, out: &mut String) {
        for value in self.0 {
            value.show(out);
        }
    }
}

impl Show for str {
    fn show(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl Show for String {
    fn show(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl<T: Show + ?Sized> Show for &T {
    fn show(&self, out: &mut String) {
        (**self).show(out);
    }
}

impl Show for i64 {
    fn show(&self, out: &mut String) {
        if *self < 0 {
            out.push('-');
        }
        digits(self.unsigned_abs(), 1, out);
    }
}

macro_rules! counts {
    ($($Type:ty)+) => {$(
        impl Show for $Type {
            fn show(&self, out: &mut String) {
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
            assert_eq!(shown(&number), number.to_string());
            for width in [1, 2, 3, 4, 20] {
                let mut text = String::new();
                digits(number.unsigned_abs(), width, &mut text);
                assert_eq!(text, format!("{:0width$}", number.unsigned_abs()));
            }
        }
        assert_eq!((shown(&u64::MAX), shown(&0_usize)), (u64::MAX.to_string(), "0".to_owned()));
        assert_eq!(shown(&Concat(&[&"a", &7_u32, &String::from("b")])), "a7b");
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
