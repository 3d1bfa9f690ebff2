import { MAX_MAX_BYTES } from "./constants.js";

/** @import { Key, Refusal, Walk } from "./internal.js" */

const MAX_LEVELS = 1000;
const MAX_ELEMENTS = MAX_MAX_BYTES / 2; // of two bytes each
const MAX_REFUSED = 1000;
const ENOUGH = new Error("too many are refused");
const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;
/** @type {Map<string, string>} */
const labels = new Map();
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/**
 * The JSON text of `root`. Where JSON.stringify would silently change or drop something, this throws a
 * TypeError with the path, or, given a list `refused`, adds path and message to it and writes `[]` there, which no
 * single value may be; once the list has a thousand, there is no text. One walk: getters, proxies and `toJSON` are
 * asked once.
 * @overload
 * @param {unknown} root
 * @param {string} name
 * @returns {string}
 *
 * @overload
 * @param {unknown} root
 * @param {string} name
 * @param {Refusal[]} refused
 * @returns {string | undefined}
 *
 * @param {unknown} root
 * @param {string} name
 * @param {Refusal[]} [refused]
 */
export function jsonText(root, name, refused) {
  /** @type {Walk} */
  const context = { name, keys: [], holders: [], refused };
  try {
    const text = write(root, undefined, context);
    return text ?? refuseNothing(context);
  } catch (error) {
    if (error === ENOUGH) return undefined;
    throw error;
  }
}

/**
 * The text of one value, `undefined` for what is absent.
 * @param {unknown} value
 * @param {Key} key
 * @param {Walk} context
 * @returns {string | undefined}
 */
export function write(value, key, context) {
  switch (typeof value) {
    case "string":
      return quote(value);
    case "number":
      return Number.isFinite(value) ? `${value}` : refuse(`is ${value}, which JSON does not have; use a finite number`, key, context);
    case "boolean":
      return value ? "true" : "false";
    case "undefined":
      return undefined;
    case "object":
      return value === null ? "null" : writeObject(value, key, context);
    case "bigint":
      return refuse("is a BigInt; use a number, or pass the whole payload as JSON text", key, context);
    default:
      return refuse(`is a ${typeof value}, which JSON does not have; leave it out`, key, context);
  }
}

/**
 * @param {any} value
 * @param {Key} key
 * @param {Walk} context
 */
function writeObject(value, key, context) {
  const { toJSON } = value;
  if (typeof toJSON !== "function") return writeHolder(value, key, context);
  const plain = toJSON.call(value, `${key ?? ""}`);
  if (plain === null && kindOf(value) === "Date") return refuse("is an invalid Date; correct it or leave it out", key, context);
  return typeof plain === "object" && plain !== null ? writeHolder(plain, key, context) : write(plain, key, context);
}

/**
 * @param {any} holder
 * @param {Key} key
 * @param {Walk} context
 */
function writeHolder(holder, key, context) {
  const kind = Array.isArray(holder) ? "Array" : kindOf(holder);
  switch (kind) {
    case "Array":
    case "Object":
      break;
    case "String":
      return quote(`${holder}`);
    case "Number":
      return write(Number(holder), key, context);
    case "Boolean":
      return `${Boolean.prototype.valueOf.call(holder)}`;
    default: // of a Map, Set, RegExp … JSON.stringify would make `{}`
      return refuse(`is of type ${kind}; ${remedyOf(kind, key, context)}`, key, context);
  }
  const { keys, holders } = context;
  if (holders.includes(holder)) return refuseCycle(key, context);
  if (holders.length >= MAX_LEVELS) return refuse(`is nested deeper than ${MAX_LEVELS} levels; flatten it`, key, context);
  // `keys[i]` leads from `holders[i - 1]` to `holders[i]`; the root has none
  keys.push(key);
  holders.push(holder);
  const text = kind === "Array" ? arrayText(holder, context) : objectText(holder, context);
  keys.pop();
  holders.pop();
  return text;
}

/**
 * @param {unknown[]} array
 * @param {Walk} context
 */
function arrayText(array, context) {
  let text = "";
  const length = lengthOf(array, context);
  for (let index = 0; index < length; index++) {
    const item = write(array[index], index, context) ?? refuseGap(index, context);
    text += index === 0 ? item : `,${item}`;
  }
  return `[${text}]`;
}

/**
 * The length, asked once: an element that adds another each time would never end.
 * @param {unknown[]} array
 * @param {Walk} context
 */
export function lengthOf(array, context) {
  const { length } = array;
  if (length > MAX_ELEMENTS) refuse(`has ${length} elements, more than any payload can hold`, undefined, context);
  return length > MAX_ELEMENTS ? 0 : length;
}

/** @param {Walk} context */
export function refuseNothing(context) {
  return refuse("is undefined; pass an object or JSON text", undefined, context);
}

/**
 * @param {number} index
 * @param {Walk} context
 */
export function refuseGap(index, context) {
  return refuse("is undefined, but JSON arrays have no gaps; use null or remove it", index, context);
}

/**
 * @param {Record<string, unknown>} object
 * @param {Walk} context
 */
function objectText(object, context) {
  let text = "";
  for (const key of Object.keys(object)) {
    const value = write(object[key], key, context);
    if (value !== undefined) text += (text === "" ? "" : ",") + label(key) + value;
  }
  return `{${text}}`;
}

/**
 * The root of a payload is not an array.
 * @param {string} kind
 * @param {Key} key
 * @param {Walk} context
 */
function remedyOf(kind, key, { keys }) {
  if (kind === "Promise") return "await it first";
  return key === undefined && keys.length === 0 ? "pass a plain object" : "use a plain object or an array";
}

/**
 * A cycle is reported where it closes. compact.js does not detect cycles, but documented fields are finite, and the rest is handled here.
 * @param {Key} key
 * @param {Walk} context
 */
function refuseCycle(key, context) {
  const { keys, holders } = context;
  const first = holders.findIndex((holder, level) => holders.indexOf(holder) < level);
  const problem = "is cyclic, it contains itself; remove the cycle";
  return first < 0 ? refuse(problem, key, context) : refuse(problem, undefined, { ...context, keys: keys.slice(0, first + 1) });
}

/**
 * `"key":`, remembered (in bounds), for payloads have the same keys again and again.
 * @param {string} key
 */
export function label(key) {
  let text = labels.get(key);
  if (text === undefined) {
    text = `${quote(key)}:`;
    if (labels.size < 1000 && key.length < 100) labels.set(key, text);
  }
  return text;
}

/** @param {string} text */
export function quote(text) {
  return NEEDS_ESCAPE.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/** @param {object} object */
function kindOf(object) {
  return Object.prototype.toString.call(object).slice(8, -1);
}

/**
 * @param {string} problem
 * @param {Key} key
 * @param {Walk} context
 */
function refuse(problem, key, { name, keys, refused }) {
  const path = [...keys, key].filter((part) => part !== undefined);
  const shown = path.length > 12 ? [...path.slice(0, 6), "…", ...path.slice(-5)] : path;
  const message = `\`${name}${shown.map(step).join("")}\` ${problem}`;
  if (!refused) throw new TypeError(message);
  refused.push({ path, message });
  if (refused.length >= MAX_REFUSED) throw ENOUGH;
  return "[]";
}

/** @param {string | number} key */
function step(key) {
  if (typeof key === "number") return `[${key}]`;
  return IDENTIFIER.test(key) || key === "…" ? `.${key}` : `[${JSON.stringify(key)}]`;
}
