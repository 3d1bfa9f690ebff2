//! The invoice of Bharat Connect, as in the example of the webhook responses: its parties, items
//! and totals. It is the e-invoice INV-01 with other names; what INV-01 requires of a part is most
//! likely required here, and its lengths and ranges are the best known limits. The other parts
//! are in `nbbl_parts`.

use super::*;
use crate::value::{
    ANY_AMOUNT, B2B_ID, COUNTRY, DateForm, EMAIL, ENKASH_LINE, FREE, GSTIN, GSTIN_OR_URP, HSN, ITEM_AMOUNT, NOT_NEGATIVE, OBJECT_ID_SEEN,
    PHONE, PIN_CODE, PLACE_OF_SUPPLY, QUANTITY, RATE, STATE, STATE_OR_ABROAD, SUPPLIER_NUMBER, TCS_GSTIN, TextRule, UNIT, UNIT_PRICE,
};

static TAX_SCHEME: Choice = Choice { words: &["GST"], closed: false };

static SUPPLY_TYPE: Choice = Choice { words: &["B2B", "SEZWP", "SEZWOP", "EXPWP", "EXPWOP", "DEXP"], closed: false };

payload! {
    /// The response of the webhooks of Create Invoice and Edit Invoice.
    InvoiceWebhookResponse INVOICE_WEBHOOK_RESPONSE "EnKash pages of Bharat Connect, invoice webhooks" Free {
        /// 0 for success.
        required response_code "response_code": int(-2_147_483_648, 2_147_483_647);
        /// The result as a string.
        required response_message "response_message": text(&FREE);
        /// The payload.
        required payload "payload": object(InvoiceWebhookPayload INVOICE_WEBHOOK_PAYLOAD);
    }

    /// The invoice, its two sides and the result of the call.
    InvoiceWebhookPayload INVOICE_WEBHOOK_PAYLOAD
        "EnKash pages of Bharat Connect, invoice webhooks" Free {
        /// The two sides.
        required b2b_ids "b2bIds": object(B2bIds B2B_IDS);
        /// The result of the call.
        required resp "resp": object(B2bResp B2B_RESP);
        /// The invoice.
        required invoice "invoice": object(NbblInvoice NBBL_INVOICE);
        /// Additional information.
        required additional_info "additionalInfo": list(AdditionalInfo ADDITIONAL_INFO);
    }

    /// The result of a call at Bharat Connect.
    B2bResp B2B_RESP "EnKash pages of Bharat Connect, resp" Free {
        /// Id of the request message.
        required req_msg_id "reqMsgId": text(&ENKASH_LINE);
        /// Whether it succeeded.
        required result "result": text(&ENKASH_LINE);
        /// The error code.
        required error_cd "errorCd": text(&ENKASH_LINE);
        /// The error message.
        required error_dtl "errorDtl": text(&FREE);
        /// The field with the error.
        required error_field "errorField": text(&ENKASH_LINE);
    }

    /// An invoice of Bharat Connect. Page 18788122 marks every part as required in the webhook's
    /// response; stored documents omit the parts that do not apply.
    NbblInvoice NBBL_INVOICE "EnKash pages of Bharat Connect, invoice" Document {
        /// Id of the invoice at Bharat Connect.
        required object_id "objectId": text(&OBJECT_ID_SEEN) => DocumentTerm::ObjectId;
        /// The supplier's number of the invoice, 1 to 50 characters.
        required supplier_invoice_number "supplierInvoiceNumber": text(&SUPPLIER_NUMBER) => DocumentTerm::Number;
        /// The version of the invoice.
        required object_version "objectVersion": object(ObjectVersion OBJECT_VERSION) => DocumentTerm::Version;
        /// Its date; the page shows no format.
        required ts "ts": any_date() => DocumentTerm::Date;
        /// The transition to its status.
        required status_transition "statusTransition": object(StatusTransition STATUS_TRANSITION) => DocumentTerm::Transition;
        /// The kind of supply.
        required transaction_details "transactionDetails": object(TransactionDetails TRANSACTION_DETAILS) => DocumentTerm::Supply;
        /// The supplier.
        required supplier_details "supplierDetails": object(SupplierDetails SUPPLIER_DETAILS) => DocumentTerm::Supplier;
        /// The buyer.
        required buyer_details "buyerDetails": object(BuyerDetails BUYER_DETAILS) => DocumentTerm::Buyer;
        /// The place of dispatch, if not the supplier's address.
        response dispatch_details "dispatchDetails": object(DispatchDetails DISPATCH_DETAILS);
        /// The place of delivery, if not the buyer's address.
        response shipping_details "shippingDetails": object(ShippingDetails SHIPPING_DETAILS);
        /// The items.
        required item_lists "itemLists": list(InvoiceItem INVOICE_ITEM) => DocumentTerm::Items;
        /// The totals.
        required value_details "valueDetails": object(ValueDetails VALUE_DETAILS) => DocumentTerm::Totals;
        /// The supplier's account.
        response supplier_bank_account_details
            "supplierBankAccountDetails": object(SupplierBankAccountDetails SUPPLIER_BANK_ACCOUNT_DETAILS);
        /// Terms of payment and the advance.
        response advance_payment_details "advancePaymentDetails": object(AdvancePaymentDetails ADVANCE_PAYMENT_DETAILS) => DocumentTerm::Advance;
        /// Remarks and the billing period.
        response invoice_reference_details "invoiceReferenceDetails": object(InvoiceReferenceDetails INVOICE_REFERENCE_DETAILS);
        /// Preceding invoices.
        response preceding_invoice_details "precedingInvoiceDetails": list(PrecedingInvoiceDetail PRECEDING_INVOICE_DETAIL);
        /// Purchase orders.
        response po_details "poDetails": list(PoDetail PO_DETAIL);
        /// Contracts and other references.
        response contract_reference_details "contractReferenceDetails": list(ContractReferenceDetail CONTRACT_REFERENCE_DETAIL);
        /// Other documents.
        response additional_document_details "additionalDocumentDetails": list(AdditionalDocumentDetail ADDITIONAL_DOCUMENT_DETAIL);
        /// The export.
        response export_details "exportDetails": object(ExportDetails EXPORT_DETAILS) => DocumentTerm::Export;
        /// The e-way bill.
        response eway_bill_detail "ewayBillDetail": object(EwayBillDetail EWAY_BILL_DETAIL) => DocumentTerm::EwayBill;
        /// Recurring payments.
        response recurring_payments "recurringPayments": object(RecurringPayments RECURRING_PAYMENTS);
        /// Milestones: partial amounts with due dates.
        response payment_milestones "paymentMilestones": list(PaymentMilestone PAYMENT_MILESTONE) => DocumentTerm::Milestones;
        /// Terms of shipping.
        response shipping_terms_details "shippingTermsDetails": object(ShippingTermsDetails SHIPPING_TERMS_DETAILS);
        /// The financing request.
        response invoice_financing_details
            "invoiceFinancingDetails": object(InvoiceFinancingDetails INVOICE_FINANCING_DETAILS) => DocumentTerm::Financing;
        /// The response of the e-invoice system.
        response einvoice_response "einvoiceResponse": text(&FREE);
        /// The e-invoice.
        response e_invoice_info "eInvoiceInfo": object(EInvoiceInfo E_INVOICE_INFO);
    }

    /// The kind of supply of an invoice.
    TransactionDetails TRANSACTION_DETAILS "EnKash pages of Bharat Connect, invoice" Supply {
        /// The tax: GST.
        recommended tax_scheme "taxScheme": choice(&TAX_SCHEME);
        /// The kind of supply, such as B2B or EXPWP.
        recommended supply_type "supplyType": choice(&SUPPLY_TYPE) => SupplyTerm::Kind;
        /// Whether the tax is due under reverse charge: Y or N.
        response reverse_charge_tax "reverseChargeTax": choice(&YES_NO) => SupplyTerm::ReverseCharge;
        /// Whether IGST is due within a state: Y or N.
        response igst_chargable "igstChargable": choice(&YES_NO) => SupplyTerm::IgstWithin;
        /// GSTIN of the e-commerce operator, as a collector of tax at source.
        response ecommerce_gstin "ecommerceGstin": text(&TCS_GSTIN) => SupplyTerm::Ecommerce;
    }

    /// The supplier.
    SupplierDetails SUPPLIER_DETAILS "EnKash pages of Bharat Connect, invoice" Supplier {
        /// Id at Bharat Connect.
        response b2b_id "b2bId": text(&B2B_ID) => PartyTerm::B2bId;
        /// GSTIN.
        recommended gstin "gstin": text(&GSTIN) => PartyTerm::Gstin;
        /// Legal name.
        recommended legal_name "legalName": text_length(3, 100);
        /// Trade name.
        response trade_name "tradeName": text_length(3, 100);
        /// State by its two-digit code.
        recommended state_code "stateCode": text(&STATE) => PartyTerm::State;
        /// Address.
        recommended address "address": object(PostalAddress POSTAL_ADDRESS) => PartyTerm::Pin;
        /// Phone number.
        response contact_number "contactNumber": object(ContactNumber CONTACT_NUMBER);
        /// Email address.
        response email "email": text(&EMAIL);
    }

    /// The buyer.
    BuyerDetails BUYER_DETAILS "EnKash pages of Bharat Connect, invoice" Buyer {
        /// Id at Bharat Connect.
        response b2b_id "b2bId": text(&B2B_ID) => PartyTerm::B2bId;
        /// GSTIN, or URP for a buyer who has none.
        recommended gstin "gstin": text(&GSTIN_OR_URP) => PartyTerm::Gstin;
        /// Legal name.
        recommended legal_name "legalName": text_length(3, 100);
        /// Trade name.
        response trade_name "tradeName": text_length(3, 100);
        /// State by its two-digit code; 96 for other countries.
        recommended state_code "stateCode": text(&STATE_OR_ABROAD) => PartyTerm::State;
        /// Place of supply, by its two-digit state code; 96 for other countries.
        recommended place_of_supply "placeOfSupply": text(&PLACE_OF_SUPPLY) => PartyTerm::PlaceOfSupply;
        /// Address.
        recommended address "address": object(PostalAddress POSTAL_ADDRESS) => PartyTerm::Pin;
        /// Phone number.
        response contact_number "contactNumber": object(ContactNumber CONTACT_NUMBER);
        /// Email address.
        response email "email": text(&EMAIL);
    }

    /// The place of dispatch.
    DispatchDetails DISPATCH_DETAILS "EnKash pages of Bharat Connect, invoice" Dispatch {
        /// GSTIN.
        response gstin "gstin": text(&GSTIN) => PartyTerm::Gstin;
        /// Legal name.
        recommended legal_name "legalName": text_length(3, 100);
        /// Trade name.
        response trade_name "tradeName": text_length(3, 100);
        /// State by its two-digit code.
        recommended state_code "stateCode": text(&STATE) => PartyTerm::State;
        /// Address.
        recommended address "address": object(PostalAddress POSTAL_ADDRESS) => PartyTerm::Pin;
        /// Phone number.
        response contact_number "contactNumber": object(ContactNumber CONTACT_NUMBER);
        /// Email address.
        response email "email": text(&EMAIL);
    }

    /// The place of delivery; the fields have the names of INV-01.
    ShippingDetails SHIPPING_DETAILS "EnKash pages of Bharat Connect, invoice" ShipTo {
        /// GSTIN, or URP for a receiver who has none.
        response gstin "gstin": text(&GSTIN_OR_URP) => PartyTerm::Gstin;
        /// Legal name.
        recommended lgl_nm "lglNm": text_length(3, 100);
        /// Trade name.
        response trd_nm "trdNm": text_length(3, 100);
        /// State by its two-digit code; 96 for other countries.
        recommended state_code "stateCode": text(&STATE_OR_ABROAD) => PartyTerm::State;
        /// Address.
        recommended address "address": object(PostalAddress POSTAL_ADDRESS) => PartyTerm::Pin;
        /// Phone number.
        response contact_number "contactNumber": object(ContactNumber CONTACT_NUMBER);
        /// Email address.
        response email "email": text(&EMAIL);
    }

    /// An address.
    PostalAddress POSTAL_ADDRESS "EnKash pages of Bharat Connect, invoice" Free {
        /// The type of address.
        response kind "type": text_length(1, 100);
        /// Building and street.
        recommended address_line1 "addressLine1": text_length(1, 100);
        /// Further address line.
        response address_line2 "addressLine2": text_length(3, 100);
        /// Town or place.
        recommended city "city": text_length(3, 100);
        /// State by its name.
        response state "state": text_length(1, 100);
        /// Country.
        response country "country": text_length(1, 100);
        /// PIN code; 999999 for other countries.
        recommended pincode "pincode": text(&PIN_CODE) => AddressTerm::Pin;
    }

    /// A phone number.
    ContactNumber CONTACT_NUMBER "EnKash pages of Bharat Connect, invoice" Free {
        /// The type of phone.
        response kind "type": text_length(1, 100);
        /// Country code.
        response country_code "countryCode": text_length(1, 100);
        /// The number, 6 to 12 digits.
        response phone_number "phoneNumber": text(&PHONE);
    }

    /// An item. Its taxes have no fields of their own: they are among itemValueDetails and rates.
    InvoiceItem INVOICE_ITEM "EnKash pages of Bharat Connect, invoice" Item {
        /// Serial number.
        recommended serialno "serialno": text_length(1, 6) => ItemTerm::Serial;
        /// Description.
        response product_description "productDescription": text_length(3, 300);
        /// Whether it is a service: Y or N.
        recommended is_service "isService": choice(&YES_NO) => ItemTerm::IsService;
        /// HSN code, or SAC of a service.
        recommended hsn_code "hsnCode": text(&HSN) => ItemTerm::Hsn;
        /// Bar code.
        response bar_code "barCode": text_length(3, 30);
        /// Quantity, with at most 3 decimals.
        response quantity "quantity": amount(&QUANTITY) => ItemTerm::Quantity;
        /// Free quantity, with at most 3 decimals.
        response free_quantity "freeQuantity": amount(&QUANTITY);
        /// Unit by its quantity code, such as KGS.
        response unit "unit": text(&UNIT) => ItemTerm::Unit;
        /// Price of a unit, in rupees with at most 3 decimals.
        recommended unit_price "unitPrice": amount(&UNIT_PRICE) => ItemTerm::UnitPrice;
        /// Quantity times price, in rupees with at most 2 decimals.
        recommended total_amt "totalAmt": amount(&ITEM_AMOUNT) => ItemTerm::Gross;
        /// Taxable value, in rupees with at most 2 decimals.
        recommended assessment_amount "assessmentAmount": amount(&ITEM_AMOUNT) => ItemTerm::Taxable;
        /// Rate of GST in percent: 18 for 18 %.
        recommended gst_rate "gstRate": amount(&RATE) => ItemTerm::GstRate;
        /// Value with taxes and charges, in rupees with at most 2 decimals.
        recommended total_item_value "totalItemValue": amount(&ITEM_AMOUNT) => ItemTerm::Value;
        /// Line of the order.
        response order_line_reference "orderLineReference": text_length(1, 50);
        /// Country of origin by its two letters.
        response origin_country "originCountry": text(&COUNTRY);
        /// Serial number of the product.
        response product_serial_number "productSerialNumber": text_length(1, 20);
        /// Taxes, cesses, discounts and charges.
        response item_value_details "itemValueDetails": list(ItemValueDetail ITEM_VALUE_DETAIL) => ItemTerm::Charges;
        /// Rates of taxes and cesses.
        response rates "rates": list(ItemRate ITEM_RATE) => ItemTerm::Rates;
        /// The batch.
        response batch_details "batchDetails": object(BatchDetails BATCH_DETAILS);
        /// Further attributes of the product.
        response attribute_details "attributeDetails": list(AttributeDetail ATTRIBUTE_DETAIL);
        /// Other taxes.
        response other_taxes "otherTaxes": list(OtherTaxDetail OTHER_TAX_DETAIL) => ItemTerm::OtherTaxes;
    }

    /// A tax, cess, discount or charge of an item.
    ItemValueDetail ITEM_VALUE_DETAIL "EnKash pages of Bharat Connect, invoice" ItemCharge {
        /// The kind; its labels are not documented.
        response kind "type": text_length(1, 100) => ChargeTerm::Kind;
        /// Its value, in rupees with at most 2 decimals.
        response value "value": amount(&ANY_AMOUNT) => ChargeTerm::Value;
    }

    /// A rate of a tax or cess of an item.
    ItemRate ITEM_RATE "EnKash pages of Bharat Connect, invoice" ItemRate {
        /// The kind; its labels are not documented.
        response kind "type": text_length(1, 100) => ChargeTerm::Kind;
        /// The rate in percent, with at most 3 decimals.
        response value "value": amount(&RATE) => ChargeTerm::Value;
    }

    /// A batch of goods.
    BatchDetails BATCH_DETAILS "EnKash pages of Bharat Connect, invoice" Free {
        /// Number of the batch.
        recommended batch_number "batchNumber": text_length(3, 20);
        /// Last day of use.
        response expiry_date "expiryDate": any_date();
        /// Last day of the warranty.
        response batch_warranty_date "batchWarrantyDate": any_date();
    }

    /// An attribute of a product.
    AttributeDetail ATTRIBUTE_DETAIL "EnKash pages of Bharat Connect, invoice" Free {
        /// The name.
        response name "name": text_length(1, 100);
        /// Its value.
        response value "value": text_length(1, 100);
    }

    /// Another tax.
    OtherTaxDetail OTHER_TAX_DETAIL "EnKash pages of Bharat Connect, invoice" OtherTax {
        /// The name.
        response name "name": text_length(1, 100);
        /// Rate in percent, with at most 3 decimals.
        response rate "rate": amount(&RATE) => OtherTaxTerm::Rate;
        /// Amount, in rupees with at most 2 decimals.
        response amount "amount": amount(&ITEM_AMOUNT) => OtherTaxTerm::Amount;
    }

    /// The totals of an invoice.
    ValueDetails VALUE_DETAILS "EnKash pages of Bharat Connect, invoice" Totals {
        /// Taxable value, in rupees with at most 2 decimals.
        recommended assessment_value "assessmentValue": amount(&NOT_NEGATIVE) => TotalsTerm::Taxable;
        /// The total amount, in rupees with at most 2 decimals.
        recommended total_invoice_value "totalInvoiceValue": amount(&NOT_NEGATIVE) => TotalsTerm::Total;
        /// Taxes, cesses, discounts, charges and the round-off.
        response other_values "otherValues": list(OtherValue OTHER_VALUE) => TotalsTerm::Charges;
    }

    /// A tax, cess, discount, charge or round-off of an invoice.
    OtherValue OTHER_VALUE "EnKash pages of Bharat Connect, invoice" DocumentCharge {
        /// The kind; its labels are not documented.
        response kind "type": text_length(1, 100) => ChargeTerm::Kind;
        /// Its value, in rupees with at most 2 decimals.
        response value "value": amount(&ANY_AMOUNT) => ChargeTerm::Value;
    }
}
