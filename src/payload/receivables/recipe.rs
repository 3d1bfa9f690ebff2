//! The recipe of a receivables invoice.

use super::*;
use crate::payload::input::ROUNDINGS;
use crate::value::{GSTIN, PLACE_OF_SUPPLY, STATE};

payload! {
    /// The inputs from which the taxes and totals of an invoice are computed.
    Gst GST "recipe of bijak" CallerInput {
        /// The price in rupees: without the taxes, or with them if `inclusive`.
        required base "base": decimal(Amount) => Base;
        /// The rate of GST in percent: 18 for 18 %.
        required rate "rate": decimal(Rate) => Rate;
        /// Whether the price includes the taxes; false by default.
        optional inclusive "inclusive": flag() => Inclusive;
        /// The supplier's state by its two-digit code.
        optional supplier_state "supplierState": text(&STATE) => SupplierState;
        /// The supplier's GSTIN, which contains the state.
        optional supplier_gstin "supplierGstin": text(&GSTIN) => SupplierGstin;
        /// The place of supply.
        optional place_of_supply "placeOfSupply": text(&PLACE_OF_SUPPLY) => PlaceOfSupply;
        /// Whether IGST is due: instead of the two states, or true for SEZ and exports.
        optional inter_state "interState": flag() => InterState;
        /// Tax deducted at source, in rupees.
        optional tds "tds": decimal(Amount) => Tds;
        /// The amount already received, in rupees.
        optional received "received": decimal(Amount) => Received;
        /// Whether netAmount is the amount after tds; false by default.
        optional net_after_tds "netAfterTds": flag() => NetAfterTds;
        /// What netAmount holds besides the price and the taxes, in rupees: tax collected at source, freight, cess; negative
        /// for a reduction.
        optional other_charges "otherCharges": decimal(SignedAmount) => OtherCharges;
        /// Whether netAmount is rounded: `rupee` (to the rupee, half up) or `none` (default).
        optional round_off "roundOff": choice(&ROUNDINGS) => Rounding;
    }
}
