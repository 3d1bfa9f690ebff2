//! The recipes of Bharat Connect: an invoice that is sent or edited, and a change of status.

use super::*;
use crate::payload::input::ROUNDINGS;
use crate::value::{DateForm, REMARKS, TextRule};

payload! {
    /// The inputs of a status change.
    Step STEP "recipe of bijak" CallerInput {
        /// The action: CANCEL, ACCEPT, REJECT or RETURN.
        required action "action": documented_length(100) => StepTerm::Action;
        /// The reason, 1 to 100 characters.
        required remarks "remarks": text(&REMARKS) => StepTerm::Remarks;
        /// The new status; required for an action whose new status is not known.
        optional new_status "newStatus": choice(&NBBL_STATUS) => StepTerm::NewStatus;
    }

    /// The inputs from which an invoice of Bharat Connect is computed.
    Sale SALE "recipe of bijak" CallerInput {
        /// Id of the invoice: `INV` and 32 letters or digits; `random` is the alternative.
        optional object_id "objectId": passthrough(String) => SaleTerm::ObjectId;
        /// 32 random letters or digits for the id, such as a UUID; its hyphens are ignored.
        optional random "random": passthrough(String) => SaleTerm::Random;
        /// The supplier's number of the invoice, 1 to 50 characters.
        required supplier_invoice_number "supplierInvoiceNumber": passthrough(String);
        /// Its date.
        required ts "ts": passthrough(String);
        /// The due date, written `2025-12-15`.
        optional due_date "dueDate": day() => SaleTerm::DueDate;
        /// The kind of supply; B2B by default.
        optional transaction_details "transactionDetails": passthrough(TransactionDetails);
        /// The supplier.
        required supplier_details "supplierDetails": passthrough(SupplierDetails);
        /// The buyer, with the place of supply.
        required buyer_details "buyerDetails": passthrough(BuyerDetails);
        /// Where the goods leave from, if not from the supplier.
        optional dispatch_details "dispatchDetails": passthrough(DispatchDetails);
        /// Where the goods go to, if not to the buyer.
        optional shipping_details "shippingDetails": passthrough(ShippingDetails);
        /// The items.
        required items "items": list(SaleItem SALE_ITEM) => SaleTerm::Items;
        /// Discount on the whole invoice, in rupees.
        optional discount "discount": decimal(Amount) => SaleTerm::Discount;
        /// Other charges, in rupees.
        optional other_charges "otherCharges": decimal(Amount) => SaleTerm::OtherCharges;
        /// Whether the total is rounded: `rupee` (to the rupee, half up) or `none` (default).
        optional round_off "roundOff": choice(&ROUNDINGS) => SaleTerm::Rounding;
        /// The amount paid in advance, in rupees.
        optional paid "paid": decimal(Amount) => SaleTerm::Paid;
        /// The supplier's account.
        optional supplier_bank_account_details "supplierBankAccountDetails": passthrough(SupplierBankAccountDetails);
        /// Terms of payment.
        optional advance_payment_details "advancePaymentDetails": passthrough(AdvancePaymentDetails);
        /// Remarks and the billing period.
        optional invoice_reference_details "invoiceReferenceDetails": passthrough(InvoiceReferenceDetails);
        /// Preceding invoices.
        optional preceding_invoice_details "precedingInvoiceDetails": passthrough(Vec<PrecedingInvoiceDetail>);
        /// Purchase orders.
        optional po_details "poDetails": passthrough(Vec<PoDetail>);
        /// Contracts and other references.
        optional contract_reference_details "contractReferenceDetails": passthrough(Vec<ContractReferenceDetail>);
        /// Other documents.
        optional additional_document_details "additionalDocumentDetails": passthrough(Vec<AdditionalDocumentDetail>);
        /// The export.
        optional export_details "exportDetails": passthrough(ExportDetails);
        /// The e-way bill.
        optional eway_bill_detail "ewayBillDetail": passthrough(EwayBillDetail);
        /// Recurring payments.
        optional recurring_payments "recurringPayments": passthrough(RecurringPayments);
        /// Milestones: partial amounts with due dates.
        optional payment_milestones "paymentMilestones": passthrough(Vec<PaymentMilestone>);
        /// Terms of shipping.
        optional shipping_terms_details "shippingTermsDetails": passthrough(ShippingTermsDetails);
        /// The financing request.
        optional invoice_financing_details "invoiceFinancingDetails": passthrough(InvoiceFinancingDetails);
        /// The response of the e-invoice system.
        optional einvoice_response "einvoiceResponse": passthrough(String);
        /// The e-invoice.
        optional e_invoice_info "eInvoiceInfo": passthrough(EInvoiceInfo);
    }

    /// An item that is sold.
    SaleItem SALE_ITEM "recipe of bijak" CallerInput {
        /// Serial number; by default the position in the list.
        optional serialno "serialno": passthrough(String);
        /// Description.
        optional product_description "productDescription": passthrough(String);
        /// Whether it is a service, Y or N; by default derived from the HSN code.
        optional is_service "isService": passthrough(String) => SaleItemTerm::IsService;
        /// HSN code, or SAC of a service.
        required hsn_code "hsnCode": passthrough(String) => SaleItemTerm::Hsn;
        /// Bar code.
        optional bar_code "barCode": passthrough(String);
        /// Quantity, with at most 3 decimals; optional for a service.
        optional quantity "quantity": decimal(Milli) => SaleItemTerm::Quantity;
        /// Free quantity, with at most 3 decimals.
        optional free_quantity "freeQuantity": decimal(Milli);
        /// Unit by its quantity code, such as KGS.
        optional unit "unit": passthrough(String);
        /// Price of a unit without tax, in rupees with at most 3 decimals.
        required unit_price "unitPrice": decimal(Milli) => SaleItemTerm::UnitPrice;
        /// Discount, in rupees.
        optional discount "discount": decimal(Amount) => SaleItemTerm::Discount;
        /// Rate of GST in percent: 18 for 18 %.
        required gst_rate "gstRate": decimal(Rate) => SaleItemTerm::GstRate;
        /// Rate of the compensation cess in percent.
        optional cess_rate "cessRate": decimal(Milli) => SaleItemTerm::CessRate;
        /// Other charges, in rupees.
        optional other_charges "otherCharges": decimal(Amount) => SaleItemTerm::OtherCharges;
        /// Line of the order.
        optional order_line_reference "orderLineReference": passthrough(String);
        /// Country of origin by its two letters.
        optional origin_country "originCountry": passthrough(String);
        /// Serial number of the product.
        optional product_serial_number "productSerialNumber": passthrough(String);
        /// The batch.
        optional batch_details "batchDetails": passthrough(BatchDetails);
        /// Further attributes of the product.
        optional attribute_details "attributeDetails": passthrough(Vec<AttributeDetail>);
    }
}
