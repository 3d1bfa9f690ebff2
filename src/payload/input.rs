//! The options and the target that callers pass. They are read by the same reader as payloads, so a
//! misspelled option is reported with the nearest name instead of being ignored. So are the recipes, which are
//! with the family whose payloads they compute.

use super::*;
use crate::value::{DateForm, LINE, SELLER_ID};

/// Whether a recipe rounds its total.
pub(in crate::payload) static ROUNDINGS: Choice = Choice { words: &["none", "rupee"], closed: true };

static LOCALES: Choice = Choice { words: &["en", "hi"], closed: true };
static TOLERANCES: Choice = Choice { words: &["irp", "exact"], closed: true };
static STRICTNESSES: Choice = Choice { words: &["lenient", "documented"], closed: true };

payload! {
    /// Labels of the kinds of amounts, in place of the usual ones; case and separators do not matter.
    ValueWords VALUE_WORDS "options of bijak" CallerInput {
        /// Central GST.
        optional cgst "CGST": texts();
        /// State or Union Territory GST.
        optional sgst "SGST": texts();
        /// Integrated GST.
        optional igst "IGST": texts();
        /// Compensation cess by value.
        optional cess "CESS": texts();
        /// Compensation cess by quantity.
        optional cess_non_advol "CESS_NON_ADVOL": texts();
        /// Cess of a state by value.
        optional state_cess "STATE_CESS": texts();
        /// Cess of a state by quantity.
        optional state_cess_non_advol "STATE_CESS_NON_ADVOL": texts();
        /// Discount.
        optional discount "DISCOUNT": texts();
        /// Other charges.
        optional other_charges "OTHER_CHARGES": texts();
        /// Round-off.
        optional round_off "ROUND_OFF": texts();
        /// An amount before tax that is not part of any sum.
        optional pre_tax "PRE_TAX": texts();
    }

    /// The options of a check.
    CheckOptions OPTIONS "options of bijak" CallerInput {
        /// The current invoice: a PATCH is then validated against the invoice that would result.
        optional current "current": opaque() => OptionTerm::Current;
        /// Today's date, written `2025-11-21`; if omitted, rules about future dates are skipped.
        optional today "today": day() => OptionTerm::Today;
        /// What the net amount of a receivables invoice holds besides the base amount and the taxes, in rupees: tax
        /// collected at source, freight, cess; negative for a reduction.
        optional other_charges "otherCharges": decimal(SignedAmount) => OptionTerm::OtherCharges;
        /// Allowed rounding difference of amounts in a nested invoice: `irp` (default; from one rupee
        /// below the exact value rounded down to one rupee above it rounded up) or `exact`.
        optional tolerance "tolerance": choice(&TOLERANCES) => OptionTerm::Tolerance;
        /// How inferred transitions of the life-cycle are reported: `lenient` (default) as warnings,
        /// `documented` as errors.
        optional lifecycle "lifecycle": choice(&STRICTNESSES) => OptionTerm::Lifecycle;
        /// The labels that identify tax, discount and charge entries of a nested invoice, if they are
        /// not the usual ones.
        optional words "words": object(ValueWords VALUE_WORDS) => OptionTerm::Words;
        /// The language of messages.
        optional locale "locale": choice(&LOCALES) => OptionTerm::Locale;
        /// Maximum size of a payload in bytes; 8 MiB by default.
        optional max_bytes "maxBytes": int(1, 268_435_456) => OptionTerm::MaxBytes;
        /// Maximum nesting depth in levels; 64 by default.
        optional max_depth "maxDepth": int(1, 100_000) => OptionTerm::MaxDepth;
        /// Maximum number of listed findings; 1000 by default. Further ones are counted.
        optional max_findings "maxFindings": int(0, 1_000_000) => OptionTerm::MaxFindings;
        /// Whether the values of personal fields are hidden in findings.
        optional mask "mask": flag() => OptionTerm::Mask;
    }

    /// The target of a request.
    Target TARGET "EnKash page updateInvoice" CallerInput {
        /// The invoice to change; `updateInvoice` requires it.
        optional invoice_id "invoiceId": text(&LINE) => OptionTerm::InvoiceId;
        /// The selling company, `^CEK[A-Z0-9]{7}$`.
        optional seller_id "sellerId": text(&SELLER_ID) => OptionTerm::SellerId;
    }
}
