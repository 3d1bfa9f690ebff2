//! What callers give beside a payload. It is read by the same reader, so a mistyped
//! option is told with the nearest name instead of being ignored.

use super::*;
use crate::value::{DateForm, GSTIN, LINE, PLACE_OF_SUPPLY, REMARKS, SELLER_ID, STATE, TextRule};

static LOCALES: Choice = Choice {
    words: &[
        "en",
        #[cfg(not(feature = "wasm"))]
        "hi",
    ],
    closed: true,
};

static TOLERANCES: Choice = Choice { words: &["irp", "exact"], closed: true };
static ROUNDINGS: Choice = Choice { words: &["none", "rupee"], closed: true };
static STRICTNESSES: Choice = Choice { words: &["lenient", "documented"], closed: true };

payload! {
    /// Words for the kinds of values, instead of the usual ones; case and separators do not matter.
    ValueWords VALUE_WORDS "options of bijak" CallerInput {
        /// Central GST.
        optional cgst "CGST": texts();
        /// State or Union Territory GST.
        optional sgst "SGST": texts();
        /// Integrated GST.
        optional igst "IGST": texts();
        /// Compensation cess by value.
        optional cess "CESS": texts();
        /// Compensation cess by quantity.
        optional cess_non_advol "CESS_NON_ADVOL": texts();
        /// Cess of a state by value.
        optional state_cess "STATE_CESS": texts();
        /// Cess of a state by quantity.
        optional state_cess_non_advol "STATE_CESS_NON_ADVOL": texts();
        /// What is taken off.
        optional discount "DISCOUNT": texts();
        /// What is charged besides.
        optional other_charges "OTHER_CHARGES": texts();
        /// What rounding adds or takes.
        optional round_off "ROUND_OFF": texts();
        /// A value before tax that no sum counts.
        optional pre_tax "PRE_TAX": texts();
    }

    /// What a check may be told beside the payload.
    CheckOptions OPTIONS "options of bijak" CallerInput {
        /// The invoice as it stands: a PATCH is then judged on the invoice that would result.
        optional current "current": opaque() => OptionTerm::Current;
        /// Today's date, written `2025-11-21`; without it no rule asks for the day.
        optional today "today": day() => OptionTerm::Today;
        /// How far an amount of a nested invoice may lie from what it should be: `irp` (from one
        /// rupee below the exact value rounded down to one above it rounded up) unless told.
        optional tolerance "tolerance": choice(&TOLERANCES) => OptionTerm::Tolerance;
        /// Which steps of the life-cycle are accepted: `lenient`, with a warning for those that
        /// are inferred, unless told.
        optional lifecycle "lifecycle": choice(&STRICTNESSES) => OptionTerm::Lifecycle;
        /// The words by which the values of a nested invoice say what they are, where they are
        /// not the usual ones.
        optional words "words": object(ValueWords VALUE_WORDS) => OptionTerm::Words;
        /// The language of messages.
        optional locale "locale": choice(&LOCALES) => OptionTerm::Locale;
        /// The largest payload that is read, in bytes; 8 MiB unless told.
        optional max_bytes "maxBytes": int(1, 268_435_456) => OptionTerm::MaxBytes;
        /// The deepest nesting that is read, in levels; 64 unless told.
        optional max_depth "maxDepth": int(1, 100_000) => OptionTerm::MaxDepth;
        /// How many findings are listed; 1000 unless told. More are counted.
        optional max_findings "maxFindings": int(0, 1_000_000) => OptionTerm::MaxFindings;
        /// Whether the values of personal fields are hidden in findings.
        optional mask "mask": flag() => OptionTerm::Mask;
    }

    /// Where a request goes.
    Target TARGET "EnKash page updateInvoice" CallerInput {
        /// The invoice to change; `updateInvoice` requires it.
        optional invoice_id "invoiceId": text(&LINE) => OptionTerm::InvoiceId;
        /// The selling company, `^CEK[A-Z0-9]{7}$`.
        optional seller_id "sellerId": text(&SELLER_ID) => OptionTerm::SellerId;
    }

    /// What the taxes and totals of an invoice are worked out from.
    Gst GST "recipe of bijak" CallerInput {
        /// The price in rupees: without the taxes, or with them if `inclusive`.
        required base "base": decimal(Amount) => Base;
        /// The rate of GST in percent: 18 for 18 %.
        required rate "rate": decimal(Rate) => Rate;
        /// Whether the price includes the taxes; false unless told.
        optional inclusive "inclusive": flag() => Inclusive;
        /// The supplier's state by its two-digit code.
        optional supplier_state "supplierState": text(&STATE) => SupplierState;
        /// The supplier's GSTIN, which names the state too.
        optional supplier_gstin "supplierGstin": text(&GSTIN) => SupplierGstin;
        /// The state that the supply goes to.
        optional place_of_supply "placeOfSupply": text(&PLACE_OF_SUPPLY) => PlaceOfSupply;
        /// Whether IGST is due: instead of the two states, or true for SEZ and exports.
        optional inter_state "interState": flag() => InterState;
        /// Tax deducted at source, in rupees.
        optional tds "tds": decimal(Amount) => Tds;
        /// What was received already, in rupees.
        optional received "received": decimal(Amount) => Received;
        /// Whether netAmount is told after tds; false unless told.
        optional net_after_tds "netAfterTds": flag() => NetAfterTds;
    }

    /// What a side does with an invoice that stands.
    Step STEP "recipe of bijak" CallerInput {
        /// The word of the action: CANCEL, ACCEPT, REJECT or RETURN.
        required action "action": documented_length(100) => StepTerm::Action;
        /// Why, in 1 to 100 characters.
        required remarks "remarks": text(&REMARKS) => StepTerm::Remarks;
        /// The status that it leads to; needed for an action of which that is not known.
        optional new_status "newStatus": choice(&NBBL_STATUS) => StepTerm::NewStatus;
    }

    /// What an invoice of Bharat Connect is worked out from.
    Sale SALE "recipe of bijak" CallerInput {
        /// Id of the invoice: `INV` and 32 letters or digits; `random` is the other way to give it.
        optional object_id "objectId": passthrough(String) => SaleTerm::ObjectId;
        /// 32 random letters or digits for the id, such as a UUID; its hyphens do not count.
        optional random "random": passthrough(String) => SaleTerm::Random;
        /// The supplier's number of the invoice, 1 to 50 characters.
        required supplier_invoice_number "supplierInvoiceNumber": passthrough(String);
        /// Its date.
        required ts "ts": passthrough(String);
        /// The day on which it is due, written `2025-12-15`.
        optional due_date "dueDate": day() => SaleTerm::DueDate;
        /// What kind of supply it is: an ordinary one unless told.
        optional transaction_details "transactionDetails": passthrough(TransactionDetails);
        /// The supplier.
        required supplier_details "supplierDetails": passthrough(SupplierDetails);
        /// The buyer, with the place of supply.
        required buyer_details "buyerDetails": passthrough(BuyerDetails);
        /// Where the goods leave from, if not from the supplier.
        optional dispatch_details "dispatchDetails": passthrough(DispatchDetails);
        /// Where the goods go to, if not to the buyer.
        optional shipping_details "shippingDetails": passthrough(ShippingDetails);
        /// What is sold.
        required items "items": list(SaleItem SALE_ITEM) => SaleTerm::Items;
        /// What is taken off the whole, in rupees.
        optional discount "discount": decimal(Amount) => SaleTerm::Discount;
        /// What is charged besides, in rupees.
        optional other_charges "otherCharges": decimal(Amount) => SaleTerm::OtherCharges;
        /// Whether the total is rounded: to the `rupee`, half up, or `none`, as it is unless told.
        optional round_off "roundOff": choice(&ROUNDINGS) => SaleTerm::Rounding;
        /// What was paid in advance, in rupees.
        optional paid "paid": decimal(Amount) => SaleTerm::Paid;
        /// The supplier's account.
        optional supplier_bank_account_details "supplierBankAccountDetails": passthrough(SupplierBankAccountDetails);
        /// Terms of payment.
        optional advance_payment_details "advancePaymentDetails": passthrough(AdvancePaymentDetails);
        /// Remarks and the time billed.
        optional invoice_reference_details "invoiceReferenceDetails": passthrough(InvoiceReferenceDetails);
        /// Invoices that came before.
        optional preceding_invoice_details "precedingInvoiceDetails": passthrough(Vec<PrecedingInvoiceDetail>);
        /// Purchase orders.
        optional po_details "poDetails": passthrough(Vec<PoDetail>);
        /// Contracts and what else it refers to.
        optional contract_reference_details "contractReferenceDetails": passthrough(Vec<ContractReferenceDetail>);
        /// Other documents.
        optional additional_document_details "additionalDocumentDetails": passthrough(Vec<AdditionalDocumentDetail>);
        /// The export.
        optional export_details "exportDetails": passthrough(ExportDetails);
        /// The e-way bill.
        optional eway_bill_detail "ewayBillDetail": passthrough(EwayBillDetail);
        /// Payments that recur.
        optional recurring_payments "recurringPayments": passthrough(RecurringPayments);
        /// Parts that are due on days.
        optional payment_milestones "paymentMilestones": passthrough(Vec<PaymentMilestone>);
        /// Terms of shipping.
        optional shipping_terms_details "shippingTermsDetails": passthrough(ShippingTermsDetails);
        /// What a lender is asked for.
        optional invoice_financing_details "invoiceFinancingDetails": passthrough(InvoiceFinancingDetails);
        /// What the e-invoice system answered.
        optional einvoice_response "einvoiceResponse": passthrough(String);
        /// The e-invoice.
        optional e_invoice_info "eInvoiceInfo": passthrough(EInvoiceInfo);
    }

    /// An item that is sold.
    SaleItem SALE_ITEM "recipe of bijak" CallerInput {
        /// Number in the list; its position unless told.
        optional serialno "serialno": passthrough(String);
        /// What it is.
        optional product_description "productDescription": passthrough(String);
        /// Whether it is a service, Y or N: by the HSN code unless told.
        optional is_service "isService": passthrough(String) => SaleItemTerm::IsService;
        /// HSN code, or SAC of a service.
        required hsn_code "hsnCode": passthrough(String) => SaleItemTerm::Hsn;
        /// Bar code.
        optional bar_code "barCode": passthrough(String);
        /// Quantity, with at most 3 decimals; a service needs none.
        optional quantity "quantity": decimal(Milli) => SaleItemTerm::Quantity;
        /// Quantity that is free, with at most 3 decimals.
        optional free_quantity "freeQuantity": decimal(Milli);
        /// Unit by its quantity code, such as KGS.
        optional unit "unit": passthrough(String);
        /// Price of a unit without tax, in rupees with at most 3 decimals.
        required unit_price "unitPrice": decimal(Milli) => SaleItemTerm::UnitPrice;
        /// What is taken off, in rupees.
        optional discount "discount": decimal(Amount) => SaleItemTerm::Discount;
        /// Rate of GST in percent: 18 for 18 %.
        required gst_rate "gstRate": decimal(Rate) => SaleItemTerm::GstRate;
        /// Rate of the compensation cess in percent.
        optional cess_rate "cessRate": decimal(Milli) => SaleItemTerm::CessRate;
        /// What is charged besides, in rupees.
        optional other_charges "otherCharges": decimal(Amount) => SaleItemTerm::OtherCharges;
        /// Line of the order.
        optional order_line_reference "orderLineReference": passthrough(String);
        /// Country of origin by its two letters.
        optional origin_country "originCountry": passthrough(String);
        /// Serial number of the product.
        optional product_serial_number "productSerialNumber": passthrough(String);
        /// The batch.
        optional batch_details "batchDetails": passthrough(BatchDetails);
        /// What else is said of the product.
        optional attribute_details "attributeDetails": passthrough(Vec<AttributeDetail>);
    }
}
