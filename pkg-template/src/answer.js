// What the core says, read: numbers of six bits a character, and texts behind their lengths. `wasm/src/encoded.rs` writes it.
import {
  ACTUAL,
  BASE,
  EXPECTED,
  HIDDEN,
  INPUT,
  IN_PATH,
  IN_QUERY,
  LOCATED,
  MASK,
  MORE,
  OWN_SOURCE,
  PHRASE,
  PIECE_BITS,
  PLAIN,
  RUPEES,
  WARNING,
} from "./constants.js";

/** @import { Catalogue, Change, Finding, Language, Path } from "./internal.js" */
/** @typedef {any[]} Template text, place, text, place … */

/** @param {number} flags */
const partOf = (flags) => (flags & IN_PATH ? "path" : flags & IN_QUERY ? "query" : undefined);

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

// The text being read; the functions are synchronous, so there is one at a time. Positions are UTF-16 units.
let text = "";
/** @type {ArrayLike<number>} */
let units = [];
let at = 0;

/**
 * Starts reading the result in the memory of the Wasm, which is valid until the next call; returns the whole text.
 * @param {Uint8Array} bytes
 */
export function open(bytes) {
  text = decoder.decode(bytes);
  units = text.length === bytes.length ? bytes : unitsOf(text);
  at = 0;
  return text;
}

/**
 * Begins to read a text.
 * @param {string} whole
 * @param {number} from
 */
export function openText(whole, from) {
  text = whole;
  units = unitsOf(whole);
  at = from;
}

/** @param {string} text */
const unitsOf = (text) => Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));

/** Where the next to be read stands. */
export const position = () => at;

/** What has not been read. */
export const rest = () => text.slice(at);

export function number() {
  let value = 0;
  for (;;) {
    const unit = units[at++];
    value = value * BASE + (unit & (BASE - 1));
    if (unit < BASE) return value;
  }
}

/** @param {number} length */
function piece(length) {
  const from = at;
  at += length;
  return text.slice(from, at);
}

export function textPiece() {
  return piece(number());
}

export function path() {
  /** @type {Path} */
  const steps = [];
  for (;;) {
    const step = number();
    if (step === 0) return steps;
    steps.push(step & 1 ? piece(step >> 1) : (step >> 1) - 1);
  }
}

/**
 * The findings in words of a language; `codes` and `sources` are those of the catalogue.
 * @param {Catalogue} catalogue
 * @param {Language} language
 */
export function findings({ codes, sources }, language) {
  /** @type {Finding[]} */
  const found = [];
  const templates = templatesOf(language.messages);
  for (let left = number(); left > 0; left--) found.push(finding(codes, sources, language, templates));
  return found;
}

/**
 * @param {string[]} codes
 * @param {string[]} sources
 * @param {Language} language
 * @param {Template[]} templates
 */
function finding(codes, sources, language, templates) {
  const code = number();
  const flags = number();
  const located = (flags & LOCATED) !== 0;
  const line = located ? number() : 0;
  const column = located ? number() : 0;
  const steps = path();
  const source = flags & OWN_SOURCE ? textPiece() : sources[code];
  const right = flags & EXPECTED ? textPiece() : undefined;
  const there = flags & ACTUAL ? textPiece() : undefined;
  const hidden = (flags & HIDDEN) !== 0;
  const message = sentence(language, hidden, templates);
  /** @type {Partial<Finding>} */
  const result = { code: codes[code], severity: flags & WARNING ? "warning" : "error", path: steps };
  const part = partOf(flags);
  if (part !== undefined) result.part = part;
  result.message = message;
  if (right !== undefined && !hidden) result.expected = right;
  if (hidden) result.actual = MASK;
  else if (there !== undefined) result.actual = there;
  result.source = source;
  if (located) {
    result.line = line;
    result.column = column;
  }
  return /** @type {Finding} */ (result);
}

/**
 * What was changed, and why.
 * @param {Language} language
 */
export function changes({ reasons }) {
  /** @type {Change[]} */
  const made = [];
  for (let left = number(); left > 0; left--)
    made.push({ path: path(), from: textPiece(), to: textPiece(), why: reasons[/** @type {any} */ (textPiece())] });
  return made;
}

/** @type {WeakMap<readonly string[], Template[]>} */
const cut = new WeakMap(); // the templates of a language, at their places

/**
 * @param {readonly string[]} messages
 * @returns {Template[]}
 */
function templatesOf(messages) {
  let templates = cut.get(messages);
  if (templates === undefined) {
    templates = [];
    cut.set(messages, templates);
  }
  return templates;
}

/**
 * A template as text, place, text, place …
 * @param {string} template
 * @returns {Template}
 */
const pieces = (template) => template.split(/\{(\d)\}/).map((piece, index) => (index % 2 ? Number(piece) : piece));

/**
 * The next sentence: a template of the language with its places filled.
 * @param {Language} language
 * @param {boolean} [hidden]
 * @param {Template[]} [templates]
 */
export function sentence({ messages, phrases }, hidden = false, templates = templatesOf(messages)) {
  const form = number();
  templates[form] ??= pieces(messages[form]);
  const template = templates[form];
  /** @type {string[]} */
  const args = [];
  for (let left = number(); left > 0; left--) args.push(argument(phrases, hidden));
  let sentence = template[0];
  for (let index = 1; index < template.length; index += 2) sentence += args[template[index]] + template[index + 1];
  return sentence;
}

/**
 * @param {Language["phrases"]} phrases
 * @param {boolean} hidden
 */
function argument(phrases, hidden) {
  let whole = "";
  for (;;) {
    const head = number();
    const shown = piece(head >> PIECE_BITS);
    switch (head & INPUT) {
      case PLAIN:
        whole += shown;
        break;
      case PHRASE:
        whole += phrases[shown] ?? shown;
        break;
      case RUPEES:
        whole += `₹ ${shown}`;
        break;
      default: // what the user sent
        whole += hidden ? `\`${MASK}\`` : `\`${shown}\``;
    }
    if ((head & MORE) === 0) return whole;
  }
}
