import { hc } from "hono/client";
import type { app } from "./app.js";

/** Sends an invoice as somebody has typed it; what it may be comes from the schema. */
export async function sendInvoice(address: string) {
  const response = await hc<typeof app>(address).invoices.$post({
    json: { customerId: "KCAB12CD34EF56GH", baseAmount: "₹ 1,000.00", cgst: "90", sgst: 90, dueDate: "15/12/2099" },
  });
  if (response.status !== 201) throw new Error(await response.text());
  const { invoice, tax } = await response.json();
  return `${invoice.baseAmount + tax} rupees on ${invoice.dueDate}`;
}
