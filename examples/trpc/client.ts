import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client";
import type { Router } from "./router.js";

/** Sends an invoice as somebody has typed it; what it may be comes from the schema. */
export async function sendInvoice(url: string, customerId: string) {
  const client = createTRPCClient<Router>({ links: [httpLink({ url })] });
  try {
    const typed = { customerId, baseAmount: "₹ 1,000.00", cgst: "90", sgst: 90, dueDate: "15/12/2099" };
    const { invoice, tax } = await client.createInvoice.mutate(typed);
    return `${invoice.baseAmount + tax} rupees on ${invoice.dueDate}`;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return error.data?.issues.map(({ message }) => message).join("\n");
  }
}

function isRefusal(error: unknown): error is TRPCClientError<Router> {
  return error instanceof TRPCClientError;
}
