//! Email addresses and mobile numbers.

use super::text::{PLAIN, Pattern, TextRule, cut, normalizer};
use crate::report::{ChangeReason, Concat, Diagnostic, MessageId, Subject, to_text};

pub(super) const EMAIL_PATTERN: Pattern = Pattern {
    name: "email",
    text: "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+([A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]*[A-Za-z0-9])$",
    source: "RFC 5321 without quoted names and addresses in brackets",
};

pub(super) const PHONE_PATTERN: Pattern = Pattern {
    name: "contactNumber",
    text: "^((\\+|00)([0-9]{1,3})[\\s-]?)?([0-9]{10})$",
    source: "EnKash page createCustomer, contactNumber",
};

/// An email address.
pub static EMAIL: TextRule = TextRule {
    personal: true,
    #[cfg(feature = "schema")]
    pattern: Some(&EMAIL_PATTERN),
    fits: Some(is_email),
    check: validate_email,
    normalize: normalizer(small_domain),
    ..PLAIN
};

/// A mobile number: ten digits, with or without a country code.
pub static MOBILE: TextRule = TextRule {
    personal: true,
    #[cfg(feature = "schema")]
    pattern: Some(&PHONE_PATTERN),
    fits: Some(is_ten_digits),
    check: validate_mobile,
    normalize: normalizer(ten_digits),
    ..PLAIN
};

pub(super) const ANY_PHONE_PATTERN: Pattern =
    Pattern { name: "phoneNumber", text: "^[0-9]{6,12}$", source: "e-invoice schema INV-01 v1.1, Ph" };

/// A phone number of any kind: 6 to 12 digits by INV-01; the page of the API has no rule.
pub static PHONE: TextRule = TextRule {
    personal: true,
    #[cfg(feature = "schema")]
    pattern: Some(&ANY_PHONE_PATTERN),
    fits: Some(is_phone),
    check: |subject, faults| {
        if !is_phone(subject.text) {
            faults.push(Diagnostic::new(MessageId::PhoneForm).subject(subject).expected_text("6 to 12 digits"));
        }
    },
    ..PLAIN
};

fn is_phone(text: &str) -> bool {
    (6..=12).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn validate_email<'t>(subject: Subject<'t>, faults: &mut Vec<Diagnostic<'t>>) {
    if subject.text.is_empty() {
        faults.push(Diagnostic::new(MessageId::EmailEmpty).plain(subject.name));
    } else if !is_email(subject.text) {
        faults.push(Diagnostic::new(MessageId::EmailForm).subject(subject).expected_text("name@example.in"));
    }
}

fn is_email(text: &str) -> bool {
    let bytes = text.as_bytes();
    let parts = bytes.iter().position(|byte| *byte == b'@').and_then(|at| bytes.split_at_checked(at));
    parts.is_some_and(|(name, rest)| is_name(name) && is_domain(rest.get(1..).unwrap_or_default()))
}

/// The parts that a byte may belong to, one bit each: [`NAME`], [`LABEL`].
static PARTS: [u8; 256] = {
    let (mut parts, mut byte) = ([0; 256], 0_u8);
    let mut rest: &mut [u8] = &mut parts;
    while let [part, tail @ ..] = rest {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            *part = NAME | LABEL;
        } else if matches!(byte, b'!' | b'#'..=b'\'' | b'*' | b'+' | b'/' | b'=' | b'?' | b'^'..=b'`' | b'{'..=b'~') {
            *part = NAME;
        }
        byte = byte.wrapping_add(1);
        rest = tail;
    }
    parts
};

/// The name before the `@`.
const NAME: u8 = 1;

/// A label of the domain.
const LABEL: u8 = 2;

#[inline(always)]
fn is_part(byte: u8, of: u8) -> bool {
    PARTS.get(usize::from(byte)).is_some_and(|part| part & of != 0)
}

/// Atoms of letters, digits and some symbols, separated by single dots.
fn is_name(name: &[u8]) -> bool {
    let mut before = b'.';
    for byte in name {
        if !is_part(*byte, NAME) && (*byte != b'.' || before == b'.') {
            return false;
        }
        before = *byte;
    }
    before != b'.'
}

/// Labels of letters, digits and inner hyphens, at least two, the last of letters.
fn is_domain(domain: &[u8]) -> bool {
    let (mut before, mut label, mut labels) = (b'.', 0, 0);
    for (at, byte) in domain.iter().enumerate() {
        let edge = matches!(before, b'.' | b'-');
        if *byte == b'.' && !edge {
            (label, labels) = (at + 1, labels + 1);
        } else if !is_part(*byte, LABEL) || *byte == b'-' && before == b'.' {
            return false;
        }
        before = *byte;
    }
    let top = domain.get(label..).unwrap_or_default();
    let letters = (2..=63).contains(&top.len()) && top.iter().all(u8::is_ascii_alphabetic);
    let encoded = top.len() > 4 && top.get(..4).is_some_and(|start| start.eq_ignore_ascii_case(b"xn--"));
    labels > 0 && before.is_ascii_alphanumeric() && (letters || encoded)
}

fn small_domain(text: &str) -> Option<(String, ChangeReason)> {
    let capital = |domain: &str| domain.bytes().any(|byte| byte.is_ascii_uppercase());
    let (name, domain) = cut(text, b'@').filter(|(_, domain)| capital(domain) && is_email(text))?;
    Some((to_text(&Concat(&[&name, &"@", &domain.to_ascii_lowercase()])), ChangeReason::DomainCase))
}

fn validate_mobile<'t>(subject: Subject<'t>, faults: &mut Vec<Diagnostic<'t>>) {
    if subject.text.is_empty() {
        faults.push(Diagnostic::new(MessageId::MobileEmpty).plain(subject.name));
        return;
    }
    match split_phone(subject.text) {
        None => faults.push(Diagnostic::new(MessageId::MobileForm).subject(subject).expected_text("9876543210")),
        // Only Indian numbers are known here.
        Some(("" | "91" | "091", digits)) if !begins_as_mobile(digits) => {
            faults.push(Diagnostic::new(MessageId::MobileFirst).subject(subject));
        }
        Some(_) => {}
    }
}

/// The country code, if any, and the ten digits of a number in the documented format.
fn split_phone(text: &str) -> Option<(&str, &str)> {
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let (front, number) = text.split_at_checked(text.len().checked_sub(10)?)?;
    if !digits(number) {
        return None;
    }
    if front.is_empty() {
        return Some(("", number));
    }
    let code = front.strip_prefix('+').or_else(|| front.strip_prefix("00"))?;
    let code = code.strip_suffix(|c: char| c == '-' || c.is_whitespace()).unwrap_or(code);
    ((1..=3).contains(&code.len()) && digits(code)).then_some((code, number))
}

/// Ten digits that begin like an Indian mobile number.
fn is_ten_digits(text: &str) -> bool {
    text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit()) && begins_as_mobile(text)
}

fn begins_as_mobile(digits: &str) -> bool {
    matches!(digits.as_bytes().first(), Some(b'6'..=b'9'))
}

/// Removes prefixes and separators around the ten digits; foreign country codes are kept.
fn ten_digits(text: &str) -> Option<(String, ChangeReason)> {
    if is_ten_digits(text) {
        return None;
    }
    let separator = |c: char| matches!(c, ' ' | '-' | '.' | '(' | ')' | '\u{a0}');
    let bare: String = text.chars().filter(|c| !separator(*c)).collect();
    let (plain, coded) = match bare.strip_prefix('+').or_else(|| bare.strip_prefix("00")) {
        Some(rest) => (rest.strip_prefix("91")?, true),
        None if bare.len() == 12 => (bare.strip_prefix("91")?, true),
        None if bare.len() == 11 => (bare.strip_prefix('0')?, true),
        None => (bare.as_str(), false),
    };
    let ten = plain.len() == 10 && plain.bytes().all(|byte| byte.is_ascii_digit());
    let sure = ten && (!coded || begins_as_mobile(plain)) && plain != text;
    sure.then(|| (plain.to_owned(), ChangeReason::TenDigits))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Code, Severity};

    #[test]
    fn ten_digits_are_found_or_left_alone() {
        for text in [
            "+91 98765 43210",
            "+919876543210",
            "0091-9876543210",
            "919876543210",
            "09876543210",
            "98765-43210",
            "(98765) 43210",
            "+91-98765-43210",
        ] {
            assert_eq!(ten_digits(text).map(|(normalized, _)| normalized).as_deref(), Some("9876543210"), "{text}");
        }
        for text in ["9876543210", "+1 4155550123", "987654321", "+91 1234567890", "98765 4321O", "", "91987654321"] {
            assert_eq!(ten_digits(text), None, "{text}");
        }
    }

    #[test]
    fn phones_have_six_to_twelve_digits() {
        assert!(["044123", "919876543210"].into_iter().all(|text| PHONE.takes(text) && PHONE.faults(text).is_empty()));
        for text in ["", "12345", "9198765432101", "+919876543210", "98765 43210", "१२३४५६"] {
            assert_eq!(PHONE.faults(text), [(Code::MobileShape, Severity::Warning)], "{text}");
            assert!(!PHONE.takes(text), "{text}");
        }
    }

    #[test]
    fn addresses_are_recognized() {
        for text in ["a@b.in", "accounts.payable@acme-industries.co.in", "o'neil+x@EXAMPLE.com", "x@xn--11b4c3d.xn--h2brj9c"] {
            assert!(is_email(text), "{text}");
        }
        for text in [
            "a", "@b.in", "a@b", "a@.in", "a@b..in", ".a@b.in", "a.@b.in", "a@-b.in", "a@b-.in", "a b@c.in", "a@b@c.in", "a@b.c1",
            "अ@b.in", "a@b.i",
        ] {
            assert!(!is_email(text), "{text}");
        }
        assert_eq!(small_domain("Ab@EXAMPLE.In").map(|(normalized, _)| normalized).as_deref(), Some("Ab@example.in"));
    }
}
