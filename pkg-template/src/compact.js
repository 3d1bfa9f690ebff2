import { FIRST_KEY, KEYS } from "./constants.js";
import { label, lengthOf, quote, refuseGap, refuseNothing, write } from "./walk.js";

/** @import { Field, Key, KeyTable, Table, Walk } from "./internal.js" */

const KEPT = 1024 * 1024;
const SHORT = 100; // of longer texts encodeInto is faster
const ROOM = 64; // more than a comma, a key's byte and a number, or what closes what is open

const encoder = new TextEncoder();
const { getPrototypeOf, prototype: plain } = Object;
const { toString: tag } = plain;
const unusual = new Uint8Array(0x10000).fill(1).fill(0, 0x20, 0x80).fill(1, 0x22, 0x23).fill(1, 0x5c, 0x5d); // what a quick string has not

let bytes = new Uint8Array(KEPT / 16);
/** @type {object | undefined} */
let usual; // the prototype that adds no keys
let saved = 0; // bytes that JSON would have more
/** @type {Walk} */
let context; // as walk.js has it; none if nothing is being written

/**
 * The table of a shape, from the key table that the Wasm gives.
 * @param {KeyTable} keyTable
 * @returns {Table}
 */
export function tableOf(keyTable) {
  const fields = new Map();
  Object.entries(keyTable)
    .slice(0, KEYS) // the others are written as any key
    .forEach(([key, below], index) => {
      const [shape, element] = Array.isArray(below) ? [undefined, tableOf(below[0])] : [below ? tableOf(below) : undefined, undefined];
      fields.set(key, fieldOf(key, FIRST_KEY + index, key.length + 2, shape, element));
    });
  const first = fieldOf(undefined, 0, 0);
  for (const field of [first, ...fields.values()]) field.next = first; // no key is like it
  return { fields, first };
}

/**
 * `next` is the field that came behind it the last time.
 * @param {string | undefined} key
 * @param {number} byte
 * @param {number} saved
 * @param {Table} [shape]
 * @param {Table} [element]
 * @returns {Field}
 */
function fieldOf(key, byte, saved, shape, element) {
  return { key, byte, saved, shape, element, next: /** @type {any} */ (undefined) }; // tableOf sets it
}

/**
 * `root` in the compact form that src/read/compact.rs reads, in bytes that are good until the next call, and the length of its JSON.
 * Everything else takes the slow path in walk.js, as JSON, or is rejected there.
 * @param {unknown} root
 * @param {string} name
 * @param {Table} table
 */
export function compactOf(root, name, table) {
  const outer = { bytes, saved, context }; // a getter may call a function
  if (context) bytes = new Uint8Array(KEPT / 16);
  saved = 0;
  usual = plain;
  for (const _ in {}) usual = undefined;
  context = { name, keys: [], holders: [], refused: undefined };
  try {
    const end = isPlain(root) ? object(root, undefined, 0, table) : other(root, undefined, 0);
    if (end < 0) refuseNothing(context);
    return { compact: bytes.subarray(0, end), length: end + saved };
  } finally {
    if (outer.context || bytes.length > KEPT) bytes = outer.bytes;
    ({ saved, context } = outer);
  }
}

/**
 * Whether it is a list that walk.js would write element by element.
 * @param {unknown} value
 * @returns {value is unknown[]}
 */
function isList(value) {
  return Array.isArray(value) && typeof (/** @type {any} */ (value).toJSON) !== "function";
}

/**
 * Whether it is an object without a special kind and without toJSON, which need the slow path.
 * @param {any} value
 * @returns {value is Record<string, unknown>}
 */
function isPlain(value) {
  return typeof value === "object" && value !== null && typeof value.toJSON !== "function" && tag.call(value) === "[object Object]";
}

// Each of these writes at `at` and returns where it ended; below zero if there is nothing to write.

/**
 * @param {Record<string, unknown>} object
 * @param {Key} key
 * @param {number} at
 * @param {Table} table
 */
function object(object, key, at, { fields, first }) {
  context.keys.push(key);
  context.holders.push(object);
  const own = getPrototypeOf(object) === usual ? object : { __proto__: null, ...object }; // for-in gives what is inherited too
  let lead = 0x7b;
  let more = 0;
  let last = first;
  for (const key in own) {
    const value = own[key];
    /** @type {Field | undefined} */
    let field = last.next;
    if (field.key !== key) {
      field = fields.get(key);
      if (field === undefined) {
        const end = unknown(key, value, at, lead);
        if (end < 0) continue;
        at = end;
        lead = 0x2c;
        continue;
      }
      last.next = field;
    }
    last = field;
    if (at + ROOM > bytes.length) grow(at + ROOM);
    bytes[at] = lead;
    bytes[at + 1] = field.byte;
    const end =
      typeof value === "string"
        ? string(value, at + 2)
        : typeof value === "number"
          ? number(value, key, at + 2)
          : inside(value, key, at + 2, field);
    if (end < 0) continue;
    more += field.saved;
    at = end;
    lead = 0x2c;
  }
  context.keys.pop();
  context.holders.pop();
  saved += more;
  if (lead === 0x7b) bytes[at++] = lead;
  bytes[at] = 0x7d;
  return at + 1;
}

/**
 * @param {string} key
 * @param {unknown} value
 * @param {number} at
 * @param {number} lead
 */
function unknown(key, value, at, lead) {
  bytes[at] = lead;
  const start = spill(label(key), at + 1);
  return typeof value === "string" ? string(value, start) : other(value, key, start);
}

/**
 * What is neither text nor number, as the field has it.
 * @param {unknown} value
 * @param {string} key
 * @param {number} at
 * @param {Field} field
 */
function inside(value, key, at, { shape, element }) {
  if (shape !== undefined && isPlain(value)) return object(value, key, at, shape);
  return element !== undefined && isList(value) ? list(value, key, at, element) : other(value, key, at);
}

/**
 * @param {unknown[]} array
 * @param {string} key
 * @param {number} at
 * @param {Table} table
 */
function list(array, key, at, table) {
  context.keys.push(key);
  context.holders.push(array);
  const from = at;
  const length = lengthOf(array, context);
  for (let index = 0; index < length; index++) {
    const value = array[index];
    if (at + ROOM > bytes.length) grow(at + ROOM);
    bytes[at] = index === 0 ? 0x5b : 0x2c;
    at = isPlain(value) ? object(value, index, at + 1, table) : other(value, index, at + 1);
    if (at < 0) refuseGap(index, context);
  }
  context.keys.pop();
  context.holders.pop();
  if (at === from) bytes[at++] = 0x5b;
  bytes[at++] = 0x5d;
  return at;
}

/**
 * @param {unknown} value
 * @param {Key} key
 * @param {number} at
 */
function other(value, key, at) {
  const text = value === null ? "null" : write(value, key, context);
  if (text === undefined) return -1;
  if (text.length > ROOM / 2 || typeof value === "string" || (typeof value === "object" && value !== null)) return spill(text, at);
  for (let index = 0; index < text.length; index++) bytes[at++] = text.charCodeAt(index);
  return at;
}

/**
 * @param {string} text
 * @param {number} at
 */
function string(text, at) {
  const { length } = text;
  if (length > SHORT) return spill(quote(text), at);
  if (at + length + ROOM > bytes.length) grow(at + length + ROOM);
  const here = bytes;
  let to = at;
  let found = 0;
  let index = 1;
  here[to++] = 0x22;
  for (; index < length; index += 2) {
    // two at a time, without a branch: a third faster
    const one = text.charCodeAt(index - 1);
    const two = text.charCodeAt(index);
    found |= unusual[one] | unusual[two];
    here[to] = one;
    here[to + 1] = two;
    to += 2;
  }
  if (index === length) {
    const one = text.charCodeAt(index - 1);
    found |= unusual[one];
    here[to++] = one;
  }
  if (found !== 0) return spill(quote(text), at);
  here[to] = 0x22;
  return to + 1;
}

/**
 * A number with at most two decimals digit by digit: `${value}` takes ten times as long.
 * @param {number} value
 * @param {string} key
 * @param {number} at
 */
function number(value, key, at) {
  const size = value < 0 ? -value : value;
  const hundredths = Math.round(size * 100);
  if (!(size < 0x7fff_ffff && hundredths / 100 === size)) return other(value, key, at);
  if (value < 0) bytes[at++] = 0x2d;
  const whole = size | 0;
  const end = digits(whole, at);
  const decimals = hundredths - whole * 100;
  if (decimals === 0) return end;
  const tens = (decimals / 10) | 0;
  const ones = decimals - tens * 10;
  bytes[end] = 0x2e;
  bytes[end + 1] = 0x30 + tens;
  bytes[end + 2] = 0x30 + ones;
  return ones === 0 ? end + 2 : end + 3;
}

/**
 * @param {number} number
 * @param {number} at
 */
function digits(number, at) {
  const here = bytes;
  let end = at + 1;
  for (let bound = 10; number >= bound && end < at + 10; bound *= 10) end++;
  let to = end;
  do {
    const tens = (number / 10) | 0;
    here[--to] = 0x30 + number - tens * 10;
    number = tens;
  } while (number > 0);
  return end;
}

/**
 * @param {string} text
 * @param {number} at
 * @returns {number}
 */
function spill(text, at) {
  if (at + text.length + ROOM > bytes.length) grow(at + text.length + ROOM);
  const { read, written } = encoder.encodeInto(text, bytes.subarray(at));
  const end = at + written;
  const rest = text.length - read;
  if (end + 3 * rest + ROOM > bytes.length) grow(end + 3 * rest + ROOM);
  return rest === 0 ? end : spill(text.slice(read), end);
}

/** @param {number} size */
function grow(size) {
  const more = new Uint8Array(Math.max(size, 2 * bytes.length));
  more.set(bytes);
  bytes = more;
}
