//! Single values: how each kind is read, judged and tidied.
//!
//! Every judge takes a [`Subject`](crate::report::Subject) and pushes the faults it
//! finds; every `tidy` returns the mended text, or nothing where there is nothing to
//! mend or the right form would be a guess.

mod amount;
mod contact;
mod date;
mod gstin;
mod id;
mod invoice_number;
mod number;
mod rate;
mod state;
mod text;

pub use amount::{
    ANY_AMOUNT, AmountRule, ITEM_AMOUNT, NOT_NEGATIVE, PERCENT, Paise, QUANTITY, RATE, UNIT_PRICE, judge_amount, plain_amount, plain_number,
};
pub use contact::{EMAIL, MOBILE};
pub use date::{Date, DateForm, judge_date, plain_date, tidy_date};
pub use gstin::{GSTIN, Gstin, GstinKind, NoGstin, PanHolder};
pub use id::{CUSTOMER_ID, SELLER_ID};
pub use invoice_number::INVOICE_NUMBER;
pub use number::{Scaled, Scan, mended_noise, scaled, scan, scan_here};
pub use rate::{Force, Rate, Schedule};
pub use state::{PLACE_OF_SUPPLY, STATE, State};
pub use text::{FREE, LINE, Pattern, TextRule, decode, encode, is_untrimmed, tidy_text};

/// Every pattern of the API and of the law that this library knows.
pub const PATTERNS: &[&Pattern] =
    &[&id::CUSTOMER_PATTERN, &id::SELLER_PATTERN, &contact::EMAIL_PATTERN, &contact::PHONE_PATTERN, &invoice_number::RULE46_PATTERN];
