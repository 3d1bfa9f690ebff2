// What the bench checks: a PATCH of all documented fields, and the nested invoice of the fixtures with its item many times.
import { readFileSync } from "node:fs";

const read = (file) => readFileSync(new URL(file, import.meta.url), "utf8");

/** An invoice of so many items with every field, clean, as compact JSON text. Its sums are counted in whole paise. */
function invoice(count) {
  const {
    itemLists: [item],
    valueDetails,
    advancePaymentDetails,
    paymentMilestones: _,
    ...rest
  } = JSON.parse(read("../fixtures/base/one.json"));
  const times = (amount) => (Math.round(amount * 100) * count) / 100;
  const taxes = valueDetails.otherValues.filter(({ type }) => type !== "ROUND_OFF");
  const total = times(item.totalItemValue);
  return JSON.stringify({
    ...rest,
    itemLists: Array.from({ length: count }, (_, index) => ({ ...item, serialno: `${index + 1}` })),
    valueDetails: {
      assessmentValue: times(item.assessmentAmount),
      totalInvoiceValue: total,
      otherValues: taxes.map(({ type, value }) => ({ type, value: times(value) })),
    },
    advancePaymentDetails: { ...advancePaymentDetails, paidAmount: 0, pendingDueAmount: total },
  });
}

export const payloads = {
  "PATCH": { endpoint: "updateInvoice", text: read("patch.json") },
  "PATCH, faulty": { endpoint: "updateInvoice", text: read("patch-invalid.json") },
  "1 item": { endpoint: "nbblInvoice", text: invoice(1) },
  "10 items": { endpoint: "nbblInvoice", text: invoice(10) },
  "100 items": { endpoint: "nbblInvoice", text: invoice(100) },
  "1000 items": { endpoint: "nbblInvoice", text: invoice(1000) },
};
