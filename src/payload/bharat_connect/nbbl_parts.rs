//! The parts of an invoice of Bharat Connect other than parties, items and totals, as in the
//! example of the webhook responses.

use super::*;
use crate::value::{
    COUNTRY, CURRENCY, DateForm, IFSC, INVOICE_NUMBER, IRN, ITEM_AMOUNT, MASKED_ACCOUNT, NOT_NEGATIVE, PORT, TRANSPORTER, TextRule,
    VEHICLE, VPA,
};

/// The labels and, as in INV-01, the numbers.
static TRANSPORT_MODE: Choice = Choice { words: &["ROAD", "RAIL", "AIR", "SHIP", "1", "2", "3", "4"], closed: false };

/// Regular or over-dimensional cargo.
static VEHICLE_TYPE: Choice = Choice { words: &["O", "R"], closed: false };

payload! {
    /// The supplier's account.
    SupplierBankAccountDetails SUPPLIER_BANK_ACCOUNT_DETAILS "EnKash pages of Bharat Connect, invoice" Free {
        /// Account number, mostly masked.
        response masked_account_number "maskedAccountNumber": text(&MASKED_ACCOUNT);
        /// IFSC of the branch.
        response ifsc "ifsc": text(&IFSC);
        /// Name of the holder.
        response beneficiary_name "beneficiaryName": text_length(1, 100);
        /// UPI address.
        response business_vpa "businessVPA": text(&VPA);
    }

    /// Terms of payment and the advance.
    AdvancePaymentDetails ADVANCE_PAYMENT_DETAILS "EnKash pages of Bharat Connect, invoice" Advance {
        /// Name of the payee.
        response payee_name "payeeName": text_length(1, 100);
        /// The mode of payment.
        response mode "mode": text_length(1, 18);
        /// Terms.
        response payment_terms "paymentTerms": text_length(1, 100);
        /// Instruction.
        response payment_instruction "paymentInstruction": text_length(1, 100);
        /// Terms of a credit transfer.
        response credit_transfer "creditTransfer": text_length(1, 100);
        /// Terms of a direct debit.
        response direct_debit "directDebit": text_length(1, 100);
        /// Days of credit, 0 to 9999.
        response credit_days "creditDays": int(0, 9999);
        /// The amount paid, in rupees with at most 2 decimals.
        response paid_amount "paidAmount": amount(&NOT_NEGATIVE) => AdvanceTerm::Paid;
        /// The amount still due, in rupees with at most 2 decimals.
        response pending_due_amount "pendingDueAmount": amount(&NOT_NEGATIVE) => AdvanceTerm::Pending;
    }

    /// Remarks and the billing period.
    InvoiceReferenceDetails INVOICE_REFERENCE_DETAILS "EnKash pages of Bharat Connect, invoice" BillingPeriod {
        /// Remarks.
        response invoice_remarks "invoiceRemarks": text_length(3, 100);
        /// First day of the billing period.
        response invoice_start_date "invoiceStartDate": any_date() => PeriodTerm::Start;
        /// Last day of the billing period.
        response invoice_end_date "invoiceEndDate": any_date() => PeriodTerm::End;
    }

    /// A preceding invoice.
    PrecedingInvoiceDetail PRECEDING_INVOICE_DETAIL "EnKash pages of Bharat Connect, invoice" Preceding {
        /// Its number.
        response invoice_number "invoiceNumber": text(&INVOICE_NUMBER);
        /// Its date.
        response date "date": any_date() => PrecedingTerm::Date;
        /// Another reference.
        response other_reference_no "otherReferenceNo": text_length(1, 20);
    }

    /// A purchase order.
    PoDetail PO_DETAIL "EnKash pages of Bharat Connect, invoice" Free {
        /// Its id at Bharat Connect.
        response po_obj_id "poObjId": text_length(1, 100);
        /// The buyer's id.
        response buyer_po_id "buyerPoId": text_length(1, 100);
        /// Its date.
        response po_date "poDate": any_date();
    }

    /// A contract or another reference of an invoice.
    ContractReferenceDetail CONTRACT_REFERENCE_DETAIL "EnKash pages of Bharat Connect, invoice" Free {
        /// Number of the receipt advice.
        response receipt_advice_no "receiptAdviceNo": text_length(1, 20);
        /// Its date.
        response receipt_advice_date "receiptAdviceDate": any_date();
        /// Number of the lot, batch or tender.
        response batch_reference_no "batchReferenceNo": text_length(1, 20);
        /// Number of the contract.
        response contract_reference_no "contractReferenceNo": text_length(1, 20);
        /// Another reference.
        response extra_reference_no "extraReferenceNo": text_length(1, 20);
        /// Number of the project.
        response project_reference_no "projectReferenceNo": text_length(1, 20);
    }

    /// Another document.
    AdditionalDocumentDetail ADDITIONAL_DOCUMENT_DETAIL "EnKash pages of Bharat Connect, invoice" Free {
        /// Download URL.
        response url "url": text_length(3, 100);
        /// The document.
        response document "document": text_length(3, 1000);
        /// Additional information.
        response info "info": text_length(3, 1000);
    }

    /// An export.
    ExportDetails EXPORT_DETAILS "EnKash pages of Bharat Connect, invoice" Free {
        /// Number of the shipping bill.
        response ship_bill_no "shipBillNo": text_length(1, 20);
        /// Its date.
        response ship_bill_date "shipBillDate": any_date();
        /// Code of the port.
        response port "port": text(&PORT);
        /// Whether a refund is claimed: Y or N.
        response refund_claim "refundClaim": choice(&YES_NO);
        /// Currency by its three letters.
        response foreign_currency "foreignCurrency": text(&CURRENCY);
        /// Country by its two letters.
        response country_code "countryCode": text(&COUNTRY);
        /// Duty, in rupees with at most 2 decimals.
        response export_duty "exportDuty": amount(&ITEM_AMOUNT);
    }

    /// An e-way bill.
    EwayBillDetail EWAY_BILL_DETAIL "EnKash pages of Bharat Connect, invoice" Eway {
        /// GSTIN or enrolment number of the transporter.
        response transporter_id "transporterId": text(&TRANSPORTER) => EwayTerm::Transporter;
        /// Name of the transporter.
        response transporter_name "transporterName": text_length(3, 100);
        /// By road, rail, air or ship.
        response transport_mode "transportMode": choice(&TRANSPORT_MODE) => EwayTerm::Mode;
        /// Distance in kilometres.
        recommended distance "distance": int(0, i64::MAX) => EwayTerm::Distance;
        /// Number of the transport document.
        response transport_document_no "transportDocumentNo": text_length(1, 15) => EwayTerm::DocumentNo;
        /// Its date.
        response transport_document_date "transportDocumentDate": any_date() => EwayTerm::DocumentDate;
        /// Number of the vehicle.
        response vehicle_no "vehicleNo": text(&VEHICLE) => EwayTerm::Vehicle;
        /// R for a regular vehicle, O for over-dimensional cargo.
        response vehicle_type "vehicleType": choice(&VEHICLE_TYPE) => EwayTerm::VehicleType;
    }

    /// Recurring payments.
    RecurringPayments RECURRING_PAYMENTS "EnKash pages of Bharat Connect, invoice" RecurringPeriod {
        /// Id of the first invoice.
        response original_invoice_id "originalInvoiceId": text_length(1, 100);
        /// How often.
        response frequency "frequency": text_length(1, 100);
        /// First day.
        response start_date "startDate": any_date() => PeriodTerm::Start;
        /// Last day.
        response end_date "endDate": any_date() => PeriodTerm::End;
        /// The mandate.
        response mandate_details "mandateDetails": text_length(0, 1000);
        /// Day on which the mandate is executed.
        response mandate_execution_date "mandateExecutionDate": any_date();
        /// Amount of the mandate, in rupees with at most 2 decimals.
        response mandate_amount "mandateAmount": amount(&NOT_NEGATIVE);
    }

    /// A milestone: a partial amount with a due date.
    PaymentMilestone PAYMENT_MILESTONE "EnKash pages of Bharat Connect, invoice" Milestone {
        /// The day.
        response milestone_date "milestoneDate": any_date() => MilestoneTerm::Date;
        /// The amount due, in rupees with at most 2 decimals.
        response due_amount "dueAmount": amount(&NOT_NEGATIVE) => MilestoneTerm::Due;
    }

    /// Terms of shipping.
    ShippingTermsDetails SHIPPING_TERMS_DETAILS "EnKash pages of Bharat Connect, invoice" Free {
        /// The terms.
        response terms "terms": text_length(0, 1000);
        /// The party that pays.
        response bearing_party "bearingParty": text_length(1, 100);
        /// The amount paid, in rupees with at most 2 decimals.
        response charges "charges": amount(&NOT_NEGATIVE);
    }

    /// A financing request.
    InvoiceFinancingDetails INVOICE_FINANCING_DETAILS "EnKash pages of Bharat Connect, invoice" Financing {
        /// The amount due, in rupees with at most 2 decimals.
        response due_amount "dueAmount": amount(&NOT_NEGATIVE) => FinancingTerm::Due;
        /// The amount requested, in rupees with at most 2 decimals.
        response financing_request_amount "financingRequestAmount": amount(&NOT_NEGATIVE) => FinancingTerm::Requested;
    }

    /// An e-invoice.
    EInvoiceInfo E_INVOICE_INFO "EnKash pages of Bharat Connect, invoice" Free {
        /// Version of the schema.
        recommended schema_version "schemaVersion": text_length(1, 6);
        /// Invoice reference number: 64 hexadecimal digits.
        response irn_number "irnNumber": text(&IRN);
        /// When it was issued.
        response irn_ts "irnTs": any_date();
    }
}
