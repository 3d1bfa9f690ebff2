import * as answer from "./answer.js";
import { compactOf, tableOf } from "./compact.js";
import { DEFAULT_MAX_BYTES, KEPT_SETS, MAX_KEPT_BYTES, MAX_MAX_BYTES } from "./constants.js";
import { english, languageOf, localized } from "./messages.js";
import { jsonText } from "./walk.js";

/** @import { Call, Catalogue, Change, CheckerWasm, Language, Normalized, Options, Report, Skipped, Source, Table, Wasm } from "./internal.js" */

const MAX_COUNT = 0xffff_ffff; // numbers of the Wasm have 32 bits
const SURELY_KEPT = MAX_KEPT_BYTES / 4; // with room to spare
const USUAL_ROOM = 64 * 1024; // enough for most texts, ASCII or not, at the first attempt
const SPARE_ROOM = 4 * 1024; // for options behind the payload: growing would copy megabytes

const encoder = new TextEncoder();

/**
 * `check` over the exports of the Wasm, which `load` gives, or throws when they are not there yet; it is called at the
 * first use of a function, together with what the other functions are built from.
 * @template {CheckerWasm} W
 * @param {() => W} load
 */
export function createChecker(load) {
  /** @type {W} */
  let wasm;
  let buffer = new Uint8Array(); // the input buffer of the Wasm
  /** @type {Map<string, number>} */
  let endpoints;
  /** @type {Catalogue} */
  let catalogue; // codes and their sources
  /** @type {Table[]} */
  const tables = []; // of the endpoints of which objects were checked
  /** @type {{ set: number, rules: Skipped[] }[]} */
  const skipped = []; // the rules of sets that the Wasm has numbered

  function start() {
    wasm = load();
    endpoints = new Map(
      wasm
        .endpoints()
        .split("\n")
        .map((name, number) => [name, number]),
    );
    const lines = wasm.catalogue().split("\n");
    const half = lines.length >> 1;
    catalogue = { codes: lines.slice(0, half), sources: lines.slice(half) };
  }

  function started() {
    if (!wasm) start();
    return wasm;
  }

  /**
   * @param {string} endpoint
   * @param {unknown} payload
   * @param {Options} [options]
   * @returns {Report}
   */
  function check(endpoint, payload, options) {
    if (options === undefined && typeof payload === "string" && wasm) {
      const number = endpoints.get(endpoint);
      if (number !== undefined && payload.length <= DEFAULT_MAX_BYTES / 3)
        return checked(endpoint, number, put(payload, 0), 0, true, english);
    }
    if (!isLocated(payload)) return checkObject(endpoint, payload, options);
    const call = prepare(endpoint, payload, options);
    const { number, length, language } = call;
    if (length > call.limit) return tooLarge(call);
    return checked(endpoint, number, length, put(call.options, length), true, language);
  }

  /**
   * The report on the input buffer. For a valid payload, the Wasm returns the number of the set of skipped rules.
   * @param {string} endpoint
   * @param {number} number
   * @param {number} length
   * @param {number} optionsLength
   * @param {boolean} located
   * @param {Language} language
   */
  function checked(endpoint, number, length, optionsLength, located, language) {
    const set = wasm.check(number, length, optionsLength, located);
    return set > 0 ? cleanReport(endpoint, set) : openReport(set, endpoint, language);
  }

  /**
   * @param {string} endpoint
   * @param {number} set
   * @returns {Report}
   */
  function cleanReport(endpoint, set) {
    return { endpoint, valid: true, errors: 0, warnings: 0, findings: [], omitted: 0, skipped: rulesOf(set).slice() };
  }

  /** @param {number | string} number */
  const codeOf = (number) => catalogue.codes[/** @type {number} */ (number)];

  /** @param {string} line */
  function ruleOf(line) {
    const [code, ...needs] = line.split("\t");
    return Object.freeze({ code: codeOf(code), needs: Object.freeze(needs) });
  }

  /**
   * The rules of a set that were skipped.
   * @param {number} set
   */
  function rulesOf(set) {
    const kept = skipped[set % KEPT_SETS];
    if (kept?.set === set) return kept.rules;
    const lines = wasm.skipped(set).match(/.+/g) ?? [];
    const rules = lines.map(ruleOf);
    skipped[set % KEPT_SETS] = { set, rules };
    return rules;
  }

  /**
   * The result of a Wasm function, from the number it returned: the negated length.
   * @param {number} length
   */
  function resultBytes(length) {
    if (length === 0) throw new TypeError(localized(wasm.takeText(), english)); // for who writes the call
    return new Uint8Array(wasm.memory.buffer, wasm.result(), -length);
  }

  /**
   * The report that begins what is said; the rest remains to be read.
   * @param {number} length
   * @param {string} endpoint
   * @param {Language} language
   */
  function openReport(length, endpoint, language) {
    answer.open(resultBytes(length));
    return report(endpoint, language);
  }

  /**
   * @param {string} endpoint
   * @param {Language} language
   * @returns {Report}
   */
  function report(endpoint, language) {
    const errors = answer.number();
    const warnings = answer.number();
    const set = answer.number();
    const findings = answer.findings(catalogue, language);
    return {
      endpoint,
      valid: errors === 0,
      errors,
      warnings,
      findings,
      omitted: errors + warnings - findings.length,
      skipped: rulesOf(set).slice(),
    };
  }

  /**
   * Reads the arguments, then copies the payload to the start of the input buffer unless it is over the limit.
   * In this order, because getters and toJSON of the arguments may call a function themselves.
   * @param {string} endpoint
   * @param {unknown} payload
   * @param {Options} [options]
   * @returns {Call}
   */
  function prepare(endpoint, payload, options) {
    const number = numberOf(endpoint);
    const located = isLocated(payload);
    const source = located ? steady(payload) : jsonText(payload, "payload");
    const { text, limit, language } = readOptions(options);
    const length = source.length > limit ? byteLength(source) : put(source, 0);
    return { endpoint, number, source, length, located, options: text, limit, language };
  }

  /**
   * @param {string} endpoint
   * @param {unknown} payload
   * @param {Options} [options]
   */
  function checkObject(endpoint, payload, options) {
    const number = numberOf(endpoint);
    const { text, limit, language } = readOptions(options);
    tables[number] ??= tableOf(JSON.parse(wasm.key_table(number)));
    const { compact, length } = compactOf(payload, "payload", tables[number]);
    if (length > limit) return tooLarge({ endpoint, number, length, limit, language });
    const kept = put(compact, 0);
    return checked(endpoint, number, kept, put(text, kept), false, language);
  }

  /** @param {string} endpoint */
  function numberOf(endpoint) {
    if (!wasm) start();
    const number = endpoints.get(endpoint);
    if (number !== undefined) return number;
    throw new TypeError(`unknown endpoint ${nameOf(endpoint)}; use one of ${[...endpoints.keys()].join(", ")}`);
  }

  /**
   * The report on a payload that was not kept, being over the limit, of so many bytes.
   * @param {string} endpoint
   * @param {number} length
   * @param {Options} [options]
   */
  function notKept(endpoint, length, options) {
    return tooLarge({ ...prepare(endpoint, "", options), length: Math.min(length, MAX_COUNT) });
  }

  /** @param {Pick<Call, "endpoint" | "number" | "length" | "limit" | "language">} call */
  function tooLarge({ endpoint, number, length, limit, language }) {
    return openReport(wasm.tooLarge(number, length, limit), endpoint, language);
  }

  /**
   * Copies text or bytes to `offset` of the input buffer, what stands before stays; returns how many bytes.
   * @param {Source} source
   * @param {number} offset
   * @returns {number}
   */
  function put(source, offset) {
    if (source === "") return 0;
    if (typeof source !== "string") {
      room(offset, source.length).set(source);
      return source.length;
    }
    const { read, written } = encoder.encodeInto(source, room(offset, source.length));
    if (read === source.length && written === read) return written; // ASCII
    if (LONE_SURROGATE.test(source)) return put(escapeLoneSurrogates(source), offset);
    if (read === source.length) return written;
    const rest = source.slice(read);
    const bytes = rest.length > USUAL_ROOM ? byteLength(rest) : 3 * rest.length; // of megabytes no more than they need
    return written + encoder.encodeInto(rest, room(offset + written, bytes)).written;
  }

  /**
   * The input buffer from `offset` on, with room for at least `length` bytes.
   * @param {number} offset
   * @param {number} length
   */
  function room(offset, length) {
    const size = offset + length;
    // A view is detached, and empty, when the memory has grown; the Wasm gives large buffers back after each call, which
    // begins at 0.
    if (size > buffer.length || (offset === 0 && buffer.length > SURELY_KEPT)) buffer = lent(Math.max(size + SPARE_ROOM, USUAL_ROOM));
    return offset === 0 ? buffer : buffer.subarray(offset);
  }

  /** @param {number} size */
  function lent(size) {
    const address = wasm.input(size);
    if (address === 0) throw new RangeError(`no memory for ${size} bytes`);
    return new Uint8Array(wasm.memory.buffer, address, size);
  }

  return { check, codeOf, notKept, prepare, put, report, resultBytes, cleanReport, started, openReport, tooLarge };
}

/**
 * All functions, over the exports of the Wasm.
 * @param {() => Wasm} load
 */
export function createApi(load) {
  const { check, codeOf, notKept, prepare, put, report, resultBytes, cleanReport, started, openReport, tooLarge } = createChecker(load);

  /**
   * @param {string} endpoint
   * @param {unknown} payload
   * @param {Options} [options]
   */
  function normalize(endpoint, payload, options) {
    const call = prepare(endpoint, payload, options);
    const { number, source, length, located, language } = call;
    if (length > call.limit) return normalized(textOf(source), false, [], tooLarge(call));
    const set = started().normalize(number, length, put(call.options, length), located);
    if (set > 0) return normalized(textOf(source), true, [], cleanReport(endpoint, set));
    answer.open(resultBytes(set));
    const readable = answer.number() === 1;
    const changes = answer.changes(language);
    return normalized(changes.length > 0 ? started().takeText() : textOf(source), readable, changes, report(endpoint, language));
  }

  /**
   * @param {string} endpoint
   * @param {unknown} fields
   * @param {unknown} target
   * @param {Options} [options]
   */
  function build(endpoint, fields, target, options) {
    const goal = target === undefined ? "" : jsonText(target, "target");
    const call = prepare(endpoint, fields, options);
    const { number, length } = call;
    const kept = length > call.limit ? 0 : length;
    const goalLength = put(goal, kept);
    const report = openReport(started().build(number, kept, goalLength, put(call.options, kept + goalLength)), endpoint, call.language);
    const built = { ...JSON.parse(answer.rest()), report };
    // Of fields that were not kept the Wasm says that there are none; what it says of the target holds.
    const { findings } = report;
    if (length > call.limit && findings.length > 0) [findings[0]] = tooLarge(call).findings;
    return built;
  }

  /**
   * @param {unknown} gst
   * @param {{ locale?: unknown }} options
   */
  function splitTax(gst, { locale } = {}) {
    const language = languageOf(locale);
    const text = isLocated(gst) ? gst : jsonText(gst, "gst");
    const { findings } = openReport(started().splitTax(put(text, 0)), "gst", language);
    const amounts = JSON.parse(answer.rest());
    return amounts ? { status: "ready", amounts } : { status: "refused", findings };
  }

  /**
   * @param {string} text
   * @param {{ locale?: unknown }} options
   */
  function parseGstin(text, { locale } = {}) {
    const language = languageOf(locale);
    if (typeof text !== "string") throw new TypeError(`parseGstin takes a string, not ${nameOf(text)}`);
    const parsed = JSON.parse(answer.open(resultBytes(started().parseGstin(put(text, 0)))));
    if (parsed.valid) return parsed;
    return { ...parsed, code: codeOf(parsed.code), message: localized(parsed.message, language) };
  }

  return { check, normalize, build, splitTax, parseGstin, notKept };
}

/**
 * The options as JSON text. `current` goes in as the text it is, so that no digit of it is lost.
 * @param {Options | undefined} options
 */
function readOptions(options) {
  if (options === undefined) return { text: "", limit: DEFAULT_MAX_BYTES, language: english };
  if (typeof options !== "object" || options === null) {
    throw new TypeError(`options must be an object, not ${nameOf(options)}`);
  }
  const { current, locale, ...others } = options;
  const limit = limitOf(others);
  const language = languageOf(locale);
  const text = jsonText(others, "options");
  if (current === undefined) return { text, limit, language };
  const rest = text === "{}" ? "}" : `,${text.slice(1)}`;
  return { text: `{"current":${currentText(current)}${rest}`, limit, language };
}

/**
 * How many bytes a payload may have; what cannot be read as a number the Wasm refuses.
 * @param {{ maxBytes?: any }} options
 */
export function limitOf({ maxBytes } = {}) {
  return Number.isInteger(maxBytes) && maxBytes >= 0 ? Math.min(maxBytes, MAX_MAX_BYTES) : DEFAULT_MAX_BYTES;
}

/** @param {unknown} current */
function currentText(current) {
  if (!isLocated(current)) return jsonText(current, "options.current");
  try {
    const text = typeof current === "string" ? current : new TextDecoder("utf-8", { fatal: true }).decode(current);
    JSON.parse(text); // it is spliced in: broken text must not become other options
    return text;
  } catch (cause) {
    throw new TypeError("`options.current` is not valid JSON; pass the stored invoice as an object or as JSON text", { cause });
  }
}

/**
 * @param {unknown} payload
 * @returns {payload is Source}
 */
function isLocated(payload) {
  return typeof payload === "string" || isBytes(payload);
}

// of any realm, Buffer included
/**
 * @param {unknown} value
 * @returns {value is Uint8Array}
 */
export function isBytes(value) {
  return ArrayBuffer.isView(value) && /** @type {any} */ (value)[Symbol.toStringTag] === "Uint8Array";
}

/**
 * Bytes that do not change during a check: strings unchanged, shared and resizable buffers as a copy.
 * @param {Source} source
 * @returns {Source}
 */
function steady(source) {
  if (typeof source === "string") return source;
  const { buffer } = source;
  return buffer instanceof ArrayBuffer && !buffer.resizable ? source : new Uint8Array(source); // `slice` of a Buffer copies nothing
}

/** @param {Source} source */
function textOf(source) {
  return typeof source === "string" ? source : new TextDecoder("utf-8", { ignoreBOM: true }).decode(source);
}

// with the flag u, pairs are one character and do not match
const LONE_SURROGATE = /[\ud800-\udfff]/u;

/**
 * A lone surrogate has no UTF-8 form, but `\udXXX` has. After a backslash it is invalid JSON in either form.
 * @param {string} text
 */
function escapeLoneSurrogates(text) {
  return text.replace(/\\[\s\S]|[\ud800-\udfff]/gu, (found) =>
    found[0] === "\\" ? found.replace(LONE_SURROGATE, "\ufffd") : `\\u${found.charCodeAt(0).toString(16)}`,
  );
}

/**
 * The length in UTF-8, counted without a copy.
 * @param {Source} source
 */
function byteLength(source) {
  let bytes = source.length;
  if (typeof source !== "string") return bytes;
  for (let index = 0; index < source.length; index++) {
    const unit = source.charCodeAt(index);
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1; // half of a pair: 2 bytes
  }
  return bytes;
}

/** @type {WeakMap<object, unknown>} */
const parsed = new WeakMap(); // the values of results that have been asked for
/** @type {PropertyDescriptor & ThisType<Normalized>} */
const VALUE = {
  get() {
    if (!parsed.has(this)) parsed.set(this, JSON.parse(this.text));
    return parsed.get(this);
  },
  set(value) {
    parsed.set(this, value);
  },
  configurable: true,
  enumerable: true,
};
const INSPECT = Symbol.for("nodejs.util.inspect.custom");
const SHOWN = {
  value() {
    return { ...this };
  },
}; // console.log would print `[Getter/Setter]`

/**
 * What `normalize` returns. The value is parsed when it is asked for: that takes as long as everything before.
 * @param {string} text
 * @param {boolean} readable
 * @param {Change[]} changes
 * @param {Report} report
 * @returns {Normalized}
 */
function normalized(text, readable, changes, report) {
  if (!readable) return { text, value: undefined, changes, report };
  /** @type {any} */
  const result = Object.defineProperty({ text }, "value", VALUE); // one for all results: V8 keeps them quick
  result.changes = changes;
  result.report = report;
  return Object.defineProperty(result, INSPECT, SHOWN);
}

/** @param {unknown} value */
export function nameOf(value) {
  return typeof value === "string" ? JSON.stringify(value) : value === null ? "null" : `a value of type ${typeof value}`;
}
