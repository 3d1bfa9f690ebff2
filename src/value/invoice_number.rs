//! The number of an invoice.

use super::text::{PLAIN, Pattern, TextRule};
use crate::report::{Arg, Fault, Msg, Subject};

pub(super) static RULE46_PATTERN: Pattern =
    Pattern { name: "invoiceNumber", text: "^[A-Za-z0-9/-]{1,16}$", source: "CGST Rules 2017, rule 46(b)" };

/// An invoice number: 16 letters, digits, `-` and `/` by rule 46(b); the API's page
/// says nothing, so what goes beyond is a warning.
pub static INVOICE_NUMBER: TextRule = TextRule {
    #[cfg(not(feature = "wasm"))]
    pattern: Some(&RULE46_PATTERN),
    fits,
    check: judge,
    ..PLAIN
};

/// Capitals, digits and inner `-` and `/`, at most 16: nothing to be said.
fn fits(text: &str) -> bool {
    let sign = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'/';
    let bytes = text.as_bytes();
    bytes.len() <= 16 && bytes.first().is_some_and(|first| !b"0-/".contains(first)) && bytes.iter().all(|byte| sign(*byte))
}

fn judge<'t>(subject: Subject<'t>, faults: &mut Vec<Fault<'t>>) {
    let text = subject.text;
    let length = text.chars().count();
    if length == 0 || length > 16 {
        let fault = Fault::new(Msg::InvoiceNumberLength).subject(subject).arg(Arg::Count(length));
        faults.push(fault.expected(&"1 to 16 characters"));
    }
    let sign = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '/';
    let other = text.char_indices().find(|(_, c)| !sign(*c));
    if let Some(other) = other.and_then(|(at, c)| text.get(at..at + c.len_utf8())) {
        faults.push(Fault::new(Msg::InvoiceNumberSigns).subject(subject).input(other));
    }
    if let Some(first) = text.chars().next().filter(|first| matches!(first, '0' | '-' | '/')) {
        faults.push(Fault::new(Msg::InvoiceNumberStart).subject(subject).shown(&format_args!("`{first}`")));
    }
    if text.bytes().any(|byte| byte.is_ascii_lowercase()) {
        faults.push(Fault::new(Msg::InvoiceNumberCase).subject(subject).expected(&text.to_ascii_uppercase()));
    }
}
