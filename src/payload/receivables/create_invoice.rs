//! The POST body of `createInvoice`, as its page documents it.
//!
//! Only the part of the page up to `gstExclusive` was available; the later fields and their types
//! are those of `updateInvoice`.

use super::*;
use crate::value::{AmountRule, CUSTOMER_ID, DateForm, EMAIL, FREE, INVOICE_NUMBER, LINE, MOBILE, NOT_NEGATIVE};

/// The approval statuses that the page of `createInvoice` lists; BANK_REJECTED is not
/// among them.
pub static APPROVAL_STATUS: Choice = Choice {
    words: &[
        "APPROVER_APPROVAL_PENDING",
        "APPROVER_APPROVED",
        "APPROVER_REJECTED",
        "BANK_APPROVED",
        "CHECKER_APPROVAL_PENDING",
        "CHECKER_APPROVED",
        "CHECKER_REJECTED",
        "MAKER_APPROVAL_PENDING",
        "MAKER_APPROVED",
        "MAKER_REJECTED",
    ],
    closed: true,
};

/// The page's minimum for baseAmount, 0.1.
static FROM_TEN_PAISE: AmountRule = AmountRule { minimum: Some(10), ..NOT_NEGATIVE };

payload! {
    /// The body of POST `/api/v0/invoice`.
    CreateInvoice CREATE_INVOICE "EnKash page createInvoice" InvoiceCreation {
        /// Approval status of the invoice.
        optional approval_status "approvalStatus": choice(&APPROVAL_STATUS) => ApprovalStatus;
        /// Balance amount of the invoice, in rupees with at most 2 decimals.
        optional balance_amount "balanceAmount": amount(&NOT_NEGATIVE) => Balance;
        /// Base amount of the invoice, in rupees with at most 2 decimals. At least 0.1.
        required base_amount "baseAmount": amount(&FROM_TEN_PAISE) => Base;
        /// Central Goods and Services Tax amount, in rupees with at most 2 decimals.
        optional cgst "cgst": amount(&NOT_NEGATIVE) => Cgst;
        /// Indicates if the customer is to be charged.
        optional charge_customer "chargeCustomer": flag() => ChargeCustomer;
        /// Unique identifier for the customer. Matches `^KC[A-Z0-9]{14}$`.
        required customer_id "customerId": text(&CUSTOMER_ID) => CustomerId;
        /// Description of the invoice.
        optional description "description": text(&FREE) => Description;
        /// Indicates if the invoice should be dispatched immediately.
        optional dispatch_now "dispatchNow": flag() => DispatchNow;
        /// Due date for the invoice payment, written `2025-12-15`.
        required due_date "dueDate": day() => DueDate;
        /// Email address associated with the invoice.
        optional email_address "emailAddress": text(&EMAIL) => Email;
        /// The caller's id for the invoice.
        optional external_id "externalId": text(&LINE);
        /// Indicates if the GST is exclusive.
        optional gst_exclusive "gstExclusive": flag() => GstExclusive;
        /// Integrated Goods and Services Tax amount, in rupees with at most 2 decimals.
        optional igst "igst": amount(&NOT_NEGATIVE) => Igst;
        /// Date of the invoice, written `2025-11-15T10:30:00`, without a zone.
        recommended invoice_date "invoiceDate": local_time() => InvoiceDate;
        /// Unique number of the invoice.
        recommended invoice_number "invoiceNumber": text(&INVOICE_NUMBER) => InvoiceNumber;
        /// Mobile number associated with the invoice.
        optional mobile_number "mobileNumber": text(&MOBILE) => Mobile;
        /// Net amount of the invoice, in rupees with at most 2 decimals.
        optional net_amount "netAmount": amount(&NOT_NEGATIVE) => Net;
        /// Indicates if partial payment is allowed.
        optional partial_payment_allowed "partialPaymentAllowed": flag() => PartialAllowed;
        /// Reference ID for the payable.
        optional payable_reference_id "payableReferenceId": text(&LINE) => PayableReferenceId;
        /// Purchase order number associated with the invoice.
        optional po_number "poNumber": text(&LINE) => PoNumber;
        /// Status of the receivable.
        optional receivable_status "receivableStatus": text(&LINE) => ReceivableStatus;
        /// State Goods and Services Tax amount, in rupees with at most 2 decimals.
        optional sgst "sgst": amount(&NOT_NEGATIVE) => Sgst;
        /// Tax Deducted at Source amount, in rupees with at most 2 decimals.
        optional tds "tds": amount(&NOT_NEGATIVE) => Tds;
        /// Total amount received for the invoice, in rupees with at most 2 decimals.
        optional total_received "totalReceived": amount(&NOT_NEGATIVE) => Received;
        /// Method through which the invoice was sent.
        optional via "via": text(&LINE) => Via;
    }
}
