// `make bench`: measures everything and writes REPORT.md and report.svg.
//   node report.mjs            measures, and keeps the figures in ../target/bench/figures.json
//   node report.mjs --again    writes the report from the figures kept
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { chart } from "./chart.mjs";
import { fileOf, instructions, tools } from "./count.mjs";
import { familySizes } from "./families.mjs";
import { payloads } from "./payloads.mjs";
import { peers } from "./peers/index.mjs";
import { profile } from "./profile.mjs";
import { fieldsOf, invoice, patch } from "./shape.mjs";
import { bundleSizes, packageSizes, peerSizes } from "./sizes.mjs";
import { verify } from "./verify.mjs";

const here = import.meta.dirname;
const kept = join(here, "../target/bench/figures.json");
const kinds = Object.keys(payloads);
const PEERS = Object.keys(peers);
const HEAP = [...["JSON.parse", "bijak"], ...PEERS.filter((name) => !name.startsWith("plain") || name.includes("big.js"))];
const FIRST = ["bijak", ...PEERS];

const figures = process.argv.includes("--again") ? JSON.parse(readFileSync(kept, "utf8")) : await measured();
mkdirSync(join(here, "../target/bench"), { recursive: true });
writeFileSync(kept, JSON.stringify(figures));
writeFileSync(join(here, "report.svg"), picture());
writeFileSync(join(here, "REPORT.md"), await report());
console.log("written: bench/REPORT.md, bench/report.svg");

// Measuring

async function measured() {
  const reported = step("each candidate accepts the sound payloads and refuses each fault", await verify());
  const node = step("times in Node", JSON.parse(ran(["time.mjs"]))).payloads;
  const native = {};
  for (const kind of kinds) {
    const args = [payloads[kind].endpoint, fileOf(kind)];
    native[kind] = { ...JSON.parse(binary("time", [...args, "4"])), allocations: JSON.parse(binary("allocations", args)) };
  }
  step("times natively");
  const first = Object.fromEntries(["nothing", ...FIRST].map((name) => [name, []]));
  for (let round = 0; round < 15; round++) for (const name of Object.keys(first)) first[name].push(firstResult(name));
  step("first results");
  const heapFlags = ["--expose-gc", "--max-semi-space-size=256", "--min-semi-space-size=256"];
  const heap = {};
  for (const kind of ["PATCH", "100 items", "1000 items"]) {
    for (const name of HEAP) {
      heap[name] ??= {};
      heap[name][kind] = JSON.parse(ran([...heapFlags, "memory.mjs", "heap", name, kind]));
    }
  }
  const wasm = step("memory", JSON.parse(ran(["memory.mjs", "wasm"])));
  const sizes = step("sizes", { package: packageSizes(), bundles: await bundleSizes(), families: familySizes(), ...(await peerSizes()) });
  const counts = step("instructions", instructions());
  const profiled = step("profiles", profile());
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    reported,
    node,
    native,
    first,
    heap,
    wasm,
    sizes,
    counts,
    profiled,
  };
}

/** Milliseconds to the first result; a process that waited for a processor is not counted if one of four does not. */
function firstResult(name) {
  let fastest = Infinity;
  for (let attempt = 0; attempt < 4; attempt++) {
    const { ms, waited } = JSON.parse(ran(["first.mjs", name, fileOf("PATCH")]));
    if (waited === 0) return ms;
    fastest = Math.min(fastest, ms);
  }
  return fastest;
}

function step(what, result) {
  console.error(what);
  return result;
}

function ran(args) {
  return execFileSync(process.execPath, args, { cwd: here, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 26 });
}

function binary(name, args) {
  return execFileSync(join(here, "../target/bench/native/release", name), args, { encoding: "utf8" });
}

function machine() {
  const said = (command, args) => execFileSync(command, args, { cwd: here, encoding: "utf8" }).trim();
  const { packages } = JSON.parse(readFileSync(join(here, "../package-lock.json"), "utf8"));
  const { devDependencies } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
  const versions = Object.fromEntries(Object.keys(devDependencies).map((name) => [name, packages[`bench/node_modules/${name}`].version]));
  const lock = readFileSync(join(here, "native/Cargo.lock"), "utf8");
  for (const name of ["serde_json", "sonic-rs"]) versions[name] = new RegExp(`name = "${name}"\nversion = "(.*)"`).exec(lock)[1];
  return {
    processor: cpus()[0].model,
    processors: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: `${platform()} ${release()}`,
    node: process.version,
    v8: process.versions.v8,
    ...tools(),
    commit: said("git", ["rev-parse", "--short", "HEAD"]),
    versions,
  };
}

// Telling

function picture() {
  const panels = kinds.map((kind) => {
    const { bytes, rows } = figures.node[kind];
    const bar = (name, label, of, note) => ({ name: label, of, note, ...rows[name] });
    const peerBars = PEERS.map((name) => bar(`${name}, text`, name, peers[name].exact ? "exact" : "inexact"));
    const own = [bar("bijak, text", "bijak, from text", "own"), bar("bijak, object", "bijak, from an object", "own")];
    return {
      title: `${kind}, ${size(bytes)}`,
      bars: [...own, ...peerBars.sort((one, other) => one.ratio - other.ratio), bar("JSON.stringify", "JSON.stringify alone", "base")],
    };
  });
  return chart({
    title: "A full check, as a multiple of JSON.parse of the same text",
    note: `Node ${figures.machine.node}, one process, taking turns; the line across a bar is the middle half of the batches. Peers: JSON.parse and check.`,
    panels,
  });
}

async function report() {
  const { machine, reported, native, sizes, wasm } = figures;
  const says = Object.fromEntries(await Promise.all(PEERS.map(async (name) => [name, (await peers[name].load()).says])));
  const lines = [
    "# bijak compared with similar libraries",
    "",
    "<!-- Written by `make bench`. -->",
    "",
    `${figures.date}, commit ${machine.commit}: ${machine.processor}, ${machine.processors} processors, ${machine.memory}, ${machine.system}; Node ${machine.node} (V8 ${machine.v8}), ${machine.rustc}.`,
    `Peers: ${Object.entries(machine.versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", ")}.`,
    "",
    "`make bench` builds the package and the native programs, measures everything and writes this page and its chart; `node bench/report.mjs --again` writes them again from the stored figures.",
    "",
    "![A full check, as a multiple of JSON.parse](report.svg)",
    "",
    "## The goals",
    "",
    ...table(
      ["goal", "at most", "measured", ""],
      goals().map(({ goal, limit, value, note = "", met }) => [goal, limit, `${value}${note}`, met ? "met" : "**not met**"]),
    ),
    "",
    "## What is checked",
    "",
    `A PATCH of all ${fieldsOf(patch)} documented fields, and nested invoices of 1 to 1000 items with all of theirs (${fieldsOf(invoice)} kinds of`,
    "field), from `payloads.mjs`; valid, and with three errors: one in a character, one in a pattern, one in arithmetic. bijak checks them",
    "with all its rules, as the package is shipped. The peers check less: for each field its type, presence, length, pattern, allowed values",
    "or range, and that there are no other fields (`shape.mjs`); the check character of GSTINs; and the rules of `rules.mjs`: for a PATCH",
    "equal halves, igst alone, net, balance, order of dates, two decimals; for an invoice state and GSTIN, quantity × price, discount, rates,",
    "tax heads rounded half up, sums of items and heads, amount due, milestones.",
    "",
    "In this run each candidate accepted every valid payload and reported each error alone. Of the three errors at once it reports:",
    "",
    ...table(
      ["candidate", "reported of 3", "arithmetic", "how"],
      ["bijak", ...PEERS].map((name) => [
        name,
        `${Math.min(...Object.values(reported[name]))}`,
        name === "bijak" ? "exact, paise as integers" : peers[name].exact ? `exact, ${peers[name].numbers}` : "inexact, paise in floats",
        says[name] ?? "all rules",
      ]),
    ),
    "",
    "## In Node",
    "",
    "Times as multiples of `JSON.parse` of the same text in the same run; in brackets the middle half of the batches. From text, a peer's time includes its `JSON.parse`.",
    "",
    ...nodeTable("From text", (name) => `${name}, text`, ["bijak, text", "bijak, bytes"]),
    ...nodeTable("From an object", (name) => `${name}, object`, ["bijak, object", "JSON.stringify"]),
    ...nodeTable("Three errors, from text", (name) => `${name}, text, three faults`, ["bijak, text, three faults"]),
    "### bijak against itself",
    "",
    ...table(
      ["", ...kinds],
      [
        ["three errors × valid", ...kinds.map((kind) => against(kind, "bijak, text, three faults", "bijak, text"))],
        ["the same, with every finding read", ...kinds.map((kind) => against(kind, "bijak, text, three faults, read", "bijak, text"))],
        ["normalize, clean × check", ...kinds.map((kind) => against(kind, "bijak, normalize", "bijak, text"))],
        ["the same, with the value read", ...kinds.map((kind) => against(kind, "bijak, normalize, value", "bijak, text"))],
        ["check from text", ...kinds.map((kind) => microseconds(figures.node[kind].rows["bijak, text"].ns))],
        ["`JSON.parse`", ...kinds.map((kind) => microseconds(figures.node[kind].rows["JSON.parse"].ns))],
      ],
    ),
    "",
    "## Natively",
    "",
    "A full check by bijak; the others only parse, into plain structs of the same fields (`native/src/lib.rs`), with amounts as floats: owned with `String`, borrowed with `&str`, which does not accept strings with escapes.",
    "",
    ...table(
      ["GB/s", ...kinds],
      Object.keys(native.PATCH.ns).map((name) => [name, ...kinds.map((kind) => (native[kind].bytes / native[kind].ns[name]).toFixed(2))]),
    ),
    "",
    ...table(
      ["time of the check as a multiple of", ...kinds],
      Object.keys(native.PATCH.ns)
        .slice(1)
        .map((name) => [name, ...kinds.map((kind) => (native[kind].ns.bijak / native[kind].ns[name]).toFixed(2))]),
    ),
    "",
    ...table(
      ["allocations per call (peak bytes)", ...kinds],
      Object.keys(native.PATCH.allocations).map((name) => [
        name,
        ...kinds.map((kind) => `${native[kind].allocations[name].count} (${size(native[kind].allocations[name].most)})`),
      ]),
    ),
    "",
    "Instructions of a check, counted by callgrind:",
    "",
    ...table(
      ["", "valid", "per byte", "three errors"],
      kinds
        .filter((kind) => `${kind}, valid` in figures.counts)
        .map((kind) => {
          const count = figures.counts[`${kind}, valid`];
          return [kind, `${count}`, (count / payloads[kind].valid.length).toFixed(1), `${figures.counts[`${kind}, invalid`]}`];
        }),
    ),
    "",
    "## Sizes",
    "",
    ...sizeTable("in the package", sizes.package),
    ...sizeTable("a bundle by esbuild, minified", sizes.bundles),
    ...sizeTable("the Wasm of one family of endpoints", sizes.families),
    ...sizeTable("peer, minified: what its adapter imports", sizes.libraries),
    ...sizeTable("peer with structure, rules and decimals", sizes.adapters),
    "## Import to first result",
    "",
    "In a new Node process each, from the `import` to a checked PATCH; milliseconds, 15 processes. The candidates take turns.",
    "",
    ...table(
      ["", "median", "lowest"],
      Object.entries(figures.first).map(([name, times]) => [name, median(times).toFixed(1), Math.min(...times).toFixed(1)]),
    ),
    "",
    "## Memory",
    "",
    "Garbage on the JS heap after a check of a valid payload from text:",
    "",
    ...table(
      ["", ...Object.keys(figures.heap.bijak)],
      Object.entries(figures.heap).map(([name, by]) => [name, ...Object.values(by).map(size)]),
    ),
    "",
    `The Wasm memory is ${size(wasm.thousand)} after a thousand checks, ${size(wasm.million)} after a million, half of them with errors; a payload of ${size(wasm.payload)} takes it to ${size(wasm.peak)}. A finding on a text of 10 MB has ${wasm.finding} bytes as JSON.`,
    "",
    "## Where the rest goes",
    "",
    "The Wasm by module; gzip is the size saved without it.",
    "",
    ...table(
      ["module", "functions", "bytes", "gzip"],
      figures.profiled.modules.map(({ module, functions, bytes, gzip }) => [module, functions || "", bytes, gzip].map(String)),
    ),
    "",
    "The functions with the most self time, including inlined code. In Node:",
    "",
    ...figures.profiled.node.map(
      ({ kind, how, functions }) => `* ${kind}, ${how === "text" ? "from text" : "from an object"}: ${hot(functions)}`,
    ),
    "",
    "Natively, of the instructions:",
    "",
    ...figures.profiled.native.map(({ kind, functions }) => `* ${kind}: ${hot(functions)}`),
    "",
    ...notes(),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

/** What was tried for the goals that are not met; written by hand. */
function notes() {
  const file = join(here, "notes.md");
  return existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
}

/** The goals of the benchmark, one row for each figure. */
function goals() {
  const { native, sizes, first, wasm, heap } = figures;
  const ratio = (kind, name) => figures.node[kind].rows[name].ratio;
  const below = (goal, limit, value, digits = 2, unit = " ×") => ({
    goal,
    limit: `${limit}${unit}`,
    value: `${value.toFixed(digits)}${unit}`,
    met: value <= limit,
  });
  const worst = (kinds, value) => Math.max(...kinds.map(value));
  const invoices = kinds.filter((kind) => kind !== "PATCH");
  const each = (kinds, value) => ` (${kinds.map((kind) => value(kind).toFixed(2)).join(", ")})`;
  const nodeGoal = (goal, name, kinds, limit) => ({
    ...below(
      goal,
      limit,
      worst(kinds, (kind) => ratio(kind, name)),
    ),
    note: kinds.length > 1 ? each(kinds, (kind) => ratio(kind, name)) : "",
  });
  const nativeGoal = (goal, name, limit) => {
    const value = (kind) => native[kind].ns.bijak / native[kind].ns[name];
    return { ...below(goal, limit, worst(kinds, value)), note: each(kinds, value) };
  };
  const selfGoal = (goal, name, limit) => {
    const value = (kind) => figures.node[kind].rows[name].ns / figures.node[kind].rows["bijak, text"].ns;
    return { ...below(goal, limit, worst(kinds, value)), note: each(kinds, value) };
  };
  const kilobytes = (bytes) => bytes / 1024;
  const bundle = (name) => kilobytes(sizes.bundles[name].gzip);
  const family = (name) => kilobytes(sizes.families[name].gzip);
  const leaves = native["1000 items"].allocations.bijak.count - native["10 items"].allocations.bijak.count;
  const exact = PEERS.filter((name) => peers[name].exact);
  const ahead = kinds.every((kind) => exact.every((name) => ratio(kind, "bijak, object") < ratio(kind, `${name}, object`)));
  return [
    nodeGoal("1 · Node, from text, PATCH", "bijak, text", ["PATCH"], 0.9),
    nodeGoal("1 · Node, from text, invoices", "bijak, text", invoices, 0.6),
    nodeGoal("1 · Node, from bytes, PATCH", "bijak, bytes", ["PATCH"], 0.9),
    nodeGoal("1 · Node, from bytes, invoices", "bijak, bytes", invoices, 0.6),
    nodeGoal("2 · Node, from an object, PATCH", "bijak, object", ["PATCH"], 1.0),
    nodeGoal("2 · Node, from an object, invoices", "bijak, object", invoices, 0.6),
    { goal: "2 · ahead of every exact peer, from an object", limit: "each payload", value: ahead ? "yes" : "no", met: ahead },
    nativeGoal("3 · native, × serde_json typed, owned", "serde_json, typed, owned", 0.5),
    nativeGoal("3 · native, × sonic-rs typed, owned", "sonic-rs, typed, owned", 0.8),
    {
      goal: "3 · native, allocations per leaf",
      limit: "0",
      value: `${(leaves / (990 * fieldsOf(invoice))).toFixed(4)}`,
      note: ` (${leaves} more for 1000 items than for 10)`,
      met: leaves < 990,
    },
    selfGoal("4 · three errors × valid, from text", "bijak, text, three faults", 1.3),
    selfGoal("4 · the same, with every finding read", "bijak, text, three faults, read", 1.3),
    selfGoal("4 · normalize of a clean payload × check", "bijak, normalize", 1.5),
    {
      ...below("5 · Wasm and glue, all functions and endpoints, one language, gzipped", 60, bundle("the same, with its .wasm"), 1, " KB"),
      note: " (of `bijak/web`)",
    },
    {
      ...below("5 · slim entry that only checks, gzipped", 32, bundle('import { check } from "bijak/check"'), 1, " KB"),
      note: " (of `bijak/check`, with the Wasm as text)",
    },
    below("5 · Wasm of the receivables alone, every function, gzipped", 50, family("receivables, every function"), 1, " KB"),
    below("5 · Wasm of the receivables alone, checking, gzipped", 36, family("receivables, checking alone"), 1, " KB"),
    { ...below("5 · import to first result", 6, median(first.bijak), 1, " ms"), note: ` (lowest ${Math.min(...first.bijak).toFixed(1)})` },
    below("6 · JS heap per valid document", 2, kilobytes(Math.max(...Object.values(heap.bijak))), 1, " KB"),
    {
      goal: "6 · Wasm memory after a million checks",
      limit: "as after a thousand",
      value: size(wasm.million),
      met: wasm.million === wasm.thousand,
    },
    below("6 · peak of the Wasm memory × payload", 2, wasm.peak / wasm.payload),
    below("6 · a finding on 10 MB", 1, kilobytes(wasm.finding), 2, " KB"),
  ];
}

function nodeTable(title, rowOf, own) {
  const row = (name, label) => [label, ...kinds.map((kind) => spread(figures.node[kind].rows[name]))];
  const rows = [...own.map((name) => row(name, `**${name}**`)), ...PEERS.map((name) => row(rowOf(name), name))];
  return [`### ${title}`, "", ...table(["× JSON.parse", ...kinds.map((kind) => `${kind}, ${size(figures.node[kind].bytes)}`)], rows), ""];
}

function sizeTable(what, sizes) {
  return [
    ...table(
      [`${what}, KB`, "raw", "gzip", "brotli"],
      Object.entries(sizes).map(([name, { raw, gzip, brotli }]) => [
        `\`${name}\``,
        ...[raw, gzip, brotli].map((bytes) => (bytes / 1024).toFixed(1)),
      ]),
    ),
    "",
  ];
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const isNumber = (_, column) => rows.every((row) => /^[\d.]*(?:$| ?[(%×µKMB])/.test(row[column]));
  return [line(head), line(head.map((_, column) => (isNumber(_, column) ? "--:" : "---"))), ...rows.map(line)];
}

function spread({ ratio, low, high }) {
  return `${ratio.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}

function against(kind, name, base) {
  const { [name]: one, [base]: other } = figures.node[kind].rows;
  return (one.ns / other.ns).toFixed(2);
}

function microseconds(ns) {
  return `${(ns / 1000).toFixed(ns < 100_000 ? 2 : 0)} µs`;
}

function hot(functions) {
  return functions.map(([name, part]) => `\`${name}\` ${part.toFixed(1)} %`).join(", ");
}

function median(values) {
  return [...values].sort((one, other) => one - other)[values.length >> 1];
}

function size(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(2)} MB`;
}
