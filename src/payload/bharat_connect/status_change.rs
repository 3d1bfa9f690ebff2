//! Actions on invoices and payments by the two sides: Change Invoice Status, Confirm Invoice,
//! Pay Invoices and Payment Confirmation.

use super::*;
use crate::value::{DateForm, OBJECT_ID_INVOICE, OBJECT_ID_PAYMENT, OBJECT_ID_SEEN, REMARKS, SUPPLIER_NUMBER, TextRule, UTR};

/// The actions of a supplier: the page shows CANCEL and no list.
static SUPPLIER_ACTION: Choice = Choice { words: &["CANCEL"], closed: false };

static BUYER_RESPONSE: Choice = Choice { words: &["ACCEPT", "REJECT", "RETURN"], closed: true };

static SUPPLIER_RESPONSE: Choice = Choice { words: &["ACCEPT", "REJECT"], closed: true };

static PAYMENT_TYPE: Choice = Choice { words: &["ONPLATFORM", "OFFPLATFORM"], closed: true };

static PAYMENT_MODES: Choice = Choice {
    words: &[
        "INTERNET BANKING",
        "DEBIT CARD",
        "CREDIT CARD",
        "IMPS",
        "CASH",
        "UPI",
        "WALLET",
        "NEFT",
        "PREPAID CARD",
        "ACCOUNT TRANSFER",
        "CHEQUE",
    ],
    closed: true,
};

static RUPEES: Choice = Choice { words: &["INR"], closed: true };

payload! {
    /// The body of POST `/api/v0/invoice/req-status-change-invoice`. The page shows only
    /// an example; what Confirm Invoice requires is most likely required here.
    ChangeInvoiceStatus CHANGE_INVOICE_STATUS "EnKash page Change Invoice Status" Free {
        /// The device that the call comes from.
        recommended device "device": object(Device DEVICE);
        /// The two sides.
        required b2b_ids "b2bIds": object(B2bIds B2B_IDS);
        /// The status change.
        required invoice_status "invoiceStatus": object(InvoiceStatusChange INVOICE_STATUS_CHANGE);
    }

    /// An action of the supplier on an invoice.
    InvoiceStatusChange INVOICE_STATUS_CHANGE "EnKash page Change Invoice Status" StatusChange {
        /// Id of the invoice at Bharat Connect: `INV` and 32 letters or digits.
        recommended object_id "objectId": text(&OBJECT_ID_SEEN) => StatusCallTerm::ObjectId;
        /// The supplier's number of the invoice, 1 to 50 characters.
        recommended supplier_invoice_number "supplierInvoiceNumber": text(&SUPPLIER_NUMBER) => StatusCallTerm::Number;
        /// The version of the invoice.
        recommended object_version "objectVersion": object(ObjectVersion OBJECT_VERSION) => StatusCallTerm::Version;
        /// The action of the supplier; the page shows CANCEL.
        recommended supplier_action "supplierAction": choice(&SUPPLIER_ACTION) => StatusCallTerm::Action;
        /// The reason, 1 to 100 characters.
        recommended supplier_remarks "supplierRemarks": text_length(1, 100) => StatusCallTerm::Remarks;
        /// The transition to the new status.
        recommended status_transition "statusTransition": object(StatusTransition STATUS_TRANSITION) => StatusCallTerm::Transition;
    }

    /// The body of POST `/api/v0/invoice/req-confirm-invoice`.
    ConfirmInvoice CONFIRM_INVOICE "EnKash page Confirm Invoice" Free {
        /// The device that the call comes from.
        required device "device": object(Device DEVICE);
        /// The two sides.
        required b2b_ids "b2bIds": object(B2bIds B2B_IDS);
        /// The confirmation by the buyer.
        required invoice_confirmation "invoiceConfirmation": object(InvoiceConfirmation INVOICE_CONFIRMATION);
    }

    /// A buyer's confirmation of an invoice.
    InvoiceConfirmation INVOICE_CONFIRMATION "EnKash page Confirm Invoice" Confirmation {
        /// Id of the invoice at Bharat Connect: `INV` and 32 letters or digits.
        required object_id "objectId": text(&OBJECT_ID_INVOICE) => StatusCallTerm::ObjectId;
        /// The supplier's number of the invoice, 1 to 50 characters.
        required supplier_invoice_number "supplierInvoiceNumber": text(&SUPPLIER_NUMBER) => StatusCallTerm::Number;
        /// The version of the invoice.
        required object_version "objectVersion": object(ObjectVersion OBJECT_VERSION) => StatusCallTerm::Version;
        /// Whether the buyer accepts, rejects or returns it.
        required buyer_response "buyerResponse": choice(&BUYER_RESPONSE) => StatusCallTerm::Action;
        /// The reason, 1 to 100 characters.
        required buyer_remarks "buyerRemarks": text(&REMARKS) => StatusCallTerm::Remarks;
        /// The transition to the new status.
        required status_transition "statusTransition": object(StatusTransition STATUS_TRANSITION) => StatusCallTerm::Transition;
    }

    /// The body of POST `/api/v0/payment/req-pay`.
    PayInvoice PAY_INVOICE "EnKash page Pay Invoices" Free {
        /// The device that the call comes from.
        required device "device": object(Device DEVICE);
        /// The two sides.
        required b2b_ids "b2bIds": object(B2bIds B2B_IDS);
        /// The payment.
        required payment "payment": object(Payment PAYMENT);
    }

    /// A payment of invoices.
    Payment PAYMENT "EnKash page Pay Invoices" Free {
        /// Id of the payment at Bharat Connect: `PMT` and 32 letters or digits.
        required object_id "objectId": text(&OBJECT_ID_PAYMENT);
        /// When it is made; the page shows no format.
        required ts "ts": any_date();
        /// Whether it is made on or off the platform.
        required kind "type": choice(&PAYMENT_TYPE);
        /// The mode of payment.
        required mode "mode": choice(&PAYMENT_MODES);
        /// The bank's reference, 1 to 50 characters.
        required utr "utr": text(&UTR);
        /// The currency: rupees.
        required currency "currency": choice(&RUPEES);
        /// The amount, in rupees; the page was not available for its fields.
        required payment_amount "paymentAmount": opaque_object();
        /// The invoices that it pays; the page was not available for their fields.
        required invoices_pay_infos "invoicesPayInfos": opaques();
        /// Additional information.
        optional additional_infos "additionalInfos": list(AdditionalInfo ADDITIONAL_INFO);
    }

    /// The body of POST `/api/v0/payment/req-pay-confirmation`.
    ConfirmPayment CONFIRM_PAYMENT "EnKash page Payment Confirmation" Free {
        /// The device that the call comes from.
        recommended device "device": object(Device DEVICE);
        /// The two sides.
        required b2b_ids "b2bIds": object(B2bIds B2B_IDS);
        /// The confirmation by the supplier.
        required payment_confirmation "paymentConfirmation": object(PaymentConfirmation PAYMENT_CONFIRMATION);
    }

    /// A supplier's confirmation of a payment.
    PaymentConfirmation PAYMENT_CONFIRMATION "EnKash page Payment Confirmation" PaymentConfirmation {
        /// Id of the payment at Bharat Connect: `PMT` and 32 letters or digits.
        required object_id "objectId": text(&OBJECT_ID_PAYMENT) => StatusCallTerm::ObjectId;
        /// The time; the page shows no format.
        required ts "ts": any_date();
        /// Whether the payment was made on or off the platform.
        required kind "type": choice(&PAYMENT_TYPE) => StatusCallTerm::Kind;
        /// Whether the supplier accepts or rejects it; REJECT only for payments off the platform.
        required supplier_response "supplierResponse": choice(&SUPPLIER_RESPONSE) => StatusCallTerm::Action;
        /// The reason, 1 to 100 characters.
        required supplier_remarks "supplierRemarks": text(&REMARKS) => StatusCallTerm::Remarks;
        /// The invoices that the payment settles.
        required invoice_infos "invoiceInfos": list(PaidInvoice PAID_INVOICE) => StatusCallTerm::Invoices;
    }

    /// An invoice that a payment settles. The page only names its fields; what Confirm
    /// Invoice requires is most likely required here.
    PaidInvoice PAID_INVOICE "EnKash page Payment Confirmation" PaidInvoice {
        /// Id of the invoice at Bharat Connect.
        recommended object_id "objectId": text(&OBJECT_ID_SEEN) => StatusCallTerm::ObjectId;
        /// The supplier's number of the invoice, 1 to 50 characters.
        recommended supplier_invoice_number "supplierInvoiceNumber": text(&SUPPLIER_NUMBER) => StatusCallTerm::Number;
        /// The version of the invoice.
        recommended object_version "objectVersion": object(ObjectVersion OBJECT_VERSION) => StatusCallTerm::Version;
        /// The transition to the new status.
        recommended status_transition "statusTransition": object(StatusTransition STATUS_TRANSITION) => StatusCallTerm::Transition;
    }
}
