// The fields of the invoice form, in order: wire name, label, kind, and fieldset.
// kind: text | amount | flag; `words` are offered, not enforced: what is wrong, bijak says.

import { rawMembers } from "./json-text.js";

export const endpoints = {
  createInvoice: { label: "createInvoice (POST)", root: [] },
  updateInvoice: { label: "updateInvoice (PATCH)", root: [] },
  invoiceResponse: { label: "invoiceResponse (read only)", root: ["payload"], readOnly: true },
};

const approvalWords = [
  "MAKER_APPROVAL_PENDING", "MAKER_APPROVED", "MAKER_REJECTED", "CHECKER_APPROVAL_PENDING", "CHECKER_APPROVED",
  "CHECKER_REJECTED", "APPROVER_APPROVAL_PENDING", "APPROVER_APPROVED", "APPROVER_REJECTED", "BANK_APPROVED",
];

export const fields = [
  { name: "invoiceNumber", label: "Invoice number", kind: "text", place: "head" },
  { name: "poNumber", label: "Purchase order", kind: "text", place: "head" },
  { name: "invoiceDate", label: "Invoice date", kind: "text", place: "head", example: "2025-11-15T10:30:00" },
  { name: "dueDate", label: "Due date", kind: "text", place: "head", example: "2025-12-15" },
  { name: "externalId", label: "Your id", kind: "text", place: "head", wide: true, not: ["updateInvoice"] },

  { name: "customerId", label: "Customer id", kind: "text", place: "customer", example: "KC and 14 characters" },
  { name: "mobileNumber", label: "Mobile", kind: "text", place: "customer", input: "tel" },
  { name: "emailAddress", label: "Email", kind: "text", place: "customer", input: "email", wide: true },
  { name: "description", label: "Description", kind: "text", place: "customer", wide: true },

  { name: "baseAmount", label: "Base amount", kind: "amount", place: "ledger" },
  { name: "cgst", label: "CGST", kind: "amount", place: "ledger" },
  { name: "sgst", label: "SGST or UTGST", kind: "amount", place: "ledger" },
  { name: "igst", label: "IGST", kind: "amount", place: "ledger" },
  { name: "netAmount", label: "Net amount", kind: "amount", place: "ledger", strong: true },
  { name: "tds", label: "TDS withheld", kind: "amount", place: "ledger" },
  { name: "totalReceived", label: "Received so far", kind: "amount", place: "ledger" },
  { name: "balanceAmount", label: "Balance due", kind: "amount", place: "ledger", strong: true },

  { name: "gstExclusive", label: "Base excludes GST", kind: "flag", place: "handling", not: ["invoiceResponse"] },
  { name: "partialPaymentAllowed", label: "Part payment allowed", kind: "flag", place: "handling" },
  { name: "dispatchNow", label: "Dispatch now", kind: "flag", place: "handling", not: ["invoiceResponse"] },
  { name: "chargeCustomer", label: "Charge the customer", kind: "flag", place: "handling", not: ["invoiceResponse"] },
  { name: "approvalStatus", label: "Approval status", kind: "text", place: "handling", words: approvalWords },
  { name: "receivableStatus", label: "Receivable status", kind: "text", place: "handling" },
  { name: "payableReferenceId", label: "Payable reference", kind: "text", place: "handling" },
  { name: "via", label: "Sent via", kind: "text", place: "handling" },
];

export const targetFields = [
  { name: "invoiceId", label: "Invoice id, in the path", kind: "text", place: "target" },
  { name: "sellerId", label: "Seller id, in the query", kind: "text", place: "target", example: "CEK and 7 characters" },
];

export const appliesTo = (field, endpoint) => !field.not?.includes(endpoint);

/** The JSON of a control's content; `undefined` omits the member. */
export function rawOf(field, content) {
  if (content === "") return undefined;
  if (field.kind === "flag") return content;
  if (field.kind === "amount" && /^-?(0|[1-9]\d*)(\.\d*)?$/.test(content)) return halfTyped(content);
  return JSON.stringify(content);
}

/** "1000." is a sum on its way to "1000.50", no fault yet. */
export const halfTyped = (sum) => sum.replace(/\.$/, "");

/** What a control shows for a member's JSON text. */
export function contentOf(field, raw) {
  if (raw === undefined) return "";
  if (field.kind === "flag") return raw;
  if (raw === "null") return "";
  if (raw.startsWith('"')) return JSON.parse(raw);
  // A response writes its words as { label, name }.
  const name = rawMembers(raw).get("name");
  return name?.startsWith('"') ? JSON.parse(name) : raw;
}
