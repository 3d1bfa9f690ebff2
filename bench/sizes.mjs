// Sizes in bytes: of the package's files, and of what a bundler makes of the smallest useful import, minified.
import { build } from "esbuild";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { peers } from "./peers/index.mjs";

const here = import.meta.dirname;
const npm = join(here, "../target/npm/bijak");

export const sizesOf = (bytes) => ({
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes).length,
});

async function bundled(contents, plugins = []) {
  const stdin = { contents, resolveDir: here, loader: "js" };
  const options = { stdin, bundle: true, minify: true, format: "esm", charset: "utf8", write: false, logLevel: "error", plugins };
  return Buffer.from((await build(options)).outputFiles[0].contents);
}

/** The built package under its name. */
const bijak = {
  name: "bijak",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^bijak/ }, ({ path }) => ({
      path: join(npm, { "bijak/web": "web.js", "bijak/check": "check.js" }[path] ?? "inline.js"),
      sideEffects: false,
    })),
};

export function packageSizes() {
  const files = readdirSync(npm).filter((file) => /\.(wasm|[cm]?js)$/.test(file));
  return Object.fromEntries(files.map((file) => [file, sizesOf(readFileSync(join(npm, file)))]));
}

/** What `import { check }` costs, glue and Wasm. */
export async function bundleSizes() {
  const inline = await bundled(`export { check } from "bijak";`, [bijak]);
  const slim = await bundled(`export { check } from "bijak/check";`, [bijak]);
  const web = await bundled(`export { check, init } from "bijak/web";`, [bijak]);
  const wasm = readFileSync(join(npm, "bijak_bg.wasm"));
  return {
    'import { check } from "bijak"': sizesOf(inline),
    'import { check } from "bijak/check"': sizesOf(slim),
    'import { check, init } from "bijak/web"': sizesOf(web),
    "the same, with its .wasm": sum(sizesOf(web), sizesOf(wasm)),
  };
}

/** Of each peer the library as its adapter uses it, and the whole adapter with shapes, law and decimals. */
export async function peerSizes() {
  const alone = {
    "ajv": `export { Ajv } from "ajv"; export { default } from "ajv-formats";`,
    "zod": `export { z } from "zod";`,
    "zod/mini": `export { array, boolean, enum, gte, int, lte, maxLength, minLength, nullable, number, optional, refine, regex, safeParse, strictObject, string } from "zod/mini";`,
    "valibot": `export { array, boolean, check, finite, getDotPath, integer, maxLength, maxValue, minLength, minValue, nullable, number, optional, picklist, pipe, rawCheck, regex, safeParse, strictObject, string } from "valibot";`,
    "typebox": `export { Type } from "typebox"; export { Compile } from "typebox/compile";`,
    "decimal.js": `export { Decimal } from "decimal.js";`,
    "big.js": `export { Big } from "big.js";`,
  };
  const libraries = {};
  for (const [name, contents] of Object.entries(alone)) libraries[name] = sizesOf(await bundled(contents));
  const adapters = {};
  for (const name of Object.keys(peers)) adapters[name] = sizesOf(await bundled(adapterSource(name)));
  return { libraries, adapters };
}

function adapterSource(name) {
  const [shape, numbers] = name.split(" + ");
  const file = shape === "zod/mini" ? "zod-mini" : shape;
  const [arithmetic, made] = {
    "decimal.js": [`import { Decimal } from "decimal.js";`, "overDecimal(Decimal)"],
    "big.js": [`import { Big } from "big.js";`, "overBig(Big)"],
    "paise in floats": ["", "paise"],
  }[numbers];
  return `import { checker } from "./peers/${file}.mjs"; import * as rules from "./rules.mjs"; import { invoice, patch } from "./shape.mjs"; ${arithmetic}
    const ops = rules.${made}; export const check = { updateInvoice: checker(patch, rules.patchRules(ops)), nbblInvoice: checker(invoice, rules.invoiceRules(ops)) };`;
}

function sum(one, other) {
  return Object.fromEntries(Object.keys(one).map((key) => [key, one[key] + other[key]]));
}

if (process.argv[1] === import.meta.filename)
  console.log({ package: packageSizes(), bundles: await bundleSizes(), ...(await peerSizes()) });
