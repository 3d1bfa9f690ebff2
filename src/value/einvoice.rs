//! Values of e-invoices: IRN, transport and export.

use super::text::{PLAIN, Pattern, TextRule, normalizer};
use crate::report::{ChangeReason, Diagnostic, MessageId};

pub(super) const IRN_PATTERN: Pattern = Pattern { name: "irnNumber", text: "^[0-9a-f]{64}$", source: "e-invoice schema INV-01 v1.1, Irn" };

pub(super) const VEHICLE_PATTERN: Pattern =
    Pattern { name: "vehicleNo", text: "^[A-Za-z0-9]{4,20}$", source: "e-invoice schema INV-01 v1.1, EwbDtls.VehNo" };

pub(super) const CURRENCY_PATTERN: Pattern = Pattern { name: "foreignCurrency", text: "^[A-Z]{3}$", source: "ISO 4217" };

pub(super) const PORT_PATTERN: Pattern =
    Pattern { name: "port", text: "^[0-9A-Za-z]{2,10}$", source: "e-invoice schema INV-01 v1.1, ExpDtls.Port" };

/// An invoice reference number: a SHA-256 hash in lower-case hexadecimal digits.
pub static IRN: TextRule = TextRule {
    #[cfg(feature = "schema")]
    pattern: Some(&IRN_PATTERN),
    fits: Some(is_irn),
    check: |subject, faults| {
        if !is_irn(subject.text) {
            faults.push(Diagnostic::new(MessageId::IrnForm).subject(subject).expected_text(IRN_PATTERN.text));
        }
    },
    normalize: normalizer(|text| {
        let normalized = text.to_ascii_lowercase();
        (normalized != text && is_irn(&normalized)).then_some((normalized, ChangeReason::SmallHex))
    }),
    ..PLAIN
};

/// A vehicle number: 4 to 20 letters and digits.
pub static VEHICLE: TextRule = TextRule {
    #[cfg(feature = "schema")]
    pattern: Some(&VEHICLE_PATTERN),
    fits: Some(is_vehicle),
    check: |subject, faults| {
        if !is_vehicle(subject.text) {
            faults.push(Diagnostic::new(MessageId::VehicleForm).subject(subject).expected_text("4 to 20 letters and digits"));
        }
    },
    normalize: normalizer(|text| {
        let normalized = text.replace([' ', '-'], "").to_ascii_uppercase();
        (normalized != text && is_vehicle(&normalized)).then_some((normalized, ChangeReason::VehicleSigns))
    }),
    ..PLAIN
};

/// A currency code of three capital letters.
pub static CURRENCY: TextRule = TextRule {
    #[cfg(feature = "schema")]
    pattern: Some(&CURRENCY_PATTERN),
    fits: Some(is_currency),
    check: |subject, faults| {
        if !is_currency(subject.text) {
            faults.push(Diagnostic::new(MessageId::CurrencyForm).subject(subject).expected_text(CURRENCY_PATTERN.text));
        }
    },
    ..PLAIN
};

/// A port code: 2 to 10 letters and digits by INV-01; the page of the API has no rule.
pub static PORT: TextRule = TextRule {
    #[cfg(feature = "schema")]
    pattern: Some(&PORT_PATTERN),
    fits: Some(is_port),
    check: |subject, faults| {
        if !is_port(subject.text) {
            faults.push(Diagnostic::new(MessageId::PortForm).subject(subject).expected_text(PORT_PATTERN.text));
        }
    },
    ..PLAIN
};

fn is_irn(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn is_vehicle(text: &str) -> bool {
    (4..=20).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_port(text: &str) -> bool {
    (2..=10).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "58f1669d0123456789abcdef0123456789abcdef0123456789abcdef0123c3f8";

    #[test]
    fn vehicles_and_hashes_are_mended_where_that_is_certain() {
        let normalized = |rule: &TextRule, text: &str| (rule.normalize)(text).map(|(normalized, _)| normalized);
        assert_eq!(normalized(&VEHICLE, "ka-01 ab 1234").as_deref(), Some("KA01AB1234"));
        assert_eq!(normalized(&VEHICLE, "ka01ab1234").as_deref(), Some("KA01AB1234"));
        for text in ["KA01AB1234", "- 1", "ka/01/1234", ""] {
            assert_eq!(normalized(&VEHICLE, text), None, "{text}");
        }
        assert_eq!(normalized(&IRN, &HASH.to_uppercase()).as_deref(), Some(HASH));
        assert_eq!(normalized(&IRN, HASH), None);
        assert_eq!(normalized(&IRN, &HASH.to_uppercase().replace('F', "G")), None);
    }

    #[test]
    fn forms_are_recognized() {
        let short = HASH.trim_end_matches('8');
        for (rule, valid, wrong) in [
            (&IRN, &[HASH][..], &["", short][..]),
            (&VEHICLE, &["KA01AB1234", "ka01", "TMXX12345678"][..], &["", "KA1", "KA 01 AB 1234", "KA01AB1234567890KA01A"][..]),
            (&CURRENCY, &["USD", "INR"][..], &["", "usd", "US", "USDT", "₹₹₹"][..]),
            (&PORT, &["INNSA1", "ab"][..], &["", "A", "INNSA1INNSA", "IN-NSA"][..]),
        ] {
            assert!(valid.iter().all(|text| rule.takes(text) && rule.faults(text).is_empty()));
            for text in wrong {
                assert!(!rule.takes(text) && rule.faults(text).len() == 1, "{text}");
            }
        }
    }
}
