//! What callers give beside a payload. It is read by the same reader, so a mistyped
//! option is told with the nearest name instead of being ignored.

use super::*;
use crate::value::{DateForm, GSTIN, LINE, PLACE_OF_SUPPLY, SELLER_ID, STATE};

static LOCALES: Choice = Choice { words: &["en"], closed: true };

static TOLERANCES: Choice = Choice { words: &["irp", "exact"], closed: true };
static STRICTNESSES: Choice = Choice { words: &["lenient", "documented"], closed: true };

payload! {
    /// Words for the kinds of values, instead of the usual ones; case and separators do not matter.
    ValueWords VALUE_WORDS "options of bijak" Input {
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
        /// What is taken off.
        optional discount "DISCOUNT": texts();
        /// What is charged besides.
        optional other_charges "OTHER_CHARGES": texts();
        /// What rounding adds or takes.
        optional round_off "ROUND_OFF": texts();
        /// A value before tax that no sum counts.
        optional pre_tax "PRE_TAX": texts();
    }

    /// What a check may be told beside the payload.
    CheckOptions OPTIONS "options of bijak" Input {
        /// The invoice as it stands: a PATCH is then judged on the invoice that would result.
        optional current "current": opaque() => Setting::Current;
        /// Today's date, written `2025-11-21`; without it no rule asks for the day.
        optional today "today": day() => Setting::Today;
        /// How far an amount of a nested invoice may lie from what it should be: `irp` (from one
        /// rupee below the exact value rounded down to one above it rounded up) unless told.
        optional tolerance "tolerance": choice(&TOLERANCES) => Setting::Tolerance;
        /// Which steps of the life-cycle are accepted: `lenient`, with a warning for those that
        /// are inferred, unless told.
        optional lifecycle "lifecycle": choice(&STRICTNESSES) => Setting::Lifecycle;
        /// The words by which the values of a nested invoice say what they are, where they are
        /// not the usual ones.
        optional words "words": object(ValueWords VALUE_WORDS) => Setting::Words;
        /// The language of messages.
        optional locale "locale": choice(&LOCALES);
        /// The largest payload that is read, in bytes; 8 MiB unless told.
        optional max_bytes "maxBytes": int(1, 268_435_456) => Setting::MaxBytes;
        /// The deepest nesting that is read, in levels; 64 unless told.
        optional max_depth "maxDepth": int(1, 100_000) => Setting::MaxDepth;
        /// How many findings are listed; 1000 unless told. More are counted.
        optional max_findings "maxFindings": int(0, 1_000_000) => Setting::MaxFindings;
        /// Whether the values of personal fields are hidden in findings.
        optional mask "mask": flag() => Setting::Mask;
    }

    /// Where a request goes.
    Target TARGET "EnKash page updateInvoice" Input {
        /// The invoice to change; `updateInvoice` requires it.
        optional invoice_id "invoiceId": text(&LINE) => Setting::InvoiceId;
        /// The selling company, `^CEK[A-Z0-9]{7}$`.
        optional seller_id "sellerId": text(&SELLER_ID) => Setting::SellerId;
    }

    /// What the taxes and totals of an invoice are worked out from.
    Gst GST "recipe of bijak" Input {
        /// The price in rupees: without the taxes, or with them if `inclusive`.
        required base "base": decimal(Amount) => Base;
        /// The rate of GST in percent: 18 for 18 %.
        required rate "rate": decimal(Rate) => Rate;
        /// Whether the price includes the taxes; false unless told.
        optional inclusive "inclusive": flag() => Inclusive;
        /// The supplier's state by its two-digit code.
        optional supplier_state "supplierState": text(&STATE) => SupplierState;
        /// The supplier's GSTIN, which names the state too.
        optional supplier_gstin "supplierGstin": text(&GSTIN) => SupplierGstin;
        /// The state that the supply goes to.
        optional place_of_supply "placeOfSupply": text(&PLACE_OF_SUPPLY) => PlaceOfSupply;
        /// Whether IGST is due: instead of the two states, or true for SEZ and exports.
        optional inter_state "interState": flag() => InterState;
        /// Tax deducted at source, in rupees.
        optional tds "tds": decimal(Amount) => Tds;
        /// What was received already, in rupees.
        optional received "received": decimal(Amount) => Received;
        /// Whether netAmount is told after tds; false unless told.
        optional net_after_tds "netAfterTds": flag() => NetAfterTds;
    }
}
