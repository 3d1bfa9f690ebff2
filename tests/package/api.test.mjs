// The doors of the package: what comes in from JavaScript, and what comes out when it cannot be JSON.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { installed, project } from "./support.mjs";

const { build, check, init, normalize, parseGstin, rules, splitTax, transitions } = installed("api");
const encoder = new TextEncoder();
const cleanText = '{"response_code":0,"response_message":"SUCCESS"}';
const clean = { endpoint: "invoiceResponse", valid: true, errors: 0, warnings: 0, findings: [], omitted: 0, skipped: [] };

const codes = ({ findings }) => findings.map(({ code }) => code);
/** The JSON that an object becomes on its way to the core. */
const written = (payload) => normalize("updateInvoice", payload).text;
const worksStill = () => assert.deepEqual(check("invoiceResponse", cleanText), clean);
const refused = (payload, message) => {
  assert.throws(() => check("updateInvoice", payload), { name: "TypeError", message });
  worksStill();
};

test("nothing to say", () => assert.deepEqual(check("invoiceResponse", JSON.parse(cleanText)), clean));

test("init is there and resolves", async () => assert.equal(await init(), undefined));

describe("text, bytes and object", () => {
  const payload = { customerId: "string", baseAmount: {}, description: "चालान €", dueDate: "2025-02-30", extra: [1, { a: null }] };
  const text = JSON.stringify(payload);
  const report = check("updateInvoice", text);
  const withoutPlace = report.findings.map(({ line, column, ...finding }) => finding);

  test("text has line and column", () => {
    assert.ok(report.errors >= 3, text);
    for (const { line, column } of report.findings) assert.ok(line >= 1 && column >= 1);
  });
  test("bytes give the same report", () => {
    assert.deepEqual(check("updateInvoice", encoder.encode(text)), report);
    assert.deepEqual(check("updateInvoice", Buffer.from(text)), report);
    assert.deepEqual(check("updateInvoice", encoder.encode(`  ${text}`).subarray(2)), report);
    assert.deepEqual(check("updateInvoice", runInNewContext(`Uint8Array.from([${encoder.encode(text)}])`)), report);
  });
  test("an object gives the same findings without line and column", () => {
    assert.deepEqual(check("updateInvoice", payload), { ...report, findings: withoutPlace });
  });
});

describe("text that is not ASCII", () => {
  for (const filler of ["é", "₹", "😀", "a₹😀é"]) {
    test(`${filler}, short and long`, () => {
      for (const count of [1, 100, 5_000, 100_000]) {
        const text = JSON.stringify({ x: filler.repeat(count) });
        assert.equal(normalize("updateInvoice", ` ${text}`).text.trim(), text);
        assert.deepEqual(codes(check("updateInvoice", text)), codes(check("updateInvoice", encoder.encode(text))));
      }
    });
  }
  test("a lone surrogate is not silently replaced", () => {
    assert.equal(JSON.parse(written({ x: "a\ud800b" })).x, "a\ud800b");
    assert.equal(JSON.parse(normalize("updateInvoice", '{"x":"a\udfffb"}').text).x, "a\udfffb");
    assert.deepEqual(codes(check("updateInvoice", '{"description":"\ud83d"}')), codes(check("updateInvoice", '{"description":"\\ud83d"}')));
    assert.deepEqual(codes(check("updateInvoice", '{"x":"\\\ud800"}')), ["json.syntax"]);
  });
});

describe("objects are written as JSON.stringify writes them", () => {
  class Invoice {
    constructor() {
      this.description = "own";
    }
    get inherited() {
      return "no";
    }
  }
  const same = {
    "nothing in it": {},
    "escapes": { 'quote " back \\': "tab \t newline \n nul \0 del \x7f \u2028" },
    "numbers": { a: -0, b: 1e21, c: 1e-7, d: 0.1 + 0.2, e: Number.MAX_SAFE_INTEGER, f: 5e-324 },
    "absent properties": { a: undefined, b: 1, c: undefined },
    "nested": { a: [[], [{}], [null, true, false]], b: { c: { d: [] } } },
    "boxed primitives": { a: new Number(1), b: new String('x"'), c: new Boolean(false) },
    "dates": { dueDate: new Date(0) },
    "own toJSON": { a: { toJSON: (key) => `key ${key}` }, b: [{ toJSON: (key) => key }], c: { toJSON: () => undefined } },
    "toJSON that returns itself": {
      a: Object.create(
        {
          toJSON() {
            return this;
          },
        },
        { x: { value: 1, enumerable: true } },
      ),
    },
    "a class": new Invoice(),
    "no prototype": Object.assign(Object.create(null), { a: 1 }),
    "inherited properties": Object.create({ inherited: 1 }, { own: { value: 2, enumerable: true }, hidden: { value: 3 } }),
    "symbol keys": { [Symbol("s")]: 1, a: 2 },
    "__proto__ as a key": JSON.parse('{"__proto__": {"a": 1}, "constructor": 2, "toString": 3}'),
    "integer keys": { b: 1, 2: 2, 1: 1 },
    "another realm": runInNewContext('({ a: [1, { b: new Date(0) }], c: new String("s"), d: Object.create(null) })'),
    "proxies": new Proxy({ a: new Proxy([1, 2], {}), b: 1 }, {}),
    "the same object twice": ((shared) => ({ a: shared, b: [shared, shared] }))({ x: 1 }),
  };
  for (const [name, payload] of Object.entries(same)) {
    test(name, () => assert.equal(written(payload), JSON.stringify(payload)));
  }
  test("999 levels", () => {
    const deep = "[".repeat(999) + "]".repeat(999);
    assert.deepEqual(codes(check("updateInvoice", JSON.parse(deep))), codes(check("updateInvoice", deep)));
  });
  test("getters and proxies are asked once", () => {
    const asked = [];
    const payload = {
      get a() {
        asked.push("a");
        return asked.length;
      },
    };
    assert.equal(written(payload), '{"a":1}');
    const target = { x: [1], y: { z: 1 } };
    const get = (object, key) => {
      asked.push(key);
      return object[key];
    };
    check("updateInvoice", new Proxy(target, { get }));
    assert.deepEqual(
      asked.filter((key) => key === "x" || key === "y"),
      ["x", "y"],
    );
  });
  test("a property that a getter removes is absent", () => {
    const payload = {
      get a() {
        delete payload.b;
        return 1;
      },
      b: 2,
    };
    assert.equal(written(payload), '{"a":1}');
  });
  test("toJSON and getters may use the package", () => {
    const payload = { a: { toJSON: () => codes(check("updateInvoice", '{"dueDate":"2025-02-30"}')).length }, b: "x".repeat(50) };
    assert.equal(written(payload), `{"a":1,"b":"${"x".repeat(50)}"}`);
  });
});

describe("what JSON.stringify would silently change is a TypeError with the path", () => {
  const cyclic = { a: [{}] };
  cyclic.a[0].b = cyclic.a;
  const endless = () => ({
    get next() {
      return endless();
    },
  });
  const cases = {
    "NaN": [{ items: [{}, { price: NaN }] }, /^`payload\.items\[1\]\.price` is NaN/],
    "Infinity": [{ "net amount": -Infinity }, /^`payload\["net amount"\]` is -Infinity/],
    "boxed NaN": [{ a: new Number(NaN) }, /^`payload\.a` is NaN/],
    "BigInt": [{ baseAmount: 1n }, /^`payload\.baseAmount` is a BigInt/],
    "boxed BigInt": [{ a: Object(1n) }, /^`payload\.a` is of type BigInt/],
    "a function": [{ a: { b() {} } }, /^`payload\.a\.b` is a function/],
    "a symbol": [{ a: Symbol("s") }, /^`payload\.a` is a symbol/],
    "undefined in an array": [{ a: [1, undefined] }, /^`payload\.a\[1\]` is undefined/],
    "a gap in an array": [{ a: [1, , 3] }, /^`payload\.a\[1\]` is undefined/],
    "a function in an array": [[() => 1], /^`payload\[0\]` is a function/],
    "a Map": [{ a: new Map([["b", 1]]) }, /^`payload\.a` is of type Map; use a plain object or an array$/],
    "a Set": [{ a: new Set([1]) }, /^`payload\.a` is of type Set/],
    "a Map of another realm": [{ a: runInNewContext("new Map()") }, /^`payload\.a` is of type Map/],
    "a regular expression": [{ a: /x/ }, /^`payload\.a` is of type RegExp/],
    "bytes inside": [{ a: new Uint8Array(1) }, /^`payload\.a` is of type Uint8Array/],
    "an ArrayBuffer": [new ArrayBuffer(2), /^`payload` is of type ArrayBuffer; pass a plain object$/],
    "an error": [{ a: new Error("x") }, /^`payload\.a` is of type Error/],
    "a promise": [Promise.resolve({}), /^`payload` is of type Promise; await it first$/],
    "an invalid date": [{ dueDate: new Date(NaN) }, /^`payload\.dueDate` is an invalid Date/],
    "a cycle": [cyclic, /^`payload\.a\[0\]\.b` is cyclic/],
    "endless nesting": [endless(), /^`payload\.next.*…\.next.*` is nested deeper than 1000 levels/],
    "undefined": [undefined, /^`payload` is undefined; pass an object or JSON text$/],
    "toJSON to nothing": [{ toJSON() {} }, /^`payload` is undefined/],
    "toJSON to NaN": [{ a: { toJSON: () => NaN } }, /^`payload\.a` is NaN/],
    "a function as payload": [() => ({}), /^`payload` is a function/],
    "a symbol as payload": [Symbol("s"), /^`payload` is a symbol/],
    "a BigInt as payload": [1n, /^`payload` is a BigInt/],
  };
  for (const [name, [payload, message]] of Object.entries(cases)) test(name, () => refused(payload, message));

  test("an exception of the payload's own passes through", () => {
    const own = new Error("own");
    assert.throws(
      () =>
        check("updateInvoice", {
          get a() {
            throw own;
          },
        }),
      own,
    );
    worksStill();
  });
  test("in fields, target, gst and options too", () => {
    assert.throws(() => build("updateInvoice", { baseAmount: NaN }), TypeError);
    assert.throws(() => build("updateInvoice", {}, { invoiceId: 1n }), /^TypeError: `target\.invoiceId` is a BigInt/);
    assert.throws(() => splitTax({ base: Infinity, rate: 18 }), /^TypeError: `gst\.base` is Infinity/);
    assert.throws(
      () => check("updateInvoice", {}, { current: { payload: { netAmount: NaN } } }),
      /^TypeError: `options\.current\.payload\.netAmount` is NaN/,
    );
    worksStill();
  });
});

describe("wrong use is a TypeError, and the next call works", () => {
  /** @type {Record<string, [() => unknown, RegExp]>} */
  const wrong = {
    "an unknown endpoint": [() => check("deleteInvoice", {}), /deleteInvoice.*updateInvoice, createInvoice/],
    "an inherited name as endpoint": [() => check("toString", {}), /unknown endpoint "toString"/],
    "no endpoint": [() => check(), /unknown endpoint/],
    "an unknown option": [() => check("updateInvoice", {}, { strict: true }), /strict/],
    "options of a wrong type": [() => check("updateInvoice", {}, "en"), /options/],
    "null as options": [() => check("updateInvoice", {}, null), /options/],
    "an option of a wrong type": [() => check("updateInvoice", {}, { maxDepth: "64" }), /maxDepth/],
    "a wrong word": [() => normalize("updateInvoice", {}, { locale: "fr" }), /locale/],
    "a wrong day": [() => check("updateInvoice", {}, { today: "21/11/2025" }), /today/],
    "a limit that is none": [() => check("updateInvoice", {}, { maxBytes: -1 }), /maxBytes/],
    "a limit above the highest": [() => check("updateInvoice", {}, { maxBytes: 2 ** 40 }), /maxBytes/],
    "broken text as current": [() => check("updateInvoice", {}, { current: '{"a":' }), /options\.current/],
    "current that ends too early": [() => check("updateInvoice", {}, { current: '{}, "mask": false' }), /options\.current/],
    "broken bytes as current": [() => check("updateInvoice", {}, { current: Uint8Array.of(0xff) }), /options\.current/],
    "a number as GSTIN": [() => parseGstin(27), /string/],
  };
  for (const [name, [call, message]] of Object.entries(wrong)) {
    test(name, () => {
      assert.throws(call, { name: "TypeError", message });
      worksStill();
    });
  }
});

describe("limits", () => {
  const tooLarge = (payload, options) => assert.deepEqual(codes(check("updateInvoice", payload, options)), ["json.too-large"]);
  test("bytes, text and objects over maxBytes", () => {
    for (const text of ['{"x":"aaaaaaaa"}', '{"x":"₹₹₹"}']) {
      const { length } = encoder.encode(text);
      for (const payload of [text, encoder.encode(text), JSON.parse(text)]) {
        assert.ok(!codes(check("updateInvoice", payload, { maxBytes: length })).includes("json.too-large"));
        tooLarge(payload, { maxBytes: length - 1 });
        tooLarge(payload, { maxBytes: 4 });
      }
    }
  });
  test("8 MiB by default, more when asked for", () => {
    const text = `"${"a".repeat(8 * 1024 * 1024)}"`;
    tooLarge(text);
    tooLarge(encoder.encode(text));
    assert.ok(!codes(check("updateInvoice", text, { maxBytes: 9_000_000 })).includes("json.too-large"));
  });
  test("normalize and build report it too", () => {
    const normalized = normalize("updateInvoice", '{"a": 1}', { maxBytes: 2 });
    assert.deepEqual([normalized.text, normalized.value, normalized.changes], ['{"a": 1}', undefined, []]);
    assert.deepEqual(codes(normalized.report), ["json.too-large"]);
    const built = build("updateInvoice", { customerId: "KCAB12CD34EF56GH" }, undefined, { maxBytes: 2 });
    assert.equal(built.status, "refused");
    assert.deepEqual(
      built.report.findings.map(({ code, part }) => [code, part]),
      [
        ["json.too-large", undefined],
        ["field.missing", "path"],
      ],
    );
    assert.deepEqual([built.report.errors, built.report.findings[0].actual], [2, "33"]);
  });
});

describe("current", () => {
  const current = { baseAmount: 1000, cgst: 90, sgst: 90, igst: 0, netAmount: 1180, totalReceived: 0, tds: 0, balanceAmount: 1180 };
  const patch = { netAmount: 1 };
  const report = check("updateInvoice", patch, { current });
  test("as object, text and bytes", () => {
    assert.ok(report.findings.length > 0);
    const text = JSON.stringify(current);
    for (const form of [text, encoder.encode(text), ` ${text}\n`]) {
      assert.deepEqual(check("updateInvoice", patch, { current: form }), report);
      assert.deepEqual(check("updateInvoice", patch, { current: form, today: "2025-11-21" }), report);
    }
  });
  test("undefined options are absent", () => {
    assert.deepEqual(check("updateInvoice", patch, { current: undefined, today: undefined }), check("updateInvoice", patch));
  });
});

test("normalize: what cannot be read is data, however few findings are listed", () => {
  for (const broken of [Uint8Array.of(0x7b, 0xff), '{"via":', "\ufeff{}"]) {
    for (const maxFindings of [0, 1000]) {
      const { value, changes, report } = normalize("updateInvoice", broken, { maxFindings });
      assert.equal(value, undefined);
      assert.deepEqual(changes, []);
      assert.equal(report.valid, false);
    }
  }
});

test("normalize: the input itself where nothing changes, else the tidied text and its value", () => {
  const untouched = ' {"description" : "चालान", "extra":1.50} ';
  assert.equal(normalize("updateInvoice", untouched).text, untouched);
  const tidied = normalize("updateInvoice", '{"netAmount": "₹ 1,18,000.50"}');
  assert.equal(tidied.text, '{"netAmount": 118000.50}');
  assert.deepEqual(tidied.value, { netAmount: 118000.5 });
  assert.deepEqual(
    tidied.changes.map(({ path, from, to }) => ({ path, from, to })),
    [{ path: ["netAmount"], from: '"₹ 1,18,000.50"', to: "118000.50" }],
  );
  const broken = normalize("updateInvoice", encoder.encode('{"netAmount": '));
  assert.deepEqual([broken.text, broken.value, codes(broken.report)], ['{"netAmount": ', undefined, ["json.syntax"]]);
});

test("normalize: the value is parsed when it is asked for, and nobody sees the difference", () => {
  const text = '{"cgst":"1,180","x":[1]}';
  const value = { cgst: 1180, x: [1] };
  const made = () => normalize("updateInvoice", text);
  const { changes, report } = made();
  const whole = { text: '{"cgst":1180,"x":[1]}', value, changes, report };
  assert.deepStrictEqual(made(), whole);
  assert.deepStrictEqual(Object.keys(made()), Object.keys(whole));
  assert.equal(JSON.stringify(made()), JSON.stringify(whole));
  assert.equal(inspect(made(), { depth: 9 }), inspect(whole, { depth: 9 }));
  for (const copy of [{ ...made() }, structuredClone(made()), Object.assign({}, made())]) assert.deepStrictEqual(copy, whole);
  for (const form of [Object.freeze(made()), new Proxy(made(), {}), Object.create(made())]) {
    assert.deepStrictEqual(form.value, value);
    assert.equal(form.value, form.value, "parsed once");
  }
  const given = { x: { deep: [1] } };
  assert.notEqual(normalize("updateInvoice", given).value.x, given.x, "an object of its own");
  const changed = made();
  changed.value = 1;
  assert.equal(changed.value, 1);
  const bytes = encoder.encode('{"cgst":1}');
  const early = normalize("updateInvoice", bytes);
  bytes.fill(0x20);
  assert.deepStrictEqual([early.text, early.value], ['{"cgst":1}', { cgst: 1 }], "what the bytes were");
});

test("a report is plain data of its own: a later call does not change it", () => {
  const faulty = '{"customerId":"KC1","x":"₹","mobileNumber":"1"}';
  const first = check("updateInvoice", faulty);
  const written = JSON.stringify(first);
  check("updateInvoice", '{"dueDate":"no"}');
  normalize("updateInvoice", '{"cgst":"₹ 5"}');
  assert.equal(JSON.stringify(first), written);
  for (const object of [first, ...first.findings]) {
    assert.ok(Object.values(Object.getOwnPropertyDescriptors(object)).every((property) => "value" in property && property.writable));
  }
});

test("build, splitTax and parseGstin answer with plain data", () => {
  const split = splitTax({ base: "1180", rate: 18, inclusive: true, interState: false });
  assert.deepEqual([split.amounts.taxable, split.amounts.cgst, split.amounts.sgst], ["1000.00", "90.00", "90.00"]);
  const built = build(
    "updateInvoice",
    { gst: { base: 1000, rate: 18, interState: true } },
    { invoiceId: `INV${"A1".repeat(16)}`, sellerId: "CEKABC1234" },
  );
  assert.equal(built.status, "ready", JSON.stringify(built));
  assert.equal(JSON.parse(built.request.body).igst, 180);
  for (const target of [undefined, {}, { invoice: "INV1" }, { invoiceId: 5 }, "INV1"]) {
    assert.equal(build("updateInvoice", { netAmount: 1 }, target).status, "refused");
  }
  assert.equal(build("invoiceResponse", {}).status, "refused");
  assert.equal(parseGstin("27AAPFU0939F1ZV").state.name, "Maharashtra");
  assert.equal(parseGstin("27AAPFU0939F1Z").valid, false);
});

describe("transitions", () => {
  const begins = { invoice: "CREATED", approvalStatus: "MAKER_APPROVAL_PENDING", invoiceStatus: "UNPAID", earlyPaymentStatus: "PENDING" };
  const to = (...question) => transitions(...question).map((arrow) => arrow.to);

  test("plain objects, the caller's own", () => {
    const [arrow] = transitions("UNDER_REVIEW");
    const expected = {
      from: "UNDER_REVIEW",
      to: "SENT_TO_BUYER",
      actor: "supplier",
      by: "editInvoiceRequest",
      mark: "mapped",
      source: "Zwitch docs, life-cycle-1",
    };
    assert.deepEqual(arrow, expected);
    arrow.to = "CLOSED";
    assert.deepEqual(transitions("UNDER_REVIEW")[0], expected);
  });
  test("by actor and strictness", () => {
    assert.deepEqual(to("SENT_TO_BUYER", { actor: "buyer" }), ["ACCEPTED", "REJECTED", "UNDER_REVIEW"]);
    assert.deepEqual(to("SENT_TO_BUYER", { actor: "buyer", strictness: "documented" }), ["ACCEPTED", "REJECTED"]);
    assert.deepEqual(to("SENT_TO_BUYER", { machine: undefined, actor: undefined, strictness: undefined }), to("SENT_TO_BUYER"));
    assert.deepEqual(to("CLOSED"), []);
    assert.deepEqual(to("PARTIAL_PAID", { machine: "invoiceStatus" }), ["PAID", "REFUNDED"]);
  });
  test("unknown words are a TypeError that names the known ones", () => {
    /** @type {[unknown[], RegExp][]} */
    const wrong = [
      [["SENT"], /unknown status "SENT"; use one of CREATED, SENT_TO_BUYER, /],
      [[], /unknown status a value of type undefined/],
      [
        ["CREATED", { machine: "approval" }],
        /unknown machine "approval"; use one of invoice, approvalStatus, invoiceStatus, earlyPaymentStatus$/,
      ],
      [["CREATED", { machine: "approvalStatus" }], /unknown status "CREATED"; use one of MAKER_APPROVAL_PENDING/],
      [["CREATED", { actor: "seller" }], /unknown actor "seller"; use one of supplier, buyer, /],
      [["CREATED", { actor: null }], /unknown actor null/],
      [["CREATED", { strictness: "strict" }], /unknown strictness "strict"; use one of lenient, documented$/],
      [["CREATED", { role: "buyer" }], /unknown option "role"; use one of machine, actor, strictness$/],
      [["CREATED", "buyer"], /options must be an object, not "buyer"/],
      [["toString"], /unknown status/],
    ];
    for (const [question, message] of wrong) assert.throws(() => transitions(...question), { name: "TypeError", message });
  });
  test("the types name the statuses that there are", () => {
    const types = readFileSync(join(project, "pkg-template/types/tables.d.ts"), "utf8");
    const [, statuses] = types.match(/export interface Statuses \{([^}]*)\}/);
    for (const [machine, begin] of Object.entries(begins)) {
      const reached = new Set([begin]);
      for (const status of reached) for (const next of to(status, { machine })) reached.add(next);
      const [, union] = statuses.match(new RegExp(`\\b${machine}:([^;]*);`));
      assert.deepEqual(union.match(/\w+/g).sort(), [...reached].sort());
    }
  });
});

test("rules: the catalogue, a copy for each caller", () => {
  const golden = JSON.parse(readFileSync(join(project, "tests/golden/rules.json"), "utf8"));
  const listed = rules();
  assert.deepEqual(listed, golden);
  for (const list of [listed[0].severities, listed[0].endpoints, listed[0].fields]) list.push("warning");
  assert.deepEqual(rules(), golden);
});
