// Batches. build.mjs appends this to the types of the functions.

/** A web stream, such as the body of a `Response`. */
export interface WebStream {
  getReader(): {
    read(): Promise<{ done: boolean; value?: unknown }>;
    cancel(): Promise<void>;
    releaseLock(): void;
  };
}

/** The input of `checkAll`: payloads, each an object, a JSON string or bytes; or NDJSON, one payload per line. */
export type BatchSource = Iterable<unknown> | AsyncIterable<unknown> | WebStream;

/** The options of `checkAll`. */
export interface BatchOptions extends Options {
  /**
   * `ndjson`: the source is text or bytes in chunks of any size; `payloads`: each chunk is a payload. By default, a web
   * stream, a Node stream that is not in object mode, a string and a Uint8Array are NDJSON; anything else is payloads.
   */
  format?: "ndjson" | "payloads";
}

/** The result for one payload of a batch. */
export interface Checked {
  /** The index of the payload, from 0. */
  index: number;
  /** For NDJSON, the line, from 1; blank lines are counted but have no result. */
  line?: number;
  /** The report of `check`. For NDJSON, `line` of a finding is the line within the payload, so 1. */
  report: Report;
}

/**
 * Checks many payloads in order, with the memory of one.
 *
 * The source is read further when the previous items have been checked and consumed. Leaving the loop cancels it; its
 * errors are passed on. An invalid line, or one above `maxBytes`, gets a report like any other. If payloads arrive without
 * waiting, the event loop gets a turn every few milliseconds.
 *
 * Throws as `check` does, at the call for a wrong endpoint or option. An object that is not JSON ends the loop with
 * a `TypeError` that names its index.
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
