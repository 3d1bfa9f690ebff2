// JSON out of values, and back, with every number as the digits it is written with.

/** A number by its text. */
export class Numeral {
  constructor(text) {
    this.text = text;
  }
}

const number = /^-?(0|[1-9]\d*)(\.\d*)?$/;

/** What someone has typed for a number; what is none stays text, and bijak says so. */
export const numeral = (typed) => (number.test(typed) ? new Numeral(typed.replace(/\.$/, "")) : typed);

const isLeaf = (value) => typeof value !== "object" || value === null || value instanceof Numeral;

/** `value` as JSON; members that are `undefined` are left out, small objects stand on one line. */
export function jsonText(value, indent = "") {
  if (value instanceof Numeral) return value.text;
  if (isLeaf(value)) return JSON.stringify(value);
  const deeper = `${indent}  `;
  const list = Array.isArray(value);
  const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const written = members.map(([name, inner]) => (list ? "" : `${JSON.stringify(name)}: `) + jsonText(inner, deeper));
  const [open, close] = list ? "[]" : "{}";
  if (!written.length) return open + close;
  const small = !list && written.length <= 2 && members.every(([, inner]) => isLeaf(inner));
  if (small) return `${open} ${written.join(", ")} ${close}`;
  return `${open}\n${written.map((one) => deeper + one).join(",\n")}\n${indent}${close}`;
}

const stringOrNumber = /("(?:[^"\\]|\\.)*")|(-?\d[\d.eE+-]*)/g;
const mark = "\u0000";

/** `text` with every number as a `Numeral`. Throws if it is not JSON. */
function parsed(text) {
  JSON.parse(text);
  const marked = text.replace(stringOrNumber, (_, string, digits) => string ?? JSON.stringify(mark + digits));
  return JSON.parse(marked, (_, value) => (typeof value === "string" && value.startsWith(mark) ? new Numeral(value.slice(1)) : value));
}

/** The same JSON over several lines. */
export const spread = (text) => jsonText(parsed(text));

/** The object that `text` is, with every number as its text; `null` when it is none. */
export function parsedTexts(text) {
  try {
    const value = parsed(text);
    return isLeaf(value) || Array.isArray(value) ? null : texts(value);
  } catch {
    return null;
  }
}

function texts(value) {
  if (value instanceof Numeral) return value.text;
  if (isLeaf(value)) return value;
  if (Array.isArray(value)) return value.map(texts);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, texts(inner)]));
}
