// Written by `cargo xtask codegen` from the tables of the crate. build.mjs appends this to the generated types.

/** The payload of each endpoint. */
export interface Payloads {
  updateInvoice: UpdateInvoice;
  createInvoice: CreateInvoice;
  invoiceResponse: InvoiceResponseEnvelope;
  sendInvoiceRequest: InvoiceRequest;
  editInvoiceRequest: InvoiceRequest;
  changeInvoiceStatus: ChangeInvoiceStatus;
  confirmInvoice: ConfirmInvoice;
  payInvoice: PayInvoice;
  confirmPayment: ConfirmPayment;
  invoiceWebhookResponse: InvoiceWebhookResponse;
  nbblInvoice: NbblInvoice;
  b2bResponse: B2bAnswer;
}

/** The endpoints that `build` makes requests for. The others are responses. */
export type BuildEndpoint =
  | "updateInvoice"
  | "createInvoice"
  | "sendInvoiceRequest"
  | "editInvoiceRequest"
  | "changeInvoiceStatus"
  | "confirmInvoice"
  | "payInvoice"
  | "confirmPayment";

/** The recipes from which fields of an endpoint are computed. */
export interface Recipes {
  /** The inputs from which the taxes and totals of an invoice are computed. */
  updateInvoice: { gst?: Gst };
  /** The inputs from which the taxes and totals of an invoice are computed. */
  createInvoice: { gst?: Gst };
  /** The inputs from which an invoice of Bharat Connect is computed. */
  sendInvoiceRequest: { sale?: Sale };
  /** The inputs from which an invoice of Bharat Connect is computed. */
  editInvoiceRequest: { sale?: Sale };
  /** The inputs of a status change. */
  changeInvoiceStatus: { step?: Step };
  /** The inputs of a status change. */
  confirmInvoice: { step?: Step };
}

/** The kind of holder of a GSTIN. */
export type GstinKind = "regular" | "government" | "nrtp" | "oidar" | "uin" | "tds" | "tcs";

/** The statuses of each machine. */
export interface Statuses {
  invoice:
    | "CREATED"
    | "SENT_TO_BUYER"
    | "ACCEPTED"
    | "REJECTED"
    | "UNDER_REVIEW"
    | "CANCELLED"
    | "DELETED"
    | "PARTIALLY_PAID"
    | "FULLY_PAID"
    | "CLOSED"
    | "ABANDONED"
    | "PAYMENT_INITIATED"
    | "PARTIALLY_PAID_AND_PAYMENT_INITIATED";
  approvalStatus:
    | "MAKER_APPROVAL_PENDING"
    | "MAKER_APPROVED"
    | "MAKER_REJECTED"
    | "CHECKER_APPROVAL_PENDING"
    | "CHECKER_APPROVED"
    | "CHECKER_REJECTED"
    | "APPROVER_APPROVAL_PENDING"
    | "APPROVER_APPROVED"
    | "APPROVER_REJECTED"
    | "BANK_APPROVED"
    | "BANK_REJECTED";
  invoiceStatus: "UNPAID" | "PARTIAL_PAID" | "PAID" | "REFUNDED";
  earlyPaymentStatus: "PENDING" | "APPROVED" | "REJECTED" | "EXPIRED";
}
