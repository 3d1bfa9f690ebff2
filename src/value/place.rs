//! PIN codes and countries.

use super::whole;
use super::{
    State,
    text::{PLAIN, Pattern, TextRule},
};
use crate::report::{Diagnostic, MessageId};

pub(super) const PIN_PATTERN: Pattern = Pattern { name: "pincode", text: "^[1-9][0-9]{5}$", source: "e-invoice schema INV-01 v1.1, Pin" };

pub(super) const COUNTRY_PATTERN: Pattern = Pattern { name: "countryCode", text: "^[A-Z]{2}$", source: "ISO 3166-1, alpha-2" };

/// A PIN code: six digits, the first not 0; 999999 for other countries.
pub static PIN_CODE: TextRule = TextRule {
    #[cfg(feature = "schema")]
    pattern: Some(&PIN_PATTERN),
    fits: Some(is_pin),
    check: |subject, faults| {
        if !is_pin(subject.text) {
            faults.push(Diagnostic::new(MessageId::PinForm).subject(subject).expected_text("6 digits"));
        }
    },
    ..PLAIN
};

/// A country code of two capital letters.
pub static COUNTRY: TextRule = TextRule {
    #[cfg(feature = "schema")]
    pattern: Some(&COUNTRY_PATTERN),
    fits: Some(is_country),
    check: |subject, faults| {
        if !is_country(subject.text) {
            faults.push(Diagnostic::new(MessageId::CountryForm).subject(subject).expected_text(COUNTRY_PATTERN.text));
        }
    },
    ..PLAIN
};

fn is_pin(text: &str) -> bool {
    text.len() == 6 && !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// State, and the first and last of a range of the first three digits of its PIN codes.
/// 25, 28, 36, 38, 96, 97 and 99 have none; 37 shares its range with 36, and ranges of
/// neighbours overlap. Source: e-invoice masters, October 2024.
const RANGES: &[(u8, u16, u16)] = &[
    (1, 180, 194),
    (2, 171, 177),
    (3, 140, 160),
    (4, 160, 160),
    (5, 244, 263),
    (6, 121, 136),
    (7, 110, 110),
    (8, 301, 345),
    (9, 201, 285),
    (10, 800, 855),
    (11, 737, 737),
    (12, 790, 792),
    (13, 797, 798),
    (14, 795, 795),
    (15, 796, 796),
    (16, 799, 799),
    (17, 793, 794),
    (18, 781, 788),
    (19, 700, 743),
    (20, 813, 835),
    (21, 751, 770),
    (22, 490, 497),
    (23, 450, 488),
    (24, 360, 396),
    (26, 362, 362),
    (26, 396, 396),
    (27, 400, 445),
    (29, 560, 591),
    (30, 403, 403),
    (31, 682, 682),
    (32, 670, 695),
    (33, 600, 643),
    (34, 533, 533),
    (34, 605, 605),
    (34, 607, 607),
    (34, 609, 609),
    (34, 673, 673),
    (35, 744, 744),
    (37, 500, 535),
];

/// Whether a PIN code belongs to a state; `None` if it is not a valid PIN code, or the ranges of the
/// state are not known.
pub fn pin_fits(pin: &str, state: State) -> Option<bool> {
    let front = whole(pin.get(..3).filter(|_| is_pin(pin))?)? as u16;
    let mut ranges = RANGES.iter().filter(|(code, ..)| *code == state.0).peekable();
    ranges.peek()?;
    Some(ranges.any(|(_, first, last)| (*first..=*last).contains(&front)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pin_codes_lie_in_their_states() {
        for (pin, code, fits) in [
            ("110001", "07", Some(true)),
            ("400001", "07", Some(false)),
            ("400001", "27", Some(true)),
            ("446001", "27", Some(false)),
            ("160017", "04", Some(true)),
            ("160017", "03", Some(true)),
            ("161001", "03", Some(false)),
            ("500001", "37", Some(true)),
            ("536001", "37", Some(false)),
            ("396210", "26", Some(true)),
            ("362520", "26", Some(true)),
            ("363001", "26", Some(false)),
            ("605001", "34", Some(true)),
            ("606001", "34", Some(false)),
            ("673310", "34", Some(true)),
            ("999999", "27", Some(false)),
            ("500001", "36", None),
            ("194101", "38", None),
            ("999999", "96", None),
            ("999999", "97", None),
            ("362520", "25", None),
            ("40000", "27", None),
            ("4000011", "27", None),
            ("०00001", "27", None),
        ] {
            assert_eq!(pin_fits(pin, State::from_code(code).unwrap()), fits, "{pin} in {code}");
        }
        assert!(RANGES.is_sorted() && RANGES.iter().all(|(_, first, last)| first <= last));
    }

    #[test]
    fn pin_codes_have_six_digits() {
        assert!(["110001", "999999", "100000"].into_iter().all(|pin| PIN_CODE.takes(pin) && PIN_CODE.faults(pin).is_empty()));
        for pin in ["", "011000", "11000", "1100011", "11000A", "110 001", "११0001"] {
            assert!(!PIN_CODE.takes(pin) && PIN_CODE.faults(pin).len() == 1, "{pin}");
        }
    }
}
