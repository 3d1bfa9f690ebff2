import { sValidator } from "@hono/standard-validator";
import { schema } from "bijak";
import { Hono } from "hono";

const indianTime = 5.5 * 60 * 60 * 1000;

const createInvoice = schema("createInvoice", {
  get today() {
    // asked at each request
    return new Date(Date.now() + indianTime).toISOString().slice(0, 10);
  },
});

export const app = new Hono().post(
  "/invoices",
  sValidator("json", createInvoice, (result, c) => {
    if (!result.success) return c.json({ issues: result.error }, 422);
  }),
  (c) => {
    const invoice = c.req.valid("json"); // normalized, and typed so
    const tax = (invoice.cgst ?? 0) + (invoice.sgst ?? 0) + (invoice.igst ?? 0);
    return c.json({ invoice, tax }, 201);
  },
);
