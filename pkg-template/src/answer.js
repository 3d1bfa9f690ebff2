// What the core says, read: numbers of six bits a character, and texts behind their lengths. `report/encoded.rs` writes it.

const SEVERITIES = ["error", "warning"];
const PARTS = [undefined, "path", "query"];
const MASK = "•••"; // instead of personal data

// by bit
const [WARNING, EXPECTED, ACTUAL, OWN_SOURCE, LOCATED, HIDDEN] = [1, 8, 16, 32, 64, 256];
const partOf = (flags) => PARTS[(flags >> 1) & 3];

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

// The text being read; the functions are synchronous, so there is one at a time. Positions are UTF-16 units.
let text = "";
let units = [];
let at = 0;

/** Starts reading the result in the memory of the Wasm, which is valid until the next call; returns the whole text. */
export function open(bytes) {
  text = decoder.decode(bytes);
  units = text.length === bytes.length ? bytes : unitsOf(text);
  at = 0;
  return text;
}

/** Begins to read a text. */
export function openText(whole, from) {
  text = whole;
  units = unitsOf(whole);
  at = from;
}

const unitsOf = (text) => Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));

/** Where the next to be read stands. */
export const position = () => at;

/** What has not been read. */
export const rest = () => text.slice(at);

export function number() {
  let value = 0;
  for (;;) {
    const unit = units[at++];
    value = value * 64 + (unit & 63);
    if (unit < 64) return value;
  }
}

function piece(length) {
  const from = at;
  at += length;
  return text.slice(from, at);
}

export function textPiece() {
  return piece(number());
}

export function path() {
  const steps = [];
  for (;;) {
    const step = number();
    if (step === 0) return steps;
    steps.push(step & 1 ? piece(step >> 1) : (step >> 1) - 1);
  }
}

/** The findings in words of a language; `codes` and `sources` are those of the catalogue. */
export function findings({ codes, sources }, language) {
  const found = [];
  const templates = templatesOf(language.messages);
  for (let left = number(); left > 0; left--) found.push(finding(codes, sources, language, templates));
  return found;
}

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
  const result = { code: codes[code], severity: SEVERITIES[flags & WARNING], path: steps };
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
  return result;
}

/** What was changed, and why. */
export function changes({ reasons }) {
  const made = [];
  for (let left = number(); left > 0; left--) made.push({ path: path(), from: textPiece(), to: textPiece(), why: reasons[textPiece()] });
  return made;
}

const cut = new WeakMap(); // the templates of a language, at their places

function templatesOf(messages) {
  let templates = cut.get(messages);
  if (templates === undefined) cut.set(messages, (templates = []));
  return templates;
}

/** A template as text, place, text, place … */
const pieces = (template) => template.split(/\{(\d)\}/).map((piece, index) => (index % 2 ? Number(piece) : piece));

/** The next sentence: a template of the language with its places filled. */
export function sentence({ messages, phrases }, hidden = false, templates = templatesOf(messages)) {
  const form = number();
  const template = (templates[form] ??= pieces(messages[form]));
  const args = [];
  for (let left = number(); left > 0; left--) args.push(argument(phrases, hidden));
  let sentence = template[0];
  for (let index = 1; index < template.length; index += 2) sentence += args[template[index]] + template[index + 1];
  return sentence;
}

function argument(phrases, hidden) {
  let whole = "";
  for (;;) {
    const head = number();
    const shown = piece(head >> 3);
    switch (head & 6) {
      case 0:
        whole += shown;
        break;
      case 2:
        whole += phrases[shown] ?? shown;
        break;
      case 4:
        whole += `₹ ${shown}`;
        break;
      default: // what the user sent
        whole += hidden ? `\`${MASK}\`` : `\`${shown}\``;
    }
    if ((head & 1) === 0) return whole;
  }
}
