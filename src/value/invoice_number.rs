//! The number of an invoice.

use super::text::{PLAIN, Pattern, TextRule, characters, is_quote};
use crate::report::{Arg, Diagnostic, MessageId, Subject};

pub(super) const RULE46_PATTERN: Pattern =
    Pattern { name: "invoiceNumber", text: "^[A-Za-z0-9/-]{1,16}$", source: "CGST Rules 2017, rule 46(b)" };

/// An invoice number: at most 16 letters, digits, `-` and `/` by rule 46(b). The page of the API has no
/// rule, so anything else is a warning.
pub static INVOICE_NUMBER: TextRule = TextRule {
    #[cfg(feature = "schema")]
    pattern: Some(&RULE46_PATTERN),
    fits: Some(fits),
    check: |subject, faults| validate(subject, usize::MAX, |_| false, faults),
    ..PLAIN
};

pub(super) const SUPPLIER_PATTERN: Pattern =
    Pattern { name: "supplierInvoiceNumber", text: "^([^\\\\\\\"]){1,50}$", source: "EnKash page confirmInvoice, supplierInvoiceNumber" };

/// An invoice number in Bharat Connect: 1 to 50 characters except `"` and `\`; what rule
/// 46(b) or the portal does not allow is a warning.
pub static SUPPLIER_NUMBER: TextRule = TextRule {
    #[cfg(feature = "schema")]
    pattern: Some(&SUPPLIER_PATTERN),
    fits: Some(fits),
    check: |subject, faults| validate(subject, LONGEST as usize, is_quote, faults),
    ..TextRule::documented_length(LONGEST)
};

const LONGEST: u32 = 50;

/// Capital letters, digits and inner `-` and `/`, at most 16: valid.
fn fits(text: &str) -> bool {
    let sign = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'/';
    let bytes = text.as_bytes();
    bytes.len() <= 16 && bytes.first().is_some_and(|first| !b"0-/".contains(first)) && bytes.iter().all(|byte| sign(*byte))
}

/// Checks everything except what has been reported: a length above `longest` and `reported` characters.
fn validate<'t>(subject: Subject<'t>, longest: usize, reported: fn(&char) -> bool, faults: &mut Vec<Diagnostic<'t>>) {
    let text = subject.text;
    let length = characters(text);
    if length == 0 || length > 16 && length <= longest {
        let fault = Diagnostic::new(MessageId::InvoiceNumberLength).subject(subject).arg(Arg::Count(length));
        faults.push(fault.expected_text("1 to 16 characters"));
    }
    let sign = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '/';
    let other = text.char_indices().find(|(_, c)| !sign(*c) && !reported(c));
    if let Some(other) = other.and_then(|(at, c)| text.get(at..at + c.len_utf8())) {
        faults.push(Diagnostic::new(MessageId::InvoiceNumberSigns).subject(subject).input(other));
    }
    if let Some(first) = text.chars().next().filter(|first| matches!(first, '0' | '-' | '/')) {
        faults.push(Diagnostic::new(MessageId::InvoiceNumberStart).subject(subject).quoted(first.encode_utf8(&mut [0; 4])));
    }
    if text.bytes().any(|byte| byte.is_ascii_lowercase()) {
        faults.push(Diagnostic::new(MessageId::InvoiceNumberCase).subject(subject).expected(&text.to_ascii_uppercase()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Code, Severity};

    #[test]
    fn numbers_of_bharat_connect_have_one_fault_for_one_thing() {
        use {Code::*, Severity::*};
        for (text, faults) in [
            ("INV/2025-26/42", &[][..]),
            ("INV/2025-26/000042", &[(InvoiceNumberRule46, Warning)]),
            ("0/1", &[(InvoiceNumberIrp, Warning)]),
            ("inv1", &[(InvoiceNumberIrp, Warning)]),
            ("INV 1", &[(InvoiceNumberRule46, Warning)]),
            ("INV\"1", &[(TextForbiddenCharacter, Error)]),
            ("INV\" 1", &[(TextForbiddenCharacter, Error), (InvoiceNumberRule46, Warning)]),
            ("A234567890123456789012345678901234567890123456789X", &[(InvoiceNumberRule46, Warning)]),
            ("A234567890123456789012345678901234567890123456789XY", &[(TextTooLong, Error)]),
            ("", &[(TextEmpty, Error)]),
        ] {
            assert_eq!(SUPPLIER_NUMBER.faults(text), faults, "{text}");
            assert_eq!(SUPPLIER_NUMBER.takes(text), faults.is_empty(), "{text}");
        }
        assert_eq!(INVOICE_NUMBER.faults("INV\"1"), [(InvoiceNumberRule46, Warning)]);
        assert_eq!(INVOICE_NUMBER.faults(""), [(InvoiceNumberRule46, Warning)]);
    }
}
