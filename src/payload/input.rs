//! What callers give beside a payload. It is read by the same reader, so a mistyped
//! option is told with the nearest name instead of being ignored.

use super::*;
use crate::value::{DateForm, GSTIN, LINE, PLACE_OF_SUPPLY, SELLER_ID, STATE};

static LOCALES: Choice = Choice { words: &["en"], closed: true };

payload! {
    /// What a check may be told beside the payload.
    CheckOptions OPTIONS "options of bijak" Input {
        /// The invoice as it stands: a PATCH is then judged on the invoice that would result.
        optional current "current": opaque() => Setting::Current;
        /// Today's date, written `2025-11-21`; without it no rule asks for the day.
        optional today "today": day() => Setting::Today;
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
