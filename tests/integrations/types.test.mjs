// TypeScript from 4.7, the first that knows "exports", to 7, with every moduleResolution that each has. What is compiled runs in Node.
import assert from "node:assert/strict";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { tool as packageTool } from "../package/support.mjs";
import { answer, consumer, run, tool } from "./support.mjs";

const compilers = {
  4.7: tool("typescript-4.7/bin/tsc"),
  "5.0": tool("typescript-5.0/bin/tsc"),
  5.9: packageTool("typescript/bin/tsc"),
  "6.0": tool("typescript-6/bin/tsc"),
  "7.0": packageTool("typescript-7/bin/tsc"),
};
const resolutions = {
  node10: { versions: ["4.7", "5.0", "5.9"], module: "commonjs", moduleResolution: "node" },
  "node10, deprecated": { versions: ["6.0"], module: "commonjs", moduleResolution: "node10", ignoreDeprecations: "6.0" },
  node16: { versions: ["4.7", "5.0", "5.9", "6.0", "7.0"], module: "node16", moduleResolution: "node16" },
  nodenext: { versions: ["4.7", "5.0", "5.9", "6.0", "7.0"], module: "nodenext", moduleResolution: "nodenext" },
  bundler: { versions: ["5.0", "5.9", "6.0", "7.0"], module: "esnext", moduleResolution: "bundler" },
};

for (const [name, { versions, ...resolution }] of Object.entries(resolutions)) {
  describe(name, () => {
    for (const version of versions) test(`TypeScript ${version}`, () => compiles(version, resolution));
  });
}

async function compiles(version, resolution) {
  const folder = consumer("types");
  const both = resolution.module.startsWith("node"); // the file decides between ES module and CommonJS
  if (both) copyFileSync(join(folder, "main.ts"), join(folder, "required.cts"));
  const include = ["main.ts", "subpaths.ts", ...(both ? ["required.cts", "inline.cts"] : [])];
  const compilerOptions = { ...resolution, target: "es2021", lib: ["es2021"], types: [], strict: true, rootDir: ".", outDir: "out" };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include }));
  assert.equal(await run(process.execPath, [compilers[version], "-p", "."], folder), "");
  if (resolution.module === "commonjs") writeFileSync(join(folder, "out/package.json"), '{ "type": "commonjs" }');
  for (const main of both ? ["main.js", "required.cjs"] : ["main.js"]) {
    assert.deepEqual(JSON.parse(await run(process.execPath, [join("out", main)], folder)), answer, main);
  }
}
