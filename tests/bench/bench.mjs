// `check` beside JSON.parse for a PATCH of all documented fields, as a Markdown table. The machine may be noisy:
// the candidates take turns in short batches, and each ratio is the median over the rounds.
// --assert: fails when `check` from text takes more than 1.2 times JSON.parse, at the sixth attempt.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { check } from "../../target/npm/bijak/node.mjs";

const ROUNDS = 60;
const BATCH_NS = 2_000_000;
const LIMIT = 1.2;
const files = { valid: "patch.json", faulty: "patch-invalid.json" };
const nativeBench = fileURLToPath(new URL("../../target/release/examples/bench", import.meta.url));

let sink = 0; // keeps the results alive

function candidates(text) {
  const bytes = new TextEncoder().encode(text);
  const object = JSON.parse(text);
  return {
    "JSON.parse": () => JSON.parse(text),
    "check in Node, from text": () => check("updateInvoice", text),
    "check in Node, from bytes": () => check("updateInvoice", bytes),
    "check in Node, from an object": () => check("updateInvoice", object),
    "JSON.stringify": () => JSON.stringify(object),
  };
}

function batch(run, times) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < times; i++) sink += run() ? 1 : 0;
  return Number(process.hrtime.bigint() - start) / times;
}

/** For each candidate the median nanoseconds, and the median ratio to JSON.parse of the same round. */
function measure(text) {
  const runs = Object.entries(candidates(text)).map(([name, run]) => {
    batch(run, 5_000); // warm
    const times = Math.max(1, Math.round(BATCH_NS / batch(run, 2_000)));
    return { name, run, times, ns: [] };
  });
  for (let round = 0; round < ROUNDS; round++) {
    for (const { run, times, ns } of runs) ns.push(batch(run, times));
  }
  const parse = runs[0].ns;
  return runs.map(({ name, ns }) => ({ name, ns: median(ns), ratio: median(ns.map((value, round) => value / parse[round])) }));
}

function measureNatively(path, parse) {
  const result = JSON.parse(execFileSync(nativeBench, [path], { encoding: "utf8" }));
  return Object.entries({ "check, native": result.check_ns, "serde_json into a Value alone, native": result.serde_json_ns })
    .map(([name, ns]) => ({ name, ns, ratio: ns / parse.ns }));
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

function pathOf(file) {
  return fileURLToPath(new URL(file, import.meta.url));
}

function table() {
  const columns = Object.values(files).map((file) => {
    const rows = measure(readFileSync(pathOf(file), "utf8"));
    return existsSync(nativeBench) ? [...rows, ...measureNatively(pathOf(file), rows[0])] : rows;
  });
  const cell = ({ ns, ratio }) => `${(ns / 1000).toFixed(2)} µs | ${ratio.toFixed(2)}`;
  const head = Object.keys(files).map((name) => `${name} | × JSON.parse`).join(" | ");
  const lines = columns[0].map(({ name }, index) => `| ${name} | ${columns.map((rows) => cell(rows[index])).join(" | ")} |`);
  return [`| PATCH of ${readFileSync(pathOf(files.valid)).length} bytes | ${head} |`, "|---|--:|--:|--:|--:|", ...lines].join("\n");
}

function assertFast() {
  const text = readFileSync(pathOf(files.valid), "utf8");
  for (let attempt = 1; attempt <= 6; attempt++) {
    const { ratio } = measure(text).find(({ name }) => name.endsWith("from text"));
    console.log(`check from text takes ${ratio.toFixed(2)} × JSON.parse (at most ${LIMIT})`);
    if (ratio <= LIMIT) return;
  }
  process.exitCode = 1;
}

if (process.argv.includes("--assert")) assertFast();
else console.log(table());
