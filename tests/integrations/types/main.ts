import { build, check, normalize, rules } from "bijak";
import type { Built, Code, Finding, Report } from "bijak";

declare const console: { log(text: string): void };

const report: Report = check("updateInvoice", { cgst: 90, sgst: 90.5, customerId: "KC₹" });
const last: Finding | undefined = report.findings[1];
const { valid } = check("updateInvoice", new Uint8Array([0x7b, 0x7d]));
const { text, value } = normalize("updateInvoice", '{"dueDate":"15/12/2025","cgst":"₹ 90"}');
const dueDate: string | null | undefined = value?.dueDate;
const built: Built = build("createInvoice", {
  customerId: "KCAB12CD34EF56GH",
  invoiceNumber: "INV/2025-26/0042",
  dueDate: dueDate ?? undefined,
  gst: { base: "1000.00", rate: 18, supplierGstin: "27AAPFU0939F1ZV", placeOfSupply: "29" },
});
const codes: Code[] = report.findings.map(({ code }) => code);
const body = built.status === "ready" ? built.request.body : built.report.errors;
console.log(JSON.stringify({ codes, actual: last?.actual, valid, text, status: built.status, body }));

// @ts-expect-error: no such endpoint, so nothing here is `any`
() => check("deleteInvoice", {});
// @ts-expect-error: no such code
export const wrong: Code = `${rules()[0].code}?`;
