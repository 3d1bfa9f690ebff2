// An object is judged like its text: payloads of the fixtures, changed at random from a seed, have the same report both ways
// but for lines and columns, which an object has none of. OBJECT_AND_TEXT_CASES=100000 looks longer, OBJECT_AND_TEXT_SEED=7 elsewhere.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createRequire } from "node:module";
import { join } from "node:path";
import { formsOf } from "./fixture-runner.mjs";
import { fixtureFiles, freshProject } from "./support.mjs";

const require = createRequire(join(freshProject("object-and-text"), "package.json"));
const { check, normalize } = require("bijak");
const slim = require("bijak/check");
const { hi } = require("bijak/hi");

const CASES = Number(process.env.OBJECT_AND_TEXT_CASES ?? 6000);
const SEED = Number(process.env.OBJECT_AND_TEXT_SEED ?? 1);
const LARGE = 20_000; // of payloads longer than this, few
const ENDPOINTS = ["updateInvoice", "createInvoice", "invoiceResponse", "sendInvoiceRequest", "editInvoiceRequest", "changeInvoiceStatus", "confirmInvoice", "payInvoice", "confirmPayment", "invoiceWebhookResponse", "nbblInvoice", "b2bResponse"];

const seeds = new Map(ENDPOINTS.map((endpoint) => [endpoint, []]));
for (const { cases } of fixtureFiles()) {
  for (const fixture of cases.filter(({ op, endpoint }) => op === undefined && seeds.has(endpoint))) {
    const form = formsOf(fixture).find(([name]) => name === "object");
    if (form) seeds.get(fixture.endpoint).push({ payload: form[1], options: fixture.options, large: JSON.stringify(form[1]).length > LARGE });
  }
}
const names = [...new Set([...seeds.values()].flat().filter(({ large }) => !large).flatMap(({ payload }) => keysOf(payload)))];

function keysOf(value) {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => [...(Array.isArray(value) ? [] : [key]), ...keysOf(below)]);
}

/** Numbers below a bound, always the same from one seed (mulberry32). */
function randomOf(seed) {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

const LETTERS = ["a", "Z", "9", " ", "-", ".", "/", "&", "'", "`", "{", "}", "[", ",", ":", "#", "$", "|", "~", '"', "\\", "\n", "\t", "\0", "\x1f", "\x7f", "\x80", "é", "₹", "अ", "😀", "\ud83d", "\udc00", "\u2028", "\ufeff", "\uffff"];
const KEYS = ["", "#", "$1", "}", "{", '"', "\\", "\n", "constructor", "__proto__", "toString", "hasOwnProperty", "length", "0", "17", "cgst ", "Cgst", "é", "\ud800", "k".repeat(120), "₹".repeat(50)];
const NUMBERS = [0, -0, 1, -1, 9, 10, 99, 100, 0.1, 0.01, 0.001, 0.005, 1.005, 4.35, 0.1 + 0.2, 0.07 * 100, 1e-6, 1e-7, 1e15 + 0.3, 1e21, 1.5e300, 5e-324, 2 ** 31 - 1, 2 ** 31, 2147483646.99, 2147483647.5, 4294967295.99, 2 ** 53, 2 ** 53 - 1, 99999999999999.99, 123456789012345.67, -12.5, -2147483647.99];

/** What makes payloads out of random numbers. */
function maker(random) {
  const one = (list) => list[random(list.length)];
  const text = () => {
    if (random(40) === 0) return one(LETTERS).repeat([99, 100, 101, 130, 5000, 70_000][random(6)]) + one(LETTERS);
    return Array.from({ length: random(14) }, () => one(LETTERS)).join("");
  };
  const number = () => [() => one(NUMBERS), () => random(1e9) / 100, () => random(1e9) / 1000, () => random(100_000), () => -random(1e6) / 100, () => random(2 ** 32) * 4096 / 100, () => random(2 ** 32) / random(2 ** 32)].map((make) => make())[random(7)];
  const name = () => (random(3) > 0 ? one(names) : random(3) > 0 ? one(KEYS) : text());
  const value = (depth = 0) => {
    switch (random(depth > 4 ? 7 : 12)) {
      case 0: return null;
      case 1: return random(2) === 0;
      case 2: case 3: return finite(number());
      case 4: case 5: return text();
      case 6: return one(["2025-11-15", "CGST", "27AAPFU0939F1ZV", "100.00", "Y", "PAID", [], {}, [[]], [{}]]);
      case 7: case 8: return Array.from({ length: random(4) }, () => value(depth + 1));
      default: return objectOf(Array.from({ length: random(5) }, () => [name(), value(depth + 1)]));
    }
  };
  const deep = () => {
    let value = text();
    for (let level = random(80); level > 0; level--) value = random(2) === 0 ? [value] : objectOf([[name(), value]]);
    return value;
  };
  return { deep, name, one, random, value };
}

const finite = (number) => (Number.isFinite(number) ? number : 0);

/** An object with these members; `__proto__` is a key as any. */
function objectOf(entries) {
  const object = {};
  for (const [key, value] of entries) Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  return object;
}

/** The value, with its parts changed now and then. */
function changed(value, odds, make) {
  const { deep, name, one, random, value: junk } = make;
  if (random(odds) === 0) {
    switch (random(6)) {
      case 0: return [value];
      case 1: return objectOf([[name(), value]]);
      case 2: return deep();
      default: return junk();
    }
  }
  if (Array.isArray(value)) {
    const list = value.map((item) => changed(item, odds, make));
    if (random(odds) === 0) list.splice(random(list.length + 1), random(3), junk());
    return list;
  }
  if (typeof value !== "object" || value === null) return value;
  let entries = Object.entries(value).map(([key, below]) => [key, changed(below, odds, make)]);
  if (random(odds) === 0) entries = entries.filter(() => random(4) > 0);
  if (random(odds) === 0) entries.push(...Array.from({ length: 1 + random(3) }, () => [name(), junk()]));
  if (random(odds) === 0 && entries.length > 0) one(entries)[0] = name();
  if (random(3) === 0) entries.sort(() => random(3) - 1);
  return objectOf(entries);
}

/** The same in another guise, whose text is the same. */
function disguised(value, make) {
  const { random } = make;
  if (typeof value !== "object" || value === null) {
    if (random(60) > 0) return value;
    if (typeof value === "string") return [new String(value), { toJSON: () => value }][random(2)];
    return typeof value === "number" ? new Number(value) : value;
  }
  const parts = Array.isArray(value) ? value.map((item) => disguised(item, make)) : objectOf(Object.entries(value).map(([key, below]) => [key, disguised(below, make)]));
  switch (random(40)) {
    case 0: return new Proxy(parts, {});
    case 1: return Array.isArray(parts) ? parts : Object.assign(Object.create({ inherited: 1, cgst: 2, ts: 3 }), { absent: undefined }, spread(parts));
    case 2: return Array.isArray(parts) ? parts : Object.setPrototypeOf(parts, null);
    case 3: return Array.isArray(parts) ? parts : Object.setPrototypeOf(parts, (class Payload { hidden() {} get shown() { return 1; } }).prototype);
    case 4: return Array.isArray(parts) ? parts : withGetters(parts);
    case 5: return { toJSON: () => parts };
    case 6: return Object.assign([1], { toJSON: () => parts });
    case 7: return Array.isArray(parts) ? parts : withAbsent(parts, make);
    default: return parts;
  }
}

const spread = (object) => ("__proto__" in Object.getOwnPropertyDescriptors(object) ? {} : object);

function withGetters(object) {
  for (const [key, value] of Object.entries(object)) Object.defineProperty(object, key, { get: () => value });
  return object;
}

/** With keys that JSON leaves out. */
function withAbsent(object, { name, random }) {
  const key = name();
  return Object.hasOwn(object, key) ? object : objectOf([[key, [undefined, { toJSON() {} }][random(2)]], ...Object.entries(object)]);
}

function optionsOf(own, text, { random }) {
  const length = Buffer.byteLength(text);
  return [
    () => undefined,
    () => own,
    () => own,
    () => ({ ...own, maxFindings: random(4) }),
    () => ({ ...own, maxDepth: random(6) }),
    () => ({ ...own, maxBytes: length - random(3) + 1 }),
    () => ({ ...own, mask: true }),
    () => ({ ...own, locale: hi }),
  ][random(8)]();
}

/** A report as text, without lines and columns; or what was thrown. */
function reported(call) {
  try {
    return JSON.stringify(call(), (key, value) => (key === "line" || key === "column" ? undefined : value));
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}

test("payloads that are changed at random", () => {
  const [found, sound] = [new Set(), new Set()];
  for (let number = 0; number < CASES; number++) {
    const make = maker(randomOf(SEED * 1_000_003 + number));
    const { one, random } = make;
    const endpoint = one(ENDPOINTS);
    const seed = one(seeds.get(endpoint));
    if (seed.large && random(20) > 0) continue;
    const payload = random(50) === 0 ? make.value() : changed(seed.payload, [4, 12, 40, 200, 5000][random(5)], make);
    if (payload === undefined) continue;
    const text = JSON.stringify(payload);
    const object = disguised(payload, make);
    if (JSON.stringify(object) !== text || typeof object === "string") continue; // such as a key of a String
    const options = optionsOf(seed.options, text, make);
    const expected = reported(() => check(endpoint, text, options));
    const context = `OBJECT_AND_TEXT_SEED=${SEED}, case ${number}: ${endpoint} ${text.slice(0, 2000)} ${JSON.stringify(options)}`;
    assert.equal(reported(() => check(endpoint, object, options)), expected, context);
    if (number % 5 === 0) assert.equal(reported(() => slim.check(endpoint, object, options)), expected, context);
    for (const [, code] of expected.matchAll(/"code":"([^"]+)"/g)) found.add(code);
    if (expected.includes('"valid":true')) sound.add(endpoint);
  }
  if (CASES >= 6000) assert.ok(found.size > 90 && sound.size >= 10, `${found.size} codes, ${sound.size} endpoints`);
});

test("every number is written as JavaScript writes it", () => {
  const random = randomOf(SEED);
  const written = (number) => check("createInvoice", { customerId: number }).findings.find(({ path }) => path[0] === "customerId").actual;
  for (const number of NUMBERS) assert.equal(written(number), JSON.stringify(number));
  for (let count = 0; count < CASES; count++) {
    const number = [random(2 ** 32) / 100, -random(2 ** 32) / 100, random(2 ** 32) / 1000, random(2 ** 32), random(2 ** 32) * random(2 ** 20) / 100, random(1000) / 10, 10 ** random(10) - random(2) / 100][count % 7];
    assert.equal(written(number), JSON.stringify(number));
  }
});

test("every character, at every length of a text", () => {
  const excerpt = (text) => check("updateInvoice", { customerId: text }).findings.map(({ message, actual }) => [message, actual]);
  for (let code = 0; code < 0x10000; code += code < 0x100 || (code >= 0xd7f0 && code < 0xe010) ? 1 : 97) {
    const text = String.fromCharCode(code);
    assert.equal(reported(() => check("updateInvoice", { [text]: text, customerId: `ab${text}` })), reported(() => check("updateInvoice", JSON.stringify({ [text]: text, customerId: `ab${text}` }))), `U+${code.toString(16)}`);
  }
  for (let length = 0; length < 220; length++) {
    for (const end of ["", '"', "\n", "é", "😀", "\ud83d"]) {
      const text = "x".repeat(length) + end;
      assert.deepEqual(excerpt(text), check("updateInvoice", JSON.stringify({ customerId: text })).findings.map(({ message, actual }) => [message, actual]), `${length} ${JSON.stringify(end)}`);
    }
  }
});

test("texts that end where the room ends, which doubles", () => {
  const same = (payload, context) => assert.equal(reported(() => check("updateInvoice", payload)), reported(() => check("updateInvoice", JSON.stringify(payload))), context);
  for (let room = 65_536; room <= 1_048_576; room *= 2) {
    for (let spare = 0; spare < 80; spare++) {
      const inside = room - spare - 4; // behind a brace, a key and a quote, and before a quote
      same({ description: "₹".repeat(inside / 3) + "x".repeat(inside % 3) }, `rupees, ${room} - ${spare}`);
      if (room < 262_144) same({ description: "x".repeat(inside), stray: "₹".repeat(spare), cgst: -1 }, `letters, ${room} - ${spare}`);
    }
  }
});

test("what Object.prototype is given is no key", () => {
  const payload = () => ({ itemLists: [{ quantity: -1 }], ts: "x" });
  const expected = reported(() => check("nbblInvoice", payload()));
  Object.prototype.cgst = 1;
  try {
    assert.equal(reported(() => check("nbblInvoice", payload())), expected);
    assert.equal(reported(() => check("nbblInvoice", Object.assign(Object.create({ objectId: 1 }), payload()))), expected);
  } finally {
    delete Object.prototype.cgst;
  }
});

describe("what JSON has not is the same TypeError as in normalize, whose road is the text", () => {
  const nbbl = (below) => ({ itemLists: [{ quantity: 1, ...below }] });
  const payloads = {
    "NaN in a documented place": () => nbbl({ quantity: NaN }),
    "Infinity in a list": () => nbbl({ rates: [{ value: 1 }, { value: -Infinity }] }),
    "a gap in a documented list": () => ({ itemLists: [{}, , {}] }),
    "undefined from toJSON in a list": () => ({ itemLists: [{ toJSON() {} }] }),
    "a function": () => nbbl({ hsnCode() {} }),
    "a Map for an object": () => ({ supplierDetails: new Map() }),
    "a Map for a list": () => ({ itemLists: new Map() }),
    "a tag that lies": () => ({ supplierDetails: { gstin: "x", [Symbol.toStringTag]: "Map" } }),
    "arguments": () => (function payload() { return { supplierDetails: arguments }; })(1),
    "the longest list": () => ({ itemLists: Object.assign([], { length: 2 ** 32 - 1 }) }),
    "the payload in itself": () => { const payload = nbbl({}); payload.supplierDetails = payload; return payload; },
    "an item in itself": () => { const payload = nbbl({}); payload.itemLists[0].batchDetails = payload.itemLists[0]; return payload; },
    "a list in itself": () => { const payload = nbbl({}); payload.itemLists[0].rates = payload.itemLists; return payload; },
    "a cycle below a key that is not known": () => { const payload = nbbl({}); payload.itemLists[0].more = { payload }; return payload; },
    "too deep": () => ({ itemLists: JSON.parse("[".repeat(1000) + "]".repeat(1000)) }),
  };
  for (const [name, make] of Object.entries(payloads)) {
    test(name, () => {
      const expected = reported(() => normalize("nbblInvoice", make()).report);
      assert.match(expected, /^TypeError: `payload/);
      assert.equal(reported(() => check("nbblInvoice", make())), expected);
    });
  }
});

describe("an object that uses the package while it is read", () => {
  const sound = { description: "x".repeat(3000), customerId: "KCAB12CD34EF56GH" };
  const inner = {
    "an object": () => check("nbblInvoice", { itemLists: [{ quantity: "y".repeat(100) }] }),
    "an object that uses it as well": () => check("updateInvoice", { get cgst() { check("updateInvoice", { via: "EMAIL" }); return 1; }, sgst: 1 }),
    "a text": () => check("updateInvoice", JSON.stringify({ description: "z".repeat(100_000) })),
    "a text that makes the memory grow": () => check("updateInvoice", JSON.stringify({ description: "z".repeat(4_000_000) })),
    "normalize": () => normalize("updateInvoice", { dueDate: "15/12/2025" }),
    "one that throws": () => assert.throws(() => check("updateInvoice", { a: NaN }), TypeError),
  };
  for (const [name, use] of Object.entries(inner)) {
    test(name, () => {
      const payload = { ...sound, get cgst() { use(); return -90; }, sgst: 91, stray: { get a() { use(); return 1; } } };
      const text = JSON.stringify(payload);
      for (let time = 0; time < 3; time++) assert.equal(reported(() => check("updateInvoice", payload)), reported(() => check("updateInvoice", text)));
    });
  }
});
