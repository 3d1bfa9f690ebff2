//! The PATCH body of `updateInvoice`, as its page documents it.

use super::*;
use crate::value::{CUSTOMER_ID, DateForm, EMAIL, FREE, INVOICE_NUMBER, LINE, MOBILE, NOT_NEGATIVE};

payload! {
    /// The body of PATCH `/api/v0/invoice/{invoiceId}`: only the given fields are changed.
    UpdateInvoice UPDATE_INVOICE "EnKash page updateInvoice" InvoicePatch {
        /// Approval status of the invoice; this page lists no values for it.
        nullable approval_status "approvalStatus": text(&LINE) => ApprovalStatus;
        /// Balance amount of the invoice, in rupees with at most 2 decimals.
        nullable balance_amount "balanceAmount": amount(&NOT_NEGATIVE) => Balance;
        /// Base amount of the invoice, in rupees with at most 2 decimals.
        nullable base_amount "baseAmount": amount(&NOT_NEGATIVE) => Base;
        /// Central Goods and Services Tax amount, in rupees with at most 2 decimals.
        nullable cgst "cgst": amount(&NOT_NEGATIVE) => Cgst;
        /// Indicates if the customer is to be charged.
        nullable charge_customer "chargeCustomer": flag() => ChargeCustomer;
        /// Unique identifier for the customer. Matches `^KC[A-Z0-9]{14}$`.
        optional customer_id "customerId": text(&CUSTOMER_ID) => CustomerId;
        /// Description of the invoice.
        nullable description "description": text(&FREE) => Description;
        /// Indicates if the invoice should be dispatched immediately.
        nullable dispatch_now "dispatchNow": flag() => DispatchNow;
        /// Due date for the invoice payment, written `2025-12-15`.
        nullable due_date "dueDate": day() => DueDate;
        /// Email address associated with the invoice.
        nullable email_address "emailAddress": text(&EMAIL) => Email;
        /// Indicates if the GST is exclusive.
        nullable gst_exclusive "gstExclusive": flag() => GstExclusive;
        /// Integrated Goods and Services Tax amount, in rupees with at most 2 decimals.
        nullable igst "igst": amount(&NOT_NEGATIVE) => Igst;
        /// Date of the invoice, written `2025-11-15T10:30:00`, without a zone.
        nullable invoice_date "invoiceDate": local_time() => InvoiceDate;
        /// Unique number of the invoice.
        nullable invoice_number "invoiceNumber": text(&INVOICE_NUMBER) => InvoiceNumber;
        /// Mobile number associated with the invoice.
        nullable mobile_number "mobileNumber": text(&MOBILE) => Mobile;
        /// Net amount of the invoice, in rupees with at most 2 decimals.
        nullable net_amount "netAmount": amount(&NOT_NEGATIVE) => Net;
        /// Indicates if partial payment is allowed.
        nullable partial_payment_allowed "partialPaymentAllowed": flag() => PartialAllowed;
        /// Reference ID for the payable.
        nullable payable_reference_id "payableReferenceId": text(&LINE) => PayableReferenceId;
        /// Purchase order number associated with the invoice.
        nullable po_number "poNumber": text(&LINE) => PoNumber;
        /// Status of the receivable.
        nullable receivable_status "receivableStatus": text(&LINE) => ReceivableStatus;
        /// State Goods and Services Tax amount, in rupees with at most 2 decimals.
        nullable sgst "sgst": amount(&NOT_NEGATIVE) => Sgst;
        /// Tax Deducted at Source amount, in rupees with at most 2 decimals.
        nullable tds "tds": amount(&NOT_NEGATIVE) => Tds;
        /// Total amount received for the invoice, in rupees with at most 2 decimals.
        nullable total_received "totalReceived": amount(&NOT_NEGATIVE) => Received;
        /// Method through which the invoice was sent.
        nullable via "via": text(&LINE) => Via;
    }
}
