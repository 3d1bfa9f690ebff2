// The verbs, written by hand because wasm-bindgen has no generic functions. build.mjs appends them to the generated types.

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

/** The endpoints that `build` makes requests for: those that are sent. The others are only received. */
export type BuildEndpoint = Exclude<Endpoint, "invoiceResponse" | "invoiceWebhookResponse" | "nbblInvoice" | "b2bResponse">;

/** What the fields of an endpoint may be worked out from. */
export interface Recipes {
  /** Amounts, taxes and totals from a price, a rate and two states. */
  updateInvoice: { gst?: Gst };
  createInvoice: { gst?: Gst };
  /** Every sum, head and total from items, parties and the place of supply; with the nested invoice. */
  sendInvoiceRequest: { sale?: Sale };
  /** The same, with version and step from the option `current`. */
  editInvoiceRequest: { sale?: Sale };
  /** Version and step from an action and the option `current`. */
  changeInvoiceStatus: { step?: Step };
  confirmInvoice: { step?: Step };
}

/**
 * The payload's own fields, and a recipe from which others are worked out: `gst`, `sale` or `step`.
 * Giving one of those beside the recipe is refused with `build.conflict`.
 */
export type BuildFields<E extends BuildEndpoint> = Partial<Payloads[E]> & (E extends keyof Recipes ? Recipes[E] : unknown);

/** What may be told beside the payload. */
export interface Options extends Omit<CheckOptions, "current" | "locale"> {
  /**
   * The invoice as it stands, as an object or as JSON, alone or in the envelope of an answer or a request: a PATCH is
   * judged on the invoice that would result, a change of status on where it starts, and of a nested invoice the next
   * version and step are built.
   */
  current?: InvoiceResponse | FlatInvoice | Partial<NbblInvoice> | string | Uint8Array;
  /** The language of messages, English unless told: `hi` of `bijak/hi`, or one made by `bijak/language`. */
  locale?: "en" | Language;
}

/** A language of messages; `bijak/hi` is one, `bijak/language` makes one. */
export interface Language {
  /** Its BCP 47 tag. */
  readonly locale: string;
  readonly messages: readonly string[];
  readonly phrases: Readonly<Record<string, string>>;
  readonly reasons: readonly string[];
}

/** What a language says, as far as it is translated: the shape of `bijak/messages/en.json`. */
export interface Translation {
  /** The sentences of each code; a code has one or more forms. */
  messages?: { [C in Code]?: Record<string, string> };
  /** Words that fill places of sentences, by their English: kinds of values, parties, `or`. */
  phrases?: Record<string, string>;
  /** Why normalizing changed something. */
  reasons?: Record<string, string>;
}

/** What `parseGstin` returns. */
export type GstinResult = SoundGstin | UnsoundGstin;

/** A sound GSTIN, taken apart. */
export interface SoundGstin {
  valid: true;
  /** The 15 characters. */
  gstin: string;
  /** What it is issued for. */
  kind: "regular" | "government" | "nrtp" | "oidar" | "uin" | "tds" | "tcs";
  /** Where it is registered: the two-digit code and the name. */
  state: { code: string; name: string };
  /** The PAN inside it, where its kind has one. */
  pan?: string;
  /** Who holds that PAN, as one word such as `company`. */
  holder?: string;
}

/** Why a text is no GSTIN. */
export interface UnsoundGstin {
  valid: false;
  code: "gstin.length" | "gstin.shape" | "gstin.state" | "gstin.check-digit";
  /** The fault and its remedy. */
  message: string;
  /** What would have been right, where it is certain. */
  expected?: string;
}

/** `nbblInvoiceStatus`: an invoice between supplier and buyer on Bharat Connect. */
export type InvoiceStatus =
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

/** `approvalStatus`: an invoice among those who enter, check and approve it. */
export type ApprovalStatus =
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

/** `invoiceStatus`: how much of an invoice is paid. */
export type PaymentState = "UNPAID" | "PARTIAL_PAID" | "PAID" | "REFUNDED";

/** `earlyPaymentStatus`: whether an invoice is paid before it is due. */
export type EarlyPaymentStatus = "PENDING" | "APPROVED" | "REJECTED" | "EXPIRED";

/** The statuses of each machine. */
export interface Statuses {
  invoice: InvoiceStatus;
  approvalStatus: ApprovalStatus;
  invoiceStatus: PaymentState;
  earlyPaymentStatus: EarlyPaymentStatus;
}

/** What `transitions` may be asked. */
export interface TransitionOptions<M extends keyof Statuses = "invoice"> {
  /** Whose statuses; `invoice` unless told. */
  machine?: M;
  /** Who acts; anybody unless told. */
  actor?: Actor;
  /** `documented` leaves out what no page tells; `lenient` unless told. */
  strictness?: Strictness;
}

/** A step from one status to another. */
export interface Transition<M extends keyof Statuses = "invoice"> extends Omit<Arrow, "from" | "to"> {
  /** The status before. */
  from: Statuses[M];
  /** The status after; of an edit the same. */
  to: Statuses[M];
}

/** What `normalize` returns. */
export interface Normalized<E extends Endpoint> {
  /** The tidied JSON text; byte for byte the input where nothing was changed. */
  text: string;
  /** `text` parsed, when it is first asked for; `undefined` when it is not JSON. Its numbers are doubles: send `text`, not this. */
  value: Payloads[E] | undefined;
  changes: Change[];
  /** What remains to be said about `text`. */
  report: Report;
}

/**
 * Reports everything that is wrong with a payload, in document order.
 *
 * Text and bytes (UTF-8) are judged as they stand, with line and column; an object as the JSON it would become.
 * Bad data is never an exception. Throws a `TypeError` for an unknown endpoint or option, and for an object that
 * is not JSON (NaN, BigInt, functions, cycles …).
 *
 * @example
 * const report = check("updateInvoice", '{"netAmount": "1,180"}');
 * for (const { path, message } of report.findings) console.log(path.join("."), message);
 * @example
 * check("nbblInvoice", text, { tolerance: "exact", lifecycle: "documented", words: { IGST: ["Integrated tax"] } });
 */
export function check<E extends Endpoint>(endpoint: E, payload: Payloads[E] | string | Uint8Array, options?: Options): Report;
export function check(endpoint: Endpoint, payload: unknown, options?: Options): Report;

/**
 * Repairs what has only one reading: white space, case, `"₹ 1,18,000.50"`, `15/11/2025`, `+91 98765 43210`.
 *
 * Lists every change; whatever is not part of one stays as it was, byte for byte. Throws as `check` does.
 *
 * @example
 * const { text, changes } = normalize("updateInvoice", '{"netAmount": "1,180"}');
 * // text: '{"netAmount": 1180}'
 */
export function normalize<E extends Endpoint>(endpoint: E, payload: Payloads[E] | string | Uint8Array, options?: Options): Normalized<E>;
export function normalize<E extends Endpoint>(endpoint: E, payload: unknown, options?: Options): Normalized<E>;

/**
 * Makes a request that passes `check`, or refuses with the report that says why.
 *
 * Amounts are rupees with at most 2 decimals, as numbers or decimal text; rates are percent. `body` is text,
 * so that no digit is lost on the way; so is `document`, the nested invoice that a `sale` makes. Throws as `check` does.
 *
 * @example
 * const built = build("updateInvoice", { customerId, gst: { base: "1000.00", rate: 18, interState: true } }, { invoiceId });
 * if (built.status === "ready") {
 *   const { method, path, body } = built.request;
 *   await fetch(host + path, { method, body, headers: { "content-type": "application/json" } });
 * }
 * @example
 * const step = { action: "ACCEPT", remarks: "received" };
 * const accepted = build("confirmInvoice", { device, step }, undefined, { current: invoice });
 */
export function build<E extends BuildEndpoint>(
  endpoint: E,
  fields: BuildFields<E> | string | Uint8Array,
  target?: Target,
  options?: Options,
): Built;

/**
 * Splits an amount into taxable value, CGST and SGST or IGST, net and balance, exact to the paisa.
 *
 * Amounts are rupees with at most 2 decimals, as numbers or decimal text; rates are percent; the results are decimal
 * text. What cannot be worked out is refused with findings. Throws a `TypeError` for NaN, BigInt and the like.
 *
 * @example
 * const split = splitTax({ base: "1180", rate: 18, inclusive: true, interState: false });
 * if (split.status === "ready") console.log(split.amounts.cgst); // "90.00"
 */
export function splitTax(gst: Gst | string | Uint8Array, options?: Pick<Options, "locale">): SplitResult;

/**
 * Reads a GSTIN: kind, state and PAN, or the exact fault. Throws a `TypeError` for what is not a string.
 *
 * @example
 * const result = parseGstin("27AAPFU0939F1ZV");
 * if (result.valid) console.log(result.state.name); // "Maharashtra"
 */
export function parseGstin(text: string, options?: Pick<Options, "locale">): GstinResult;

/**
 * What may come after a status, who brings it about and how well that is known. Needs no `init`.
 *
 * Throws a `TypeError` that names the known words for an unknown status, machine, actor, strictness or option.
 *
 * @example
 * const next = transitions("SENT_TO_BUYER", { actor: "buyer" });
 * next.map(({ to, by }) => `${to} by ${by}`)[0]; // "ACCEPTED by confirmInvoice ACCEPT"
 */
export function transitions<M extends keyof Statuses = "invoice">(status: Statuses[M], options?: TransitionOptions<M>): Transition<M>[];

/**
 * The rule book: every code with its severities, its meaning and what it rests on. Needs no `init`.
 *
 * @example
 * const meanings = new Map(rules().map(({ code, meaning }) => [code, meaning]));
 */
export function rules(): RuleEntry[];

/**
 * Starts the WebAssembly; nobody needs to call it, for the first verb does so at once.
 *
 * In a browser it compiles beside the main thread, at a moment that you choose.
 *
 * @example
 * // while the form is being drawn
 * init();
 */
export function init(): Promise<void>;
