// 1,000,000 PATCH bodies through the command-line tool: payloads a second with one thread and with all, the most memory it
// had, and whether everything comes in order. The stream is made as a file, for a pipe from here would be the slower part.
// --assert: fails when the memory or the order is not as it should be. Speed is printed alone; the machine may be busy.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { availableParallelism } from "node:os";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const COUNT = 1_000_000;
const MOST_MEMORY_KB = 64 * 1024;
const ROUNDS = process.argv.includes("--assert") ? 1 : 20;
const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const bijak = at("target/release/bijak");
const folder = at("target/bench");
const stream = `${folder}/patches.ndjson`;

const patch = readFileSync(new URL("patch.json", import.meta.url), "utf8").trim();
const [head, tail] = patch.split("PO-77812");
assert.ok(tail?.includes('"tds":100.00'), "the fields that vary are there");

const isBroken = (line) => line % 1000 === 500;
const isUntidy = (line) => line % 100 === 0;
/** What the stream has on a line, and what normalize makes of it. */
function lines(line) {
  const sound = `${head}PO-${line}${tail}\n`;
  if (isBroken(line)) return Array(2).fill(`${sound.slice(0, 200)}\n`);
  return isUntidy(line) ? [sound.replace('"tds":100.00', '"tds":"₹ 100.00"'), sound] : [sound, sound];
}

/** Writes the stream; the digest of what normalize should make of it. */
function writeStream() {
  mkdirSync(folder, { recursive: true });
  const file = openSync(stream, "w");
  const tidied = createHash("sha256");
  for (let from = 1; from <= COUNT; from += 1000) {
    const pairs = Array.from({ length: 1000 }, (_, index) => lines(from + index));
    writeSync(file, pairs.map(([given]) => given).join(""));
    tidied.update(pairs.map(([, made]) => made).join(""));
  }
  closeSync(file);
  return tidied.digest("hex");
}

/** Runs the tool on the stream: seconds and the most memory in KB; `take` gets its stdout. */
async function run(command, words, take) {
  const began = process.hrtime.bigint();
  const child = spawn(bijak, [command, "updateInvoice", stream, "--quiet", ...words], { stdio: ["ignore", "pipe", "ignore"] });
  let memory = 0;
  const look = () => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      memory = Math.max(memory, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    } catch {} // it has ended, or there is no /proc
  };
  const watch = setInterval(look, 5);
  child.stdout.on("data", look);
  const ended = new Promise((resolve) =>
    child.on("exit", (code) => resolve({ code, seconds: Number(process.hrtime.bigint() - began) / 1e9 })),
  );
  await take(child.stdout);
  const { code, seconds } = await ended;
  clearInterval(watch);
  assert.equal(code, 1, "the broken lines are findings");
  return { seconds, memory };
}

const drain = async (stdout) => {
  for await (const _ of stdout);
};

const digest = writeStream();
let worst = 0;
const note = ({ memory }) => {
  worst = Math.max(worst, memory);
};

const expected = Array.from({ length: COUNT }, (_, index) => index + 1).filter((line) => isBroken(line) || isUntidy(line));
note(
  await run("check", ["--output", "json"], async (stdout) => {
    let index = 0;
    for await (const text of createInterface({ input: stdout })) {
      const { line, report } = JSON.parse(text);
      assert.equal(line, expected[index++]);
      assert.equal(report.findings[0].code, isBroken(line) ? "json.syntax" : "amount.as-text");
    }
    assert.equal(index, expected.length);
  }),
);
console.log(`check: ${expected.length} findings, each with its line, in order`);

note(
  await run("normalize", [], async (stdout) => {
    const made = createHash("sha256");
    for await (const bytes of stdout) made.update(bytes);
    assert.equal(made.digest("hex"), digest);
  }),
);
console.log("normalize: every line in its place, tidied or as it was");

const cores = availableParallelism();
const threads = [...new Set([1, 2, cores])].filter((count) => count <= cores);
const best = new Map();
for (let round = 0; round < ROUNDS; round++) {
  for (const count of threads) {
    const ran = await run("check", ["--jobs", `${count}`], drain);
    note(ran);
    best.set(count, Math.min(best.get(count) ?? Infinity, ran.seconds));
  }
}
const megabytes = statSync(stream).size / 1e6;
rmSync(stream);
console.log("| threads | payloads a second | MB a second | times one thread |\n|---|---|---|---|");
for (const [count, seconds] of best) {
  const row = [
    count,
    Math.round(COUNT / seconds).toLocaleString("en"),
    Math.round(megabytes / seconds),
    (best.get(1) / seconds).toFixed(2),
  ];
  console.log(`| ${row.join(" | ")} |`);
}
console.log(`the most memory: ${(worst / 1024).toFixed(1)} MB (at most ${MOST_MEMORY_KB / 1024})`);
if (process.argv.includes("--assert")) assert.ok(worst > 0 && worst < MOST_MEMORY_KB, `${worst} KB`);
