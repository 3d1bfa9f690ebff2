// Memory, in a process of its own; prints JSON.
//   node --expose-gc --max-semi-space-size=256 --min-semi-space-size=256 memory.mjs heap CANDIDATE PAYLOAD   bytes of JS heap a check
//   node memory.mjs wasm    the Wasm memory of bijak after a thousand and a million checks, beside a payload of 8 MB, and a finding on 10 MB
import { payloads } from "./payloads.mjs";

const [what, candidate, kind] = process.argv.slice(2);
console.log(JSON.stringify(what === "heap" ? await heap() : await wasm()));

/** The median of what one check leaves in the young generation, before anything is collected. */
async function heap() {
  const { endpoint, valid } = payloads[kind];
  const run = await runner(endpoint, valid);
  for (let i = 0; i < 50; i++) run();
  const CALLS = 4;
  const grown = [];
  for (let round = 0; round < 15; round++) {
    globalThis.gc();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < CALLS; i++) run();
    grown.push((process.memoryUsage().heapUsed - before) / CALLS);
  }
  const idle = [];
  for (let round = 0; round < 15; round++) {
    globalThis.gc();
    const before = process.memoryUsage().heapUsed;
    idle.push((process.memoryUsage().heapUsed - before) / CALLS); // what asking costs
  }
  const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
  return Math.max(0, Math.round(median(grown) - median(idle)));
}

async function runner(endpoint, text) {
  if (candidate === "JSON.parse") return () => JSON.parse(text);
  if (candidate === "bijak") {
    const { check } = await import("../target/npm/bijak/node.mjs");
    return () => check(endpoint, text);
  }
  const { checkerOf } = await import("./peers/index.mjs");
  const checker = await checkerOf(candidate, endpoint);
  return () => checker(JSON.parse(text));
}

async function wasm() {
  // The package keeps its memory to itself: it is seen when the Wasm starts.
  let memory;
  const Instance = WebAssembly.Instance;
  WebAssembly.Instance = class extends Instance {
    constructor(module, imports) {
      super(module, imports);
      memory = this.exports.memory;
    }
  };
  const { check } = await import("../target/npm/bijak/node.mjs");
  const size = () => memory.buffer.byteLength;
  const patch = payloads.PATCH;
  const times = (count) => {
    for (let i = 0; i < count; i++) check(patch.endpoint, i % 2 ? patch.valid : patch.invalid);
    return size();
  };
  const thousand = times(1000);
  const million = times(1_000_000);

  const most = 8 * 1024 * 1024;
  const { endpoint, valid } = payloads["1000 items"];
  const filled = valid + " ".repeat(most - valid.length);
  check(endpoint, filled);
  const peak = size();

  const report = check("updateInvoice", JSON.stringify({ description: 5, customerId: "x".repeat(10_000_000) }), {
    maxBytes: 16 * 1024 * 1024,
  });
  const finding = Math.max(...report.findings.map((finding) => JSON.stringify(finding).length));
  return { thousand, million, payload: filled.length, peak, finding, findings: report.findings.length };
}
