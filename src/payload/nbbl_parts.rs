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
        answered masked_account_number "maskedAccountNumber": text(&MASKED_ACCOUNT);
        /// IFSC of the branch.
        answered ifsc "ifsc": text(&IFSC);
        /// Name of the holder.
        answered beneficiary_name "beneficiaryName": line(1, 100);
        /// UPI address.
        answered business_vpa "businessVPA": text(&VPA);
    }

    /// Terms of payment and the advance.
    AdvancePaymentDetails ADVANCE_PAYMENT_DETAILS "EnKash pages of Bharat Connect, invoice" Advance {
        /// Name of the payee.
        answered payee_name "payeeName": line(1, 100);
        /// The mode of payment.
        answered mode "mode": line(1, 18);
        /// Terms.
        answered payment_terms "paymentTerms": line(1, 100);
        /// Instruction.
        answered payment_instruction "paymentInstruction": line(1, 100);
        /// Terms of a credit transfer.
        answered credit_transfer "creditTransfer": line(1, 100);
        /// Terms of a direct debit.
        answered direct_debit "directDebit": line(1, 100);
        /// Days of credit, 0 to 9999.
        answered credit_days "creditDays": int(0, 9999);
        /// The amount paid, in rupees with at most 2 decimals.
        answered paid_amount "paidAmount": amount(&NOT_NEGATIVE) => AdvanceTerm::Paid;
        /// The amount still due, in rupees with at most 2 decimals.
        answered pending_due_amount "pendingDueAmount": amount(&NOT_NEGATIVE) => AdvanceTerm::Pending;
    }

    /// Remarks and the billing period.
    InvoiceReferenceDetails INVOICE_REFERENCE_DETAILS "EnKash pages of Bharat Connect, invoice" Period {
        /// Remarks.
        answered invoice_remarks "invoiceRemarks": line(3, 100);
        /// First day of the billing period.
        answered invoice_start_date "invoiceStartDate": any_date() => PeriodTerm::Start;
        /// Last day of the billing period.
        answered invoice_end_date "invoiceEndDate": any_date() => PeriodTerm::End;
    }

    /// A preceding invoice.
    PrecedingInvoiceDetail PRECEDING_INVOICE_DETAIL "EnKash pages of Bharat Connect, invoice" Preceding {
        /// Its number.
        answered invoice_number "invoiceNumber": text(&INVOICE_NUMBER);
        /// Its date.
        answered date "date": any_date() => PrecedingTerm::Day;
        /// Another reference.
        answered other_reference_no "otherReferenceNo": line(1, 20);
    }

    /// A purchase order.
    PoDetail PO_DETAIL "EnKash pages of Bharat Connect, invoice" Free {
        /// Its id at Bharat Connect.
        answered po_obj_id "poObjId": line(1, 100);
        /// The buyer's id.
        answered buyer_po_id "buyerPoId": line(1, 100);
        /// Its date.
        answered po_date "poDate": any_date();
    }

    /// A contract or another reference of an invoice.
    ContractReferenceDetail CONTRACT_REFERENCE_DETAIL "EnKash pages of Bharat Connect, invoice" Free {
        /// Number of the receipt advice.
        answered receipt_advice_no "receiptAdviceNo": line(1, 20);
        /// Its date.
        answered receipt_advice_date "receiptAdviceDate": any_date();
        /// Number of the lot, batch or tender.
        answered batch_reference_no "batchReferenceNo": line(1, 20);
        /// Number of the contract.
        answered contract_reference_no "contractReferenceNo": line(1, 20);
        /// Another reference.
        answered extra_reference_no "extraReferenceNo": line(1, 20);
        /// Number of the project.
        answered project_reference_no "projectReferenceNo": line(1, 20);
    }

    /// Another document.
    AdditionalDocumentDetail ADDITIONAL_DOCUMENT_DETAIL "EnKash pages of Bharat Connect, invoice" Free {
        /// Download URL.
        answered url "url": line(3, 100);
        /// The document.
        answered document "document": line(3, 1000);
        /// Additional information.
        answered info "info": line(3, 1000);
    }

    /// An export.
    ExportDetails EXPORT_DETAILS "EnKash pages of Bharat Connect, invoice" Free {
        /// Number of the shipping bill.
        answered ship_bill_no "shipBillNo": line(1, 20);
        /// Its date.
        answered ship_bill_date "shipBillDate": any_date();
        /// Code of the port.
        answered port "port": text(&PORT);
        /// Whether a refund is claimed: Y or N.
        answered refund_claim "refundClaim": choice(&YES_NO);
        /// Currency by its three letters.
        answered foreign_currency "foreignCurrency": text(&CURRENCY);
        /// Country by its two letters.
        answered country_code "countryCode": text(&COUNTRY);
        /// Duty, in rupees with at most 2 decimals.
        answered export_duty "exportDuty": amount(&ITEM_AMOUNT);
    }

    /// An e-way bill.
    EwayBillDetail EWAY_BILL_DETAIL "EnKash pages of Bharat Connect, invoice" Eway {
        /// GSTIN or enrolment number of the transporter.
        answered transporter_id "transporterId": text(&TRANSPORTER) => EwayTerm::Transporter;
        /// Name of the transporter.
        answered transporter_name "transporterName": line(3, 100);
        /// By road, rail, air or ship.
        answered transport_mode "transportMode": choice(&TRANSPORT_MODE) => EwayTerm::Mode;
        /// Distance in kilometres.
        advised distance "distance": int(0, i64::MAX) => EwayTerm::Distance;
        /// Number of the transport document.
        answered transport_document_no "transportDocumentNo": line(1, 15) => EwayTerm::DocumentNo;
        /// Its date.
        answered transport_document_date "transportDocumentDate": any_date() => EwayTerm::DocumentDate;
        /// Number of the vehicle.
        answered vehicle_no "vehicleNo": text(&VEHICLE) => EwayTerm::Vehicle;
        /// R for a regular vehicle, O for over-dimensional cargo.
        answered vehicle_type "vehicleType": choice(&VEHICLE_TYPE) => EwayTerm::VehicleType;
    }

    /// Recurring payments.
    RecurringPayments RECURRING_PAYMENTS "EnKash pages of Bharat Connect, invoice" Period {
        /// Id of the first invoice.
        answered original_invoice_id "originalInvoiceId": line(1, 100);
        /// How often.
        answered frequency "frequency": line(1, 100);
        /// First day.
        answered start_date "startDate": any_date() => PeriodTerm::Start;
        /// Last day.
        answered end_date "endDate": any_date() => PeriodTerm::End;
        /// The mandate.
        answered mandate_details "mandateDetails": line(0, 1000);
        /// Day on which the mandate is executed.
        answered mandate_execution_date "mandateExecutionDate": any_date();
        /// Amount of the mandate, in rupees with at most 2 decimals.
        answered mandate_amount "mandateAmount": amount(&NOT_NEGATIVE);
    }

    /// A milestone: a partial amount with a due date.
    PaymentMilestone PAYMENT_MILESTONE "EnKash pages of Bharat Connect, invoice" Milestone {
        /// The day.
        answered milestone_date "milestoneDate": any_date() => MilestoneTerm::Day;
        /// The amount due, in rupees with at most 2 decimals.
        answered due_amount "dueAmount": amount(&NOT_NEGATIVE) => MilestoneTerm::Due;
    }

    /// Terms of shipping.
    ShippingTermsDetails SHIPPING_TERMS_DETAILS "EnKash pages of Bharat Connect, invoice" Free {
        /// The terms.
        answered terms "terms": line(0, 1000);
        /// The party that pays.
        answered bearing_party "bearingParty": line(1, 100);
        /// The amount paid, in rupees with at most 2 decimals.
        answered charges "charges": amount(&NOT_NEGATIVE);
    }

    /// A financing request.
    InvoiceFinancingDetails INVOICE_FINANCING_DETAILS "EnKash pages of Bharat Connect, invoice" Financing {
        /// The amount due, in rupees with at most 2 decimals.
        answered due_amount "dueAmount": amount(&NOT_NEGATIVE) => FinancingTerm::Due;
        /// The amount requested, in rupees with at most 2 decimals.
        answered financing_request_amount "financingRequestAmount": amount(&NOT_NEGATIVE) => FinancingTerm::Requested;
    }

    /// An e-invoice.
    EInvoiceInfo E_INVOICE_INFO "EnKash pages of Bharat Connect, invoice" Free {
        /// Version of the schema.
        advised schema_version "schemaVersion": line(1, 6);
        /// Invoice reference number: 64 hexadecimal digits.
        answered irn_number "irnNumber": text(&IRN);
        /// When it was issued.
        answered irn_ts "irnTs": any_date();
    }
}
