//! The response of the receivables endpoints, as the page of `updateInvoice` documents it.

use super::*;
use crate::value::{CUSTOMER_ID, DateForm, EMAIL, FREE, INVOICE_NUMBER, LINE, MOBILE, NOT_NEGATIVE, SELLER_ID};

static ERROR_TYPE: Choice = Choice {
    words: &[
        "CLIENT_REQUEST_ABORT",
        "CLIENT_REQUEST_ERROR",
        "INVALID_ACCESS",
        "RECORD_NOT_FOUND",
        "SYSTEM_ERROR",
        "UNAUTHORIZED",
        "UNKNOWN_ERROR",
        "UNPROCESSABLE_REQUEST",
        "VALIDATION_ERROR",
    ],
    closed: true,
};

payload! {
    /// A status with its label; the page's example of a name is `PAID`.
    EnumModel ENUM_MODEL "EnKash page updateInvoice" Free {
        /// The label shown to people.
        response label "label": text(&LINE);
        /// The name of the status for programs.
        response name "name": text(&LINE) => Name;
    }

    /// A file that belongs to an invoice.
    InvoiceAttachment INVOICE_ATTACHMENT "EnKash page updateInvoice" Free {
        /// The origin; the page shows TALLY_INVOICE.
        response attachment_source "attachmentSource": text(&LINE);
        /// Id of the user who added it.
        response created_by "createdBy": text(&LINE);
        /// Whether it was deleted.
        response deleted "deleted": flag();
        /// Extension of the file's name.
        response file_ext "fileExt": text(&LINE);
        /// Id of the attachment.
        response invoice_attachment_id "invoiceAttachmentId": text(&LINE);
        /// Id of the user who last changed it.
        response modified_by "modifiedBy": text(&LINE);
        /// Name of the file.
        response original_filename "originalFilename": text(&LINE);
        /// Whether it is the main one.
        response primary "primary": flag();
        /// Id of the object that it belongs to.
        response reference_id "referenceId": text(&LINE);
        /// Remarks.
        response remarks "remarks": text(&FREE);
        /// Whether it is shared.
        response shared "shared": flag();
        /// Download URL.
        response url "url": text(&LINE);
    }

    /// The error of a call.
    ErrorResponse ERROR_RESPONSE "EnKash page updateInvoice" Free {
        /// Details; the page does not show their fields.
        response api_sub_errors "apiSubErrors": opaques();
        /// The error message.
        response error_message "errorMessage": text(&FREE);
        /// The type of the error.
        response error_type "errorType": choice(&ERROR_TYPE);
        /// Id of the request, for EnKash support.
        response request_id "requestId": text(&LINE);
        /// The time, written `2025-11-15 10:30:00`.
        response timestamp "timestamp": stamp();
    }

    /// The current invoice at EnKash.
    InvoiceResponse INVOICE_RESPONSE "EnKash page updateInvoice" StoredInvoice {
        /// Approval status.
        response approval_status "approvalStatus": object(EnumModel ENUM_MODEL) => ApprovalStatus;
        /// Download URL of the attachment.
        response attachment_url "attachmentUrl": text(&LINE);
        /// Balance amount, in rupees with at most 2 decimals.
        response balance_amount "balanceAmount": amount(&NOT_NEGATIVE) => Balance;
        /// Base amount, in rupees with at most 2 decimals.
        response base_amount "baseAmount": amount(&NOT_NEGATIVE) => Base;
        /// Central GST, in rupees with at most 2 decimals.
        response cgst "cgst": amount(&NOT_NEGATIVE) => Cgst;
        /// Id of the user who created the invoice.
        response created_by "createdBy": text(&LINE);
        /// Email address of that user.
        response created_by_email "createdByEmail": text(&EMAIL);
        /// Mobile number of that user.
        response created_by_mobile "createdByMobile": text(&MOBILE);
        /// Name of that user.
        response created_by_name "createdByName": text(&LINE);
        /// When it was created, written `2025-11-15T10:30:00+05:30`.
        response created_on "createdOn": instant();
        /// Id of the customer.
        response customer_id "customerId": text(&CUSTOMER_ID) => CustomerId;
        /// Legal name of the customer.
        response customer_legal_name "customerLegalName": text(&LINE);
        /// Description.
        response description "description": text(&FREE) => Description;
        /// Whether it was dispatched.
        response dispatched "dispatched": flag();
        /// When it was dispatched, written `2025-11-15T10:30:00+05:30`.
        response dispatched_on "dispatchedOn": instant();
        /// Due date, written `2025-12-15`.
        response due_date "dueDate": day() => DueDate;
        /// The caller's id.
        response external_id "externalId": text(&LINE);
        /// Whether the customer has contacts on record.
        response has_key_contacts "hasKeyContacts": flag() => HasContacts;
        /// Integrated GST, in rupees with at most 2 decimals.
        response igst "igst": amount(&NOT_NEGATIVE) => Igst;
        /// Attachments.
        response invoice_attachments "invoiceAttachments": list(InvoiceAttachment INVOICE_ATTACHMENT);
        /// Date of the invoice, written `2025-11-15T10:30:00+05:30`.
        response invoice_date "invoiceDate": instant() => InvoiceDate;
        /// Id of the invoice.
        response invoice_id "invoiceId": text(&LINE);
        /// Number of the invoice.
        response invoice_number "invoiceNumber": text(&INVOICE_NUMBER) => InvoiceNumber;
        /// Id of the user who last changed it.
        response modified_by "modifiedBy": text(&LINE);
        /// Email address of that user.
        response modified_by_email "modifiedByEmail": text(&EMAIL);
        /// Mobile number of that user.
        response modified_by_mobile "modifiedByMobile": text(&MOBILE);
        /// Name of that user.
        response modified_by_name "modifiedByName": text(&LINE);
        /// When it was last changed, written `2025-11-15T10:30:00+05:30`.
        response modified_on "modifiedOn": instant();
        /// Net amount, in rupees with at most 2 decimals.
        response net_amount "netAmount": amount(&NOT_NEGATIVE) => Net;
        /// Whether part payments are allowed.
        response partial_payment_allowed "partialPaymentAllowed": flag() => PartialAllowed;
        /// Reference id for the payable.
        response payable_reference_id "payableReferenceId": text(&LINE) => PayableReferenceId;
        /// URL of the payment page.
        response payment_link "paymentLink": text(&LINE);
        /// Status of the payout.
        response payout_status "payoutStatus": object(EnumModel ENUM_MODEL);
        /// Purchase order number.
        response po_number "poNumber": text(&LINE) => PoNumber;
        /// Status of the receivable.
        response receivable_status "receivableStatus": object(EnumModel ENUM_MODEL) => ReceivableStatus;
        /// Id of the selling company.
        response seller_id "sellerId": text(&SELLER_ID);
        /// State GST, in rupees with at most 2 decimals.
        response sgst "sgst": amount(&NOT_NEGATIVE) => Sgst;
        /// Tax deducted at source, in rupees with at most 2 decimals.
        response tds "tds": amount(&NOT_NEGATIVE) => Tds;
        /// Total received, in rupees with at most 2 decimals.
        response total_received "totalReceived": amount(&NOT_NEGATIVE) => Received;
        /// Method through which it was sent.
        response via "via": text(&LINE) => Via;
    }

    /// The response of a call: a payload or an error.
    InvoiceResponseEnvelope INVOICE_RESPONSE_ENVELOPE "EnKash page updateInvoice" Free {
        /// The error, if any.
        response error_response "errorResponse": object(ErrorResponse ERROR_RESPONSE);
        /// The invoice.
        response payload "payload": object(InvoiceResponse INVOICE_RESPONSE);
        /// 0 for success.
        response response_code "response_code": int(-2_147_483_648, 2_147_483_647);
        /// The result as a string.
        response response_message "response_message": text(&FREE);
    }
}
