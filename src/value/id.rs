//! EnKash's own ids.

use super::text::{PLAIN, Pattern, TextRule};
use crate::report::{Fault, Msg, Subject, Why};

pub(super) static CUSTOMER_PATTERN: Pattern = Pattern { name: "customerId", text: "^KC[A-Z0-9]{14}$", source: "EnKash page updateInvoice" };

pub(super) static SELLER_PATTERN: Pattern = Pattern { name: "sellerId", text: "^CEK[A-Z0-9]{7}$", source: "EnKash page updateInvoice" };

/// A customer's id, `^KC[A-Z0-9]{14}$`.
pub static CUSTOMER_ID: TextRule = TextRule {
    #[cfg(not(feature = "wasm"))]
    pattern: Some(&CUSTOMER_PATTERN),
    fits: |text| fits(text, "KC", 14),
    check: |subject, faults| judge(subject, "KC", 14, Msg::CustomerId, faults),
    tidy: |text| capitals(text, "KC", 14),
    ..PLAIN
};

/// A selling company's id, `^CEK[A-Z0-9]{7}$`.
pub static SELLER_ID: TextRule = TextRule {
    #[cfg(not(feature = "wasm"))]
    pattern: Some(&SELLER_PATTERN),
    fits: |text| fits(text, "CEK", 7),
    check: |subject, faults| judge(subject, "CEK", 7, Msg::SellerId, faults),
    tidy: |text| capitals(text, "CEK", 7),
    ..PLAIN
};

fn judge<'t>(subject: Subject<'t>, prefix: &str, length: usize, msg: Msg, faults: &mut Vec<Fault<'t>>) {
    if !fits(subject.text, prefix, length) {
        faults.push(Fault::new(msg).subject(subject).expected(&format_args!("^{prefix}[A-Z0-9]{{{length}}}$")));
    }
}

fn fits(text: &str, prefix: &str, length: usize) -> bool {
    let sign = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    text.strip_prefix(prefix).is_some_and(|rest| rest.len() == length && rest.bytes().all(sign))
}

fn capitals(text: &str, prefix: &str, length: usize) -> Option<(String, Why)> {
    let mended = text.to_ascii_uppercase();
    (mended != text && fits(&mended, prefix, length)).then_some((mended, Why::Capitals))
}
