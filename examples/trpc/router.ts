import { initTRPC, StandardSchemaV1Error } from "@trpc/server";
import { schema } from "bijak";

const indianTime = 5.5 * 60 * 60 * 1000;

const createInvoice = schema("createInvoice", {
  get today() {
    // asked at each call
    return new Date(Date.now() + indianTime).toISOString().slice(0, 10);
  },
});

const t = initTRPC.create({
  // hands the issues, with their paths, to the client
  errorFormatter: ({ shape, error }) => {
    const issues = error.cause instanceof StandardSchemaV1Error ? error.cause.issues : [];
    return { ...shape, data: { ...shape.data, issues } };
  },
});

export const router = t.router({
  createInvoice: t.procedure.input(createInvoice).mutation(({ input: invoice }) => {
    // normalized, and typed so
    const tax = (invoice.cgst ?? 0) + (invoice.sgst ?? 0) + (invoice.igst ?? 0);
    return { invoice, tax };
  }),
});

export type Router = typeof router;
