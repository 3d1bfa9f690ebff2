// What is checked: a PATCH of all documented fields and nested invoices of 1 to 1000 items with all documented fields, each
// sound, and with three faults: one of a character, one of a pattern, one of arithmetic. Amounts are written with two
// decimals, as Java prints a BigDecimal. The items differ, and are the same in every run.
import { readFileSync } from "node:fs";

const read = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));

/** Numbers below `bound`, always the same ones (Lehmer's generator). */
function chance(seed) {
  let state = seed;
  return (bound) => {
    state = (state * 48271) % 2147483647;
    return state % bound;
  };
}

/** Paise, written as an amount. */
class Money {
  constructor(paise) {
    this.paise = paise;
  }
  toJSON() {
    return `@${Math.trunc(this.paise / 100)}.${`${this.paise % 100}`.padStart(2, "0")}@`;
  }
}
const money = (paise) => new Money(paise);
const textOf = (value) => JSON.stringify(value).replace(/"@([0-9.]+)@"/g, "$1");

const AMOUNTS = ["balanceAmount", "baseAmount", "cgst", "igst", "netAmount", "sgst", "tds", "totalReceived"];

function patch() {
  const fields = read("../tests/bench/patch.json");
  for (const name of AMOUNTS) fields[name] = money(Math.round(fields[name] * 100));
  return fields;
}

const GOODS = [
  ["Steel hex bolt M12 x 50", "73181500", "NOS"],
  ["Copper wire 2.5 sq mm", "85444999", "MTR"],
  ["Corrugated box, 5 ply", "481910", "BOX"],
  ["Hydraulic oil ISO VG 68", "27101980", "LTR"],
  ["LED panel light 18 W", "9405", "NOS"],
  ["Ball bearing 6205", "84821011", "PCS"],
];
const COLOURS = ["grey", "blue", "natural"];

function item(index, pick) {
  const [productDescription, hsnCode, unit] = GOODS[pick(GOODS.length)];
  const quantity = 1 + pick(50);
  const price = 1000 + pick(250_000);
  const gross = quantity * price;
  const discount = Math.floor(gross / 100) * pick(6);
  const taxable = gross - discount;
  const rate = [5, 18][pick(2)];
  const half = Math.floor((taxable * rate + 100) / 200);
  const value = taxable + 2 * half;
  const written = {
    serialno: `${index + 1}`,
    productDescription,
    isService: "N",
    hsnCode,
    barCode: `890${1_000_000_000 + pick(999_999_999)}`,
    quantity,
    freeQuantity: 0,
    unit,
    unitPrice: money(price),
    totalAmt: money(gross),
    assessmentAmount: money(taxable),
    gstRate: rate,
    totalItemValue: money(value),
    orderLineReference: `PO-77812-${index + 1}`,
    originCountry: "IN",
    productSerialNumber: `SN${100_000 + pick(899_999)}`,
    itemValueDetails: [
      { type: "DISCOUNT", value: money(discount) },
      { type: "CGST", value: money(half) },
      { type: "SGST", value: money(half) },
    ],
    rates: [
      { type: "CGST", value: rate / 2 },
      { type: "SGST", value: rate / 2 },
    ],
    batchDetails: { batchNumber: `B${10_000 + pick(89_999)}`, expiryDate: "2027-03-31", batchWarrantyDate: "2026-03-31" },
    attributeDetails: [
      { name: "colour", value: COLOURS[pick(3)] },
      { name: "grade", value: "A" },
    ],
    otherTaxes: [{ name: "Mandi fee", rate: 0, amount: money(0) }],
  };
  return { written, taxable, half, value };
}

function invoice(count) {
  const base = read("../tests/fixtures/base/one.json");
  const pick = chance(777 + count);
  const items = Array.from({ length: count }, (_, index) => item(index, pick));
  const sum = (name) => items.reduce((total, each) => total + each[name], 0);
  const total = sum("value");
  const paid = Math.floor(total / 4);
  const due = total - paid;
  const first = Math.floor(due / 2);
  return {
    ...base,
    itemLists: items.map(({ written }) => written),
    valueDetails: {
      assessmentValue: money(sum("taxable")),
      totalInvoiceValue: money(total),
      otherValues: [
        { type: "CGST", value: money(sum("half")) },
        { type: "SGST", value: money(sum("half")) },
      ],
    },
    advancePaymentDetails: { ...base.advancePaymentDetails, paidAmount: money(paid), pendingDueAmount: money(due) },
    recurringPayments: { ...base.recurringPayments, mandateAmount: money(total) },
    paymentMilestones: [
      { milestoneDate: "2025-12-15", dueAmount: money(first) },
      { milestoneDate: "2026-01-15", dueAmount: money(due - first) },
    ],
    invoiceFinancingDetails: { dueAmount: money(due), financingRequestAmount: money(due) },
  };
}

const TEN_RUPEES = 1000;
/** The faults of each kind of payload: the field that each is told of, and how it comes about. */
const FAULTS = {
  updateInvoice: {
    customerId: (patch) => (patch.customerId = patch.customerId.slice(0, -1)),
    mobileNumber: (patch) => (patch.mobileNumber = `1${patch.mobileNumber.slice(1)}`),
    netAmount: (patch) => {
      patch.netAmount = money(patch.netAmount.paise + TEN_RUPEES);
      patch.balanceAmount = money(patch.balanceAmount.paise + TEN_RUPEES); // follows from it
    },
  },
  nbblInvoice: {
    "supplierDetails.gstin": ({ supplierDetails }) => (supplierDetails.gstin = `${supplierDetails.gstin.slice(0, 14)}A`),
    "itemLists.0.hsnCode": ({ itemLists: [item] }) => (item.hsnCode = `${item.hsnCode}12345678`.slice(0, 7)),
    "valueDetails.totalInvoiceValue": ({ valueDetails, advancePaymentDetails, paymentMilestones: [milestone] }) => {
      valueDetails.totalInvoiceValue = money(valueDetails.totalInvoiceValue.paise + TEN_RUPEES);
      advancePaymentDetails.pendingDueAmount = money(advancePaymentDetails.pendingDueAmount.paise + TEN_RUPEES); // so do these
      milestone.dueAmount = money(milestone.dueAmount.paise + TEN_RUPEES);
    },
  },
};

function payload(endpoint, make) {
  const faults = FAULTS[endpoint];
  const with_ = (chosen) => {
    const value = make();
    for (const [, bring] of chosen) bring(value);
    return textOf(value);
  };
  const entries = Object.entries(faults);
  return {
    endpoint,
    valid: with_([]),
    invalid: with_(entries),
    /** The text with one fault each, by the field it is told of. */
    single: Object.fromEntries(entries.map((fault) => [fault[0], with_([fault])])),
  };
}

export const payloads = {
  "PATCH": payload("updateInvoice", patch),
  "1 item": payload("nbblInvoice", () => invoice(1)),
  "10 items": payload("nbblInvoice", () => invoice(10)),
  "100 items": payload("nbblInvoice", () => invoice(100)),
  "1000 items": payload("nbblInvoice", () => invoice(1000)),
};
