//! The payloads as plain structs, as one would write them for serde: the fields that `shape.mjs` lists for the peers in
//! JavaScript. Texts are `S` (`String`, or `&str` borrowed from the bytes), amounts `f64`. Nothing is checked beyond types.

#![cfg(feature = "peers")]
#![allow(dead_code)] // parsed, and not looked at

use serde::Deserialize;

/// The body of `updateInvoice`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Patch<S> {
    approval_status: Option<S>,
    balance_amount: Option<f64>,
    base_amount: Option<f64>,
    cgst: Option<f64>,
    charge_customer: Option<bool>,
    customer_id: Option<S>,
    description: Option<S>,
    dispatch_now: Option<bool>,
    due_date: Option<S>,
    email_address: Option<S>,
    gst_exclusive: Option<bool>,
    igst: Option<f64>,
    invoice_date: Option<S>,
    invoice_number: Option<S>,
    mobile_number: Option<S>,
    net_amount: Option<f64>,
    partial_payment_allowed: Option<bool>,
    payable_reference_id: Option<S>,
    po_number: Option<S>,
    receivable_status: Option<S>,
    sgst: Option<f64>,
    tds: Option<f64>,
    total_received: Option<f64>,
    via: Option<S>,
}

/// The nested invoice.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Invoice<S> {
    object_id: S,
    supplier_invoice_number: S,
    object_version: ObjectVersion,
    ts: S,
    status_transition: StatusTransition<S>,
    transaction_details: TransactionDetails<S>,
    supplier_details: Party<S>,
    buyer_details: Party<S>,
    dispatch_details: Option<Party<S>>,
    shipping_details: Option<Shipping<S>>,
    item_lists: Vec<Item<S>>,
    value_details: ValueDetails<S>,
    supplier_bank_account_details: Option<BankAccount<S>>,
    advance_payment_details: Option<AdvancePayment<S>>,
    invoice_reference_details: Option<InvoiceReference<S>>,
    preceding_invoice_details: Option<Vec<PrecedingInvoice<S>>>,
    po_details: Option<Vec<Po<S>>>,
    contract_reference_details: Option<Vec<ContractReference<S>>>,
    additional_document_details: Option<Vec<AdditionalDocument<S>>>,
    export_details: Option<Export<S>>,
    eway_bill_detail: Option<EwayBill<S>>,
    recurring_payments: Option<RecurringPayments<S>>,
    payment_milestones: Option<Vec<Milestone<S>>>,
    shipping_terms_details: Option<ShippingTerms<S>>,
    invoice_financing_details: Option<Financing>,
    einvoice_response: Option<S>,
    e_invoice_info: Option<EInvoiceInfo<S>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ObjectVersion {
    current_version: i64,
    new_version: i64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StatusTransition<S> {
    current_status: S,
    new_status: S,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransactionDetails<S> {
    tax_scheme: S,
    supply_type: S,
    reverse_charge_tax: Option<S>,
    igst_chargable: Option<S>,
    ecommerce_gstin: Option<S>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Party<S> {
    #[serde(rename = "b2bId")]
    b2b_id: Option<S>,
    gstin: S,
    legal_name: S,
    trade_name: Option<S>,
    state_code: S,
    place_of_supply: Option<S>,
    address: Address<S>,
    contact_number: Option<ContactNumber<S>>,
    email: Option<S>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Shipping<S> {
    gstin: S,
    lgl_nm: S,
    trd_nm: Option<S>,
    state_code: S,
    address: Address<S>,
    contact_number: Option<ContactNumber<S>>,
    email: Option<S>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Address<S> {
    r#type: Option<S>,
    address_line1: S,
    address_line2: Option<S>,
    city: S,
    state: Option<S>,
    country: Option<S>,
    pincode: S,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContactNumber<S> {
    r#type: Option<S>,
    country_code: Option<S>,
    phone_number: Option<S>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Item<S> {
    serialno: S,
    product_description: Option<S>,
    is_service: S,
    hsn_code: S,
    bar_code: Option<S>,
    quantity: f64,
    free_quantity: Option<f64>,
    unit: Option<S>,
    unit_price: f64,
    total_amt: f64,
    assessment_amount: f64,
    gst_rate: f64,
    total_item_value: f64,
    order_line_reference: Option<S>,
    origin_country: Option<S>,
    product_serial_number: Option<S>,
    item_value_details: Vec<Entry<S>>,
    rates: Vec<Entry<S>>,
    batch_details: Option<Batch<S>>,
    attribute_details: Option<Vec<Attribute<S>>>,
    other_taxes: Option<Vec<OtherTax<S>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry<S> {
    r#type: S,
    value: f64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Batch<S> {
    batch_number: S,
    expiry_date: Option<S>,
    batch_warranty_date: Option<S>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribute<S> {
    name: Option<S>,
    value: Option<S>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherTax<S> {
    name: Option<S>,
    rate: Option<f64>,
    amount: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ValueDetails<S> {
    assessment_value: f64,
    total_invoice_value: f64,
    other_values: Vec<Entry<S>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BankAccount<S> {
    masked_account_number: Option<S>,
    ifsc: Option<S>,
    beneficiary_name: Option<S>,
    #[serde(rename = "businessVPA")]
    business_vpa: Option<S>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AdvancePayment<S> {
    payee_name: Option<S>,
    mode: Option<S>,
    payment_terms: Option<S>,
    payment_instruction: Option<S>,
    credit_transfer: Option<S>,
    direct_debit: Option<S>,
    credit_days: Option<i64>,
    paid_amount: f64,
    pending_due_amount: f64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InvoiceReference<S> {
    invoice_remarks: Option<S>,
    invoice_start_date: Option<S>,
    invoice_end_date: Option<S>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PrecedingInvoice<S> {
    invoice_number: Option<S>,
    date: Option<S>,
    other_reference_no: Option<S>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Po<S> {
    po_obj_id: Option<S>,
    buyer_po_id: Option<S>,
    po_date: Option<S>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContractReference<S> {
    receipt_advice_no: Option<S>,
    receipt_advice_date: Option<S>,
    batch_reference_no: Option<S>,
    contract_reference_no: Option<S>,
    extra_reference_no: Option<S>,
    project_reference_no: Option<S>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdditionalDocument<S> {
    url: Option<S>,
    document: Option<S>,
    info: Option<S>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Export<S> {
    ship_bill_no: Option<S>,
    ship_bill_date: Option<S>,
    port: Option<S>,
    refund_claim: Option<S>,
    foreign_currency: Option<S>,
    country_code: Option<S>,
    export_duty: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EwayBill<S> {
    transporter_id: Option<S>,
    transporter_name: Option<S>,
    transport_mode: Option<S>,
    distance: i64,
    transport_document_no: Option<S>,
    transport_document_date: Option<S>,
    vehicle_no: Option<S>,
    vehicle_type: Option<S>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecurringPayments<S> {
    original_invoice_id: Option<S>,
    frequency: Option<S>,
    start_date: Option<S>,
    end_date: Option<S>,
    mandate_details: Option<S>,
    mandate_execution_date: Option<S>,
    mandate_amount: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Milestone<S> {
    milestone_date: S,
    due_amount: f64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShippingTerms<S> {
    terms: Option<S>,
    bearing_party: Option<S>,
    charges: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Financing {
    due_amount: Option<f64>,
    financing_request_amount: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EInvoiceInfo<S> {
    schema_version: S,
    irn_number: Option<S>,
    irn_ts: Option<S>,
}
