// Times in Node, all candidates in one process, taking turns. Each figure is the median of a candidate's batches over the
// median of those of JSON.parse of the same text, with its quarter below and above. A batch during which the process waited
// for a processor tells of the machine, not of the candidate: it is taken again, and the third time its processor time
// counts. Prints JSON.
//   node time.mjs [SECONDS a payload]
import { check, normalize } from "../target/npm/bijak/node.mjs";
import { payloads } from "./payloads.mjs";
import { checkerOf, peers } from "./peers/index.mjs";

const SECONDS = Number(process.argv[2] ?? 12);
const BATCH_NS = 1_000_000;
const ATTEMPTS = 3;
/** How much of a batch may have been waited for. */
const WAITED = 0.1;
const BASE = "JSON.parse";

let sink = 0; // keeps the results alive

async function candidates({ endpoint, valid, invalid }) {
  const bytes = new TextEncoder().encode(valid);
  const object = JSON.parse(valid);
  const list = {
    [BASE]: () => JSON.parse(valid),
    "bijak, text": () => check(endpoint, valid).valid,
    "bijak, bytes": () => check(endpoint, bytes).valid,
    "bijak, object": () => check(endpoint, object).valid,
    "bijak, text, three faults": () => check(endpoint, invalid).valid,
    "bijak, text, three faults, read": () => touched(check(endpoint, invalid)),
    "bijak, normalize": () => normalize(endpoint, valid).report.valid,
    "bijak, normalize, value": () => normalize(endpoint, valid).value,
    "JSON.stringify": () => JSON.stringify(object),
  };
  for (const name of Object.keys(peers)) {
    const checker = await checkerOf(name, endpoint);
    list[`${name}, text`] = () => checker(JSON.parse(valid)).length;
    list[`${name}, object`] = () => checker(object).length;
    list[`${name}, text, three faults`] = () => checker(JSON.parse(invalid)).length;
  }
  return list;
}

/** As one who shows the findings: every text of each is looked at. */
function touched({ findings }) {
  let units = 0;
  for (const { code, message, expected = "", actual = "", source } of findings) {
    for (const text of [code, message, expected, actual, source]) units += text.charCodeAt(text.length - 1);
  }
  return units;
}

function batch(run, times) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < times; i++) sink += run() ? 1 : 0;
  return Number(process.hrtime.bigint() - start) / times;
}

/** Nanoseconds a call. */
function calmBatch(run, times) {
  let used;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = process.cpuUsage();
    const ns = batch(run, times);
    const { user, system } = process.cpuUsage(before);
    used = ((user + system) * 1000) / times;
    if (used >= ns * (1 - WAITED)) return ns;
  }
  return used;
}

function quantile(values, part) {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];
}

function warm(run, ms) {
  const until = performance.now() + ms;
  while (performance.now() < until) batch(run, 1);
}

async function measure(payload) {
  const runs = Object.entries(await candidates(payload)).map(([name, run]) => ({ name, run, times: 0, ns: [] }));
  // Until the engines have put in their best code; twice, for what the first compiles a later one may undo.
  for (let pass = 0; pass < 2; pass++) for (const { run } of runs) warm(run, 200);
  for (const each of runs) each.times = Math.max(1, Math.round(BATCH_NS / Math.min(...[1, 2, 3, 4].map(() => batch(each.run, 3)))));
  const until = performance.now() + SECONDS * 1000;
  for (let round = 0; round < 12 || performance.now() < until; round++) {
    for (const { run, times, ns } of runs) {
      batch(run, Math.ceil(times / 8)); // the garbage of the one before is not its own
      ns.push(calmBatch(run, times));
    }
  }
  const base = quantile(runs[0].ns, 0.5);
  const row = ({ name, ns }) => [
    name,
    {
      ns: quantile(ns, 0.5),
      ratio: quantile(ns, 0.5) / base,
      low: quantile(ns, 0.25) / base,
      high: quantile(ns, 0.75) / base,
      batches: ns.length,
    },
  ];
  return Object.fromEntries(runs.map(row));
}

const result = {};
for (const [name, payload] of Object.entries(payloads)) {
  result[name] = { bytes: payload.valid.length, rows: await measure(payload) };
  console.error(`timed ${name}`);
}
console.log(JSON.stringify({ payloads: result, sink: sink > 0 }));
