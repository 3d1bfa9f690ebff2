// The functions, written by hand because wasm-bindgen has no generic functions. build.mjs appends them to the generated types.

/**
 * The fields of the payload, and a recipe from which others are computed: `gst`, `sale` or `step`.
 * Passing a field that the recipe computes is refused with `build.conflict`.
 */
export type BuildFields<E extends BuildEndpoint> = Partial<Payloads[E]> & (E extends keyof Recipes ? Recipes[E] : unknown);

/** Validation options. */
export interface Options extends Omit<CheckOptions, "current" | "locale"> {
  /**
   * The current invoice, as an object or as JSON, on its own or in the envelope of a response or a request. A PATCH is
   * validated against the invoice that would result, a status change against the current status; the next version and
   * transition of a nested invoice are built from it.
   */
  current?: InvoiceResponse | FlatInvoice | Partial<NbblInvoice> | string | Uint8Array;
  /** The language of messages, English by default: `hi` of `bijak/hi`, or one made by `bijak/language`. */
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

/** The translated messages of a language, in the form of `bijak/messages/en.json`. */
export interface Translation {
  /** The messages of each code; a code has one or more. */
  messages?: { [C in Code]?: Record<string, string> };
  /** Words that fill placeholders, by their English form: kinds of values, parties, `or`. */
  phrases?: Record<string, string>;
  /** The reasons for changes by `normalize`. */
  reasons?: Record<string, string>;
}

/** The result of `parseGstin`. */
export type GstinResult = SoundGstin | UnsoundGstin;

/** A valid GSTIN and its parts. */
export interface SoundGstin {
  valid: true;
  /** The 15 characters. */
  gstin: string;
  /** The kind of holder. */
  kind: GstinKind;
  /** The state of registration: two-digit code and name. */
  state: { code: string; name: string };
  /** The PAN inside it, if its kind has one. */
  pan?: string;
  /** The kind of holder of that PAN, such as `company`. */
  holder?: string;
}

/** Why a string is not a valid GSTIN. */
export interface UnsoundGstin {
  valid: false;
  code: Extract<Code, `gstin.${string}`>;
  /** The error and its fix. */
  message: string;
  /** The correct value, if it is unambiguous. */
  expected?: string;
}

/** `nbblInvoiceStatus`: an invoice between supplier and buyer on Bharat Connect. */
export type InvoiceStatus = Statuses["invoice"];

/** `approvalStatus`: the approval of an invoice by maker, checker and approver. */
export type ApprovalStatus = Statuses["approvalStatus"];

/** `invoiceStatus`: how much of an invoice is paid. */
export type PaymentState = Statuses["invoiceStatus"];

/** `earlyPaymentStatus`: whether an invoice is paid before it is due. */
export type EarlyPaymentStatus = Statuses["earlyPaymentStatus"];

/** The options of `transitions`. */
export interface TransitionOptions<M extends keyof Statuses = "invoice"> {
  /** The state machine; `invoice` by default. */
  machine?: M;
  /** Only transitions of this actor. */
  actor?: Actor;
  /** `documented` omits inferred transitions; `lenient` (default) includes them. */
  strictness?: Strictness;
}

/** A transition from one status to another. */
export interface Transition<M extends keyof Statuses = "invoice"> extends Omit<AnyTransition, "from" | "to"> {
  /** The status before. */
  from: Statuses[M];
  /** The status after; an edit keeps the status. */
  to: Statuses[M];
}

/** The result of `normalize`. */
export interface Normalized<E extends Endpoint> {
  /** The normalized JSON; if nothing was changed, the input byte for byte. */
  text: string;
  /** `text`, parsed on first access; `undefined` if it is not JSON. Its numbers are doubles: send `text`, not this. */
  value: Payloads[E] | undefined;
  changes: Change[];
  /** The report on `text`. */
  report: Report;
}

/**
 * Reports all problems of a payload, in document order.
 *
 * Findings on strings and bytes (UTF-8) have line and column; an object is checked as the JSON it would become.
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
 * Rewrites values that have only one possible meaning: white space, case, `"₹ 1,18,000.50"`, `15/11/2025`, `+91 98765 43210`.
 *
 * Lists every change; all other bytes are kept. Throws as `check` does.
 *
 * @example
 * const { text, changes } = normalize("updateInvoice", '{"netAmount": "1,180"}');
 * // text: '{"netAmount": 1180}'
 */
export function normalize<E extends Endpoint>(endpoint: E, payload: Payloads[E] | string | Uint8Array, options?: Options): Normalized<E>;
export function normalize<E extends Endpoint>(endpoint: E, payload: unknown, options?: Options): Normalized<E>;

/**
 * Builds a request that passes `check`, or refuses with a report that says why.
 *
 * Amounts are rupees with at most 2 decimals, as numbers or decimal strings; rates are percent. `body` is a string,
 * so that no digit is lost; so is `document`, the nested invoice of a `sale`. Throws as `check` does.
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
 * Amounts are rupees with at most 2 decimals, as numbers or decimal strings; rates are percent; the results are decimal
 * strings. Invalid input is refused with findings. Throws a `TypeError` for NaN, BigInt and the like.
 *
 * @example
 * const split = splitTax({ base: "1180", rate: 18, inclusive: true, interState: false });
 * if (split.status === "ready") console.log(split.amounts.cgst); // "90.00"
 */
export function splitTax(gst: Gst | string | Uint8Array, options?: Pick<Options, "locale">): SplitResult;

/**
 * Parses a GSTIN: kind, state and PAN, or the exact error. Throws a `TypeError` if the argument is not a string.
 *
 * @example
 * const result = parseGstin("27AAPFU0939F1ZV");
 * if (result.valid) console.log(result.state.name); // "Maharashtra"
 */
export function parseGstin(text: string, options?: Pick<Options, "locale">): GstinResult;

/**
 * Returns the allowed transitions from a status, who triggers each and how well it is documented. Needs no `init`.
 *
 * Throws a `TypeError` that lists the known values for an unknown status, machine, actor, strictness or option.
 *
 * @example
 * const next = transitions("SENT_TO_BUYER", { actor: "buyer" });
 * next.map(({ to, by }) => `${to} by ${by}`)[0]; // "ACCEPTED by confirmInvoice ACCEPT"
 */
export function transitions<M extends keyof Statuses = "invoice">(status: Statuses[M], options?: TransitionOptions<M>): Transition<M>[];

/**
 * Returns all codes with their severities, meaning, source, standing, endpoints and fields. Needs no `init`.
 *
 * @example
 * const meanings = new Map(rules().map(({ code, meaning }) => [code, meaning]));
 */
export function rules(): RuleEntry[];

/**
 * Starts the WebAssembly. Calling it is optional: the first call of another function does so.
 *
 * In a browser it compiles off the main thread, at a moment that you choose.
 *
 * @example
 * // while the form is being drawn
 * init();
 */
export function init(): Promise<void>;
