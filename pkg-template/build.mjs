// Builds the npm package from the Rust core and this folder: target/npm/bijak/ and target/npm/bijak-<version>.tgz.
// Usage: node build.mjs
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build as bundle } from "esbuild";
import { bindWasm, compileWasm, optimizeWasm, packages, project, run, SMALL } from "./wasm.mjs";

/**
 * The Wasm files: with every function, for checking alone, and with every function for speed; the most bytes, gzipped.
 * The budgets were 85 and 67 KB before each rule was a unit of its own with the terms that it reads: rules that were silent
 * report now, and names come from the tables. To be brought down again; bench/notes.md says where the bytes are.
 * @type {Record<string, { profile: string, flags?: string[], passes?: string[], features: string, budget?: number }>}
 */
const BUILDS = {
  bijak: { ...SMALL, features: "full", budget: 92 * 1024 },
  check: { ...SMALL, features: "", budget: 73 * 1024 },
  fast: { profile: "release", features: "full" }, // for Node, which reads it from the disk
};

const here = import.meta.dirname;
const glue = join(project, "target/wasm-bindgen");
const types = join(project, "target/wasm-bindgen-types");
const tables = join(project, "target/tables");
const npm = join(project, "target/npm");
const out = join(npm, "bijak");
const wasmFile = (name) => join(out, `${name}_bg.wasm`);
const glueFile = (name) => join(glue, name, "bijak.js");
const wasmText = (name) => join(tables, `${name}-wasm.js`);

const crate = packages.find(({ name }) => name === "bijak");
rmSync(npm, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
compile();
writeTables();
writeLanguages();
["bijak", "check"].forEach(writeWasmText);
await bundleEntries();
writeTypes();
copySchemas();
writeManifest();
for (const name of ["README.md", "LICENSE-MIT", "LICENSE-APACHE"]) {
  if (existsSync(join(project, name))) copyFileSync(join(project, name), join(out, name));
}
run("npm", ["pack", "./bijak", "--silent"], { cwd: npm });
checkSize();

/**
 * The Wasm files and their glue. What browsers load is small; what Node reads from the disk is fast: a check takes three quarters
 * of the time, for a fifth more bytes. The .wasm is the same for every wasm-bindgen target; `web` has the synchronous start too.
 */
function compile() {
  for (const [name, build] of Object.entries(BUILDS)) {
    bindWasm(compileWasm(build), join(glue, name), "--target", "web", "--remove-producers-section");
  }
  const [fast, small] = ["fast", "bijak"].map((name) => readFileSync(glueFile(name), "utf8"));
  if (fast !== small) throw new Error("the fast Wasm needs another glue");
  bindWasm(compileWasm({ profile: "dev", features: "types" }), types, "--target", "nodejs");
  for (const [name, { passes }] of Object.entries(BUILDS)) optimizeWasm(join(glue, name), wasmFile(name), passes);
}

/** What the core knows as plain tables: as JSON they need neither the Wasm nor init. Schemas and the OpenAPI description are among them. */
function writeTables() {
  run("cargo", ["run", "--quiet", "--locked", "--package", "xtask", "--bin", "tables", "--", tables]);
  writeFileSync(join(tables, "rules-packed.json"), JSON.stringify(packed(JSON.parse(readFileSync(join(tables, "rules.json"), "utf8")))));
}

/** The rules with each path of a field once, two thirds of the size; `rules` of the package reads it. */
function packed(rules) {
  const unique = (lists) => [...new Set(lists.flat())];
  const endpoints = unique(rules.map((rule) => rule.endpoints));
  const children = new Map();
  for (const path of unique(rules.map((rule) => rule.fields))) {
    const parent = path.slice(0, path.lastIndexOf(".") + 1);
    children.set(parent, [...(children.get(parent) ?? []), path.slice(parent.length)]);
  }
  const order = [...children].flatMap(([parent, names]) => names.map((name) => parent + name));
  const steps = (fields) => fields.map((field, at) => order.indexOf(field) - (at === 0 ? 0 : order.indexOf(fields[at - 1])));
  return {
    endpoints,
    fields: [...children].map(([parent, names]) => [parent, names.join(" ")]),
    rules: rules.map((rule) => ({
      ...rule,
      endpoints: rule.endpoints.reduce((bits, endpoint) => bits | (1 << endpoints.indexOf(endpoint)), 0),
      fields: steps(rule.fields),
    })),
  };
}

/**
 * The languages as lists, in which the Wasm gives the positions, and for translators by their keys. The Wasm has no
 * language: another one costs nobody who does not import it.
 */
function writeLanguages() {
  const { en, ...others } = JSON.parse(readFileSync(join(tables, "messages.json"), "utf8"));
  const forms = ({ messages }) =>
    Object.entries(messages).flatMap(([code, forms]) => Object.entries(forms).map(([form, text]) => [`${code}/${form}`, text]));
  const [keysOf, textsOf] = [0, 1].map((side) => (pairs) => pairs.map((pair) => pair[side]));
  const list = (locale, language) => ({
    locale,
    messages: textsOf(forms(language)),
    phrases: locale === "en" ? {} : language.phrases, // the core gives them in English
    reasons: Object.values(language.reasons),
  });
  const source = (name, value) => `export const ${name} = ${JSON.stringify(value)};\n`;
  const keys = { messages: keysOf(forms(en)), phrases: Object.keys(en.phrases), reasons: Object.keys(en.reasons) };
  writeFileSync(join(tables, "english.js"), source("english", list("en", en)));
  writeFileSync(join(tables, "keys.js"), `${source("keys", keys)}export { english } from "./english.js";\n`);
  mkdirSync(join(out, "messages"));
  for (const [locale, language] of Object.entries({ en, ...others })) {
    if (locale !== "en") writeFileSync(join(tables, `${locale}.js`), source(locale, list(locale, language)));
    writeFileSync(join(out, "messages", `${locale}.json`), `${JSON.stringify(language, null, 2)}\n`);
  }
}

/**
 * The Wasm as a text with one letter for each byte: gzipped it is 3 % larger than the Wasm, as base64, which hides repetitions
 * from gzip, 29 %. The bytes that are frequent have ASCII letters.
 */
function writeWasmText(name) {
  const wasm = readFileSync(wasmFile(name));
  const counts = new Array(256).fill(0);
  for (const byte of wasm) counts[byte]++;
  const frequent = [...counts.keys()].sort((one, other) => counts[other] - counts[one]);
  const alphabet = Array.from({ length: 0x200 }, (_, code) => code).filter((code) => code >= 0x20 && !(code >= 0x7f && code <= 0xa0));
  const plain = alphabet.filter((code) => !'"$\\`<'.includes(String.fromCharCode(code)));
  const letters = [];
  frequent.forEach((byte, rank) => (letters[byte] = String.fromCharCode(plain[rank])));
  const text = Array.from(wasm, (byte) => letters[byte]).join("");
  writeFileSync(
    wasmText(name),
    `export const letters = ${JSON.stringify(letters.join(""))};\nexport const text = ${JSON.stringify(text)};\n`,
  );
}

/**
 * Files of their own. The Wasm as text, for CommonJS reads the .wasm where it can. The rule book: bundlers leave it out if nobody imports `rules`, CommonJS reads it at the first call.
 * The Wasm, where the runtime takes it as a module.
 */
function filesApart(format) {
  const apart = (path) => ({ path, external: true, sideEffects: false });
  const rules = format === "esm" ? apart("./rules.js") : { path: join(here, "src/rules-lazy.js") };
  const setup = (build) => {
    build.onResolve({ filter: /^#rules$/ }, () => rules);
    build.onResolve({ filter: /^\.\/(rules|(check-)?bytes)\.cjs$/ }, ({ path }) => apart(path));
    build.onResolve({ filter: /^\.\/(bijak|check)_bg\.wasm(\?module)?$/ }, ({ path }) => apart(path));
  };
  return { name: "files-apart", setup };
}

async function bundleEntries() {
  const common = {
    bundle: true,
    minifySyntax: true, // replaces the constants of constants.js by their values
    target: "es2020",
    charset: "utf8",
    logOverride: { "empty-import-meta": "silent" }, // the glue's fetch, which the CommonJS entries do not use
  };
  const aliases = {
    "#english": join(tables, "english.js"),
    "#keys": join(tables, "keys.js"),
    "#lifecycle": join(tables, "lifecycle.json"),
    "#rules-table": join(tables, "rules-packed.json"),
  };
  const over = (wasm) => ({ ...aliases, "#glue": glueFile(wasm), "#wasm": wasmText(wasm), "#bytes": join(here, "src/bytes.js") });
  const near = (wasm, textFile, nearWasm = wasm) => ({
    alias: { ...over(wasm), "#bytes": join(here, "src/bytes-near.js") },
    define: {
      TEXT_FILE: JSON.stringify(textFile),
      WASM_FILE: `"${nearWasm}_bg.wasm"`,
      WASM_LENGTH: `${statSync(wasmFile(nearWasm)).size}`,
    },
    platform: "node", // so that `import` in Node finds the names
  });
  // What Node reads is short, but for names, which stand in stack traces. Bundlers shorten themselves, and want the marks of what is
  // pure, which would be lost.
  const entry = (source, file, format, more) =>
    bundle({
      ...common,
      ...(format === "cjs" && { minifyWhitespace: true }),
      alias: over("bijak"),
      entryPoints: [resolve(here, "src", source)],
      outfile: join(out, file),
      format,
      platform: "neutral",
      plugins: [filesApart(format)],
      ...more,
    });
  const encoding = { inject: [join(here, "src/encoding.js")] };
  const check = { alias: over("check") };
  await Promise.all([
    entry("web.js", "web.js", "esm"),
    entry("workerd.js", "workerd.js", "esm"),
    entry("edge.js", "edge.js", "esm"),
    entry("inline.js", "inline.js", "esm", encoding),
    entry("inline.js", "inline.cjs", "cjs", { ...encoding, ...near("bijak", "./bytes.cjs", "fast") }),
    entry("bytes.js", "bytes.cjs", "cjs"),
    entry("check-workerd.js", "check-workerd.js", "esm", check),
    entry("check-edge.js", "check-edge.js", "esm", check),
    entry("check.js", "check.js", "esm", { ...encoding, ...check }),
    entry("check.js", "check.cjs", "cjs", { ...encoding, ...near("check", "./check-bytes.cjs") }),
    entry("bytes.js", "check-bytes.cjs", "cjs", check),
    entry("rules.js", "rules.js", "esm"),
    entry("rules.js", "rules.cjs", "cjs"),
    entry("language.js", "language.js", "esm"),
    entry("language.js", "language.cjs", "cjs"),
    entry(join(tables, "hi.js"), "hi.js", "esm"),
    entry(join(tables, "hi.js"), "hi.cjs", "cjs"),
  ]);
  for (const name of ["node.mjs", "check.mjs"]) copyFileSync(join(here, "src", name), join(out, name));
}

/** The generated types without the raw exports of the Wasm and the Rust examples, then the hand-written functions. */
function writeTypes() {
  const [generated] = readFileSync(join(types, "bijak.d.ts"), "utf8").split(/^ *export type InitInput/m);
  const rawExport = /^( *\/\*\*\n(?: *\* .*\n| *\*\n)* *\*\/\n)? *export function .*\n/gm;
  const rustExample = /^ *\*\n *\* ```\n(?: *\*(?! ```).*\n)* *\* ```\n/gm;
  const payloads = generated.replace(rawExport, "").replace(rustExample, "").trim();
  const written = ["tables", "api", "schema", "problem", "forms", "batch"].map((name) =>
    readFileSync(join(here, `types/${name}.d.ts`), "utf8"),
  );
  const text = [payloads, ...written].join("\n\n");
  for (const name of ["index.d.ts", "index.d.cts"]) writeFileSync(join(out, name), text);
  for (const name of ["inline.d.ts", "web.d.ts"]) copyFileSync(join(here, "types", name), join(out, name));
  for (const name of ["check", "hi", "language"]) {
    const text = readFileSync(join(here, `types/${name}.d.ts`), "utf8");
    writeFileSync(join(out, `${name}.d.ts`), text);
    writeFileSync(join(out, `${name}.d.cts`), text.replaceAll("./index.js", "./index.cjs"));
  }
}

/** JSON Schemas of the payloads and the OpenAPI description. */
function copySchemas() {
  cpSync(join(tables, "schemas"), join(out, "schemas"), { recursive: true });
  copyFileSync(join(tables, "openapi.json"), join(out, "openapi.json"));
}

/** package.json of this folder, with what [workspace.package] of Cargo.toml says. */
function writeManifest() {
  const template = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
  const { "//": _reasons, name: _workspace, private: _private, devDependencies: _tools, ...manifest } = template;
  const { name, version, license, homepage, repository } = crate;
  const facts = { license, homepage, repository: { type: "git", url: `git+${repository}.git` } };
  writeFileSync(join(out, "package.json"), `${JSON.stringify({ name, version, ...manifest, ...facts }, null, 2)}\n`);
}

function checkSize() {
  const gzipped = (bytes) => gzipSync(bytes, { level: 9 }).length;
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  console.log(`target/npm/bijak-${crate.version}.tgz`);
  for (const [name, { budget = Infinity }] of Object.entries(BUILDS)) {
    const wasm = readFileSync(wasmFile(name));
    const size = gzipped(wasm);
    console.log(
      `${name}_bg.wasm ${kilobytes(wasm.length)}, gzipped ${kilobytes(size)}${Number.isFinite(budget) ? ` of at most ${kilobytes(budget)}` : ""}`,
    );
    if (size <= budget) continue;
    console.error("the Wasm is above its budget");
    process.exitCode = 1;
  }
  for (const name of ["web.js", "inline.js", "check.js", "rules.js"]) {
    const text = readFileSync(join(out, name));
    console.log(`${name} ${kilobytes(text.length)}, gzipped ${kilobytes(gzipped(text))}`);
  }
}
