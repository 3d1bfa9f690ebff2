//! EnKash's flat invoice for Bharat Connect: the body of Create Invoice and Edit Invoice, as the
//! pages of their request webhooks show it (2025-07 and 2024-10, the same fields).

use super::*;
use crate::value::{DateForm, EMAIL, ENKASH_FREE, ENKASH_LINE, HSN, INVOICE_NUMBER, NOT_NEGATIVE, PERCENT, PHONE};

/// The approval statuses of this page: those of `createInvoice` and BANK_REJECTED.
static INTERNAL_APPROVAL_STATUS: Choice = Choice { words: APPROVALS, closed: true };

static PAYMENT_STATUS: Choice = Choice {
    words: &[
        "INIT",
        "PROCESS",
        "SUCCESS",
        "FAILED",
        "PENDING",
        "CANCELLED",
        "EXPIRED",
        "PARTIAL_REFUNDED",
        "REFUNDED",
        "IN_PROCESS",
        "AUTHENTICATION_IN_PROCESS",
        "OTP_RENDERED",
        "CHECKOUT_RENDERED",
        "MPI_PROCESSED",
        "MPI_RENDERED",
        "REFUND_IN_PROGRESS",
        "REFUND_REQUESTED",
        "PENDING_WITH_BANK",
        "SWAPPED",
        "PAID_OFFLINE",
        "PARTIAL_PAID",
    ],
    closed: true,
};

static INVOICE_STATUS: Choice = Choice { words: &["PAID", "UNPAID", "PARTIAL_PAID", "REFUNDED"], closed: true };

static PAYMENT_MODE: Choice = Choice {
    words: &[
        "CREDIT_CARD",
        "DEBIT_CARD",
        "NET_BANKING",
        "UPI",
        "PREPAID_CARD",
        "INVALID_PAYMENT_MODE",
        "SEAMLESS_BANKING",
        "VIRTUAL_ACCOUNT",
        "TALLY_PAYMENT",
        "ENKASH_COIN",
        "CASH",
        "CHEQUE",
        "ACCOUNT_TRANSFER",
    ],
    closed: true,
};

static PRODUCT_CODE: Choice = Choice { words: &["INV001", "INV002", "INV003", "INV004", "INV005"], closed: true };

static PAID_THROUGH: Choice = Choice { words: &["COLLECTIONS", "PAYABLES"], closed: true };

static EARLY_PAYMENT_STATUS: Choice = Choice { words: &["PENDING", "APPROVED", "REJECTED", "EXPIRED"], closed: true };

payload! {
    /// The body of POST `/api/v0/invoice/req-send-invoice` and `/api/v0/invoice/req-edit-invoice`.
    InvoiceRequest INVOICE_REQUEST "EnKash pages of Bharat Connect, invoice webhooks" Free {
        /// The device that the call comes from.
        optional device "device": object(Device DEVICE);
        /// The two sides.
        required b2b_ids "b2bIds": object(B2bIds B2B_IDS);
        /// The invoice.
        required invoice "invoice": object(FlatInvoice FLAT_INVOICE);
    }

    /// An invoice as EnKash keeps it, in 90 fields, all of them optional.
    FlatInvoice FLAT_INVOICE "EnKash pages of Bharat Connect, invoice webhooks" FlatInvoice {
        /// Id of the invoice at EnKash.
        optional id "id": int(i64::MIN, i64::MAX);
        /// Id of the invoice that this one belongs to.
        optional parent_invoice_id "parentInvoiceId": int(i64::MIN, i64::MAX);
        /// Number of the invoice.
        optional invoice_number "invoiceNumber": text(&INVOICE_NUMBER);
        /// The vendor's reference for the invoice.
        optional vendor_invoice_ref_no "vendorInvoiceRefNo": text(&ENKASH_LINE);
        /// Reference of a system outside EnKash.
        optional external_ref_number "externalRefNumber": text(&ENKASH_LINE);
        /// Number of the purchase.
        optional purchase_no "purchaseNo": text(&ENKASH_LINE);
        /// The supplier's number of the invoice.
        optional supplier_invoice_no "supplierInvoiceNo": text(&INVOICE_NUMBER);
        /// Date of the supplier's invoice, written `2025-12-15`.
        optional supplier_invoice_date "supplierInvoiceDate": day();
        /// Id of the company that the invoice comes from.
        optional source_company "sourceCompany": int(i64::MIN, i64::MAX);
        /// Id of the company that the invoice goes to.
        optional target_company "targetCompany": int(i64::MIN, i64::MAX);
        /// Total amount, in rupees with at most 2 decimals.
        optional total_amount "totalAmount": amount(&NOT_NEGATIVE) => TotalAmount;
        /// Amount of the invoice, in rupees with at most 2 decimals.
        optional invoice_amount "invoiceAmount": amount(&NOT_NEGATIVE) => InvoiceAmount;
        /// The amount paid so far, in rupees with at most 2 decimals.
        optional amount_paid_till_now "amountPaidTillNow": amount(&NOT_NEGATIVE) => PaidTillNow;
        /// Surcharge, in rupees with at most 2 decimals.
        optional surcharge "surcharge": amount(&NOT_NEGATIVE) => Surcharge;
        /// GST on the surcharge, in rupees with at most 2 decimals.
        optional surcharge_gst "surchargeGst": amount(&NOT_NEGATIVE) => SurchargeGst;
        /// Merchant discount of the payment, in rupees with at most 2 decimals.
        optional mdr "mdr": amount(&NOT_NEGATIVE) => Mdr;
        /// GST on the merchant discount, in rupees with at most 2 decimals.
        optional mdr_gst "mdrGst": amount(&NOT_NEGATIVE) => MdrGst;
        /// State GST, in rupees with at most 2 decimals.
        optional sgst "sgst": amount(&NOT_NEGATIVE) => Sgst;
        /// Central GST, in rupees with at most 2 decimals.
        optional cgst "cgst": amount(&NOT_NEGATIVE) => Cgst;
        /// Integrated GST, in rupees with at most 2 decimals.
        optional igst "igst": amount(&NOT_NEGATIVE) => Igst;
        /// Tax deducted at source, in rupees with at most 2 decimals.
        optional tds "tds": amount(&NOT_NEGATIVE) => Tds;
        /// The amount that the paying company pays, in rupees with at most 2 decimals.
        optional amount_paid_by_enterprise "amountPaidByEnterprise": amount(&NOT_NEGATIVE);
        /// The amount that the vendor is to get, in rupees with at most 2 decimals.
        optional amount_to_be_paid_to_vendor "amountToBePaidToVendor": amount(&NOT_NEGATIVE);
        /// Description.
        optional description "description": text(&ENKASH_FREE);
        /// Id of the user who created the invoice.
        optional created_by "createdBy": int(i64::MIN, i64::MAX);
        /// When it was created, written `2025-11-15T10:30:00+05:30`.
        optional created_date "createdDate": instant();
        /// When it is due, written `2025-11-15T10:30:00+05:30`.
        optional due_date "dueDate": instant() => DueDate;
        /// When it was last changed, written `2025-11-15T10:30:00+05:30`.
        optional last_modified_date "lastModifiedDate": instant();
        /// Id of the user who last changed it.
        optional last_modified_by "lastModifiedBy": int(i64::MIN, i64::MAX);
        /// Id of the user who entered it.
        optional maker_id "makerId": int(i64::MIN, i64::MAX);
        /// Id of the user who checks it.
        optional checker_id "checkerId": int(i64::MIN, i64::MAX);
        /// Approval status.
        optional approval_status "approvalStatus": choice(&INTERNAL_APPROVAL_STATUS) => ApprovalStatus;
        /// Status of the payment.
        optional payment_status "paymentStatus": choice(&PAYMENT_STATUS) => PaymentStatus;
        /// Whether it is paid.
        optional invoice_status "invoiceStatus": choice(&INVOICE_STATUS) => InvoiceStatus;
        /// Whether it is paid without manual release.
        optional auto_release "autoRelease": flag();
        /// Date of the invoice, written `2025-12-15`.
        optional invoice_date "invoiceDate": day() => InvoiceDate;
        /// Id of the payment gateway.
        optional pg_id "pgId": int(i64::MIN, i64::MAX);
        /// Phone number.
        optional phone "phone": text(&PHONE);
        /// Email address.
        optional email "email": text(&EMAIL);
        /// Transactions of the payment gateway; the page does not show their fields.
        optional payment_gateway_transactions "paymentGatewayTransactions": opaques();
        /// Whether it was deleted.
        optional deleted "deleted": flag();
        /// When it was approved, written `2025-11-15T10:30:00+05:30`.
        optional date_approved "dateApproved": instant();
        /// Number of the card, most of it hidden.
        optional masked_card_number "maskedCardNumber": text(&ENKASH_LINE);
        /// Id of the subscription.
        optional subscription "subscription": int(i64::MIN, i64::MAX);
        /// How many more payment attempts are allowed.
        optional retry_left "retryLeft": int(-2_147_483_648, 2_147_483_647);
        /// The mode of payment.
        optional payment_mode "paymentMode": choice(&PAYMENT_MODE);
        /// The payout; the page does not show its content.
        optional payout_data "payoutData": opaque_object();
        /// EnKash's code of the product.
        optional product_code "productCode": choice(&PRODUCT_CODE);
        /// The purchase order; the page does not show its content.
        optional purchase_order "purchaseOrder": opaque_object();
        /// HSN or SAC code of the goods or service.
        optional hsn_code "hsnCode": text(&HSN);
        /// How many approvers have approved it.
        optional approver_approved_count "approverApprovedCount": int(-2_147_483_648, 2_147_483_647);
        /// Whether a file is attached.
        optional attachment "attachment": flag();
        /// Id of the company's branch.
        optional company_branch_code_id "companyBranchCodeId": int(i64::MIN, i64::MAX);
        /// Approvals of the bank.
        optional bank_approvals "bankApprovals": text(&ENKASH_LINE);
        /// The card; the page does not show its content.
        optional bank_card "bankCard": opaque_object();
        /// Approvals that it needs; the page does not show their fields.
        optional approval_authorizations "approvalAuthorizations": opaques();
        /// Groups that approve it next; the page does not show their fields.
        optional next_approval_groups "nextApprovalGroups": opaques();
        /// Offers of early payment; the page does not show their fields.
        optional early_payment_details "earlyPaymentDetails": opaques();
        /// Users who have approved it; the page does not show their fields.
        optional previous_user_approvals "previousUserApprovals": opaques();
        /// When it was refunded, written `2025-11-15T10:30:00+05:30`.
        optional refund_date "refundDate": instant();
        /// Id of the user who refunded it.
        optional refund_by "refundBy": int(i64::MIN, i64::MAX);
        /// Method through which it was received.
        optional via "via": text(&ENKASH_LINE);
        /// Reference of the collection.
        optional collection_reference_id "collectionReferenceId": text(&ENKASH_LINE);
        /// Id of the invoice among the collections.
        optional collection_invoice_id "collectionInvoiceId": text(&ENKASH_LINE);
        /// EnKash's product that it is paid through.
        optional paid_through "paidThrough": choice(&PAID_THROUGH);
        /// Whether the collections system still has to be notified.
        optional collection_sync_required "collectionSyncRequired": flag();
        /// Whether it may be discounted.
        optional invoice_discounting "invoiceDiscounting": flag();
        /// Remarks.
        optional remarks "remarks": text(&ENKASH_FREE);
        /// Whether early payment is offered.
        optional early_payment_enabled "earlyPaymentEnabled": flag();
        /// Markup for early payment, in percent from 0 to 100.
        optional early_payment_markup "earlyPaymentMarkup": amount(&PERCENT);
        /// Base rate for early payment, in percent from 0 to 100.
        optional early_payment_base_rate "earlyPaymentBaseRate": amount(&PERCENT);
        /// Slab of that base rate.
        optional early_payment_base_rate_slab "earlyPaymentBaseRateSlab": text(&ENKASH_LINE);
        /// Status of the early payment.
        optional early_payment_status "earlyPaymentStatus": choice(&EARLY_PAYMENT_STATUS) => EarlyStatus;
        /// Transactions of refunds; the page does not show their fields.
        optional refund_transactions "refundTransactions": opaques();
        /// More data; the page does not show its content.
        optional additional_data_mapping "additionalDataMapping": opaque_object();
        /// Attached files; the page does not show their fields.
        optional invoice_attachments "invoiceAttachments": opaques();
        /// Whether changes are synchronized back.
        optional reverse_sync "reverseSync": flag();
        /// Whether it goes to Bharat Connect.
        optional nbbl_enabled "nbblEnabled": flag();
        /// Its id at Bharat Connect.
        optional nbbl_invoice_id "nbblInvoiceId": text(&ENKASH_LINE);
        /// First day of the billing period, written `2025-12-15`.
        optional bill_start_date "billStartDate": day() => BillStart;
        /// Last day of the billing period, written `2025-12-15`.
        optional bill_end_date "billEndDate": day() => BillEnd;
        /// Penalty, in rupees with at most 2 decimals.
        optional penalty "penalty": amount(&NOT_NEGATIVE) => Penalty;
        /// Its status at Bharat Connect.
        optional nbbl_invoice_status "nbblInvoiceStatus": choice(&NBBL_STATUS) => NbblStatus;
        /// Its data at Bharat Connect; the page does not show its content.
        optional nbbl_invoice_data "nbblInvoiceData": opaque_object();
        /// Its items at Bharat Connect; the page does not show their fields.
        optional nbbl_invoice_items "nbblInvoiceItems": opaques();
        /// Its payments at Bharat Connect; the page does not show their fields.
        optional nbbl_payments "nbblPayments": opaques();
        /// Its financing at Bharat Connect; the page does not show their fields.
        optional nbbl_invoice_finances "nbblInvoiceFinances": opaques();
        /// Download URL of the payment advice.
        optional payment_advice_url "paymentAdviceUrl": text(&ENKASH_LINE);
        /// Number of the purchase order.
        optional ponumber "ponumber": text(&ENKASH_LINE);
        /// Whether it is an e-invoice.
        optional einvoice "einvoice": flag();
    }
}
