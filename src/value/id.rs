//! Ids of EnKash and of Bharat Connect.

use super::text::{PLAIN, Pattern, Quotes, TextRule, capitalized, characters, is_quote, is_untrimmed, normalizer};
use crate::report::{ChangeReason, Diagnostic, MessageId, Subject};

pub(super) const CUSTOMER_PATTERN: Pattern = Pattern { name: "customerId", text: "^KC[A-Z0-9]{14}$", source: "EnKash page updateInvoice" };

pub(super) const SELLER_PATTERN: Pattern = Pattern { name: "sellerId", text: "^CEK[A-Z0-9]{7}$", source: "EnKash page updateInvoice" };

/// A customer's id, `^KC[A-Z0-9]{14}$`.
pub static CUSTOMER_ID: TextRule = TextRule {
    #[cfg(feature = "schema")]
    pattern: Some(&CUSTOMER_PATTERN),
    fits: Some(|text| fits(text, "KC", 14)),
    check: |subject, faults| validate(subject, fits(subject.text, "KC", 14), MessageId::CustomerId, CUSTOMER_PATTERN.text, faults),
    normalize: normalizer(|text| capitals(text, "KC", 14)),
    ..PLAIN
};

/// A selling company's id, `^CEK[A-Z0-9]{7}$`.
pub static SELLER_ID: TextRule = TextRule {
    #[cfg(feature = "schema")]
    pattern: Some(&SELLER_PATTERN),
    fits: Some(|text| fits(text, "CEK", 7)),
    check: |subject, faults| validate(subject, fits(subject.text, "CEK", 7), MessageId::SellerId, SELLER_PATTERN.text, faults),
    normalize: normalizer(|text| capitals(text, "CEK", 7)),
    ..PLAIN
};

pub(super) const B2B_PATTERN: Pattern =
    Pattern { name: "b2bId", text: "^([^\\\\\\\"]){1,100}$", source: "EnKash pages of Bharat Connect, b2bIds" };

pub(super) const INVOICE_OBJECT_PATTERN: Pattern =
    Pattern { name: "objectId", text: "^[INV]{3}[A-Za-z0-9]{32,32}$", source: "EnKash page confirmInvoice" };

pub(super) const PAYMENT_OBJECT_PATTERN: Pattern =
    Pattern { name: "paymentObjectId", text: "^[PMT]{3}[A-Za-z0-9]{32,32}$", source: "EnKash page payInvoices" };

/// A party's id in Bharat Connect, `^([^\\\"]){1,100}$`.
pub static B2B_ID: TextRule = TextRule {
    #[cfg(feature = "schema")]
    pattern: Some(&B2B_PATTERN),
    fits: Some(|text| (1..=100).contains(&text.len()) && !is_untrimmed(text)),
    check: |subject, faults| {
        let length = characters(subject.text);
        if !(1..=100).contains(&length) || subject.text.contains(|sign| is_quote(&sign)) {
            faults.push(Diagnostic::new(MessageId::B2bId).subject(subject).expected_text(B2B_PATTERN.text));
        }
    },
    ..PLAIN
};

/// An invoice's id in Bharat Connect: `INV` and 32 letters or digits; the pattern also
/// accepts its three letters in another order.
pub static OBJECT_ID_INVOICE: TextRule = TextRule {
    #[cfg(feature = "schema")]
    pattern: Some(&INVOICE_OBJECT_PATTERN),
    fits: Some(|text| is_object(text, |prefix| prefix == "INV")),
    check: |subject, faults| validate_object(subject, "INV", MessageId::ObjectId, INVOICE_OBJECT_PATTERN.text, faults),
    ..PLAIN
};

/// A payment's id in Bharat Connect: `PMT` and 32 letters or digits.
pub static OBJECT_ID_PAYMENT: TextRule = TextRule {
    #[cfg(feature = "schema")]
    pattern: Some(&PAYMENT_OBJECT_PATTERN),
    fits: Some(|text| is_object(text, |prefix| prefix == "PMT")),
    check: |subject, faults| validate_object(subject, "PMT", MessageId::ObjectId, PAYMENT_OBJECT_PATTERN.text, faults),
    ..PLAIN
};

/// An invoice's id if the page shows no pattern: the pattern of confirmInvoice, as a warning.
pub static OBJECT_ID_SEEN: TextRule = TextRule {
    length: (1, 100),
    quotes: Quotes::Never,
    fits: Some(|text| is_object(text, |prefix| prefix == "INV")),
    check: |subject, faults| {
        // Its length or a quote in it has already been reported.
        if characters(subject.text) <= 100 && !subject.text.contains(|sign| is_quote(&sign)) {
            validate_object(subject, "INV", MessageId::ObjectIdSeen, INVOICE_OBJECT_PATTERN.text, faults);
        }
    },
    ..PLAIN
};

fn is_object(text: &str, prefix: impl Fn(&str) -> bool) -> bool {
    let parts = text.split_at_checked(3).filter(|(front, _)| prefix(front));
    parts.is_some_and(|(_, rest)| rest.len() == 32 && rest.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

fn validate_object<'t>(subject: Subject<'t>, prefix: &str, msg: MessageId, pattern: &'static str, faults: &mut Vec<Diagnostic<'t>>) {
    if !is_object(subject.text, |front| front.bytes().all(|letter| prefix.bytes().any(|known| known == letter))) {
        faults.push(Diagnostic::new(msg).subject(subject).quoted(prefix).expected_text(pattern));
    } else if let Some(front) = subject.text.get(..3).filter(|front| *front != prefix) {
        faults.push(Diagnostic::new(MessageId::ObjectPrefix).subject(subject).input(front).quoted(prefix));
    }
}

fn validate<'t>(subject: Subject<'t>, fits: bool, msg: MessageId, pattern: &'static str, faults: &mut Vec<Diagnostic<'t>>) {
    if !fits {
        faults.push(Diagnostic::new(msg).subject(subject).expected_text(pattern));
    }
}

fn fits(text: &str, prefix: &str, length: usize) -> bool {
    let sign = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    text.strip_prefix(prefix).is_some_and(|rest| rest.len() == length && rest.bytes().all(sign))
}

fn capitals(text: &str, prefix: &str, length: usize) -> Option<(String, ChangeReason)> {
    capitalized(text).filter(|normalized| fits(normalized, prefix, length)).map(|normalized| (normalized, ChangeReason::Capitals))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Code, Severity};

    #[test]
    fn ids_of_bharat_connect_are_judged_as_their_pages_have_them() {
        use {Code::*, Severity::*};
        let id = |front: &str, length| format!("{front}{}", "a1B2".repeat(9).chars().take(length).collect::<String>());
        for (rule, text, faults) in [
            (&OBJECT_ID_INVOICE, id("INV", 32), &[][..]),
            (&OBJECT_ID_INVOICE, id("VNI", 32), &[(IdObjectPrefix, Warning)]),
            (&OBJECT_ID_INVOICE, id("III", 32), &[(IdObjectPrefix, Warning)]),
            (&OBJECT_ID_INVOICE, id("PMT", 32), &[(IdObject, Error)]),
            (&OBJECT_ID_INVOICE, id("INV", 31), &[(IdObject, Error)]),
            (&OBJECT_ID_INVOICE, id("INV", 33), &[(IdObject, Error)]),
            (&OBJECT_ID_INVOICE, id("inv", 32), &[(IdObject, Error)]),
            (&OBJECT_ID_INVOICE, id("₹", 32), &[(IdObject, Error)]),
            (&OBJECT_ID_INVOICE, String::new(), &[(IdObject, Error)]),
            (&OBJECT_ID_PAYMENT, id("PMT", 32), &[]),
            (&OBJECT_ID_PAYMENT, id("TMP", 32), &[(IdObjectPrefix, Warning)]),
            (&OBJECT_ID_PAYMENT, id("INV", 32), &[(IdObject, Error)]),
            (&OBJECT_ID_SEEN, id("INV", 32), &[]),
            (&OBJECT_ID_SEEN, id("NVI", 32), &[(IdObjectPrefix, Warning)]),
            (&OBJECT_ID_SEEN, "string".to_owned(), &[(IdObject, Warning)]),
            (&OBJECT_ID_SEEN, "str\"ing".to_owned(), &[(TextForbiddenCharacter, Error)]),
            (&OBJECT_ID_SEEN, "x".repeat(101), &[(TextTooLong, Warning)]),
            (&OBJECT_ID_SEEN, String::new(), &[(TextEmpty, Warning)]),
            (&B2B_ID, "x".to_owned(), &[]),
            (&B2B_ID, "₹".repeat(100), &[]),
            (&B2B_ID, "x".repeat(101), &[(IdB2b, Error)]),
            (&B2B_ID, "a\\b".to_owned(), &[(IdB2b, Error)]),
            (&B2B_ID, String::new(), &[(IdB2b, Error)]),
        ] {
            assert_eq!(rule.faults(&text), faults, "{text}");
            assert_eq!(rule.takes(&text), faults.is_empty() && text.len() <= 100 || text.contains('\\'), "{text}");
        }
    }
}
