// `schema` as the consumers of Standard Schema see it, and `problem`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { freshProject } from "./support.mjs";

const require = createRequire(join(freshProject("schema"), "package.json"));
const { check, normalize, problem, schema } = require("bijak");
const encoder = new TextEncoder();

const draft = {
  customerId: "KCAB12CD34EF56GH",
  baseAmount: "₹ 1,000",
  cgst: "90",
  sgst: 90,
  netAmount: "1,180.00",
  dueDate: "15/12/2025",
};
const tidy = { ...draft, baseAmount: 1000, cgst: 90, netAmount: 1180, dueDate: "2025-12-15" };
const create = (value, options) => schema("createInvoice", options)["~standard"].validate(value);
const paths = ({ issues }) => issues.map(({ path }) => path.join(".")).sort();

test("version, vendor and validate, which answers at once", () => {
  const { version, vendor, validate } = schema("createInvoice")["~standard"];
  assert.deepEqual([version, vendor, validate.length], [1, "bijak", 1]);
  assert.ok(!("then" in validate(draft)));
});

describe("a value without errors", () => {
  test("is normalized", () => assert.deepEqual(create(draft), { value: tidy }));
  test("as text and as bytes too", () => {
    for (const text of [JSON.stringify(draft), ` ${JSON.stringify(tidy)}\n`]) {
      assert.deepEqual(create(text), { value: tidy });
      assert.deepEqual(create(encoder.encode(text)), { value: tidy });
    }
  });
  test("may have warnings", () => {
    assert.ok(check("createInvoice", tidy).warnings > 0);
    assert.deepEqual(create({ ...tidy, colour: "red" }), { value: { ...tidy, colour: "red" } });
  });
  test("stays as it is", () => {
    const given = structuredClone(draft);
    create(given);
    assert.deepEqual(given, draft);
  });
});

describe("the issues", () => {
  const wrong = { ...tidy, sgst: 91, netAmount: 1181, customerId: "KC", dueDate: "2025-02-30", colour: "red" };
  const errors = (payload) => check("createInvoice", payload).findings.filter(({ severity }) => severity === "error");

  test("are the errors that check finds, all of them", () => {
    assert.deepEqual(create(wrong), { issues: errors(wrong) });
    assert.deepEqual(paths(create(wrong)), ["customerId", "dueDate", "sgst"]);
    for (const { message, code, line } of create(wrong).issues) assert.ok(message && code && line === undefined);
  });
  test("have line and column for text", () => {
    const text = JSON.stringify(wrong, null, 2);
    assert.deepEqual(create(text), { issues: errors(text) });
    for (const { line } of create(text).issues) assert.ok(line > 1);
  });
  test("lead into lists", () => {
    const { issues } = schema("nbblInvoice")["~standard"].validate({ itemLists: [{}, { gstRate: "x" }] });
    assert.deepEqual(issues.find(({ path }) => path.at(-1) === "gstRate").path, ["itemLists", 1, "gstRate"]);
  });
  test("are judged under the options", () => {
    const patch = schema("updateInvoice", { current: tidy })["~standard"];
    assert.deepEqual(paths(patch.validate({ netAmount: 1181 })), ["netAmount"]);
    assert.deepEqual(patch.validate({ netAmount: "1,180" }).value, { netAmount: 1180 });
    assert.doesNotMatch(JSON.stringify(create({ ...tidy, emailAddress: "a@b@c" }, { mask: true })), /a@b@c/);
  });
  test("are judged under the options of that moment", () => {
    let today = "2025-11-21";
    const { validate } = schema("updateInvoice", {
      get today() {
        return today;
      },
    })["~standard"];
    assert.deepEqual(validate({ netAmount: 1180 }).value, { netAmount: 1180 });
    today = "tomorrow";
    assert.throws(() => validate({}), { name: "TypeError", message: /today/ });
  });
  test("are never an empty list", () => {
    const { issues } = create({}, { maxFindings: 0 });
    assert.deepEqual(issues, [{ message: "3 errors, none is listed: raise `maxFindings`", path: [] }]);
  });
  test("tell of broken JSON and of too much", () => {
    for (const broken of ['{"a":', "", Uint8Array.of(0x7b, 0xff)]) assert.equal(create(broken).issues[0].code, "json.syntax");
    assert.equal(create(draft, { maxBytes: 10 }).issues[0].code, "json.too-large");
  });
});

describe("what is no JSON is an issue at its place, beside the others", () => {
  /** @type {Record<string, unknown>} */
  const cyclic = { ...tidy };
  cyclic.self = { cyclic };
  /** @type {Record<string, [unknown, (string | number)[], RegExp]>} */
  const cases = {
    "NaN": [{ ...tidy, baseAmount: NaN }, ["baseAmount"], /^`payload\.baseAmount` is NaN/],
    "Infinity": [{ ...tidy, cgst: -Infinity }, ["cgst"], /is -Infinity/],
    "a BigInt": [{ ...tidy, netAmount: 1180n }, ["netAmount"], /is a BigInt/],
    "an invalid date": [{ ...tidy, dueDate: new Date(NaN) }, ["dueDate"], /is an invalid Date/],
    "a function": [{ ...tidy, description() {} }, ["description"], /is a function/],
    "a Map": [new Map(), [], /^`payload` is of type Map/],
    "a gap": [{ ...tidy, list: [1, , 3] }, ["list", 1], /JSON arrays have no gaps/],
    "a cycle": [cyclic, ["self", "cyclic"], /is cyclic/],
    "nothing": [undefined, [], /^`payload` is undefined/],
    "a symbol": [Symbol("s"), [], /^`payload` is a symbol/],
  };
  for (const [name, [value, path, message]] of Object.entries(cases)) {
    test(name, () => {
      const { issues } = create(value);
      assert.deepEqual(
        issues.map((issue) => issue.path),
        [path],
      );
      assert.match(issues[0].message, message);
      assert.deepEqual([issues[0].code, issues[0].severity], ["field.type", "error"]);
    });
  }
  test("several, and findings elsewhere", () => {
    const value = { ...tidy, baseAmount: NaN, cgst: 1n, sgst: "ninety", customerId: "KC" };
    assert.deepEqual(paths(create(value)), ["baseAmount", "cgst", "customerId", "sgst"]);
  });
  test("endless nesting", () => {
    const endless = () => ({
      get next() {
        return endless();
      },
    });
    assert.ok(create(endless()).issues.length > 0);
  });
  test("an exception of the value's own passes through", () => {
    const own = new Error("own");
    assert.throws(
      () =>
        create({
          get a() {
            throw own;
          },
        }),
      own,
    );
  });
});

describe("wrong use is a TypeError", () => {
  test("at once", () => {
    assert.throws(() => schema("deleteInvoice"), { name: "TypeError", message: /unknown endpoint "deleteInvoice"/ });
    assert.throws(() => schema("createInvoice", { strict: true }), { name: "TypeError", message: /strict/ });
    assert.throws(() => schema("createInvoice", { current: '{"a":' }), { name: "TypeError", message: /options\.current/ });
    assert.throws(() => schema("createInvoice", { maxBytes: 0, today: "tomorrow" }), { name: "TypeError", message: /today/ });
  });
  test("at the first validation in a page, where the Wasm waits for it", async () => {
    const page = /** @type {{ document?: object }} */ (globalThis);
    page.document = {};
    const inPage = await import(pathToFileURL(require.resolve("bijak/inline").replace(".cjs", ".js")).href);
    delete page.document;
    const wrong = inPage.schema("deleteInvoice")["~standard"];
    assert.throws(() => wrong.validate({}), { name: "TypeError", message: /unknown endpoint "deleteInvoice"/ });
    assert.deepEqual(inPage.schema("createInvoice")["~standard"].validate(draft), { value: tidy });
  });
});

test("bijak/web: made before init, of use after it", async () => {
  const web = await import(pathToFileURL(require.resolve("bijak/web")).href);
  const { validate } = web.schema("createInvoice")["~standard"];
  assert.throws(() => validate(draft), { name: "Error", message: /await init\(\)/ });
  await web.init(readFileSync(require.resolve("bijak/bijak_bg.wasm")));
  assert.deepEqual(validate(draft), { value: tidy });
});

describe("problem", () => {
  const report = check("createInvoice", JSON.stringify({ ...tidy, sgst: 91, netAmount: 1181, colour: "red" }));

  test("of findings", () => {
    const { endpoint, errors, warnings, findings } = report;
    const detail =
      "CGST ₹ 90.00 and SGST ₹ 91.00 are not equal; each is half the GST rate on the taxable value, rounded separately, so correct one of them";
    const members = { endpoint, errors, warnings, findings };
    assert.deepEqual(problem(report), { type: "about:blank", title: "Unprocessable Content", status: 422, detail, ...members });
    assert.equal(errors, 1);
    assert.ok(warnings > 0 && findings[0].severity === "warning");
  });
  test("of broken JSON and of too much", () => {
    const reported = (payload, options) => (({ status, title }) => [status, title])(problem(check("createInvoice", payload, options)));
    assert.deepEqual(reported('{"a":'), [400, "Bad Request"]);
    assert.deepEqual(reported(Uint8Array.of(0xff)), [400, "Bad Request"]);
    assert.deepEqual(reported("{}", { maxBytes: 1 }), [413, "Content Too Large"]);
    assert.deepEqual(reported("[[[[]]]]", { maxDepth: 2 }), [422, "Unprocessable Content"]);
    assert.deepEqual(problem(normalize("createInvoice", "{").report).status, 400);
  });
  test("members of the caller stand beside, and do not hide the findings", () => {
    const reported = problem(report, {
      type: "https://example.com/invoice",
      title: "No invoice",
      instance: "/invoice/1",
      traceId: "7",
      findings: [],
    });
    assert.deepEqual(
      [reported.type, reported.title, reported.instance, reported.traceId],
      ["https://example.com/invoice", "No invoice", "/invoice/1", "7"],
    );
    assert.deepEqual([reported.status, reported.findings], [422, report.findings]);
  });
  test("of warnings alone, if somebody refuses those, and of findings that are not listed", () => {
    const warned = check("createInvoice", tidy);
    assert.deepEqual([warned.errors, problem(warned).status, problem(warned).detail], [0, 422, warned.findings[0].message]);
    const { status, errors, findings } = problem(check("createInvoice", {}, { maxFindings: 0 }));
    assert.deepEqual([status, errors, findings], [422, 3, []]);
  });
  test("there is none without a finding", () => {
    const sound = check("invoiceResponse", '{"response_code":0,"response_message":"SUCCESS"}');
    assert.throws(() => problem(sound), { name: "TypeError", message: /no finding/ });
  });
});
