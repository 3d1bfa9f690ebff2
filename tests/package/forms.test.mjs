// byField: what each field of a form has to say, and how it is told again after a keystroke.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { installed } from "./support.mjs";

const { build, byField, check, normalize, splitTax } = installed("forms");

const codes = ({ notes }) => notes.map(({ code, severity }) => code ?? severity);
const keys = ({ notes }) => notes.map(({ key }) => key);
const finding = (code, path, severity = "error", more) => ({
  code,
  severity,
  path,
  message: `${code} at ${path}`,
  source: "test",
  ...more,
});
const change = (path) => ({ path, from: '" 1"', to: "1", why: "white space" });
const none = { severity: undefined, notes: [] };

describe("a field and what is inside it", () => {
  const findings = [
    finding("json.duplicate-key", []),
    finding("field.missing", ["b2bIds"], "warning"),
    finding("rate.unknown", ["itemLists", 0, "gstRate"], "warning"),
    finding("tax.amount", ["itemLists", 0]),
    finding("hsn.digits", ["itemLists", 1, "hsnCode"]),
    finding("field.unknown", ["itemLists", 10, "x.y"], "warning"),
  ];
  const changes = [change(["itemLists", 0, "quantity"]), change(["itemLists", 0, "gstRate"]), change(["ts"])];
  const fields = byField({ report: { findings }, changes });

  test("all of it, and it alone", () => {
    assert.deepEqual(codes(fields.of("itemLists[0]")), ["rate.unknown", "tax.amount", "changed", "changed"]);
    assert.deepEqual(codes(fields.own("itemLists[0]")), ["tax.amount"]);
    assert.deepEqual(codes(fields.of("itemLists[0].gstRate")), ["rate.unknown", "changed"]);
    assert.deepEqual(codes(fields.of("itemLists[1]")), ["hsn.digits"]);
    assert.deepEqual(fields.own("itemLists"), none);
  });
  test("the payload as a whole is the empty path", () => {
    assert.deepEqual(codes(fields.own("")), ["json.duplicate-key"]);
    assert.deepEqual(codes(fields.of([])), [...findings.map(({ code }) => code), "changed", "changed", "changed"]);
  });
  test("the gravest severity counts", () => {
    const severities = ["itemLists[0]", "itemLists[0].gstRate", "itemLists[0].quantity", "ts", "b2bIds", "dueDate", ""].map(
      (path) => fields.of(path).severity,
    );
    assert.deepEqual(severities, ["error", "warning", "changed", "changed", "warning", undefined, "error"]);
    assert.equal(fields.own("itemLists[0]").severity, "error");
  });
  test("a path is text, text with dots alone, or steps", () => {
    const expected = fields.of("itemLists[0].gstRate");
    assert.equal(expected.notes.length, 2);
    for (const path of ["itemLists.0.gstRate", ["itemLists", 0, "gstRate"], ["itemLists", "0", "gstRate"]])
      assert.equal(fields.of(path), expected);
    assert.deepEqual(codes(fields.of(["itemLists", 10, "x.y"])), ["field.unknown"]);
    assert.deepEqual(fields.of("itemLists[10].x.y"), none);
  });
  test("what nobody speaks of has nothing to say", () => {
    for (const path of ["itemLists[2]", "itemLists[1].hsnCode.more", "item", "constructor", "__proto__", ["toString"]])
      assert.deepEqual(fields.of(path), none);
  });
  test("what the form has no place for", () => {
    assert.deepEqual(codes(fields.others(["itemLists", "ts"])), ["json.duplicate-key", "field.missing"]);
    assert.deepEqual(codes(fields.others(new Set(["itemLists[0].gstRate", ["itemLists", 1], "", "nowhere"]))), []);
    assert.deepEqual(codes(fields.others(["b2bIds", ["itemLists", 10]])), [
      "json.duplicate-key",
      "rate.unknown",
      "tax.amount",
      "hsn.digits",
      "changed",
      "changed",
      "changed",
    ]);
    assert.deepEqual(fields.others([]), fields.of(""));
    assert.equal(fields.others(["itemLists", ""]).severity, undefined);
    assert.deepEqual(codes(fields.others(["itemLists[0].gstRate"], "itemLists[0]")), ["tax.amount", "changed"]);
    assert.equal(fields.others(["itemLists[0]"], "itemLists").severity, "error");
  });
  test("a note has all that its finding has, and a change what it was", () => {
    assert.deepEqual(fields.own("b2bIds").notes, [{ key: "field.missing@b2bIds", ...findings[1] }]);
    assert.deepEqual(fields.own("ts").notes, [
      { key: "changed@ts", severity: "changed", path: ["ts"], message: "white space", from: '" 1"', to: "1" },
    ]);
  });
});

describe("keys", () => {
  test("are each there once, whatever the path holds", () => {
    const paths = [
      ["a.b"],
      ["a", "b"],
      ["a", "b#2"],
      ["a", 'b"'],
      ["a", "b@c"],
      [],
      [""],
      ["", ""],
      ["é"],
      ["\ud800"],
      ["a", "b"],
      ["a", "b"],
      ["a b"],
      ["a[0]"],
    ];
    const list = keys(byField({ findings: paths.map((path) => finding("text.empty", path)) }).of(""));
    assert.equal(new Set(list).size, paths.length, list.join(" "));
    assert.deepEqual([list[1], list[10], list[11]], ["text.empty@a.b", "text.empty@a.b#2", "text.empty@a.b#3"]);
  });
  test("stay when others come and go", () => {
    const one = finding("hsn.digits", ["itemLists", 0, "hsnCode"]);
    const before = byField({ findings: [one] }).of("").notes[0].key;
    const others = [finding("hsn.digits", ["itemLists", 1, "hsnCode"]), finding("text.empty", one.path), finding("text.empty", one.path)];
    const after = byField({ report: { findings: [...others, one] }, changes: [change(one.path)] });
    assert.equal(after.of("").notes.find(({ code, path }) => code === one.code && path === one.path).key, before);
  });
  test("stay from one keystroke to the next, though the message is another", () => {
    const typed = ["2", "27", "27A", "27AA"].map(
      (customerId) => byField(check("updateInvoice", { customerId, dueDate: "x" })).of("customerId").notes[0],
    );
    assert.equal(new Set(typed.map(({ key }) => key)).size, 1);
    assert.equal(new Set(typed.map(({ message }) => message)).size, 4);
  });
});

describe("of what the functions return", () => {
  const text = '{"baseAmount": "1,000", "dueDate": "2025-02-30", "x": 1, "cgst": 90, "sgst": 90.5}';
  test("check and normalize", () => {
    const severities = (fields) => ["baseAmount", "dueDate", "x", "tds"].map((name) => fields.of(name).severity);
    assert.deepEqual(severities(byField(check("updateInvoice", text))), ["error", "error", "warning", undefined]);
    const normalized = normalize("updateInvoice", text);
    assert.deepEqual(severities(byField(normalized)), ["changed", "error", "warning", undefined]);
    const { from, to } = byField(normalized).of("baseAmount").notes[0];
    assert.deepEqual([from, to], ['"1,000"', "1000"]);
  });
  test("build, with path and query under their names", () => {
    const refused = build("updateInvoice", { sellerId: 1 }, { invoiceId: "INV8f3a7c21", sellerId: "x" });
    assert.equal(refused.status, "refused");
    assert.deepEqual(keys(byField(refused).of("sellerId")), ["field.unknown@sellerId", "query:id.seller@sellerId"]);
  });
  test("splitTax, when it refuses", () => {
    assert.equal(byField(splitTax({ base: "x", rate: 18, interState: true })).of("base").severity, "error");
  });
  test("JSON that cannot be read", () => assert.deepEqual(codes(byField(check("updateInvoice", "{")).own("")), ["json.syntax"]));
  test("nothing else", () => {
    for (const wrong of [undefined, null, {}, [], "report", { report: {} }])
      assert.throws(() => byField(wrong), { name: "TypeError", message: /takes a report/ });
    for (const path of [undefined, 1, null, {}])
      assert.throws(() => byField({ findings: [] }).of(path), { name: "TypeError", message: /a path must be a string or an array/ });
  });
  test("the report is left as it is", () => {
    const normalized = normalize("updateInvoice", text);
    const before = structuredClone(normalized);
    byField(normalized).others(["x"]);
    assert.deepEqual(normalized, before);
  });
});

test("1000 items with a fault each are told in a moment", () => {
  const items = Array.from({ length: 1000 }, () => ({ hsnCode: "7", quantity: 1 }));
  const report = check("nbblInvoice", { itemLists: items }, { maxFindings: 100_000 });
  assert.ok(report.findings.length > 5000);
  const start = performance.now();
  const fields = byField(report);
  const names = items.flatMap((_, index) => [`itemLists[${index}].hsnCode`, ["itemLists", index, "quantity"]]);
  assert.equal(names.filter((name) => fields.of(name).severity === "error").length >= 1000, true);
  assert.ok(fields.others(names).notes.length > 1000);
  const spent = performance.now() - start;
  assert.ok(spent < 500, `${spent} ms`); // some 20; by going through the report for each field, seconds
});
