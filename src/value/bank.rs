//! Bank branches, accounts and UPI addresses.

use super::text::{PLAIN, Pattern, TextRule, cut};
use crate::report::{Diagnostic, MessageId};

pub(super) const IFSC_PATTERN: Pattern =
    Pattern { name: "ifsc", text: "^[A-Z]{4}0[A-Z0-9]{6}$", source: "Reserve Bank of India, form of the IFSC" };

pub(super) const VPA_PATTERN: Pattern =
    Pattern { name: "vpa", text: "^[A-Za-z0-9._-]{2,256}@[A-Za-z][A-Za-z0-9]{1,63}$", source: "inferred: the form in common use" };

/// An IFSC, the code of a bank branch, `^[A-Z]{4}0[A-Z0-9]{6}$`.
pub static IFSC: TextRule = TextRule {
    #[cfg(feature = "schema")]
    pattern: Some(&IFSC_PATTERN),
    fits: Some(is_ifsc),
    check: |subject, faults| {
        if !is_ifsc(subject.text) {
            faults.push(Diagnostic::new(MessageId::IfscForm).subject(subject).expected_text(IFSC_PATTERN.text));
        }
    },
    ..PLAIN
};

/// A UPI address, `name@handle`; some handles contain digits.
pub static VPA: TextRule = TextRule {
    personal: true,
    #[cfg(feature = "schema")]
    pattern: Some(&VPA_PATTERN),
    fits: Some(is_vpa),
    check: |subject, faults| {
        if !is_vpa(subject.text) {
            faults.push(Diagnostic::new(MessageId::VpaForm).subject(subject).expected_text("name@bank"));
        }
    },
    ..PLAIN
};

/// A masked account number: 1 to 34 characters, the maximum length of an IBAN.
pub static MASKED_ACCOUNT: TextRule = TextRule { personal: true, ..TextRule::text_length(1, 34) };

fn is_ifsc(text: &str) -> bool {
    let sign = |(at, byte): (usize, u8)| match at {
        0..4 => byte.is_ascii_uppercase(),
        4 => byte == b'0',
        _ => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
    };
    text.len() == 11 && text.bytes().enumerate().all(sign)
}

fn is_vpa(text: &str) -> bool {
    let sign = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    let Some((name, handle)) = cut(text, b'@') else { return false };
    (2..=256).contains(&name.len())
        && name.bytes().all(sign)
        && (2..=64).contains(&handle.len())
        && handle.starts_with(|first: char| first.is_ascii_alphabetic())
        && handle.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn branches_and_addresses_are_recognized() {
        for (rule, valid, wrong) in [
            (
                &IFSC,
                &["HDFC0000001", "SBIN0ABC123"][..],
                &["", "HDFC1000001", "hdfc0000001", "HDFC000001", "HDFC00000012", "HDF00000001"][..],
            ),
            (
                &VPA,
                &["ab@upi", "a.b-c_9@okhdfcbank", "9876543210@axis2"][..],
                &["", "a@upi", "ab@u", "ab@2upi", "ab@upi@upi", "ab@u-i", "ab"][..],
            ),
        ] {
            assert!(valid.iter().all(|text| rule.takes(text) && rule.faults(text).is_empty()));
            for text in wrong {
                assert!(!rule.takes(text) && rule.faults(text).len() == 1, "{text}");
            }
        }
    }
}
