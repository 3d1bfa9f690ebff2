const MAX_LEVELS = 1000;
const MAX_ELEMENTS = 2 ** 27; // of two bytes each, which make the largest maxBytes
const MAX_REFUSED = 1000;
const ENOUGH = new Error("too many are refused");
const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;
const labels = new Map();
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/**
 * The JSON text of `root`. Where JSON.stringify would silently change or drop something, this throws a
 * TypeError with the path, or, given a list `refused`, adds path and message to it and writes `[]` there, which no
 * single value may be; once the list has a thousand, there is no text. One walk: getters, proxies and `toJSON` are
 * asked once.
 */
export function jsonText(root, name, refused) {
  const trail = { name, keys: [], holders: [], refused };
  try {
    const text = write(root, undefined, trail);
    return text ?? refuse("is undefined: give a value, or null for JSON null", undefined, trail);
  } catch (error) {
    if (error === ENOUGH) return undefined;
    throw error;
  }
}

/** The text of one value, `undefined` for what is absent. */
function write(value, key, trail) {
  switch (typeof value) {
    case "string":
      return quote(value);
    case "number":
      return Number.isFinite(value) ? `${value}` : refuse(`is ${value}: JSON has no such number, give a finite one`, key, trail);
    case "boolean":
      return value ? "true" : "false";
    case "undefined":
      return undefined;
    case "object":
      return value === null ? "null" : writeObject(value, key, trail);
    case "bigint":
      return refuse("is a BigInt: give a number, or the whole payload as JSON text", key, trail);
    default:
      return refuse(`is a ${typeof value}: JSON has none, leave it out`, key, trail);
  }
}

function writeObject(value, key, trail) {
  const { toJSON } = value;
  if (typeof toJSON !== "function") return writeHolder(value, key, trail);
  const plain = toJSON.call(value, `${key ?? ""}`);
  if (plain === null && kindOf(value) === "Date") return refuse("is an invalid Date", key, trail);
  return typeof plain === "object" && plain !== null ? writeHolder(plain, key, trail) : write(plain, key, trail);
}

function writeHolder(holder, key, trail) {
  const kind = Array.isArray(holder) ? "Array" : kindOf(holder);
  switch (kind) {
    case "Array":
    case "Object":
      break;
    case "String":
      return quote(`${holder}`);
    case "Number":
      return write(Number(holder), key, trail);
    case "Boolean":
      return `${Boolean.prototype.valueOf.call(holder)}`;
    default: // of a Map, Set, RegExp … JSON.stringify would make `{}`
      return refuse(`is of type ${kind}: give a plain object or an array`, key, trail);
  }
  const { keys, holders } = trail;
  if (holders.includes(holder)) return refuse("is cyclic: it contains itself", key, trail);
  if (holders.length >= MAX_LEVELS) return refuse(`is nested deeper than ${MAX_LEVELS} levels`, key, trail);
  // `keys[i]` leads from `holders[i - 1]` to `holders[i]`; the root has none
  keys.push(key);
  holders.push(holder);
  const text = kind === "Array" ? arrayText(holder, trail) : objectText(holder, trail);
  keys.pop();
  holders.pop();
  return text;
}

function arrayText(array, trail) {
  let text = "";
  const { length } = array; // once: an element that adds another each time would never end
  if (length > MAX_ELEMENTS) return refuse(`has ${length} elements: no payload has room for them`, undefined, trail);
  for (let index = 0; index < length; index++) {
    const item = write(array[index], index, trail) ?? refuse("is undefined: JSON arrays have no gaps, give null", index, trail);
    text += index === 0 ? item : `,${item}`;
  }
  return `[${text}]`;
}

function objectText(object, trail) {
  let text = "";
  for (const key of Object.keys(object)) {
    const value = write(object[key], key, trail);
    if (value !== undefined) text += (text === "" ? "" : ",") + label(key) + value;
  }
  return `{${text}}`;
}

/** `"key":`, remembered (in bounds), for payloads have the same keys again and again. */
function label(key) {
  let text = labels.get(key);
  if (text === undefined) {
    text = `${quote(key)}:`;
    if (labels.size < 1000 && key.length < 100) labels.set(key, text);
  }
  return text;
}

function quote(text) {
  return NEEDS_ESCAPE.test(text) ? JSON.stringify(text) : `"${text}"`;
}

function kindOf(object) {
  return Object.prototype.toString.call(object).slice(8, -1);
}

function refuse(problem, key, { name, keys, refused }) {
  const path = [...keys, key].filter((part) => part !== undefined);
  const shown = path.length > 12 ? [...path.slice(0, 6), "…", ...path.slice(-5)] : path;
  const message = `\`${name}${shown.map(step).join("")}\` ${problem}`;
  if (!refused) throw new TypeError(message);
  refused.push({ path, message });
  if (refused.length >= MAX_REFUSED) throw ENOUGH;
  return "[]";
}

function step(key) {
  if (typeof key === "number") return `[${key}]`;
  return IDENTIFIER.test(key) || key === "…" ? `.${key}` : `[${JSON.stringify(key)}]`;
}
