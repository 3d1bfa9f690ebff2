//! The objects that the calls of Bharat Connect share.

use super::*;
use crate::value::{B2B_ID, ENKASH_LINE, FREE};

payload! {
    /// The device that a call comes from.
    Device DEVICE "EnKash pages of Bharat Connect" Free {
        /// A property of the device.
        required tag "tag": object(Tag TAG);
    }

    /// A property of a device.
    Tag TAG "EnKash page Change Invoice Status" Free {
        /// The name; the page shows GEOCODE.
        optional name "name": text(&ENKASH_LINE);
        /// Its value.
        optional value "value": text(&ENKASH_LINE);
    }

    /// The ids of the two sides of an invoice at Bharat Connect.
    B2bIds B2B_IDS "EnKash pages of Bharat Connect, b2bIds" Free {
        /// Id of the buyer. Matches `^([^\\\"]){1,100}$`.
        required buyer_b2b_id "buyerB2BId": text(&B2B_ID) => PartyIdsTerm::Buyer;
        /// Id of the supplier. Matches `^([^\\\"]){1,100}$`.
        required supplier_b2b_id "supplierB2BId": text(&B2B_ID) => PartyIdsTerm::Supplier;
    }

    /// The version of an invoice, before and after a call.
    ObjectVersion OBJECT_VERSION "EnKash pages of Bharat Connect, objectVersion" Version {
        /// The version before.
        required current_version "currentVersion": int(-2_147_483_648, 2_147_483_647) => VersionTerm::Current;
        /// The version after.
        required new_version "newVersion": int(-2_147_483_648, 2_147_483_647) => VersionTerm::New;
    }

    /// The transition from one status to the next. No page lists the values here; the known ones
    /// are the statuses of `nbblInvoiceStatus`.
    StatusTransition STATUS_TRANSITION "EnKash pages of Bharat Connect, statusTransition" Transition {
        /// The status before.
        required current_status "currentStatus": choice(&NBBL_STATUS_SEEN) => TransitionTerm::From;
        /// The status after.
        required new_status "newStatus": choice(&NBBL_STATUS_SEEN) => TransitionTerm::To;
    }

    /// Additional information.
    AdditionalInfo ADDITIONAL_INFO "EnKash pages of Bharat Connect, additionalInfo" Free {
        /// What it is.
        optional name "name": text(&ENKASH_LINE);
        /// Its value.
        optional value "value": text(&ENKASH_LINE);
    }

    /// The response of the Bharat Connect calls.
    B2bAnswer B2B_ANSWER "EnKash page Change Invoice Status" Free {
        /// The result; SUCCESS on success.
        response payload "payload": text(&FREE);
        /// 0 for success.
        required response_code "response_code": int(-2_147_483_648, 2_147_483_647);
        /// The result as a string.
        required response_message "response_message": text(&FREE);
    }
}
