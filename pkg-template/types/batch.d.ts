// Batches. build.mjs appends this to the types of the functions.

/** A web stream, such as the body of a `Response`. */
export interface WebStream {
  getReader(): {
    read(): Promise<{ done: boolean; value?: unknown }>;
    cancel(): Promise<void>;
    releaseLock(): void;
  };
}

/** What `checkAll` reads: payloads, each as an object, JSON text or bytes, or NDJSON, one payload a line. */
export type BatchSource = Iterable<unknown> | AsyncIterable<unknown> | WebStream;

/** What may be told to `checkAll`. */
export interface BatchOptions extends Options {
  /**
   * `ndjson`: the source is text or bytes in chunks that end anywhere; `payloads`: each chunk is a payload. Unless told,
   * a web stream, a stream of Node that is not in object mode, a string and a Uint8Array are NDJSON, all else payloads.
   */
  format?: "ndjson" | "payloads";
}

/** One payload of a batch, judged. */
export interface Checked {
  /** Its position among the payloads, from 0. */
  index: number;
  /** Of NDJSON the line, from 1; blank lines have a number and no result. */
  line?: number;
  /** What `check` says of it. Of NDJSON, `line` of a finding is that in the payload, so 1. */
  report: Report;
}

/**
 * Checks many payloads, in their order, with the memory of one.
 *
 * The source is asked for more when all before has been judged and taken. Leaving the loop cancels it; its errors come
 * through. A broken line, or one above `maxBytes`, is a report like any other. Where payloads come without waiting,
 * the event loop gets a turn every few milliseconds.
 *
 * Throws as `check` does, at the call for a wrong endpoint or option. An object that is not JSON ends the loop with
 * a `TypeError` that tells its index.
 *
 * @example
 * for await (const { line, report } of checkAll(createReadStream("invoices.ndjson"), "createInvoice")) {
 *   for (const { path, message } of report.findings) console.log(line, path.join("."), message);
 * }
 * @example
 * const { body } = await fetch("/invoices.ndjson");
 * for await (const { line, report } of checkAll(body, "nbblInvoice", { maxBytes: 65536 })) show(line, report);
 */
export function checkAll(source: BatchSource, endpoint: Endpoint, options?: BatchOptions): AsyncGenerator<Checked, void, undefined>;
