//! The amounts of the invoices of Bharat Connect and of their items, most of them as in the e-invoice schema.

use super::amount::{AmountRule, NOT_NEGATIVE};

/// An amount of one item: to ₹ 9,99,99,99,99,999.99. Source: INV-01 v1.1, ItemList.
pub static ITEM_AMOUNT: AmountRule = AmountRule { maximum: 99_999_999_999_999, ..NOT_NEGATIVE };

/// A quantity: 3 decimals, to 9,999,999,999.999. Source: INV-01 v1.1, Qty.
pub static QUANTITY: AmountRule = AmountRule { decimals: 3, maximum: 9_999_999_999_999, ..NOT_NEGATIVE };

/// A rate in percent: 3 decimals, to 999.999. Source: INV-01 v1.1, GstRt.
pub static RATE: AmountRule = AmountRule { decimals: 3, maximum: 999_999, ..NOT_NEGATIVE };

/// A percentage with a documented range: 0 to 100.
pub static PERCENT: AmountRule = AmountRule { decimals: 3, maximum: 100_000, ranged: true, ..NOT_NEGATIVE };
