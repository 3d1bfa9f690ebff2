//! Single values: how each kind is read, checked and normalized.
//!
//! Every check accepts a [`Subject`](crate::report::Subject) and raises its diagnostics; every `normalize`
//! returns the normalized text, or nothing if nothing changes or the correct form is ambiguous.

mod amount;
mod bank;
mod contact;
mod date;
mod einvoice;
mod goods;
mod gstin;
mod id;
#[cfg(feature = "bharat-connect")]
mod invoice_amount;
mod invoice_number;
mod number;
mod place;
mod rate;
mod state;
mod text;

pub use amount::{ANY_AMOUNT, AmountRule, NOT_NEGATIVE, Paise, UNIT_PRICE, fast_amount, plain_number, validate_amount};
pub use bank::{IFSC, MASKED_ACCOUNT, VPA};
pub use contact::{EMAIL, MOBILE, PHONE};
pub use date::{Date, DateForm, fast_date, normalize_date, validate_date};
pub use einvoice::{CURRENCY, IRN, PORT, VEHICLE};
pub use goods::{HSN, UNIT};
#[cfg(feature = "schema")]
pub use gstin::gstin_expression;
pub use gstin::{GSTIN, GSTIN_OR_URP, Gstin, GstinKind, PanHolder, ParseGstinError, TCS_GSTIN, TRANSPORTER};
pub use id::{B2B_ID, CUSTOMER_ID, OBJECT_ID_INVOICE, OBJECT_ID_PAYMENT, OBJECT_ID_SEEN, SELLER_ID};
#[cfg(feature = "bharat-connect")]
pub use invoice_amount::{ITEM_AMOUNT, PERCENT, QUANTITY, RATE};
pub use invoice_number::{INVOICE_NUMBER, SUPPLIER_NUMBER};
pub use number::{Scaled, Scan, scaled, scan, scan_here, whole, without_noise};
pub use place::{COUNTRY, PIN_CODE, pin_fits};
pub use rate::{Rate, RateEntry, RateValidity};
pub use state::{PLACE_OF_SUPPLY, STATE, STATE_OR_ABROAD, State};
#[allow(unused_imports, reason = "for tables that write a rule of their own")]
pub use text::Quotes;
pub use text::{
    ENKASH_FREE, ENKASH_LINE, FREE, LINE, Pattern, REMARKS, TextRule, UTR, content_of, cut, decode, encode, is_untrimmed, normalize_text,
    validate_text,
};

/// Whether normalization is included.
pub const NORMALIZES: bool = cfg!(feature = "normalize");

/// All patterns of the API and of GST law in this library.
pub const PATTERNS: &[&Pattern] = &[
    &id::CUSTOMER_PATTERN,
    &id::SELLER_PATTERN,
    &id::B2B_PATTERN,
    &id::INVOICE_OBJECT_PATTERN,
    &id::PAYMENT_OBJECT_PATTERN,
    &contact::EMAIL_PATTERN,
    &contact::PHONE_PATTERN,
    &contact::ANY_PHONE_PATTERN,
    &invoice_number::RULE46_PATTERN,
    &invoice_number::SUPPLIER_PATTERN,
    &text::REMARKS_PATTERN,
    &text::UTR_PATTERN,
    &place::PIN_PATTERN,
    &place::COUNTRY_PATTERN,
    &goods::HSN_PATTERN,
    &bank::IFSC_PATTERN,
    &bank::VPA_PATTERN,
    &einvoice::IRN_PATTERN,
    &einvoice::VEHICLE_PATTERN,
    &einvoice::CURRENCY_PATTERN,
    &einvoice::PORT_PATTERN,
];

/// All string rules by name, for tests: some are not used by a table yet.
pub const TEXT_RULES: &[(&str, &TextRule)] = &[
    ("B2B_ID", &B2B_ID),
    ("COUNTRY", &COUNTRY),
    ("CURRENCY", &CURRENCY),
    ("CUSTOMER_ID", &CUSTOMER_ID),
    ("EMAIL", &EMAIL),
    ("ENKASH_FREE", &ENKASH_FREE),
    ("ENKASH_LINE", &ENKASH_LINE),
    ("FREE", &FREE),
    ("GSTIN", &GSTIN),
    ("GSTIN_OR_URP", &GSTIN_OR_URP),
    ("HSN", &HSN),
    ("IFSC", &IFSC),
    ("INVOICE_NUMBER", &INVOICE_NUMBER),
    ("IRN", &IRN),
    ("LINE", &LINE),
    ("MASKED_ACCOUNT", &MASKED_ACCOUNT),
    ("MOBILE", &MOBILE),
    ("OBJECT_ID_INVOICE", &OBJECT_ID_INVOICE),
    ("OBJECT_ID_PAYMENT", &OBJECT_ID_PAYMENT),
    ("OBJECT_ID_SEEN", &OBJECT_ID_SEEN),
    ("PHONE", &PHONE),
    ("PIN_CODE", &PIN_CODE),
    ("PLACE_OF_SUPPLY", &PLACE_OF_SUPPLY),
    ("PORT", &PORT),
    ("REMARKS", &REMARKS),
    ("SELLER_ID", &SELLER_ID),
    ("STATE", &STATE),
    ("STATE_OR_ABROAD", &STATE_OR_ABROAD),
    ("SUPPLIER_NUMBER", &SUPPLIER_NUMBER),
    ("TCS_GSTIN", &TCS_GSTIN),
    ("TRANSPORTER", &TRANSPORTER),
    ("UNIT", &UNIT),
    ("UTR", &UTR),
    ("VEHICLE", &VEHICLE),
    ("VPA", &VPA),
];
