// Many payloads, one after the other. The source is read further only when all previous items have been checked and consumed.
import { isBytes, limitOf, nameOf } from "./api.js";

/** @import { Checked, Line, Lines, Options } from "./internal.js" */
/** @import { createApi } from "./api.js" */
/** @typedef {Iterable<unknown> | AsyncIterable<unknown>} Chunks */

const TAB = 0x09;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const PIECE = 64 * 1024; // of a text given whole
const LEAST_ROOM = 4096;
const SLICE_MS = 12; // without a turn of the event loop

const encoder = /* @__PURE__ */ new TextEncoder();

/**
 * `checkAll` over `check` and `notKept` of an entry.
 * @param {{ check: ReturnType<typeof createApi>["check"], notKept: ReturnType<typeof createApi>["notKept"] }} api
 */
export function checkAllOver({ check, notKept }) {
  /**
   * @param {unknown} source
   * @param {string} endpoint
   * @param {Options & { format?: unknown }} [options]
   */
  return function checkAll(source, endpoint, options) {
    const { format, checkOptions } = readOptions(options);
    check(endpoint, "{}", checkOptions); // wrong use is reported at the call, not at the first payload
    const { ndjson, chunks } = readSource(source, format);
    return ndjson ? overLines(chunks, makeLines(limitOf(checkOptions)), checkLine) : overPayloads(chunks, checkOne);

    /**
     * @param {Line} line
     * @returns {Checked}
     */
    function checkLine({ index, line, bytes, length }) {
      return { index, line, report: bytes ? check(endpoint, bytes, checkOptions) : notKept(endpoint, length, checkOptions) };
    }

    /**
     * @param {number} index
     * @param {unknown} payload
     * @returns {Checked}
     */
    function checkOne(index, payload) {
      try {
        return { index, report: check(endpoint, payload, checkOptions) };
      } catch (cause) {
        if (!(cause instanceof TypeError)) throw cause;
        throw new TypeError(`payload ${index} of the batch: ${cause.message}`, { cause });
      }
    }
  };
}

/**
 * @param {Chunks} payloads
 * @param {(index: number, payload: unknown) => Checked} checkOne
 */
async function* overPayloads(payloads, checkOne) {
  const breathe = makeBreathe();
  let index = 0;
  for await (const payload of payloads) {
    yield checkOne(index, payload);
    index += 1;
    if (breathe.isDue()) await breathe.turn();
  }
}

/**
 * @param {Chunks} chunks
 * @param {Lines} lines
 * @param {(line: Line) => Checked} checkLine
 */
async function* overLines(chunks, lines, checkLine) {
  const breathe = makeBreathe();
  for await (const chunk of chunks) {
    for (const line of lines.of(chunk)) {
      yield checkLine(line);
      if (breathe.isDue()) await breathe.turn();
    }
  }
  const last = lines.last();
  if (last) yield checkLine(last);
}

/**
 * @param {(Options & { format?: unknown }) | undefined} options
 * @returns {{ format?: unknown, checkOptions: Options | undefined }}
 */
function readOptions(options) {
  if (typeof options !== "object" || options === null) return { checkOptions: options };
  const { format, ...checkOptions } = options;
  return { format, checkOptions };
}

/**
 * What to loop over, and whether its chunks are pieces of NDJSON; else each is a payload.
 * @param {any} source
 * @param {unknown} format
 * @returns {{ ndjson: boolean, chunks: Chunks }}
 */
function readSource(source, format) {
  const whole = typeof source === "string" || isBytes(source);
  const web = typeof source?.getReader === "function";
  const iterable = source?.[Symbol.asyncIterator] ?? source?.[Symbol.iterator];
  if (!whole && !web && typeof iterable !== "function") {
    throw new TypeError(`checkAll takes a stream or an iterable of payloads, not ${nameOf(source)}`);
  }
  if (format !== undefined && format !== "ndjson" && format !== "payloads") {
    throw new TypeError(`unknown format ${nameOf(format)}; use one of ndjson, payloads`);
  }
  const ndjson = format ? format === "ndjson" : whole || web || source.readableObjectMode === false; // the last is a stream of Node
  if (web) return { ndjson, chunks: chunksOf(source) };
  if (!whole) return { ndjson, chunks: source };
  return { ndjson, chunks: ndjson && typeof source === "string" ? piecesOf(source) : [source] };
}

/**
 * The chunks of a web stream, which not every browser can loop over. Who leaves early cancels it.
 * @param {ReadableStream<unknown>} stream
 */
async function* chunksOf(stream) {
  const reader = stream.getReader();
  let open = false; // one that has ended or failed has nothing to cancel
  try {
    for (;;) {
      open = false;
      const { done, value } = await reader.read();
      if (done) return;
      open = true;
      yield value;
    }
  } finally {
    try {
      if (open) await reader.cancel();
    } finally {
      reader.releaseLock();
    }
  }
}

/** @param {string} text */
function* piecesOf(text) {
  for (let from = 0; from < text.length; from += PIECE) yield text.slice(from, from + PIECE);
}

/**
 * Finds the lines in chunks. Of one that goes on in the next chunk it keeps a copy, as long as it is within the limit.
 * @param {number} limit
 * @returns {Lines}
 */
function makeLines(limit) {
  const most = limit + 1; // a return before the newline is no part of the payload
  let [index, line] = [0, 0];
  let kept = new Uint8Array();
  let length = 0; // of the line so far, kept or not
  let lastByte = 0;
  let half = ""; // of a pair of surrogates, whose other half is in the next chunk

  /**
   * The lines that end in this chunk, but for blank ones. Their bytes last until the next is asked for.
   * @param {unknown} chunk
   */
  function* of(chunk) {
    const bytes = bytesOf(chunk);
    let from = 0;
    for (let to = bytes.indexOf(NEWLINE); to >= 0; to = bytes.indexOf(NEWLINE, from)) {
      const found = ended(bytes.subarray(from, to));
      from = to + 1;
      if (found) yield found;
    }
    keep(bytes.subarray(from));
  }

  /** The line that no newline ends, if there is one. */
  function last() {
    keep(encoder.encode(half));
    return length > 0 ? ended(new Uint8Array()) : undefined;
  }

  /** @param {Uint8Array} rest */
  function ended(rest) {
    line += 1;
    if (length === 0) return found(rest);
    keep(rest);
    const whole = length;
    length = 0;
    if (whole <= most) return found(kept.subarray(0, whole));
    return { index: index++, line, length: lastByte === RETURN ? whole - 1 : whole };
  }

  /**
   * @param {Uint8Array} text
   * @returns {Line | undefined}
   */
  function found(text) {
    const bytes = text[text.length - 1] === RETURN ? text.subarray(0, -1) : text;
    return isBlank(bytes) ? undefined : { index: index++, line, bytes };
  }

  /** @param {Uint8Array} part */
  function keep(part) {
    if (part.length === 0) return;
    const before = length;
    length += part.length;
    lastByte = part[part.length - 1];
    if (length > most) {
      kept = new Uint8Array();
    } else {
      if (length > kept.length) kept = enlarged(before);
      kept.set(part, before);
    }
  }

  /** @param {number} before */
  function enlarged(before) {
    const room = Math.max(length, 2 * kept.length, LEAST_ROOM);
    const larger = new Uint8Array(Math.min(room, most));
    larger.set(kept.subarray(0, before));
    return larger;
  }

  /** @param {unknown} chunk */
  function bytesOf(chunk) {
    if (isBytes(chunk)) return chunk;
    if (typeof chunk !== "string") {
      throw new TypeError(
        `NDJSON chunks must be strings or bytes, not ${nameOf(chunk)}; pass format: "payloads" if each chunk is one payload`,
      );
    }
    const text = half + chunk;
    const cut = /[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length;
    half = text.slice(cut);
    return encoder.encode(text.slice(0, cut));
  }

  return { of, last };
}

/** @param {Uint8Array} bytes */
function isBlank(bytes) {
  return bytes.every((byte) => byte === SPACE || byte === TAB || byte === RETURN);
}

/**
 * What is there already comes without a turn of the event loop, however much it is: every few milliseconds
 * it gets one, so that a server answers others and a page stays alive.
 */
function makeBreathe() {
  let since = performance.now();
  const isDue = () => performance.now() - since > SLICE_MS;
  const turn = async () => {
    await nextTurn();
    since = performance.now();
  };
  return { isDue, turn };
}

/** @returns {Promise<void>} */
function nextTurn() {
  return new Promise((done) => {
    if (typeof setImmediate === "function") return setImmediate(done);
    if (typeof MessageChannel !== "function") return setTimeout(done);
    const { port1, port2 } = new MessageChannel(); // browsers hold timers back by 4 ms
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
