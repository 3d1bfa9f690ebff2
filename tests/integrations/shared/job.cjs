// The same in every consumer: the three functions at work, on objects, text and bytes. Nothing is awaited.
const { build, check, normalize } = require("bijak");

exports.job = () => {
  const { findings } = check("updateInvoice", { cgst: 90, sgst: 90.5, customerId: "KC₹" });
  const { valid } = check("updateInvoice", new Uint8Array([0x7b, 0x7d]));
  const { text } = normalize("updateInvoice", '{"dueDate":"15/12/2025","cgst":"₹ 90"}');
  const { status, request } = build("createInvoice", {
    customerId: "KCAB12CD34EF56GH",
    invoiceNumber: "INV/2025-26/0042",
    dueDate: "2025-12-15",
    gst: { base: "1000.00", rate: 18, supplierGstin: "27AAPFU0939F1ZV", placeOfSupply: "29" },
  });
  return { codes: findings.map(({ code }) => code), actual: findings.at(-1).actual, valid, text, status, body: request.body };
};
