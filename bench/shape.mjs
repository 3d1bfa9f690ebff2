// What every peer is asked to check of each field: its type, whether it may be left out or null, its length, pattern, words or
// range, and that no other field stands beside it. A common denominator of the documented fields: bijak itself checks more.
// The law between fields is in rules.mjs.

const text = (least, most) => ({ kind: "text", least, most });
const like = (pattern) => ({ kind: "pattern", pattern });
const words = (...list) => ({ kind: "words", list });
const number = (least, most) => ({ kind: "number", least, most });
const whole = (least, most) => ({ kind: "whole", least, most });
const list = (of, least = 0, most = 1000) => ({ kind: "list", of, least, most });
/** An object; fields whose name ends in `?` may be left out. */
const object = (described) => {
  const fields = Object.entries(described).map(([name, type]) => ({ name: name.replace("?", ""), type, optional: name.endsWith("?") }));
  return { kind: "object", fields };
};
const nullable = (of) => ({ kind: "nullable", of });
const flag = { kind: "flag" };
const gstin = { kind: "gstin", pattern: "^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z][CZ][0-9A-Z]$" };

const MOST = 99_999_999_999_999.99;
const amount = number(0, MOST);
const signed = number(-MOST, MOST);
const rate = number(0, 100);
const line = text(1, 100);
const name = text(3, 100);
const reference = text(1, 20);
const yesNo = words("Y", "N");
const day = like("^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$");
const moment = like("^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$");
const instant = like("^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](?:Z|[+-][0-2][0-9]:[0-5][0-9])$");
const email = like("^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$");
const state = like("^[0-9]{2}$");
const country = like("^[A-Z]{2}$");
const invoiceNumber = like("^[A-Za-z1-9/-][A-Za-z0-9/-]{0,15}$");

export const patch = object({
  "approvalStatus?": nullable(line),
  "balanceAmount?": nullable(amount),
  "baseAmount?": nullable(amount),
  "cgst?": nullable(amount),
  "chargeCustomer?": nullable(flag),
  "customerId?": like("^KC[A-Z0-9]{14}$"),
  "description?": nullable(text(1, 1000)),
  "dispatchNow?": nullable(flag),
  "dueDate?": nullable(day),
  "emailAddress?": nullable(email),
  "gstExclusive?": nullable(flag),
  "igst?": nullable(amount),
  "invoiceDate?": nullable(moment),
  "invoiceNumber?": nullable(invoiceNumber),
  "mobileNumber?": nullable(like("^[6-9][0-9]{9}$")),
  "netAmount?": nullable(amount),
  "partialPaymentAllowed?": nullable(flag),
  "payableReferenceId?": nullable(line),
  "poNumber?": nullable(line),
  "receivableStatus?": nullable(line),
  "sgst?": nullable(amount),
  "tds?": nullable(amount),
  "totalReceived?": nullable(amount),
  "via?": nullable(line),
});

const address = object({
  "type?": line,
  addressLine1: line,
  "addressLine2?": name,
  city: name,
  "state?": line,
  "country?": line,
  pincode: like("^[1-9][0-9]{5}$"),
});
const contactNumber = object({ "type?": line, "countryCode?": like("^\\+[0-9]{1,3}$"), "phoneNumber?": like("^[0-9]{6,12}$") });
const entry = object({ type: line, value: signed });

const item = object({
  serialno: text(1, 6),
  "productDescription?": text(3, 300),
  isService: yesNo,
  hsnCode: like("^(?:[0-9]{4}|[0-9]{6}|[0-9]{8})$"),
  "barCode?": text(3, 30),
  quantity: amount,
  "freeQuantity?": amount,
  "unit?": like("^[A-Z]{2,8}$"),
  unitPrice: amount,
  totalAmt: amount,
  assessmentAmount: amount,
  gstRate: rate,
  totalItemValue: amount,
  "orderLineReference?": text(1, 50),
  "originCountry?": country,
  "productSerialNumber?": reference,
  itemValueDetails: list(entry),
  rates: list(object({ type: line, value: rate })),
  "batchDetails?": object({ batchNumber: text(3, 20), "expiryDate?": day, "batchWarrantyDate?": day }),
  "attributeDetails?": list(object({ "name?": line, "value?": line })),
  "otherTaxes?": list(object({ "name?": line, "rate?": rate, "amount?": amount })),
});

export const invoice = object({
  objectId: text(1, 100),
  supplierInvoiceNumber: invoiceNumber,
  objectVersion: object({ currentVersion: whole(0, 9999), newVersion: whole(0, 9999) }),
  ts: instant,
  statusTransition: object({ currentStatus: line, newStatus: line }),
  transactionDetails: object({
    taxScheme: words("GST"),
    supplyType: words("B2B", "SEZWP", "SEZWOP", "EXPWP", "EXPWOP", "DEXP"),
    "reverseChargeTax?": yesNo,
    "igstChargable?": yesNo,
    "ecommerceGstin?": gstin,
  }),
  supplierDetails: object({
    "b2bId?": line, gstin, legalName: name, "tradeName?": name, stateCode: state, address, "contactNumber?": contactNumber, "email?": email,
  }),
  buyerDetails: object({
    "b2bId?": line, gstin, legalName: name, "tradeName?": name, stateCode: state, placeOfSupply: state, address,
    "contactNumber?": contactNumber, "email?": email,
  }),
  "dispatchDetails?": object({
    gstin, legalName: name, "tradeName?": name, stateCode: state, address, "contactNumber?": contactNumber, "email?": email,
  }),
  "shippingDetails?": object({
    gstin, lglNm: name, "trdNm?": name, stateCode: state, address, "contactNumber?": contactNumber, "email?": email,
  }),
  itemLists: list(item, 1, 1000),
  valueDetails: object({ assessmentValue: amount, totalInvoiceValue: amount, otherValues: list(entry) }),
  "supplierBankAccountDetails?": object({
    "maskedAccountNumber?": like("^[0-9X*]{4,35}$"),
    "ifsc?": like("^[A-Z]{4}0[A-Z0-9]{6}$"),
    "beneficiaryName?": line,
    "businessVPA?": like("^[A-Za-z0-9._-]{2,256}@[A-Za-z]{2,64}$"),
  }),
  "advancePaymentDetails?": object({
    "payeeName?": line, "mode?": text(1, 18), "paymentTerms?": line, "paymentInstruction?": line, "creditTransfer?": line,
    "directDebit?": line, "creditDays?": whole(0, 9999), paidAmount: amount, pendingDueAmount: amount,
  }),
  "invoiceReferenceDetails?": object({ "invoiceRemarks?": name, "invoiceStartDate?": day, "invoiceEndDate?": day }),
  "precedingInvoiceDetails?": list(object({ "invoiceNumber?": invoiceNumber, "date?": day, "otherReferenceNo?": reference })),
  "poDetails?": list(object({ "poObjId?": line, "buyerPoId?": line, "poDate?": day })),
  "contractReferenceDetails?": list(object({
    "receiptAdviceNo?": reference, "receiptAdviceDate?": day, "batchReferenceNo?": reference, "contractReferenceNo?": reference,
    "extraReferenceNo?": reference, "projectReferenceNo?": reference,
  })),
  "additionalDocumentDetails?": list(object({ "url?": name, "document?": text(3, 1000), "info?": text(3, 1000) })),
  "exportDetails?": object({
    "shipBillNo?": reference, "shipBillDate?": day, "port?": like("^[A-Z0-9]{2,10}$"), "refundClaim?": yesNo,
    "foreignCurrency?": like("^[A-Z]{3}$"), "countryCode?": country, "exportDuty?": amount,
  }),
  "ewayBillDetail?": object({
    "transporterId?": gstin, "transporterName?": name, "transportMode?": words("ROAD", "RAIL", "AIR", "SHIP", "1", "2", "3", "4"),
    distance: whole(0, 4000), "transportDocumentNo?": text(1, 15), "transportDocumentDate?": day,
    "vehicleNo?": like("^[A-Z]{2}[0-9]{1,2}[A-Z]{0,3}[0-9]{4}$"), "vehicleType?": words("O", "R"),
  }),
  "recurringPayments?": object({
    "originalInvoiceId?": line, "frequency?": line, "startDate?": day, "endDate?": day, "mandateDetails?": text(0, 1000),
    "mandateExecutionDate?": day, "mandateAmount?": amount,
  }),
  "paymentMilestones?": list(object({ milestoneDate: day, dueAmount: amount })),
  "shippingTermsDetails?": object({ "terms?": text(0, 1000), "bearingParty?": line, "charges?": amount }),
  "invoiceFinancingDetails?": object({ "dueAmount?": amount, "financingRequestAmount?": amount }),
  "einvoiceResponse?": line,
  "eInvoiceInfo?": object({ schemaVersion: text(1, 6), "irnNumber?": like("^[0-9a-f]{64}$"), "irnTs?": instant }),
});

/** How many fields a shape has, those of objects inside it included. */
export function fieldsOf(shape) {
  if (shape.kind === "object") return shape.fields.reduce((sum, { type }) => sum + 1 + fieldsOf(type), 0);
  return shape.of ? fieldsOf(shape.of) : 0;
}
