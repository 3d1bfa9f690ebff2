// Where time and bytes go: the small Wasm by module, and the hottest functions, of the fast one in Node and natively. They are what
// the package has, once more with their names.
import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { fileOf, hottest } from "./count.mjs";

const here = import.meta.dirname;
const project = join(here, "..");
const folder = join(project, "target/bench/named");
const npm = join(project, "target/npm/bijak");

/** A copy of the package in which the functions of its Wasm have names; throws where the Wasm is not the same otherwise. */
function named() {
  rmSync(folder, { recursive: true, force: true });
  cpSync(npm, join(folder, "bijak"), { recursive: true });
  nameFunctions("bijak");
  const [before, after] = nameFunctions("fast");
  const entry = join(folder, "bijak/inline.cjs");
  const text = readFileSync(entry, "utf8");
  const known = new RegExp(`\\b${before}\\b`); // the entry takes no other file
  if (!known.test(text)) throw new Error(`no ${before} in ${entry}`);
  writeFileSync(entry, text.replace(known, `${after}`));
}

/** The lengths of the file without names and with them. */
function nameFunctions(name) {
  const [, passes] = /const passes = (\[.*\]);/.exec(readFileSync(join(project, "pkg-template/build.mjs"), "utf8"));
  const wasmOpt = join(project, "pkg-template/node_modules/binaryen/bin/wasm-opt");
  const [shipped, out] = [npm, join(folder, "bijak")].map((where) => join(where, `${name}_bg.wasm`));
  execFileSync(process.execPath, [wasmOpt, join(project, "target/wasm-bindgen", name, "bijak_bg.wasm"), "-g", ...JSON.parse(passes), "-o", out]);
  const [code, original] = [out, shipped].map((file) => sections(readFileSync(file)).code);
  if (code.length !== original.length) throw new Error(`the named Wasm has ${code.length} bytes of code, the shipped one ${original.length}`);
  return [shipped, out].map((file) => statSync(file).size);
}

/** The bodies of a Wasm's functions with their names, and its data. */
function sections(wasm) {
  let at = 8;
  const number = () => {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = wasm[at++];
      value += (byte & 0x7f) * 2 ** shift;
      shift += 7;
    } while (byte & 0x80);
    return value;
  };
  const text = () => {
    const length = number();
    return wasm.toString("utf8", at, (at += length));
  };
  const found = { functions: [], data: Buffer.alloc(0), code: Buffer.alloc(0) };
  const names = new Map();
  let imported = 0;
  while (at < wasm.length) {
    const id = wasm[at++];
    const end = number() + at;
    if (id === 0 && text() === "name") {
      while (at < end) {
        const part = wasm[at++];
        const next = number() + at;
        if (part === 1) for (let left = number(); left > 0; left--) names.set(number(), text());
        at = next;
      }
    } else if (id === 2) {
      imported = WebAssembly.Module.imports(new WebAssembly.Module(wasm)).filter(({ kind }) => kind === "function").length;
    } else if (id === 10) {
      found.code = wasm.subarray(at, end);
      for (let left = number(); left > 0; left--) {
        const length = number();
        found.functions.push({ body: wasm.subarray(at, at + length) });
        at += length;
      }
    } else if (id === 11) {
      found.data = wasm.subarray(at, end);
    }
    at = end;
  }
  found.functions.forEach((each, index) => (each.name = names.get(index + imported) ?? "?"));
  return found;
}

/** Bytes of the Wasm by module, and what gzip saves where that is left out. */
function byModule(wasm) {
  const { functions, data } = sections(wasm);
  const gzipped = (kept, data) => gzipSync(Buffer.concat([...kept.map(({ body }) => body), data]), { level: 9 }).length;
  const whole = gzipped(functions, data);
  const groups = new Map();
  for (const each of functions) groups.set(moduleOf(each), [...(groups.get(moduleOf(each)) ?? []), each]);
  const rows = [...groups].map(([module, own]) => ({
    module,
    functions: own.length,
    bytes: own.reduce((sum, { body }) => sum + body.length, 0),
    gzip: whole - gzipped(functions.filter((each) => !own.includes(each)), data),
  }));
  rows.push({ module: "data: tables, words, sources", functions: 0, bytes: data.length, gzip: whole - gzipped(functions, Buffer.alloc(0)) });
  return rows.sort((one, other) => other.bytes - one.bytes);
}

function moduleOf({ name }) {
  return /\bbijak::([a-z_]+)/.exec(name)?.[1] ?? "std and dependencies";
}

const LOOP = `
  const { readFileSync } = require("node:fs");
  const { check } = require("./bijak");
  const [endpoint, file, how] = process.argv.slice(1);
  const text = readFileSync(file, "utf8");
  const payload = how === "object" ? JSON.parse(text) : text;
  const end = performance.now() + 3000;
  while (performance.now() < end) check(endpoint, payload);
`;

/** The functions that most time is spent in, as `[name, part]`. */
function hottestInNode(endpoint, kind, how, most) {
  const profiles = join(folder, "profiles");
  rmSync(profiles, { recursive: true, force: true });
  const flags = ["--cpu-prof", "--cpu-prof-interval=200", `--cpu-prof-dir=${profiles}`];
  execFileSync(process.execPath, [...flags, "-e", LOOP, endpoint, fileOf(kind), how], { cwd: folder });
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(profiles, readdirSync(profiles)[0]), "utf8"));
  const nameOf = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName || "(anonymous)"]));
  const times = new Map();
  let all = 0;
  samples.forEach((id, index) => {
    const name = nameOf.get(id).replace(/::h[0-9a-f]{16}$/, "").replace(/\[[0-9a-f]{16}\]/g, "").replace(/^bijak::/, "");
    times.set(name, (times.get(name) ?? 0) + timeDeltas[index]);
    all += timeDeltas[index];
  });
  return [...times].map(([name, time]) => [name, (100 * time) / all]).sort(([, one], [, other]) => other - one).slice(0, most);
}

/** Everything, for the report. */
export function profile() {
  named();
  const wasm = readFileSync(join(folder, "bijak/bijak_bg.wasm"));
  const paths = [["updateInvoice", "PATCH"], ["nbblInvoice", "1 item"], ["nbblInvoice", "100 items"]];
  const node = paths.flatMap(([endpoint, kind]) => ["text", "object"].map((how) => ({ kind, how, functions: hottestInNode(endpoint, kind, how, 8) })));
  return { modules: byModule(wasm), node, native: paths.map(([, kind]) => ({ kind, functions: hottest(kind, 8) })) };
}

if (process.argv[1] === import.meta.filename) console.dir(profile(), { depth: null });
