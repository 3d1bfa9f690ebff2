/** The fields of the form, of all that an invoice has. */
export const fields = [
  { name: "customerId", label: "Customer" },
  { name: "invoiceNumber", label: "Invoice number" },
  { name: "dueDate", label: "Due date" },
  { name: "baseAmount", label: "Base amount" },
  { name: "cgst", label: "CGST" },
  { name: "sgst", label: "SGST" },
  { name: "igst", label: "IGST" },
  { name: "netAmount", label: "Net amount" },
] as const;
