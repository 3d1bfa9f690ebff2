// `check` beside JSON.parse, as a Markdown table. The machine may be noisy: the candidates take turns in short batches, and
// each ratio is the median over the rounds.
// --assert: fails when a limit below is not kept at the sixth attempt.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { check } from "../../target/npm/bijak/node.mjs";
import { payloads } from "./payloads.mjs";

const ROUNDS = 40;
const BATCH_NS = 2_000_000;
const FROM_TEXT = "check in Node, from text";
/** How many times JSON.parse a check from text may take. */
const LIMITS = { "PATCH": 1, "10 items": 0.65 };
/** How much more a byte may cost at 1000 items than at 10. */
const GROWTH = 1.15;
const nativeBench = fileURLToPath(new URL("../../target/release/examples/bench", import.meta.url));

let _sink = 0; // keeps the results alive

function candidates({ endpoint, text }) {
  const bytes = new TextEncoder().encode(text);
  const object = JSON.parse(text);
  return {
    "JSON.parse": () => JSON.parse(text),
    [FROM_TEXT]: () => check(endpoint, text),
    "check in Node, from bytes": () => check(endpoint, bytes),
    "check in Node, from an object": () => check(endpoint, object),
    "JSON.stringify": () => JSON.stringify(object),
  };
}

function batch(run, times) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < times; i++) _sink += run() ? 1 : 0;
  return Number(process.hrtime.bigint() - start) / times;
}

/** For each candidate the median nanoseconds, and the median ratio to JSON.parse of the same round. */
function measure(payload, only) {
  const warm = Math.max(20, Math.round(2e6 / payload.text.length));
  const wanted = Object.entries(candidates(payload)).filter(([name]) => !only || only.includes(name));
  const runs = wanted.map(([name, run]) => {
    batch(run, warm);
    const times = Math.max(1, Math.round(BATCH_NS / batch(run, Math.ceil(warm / 4))));
    return { name, run, times, ns: [] };
  });
  for (let round = 0; round < ROUNDS; round++) {
    for (const { run, times, ns } of runs) ns.push(batch(run, times));
  }
  const parse = runs[0].ns;
  return runs.map(({ name, ns }) => ({ name, ns: median(ns), ratio: median(ns.map((value, round) => value / parse[round])) }));
}

/** The same in native code, as `cargo build --release --example bench` made it. */
function measureNatively({ endpoint, text }) {
  const folder = mkdtempSync(join(tmpdir(), "bijak-bench-"));
  const file = join(folder, "payload.json");
  writeFileSync(file, text);
  const result = JSON.parse(execFileSync(nativeBench, [endpoint, file], { encoding: "utf8" }));
  rmSync(folder, { recursive: true });
  return result;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

function table() {
  const columns = Object.entries(payloads).map(([name, payload]) => {
    const rows = measure(payload);
    if (existsSync(nativeBench)) {
      const { check_ns, serde_json_ns } = measureNatively(payload);
      const row = (name, ns) => ({ name, ns, ratio: ns / rows[0].ns });
      rows.push(row("check, native", check_ns), row("serde_json into a Value alone, native", serde_json_ns));
    }
    return { name: `${name}, ${payload.text.length} bytes`, rows };
  });
  const cell = ({ ns, ratio }) => `${(ns / 1000).toFixed(2)} µs, ${ratio.toFixed(2)}`;
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const head = line(["time, × JSON.parse", ...columns.map(({ name }) => name)]);
  const body = columns[0].rows.map(({ name }, index) => line([name, ...columns.map(({ rows }) => cell(rows[index]))]));
  return [head, line(["---", ...columns.map(() => "--:")]), ...body].join("\n");
}

/** Attempts until `figure` is at most `limit`. */
function keeps(what, limit, figure) {
  for (let attempt = 1; attempt <= 6; attempt++) {
    const value = figure();
    console.log(`${what}: ${value.toFixed(2)} (at most ${limit})`);
    if (value <= limit) return;
  }
  process.exitCode = 1;
}

function assertFast() {
  for (const [name, { endpoint, text }] of Object.entries(payloads)) {
    const { findings } = check(endpoint, text, { tolerance: "exact" });
    if (name.endsWith("faulty") ? findings.length === 0 : findings.length > 0) throw new Error(`${name} is not what it should be`);
  }
  const fromText = (name) => measure(payloads[name], ["JSON.parse", FROM_TEXT]).find((row) => row.name === FROM_TEXT);
  for (const [name, limit] of Object.entries(LIMITS)) {
    keeps(`${name}, check from text × JSON.parse`, limit, () => fromText(name).ratio);
  }
  const growth = (nanoseconds) => {
    const [ten, thousand] = ["10 items", "1000 items"].map((name) => nanoseconds(name) / payloads[name].text.length);
    return thousand / ten;
  };
  keeps("Node, a byte at 1000 items against 10", GROWTH, () => growth((name) => fromText(name).ns));
  keeps("native, a byte at 1000 items against 10", GROWTH, () => growth((name) => measureNatively(payloads[name]).check_ns));
}

if (process.argv.includes("--assert")) assertFast();
else console.log(table());
