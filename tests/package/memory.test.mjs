// How much memory a check takes: JavaScript's heap, which is measured in a Node of its own with --expose-gc, and the memory of
// the Wasm, which never shrinks and so tells its highest point.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { payloads } from "../bench/payloads.mjs";
import { freshProject, node } from "./support.mjs";

const MB = 2 ** 20;
const STACK_AND_TABLES = 1.5 * MB; // what the Wasm has before the first check
const LIMIT = 8 * MB;

const folder = freshProject("memory", {
  // The package keeps the memory of its Wasm to itself; who makes the instance sees it.
  "wasm-memory.mjs": `
    const { Instance } = WebAssembly;
    let memory;
    WebAssembly.Instance = new Proxy(Instance, {
      construct(made, rest) {
        const instance = Reflect.construct(made, rest);
        memory = instance.exports.memory;
        return instance;
      },
    });
    export const wasmBytes = () => memory.buffer.byteLength;
    export const payloads = ${JSON.stringify(payloads)};
  `,
});
let programs = 0;

/** What a program prints, run in a fresh Node; it has the functions, the payloads of the bench and `wasmBytes`. */
async function measured(program, ...flags) {
  const file = join(folder, `program-${programs++}.mjs`);
  const script = `
    import { payloads, wasmBytes } from "./wasm-memory.mjs";
    const { build, check, normalize } = await import("bijak");
    const encoder = new TextEncoder();
    const say = (value) => console.log(JSON.stringify(value));
    ${program}`;
  writeFileSync(file, script);
  return JSON.parse(await node([...flags, file], folder));
}

const about = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

describe("JavaScript's heap, of a valid document", () => {
  for (const name of ["PATCH", "1 item", "100 items", "1000 items"]) {
    for (const form of ["text", "bytes", "object"]) {
      test(`${name} as ${form}`, async (t) => {
        const { kept, used } = await measured(
          `
          const { endpoint, text } = payloads[${JSON.stringify(name)}];
          const form = { text, bytes: encoder.encode(text), object: JSON.parse(text) }.${form};
          const reports = [];
          const round = (count) => { for (let n = 0; n < count; n++) reports.push(check(endpoint, form)); };
          const heap = () => { gc(); gc(); return process.memoryUsage().heapUsed; };
          const [warm, count] = text.length > 100_000 ? [30, 50] : [300, 500];
          round(warm);
          if (!reports.every(({ valid, findings }) => valid && findings.length === 0)) throw new Error(JSON.stringify(reports[0]));
          reports.length = 0;
          const before = heap();
          round(count);
          const after = heap();
          // Without a collection in between, the heap grows by all that a call takes; now and then by compiled code too.
          const used = Array.from({ length: 9 }, () => {
            const start = process.memoryUsage().heapUsed;
            round(5);
            return (process.memoryUsage().heapUsed - start) / 5;
          });
          say({ kept: (after - before) / count, used: used.sort((one, other) => one - other)[4] });
        `,
          "--expose-gc",
          "--max-semi-space-size=512",
          "--min-semi-space-size=512",
        );
        t.diagnostic(`${name} as ${form}: ${about(kept)} kept with the report, ${about(used)} on the way`);
        assert.ok(kept <= 2048, `${about(kept)} are kept`);
        // An object is written as text first; that takes what it takes, and is given back.
        if (form !== "object") assert.ok(used <= 2048, `${about(used)} are used`);
      });
    }
  }
});

describe("the memory of the Wasm", () => {
  test("a million checks leave it where the first thousand put it", async () => {
    const bytes = await measured(`
      const { text } = payloads.PATCH;
      const told = [];
      for (const count of [1000, 999_000]) {
        for (let n = 0; n < count; n++) check("updateInvoice", text);
        told.push(wasmBytes());
      }
      say(told);`);
    assert.equal(bytes[1], bytes[0]);
    assert.ok(bytes[0] <= STACK_AND_TABLES, about(bytes[0]));
  });

  test("so do 100,000 calls of all functions, with findings, of all sizes up to a megabyte", async () => {
    const bytes = await measured(`
      const all = Object.values(payloads);
      const faulty = JSON.parse(payloads["PATCH, faulty"].text);
      const calls = [
        (n) => check(all[n % all.length].endpoint, all[n % all.length].text),
        (n) => check("updateInvoice", encoder.encode(JSON.stringify({ ...faulty, description: "₹".repeat(n % 1000), ["k" + n]: n }))),
        (n) => normalize("updateInvoice", { ...faulty, dueDate: "15/12/2025", description: " ".repeat(n % 500) }),
        (n) => build("createInvoice", { ...faulty, gst: { base: n, rate: 18, interState: true } }),
        (n) => check("updateInvoice", '{"x":' + "[".repeat(n % 10_000)),
        (n) => n % 100 === 0 && check("updateInvoice", '{"description":"' + "y".repeat((n * 7919) % 1_000_000) + '"}'),
      ];
      const told = [];
      // The 1000 items are one in six of the checks: as many as 100,000 calls would take minutes.
      for (const [from, to] of [[0, 1000], [1000, 20_000], [20_000, 100_000]]) {
        for (let n = from; n < to; n++) {
          const call = n % calls.length;
          if (call > 0 || n % 50 === 0) calls[call](n);
        }
        told.push(wasmBytes());
      }
      say(told);`);
    assert.equal(bytes[2], bytes[1], bytes.join());
  });

  const filler = '"x".repeat(LIMIT - 1000)';
  /** @type {Record<string, [number, string]>} */
  const highest = {
    "a text": [2, `check("updateInvoice", '{"description":"' + ${filler} + '"}')`],
    "bytes": [2, `check("updateInvoice", encoder.encode('{"description":"' + ${filler} + '"}'))`],
    "a text with options": [2, `check("updateInvoice", '{"description":"' + ${filler} + '"}', { today: "2025-11-21" })`],
    "an object": [2, `check("updateInvoice", { description: ${filler} })`],
    "a text that is hardly ASCII": [2, `check("updateInvoice", '{"description":"' + "₹".repeat((LIMIT - 1000) / 3) + '"}')`],
    "a text that begins with other than ASCII": [
      2,
      `check("updateInvoice", '{"description":"' + "₹".repeat(LIMIT / 6) + "x".repeat(LIMIT / 2 - 1000) + '"}')`,
    ],
    "a text that ends with other than ASCII": [
      2,
      `check("updateInvoice", '{"description":"' + "x".repeat(LIMIT / 2 - 1000) + "₹".repeat(LIMIT / 6) + '"}')`,
    ],
    "a key": [2, `check("updateInvoice", '{"' + ${filler} + '":1}')`],
    "escapes alone": [2, `check("updateInvoice", '{"description":"' + '\\\\"'.repeat(LIMIT / 2 - 500) + '"}')`],
    "13,000 items": [2, `check("nbblInvoice", items())`],
    "brackets alone": [2, `check("updateInvoice", "[".repeat(LIMIT))`],
    "2,700,000 empty items": [2, `check("nbblInvoice", '{"itemLists":[' + "{},".repeat(2_700_000) + "{}]}", { maxFindings: 10 })`],
    "normalizing what needs nothing": [2, `normalize("updateInvoice", '{"description":"' + ${filler} + '"}')`],
    "normalizing what changes in one field": [
      2,
      `normalize("updateInvoice", '{"dueDate":"15/12/2025","description":"' + ${filler} + '"}')`,
    ],
    "building": [2, `build("createInvoice", '{"description":"' + ${filler} + '"}')`],
    // Not within the twofold: what is found is as long as the payload.
    "600,000 strange keys": [7, `check("updateInvoice", '{' + Array.from({ length: 600_000 }, (_, n) => '"k' + n + '":1').join() + "}")`],
    "normalizing a field of 8 MB": [14, `normalize("updateInvoice", '{"description":"' + ${filler} + ' "}')`],
  };
  for (const [name, [times, call]] of Object.entries(highest)) {
    test(`8 MB take at most ${times} times as much: ${name}`, async (t) => {
      const { before, after, again } = await measured(`
        const LIMIT = ${LIMIT};
        const items = () => {
          const invoice = JSON.parse(payloads["1000 items"].text);
          const [item] = invoice.itemLists;
          const room = LIMIT - JSON.stringify({ ...invoice, itemLists: [] }).length;
          return JSON.stringify({ ...invoice, itemLists: Array(Math.floor(room / (JSON.stringify(item).length + 1))).fill(item) });
        };
        const call = () => ${call};
        check("updateInvoice", "{}");
        const before = wasmBytes();
        for (let n = 0; n < 2; n++) call(); // what the first leaves may be in the way of the second
        const after = wasmBytes();
        for (let n = 0; n < 3; n++) call();
        say({ before, after, again: wasmBytes() });`);
      t.diagnostic(`${name}: ${((after - before) / LIMIT).toFixed(2)} times`);
      assert.ok(after - before <= times * LIMIT + MB, `${((after - before) / LIMIT).toFixed(2)} times`);
      assert.equal(again, after, "and no more the next times");
    });
  }
});
