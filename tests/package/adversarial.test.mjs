// What means harm: the cases of tests/adversarial.json, values of JavaScript that throw, change or go on for ever, and bytes of every
// kind, in Node and in Chromium. Each: a finding or a TypeError, in bounded time, and the next call works.
import assert from "node:assert/strict";
import { copyFileSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, test } from "node:test";
import { runInNewContext } from "node:vm";
import { adversarialBytes, adversarialValues, objectFaults } from "./adversarial-objects.mjs";
import { endpointsOf, faultsOf, patienceOf, sizeOf } from "./adversarial-runner.mjs";
import { freshProject, openPage, project } from "./support.mjs";

const folder = freshProject("adversarial", {
  "index.html": `<!doctype html><meta charset="utf-8"><title>test</title><link rel="icon" href="data:,"><script type="module">
    import * as bijak from "./node_modules/bijak/web.js";
    import { adversarialBytes, adversarialValues, objectFaults } from "./adversarial-objects.mjs";
    import { faultsOf, patienceOf } from "./adversarial-runner.mjs";
    await bijak.init();
    const frame = document.body.appendChild(document.createElement("iframe"));
    const realm = (script) => frame.contentWindow.eval("(" + script + ")");
    const host = {
      "the window": { make: () => ({ a: window }), message: /./ },
      "a node of the page": { make: () => ({ a: document.body }), message: /is of type HTMLBodyElement/ },
      "a form": { make: () => new FormData(), message: /is of type FormData/ },
      "an object of a frame that is gone": { make: () => { const gone = document.body.appendChild(document.createElement("iframe")); const value = gone.contentWindow.eval("({ cgst: 90, x: [1] })"); gone.remove(); return value; }, same: true },
    };
    window.run = (method, list, sound) => methods[method](JSON.parse(list), sound);
    const methods = {
      cases: (list, sound) => {
        const patience = patienceOf(bijak, sound);
        return list.map((item) => faultsOf(bijak, item, { sound, patience }));
      },
      values: (_, sound) => Object.entries(adversarialValues(realm, host)).map(([name, value]) => [name, objectFaults(bijak, value, sound)]),
      bytes: (texts) => Object.entries(adversarialBytes(realm)).flatMap(([name, bytes]) => texts.map((text) => [name, [bijak.check("updateInvoice", bytes(text)), bijak.normalize("updateInvoice", bytes(text))]])),
    };
    window.ready = true;
  </script>`,
});
for (const name of ["adversarial-objects.mjs", "adversarial-runner.mjs"])
  copyFileSync(join(project, "tests/package", name), join(folder, name));

const bijak = createRequire(join(folder, "package.json"))("bijak");
const cases = JSON.parse(readFileSync(join(project, "tests/adversarial.json"), "utf8"));
const sound = readFileSync(join(project, "tests/bench/patch.json"), "utf8");
const realm = (script) => runInNewContext(`(${script})`);
const texts = ['{"via":"EMAIL "}', '{"description":"₹😀","cgst":-1}', "{", ""];

describe("in Node", () => {
  test("payloads", () => {
    assert.ok(cases.length >= 250);
    const patience = patienceOf(bijak, sound);
    const failed = cases.map((item) => [item.name, faultsOf(bijak, item, { sound, patience })]);
    assert.deepEqual(
      failed.filter(([, faults]) => faults.length > 0),
      [],
    );
  });
  const host = {
    "a Headers": { make: () => new Headers(), message: /is of type Headers/ },
    "the process": { make: () => ({ a: process }), message: /./ },
  };
  for (const [name, value] of Object.entries(adversarialValues(realm, host))) {
    test(`a value: ${name}`, () => assert.deepEqual(objectFaults(bijak, value, sound), []));
  }
  for (const [name, bytes] of Object.entries(adversarialBytes(realm))) {
    test(`bytes ${name}`, () => {
      for (const text of texts) {
        assert.deepEqual(bijak.check("updateInvoice", bytes(text)), bijak.check("updateInvoice", text));
        assert.deepEqual(bijak.normalize("updateInvoice", bytes(text)), bijak.normalize("updateInvoice", text));
      }
    });
  }
});

test("bytes that another thread changes: the text that is given back is the one that was judged", () => {
  const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  const bytes = new Uint8Array(buffer, 0, 13);
  bytes.set(new TextEncoder().encode('{"via":"SMS"}'));
  const options = {
    get today() {
      bytes[8] = 0x58;
      return undefined;
    },
  }; // stands for the other thread
  const { text, value } = bijak.normalize("updateInvoice", bytes, options);
  assert.deepEqual([text, value], ['{"via":"SMS"}', { via: "SMS" }]);
});

describe("options and arguments that mean harm", () => {
  const { check, build, normalize } = bijak;
  const own = new RangeError("own");
  const raise = () => {
    throw own;
  };
  const works = () => assert.deepEqual(check("updateInvoice", sound).findings, []);
  for (const endpoint of [
    Symbol("s"),
    ["updateInvoice"],
    new String("updateInvoice"),
    { toString: () => "updateInvoice" },
    "__proto__",
    "constructor",
    null,
    NaN,
    1n,
  ]) {
    test(`an endpoint: ${typeof endpoint} ${String(endpoint)}`, () => {
      for (const method of [check, normalize, build])
        assert.throws(() => method(endpoint, {}), { name: "TypeError", message: /unknown endpoint/ });
      works();
    });
  }
  const options = {
    "a proxy that throws": [new Proxy({}, { ownKeys: raise }), own],
    "a getter that throws": [
      {
        get today() {
          return raise();
        },
      },
      own,
    ],
    "a text as limit": [{ maxBytes: "8" }, { name: "TypeError" }],
    "NaN as limit": [{ maxFindings: NaN }, { name: "TypeError" }],
    "half a finding": [{ maxFindings: 1.5 }, { name: "TypeError" }],
    "__proto__": [JSON.parse('{"__proto__":{"mask":true}}'), { name: "TypeError", message: /__proto__/ }],
    "a language of nothing": [{ locale: { messages: 1 } }, { name: "TypeError", message: /locale/ }],
    "words without end": [{ words: endless() }, { name: "TypeError" }],
    "a million brackets as current": [{ current: "[".repeat(1_000_000) }, { name: "TypeError" }],
    "a million brackets inside current": [{ current: `{"a":${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}}` }, { name: "TypeError" }],
    "an array as current": [{ current: [] }, { name: "TypeError" }],
  };
  for (const [name, [value, error]] of Object.entries(options)) {
    test(`options: ${name}`, () => {
      for (const method of [check, normalize, (endpoint, fields, all) => build(endpoint, fields, {}, all)]) {
        assert.throws(() => method("updateInvoice", { netAmount: 1 }, value), error);
        works();
      }
    });
  }
  function endless() {
    return {
      get TAX() {
        return endless();
      },
    };
  }
});

test("a finding on 10 MB is small, at every field and of every filling", () => {
  // What a finding shows does not grow beyond some hundred characters: every field gets a long text, one gets 10 MB.
  const fillings = {
    letters: "x",
    rupees: "₹",
    emoji: "😀",
    quotes: '"',
    backslashes: "\\",
    NULs: "\0",
    DEL: "\x7f",
    halves: "\ud800",
    spaces: " ",
    digits: "9",
    percent: "%",
    markup: "<",
    backticks: "`",
    braces: "{0}",
  };
  let [largest, findings] = [0, 0];
  const look = (endpoint, payload, options) => {
    for (const finding of bijak.check(endpoint, payload, options).findings) {
      findings += 1;
      largest = Math.max(largest, sizeOf(finding));
      // The longest list of values, of 220 bytes, is in `message` and in `expected`.
      assert.ok(sizeOf(finding) < 1280, JSON.stringify(finding));
    }
  };
  for (const endpoint of endpointsOf(bijak)) {
    const schema = JSON.parse(readFileSync(join(folder, `node_modules/bijak/schemas/${endpoint}.json`), "utf8"));
    for (const filling of Object.values(fillings)) {
      for (const length of [499, 1500]) {
        const text = filling.repeat(length);
        look(endpoint, JSON.stringify({ ...filled(schema, schema, text, 0), [text]: text }), { maxFindings: 10_000 });
      }
    }
  }
  for (const filling of ["x", "😀", "\0"]) {
    const text = filling.repeat((10 << 20) / filling.length);
    for (const field of ["customerId", "dueDate", text])
      look("updateInvoice", JSON.stringify({ [field]: text }), { maxBytes: 268_435_456 });
  }
  assert.ok(findings > 10_000 && largest > 500, `${findings} findings, the largest of ${largest} bytes`);
});

/** A payload of that schema in which every leaf is that text. */
function filled(schema, root, text, depth) {
  const here = schema.$ref
    ? schema.$ref
        .split("/")
        .slice(1)
        .reduce((at, step) => at[step], root)
    : schema;
  const all = [here, ...(here.allOf ?? []), ...(here.anyOf ?? []), ...(here.oneOf ?? [])];
  const nested = all.find((one) => one.$ref && one !== schema);
  const properties = Object.assign({}, ...all.map((one) => one.properties ?? {}));
  if (depth < 8 && Object.keys(properties).length > 0) {
    return Object.fromEntries(Object.entries(properties).map(([name, below]) => [name, filled(below, root, text, depth + 1)]));
  }
  const items = all.find((one) => one.items)?.items;
  if (depth < 8 && items) return [filled(items, root, text, depth + 1)];
  if (depth < 8 && nested) return filled(nested, root, text, depth + 1);
  return text;
}

describe("in Chromium", async () => {
  test("payloads, values and bytes", async (t) => {
    const { page, errors, close } = await openPage(folder);
    const run = (method, list) => page.evaluate(([...all]) => window.run(...all), [method, JSON.stringify(list), sound]);
    try {
      await page.waitForFunction(() => window.ready);
      await t.test("payloads", async () => {
        // The engine is that of Node: of a case that names endpoints, one is enough.
        const shortened = cases.map(({ endpoints, ...rest }) => (endpoints ? { ...rest, endpoints: endpoints.slice(0, 1) } : rest));
        const faults = [];
        for (let from = 0; from < cases.length; from += 50) faults.push(...(await run("cases", shortened.slice(from, from + 50))));
        assert.deepEqual(
          cases.map(({ name }, index) => [name, faults[index]]).filter(([, list]) => list.length > 0),
          [],
        );
      });
      await t.test("values", async () => {
        const reported = await run("values", []);
        assert.ok(reported.length > 100);
        assert.deepEqual(
          reported.filter(([, faults]) => faults.length > 0),
          [],
        );
      });
      await t.test("bytes", async () => {
        const reported = await run("bytes", texts);
        const expected = texts.map((text) => [bijak.check("updateInvoice", text), bijak.normalize("updateInvoice", text)]);
        for (const [index, [name, said]] of reported.entries()) {
          assert.equal(JSON.stringify(said), JSON.stringify(expected[index % texts.length]), name);
        }
        assert.equal(reported.length, Object.keys(adversarialBytes(realm)).length * texts.length);
      });
    } finally {
      await close();
    }
    assert.deepEqual(errors, []);
  });
});
