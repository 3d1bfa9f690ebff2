// The languages of messages: Hindi changes every message and nothing else, and so does one's own.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, test } from "node:test";
import { faultsOf } from "./fixture-runner.mjs";
import { fixtureFiles, freshProject } from "./support.mjs";

const require = createRequire(join(freshProject("languages"), "package.json"));
const bijak = require("bijak");
const { hi } = require("bijak/hi");
const { language } = require("bijak/language");
const catalogues = { en: require("bijak/messages/en.json"), hi: require("bijak/messages/hi.json") };
const devanagari = /[\u0900-\u097f]/;

const formsOf = ({ messages }) => Object.entries(messages).flatMap(([code, forms]) => Object.keys(forms).map((form) => `${code}/${form}`));

test("each language has every form of every code, phrase and reason", () => {
  const { en, hi } = catalogues;
  assert.deepEqual(
    Object.keys(en.messages),
    bijak.rules().map(({ code }) => code),
  );
  assert.deepEqual(formsOf(hi), formsOf(en));
  for (const kind of ["phrases", "reasons"]) assert.deepEqual(Object.keys(hi[kind]), Object.keys(en[kind]));
});

test("on all fixtures Hindi changes every message, and nothing else", () => {
  const heard = new Set();
  const unspoken = ({ message, ...finding }) => finding;
  const compare = (english, hindi) => {
    assert.deepEqual(hindi.map(unspoken), english.map(unspoken));
    english.forEach(({ code, message }, index) => {
      heard.add(code);
      const translated = hindi[index].message;
      assert.ok(translated !== message && devanagari.test(translated), `${code}: ${translated}`);
      for (const text of [message, translated]) assert.doesNotMatch(text, /[\u0000-\u001f]|undefined|\{\d\}/, code);
    });
  };
  const findingsOf = (said) => (said.code ? [said] : (said.findings ?? said.report?.findings ?? []));
  /** The function, called again in Hindi; its options stand at `last`. */
  const twice =
    (method, last) =>
    (...given) => {
      const english = method(...given);
      const hindi = method(...Array.from({ length: last }, (_, index) => given[index]), { ...given[last], locale: hi });
      compare(findingsOf(english), findingsOf(hindi));
      for (const [index, { why, ...change }] of (english.changes ?? []).entries()) {
        const { why: translated, ...same } = hindi.changes[index];
        assert.deepEqual(same, change);
        assert.match(translated, devanagari, why);
      }
      return english;
    };
  const listening = { ...bijak };
  for (const [name, last] of Object.entries({ check: 2, normalize: 2, build: 3, splitTax: 1, parseGstin: 1 }))
    listening[name] = twice(bijak[name], last);
  for (const { name, cases } of fixtureFiles()) {
    for (const fixture of cases) assert.deepEqual(faultsOf(listening, fixture), [], `${name}: ${fixture.name}`);
  }
  assert.deepEqual(
    [...heard].sort(),
    bijak
      .rules()
      .map(({ code }) => code)
      .sort(),
  );
});

test("every function that says something takes a language", () => {
  const said = (options) => [
    bijak.check("updateInvoice", '{"cgst":-1}', options).findings[0].message,
    bijak.check("updateInvoice", '{"cgst":-1}', { maxBytes: 2, ...options }).findings[0].message,
    bijak.normalize("updateInvoice", '{"via":" x "}', options).changes[0].why,
    bijak.build("invoiceResponse", {}, undefined, options).report.findings[0].message,
    bijak.splitTax({ base: 1 }, options).findings[0].message,
    bijak.parseGstin("27", options).message,
  ];
  assert.deepEqual(said({ locale: "en" }), said());
  said({ locale: hi }).forEach((message) => assert.match(message, devanagari));
});

test("amounts are grouped as India does in every language", () => {
  for (const locale of ["en", hi]) {
    const [{ message }] = bijak.check("updateInvoice", '{"cgst":118000,"sgst":11800000.5}', { locale }).findings;
    assert.match(message, /₹ 1,18,000\.00.*₹ 1,18,00,000\.50/);
  }
});

describe("a language of one's own", () => {
  const messages = { "amount.negative": { Negative: "{0}: nahi!" } };
  const said = (locale) => bijak.check("updateInvoice", '{"cgst":-1,"tds":"1"}', { locale }).findings.map(({ message }) => message);

  test("what it lacks is English, or in the language given", () => {
    const [negative, text] = said("en");
    assert.match(negative, /is negative/);
    assert.deepEqual(said(language("hinglish", { messages })), ["cgst `-1`: nahi!", text]);
    assert.deepEqual(said(language("hinglish", { messages }, hi)), ["cgst `-1`: nahi!", said(hi)[1]]);
  });
  test("the catalogue of a language makes that language", () => {
    assert.deepEqual(language("hi", catalogues.hi), { ...hi, phrases: catalogues.hi.phrases });
  });
  test("phrases and reasons too", () => {
    const own = language("x", { phrases: { "a number": "ein Wert" }, reasons: { Trimmed: "weg" } });
    assert.match(bijak.check("updateInvoice", '{"cgst":true}', { locale: own }).findings[0].message, /ein Wert/);
    assert.equal(bijak.normalize("updateInvoice", '{"via":" x "}', { locale: own }).changes[0].why, "weg");
  });
  test("what does not fit is a TypeError that names it", () => {
    const wrong = [
      [{ messages: { "amount.minus": { Negative: "{0}" } } }, /x: unknown message amount\.minus\/Negative/],
      [{ messages: { "amount.negative": { Minus: "{0}" } } }, /amount\.negative\/Minus/],
      [
        { messages: { "amount.negative": { Negative: "no place" } } },
        /amount\.negative\/Negative must be a string with the same placeholders as "\{0\} is negative/,
      ],
      [{ messages: { "amount.negative": { Negative: "{0} {1}" } } }, /Negative must be/],
      [{ messages: { "amount.negative": { Negative: 5 } } }, /Negative must be/],
      [{ phrases: { "a numbr": "x" } }, /unknown phrase a numbr/],
      [{ reasons: { Trim: "x" } }, /unknown reason Trim/],
    ];
    for (const [translation, message] of wrong) assert.throws(() => language("x", translation), { name: "TypeError", message });
  });
  test("a language that is none is a TypeError with the remedy", () => {
    for (const locale of ["hi", "fr", 5, null, {}]) {
      assert.throws(() => bijak.check("updateInvoice", {}, { locale }), { name: "TypeError", message: /import \{ hi \} from "bijak\/hi"/ });
    }
  });
});

test("a user's text cannot pass for a piece of a sentence", () => {
  const marks = "\u001d999\u001d\u001ea number\u001e\u001f";
  const sound = ({ findings }) => findings.forEach(({ message }) => assert.doesNotMatch(message, /[\u0000-\u001f]|undefined/));
  for (const payload of [{ customerId: marks }, { [marks]: 1 }, { via: marks }, { invoiceDate: marks }]) {
    sound(bijak.check("updateInvoice", payload, { today: "2025-11-21" }));
  }
  const item = { serialno: marks, itemValueDetails: [{ type: marks, value: 1 }] };
  const transition = { currentStatus: marks, newStatus: marks };
  const party = { gstin: marks, stateCode: marks, address: { pincode: marks } };
  const invoice = { statusTransition: transition, supplierDetails: party, buyerDetails: party, itemLists: [item, item], ts: marks };
  sound(bijak.check("nbblInvoice", invoice));
  const current = { objectVersion: { currentVersion: 1, newVersion: 1 }, ...invoice };
  sound(bijak.build("confirmInvoice", { step: { action: "ACCEPT", remarks: marks } }, undefined, { current }).report);
  sound(bijak.build("changeInvoiceStatus", { step: { action: marks } }, undefined, { current }).report);
});
